/** `npm start` with a folder of one's own: on the desktop, where a program of ours stands in for VS Code. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFolder } from './terminal.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const code = '#!/bin/sh\nprintf "%s\\n" "$@" > "$CODE_ARGUMENTS"\n';

describe('npm start', function () {
  this.timeout(60_000);

  it('opens the folder that is named, from where npm was called', async function () {
    // A program of the shell's is none that Windows would start.
    if (process.platform === 'win32') this.skip();
    await withFolder({ 'bin/code': code, 'work/mine/note.md': '# Note\n' }, async (folder) => {
      chmodSync(join(folder, 'bin/code'), 0o755);
      const { stdout, status } = start(folder, 'mine');
      equal(status, 0, stdout);
      const mine = join(folder, 'work/mine');
      match(stdout, new RegExp(`^VS Code opens on ${mine}$`, 'm'));
      const told = readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n');
      deepEqual(told, ['--new-window', `--extensionDevelopmentPath=${join(root, '.')}`, mine]);
    });
  });

  it('opens a document of the examples where no folder is named, so that there is something to see', async function () {
    if (process.platform === 'win32') this.skip();
    await withFolder({ 'bin/code': code, 'work/': '' }, async (folder) => {
      chmodSync(join(folder, 'bin/code'), 0o755);
      equal(start(folder).status, 0);
      const [examples = '', document = ''] = readFileSync(join(folder, 'arguments'), 'utf8')
        .trim()
        .split('\n')
        .slice(2);
      equal(document, join(examples, 'tech-specs', 'offline-drafts.md'));
      equal(existsSync(document), true);
    });
  });

  it('does nothing where there is no such folder', () =>
    withFolder({ 'work/': '' }, async (folder) => {
      const { stderr, status } = start(folder, 'mine');
      deepEqual([status, stderr], [1, 'start: there is no folder mine\n']);
    }));
});

function start(folder: string, ...args: readonly string[]) {
  const env = {
    ...process.env,
    DISPLAY: ':0',
    PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
    INIT_CWD: join(folder, 'work'),
    CODE_ARGUMENTS: join(folder, 'arguments'),
  };
  return spawnSync(process.execPath, ['scripts/start.mjs', ...args], { cwd: root, env, encoding: 'utf8' });
}
