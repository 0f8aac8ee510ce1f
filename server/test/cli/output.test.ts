/** Where a report goes: files that are there whole or not at all, and a line that comes and goes while somebody waits. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/node/commands/program.ts';
import { type Files, inFolder, runIn, withFolder } from './terminal.ts';

const files: Files = { 'template.md': '## Goals\n\nSay why.\n', 'tea.md': '# Tea\n', 'pot.md': '## Goals\n\nTBD\n' };
const argv = ['check', '-t', 'template.md', 'tea.md'];

describe('tech-spec check -o', () => {
  it('writes the report into the file and nothing to standard output', () =>
    withFolder(files, async (folder) => {
      const ran = await runIn(folder, [...argv, '-f', 'json', '-o', 'out.json']);
      deepEqual(ran, { code: 1, out: '', errors: '' });
      equal(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).documents.length, 1);
    }));

  it('writes text without colours, unless they are wished for', () =>
    withFolder(files, async (folder) => {
      const look = { isInteractive: true };
      await runIn(folder, [...argv, '-o', 'plain.txt'], look);
      doesNotMatch(readFileSync(join(folder, 'plain.txt'), 'utf8'), colorCode);
      await runIn(folder, [...argv, '-o', 'coloured.txt', '--color'], look);
      match(readFileSync(join(folder, 'coloured.txt'), 'utf8'), colorCode);
    }));

  it('makes the folders it takes', () =>
    withFolder(files, async (folder) => {
      equal((await runIn(folder, [...argv, '-o', 'a/b/out.txt'])).code, 1);
      match(readFileSync(join(folder, 'a/b/out.txt'), 'utf8'), /^tea\.md\n/);
    }));

  it('leaves nothing beside it, keeps its permissions, and follows its link', () =>
    withFolder({ ...files, 'real/out.txt': 'old' }, async (folder) => {
      chmodSync(join(folder, 'real/out.txt'), 0o600);
      symlinkSync('real/out.txt', join(folder, 'out.txt'));
      await runIn(folder, [...argv, '-o', 'out.txt']);
      equal(lstatSync(join(folder, 'out.txt')).isSymbolicLink(), true);
      deepEqual(readdirSync(join(folder, 'real')), ['out.txt']);
      match(readFileSync(join(folder, 'real/out.txt'), 'utf8'), /^tea\.md\n/);
      equal(statSync(join(folder, 'real/out.txt')).mode & 0o077, 0);
    }));

  it('puts nothing in the place of a device', () =>
    withFolder(files, async (folder) => {
      equal((await runIn(folder, [...argv, '-o', '/dev/null'])).code, 1);
      equal(statSync('/dev/null').isFile(), false);
    }));

  it('is 2 where nothing can be written, and says why', () =>
    withFolder(files, async (folder) => {
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'file'), 'whole');
      deepEqual(await runIn(folder, [...argv, '-o', 'out']), {
        code: 2,
        out: '',
        errors: 'tech-spec: “out” cannot be written: it is a folder\n',
      });
      equal((await runIn(folder, [...argv, '-o', 'file/out.txt'])).code, 2);
      equal(readFileSync(join(folder, 'file'), 'utf8'), 'whole');
    }));

  it('leaves the old report where there is no new one', () =>
    withFolder({ ...files, 'out.json': 'old' }, async (folder) => {
      equal((await runIn(folder, [...argv, '-f', 'json', '-o', 'out.json', '--since', 'HEAD'])).code, 2);
      equal(readFileSync(join(folder, 'out.json'), 'utf8'), 'old');
    }));
});

describe('tech-spec check --rule', () => {
  const found = async (...rules: readonly string[]) => {
    const ran = await inFolder(files, ['check', '-t', 'template.md', '-f', 'json', 'pot.md', 'tea.md', ...rules]);
    const severities = JSON.parse(ran.out).documents.flatMap(({ findings }: { findings: { severity: string }[] }) =>
      findings.map(({ severity }) => severity),
    );
    return { code: ran.code, severities };
  };

  it('says how loud a rule is, as often as it is given', async () => {
    deepEqual(await found(), { code: 1, severities: ['warning', 'error'] });
    deepEqual(await found('--rule', 'missing-section=hint', '--rule=unfinished-section=error'), {
      code: 1,
      severities: ['error', 'hint'],
    });
  });

  it('switches a rule off, and one that is off on', async () => {
    deepEqual(await found('--rule', 'missing-section=off'), { code: 0, severities: ['warning'] });
    const ran = await inFolder({ ...files, 'own.md': '## Goals\n\nTea.\n\n## Own\n\nMilk.\n' }, [
      ...['check', '-t', 'template.md', '-f', 'json', 'own.md', '--rule', 'unknown-section=warning'],
    ]);
    match(ran.out, /"unknown-section"/);
  });

  it('wins over the configuration', async () => {
    const entry = { files: '*.md', template: 'template.md', rules: { 'unfinished-section': 'error' } };
    const configured = { ...files, '.tech-spec.json': JSON.stringify({ specs: [entry] }) };
    equal((await inFolder(configured, ['check', 'pot.md'])).code, 1);
    equal((await inFolder(configured, ['check', 'pot.md', '--rule', 'unfinished-section=warning'])).code, 0);
  });

  it('given twice for a rule counts the last time', async () => {
    const twice = ['--rule', 'missing-section=off', '--rule', 'missing-section=warning'];
    deepEqual(await found(...twice), { code: 0, severities: ['warning', 'warning'] });
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['missing-sections=off', /“missing-sections” is no rule\. Did you mean missing-section\?/],
    ['tea=off', /“tea” is no rule\.\n/],
    ['missing-section=warn', /“warn” is none of error, warning, information, hint, off\. Did you mean warning\?/],
    ['missing-section', /Write ID=SEVERITY, as in section-order=off\./],
    ['__proto__=off', /“__proto__” is no rule\./],
  ];
  for (const [said, words] of wrong) {
    it(`${said} is 2, with what may have been meant`, async () => {
      const { code, out, errors } = await inFolder(files, [...argv, '--rule', said]);
      deepEqual({ code, out }, { code: 2, out: '' });
      match(errors, words);
    });
  }
});

describe('the line that says how far a check has come', () => {
  /** A clock on which each look takes as many milliseconds. */
  async function shownAt(step: number, quiet = false) {
    const shown: string[] = [];
    let now = 0;
    const status = { write: (text: string) => void shown.push(text), now: () => (now += step) };
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`docs/${at}.md`, '## Goals\n\nTea.\n']));
    const names = quiet ? ['--quiet', 'docs'] : ['docs'];
    await inFolder({ ...files, ...many }, ['check', '-t', 'template.md', ...names], { status });
    return shown;
  }

  it('is not there for what is over soon', async () => deepEqual(await shownAt(10), []));

  it('is not there where nobody looks', async () => {
    const { errors } = await inFolder(files, argv);
    equal(errors, '');
  });

  it('comes after half a second, changes in one place, and is gone at the end', async () => {
    deepEqual(await shownAt(100, true), [
      '\r\u001b[2KChecked 4 of 8 documents …',
      '\r\u001b[2KChecked 5 of 8 documents …',
      '\r\u001b[2KChecked 6 of 8 documents …',
      '\r\u001b[2KChecked 7 of 8 documents …',
      '\r\u001b[2K',
    ]);
  });

  it('makes way for what is found', async () => {
    const shown = await shownAt(100);
    deepEqual(shown.slice(0, 2), ['\r\u001b[2KChecked 4 of 8 documents …', '\r\u001b[2K']);
  });
});

