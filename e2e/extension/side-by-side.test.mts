// Beside the Markdown extension that VS Code brings along: headings, folds, the preview and completions of both live together.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, remove, spec, techSpec, until, writeFile } from './workbench.mts';

const text = spec(
  '## Summary:\n\nTrains run at night.\n\n## Scope:\n\nTBD\n\n### Outside\n\nTrains by day.\n\n## APIs:\n\nNone.\n',
);

describe('beside the built-in Markdown extension', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    await remove('beside');
  });

  it('each heading is listed once', async () => {
    const { document } = await openText(text);
    const listed = async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return namesOf(symbols ?? []);
    };
    const names = await until('headings', listed, (found) => 0 < found.length);
    assert.deepEqual(names, ['## Summary:', '## Scope:', '### Outside', '## APIs:']);
  });

  it('each section folds once, from its heading to its end', async () => {
    const { document } = await openText(text);
    const lines = text.split('\n');
    const folds = async () => {
      const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return (ranges ?? []).map(({ start, end }) => `${lines[start]} … ${lines[end]}`).sort();
    };
    const sections = ['## APIs: … None.', '## Scope: … Trains by day.', '## Summary: … Trains run at night.'];
    const found = await until('folds', folds, (all) => sections.every((section) => all.includes(section)));
    assert.deepEqual(
      found.filter((fold) => fold.startsWith('#')),
      [...sections, '### Outside … Trains by day.'].sort(),
    );
  });

  it('the preview opens', async () => {
    await openFile('tech-specs/offline-drafts.md');
    await vscode.commands.executeCommand('markdown.showPreview');
    const shown = () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputWebview ? input.viewType : '';
    };
    await until('a preview', shown, (type) => type.endsWith('markdown.preview'));
  });

  it('behind # at a line’s start the sections are offered', async () => {
    const { document } = await openText(`${text}\n#`);
    const labels = await until(
      'sections',
      () => offered(document, '#'),
      (found) => found.includes('Testing'),
    );
    assert.ok(labels.indexOf('Data model') < labels.indexOf('Testing'), labels.join());
  });

  it('in a link paths and headings are offered, and no section', async () => {
    const typed = { path: '[drafts](./', heading: '[above](#' };
    await writeFile('beside/night-trains.tech-spec.md', `${text}\n${typed.path}\n\n${typed.heading}\n`);
    await writeFile('beside/day-trains.md', '# Day trains\n');
    const { document } = await openFile('beside/night-trains.tech-spec.md');
    const behind = async (words: string) => {
      const at = document.positionAt(document.getText().indexOf(words) + words.length);
      return await offered(document, words.slice(-1), at);
    };
    const paths = await until(
      'paths',
      () => behind(typed.path),
      (found) => found.includes('day-trains.md'),
    );
    const headings = await until(
      'headings',
      () => behind(typed.heading),
      (found) => found.includes('#summary'),
    );
    assert.deepEqual(
      [...paths, ...headings].filter((label) => label === 'Testing'),
      [],
    );
  });
});

function namesOf(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}

/** Labels of what is offered when a sign has been typed; at the end unless said. */
async function offered(
  document: vscode.TextDocument,
  sign: string,
  at = document.positionAt(document.getText().length),
): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    sign,
  );
  const inOrder = list.items.toSorted((a, b) => sortText(a).localeCompare(sortText(b)));
  return inOrder.map(labelOf);
}

function sortText(item: vscode.CompletionItem): string {
  return item.sortText ?? labelOf(item);
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}
