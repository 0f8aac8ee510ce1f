/** What stands in a `.tech-spec.json`: which values each of its keys takes, and what is read of them. */
import { deepEqual, equal } from 'node:assert/strict';
import { isBroken, parseConfig, unreadableConfig } from '../../src/core/config.ts';

describe('what is right in a configuration', () => {
  const read = () =>
    parseConfig(`\uFEFF{
    "$schema": "https://example.com/schema.json",
    "specs": [
      {
        "files": ["rfcs/*.md", "!rfcs/0*.md"],
        "template": "rfc.md",
        "sections": { "__proto__": { "required": false }, "Goals": { "aliases": "Aims", "maxWords": 7, "maxSentences": false } },
        "rules": { "empty-section": "info" },
        "ready": { "status": ["Final", 2], "done": true },
        "since": "2024-02-29"
      }
    ],
    "rules": { "section-order": "off", "empty-section": "error" }
  }`);

  it('is no problem', () => deepEqual(read().problems, []));

  it('is read in full', () => {
    const [entry] = read().entries ?? [];
    deepEqual(
      entry?.files.map(({ value }) => value),
      ['rfcs/*.md'],
    );
    deepEqual(
      entry?.except.map(({ value }) => value),
      ['rfcs/0*.md'],
    );
    deepEqual(
      entry?.templates.map(({ value }) => value),
      ['rfc.md'],
    );
    deepEqual(Array.from(entry?.ready ?? []), [
      ['status', ['Final', '2']],
      ['done', ['true']],
    ]);
    equal(entry?.since, '2024-02-29');
    deepEqual(
      entry?.sections.map(({ heading, required, aliases, maxWords, maxSentences }) => {
        return [heading.value, required, aliases, maxWords, maxSentences];
      }),
      [
        ['__proto__', false, [], undefined, undefined],
        ['Goals', undefined, ['Aims'], 7, false],
      ],
    );
  });

  it('has the whole file’s rules in each entry, under the entry’s own', () => {
    const { rules, entries: [entry] = [] } = read();
    deepEqual(Array.from(rules), [
      ['section-order', 'off'],
      ['empty-section', 'error'],
    ]);
    deepEqual(Array.from(entry?.rules ?? []), [
      ['section-order', 'off'],
      ['empty-section', 'information'],
    ]);
  });

  it('tells no entries from an empty list of them', () => {
    equal(parseConfig('{}').entries, undefined);
    deepEqual(parseConfig('{"specs":[]}').entries, []);
  });
});

const section = (key: string, value: string) => `"sections": { "Goals": { "${key}": ${value} } }`;
const takesText = 'takes a text in double quotes';
const takesFlag = 'takes true or false';
const takesScalar = 'takes a text, a number, true or false';
const takesLimit = 'takes a whole number from 1, or false for no limit';
const takesDay = 'takes a day, as in "2026-11-23"';
const takesSeverity = 'takes one of “error”, “warning”, “information”, “info”, “hint”, “off”';
const takesList = 'takes a list in square brackets';
const takesObject = 'takes an object in braces';