describe('standard output', () => {
  it('that takes no more is 2, in one line', () =>
    withFolder(files, async (folder) => {
      let errors = '';
      const out = () => {
        throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC', syscall: 'write' });
      };
      const complain = (text: string) => void (errors += text);
      const readInput = async () => new Uint8Array();
      equal(await run(argv, { folder, environment: {}, isInteractive: false, out, complain, readInput }), 2);
      equal(errors, 'tech-spec: standard output cannot be written: the disk is full\n');
    }));
});

describe('text from documents', () => {
  it('holds nothing that a terminal obeys', async () => {
    const { out } = await inFolder({ 'template.md': '## A\u001b[2Jb\n', 'te\u001b]0;xa.md': '# Tea\n' }, [
      ...['check', '-t', 'template.md', 'te\u001b]0;xa.md'],
    ]);
    doesNotMatch(out, obeyed);
  });

  const hostile: Files = {
    'template.md': '## A\u001b[2Jb\n\n## C\n\n## D\n',
    'docs/\u001b[2J.md': '## A\u001b[2Jb\n\n## C\n\n## D\n',
    'c.json': '{ "\\u001b[2J": 1 }',
  };
  const told: readonly (readonly [string, readonly string[]])[] = [
    ['a configuration is complained of', ['check', '-c', 'c.json', 'docs']],
    ['a template is explained', ['explain', '-t', 'template.md']],
    ['a file is explained', ['explain', 'docs/\u001b[2J.md']],
    ['templates are looked for', ['init', '-n', '-t', 'template.md']],
    ['a name leads to nothing', ['check', '\u001b[2J.md']],
    ['an option is unknown', ['check', '--\u001b[2J']],
  ];
  for (const [what, given] of told) {
    it(`holds nothing of that kind where ${what}`, async () => {
      const { out, errors } = await inFolder(hostile, given);
      match(out + errors, /\ufffd\[2J/);
      doesNotMatch(out + errors, obeyed);
    });
  }
});

const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
const colorCode = /\u001b\[/;
