// VS Code in Japanese: the manifest’s words and the client’s are those of our translation.

import assert from 'node:assert/strict';
import { opened } from './opened.mts';
import { treeBecomes, unfoldView } from './views.mts';
import { eventually, press, quickRows, runCommand, screenshot } from './workbench.mts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const outline = '仕様書アウトライン';

for (const host of ['node', 'web'] as const) {
  describe(`VS Code in Japanese, with extensions in the ${host} host`, () => {
    const workbench = opened({ file: 'tech-specs/offline-drafts.md', host, language: 'ja' });

    it('says in Japanese how much is written', async () => {
      const item = workbench().page.locator('.statusbar-item:visible', { hasText: '/10' }).first();
      // The first to need the extension waits until its host has started.
      await item.waitFor({ timeout: 100_000 });
      assert.match((await item.getAttribute('aria-label')) ?? '', /10 個のセクションのうち \d 個が記入済み/);
    });

    it('has the outline in Japanese, by its name and by the states in it', async () => {
      await unfoldView(workbench(), outline);
      const rows = await treeBecomes(workbench(), outline, 'ten sections', (all) => all.length === 10);
      const states = new Set(rows.map(({ description }) => description));
      assert.deepEqual(states, new Set(['', '未作成', 'テンプレートの文のまま', '制限の範囲外', '未完了', '空']));
    });

    it('lists the commands in Japanese', async () => {
      const list = async () => {
        await press(workbench(), 'Escape', 'F1');
        await workbench().page.keyboard.type('Tech Spec: ');
        return (await quickRows(workbench())).filter((row) => row.startsWith('Tech Spec: '));
      };
      const rows = await eventually(workbench(), 'commands', list, (all) => 4 < all.length);
      for (const row of rows) assert.match(row, japanese);
      await screenshot(workbench(), host === 'web' ? '50-japanese-web' : '50-japanese');
    });

    it('says in Japanese what can be done about what is left', async () => {
      await runCommand(workbench(), 'Tech Spec: 完成度を確認');
      const rows = () => quickRows(workbench());
      await eventually(workbench(), 'a way back', rows, (all) => all.some((row) => row.includes('下書きに戻す')));
    });
  });
}
