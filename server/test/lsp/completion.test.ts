// Completion over the protocol: who asks how, and what a client that knows little gets.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { localDate } from '../../src/lsp/completion.ts';
import { readText } from '../../src/lsp/protocol.ts';
import { type Client, type ClientOptions, folder, likeVsCode, planUri, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template =
  '---\nstatus: draft|final\ndate: YYYY-MM-DD\n---\n\n## Goals\n\nSay why, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n';
const front = '---\nstatus: draft\ndate: 2026-01-01\n---\n\n';

function withPlan(text: string, run: (client: Client) => Promise<void>, options: ClientOptions = {}): Promise<void> {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md' }, ...options }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

/** What is offered at the end of the text; `trigger` is the character that made the editor ask. */
async function items(client: Client, text: string, trigger?: string): Promise<readonly lsp.CompletionItem[]> {
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const { Invoked, TriggerCharacter } = lsp.CompletionTriggerKind;
  const context = trigger ? { triggerKind: TriggerCharacter, triggerCharacter: trigger } : { triggerKind: Invoked };
  return await client.ask('textDocument/completion', { textDocument: { uri: planUri }, position, context });
}

function labels(found: readonly lsp.CompletionItem[]): readonly string[] {
  return found.map(({ label }) => label);
}

function editOf(found: readonly lsp.CompletionItem[], label: string): lsp.TextEdit {
  const item = found.find((each) => each.label === label);
  ok(item, `“${label}” is one of ${labels(found).join()}`);
  return item.textEdit as lsp.TextEdit;
}

const shapes = ['user story', 'API endpoint', 'migration note', 'open question'];
/** All that VS Code announces but snippets. */
const plain: ClientOptions = {
  capabilities: { ...likeVsCode, textDocument: { ...likeVsCode.textDocument, completion: {} } },
};

describe('completion', () => {
  it('is asked for by a # and a colon', () =>
    withPlan('', async ({ capabilities }) => {
      deepEqual(capabilities.completionProvider, { triggerCharacters: ['#', ':'], resolveProvider: false });
    }));

  for (const typed of ['#', '##', '## ']) {
    const text = `${front}## Goals\n\nShip it.\n\n${typed}`;
    it(`after “${typed}” offers the sections still to write, in the template’s order, then the shapes`, () =>
      withPlan(text, async (client) => {
        const found = await items(client, text, '#');
        deepEqual(labels(found), ['Risks', 'Costs', ...shapes]);
        for (const { filterText = '', textEdit } of found) {
          ok(filterText.startsWith(typed.trimEnd()), `“${filterText}” hides behind “${typed}”`);
          match(filterText, /^#+ /);
          const { range } = textEdit as lsp.TextEdit;
          deepEqual(range, { start: { line: 9, character: 0 }, end: { line: 9, character: typed.length } });
        }
        match(editOf(found, 'Risks').newText, /^## Risks\n\n\$\{0:Say/);
      }));
  }

  it('is sorted as it is listed, selects nothing by itself, and takes no key for an answer', () =>
    withPlan(`${front}## Goals\n\n#`, async (client) => {
      const found = await items(client, `${front}## Goals\n\n#`);
      const keys = Array.from(found, ({ sortText = '' }) => sortText);
      deepEqual(keys.toSorted(), keys);
      for (const { preselect, commitCharacters } of found)
        deepEqual([preselect, commitCharacters], [undefined, undefined]);
    }));

  it('elsewhere offers nothing', () =>
    withPlan('## Goals\n\nShip it #', async (client) =>
      deepEqual(await items(client, '## Goals\n\nShip it #', '#'), []),
    ));

  it('is plain text where the client knows no snippets', () =>
    withPlan(
      `${front}## Goals\n\n##`,
      async (client) => {
        const found = await items(client, `${front}## Goals\n\n##`);
        ok(found.every(({ insertTextFormat }) => insertTextFormat === lsp.InsertTextFormat.PlainText));
        equal(editOf(found, 'Risks').newText.trimEnd(), '## Risks\n\nSay what could go wrong.');
        match(editOf(found, 'API endpoint').newText, /^### GET \/drafts\/\{id\}\n\nGives one draft/);
      },
      plain,
    ));
});

describe('completion of common shapes', () => {
  const text = `${front}## Goals\n\n`;

  it('are snippets with a place for each example', () =>
    withPlan(`${text}#`, async (client) => {
      const found = await items(client, `${text}#`, '#');
      match(
        editOf(found, 'user story').newText,
        /^- As \$\{1:a writer\}, I want \$\{2:my .+\}, so .+\$\{3:.+\}\.\n\$0$/,
      );
      match(
        editOf(found, 'API endpoint').newText,
        /^### \$\{1\|GET,POST,PUT,PATCH,DELETE\|\} \$\{2:\/drafts\/\{id\\\}\}\n/,
      );
      const { kind, detail, documentation } = found.find(({ label }) => label === 'user story') ?? {};
      deepEqual([kind, detail], [lsp.CompletionItemKind.Snippet, 'A user story: who, what and why']);
      equal((documentation as lsp.MarkupContent).kind, 'markdown');
    }));

  it('are offered on a blank line to whoever has no snippets of ours', () =>
    withPlan(text, async (client) => {
      deepEqual(labels(await items(client, text)), shapes);
      deepEqual(await items(client, text, ':'), []);
    }));

  it('are left to an editor that lists them by itself, but for those after #', () =>
    withPlan(
      `${text}#`,
      async (client) => {
        deepEqual(labels(await items(client, `${text}#`, '#')).slice(-4), shapes);
        await client.change(2, text);
        deepEqual(await items(client, text), []);
      },
      { initializationOptions: { snippets: 'editor' } },
    ));
});

describe('completion of front matter', () => {
  it('puts in a key with its choices to choose from', () =>
    withPlan('---\nst\n---\n\n## Goals\n', async (client) => {
      const found = await items(client, '---\nst');
      match(editOf(found, 'status').newText, /^status: \$\{1\|draft,final\|\}\$0$/);
      equal(found[0]?.detail, 'required · draft | final');
      equal(found[0]?.kind, lsp.CompletionItemKind.Property);
    }));

  it('offers values as soon as the colon is typed', () =>
    withPlan('---\nstatus:\n---\n\n## Goals\n', async (client) => {
      const found = await items(client, '---\nstatus:', ':');
      deepEqual(labels(found), ['draft', 'final']);
      equal(editOf(found, 'final').newText, ' final$0');
    }));

  it('knows what day it is', () =>
    withPlan(
      '---\ndate: \n---\n\n## Goals\n',
      async (client) => deepEqual(labels(await items(client, '---\ndate: ')), ['2027-02-03']),
      { today: '2027-02-03' },
    ));

  it('writes a day as the author’s calendar has it', () => {
    equal(localDate(new Date(2027, 0, 5, 0, 1)), '2027-01-05');
    equal(localDate(new Date(2027, 11, 31, 23, 59)), '2027-12-31');
  });

  it('is plain text where the client knows no snippets', () =>
    withPlan(
      '---\nst\n---\n\n## Goals\n',
      async (client) => equal(editOf(await items(client, '---\nst'), 'status').newText, 'status: draft'),
      plain,
    ));

  it('understands no document for a colon anywhere else', () =>
    withPlan(
      `${front}## Goals\n\nIn scope:`,
      async (client) => {
        deepEqual(await items(client, `${front}## Goals\n\nIn scope:`, ':'), []);
        deepEqual(client.of(readText.method), []);
        await items(client, '---\nstatus:', ':');
        ok(0 < client.of(readText.method).length);
      },
      { ownFiles: false, initializationOptions: { files: true } },
    ));
});
