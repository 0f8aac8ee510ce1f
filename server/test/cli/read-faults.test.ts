/** Files that may not be read, folders that may not be written to, and a network that fails: each is told with its path, and keeps nobody else from being checked. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, withFault } from './faults.ts';
import { documentsOf, type Files, type Ran, runIn, withFolder } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';
const spec = '## Goals\n\nWarm hands.\n';
const files: Files = { 'template.md': template, 'specs/a.md': spec, 'specs/b.md': spec, 'specs/deep/c.md': spec };
const check = ['check', '--format', 'json', '--template', 'template.md'];

function run(argv: readonly string[], fault: Fault, given = files): Promise<Ran> {
  return withFolder(given, (folder) => withFault(fault, () => runIn(folder, argv)));
}

function checkedIn(ran: Ran): readonly string[] {
  return documentsOf(ran).flatMap(({ file, findings }) => (0 < findings.length ? [file] : []));
}

const reasons = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk or the network failed',
  ESTALE: 'the network failed',
  ETIMEDOUT: 'the network failed',
  EHOSTDOWN: 'the network failed',
  // Gone, a folder or a circle of links, since it was found.
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
};

describe('a document that cannot be read', () => {
  for (const [code, reason] of Object.entries(reasons)) {
    for (const call of ['openSync', 'readSync'] as const) {
      it(`${code} of ${call}: is told, 2, and the others are checked`, async () => {
        const ran = await run([...check, 'specs'], { call, code, at: 'specs/b.md' });
        deepEqual([ran.code, ran.errors], [2, `tech-spec: “specs/b.md” cannot be read: ${reason}\n`]);
        deepEqual(checkedIn(ran), ['specs/a.md', 'specs/deep/c.md']);
      });
    }
  }

  it('cannot be fixed either, and the others are', async () => {
    const crooked = { 'template.md': template, 'a.md': '# Goals\n\nWarm.\n\n### Risks\n\nx\n', 'b.md': spec };
    await withFolder(crooked, async (folder) => {
      const fix = ['fix', '--template', 'template.md', 'a.md', 'b.md'];
      const ran = await withFault({ call: 'openSync', code: 'EACCES', at: 'b.md' }, () => runIn(folder, fix));
      equal(ran.code, 2);
      match(ran.errors, /“b\.md” cannot be read: permission denied\n/);
      equal(readFileSync(join(folder, 'a.md'), 'utf8') === crooked['a.md'], false);
    });
  });

  it('and cannot be looked at is told by reading it', async () => {
    const ran = await run([...check, 'specs/b.md', 'specs/a.md'], {
      call: 'statSync',
      code: 'ESTALE',
      at: 'specs/b.md',
    });
    deepEqual(checkedIn(ran), ['specs/a.md', 'specs/b.md']);
  });

  for (const [code, reason] of Object.entries(reasons)) {
    it(`a template, ${code}: one message, 2`, async () => {
      const ran = await run([...check, 'specs'], { call: 'openSync', code, at: 'template.md' });
      deepEqual([ran.code, ran.errors], [2, `tech-spec: template “template.md” cannot be read: ${reason}\n`]);
    });
  }
});

describe('a folder that cannot be looked into', () => {
  it('is told, with a way to leave it out, and the others are checked', async () => {
    const ran = await run([...check, 'specs'], { call: 'readdirSync', code: 'EACCES', at: 'specs/deep/' });
    deepEqual(
      [ran.code, ran.errors],
      [2, `tech-spec: “specs/deep” cannot be read: permission denied; '!specs/deep' leaves it out\n`],
    );
    deepEqual(checkedIn(ran), ['specs/a.md', 'specs/b.md']);
  });

  it('is left out by that', async () => {
    const fault = { call: 'readdirSync', code: 'EACCES', at: 'specs/deep/' } as const;
    const ran = await run([...check, 'specs', '!specs/deep'], fault);
    deepEqual([ran.errors, checkedIn(ran)], ['', ['specs/a.md', 'specs/b.md']]);
  });

  it('is told once, where it is all there is', async () => {
    const ran = await run([...check, 'specs'], { call: 'readdirSync', code: 'ETIMEDOUT', at: 'specs' });
    deepEqual(
      [ran.code, ran.errors],
      [2, `tech-spec: “specs” cannot be read: the network failed; '!specs' leaves it out\n`],
    );
  });

  it('and is gone by then is none', async () => {
    const ran = await run([...check, 'specs'], { call: 'readdirSync', code: 'ENOENT', at: 'specs/deep/' });
    deepEqual([ran.errors, checkedIn(ran)], ['', ['specs/a.md', 'specs/b.md']]);
  });
});

describe('a folder that may not be written to', () => {
  const cases: readonly (readonly [string, readonly string[], Files, Fault, string])[] = [
    ['new', ['new', 'Tea'], {}, { call: 'writeFileSync', code: 'EACCES', at: '' }, 'permission denied'],
    ['init', ['init', '--builtin'], {}, { call: 'writeFileSync', code: 'EROFS', at: '' }, 'the disk is read-only'],
    [
      'fix',
      ['fix', '--template', 'template.md', 'a.md'],
      { 'template.md': template, 'a.md': '## Goals\n\nWarm.\n\n# Risks\n\nx\n' },
      { call: 'writeFileSync', code: 'EACCES', at: '' },
      'permission denied',
    ],
    [
      'check --output',
      [...check, '--output', 'out.json', 'specs'],
      files,
      { call: 'writeFileSync', code: 'EACCES', at: '' },
      'permission denied',
    ],
  ];
  for (const [what, argv, given, fault, reason] of cases) {
    it(`${what}: is told with the file, 2, and nothing is left behind`, () =>
      withFolder(given, async (folder) => {
        const before = readdirSync(folder);
        const ran = await withFault(fault, () => runIn(folder, argv));
        equal(ran.code, 2, JSON.stringify(ran));
        match(ran.errors, new RegExp(`^tech-spec: “[^”]+” cannot be written: ${reason}\\n`, 'm'));
        deepEqual(readdirSync(folder), before);
      }));
  }
});
