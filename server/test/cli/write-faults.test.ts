/** A disk that is full, read-only or gone while a file is written: what was there stays, and nothing is left beside it. */
import { deepEqual, equal, throws } from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf } from '../../src/node/read.ts';
import { type WritableFiles, writeNew, writeWhole } from '../../src/node/write.ts';

const faults = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EXDEV', 'ESTALE', 'ETIMEDOUT', 'EBUSY', 'EUNKNOWN'];
const steps = ['statSync', 'mkdirSync', 'realpathSync', 'writeFileSync', 'renameSync'] as const;
type Step = (typeof steps)[number] | 'linkSync';

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: it failed`), { code });
}

/** The file system, but for one step that fails; writing has come half the way by then. */
function failingAt(step: Step, code: string): WritableFiles {
  const fail = (path: unknown, text: unknown) => {
    if (step === 'writeFileSync') fs.writeFileSync(path as string, String(text).slice(0, 3));
    throw failure(code);
  };
  return { ...fs, [step]: fail };
}

function inFolder(run: (folder: string) => void): void {
  const folder = fs.mkdtempSync(join(tmpdir(), 'tech-spec-write-'));
  try {
    run(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe('a file that is written', () => {
  for (const step of steps.filter((each) => each !== 'mkdirSync')) {
    it(`is as it was where ${step} fails`, () => {
      for (const code of faults) {
        inFolder((folder) => {
          const path = join(folder, 'a.json');
          fs.writeFileSync(path, 'before');
          throws(() => writeWhole(path, 'afterwards', failingAt(step, code)), { code });
          equal(fs.readFileSync(path, 'utf8'), 'before');
          deepEqual(fs.readdirSync(folder), ['a.json']);
        });
      }
    });
  }

  for (const step of steps.filter((each) => each !== 'realpathSync')) {
    it(`and was not there is not there where ${step} fails`, () => {
      for (const code of faults) {
        inFolder((folder) => {
          throws(() => writeWhole(join(folder, 'new', 'a.json'), 'afterwards', failingAt(step, code)), { code });
          deepEqual(
            fs.readdirSync(folder, { recursive: true }).filter((name) => name !== 'new'),
            [],
          );
        });
      }
    });
  }

  it('is whole where nothing fails, with the rights that it had', () =>
    inFolder((folder) => {
      const path = join(folder, 'a.json');
      fs.writeFileSync(path, 'before', { mode: 0o640 });
      writeWhole(path, 'afterwards');
      deepEqual([fs.readFileSync(path, 'utf8'), fs.statSync(path).mode & 0o777], ['afterwards', 0o640]);
      deepEqual(fs.readdirSync(folder), ['a.json']);
    }));

  for (const fails of [false, true]) {
    it(`stays whose it was${fails ? ', and is written where that cannot be' : ''}`, () =>
      inFolder((folder) => {
        const path = join(folder, 'a.json');
        fs.writeFileSync(path, 'before');
        const owners: number[][] = [];
        const statSync = (...given: Parameters<typeof fs.statSync>) =>
          Object.assign(fs.statSync(...given) ?? {}, { uid: 4711, gid: 4712 });
        const chownSync = (_: fs.PathLike, ...owner: number[]) => {
          owners.push(owner);
          if (fails) throw failure('EPERM');
        };
        writeWhole(path, 'afterwards', { ...fs, statSync: statSync as typeof fs.statSync, chownSync });
        deepEqual(owners, [[4711, 4712]]);
        equal(fs.readFileSync(path, 'utf8'), 'afterwards');
      }));
  }

  it('keeps rights that a new file would not get', () =>
    inFolder((folder) => {
      const path = join(folder, 'a.json');
      fs.writeFileSync(path, 'before');
      fs.chmodSync(path, 0o666);
      const mask = process.umask(0o077);
      try {
        writeWhole(path, 'afterwards');
      } finally {
        process.umask(mask);
      }
      equal(fs.statSync(path).mode & 0o777, 0o666);
    }));

  it('is as it was where it is read-only, though another could be put in its place', () =>
    inFolder((folder) => {
      const path = join(folder, 'a.json');
      fs.writeFileSync(path, 'before');
      // As everybody's but root's system answers.
      const accessSync = () => {
        throw failure('EACCES');
      };
      throws(() => writeWhole(path, 'afterwards', { ...fs, accessSync }), { code: 'EACCES' });
      deepEqual([fs.readFileSync(path, 'utf8'), fs.readdirSync(folder)], ['before', ['a.json']]);
    }));

  it('may have the longest name that there is', () =>
    inFolder((folder) => {
      const path = join(folder, `${'a'.repeat(250)}.json`);
      fs.writeFileSync(path, 'before');
      writeWhole(path, 'afterwards');
      equal(fs.readFileSync(path, 'utf8'), 'afterwards');
    }));

  it('through a link stays behind that link', () =>
    inFolder((folder) => {
      fs.mkdirSync(join(folder, 'real'));
      fs.writeFileSync(join(folder, 'real', 'a.json'), 'before');
      fs.symlinkSync(join(folder, 'real', 'a.json'), join(folder, 'a.json'));
      writeWhole(join(folder, 'a.json'), 'afterwards');
      equal(fs.readFileSync(join(folder, 'real', 'a.json'), 'utf8'), 'afterwards');
      equal(fs.lstatSync(join(folder, 'a.json')).isSymbolicLink(), true);
    }));

  it('through links in a circle is none', () =>
    inFolder((folder) => {
      fs.symlinkSync(join(folder, 'b'), join(folder, 'a'));
      fs.symlinkSync(join(folder, 'a'), join(folder, 'b'));
      throws(() => writeWhole(join(folder, 'a'), 'x'), { code: 'ELOOP' });
    }));
});

describe('a file of several names that is written', () => {
  /** One file that is called `a.json` and `b.json`. */
  function inFolderOfTwo(run: (path: string, other: string, folder: string) => void): void {
    inFolder((folder) => {
      const [path, other] = [join(folder, 'a.json'), join(folder, 'b.json')];
      fs.writeFileSync(path, 'before', { mode: 0o640 });
      fs.linkSync(path, other);
      run(path, other, folder);
    });
  }

  it('keeps them all, and its rights', () => {
    for (const text of ['afterwards, and longer', 'now', ''])
      inFolderOfTwo((path, other, folder) => {
        writeWhole(path, text);
        equal(fs.readFileSync(other, 'utf8'), text);
        const { ino, nlink, mode } = fs.statSync(path);
        deepEqual([ino, nlink, mode & 0o777], [fs.statSync(other).ino, 2, 0o640]);
        deepEqual(fs.readdirSync(folder), ['a.json', 'b.json']);
      });
  });

  it('keeps them where it is written through a link', () =>
    inFolderOfTwo((path, other, folder) => {
      const link = join(folder, 'c.json');
      fs.symlinkSync(path, link);
      writeWhole(link, 'afterwards');
      equal(fs.readFileSync(other, 'utf8'), 'afterwards');
      equal(fs.lstatSync(link).isSymbolicLink(), true);
    }));

  it('stands beside itself as it was while it is written, for its owner alone', () =>
    inFolderOfTwo((path, _, folder) => {
      let seen = 0;
      const truncateSync = (...given: Parameters<typeof fs.truncateSync>) => {
        const [copy = ''] = fs.readdirSync(folder).filter((name) => name.startsWith('.'));
        equal(fs.readFileSync(join(folder, copy), 'utf8'), 'before');
        if (process.platform !== 'win32') equal(fs.statSync(join(folder, copy)).mode & 0o777, 0o600);
        seen++;
        fs.truncateSync(...given);
      };
      writeWhole(path, 'now', { ...fs, truncateSync });
      equal(seen, 1);
    }));

  const { readFileSync, writeFileSync, truncateSync } = fs;
  for (const [step, nth] of [
    ['readFileSync', 1],
    ['writeFileSync', 1],
    ['writeFileSync', 2],
    ['truncateSync', 1],
  ] as const) {
    it(`is as it was where ${step} fails${nth === 1 ? '' : ' the second time'}`, () => {
      const original = { readFileSync, writeFileSync, truncateSync }[step] as (...given: unknown[]) => unknown;
      for (const code of faults)
        inFolderOfTwo((path, other, folder) => {
          let calls = 0;
          const fail = (...given: unknown[]) => {
            calls++;
            if (calls !== nth) return original(...given);
            // It has come half the way by then.
            if (step === 'writeFileSync') original(given[0], 'now'.slice(0, 2), given[2]);
            throw failure(code);
          };
          throws(() => writeWhole(path, 'now', { ...fs, [step]: fail }), { code });
          equal(fs.readFileSync(other, 'utf8'), 'before');
          equal(fs.statSync(path).nlink, 2);
          deepEqual(fs.readdirSync(folder), ['a.json', 'b.json']);
        });
    });
  }

  it('is left beside itself where what was there cannot be put back, and where that is, is said', () =>
    inFolderOfTwo((path, _, folder) => {
      const truncateSync = () => {
        throw failure('EIO');
      };
      let said = '';
      try {
        writeWhole(path, 'now', { ...fs, truncateSync });
      } catch (error) {
        said = reasonOf(error);
      }
      const [copy = ''] = fs.readdirSync(folder).filter((name) => name.startsWith('.'));
      equal(said, `the disk or the network failed; what was there is in “${join(folder, copy)}”`);
      equal(fs.readFileSync(join(folder, copy), 'utf8'), 'before');
    }));
});

describe('a file that is new', () => {
  it('is whole, and nothing is left beside it', () =>
    inFolder((folder) => {
      writeNew(join(folder, 'new', 'a.md'), 'text');
      equal(fs.readFileSync(join(folder, 'new', 'a.md'), 'utf8'), 'text');
      deepEqual(fs.readdirSync(join(folder, 'new')), ['a.md']);
    }));

  for (const step of ['mkdirSync', 'writeFileSync', 'linkSync'] as const) {
    it(`is not there where ${step} fails`, () => {
      for (const code of faults) {
        inFolder((folder) => {
          throws(() => writeNew(join(folder, 'a.md'), 'text', failingAt(step, code)), { code });
          deepEqual(fs.readdirSync(folder), []);
        });
      }
    });
  }

  it('is written at once where a file can have no second name', () =>
    inFolder((folder) => {
      const linkSync = () => {
        throw Object.assign(failure('EPERM'), { syscall: 'link' });
      };
      writeNew(join(folder, 'a.md'), 'text', { ...fs, linkSync });
      deepEqual(fs.readdirSync(folder), ['a.md']);
      throws(() => writeNew(join(folder, 'a.md'), 'other', { ...fs, linkSync }), { code: 'EEXIST' });
      equal(fs.readFileSync(join(folder, 'a.md'), 'utf8'), 'text');
    }));

  it('takes the place of no other, and none is changed', () =>
    inFolder((folder) => {
      fs.writeFileSync(join(folder, 'a.md'), 'before');
      throws(() => writeNew(join(folder, 'a.md'), 'text'), { code: 'EEXIST' });
      equal(fs.readFileSync(join(folder, 'a.md'), 'utf8'), 'before');
      deepEqual(fs.readdirSync(folder), ['a.md']);
    }));
});

describe('what went wrong', () => {
  it('is said in words', () => {
    deepEqual(
      ['ENOSPC', 'EROFS', 'EIO', 'ESTALE', 'EUNKNOWN'].map((code) => reasonOf(failure(code))),
      [
        'the disk is full',
        'the disk is read-only',
        'the disk or the network failed',
        'the network failed',
        'EUNKNOWN: it failed',
      ],
    );
  });
});
