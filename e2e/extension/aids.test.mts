// What is shown beside the author's words: inlays, lenses, hovers, and the way to the template.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, spec, techSpec, until, withSetting } from './workbench.mts';

const text = spec('## Summary:\n\nTrains run at night.\n\n## Scope:\n\n\n## APIs:\n\nNone.\n');
const summary = new vscode.Position(5, 4);

describe('inlays', () => {
  before(techSpec);
  afterEach(closeAll);

  it('say what an empty section is asked, until something is typed there', async () => {
    const editor = await openText(text);
    const guidance = await until(
      'guidance',
      () => inlays(editor),
      (found) => 1 < found.length,
    );
    assert.deepEqual(guidance.slice(0, 1), ['5:11 1/2 sentences']);
    assert.match(guidance[1] ?? '', /^11:0 Define the scope/);
    await editor.edit((builder) => builder.insert(new vscode.Position(11, 0), 'T'));
    await until(
      'no guidance',
      () => inlays(editor),
      (found) => found.length === 1,
    );
  });

  it('are left out where the settings say so', async () => {
    const editor = await openText(text);
    await withSetting('inlayHints.guidance', false, async () => {
      await until(
        'the count alone',
        () => inlays(editor),
        (found) => found.length === 1,
      );
    });
    await withSetting('inlayHints.limits', false, async () => {
      await until(
        'guidance alone',
        () => inlays(editor),
        (found) => found[0]?.startsWith('11:0 ') === true,
      );
    });
  });
});

describe('lenses', () => {
  before(techSpec);
  afterEach(closeAll);

  it('are off, and above the first heading where they are wanted', async () => {
    const editor = await openText(text);
    await until(
      'inlays',
      () => inlays(editor),
      (found) => 0 < found.length,
    );
    assert.deepEqual(await lenses(editor), []);
    await withSetting('codeLens', true, async () => {
      await until(
        'two',
        () => lenses(editor),
        (found) => found.join() === '5 2/10 sections,5 Insert missing',
      );
    });
  });

  it('put in what is missing', async () => {
    const editor = await openText(text);
    await withSetting('codeLens', true, async () => {
      await until(
        'two',
        () => lenses(editor),
        (found) => found.length === 2,
      );
      const [, insert] = await commandLenses(editor);
      assert.ok(insert?.command);
      await vscode.commands.executeCommand(insert.command.command, ...(insert.command.arguments ?? []));
      assert.match(editor.document.getText(), /## Deployment:/);
      await until(
        'one',
        () => lenses(editor),
        (found) => found.length === 1,
      );
    });
  });
});

describe('the way to the template', () => {
  before(techSpec);
  afterEach(closeAll);

  it('is the definition of a heading, and of nothing else', async () => {
    const editor = await openText(text);
    const definitions = (position: vscode.Position) =>
      vscode.commands.executeCommand<readonly vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        position,
      );
    const [found] = await until(
      'a definition',
      () => definitions(summary),
      (links) => 0 < links.length,
    );
    assert.equal(found?.targetUri.toString(), 'tech-spec:/tech-spec.md');
    assert.equal(found?.targetRange.start.line, 22);
    assert.deepEqual(await definitions(new vscode.Position(7, 4)), []);
  });

  it('is a link in the hover, which may run that and nothing else', async () => {
    const editor = await openText(text);
    const hovers = () =>
      vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        summary,
      );
    const ours = async () => (await hovers()).flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const [content] = await until('a hover', ours, (all) => 0 < all.length);
    assert.match(content?.value ?? '', /\[line 23\]\(command:techSpec\.goToTemplate\?%5B22%5D\)/);
    assert.deepEqual(content?.isTrusted, { enabledCommands: ['techSpec.goToTemplate'] });
    await vscode.commands.executeCommand('techSpec.goToTemplate', 22);
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.document.uri.toString(), 'tech-spec:/tech-spec.md');
    assert.equal(active?.document.lineAt(active.selection.active.line).text, '## Summary:');
  });

  it('leads nowhere else, whatever it is told', async () => {
    await openText(text);
    const { settled } = await techSpec();
    await settled();
    await vscode.commands.executeCommand('techSpec.goToTemplate', 'https://example.com');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), 'tech-spec:/tech-spec.md');
  });
});

/** `line:character words` of each, in the order of the document. */
async function inlays({ document }: vscode.TextEditor): Promise<readonly string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<readonly vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found.map(({ label, position }) => `${position.line}:${position.character} ${label}`);
}

async function commandLenses({ document }: vscode.TextEditor): Promise<readonly vscode.CodeLens[]> {
  return await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10);
}

async function lenses(editor: vscode.TextEditor): Promise<readonly string[]> {
  return (await commandLenses(editor)).map(({ command, range }) => `${range.start.line} ${command?.title}`);
}
