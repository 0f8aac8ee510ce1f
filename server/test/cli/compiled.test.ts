/** What was compiled of the program: kept once, used from then on, and never where somebody else could have written it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledFolder, keepCompiled, readCompiled } from '../../src/node/compiled.ts';
import { partsIn } from '../../src/node/parts.ts';
import { type Files, withFolder } from './terminal.ts';

const isWindows = process.platform === 'win32';

describe('the parts of the program', () => {
  it('run, and ask for each other and for what Node has', () =>
    withParts((folder, file) => equal(said(folder, file), 'one: /')));

  it('are run with what was compiled of them the last time', () =>
    withParts((folder, file) => {
      keep(folder, file);
      // As long as before: what the engine looks at is the length.
      writeFileSync(join(folder, 'other.js'), partSaying('two'));
      equal(said(folder, file), 'one: /');
    }));

  it('are kept once', () =>
    withParts((folder, file) => {
      keep(folder, file);
      const before = statSync(file).ino;
      keep(folder, file);
      equal(statSync(file).ino, before);
    }));

  it('are kept anew where a tenth more was compiled than the last time', () =>
    withFolder({ 'parts/first.js': lateWords }, async (folder) => {
      const file = join(folder, 'kept', 'file');
      const keepBehind = (act: (first: { say(): string }) => void) => {
        const parts = partsIn(join(folder, 'parts'), file);
        act(parts.load('first') as { say(): string });
        parts.keepMore();
        return statSync(file).size;
      };
      const little = keepBehind(() => {});
      const more = keepBehind((first) => first.say());
      ok(1.1 * little < more, `${little} ${more}`);
      const { ino } = statSync(file);
      equal(
        keepBehind((first) => first.say()),
        more,
      );
      equal(
        keepBehind(() => {}),
        more,
      );
      equal(statSync(file).ino, ino);
    }));

  for (const [what, spoil] of Object.entries({
    'nonsense was kept of them': () => Buffer.from('no'),
    'what was kept is cut off': (kept: Buffer) => kept.subarray(0, kept.length - 100),
    'a block of what was kept is lost': (kept: Buffer) =>
      Buffer.from(kept).fill(0, kept.length - 600, kept.length - 300),
  })) {
    it(`run where ${what}, and are kept anew`, () =>
      withParts((folder, file) => {
        keep(folder, file);
        writeFileSync(file, spoil(readFileSync(file)));
        writeFileSync(join(folder, 'other.js'), partSaying('two'));
        equal(keep(folder, file), 'two: /');
        writeFileSync(join(folder, 'other.js'), partSaying('six'));
        equal(said(folder, file), 'two: /');
      }));
  }

  it('run where what was kept is another engine’s, and are kept anew', () =>
    withParts((folder, file) => {
      keepCompiled(file, new Map([['other', Buffer.alloc(64)]]));
      equal(keep(folder, file), 'one: /');
      writeFileSync(join(folder, 'other.js'), partSaying('two'));
      equal(said(folder, file), 'one: /');
    }));

  it('are kept nowhere where that is not wanted', () =>
    withParts((folder, file) => {
      keep(folder, undefined);
      equal(existsSync(file), false);
    }));
});

describe('what was compiled', () => {
  const parts = new Map([
    ['core', Buffer.alloc(16, 1)],
    ['program', Buffer.alloc(8, 2)],
  ]);

  it('is read as it was kept, in pieces that the engine need not copy', () =>
    withFolder({}, async (folder) => {
      const file = join(folder, 'kept', 'file');
      keepCompiled(file, parts);
      const read = readCompiled(file);
      deepEqual(
        Array.from(read, ([name, bytes]) => [name, Buffer.from(bytes)]),
        Array.from(parts),
      );
      deepEqual(
        Array.from(read.values(), ({ byteOffset }) => byteOffset % 8),
        [0, 0],
      );
    }));

  it('is not used where a block of it is lost, whichever', () =>
    withFolder({}, async (folder) => {
      const file = join(folder, 'kept', 'file');
      // No two words of it are alike, and none is nothing.
      const words = Int32Array.from({ length: 2_048 }, (_, at) => 7 * at + 1);
      keepCompiled(file, new Map([['core', Buffer.from(words.buffer)]]));
      const kept = readFileSync(file);
      equal(readCompiled(file).size, 1);
      for (let block = 512; block + 512 <= kept.length; block += 512) {
        writeFileSync(file, Buffer.from(kept).fill(0, block, block + 512));
        equal(readCompiled(file).size, 0, `the block at ${block}`);
      }
    }));

  it('lies in a folder that is the user’s alone', async function () {
    if (isWindows) return this.skip();
    await withFolder({}, async (folder) => {
      keepCompiled(join(folder, 'a', 'b', 'file'), parts);
      equal(statSync(join(folder, 'a', 'b')).mode & 0o777, 0o700);
      equal(statSync(join(folder, 'a', 'b', 'file')).mode & 0o777, 0o600);
      deepEqual(readdirSync(join(folder, 'a', 'b')), ['file']);
    });
  });

  for (const [what, change] of Object.entries({
    'its file': (file: string) => chmodSync(file, 0o620),
    'its folder': (file: string) => chmodSync(join(file, '..'), 0o702),
  })) {
    it(`is not read where others may write ${what}`, async function () {
      if (isWindows) return this.skip();
      await withFolder({}, async (folder) => {
        const file = join(folder, 'kept', 'file');
        keepCompiled(file, parts);
        change(file);
        equal(readCompiled(file).size, 0);
      });
    });
  }

  it('is neither read nor kept where it is another user’s', async function () {
    if (isWindows) return this.skip();
    await withFolder({}, async (folder) => {
      const file = join(folder, 'kept', 'file');
      keepCompiled(file, parts);
      asAnotherUser(() => {
        equal(readCompiled(file).size, 0);
        keepCompiled(join(folder, 'kept', 'new'), parts);
      });
      deepEqual(readdirSync(join(folder, 'kept')), ['file']);
    });
  });

  it('is kept nowhere, without a word, where there can be no folder', () =>
    withFolder({ file: '' }, async (folder) => {
      keepCompiled(join(folder, 'file', 'kept'), parts);
      equal(readCompiled(join(folder, 'file', 'kept')).size, 0);
    }));

  it('leaves nothing behind where it cannot be put into its place', () =>
    withFolder({ 'kept/file/': '' }, async (folder) => {
      chmodSync(join(folder, 'kept'), 0o700);
      keepCompiled(join(folder, 'kept', 'file'), parts);
      deepEqual(readdirSync(join(folder, 'kept')), ['file']);
    }));

  it('takes that of other versions away when it is a week old', () =>
    withFolder({}, async (folder) => {
      const at = (name: string) => join(folder, 'kept', name);
      keepCompiled(at('old'), parts);
      keepCompiled(at('young'), parts);
      const before = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
      utimesSync(at('old'), before(8), before(8));
      utimesSync(at('young'), before(6), before(6));
      keepCompiled(at('new'), parts);
      deepEqual(readdirSync(join(folder, 'kept')), ['new', 'young']);
    }));
});

describe('the folder for what was compiled', () => {
  const home = { HOME: '/home/ann' };

  for (const [platform, environment, expected] of [
    ['linux', home, '/home/ann/.cache/tech-spec'],
    ['linux', { ...home, XDG_CACHE_HOME: '/cache' }, '/cache/tech-spec'],
    ['linux', { ...home, XDG_CACHE_HOME: 'cache' }, '/home/ann/.cache/tech-spec'],
    ['linux', {}, undefined],
    ['darwin', home, '/home/ann/Library/Caches/tech-spec'],
    ['win32', { ...home, LOCALAPPDATA: '/local' }, '/local/tech-spec'],
    ['win32', home, undefined],
    ['linux', { ...home, NODE_COMPILE_CACHE: '/mine' }, '/mine/tech-spec'],
    ['linux', { ...home, NODE_COMPILE_CACHE: '/mine', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
  ] as const) {
    it(`is ${expected ?? 'nowhere'} on ${platform} with ${JSON.stringify(environment)}`, function () {
      if (isWindows) return this.skip();
      equal(compiledFolder(environment, platform), expected);
    });
  }
});

/** Most of it is compiled when it is asked to say something. */
const lateWords = `(function (exports) {
  exports.say = () => [${Array.from({ length: 200 }, (_, at) => `'word ${at}'`).join()}].join();
})`;

/** A program of two parts. */
function withParts(use: (folder: string, file: string) => void): Promise<void> {
  const files: Files = {
    'parts/other.js': partSaying('one'),
    'parts/first.js': `(function (exports, require) {
      const other = require('./other.js');
      exports.said = () => other.said() + ': ' + require('node:path').posix.sep + (require('./other.js') === other ? '' : '!');
    })`,
  };
  return withFolder(files, async (folder) => use(join(folder, 'parts'), join(folder, 'kept', 'file')));
}

function partSaying(word: string): string {
  return `(function (exports, require, module) { module.exports = { said: () => '${word}' }; })`;
}

function said(folder: string, file: string | undefined): string {
  return (partsIn(folder, file).load('first') as { said(): string }).said();
}

/** Runs, and keeps; gives what was said. */
function keep(folder: string, file: string | undefined): string {
  const parts = partsIn(folder, file);
  const words = (parts.load('first') as { said(): string }).said();
  parts.keep();
  return words;
}

function asAnotherUser(act: () => void): void {
  const own = process.getuid;
  process.getuid = () => (own?.() ?? 0) + 1;
  try {
    act();
  } finally {
    process.getuid = own as () => number;
  }
}
