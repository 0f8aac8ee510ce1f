/** A real Emacs with Eglot, set up as docs/editors/emacs.md says, where both are installed. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../cli/terminal.ts';
import { home } from '../sources.ts';
import { blocksOf, buildProgram, halfWritten, mended, programIn, versionOf } from './editor.ts';

interface Seen {
  readonly trouble?: string;
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly text: string;
  readonly completions: readonly string[];
}

const hasEglot = "(progn (require 'package) (package-initialize) (require 'eglot))";
const version = versionOf('emacs', /^GNU Emacs (\d+)/);
const isThere =
  version !== undefined && spawnSync('emacs', ['--no-init-file', '--batch', '--eval', hasEglot]).status === 0;

if (!isThere) console.log('There is no Emacs with Eglot here: nothing is tried in it.');
else {
  describe(`Emacs ${version}`, function () {
    this.timeout(180_000);

    let seen: Seen | undefined;

    before('is set up and used', async () => {
      buildProgram();
      seen = await look();
      equal(seen.trouble, undefined);
    });

    it('shows what a spec lacks', () => {
      match(seen?.diagnostics[0] ?? '', /Section “Data model” is missing/);
      match(seen?.diagnostics[1] ?? '', /Section “Costs” is still to be written/);
    });

    it('is told the template’s guidance', () => match(seen?.hover ?? '', /Say what is in it/));

    it('offers fixes, and applies the one that is chosen', () => {
      ok(seen?.actions.includes('Insert section “Data model”'));
      equal(seen?.text, mended);
    });

    it('is told sections and shapes', () => ok(seen?.completions.some((label) => /user story/i.test(label))));

    it('is told nothing to warn of', () => deepEqual(warnings, []));
  });
}

const warnings: string[] = [];

/** The lines of the page, with a `tech-spec` on the path. */
function look(): Promise<Seen> {
  return withFolder(halfWritten, async (folder) => {
    const init = join(folder, 'init.el');
    const seen = join(folder, 'seen.json');
    writeFileSync(init, blocksOf('emacs.md', 'elisp').join('\n'));
    // The project is what `.git` lies in.
    equal(spawnSync('git', ['init', '--quiet', folder]).status, 0);
    const started = spawnSync('emacs', ['--no-init-file', '--batch', '--load', `${home}server/test/editors/emacs.el`], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 150_000,
      env: { ...programIn(folder), LC_ALL: 'C.UTF-8', INIT: init, SEEN: seen, FIX: 'Insert section “Data model”' },
    });
    equal(started.status, 0, `${started.stdout}${started.stderr}`);
    warnings.push(...started.stderr.split('\n').filter((line) => /\(warning\)/i.test(line)));
    return JSON.parse(readFileSync(seen, 'utf8'));
  });
}
