/** Long and odd templates of every kind: they are read and checked, and in time that grows with their length only. */
import { ok } from 'node:assert/strict';
import { check, contextOf, parseDocument, readTemplate, rules } from '../../src/core/index.ts';

/** Enough for what grows with the square to be felt: mocha stops waiting, and no clock is read. */
const length = 5_000;
const units = [
  ' ',
  '*',
  '_',
  '`',
  '(',
  '[a] ',
  '<',
  '|a ',
  '. ',
  '\t',
  '\n \n',
  '**a** ',
  '**a**\n',
  '```a \n',
  ' - [ ] a\n',
  '[//]: # (a)\n',
  '[//]: # (',
  '](#',
  '--> ',
  'key words MUST ',
  'This section ',
  'optional. ',
  'title should be 4 characters ',
  'Moved to ',
  '\ud800',
];

const makers: Readonly<Record<string, (words: string, line: string) => readonly [string, string]>> = {
  guidance: (words) => [`## A\n\n${words}\n\n## B\n\nSay b.\n`, 'a.md'],
  preamble: (words) => [`${words}\n\n# A\n\n${words}\n\n## B\n\nSay b.\n`, 'a.md'],
  'bold lines': (words) => [`**A**\n${words}\n\n**B:** ${words}\n`, 'a.md'],
  comment: (words) => [`## A\n\nSay a.\n\n<!-- ${words} -->\n## B\n`, 'a.md'],
  heading: (_, line) => [`## A ${line}\n\nSay a.\n`, 'a.md'],
  'front matter': (_, line) => [`---\na: ${line}\n# ${line}\nb: <${line}\nc (${line}): {\n---\n\n## A\n`, 'a.md'],
  form: (words) => [formOf(JSON.stringify(`a${words}a`)), 'a.yml'],
};

describe('hostile template', () => {
  for (const [name, make] of Object.entries(makers)) {
    it(`${name} of odd words`, () => {
      for (const unit of units) {
        const words = unit.repeat(Math.ceil(length / unit.length));
        const template = readTemplate(...make(words, words.replaceAll('\n', ' ')));
        const context = contextOf(template, parseDocument(template.skeleton.text));
        ok(Array.isArray(check(context, rules, { stage: 'ready' })));
      }
    }).timeout(20_000);
  }
});

function formOf(words: string): string {
  const field = `{ label: ${words}, description: ${words}, value: ${words}, placeholder: ${words} }`;
  return `body:\n- type: textarea\n  attributes: ${field}\n- type: markdown\n  attributes: { value: ${words} }\n`;
}
