/** A real Neovim, headless, set up as docs/editors/neovim.md says, where one is installed. */
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
  readonly lines: readonly string[];
  readonly completions: readonly string[];
  readonly outline: readonly string[];
}

const version = versionOf('nvim', /^NVIM v0\.(\d+)/);

if (version === undefined) console.log('There is no Neovim here: nothing is tried in it.');
else {
  describe(`Neovim 0.${version}`, function () {
    this.timeout(180_000);

    let seen: Seen | undefined;

    before('is set up and used', async () => {
      buildProgram();
      seen = await look();
      equal(seen.trouble, undefined);
    });

    it('shows what a spec lacks', () => deepEqual(seen?.diagnostics, ['1 missing-section', '5 unfinished-section']));

    it('shows the template’s guidance', () => match(seen?.hover ?? '', /Say what is in it/));

    it('offers fixes, and applies the one that is chosen', () => {
      ok(seen?.actions.some((title) => title.includes('Insert section “Data model”')));
      equal(seen?.lines.join('\n'), mended.trimEnd());
    });

    it('completes sections', () => ok(seen?.completions.some((label) => /user story/i.test(label))));

    it('has the outline', () => deepEqual(seen?.outline.slice(0, 3), ['Scope', 'Data model', 'Costs']));
  });
}

/** The lines of the page for this Neovim, with a `tech-spec` on the path. */
function look(): Promise<Seen> {
  return withFolder(halfWritten, async (folder) => {
    const [newer = '', older = ''] = blocksOf('neovim.md', 'lua');
    const ours = join(folder, 'init.lua');
    const seen = join(folder, 'seen.json');
    writeFileSync(ours, (version ?? 0) < 11 ? older : newer);
    const started = spawnSync(
      'nvim',
      ['--headless', '-u', ours, '-i', 'NONE', '-n', '-c', `luafile ${home}server/test/editors/neovim.lua`],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: 150_000,
        env: { ...programIn(folder), SEEN: seen, FIX: 'Insert section “Data model”' },
      },
    );
    equal(started.status, 0, `${started.stdout}${started.stderr}`);
    return JSON.parse(readFileSync(seen, 'utf8'));
  });
}
