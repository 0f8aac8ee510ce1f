// The server's own way to files: no further than the folder they belong to, also by links.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import fs, { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskAside } from '../../src/node/disk-aside.ts';
import { fileHost } from '../../src/node/files.ts';
import { withFault, withWait } from '../cli/faults.ts';

/** A folder on the disk with `files` in it, and with an `outside.md` beside it. */
async function inFolder(
  files: Record<string, string>,
  run: (uri: string, path: string) => Promise<unknown>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'tech-spec-'));
  try {
    const folder = join(root, 'work [1] ä');
    mkdirSync(folder);
    writeFileSync(join(root, 'outside.md'), 'secret');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await run(pathToFileURL(folder).href, folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('files', () => {
  const host = fileHost(diskAside);

  it('are read without a byte order mark', () =>
    inFolder({ 'a.md': '\uFEFF# A\r\n' }, async (uri) => equal(await host.readText(`${uri}/a.md`, uri), '# A\r\n')));

  it('that are not there are undefined', () =>
    inFolder({ 'a.md': '' }, async (uri) => {
      equal(await host.readText(`${uri}/b.md`, uri), undefined);
      equal(await host.readText(`${uri}/a.md/b.md`, uri), undefined);
    }));

  it('that cannot be read say why', () =>
    inFolder({ 'sub/a.md': '', 'b.md': 'a\0b' }, async (uri) => {
      await rejects(host.readText(`${uri}/sub`, uri), /it is a folder/);
      await rejects(host.readText(`${uri}/b.md`, uri), /it is not text/);
    }));

  it('are not read where a link leads out of the folder, and are where it stays in', () =>
    inFolder({ 'docs/a.md': 'A' }, async (uri, path) => {
      symlinkSync(join(path, '..', 'outside.md'), join(path, 'out.md'));
      symlinkSync(join(path, '..'), join(path, 'up'));
      symlinkSync(join(path, 'docs', 'a.md'), join(path, 'in.md'));
      await rejects(host.readText(`${uri}/out.md`, uri), /its link leads out of the workspace/);
      await rejects(host.readText(`${uri}/up/outside.md`, uri), /its link leads out of the workspace/);
      equal(await host.readText(`${uri}/in.md`, uri), 'A');
    }));

  it('behind links in a circle say so, and the others are listed', () =>
    inFolder({ 'docs/a.md': 'A' }, async (uri, path) => {
      symlinkSync(join(path, 'b.md'), join(path, 'c.md'));
      symlinkSync(join(path, 'c.md'), join(path, 'b.md'));
      symlinkSync(path, join(path, 'docs', 'again'));
      await rejects(host.readText(`${uri}/b.md`, uri), /its links lead in a circle/);
      deepEqual(
        (await host.list(uri, 'docs/**/a.md')).map((each) => each.slice(uri.length)),
        ['/docs/a.md'],
      );
    }));

  for (const call of ['lstatSync', 'realpathSync', 'openSync', 'readSync'] as const) {
    it(`that a program reads at once, from a disk that fails at ${call}, say so`, () =>
      inFolder({ 'a.md': 'A' }, async (uri) => {
        const read = () => fileHost().readText(`${uri}/a.md`, uri);
        equal(await read(), 'A');
        await withFault({ call, code: 'EIO', at: 'a.md' }, () => rejects(read(), /the disk or the network failed/));
      }));
  }

  for (const call of ['lstat', 'realpath', 'open', 'read'] as const) {
    it(`on a network that fails at ${call} say so, and are read when it is back`, () =>
      inFolder({ 'a.md': 'A' }, async (uri) => {
        const reasons = {
          EIO: /the disk or the network failed/,
          ESTALE: /the network failed/,
          ETIMEDOUT: /the network failed/,
        };
        for (const [code, reason] of Object.entries(reasons)) {
          const before = async () => {
            throw Object.assign(new Error(`${code}: it failed`), { code });
          };
          await withWait({ call, at: 'a.md', before }, () => rejects(host.readText(`${uri}/a.md`, uri), reason));
        }
        equal(await host.readText(`${uri}/a.md`, uri), 'A');
      }));

    it(`on a network that says nothing at ${call} are waited for, and keep no other waiting`, () =>
      inFolder({ 'a.md': 'A', 'b.md': 'B' }, async (uri) => {
        let answer = () => {};
        const there = new Promise<void>((resolve) => {
          answer = resolve;
        });
        await withWait({ call, at: 'a.md', before: () => there }, async () => {
          let isRead = false;
          const read = host.readText(`${uri}/a.md`, uri).then((text) => {
            isRead = true;
            return text;
          });
          equal(await host.readText(`${uri}/b.md`, uri), 'B');
          equal(isRead, false);
          answer();
          equal(await read, 'A');
        });
      }));
  }

  it('are what they are at the moment: renamed in their letters’ case, gone, or a folder', () =>
    inFolder({ 'docs/Plan.md': 'A' }, async (uri, path) => {
      equal(await host.readText(`${uri}/docs/Plan.md`, uri), 'A');
      renameSync(join(path, 'docs', 'Plan.md'), join(path, 'docs', 'plan.md'));
      equal(await host.readText(`${uri}/docs/plan.md`, uri), 'A');
      rmSync(join(path, 'docs', 'plan.md'));
      equal(await host.readText(`${uri}/docs/plan.md`, uri), undefined);
      mkdirSync(join(path, 'docs', 'plan.md'));
      await rejects(host.readText(`${uri}/docs/plan.md`, uri), /it is a folder/);
      rmSync(join(path, 'docs'), { recursive: true });
      equal(await host.readText(`${uri}/docs/plan.md`, uri), undefined);
    }));

  it('are read in a folder that is a link itself', () =>
    inFolder({ 'real/a.md': 'A' }, async (uri, path) => {
      symlinkSync(join(path, 'real'), join(path, 'link'));
      equal(await host.readText(`${uri}/link/a.md`, `${uri}/link`), 'A');
    }));

  it('are listed by a glob, hidden ones too, sorted, none of a dependency’s', () =>
    inFolder(
      {
        '.github/ISSUE_TEMPLATE/tech-spec.md': '',
        '.github/ISSUE_TEMPLATE/bug.md': '',
        '.github/ISSUE_TEMPLATE/form.yml': '',
        'node_modules/x/.github/ISSUE_TEMPLATE/other.md': '',
      },
      async (uri) => {
        const found = await host.list(uri, '.github/ISSUE_TEMPLATE/*.md');
        deepEqual(
          found.map((each) => each.slice(uri.length)),
          ['/.github/ISSUE_TEMPLATE/bug.md', '/.github/ISSUE_TEMPLATE/tech-spec.md'],
        );
        deepEqual(await host.list(uri, 'none/*.md'), []);
      },
    ));

  it('are looked for in no folder where that which a pattern names is not there', () =>
    inFolder({ 'docs/a.md': '' }, async (uri) => {
      const looked: unknown[] = [];
      const { readdir } = fs;
      Object.assign(fs, {
        readdir: (...given: unknown[]) => {
          looked.push(given[0]);
          return Reflect.apply(readdir, fs, given);
        },
      });
      syncBuiltinESMExports();
      try {
        deepEqual(await host.list(uri, 'none/{a,b}/*.md'), []);
        deepEqual(looked, []);
        equal((await host.list(uri, '{docs,none}/*.md')).length, 1);
        ok(0 < looked.length);
      } finally {
        Object.assign(fs, { readdir });
        syncBuiltinESMExports();
      }
    }));
});
