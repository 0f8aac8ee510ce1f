/** Guidance in every form that templates have: found where it was left, silent where it was replaced. */
import { deepEqual } from 'node:assert/strict';
import { contextOf, find } from '../check.ts';

const forms: Readonly<Record<string, string>> = {
  'a paragraph': 'Say why the project exists.',
  'a paragraph, re-wrapped': 'Say why\nthe project exists.',
  'a quote': '> Why should we *not* do this at all?',
  italics: '_What details are necessary to understand it?_',
  brackets: '[Say why the project exists]',
  braces: '{Say why the project exists, in free form}',
  'brackets of another language': '（なぜ必要かを書く。）',
  'a list': '- Who has asked for it so far?\n- Who would be against it?',
  'a numbered list': '1. Name the problem in your own words\n2. Name the people that have it',
  'a table': '| Who | What they would have to do |\n| --- | --- |\n| {name} | {what they do then} |',
  'words and a comment': '<!-- Delete me. -->\nSay why the project exists.',
};

describe('guidance as', () => {
  for (const [form, guidance] of Object.entries(forms)) {
    it(`${form} is found where it was left`, () =>
      deepEqual(rules(guidance, guidance.replace('why\n', 'why ')), ['leftover-guidance']));
    it(`${form} is forgotten where it was replaced`, () => deepEqual(rules(guidance, 'Night trains sell out.'), []));
  }
});

describe('guidance as a comment', () => {
  const comments = {
    'of HTML': '<!-- Say in a sentence why the project exists. -->',
    'of several lines': '<!--\nSay in a sentence\n\nwhy the project exists.\n-->',
    'by a link definition': '[//]: # (Say in a sentence why the project exists.)',
  };
  for (const [form, comment] of Object.entries(comments)) {
    it(`${form} is no answer, and a hint at most`, () => {
      deepEqual(rules(comment, comment), ['empty-section', 'leftover-guidance hint']);
      deepEqual(rules(comment, `${comment}\n\nNight trains sell out.`), ['leftover-guidance hint']);
    });
  }
});

/** What is found in a section with this body, of a template whose section has that guidance. */
function rules(guidance: string, body: string): readonly string[] {
  const found = find(contextOf(`## Goals\n\n${guidance}\n`, `## Goals\n\n${body}\n`));
  return found.map(({ rule, severity }) => (severity === 'hint' ? `${rule} hint` : rule));
}
