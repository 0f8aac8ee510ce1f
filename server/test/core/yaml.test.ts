/** What YAML is not read, before any parser sees it, and how words are written as YAML. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseYaml, parseYamlMap, type YamlValue } from '../../src/core/yaml.ts';
import { scalarSource } from '../../src/core/yaml-scalar.ts';

describe('YAML that no person wrote is not read', () => {
  const lists = (open: string, close: string, depth: number) => `a: ${open.repeat(depth)}${close.repeat(depth)}\n`;
  const indented = (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
  const keys = (count: number, mark = ':') => Array.from({ length: count }, (_, at) => `k${at}${mark} 1\n`).join('');
  const deep = 'nested deeper than 64';
  const many = 'more than 1,000 keys';
  for (const [what, text, expected] of [
    ['64 KB', `a: ${'b'.repeat(65_533)}`, undefined],
    ['more than that', `a: ${'b'.repeat(65_534)}`, [0, 65_536, 'longer than 64 KB']],
    ['64 brackets', lists('[', ']', 64), undefined],
    ['65 brackets', lists('[', ']', 65), [67, 68, deep]],
    ['65 braces', lists('{', '}', 65), [67, 68, deep]],
    ['65 of both', `a: ${'[{'.repeat(33)}`, [67, 68, deep]],
    ['65 brackets, one behind the other', `a: [${'[], '.repeat(65)}]\n`, undefined],
    ['65 braces, one behind the other', `a: [${'{}, '.repeat(65)}]\n`, undefined],
    ['closing brackets that open nothing', `a: "${']'.repeat(9)}"\nb: ${'['.repeat(65)}`, [82, 83, deep]],
    ['64 levels of indentation', indented(64), undefined],
    ['65 levels of indentation', indented(65), [2208, 2208, deep]],
    ['65 levels, closed by carriage returns', indented(65).replaceAll('\n', '\r'), [2208, 2208, deep]],
    ['levels that end again', `${indented(40)}${indented(40)}`, undefined],
    ['64 dashes', `${'- '.repeat(63)}a\n`, undefined],
    ['65 dashes', `${'- '.repeat(65)}a\n`, [0, 0, deep]],
    ['dashes that are words', `a: ${'-'.repeat(99)}\n`, undefined],
    ['1,000 keys', keys(1000), undefined],
    ['1,001 keys', keys(1001), [keys(1000).length + 5, keys(1000).length + 6, many]],
    ['1,001 question marks', `a: "${'?'.repeat(1000)}"\n`, [1003, 1004, many]],
  ] as const) {
    it(what, () => {
      const { root, problem } = parseYaml(text);
      const isBound = problem !== undefined && [deep, many, 'longer than 64 KB'].includes(problem.message);
      deepEqual(isBound ? [problem.span.start, problem.span.end, problem.message] : undefined, expected);
      if (isBound) equal(root.kind, 'nothing');
    });
  }

  it('keeps keys that stand there twice, with their places', () =>
    deepEqual(
      parseYamlMap('a: 1\rb: "c"\ra: [d]\n').entries.map(({ key, keySpan, value }) => [key, keySpan.start, value]),
      [
        ['a', 0, 1],
        ['b', 5, 'c'],
        ['a', 12, ['d']],
      ],
    ));
});

describe('YAML that the parser reads', () => {
  const shown = (value: YamlValue): unknown => {
    if (value instanceof Map) return Object.fromEntries(Array.from(value, ([key, each]) => [key, shown(each)]));
    return Array.isArray(value) ? value.map(shown) : value;
  };
  for (const [what, text, entries, problem] of [
    ['a key that stands twice', 'a: [1]\na: [2]\n', { a: [2] }, 'the key “a” stands twice: a'],
    ['one that stands twice within', 'a: {b: 1, b: 2}\n', { a: { b: 2 } }, 'the key “b” stands twice: b'],
    ['values of all kinds', 'a: [1, true, null, "x", 2026-01-01]\n', { a: [1, true, undefined, 'x', '2026-01-01'] }],
    ['maps in lists', 'a:\n  - b: 1\n    c: [2]\n  - d\n', { a: [{ b: 1, c: [2] }, 'd'] }],
    ['keys that are no words', '? [a]\n: b\nc: [1]\n', { c: [1] }],
    ['keys that are words to others', 'null: [1]\n1: [2]\n', { 1: [2], null: [1] }],
    ['aliases, which are not followed', 'a: &x [1]\nb: *x\nc: [*x]\n', { a: [1], b: undefined, c: [undefined] }],
    ['tags, which are not followed', 'a: !!binary aGk=\nb: !!set {c}\n', { a: 'aGk=', b: { c: undefined } }],
    ['dates, whatever they are said to be', 'a: !!timestamp 2026-01-01\nb: [1]\n', { a: '2026-01-01', b: [1] }],
    ['YAML 1.1, as if it were 1.2', '%YAML 1.1\n---\na: [yes, 012]\n', { a: ['yes', 12] }],
    ['a list at the top', '- a\n- [b]\n', {}, 'not a list of keys and values: - a\n- [b]'],
    ['what stands behind a list', 'a: [b].\n', { a: ['b'] }, 'Unexpected scalar at node end: .'],
  ] as const) {
    it(what, () => {
      const { entries: found, problem: told } = parseYamlMap(text);
      deepEqual(Object.fromEntries(found.map(({ key, value }) => [key, shown(value)])), entries);
      const { start, end } = told?.span ?? { start: 0, end: 0 };
      equal(told && `${told.message}: ${text.slice(start, end)}`, problem);
    });
  }

  it('ends at its last word, not at the line below', () =>
    deepEqual(
      parseYamlMap('a:\n  - b\n\nc: [d]\n').entries.map(({ valueSpan }) => [valueSpan.start, valueSpan.end]),
      [
        [5, 8],
        [13, 16],
      ],
    ));
});

describe('words as YAML', () => {
  for (const [words, quote, source] of [
    ['draft', '', 'draft'],
    ['in review (2)', '', 'in review (2)'],
    ['a: b', '', '"a: b"'],
    ['true', '', '"true"'],
    ['No', '', '"No"'],
    ['1', '', '"1"'],
    ['', '', '""'],
    ['draft', '"', '"draft"'],
    ['draft', "'", "'draft'"],
    ["it's", "'", "'it''s'"],
    ['say "a\\b"', '', '"say \\"a\\\\b\\""'],
    ['a\nb\u007f', "'", '"a\\x0ab\\x7f"'],
  ] as const) {
    it(`${JSON.stringify(words)} in ${quote || 'no quotes'}`, () => {
      equal(scalarSource(words, quote), source);
      equal(parseYamlMap(`a: ${source}\n`).entries[0]?.value, words);
    });
  }
});
