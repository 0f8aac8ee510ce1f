// The extension as the Marketplace would have it: packed, installed by VS Code itself, and used.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../scripts/files-in.mts';
import { type Packed, packExtension } from '../../scripts/package.mts';
import { installExtension } from '../host/server.mts';
import { goToHeading, quickFixes, squiggleUnder, takeQuickFix } from './editor.mts';
import { opened } from './opened.mts';
import { statusBarItem } from './views.mts';

/** Of the VSIX, in KB, so that nothing big slips in unseen. */
const budget = 850;

describe('the packed extension', () => {
  const extensionsDir = mkdtempSync(join(tmpdir(), 'tech-spec-packed-'));
  let packed: Packed | undefined;

  before(async function () {
    // What packs it may have to be installed first.
    this.timeout(400_000);
    packed = packExtension();
    await installExtension(packed.file, extensionsDir);
  });

  after(() => rmSync(extensionsDir, { recursive: true, force: true }));

  const workbench = opened({ extensions: [], extensionsDir, file: 'tech-specs/offline-drafts.md' });

  it('is small', () => {
    const size = statSync(packed?.file ?? '').size / 1024;
    assert.ok(size <= budget, `${size.toFixed(0)} KB`);
  });

  it('holds what it runs and shows, and nothing else', () => {
    const [folder = ''] = readdirSync(extensionsDir).filter((name) => name.startsWith('tech-spec.tech-spec-'));
    assert.deepEqual(filesIn(join(extensionsDir, folder)), [
      '.vsixmanifest',
      'LICENSE.txt',
      'THIRD-PARTY-NOTICES.txt',
      'changelog.md',
      'dist/client/browser.js',
      'dist/client/github.js',
      'dist/client/node-client.js',
      'dist/client/node.js',
      'dist/server/browser.js',
      'dist/server/node.js',
      'docs/tech-spec.schema.json',
      'images/icon.png',
      'images/walkthrough/ready.svg',
      'images/walkthrough/start.svg',
      'images/walkthrough/template.svg',
      'images/walkthrough/write.svg',
      'l10n/bundle.l10n.ja.json',
      'package.json',
      'package.nls.ja.json',
      'package.nls.json',
      'readme.md',
      'snippets/sections.json',
      'snippets/shapes.json',
      'syntaxes/tech-spec.injection.tmLanguage.json',
    ]);
  });

  it('finds what a document lacks', async () => {
    await squiggleUnder(workbench(), '## User Stories:', 'warning');
    await statusBarItem(workbench(), '4/10');
  });

  it('mends it', async () => {
    await goToHeading(workbench(), 'APIs');
    await quickFixes(workbench(), 'Insert section “Security/Privacy”');
    await takeQuickFix(workbench(), 'Insert section “Security/Privacy”');
    await squiggleUnder(workbench(), '## Security/Privacy', 'warning');
  });
});
