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

describe('guidance', () => {
  const said = 'Say why the project exists.';
  const users = 'Name the users that it has.';
  const code = '```sh\nrun it\n```';
  const alone = ['leftover-guidance error'];
  const beside = ['leftover-guidance warning'];
  const cases = [
    ['is alone beside a rule or an emoji', said, `${said}\n\n***\n\n🙂`, alone],
    ['is not alone beside a word', said, `${said}\n\nOurs`, beside],
    ['is alone where it stands twice', said, `${said} ${said}`, alone],
    ['is found once where its sentences changed places', `${said} ${users}`, `Ours. ${users} ${said}`, beside],
    [
      'is found once where a sentence begins like another',
      `${said}\n\n${said.replace('.', ' now.')}`,
      `Ours. ${said.replace('.', ' now.')}`,
      beside,
    ],
    ['is its code', code, code, alone],
    ['is its code, whatever the line ends', code, code.replaceAll('\n', '\r\n'), alone],
    ['is not the code of another', code, code.replace('it', 'that'), []],
    ['is alone beside a code block that is empty', `${said}\n\n~~~\n~~~`, `${said}\n\n~~~\n~~~`, alone],
    ['is no sentence of its code', '```\nSay why the project exists.\n```', said, []],
    ['is no short sentence of a link definition', `[//]: # (${said})`, said, []],
    [
      'is a sentence of eight words in a comment',
      '<!-- Say who it is for and why now. -->',
      'Say who it is for and why now.',
      alone,
    ],
    [
      'is no sentence of seven words in a comment',
      '<!-- Say who it is for and why. -->',
      'Say who it is for and why.',
      [],
    ],
    ['is a link to a heading where more is said beside it', `- [A](#a)\n- ${users}`, `- Ours\n- ${users}`, beside],
    [
      'is no contents of which a link leads elsewhere',
      '- [What it costs us](#a) [b](c)',
      '- [What it costs us](#a) [b](c)',
      alone,
    ],
    [
      'is no contents of which each stands alone',
      '- [What it costs us](#a)\n\n- [What it costs them](#b)',
      '- [What it costs us](#a)\n\n- [What it costs them](#b)',
      [],
    ],
    [
      'is a quote that speaks of a licence',
      '> Say what licence it will be under.',
      '> Say what licence it will be under.',
      alone,
    ],
    ['is what MUST be said', 'Name what the server MUST do then.', 'Name what the server MUST do then.', alone],
    [
      'is a comment of five words',
      '<!-- Say what it is for -->',
      'Ours.\n\n<!-- Say what it is for -->',
      ['leftover-guidance hint'],
    ],
    ['is no comment of the author’s', '<!-- Say what it is for. -->', 'Ours.\n\n<!-- We know what it is for. -->', []],
  ] as const;
  for (const [what, template, body, expected] of cases) {
    it(what, () => deepEqual(severities(template, body), expected));
  }
});

describe('code of very many blank lines', () => {
  const code = `\`\`\`\n${'\n'.repeat(100_000)}x\n\`\`\``;
  it('is found where it was left', () => deepEqual(severities(code, code), ['leftover-guidance error']));
});

function severities(guidance: string, body: string): readonly string[] {
  const found = find(contextOf(`## Goals\n\n${guidance}\n`, `## Goals\n\n${body}\n`), { only: 'leftover-guidance' });
  return found.map(({ rule, severity }) => `${rule} ${severity}`);
}

/** What is found in a section with this body, of a template whose section has that guidance. */
function rules(guidance: string, body: string): readonly string[] {
  const found = find(contextOf(`## Goals\n\n${guidance}\n`, `## Goals\n\n${body}\n`));
  return found.map(({ rule, severity }) => (severity === 'hint' ? `${rule} hint` : rule));
}
