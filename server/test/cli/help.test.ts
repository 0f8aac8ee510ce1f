/** What the program says of itself: to learn from, and to be put right by. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { inFolder } from './terminal.ts';

const commands = ['check', 'fix', 'new', 'explain', 'init', 'lsp'];

async function helpOf(command: string): Promise<string> {
  const { code, out } = await inFolder({}, ['help', command]);
  equal(code, 0);
  return out;
}

describe('tech-spec help', () => {
  it('names every command that there is', async () => {
    const { out } = await inFolder({}, ['--help']);
    const named = Array.from(out.matchAll(/^ {2}(\w+) (?:\[|<)[^\n]*/gm), ([, name]) => name);
    deepEqual(named, [...commands, 'help']);
  });

  for (const command of commands) {
    it(`of ${command} says what it does, shows it by example, and explains exit codes`, async () => {
      const help = await helpOf(command);
      match(help, /^Usage: tech-spec \w+ [^\n]*\n\n[A-Z]/);
      match(help, /\nExamples?[:,]/);
      match(help, /\nExit status:\n {2}0 {2}\w/);
      equal(help, (await inFolder({}, [command, '--help'])).out);
    });

    it(`of ${command} shows no option that there is not`, async () => {
      const help = await helpOf(command);
      const [options = '', examples = ''] = help.split(/\nExamples?[:,]/);
      const known = new Set(options.match(/(?<=^ {2}(?:-\w, )?)--[\w-]+|(?<=^ {2})-\w(?=,)/gm));
      const [shown = ''] = examples.split('\nExit status:');
      const lines = shown.split('\n').filter((line) => line.includes(`tech-spec ${command} `));
      const used = lines.flatMap(
        (line) => line.replace(/^.*?tech-spec \w+ /, '').match(/(?<=^|\s)--?[a-z][\w-]*/g) ?? [],
      );
      deepEqual(
        used.filter((each) => !known.has(each)),
        [],
      );
      ok(command === 'lsp' || 2 < lines.length);
    });
  }

  it('fits a terminal of eighty columns, but for examples', async () => {
    for (const command of commands) {
      const [text = ''] = (await helpOf(command)).split(/\nExamples?[:,]/);
      deepEqual(
        text.split('\n').filter((line) => 80 < line.length),
        [],
      );
    }
  });
});

describe('what is mistyped', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a command', ['fxi'], /Did you mean fix\?/],
    ['a command to explain', ['help', 'chek'], /^tech-spec: unknown command 'chek'\n\(Did you mean check\?\)\n/],
    ['an option', ['check', '--tmplate', 'a.md'], /Did you mean --template\?/],
    ['a word for an option', ['fix', '--stage', 'drft'], /It is one of draft, ready\. Did you mean draft\?/],
    ['a format', ['check', '-f', 'jsn'], /Did you mean json\?/],
    ['a rule', ['check', '--rule', 'mising-section=off'], /Did you mean missing-section\?/],
    ['a rule to explain', ['explain', 'mising-section'], /Did you mean missing-section\?/],
  ];
  for (const [what, argv, words] of cases) {
    it(`${what} is put right, and is 2`, async () => {
      const { code, out, errors } = await inFolder({}, argv);
      deepEqual({ code, out }, { code: 2, out: '' });
      match(errors, words);
    });
  }

  it('leads to the help of its command', async () => {
    match((await inFolder({}, ['fix', '--strict'])).errors, /\n\(tech-spec help fix explains it\)\n$/);
    match((await inFolder({}, ['fxi'])).errors, /\n\(tech-spec --help explains the commands\)\n$/);
  });
});

describe('colours', () => {
  const files = { 'a.tech-spec.md': '## Summary\n' };
  const cases: readonly (readonly [string, boolean, Readonly<Record<string, string>>, readonly string[], boolean])[] = [
    ['are there on a terminal', true, {}, [], true],
    ['are not there elsewhere', false, {}, [], false],
    ['are not there on a terminal that has none', true, { TERM: 'dumb' }, [], false],
    ['are not there under NO_COLOR', true, { NO_COLOR: '1' }, [], false],
    ['are there under a NO_COLOR that is empty', true, { NO_COLOR: '' }, [], true],
    ['are there under FORCE_COLOR', false, { FORCE_COLOR: '1' }, [], true],
    ['are not there under FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, [], false],
    ['are not there where NO_COLOR and FORCE_COLOR disagree', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['are there with --color, whatever else is said', false, { NO_COLOR: '1' }, ['--color'], true],
    ['are not there with --no-color, whatever else is said', true, { FORCE_COLOR: '1' }, ['--no-color'], false],
  ];
  for (const [fact, isInteractive, environment, argv, expected] of cases) {
    it(fact, async () => {
      for (const command of ['check', 'fix']) {
        const { out } = await inFolder(files, [command, ...argv], { isInteractive, environment });
        equal(out.includes('\u001b['), expected, command);
      }
    });
  }
});