/** In an entry: what is written, and the one thing that is said of it; undefined where it is right. */
const values: readonly (readonly [string, string | undefined])[] = [
  ...['2024-02-29', '2000-02-29', '2026-01-31', '2026-04-30', '2026-12-01'].map(
    (day) => [`"since": "${day}"`, undefined] as const,
  ),
  ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-01-32', '2026-13-01', '2026-00-10', '2026-11-00'].map(
    (day) => [`"since": "${day}"`, `“since” ${takesDay}`] as const,
  ),
  ...['12026-11-23', '2026-11-233', '2026-1-23', '2026-11-3', '26-11-23', 'x026-11-23', '2026-x1-23', '2026-11-x3'].map(
    (day) => [`"since": "${day}"`, `“since” ${takesDay}`] as const,
  ),
  ['"since": 20261123', `“since” ${takesText}`],
  ['"template": "a.md"', undefined],
  ['"template": ["a.md", "b.md"]', undefined],
  ['"template": []', '“template” is an empty list'],
  ['"template": [null]', `An entry of “template” ${takesText}`],
  ['"template": " "', '“template” is empty'],
  ...['1', '50', 'false'].map((value) => [section('maxWords', value), undefined] as const),
  ...['0', '-1', '1.5', '1e300', 'true', '"7"', 'null', '[7]'].map(
    (value) => [section('maxWords', value), `“maxWords” ${takesLimit}`] as const,
  ),
  ...['true', 'false'].map((value) => [section('required', value), undefined] as const),
  ...['1', '"true"', 'null', '{}'].map((value) => [section('required', value), `“required” ${takesFlag}`] as const),
  [section('aliases', '"Aims"'), undefined],
  [section('aliases', '["Aims", ""]'), 'An entry of “aliases” is empty'],
  ['"sections": []', `“sections” ${takesObject}`],
  ['"sections": { "Goals": false }', `“Goals” ${takesObject}`],
  ...['"Final"', '2', 'true', '["Final", 2, false]'].map(
    (value) => [`"ready": { "status": ${value} }`, undefined] as const,
  ),
  ...['null', '{}'].map((value) => [`"ready": { "status": ${value} }`, `“status” ${takesScalar}`] as const),
  ['"ready": { "status": [null] }', `An entry of “status” ${takesScalar}`],
  ['"ready": { "status": [] }', '“status” is an empty list'],
  ['"ready": "Final"', `“ready” ${takesObject}`],
  ['"rules": { "empty-section": true }', `“empty-section” ${takesSeverity}`],
  ['"rules": { "empty-section": "off" }', undefined],
  ['"rules": "off"', `“rules” ${takesObject}`],
];

describe('a value of a configuration', () => {
  for (const [value, expected] of values) {
    it(`${value}${expected === undefined ? '' : `: ${expected}`}`, () => {
      const { problems } = parseConfig(`{ "specs": [{ "files": "a.md", ${value} }] }`);
      deepEqual(
        problems.map(({ message }) => message),
        expected === undefined ? [] : [expected],
      );
    });
  }

  for (const [text, expected] of [
    ['{ "specs": null }', `“specs” ${takesList}`],
    ['{ "specs": ["a.md"] }', `An entry of “specs” ${takesObject}`],
    ['{ "specs": [{ "files": " " }] }', '“files” is empty'],
    ['{ "specs": [{ "files": [] }] }', '“files” is an empty list'],
  ] as const) {
    it(`${text}: ${expected}`, () =>
      deepEqual(
        parseConfig(text).problems.map(({ message }) => message),
        [expected],
      ));
  }
});

describe('what is read of a configuration', () => {
  it('is the severity that each word names', () => {
    const words = ['error', 'warning', 'information', 'info', 'hint', 'off', 'loud', 7];
    const { rules } = parseConfig(JSON.stringify({ rules: Object.fromEntries(words.map((word) => [word, word])) }));
    deepEqual(Object.fromEntries(rules), {
      error: 'error',
      warning: 'warning',
      information: 'information',
      info: 'information',
      hint: 'hint',
      off: 'off',
    });
  });

  it('is the last of what stands there twice, as JSON has it', () => {
    const { entries: [entry] = [] } = parseConfig('{ "specs": [{ "files": "a.md", "files": "b.md" }] }');
    deepEqual(
      entry?.files.map(({ value }) => value),
      ['b.md'],
    );
  });

  it('is nothing of what has another type', () => {
    const { entries: [entry] = [] } = parseConfig(
      `{ "specs": [{ "files": 7, "since": 7, "ready": { "status": { "is": 1 } }, ${section('maxWords', 'true')} }] }`,
    );
    deepEqual(entry?.files, []);
    equal(entry?.since, undefined);
    deepEqual(Array.from(entry?.ready ?? []), [['status', []]]);
    equal(entry?.sections[0]?.maxWords, undefined);
  });
});

describe('a configuration whose text cannot be had', () => {
  it('says why, and nothing is to be found by it', () => {
    const config = unreadableConfig('no rights');
    const { text, entries, problems } = config;
    deepEqual([text, entries], ['', undefined]);
    deepEqual(problems, [
      { span: { start: 0, end: 0 }, message: 'The file cannot be read: no rights', severity: 'error' },
    ]);
    equal(isBroken(config), true);
  });
});
