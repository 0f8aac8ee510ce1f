// Diagnostics: what a finding looks like on the wire, who gets it unasked, and when it goes.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver/node';
import { rules } from '../../src/core/index.ts';
import { brokenRule } from './broken-rule.ts';
import { at, folder, likeVsCode, planUri, pushClient, settingsChanged, withClient } from './client.ts';

const pushed = 'textDocument/publishDiagnostics';
const codes = (diagnostics: readonly lsp.Diagnostic[]) => diagnostics.map(({ code }) => code);
const found = (diagnostics: readonly lsp.Diagnostic[]) => 0 < diagnostics.length;
const none = (diagnostics: readonly lsp.Diagnostic[]) => diagnostics.length === 0;

/** Three sections, so that a plan is read at a glance. */
const template = `${folder}/docs/shape.md`;
const files = () =>
  new Map<string, string | Error>([
    [template, '## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n'],
  ]);
const settings = () => ({ template: 'docs/shape.md' }) as Record<string, unknown>;

/** `Risks` is empty, and `Costs` is still to come. */
const plan = '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n';

describe('a diagnostic', () => {
  it('names its rule, its source and the page behind its code', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      const { items } = await client.pull();
      const empty = items.find(({ code }) => code === 'empty-section');
      ok(empty);
      equal(empty.source, 'tech-spec');
      equal(empty.severity, 3);
      match(String(empty.message), /“Risks”/);
      deepEqual(empty.range, { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } });
      equal(
        empty.codeDescription?.href,
        'https://github.com/tech-spec/tech-spec/blob/main/docs/rules/empty-section.md',
      );
      deepEqual(empty.data, { rule: 'empty-section', key: 'Risks' });
    }));

  it('leads to the line of the template that asks for the section', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      const { items } = await client.pull();
      const missing = items.find(({ code }) => code === 'missing-section');
      deepEqual(missing?.relatedInformation, [
        {
          location: { uri: template, range: { start: { line: 8, character: 0 }, end: { line: 8, character: 8 } } },
          message: 'The template asks for “Costs” here',
        },
      ]);
    }));

  it('leads to the built-in template where the client can show it', () =>
    withClient({}, async (client) => {
      await client.open('## Summary\n\nShip it.\n');
      const { items } = await client.pull();
      const uris = new Set(
        items.flatMap(({ relatedInformation }) => relatedInformation ?? []).map((each) => each.location.uri),
      );
      deepEqual(Array.from(uris), ['tech-spec:/tech-spec.md']);
      const { text } = await client.ask('workspace/textDocumentContent', { uri: 'tech-spec:/tech-spec.md' });
      match(text, /^## Summary:$/m);
    }));

  it('leads nowhere where it cannot', () => {
    const { textDocumentContent: _, ...workspace } = likeVsCode.workspace ?? {};
    return withClient({ capabilities: { ...likeVsCode, workspace } }, async (client) => {
      await client.open('## Summary\n\nShip it.\n');
      const { items } = await client.pull();
      ok(items.length);
      ok(items.every(({ relatedInformation }) => relatedInformation === undefined));
    });
  });

  it('is faded where the template’s words are only left in a comment', () => {
    const commented = '## Goals\n\n<!-- Say why we do this now. -->\n';
    const all = new Map([[template, commented]]);
    return withClient({ files: all, settings: settings() }, async (client) => {
      await client.open(`${commented}\nBecause.\n`);
      const { items } = await client.pull();
      deepEqual(codes(items), ['leftover-guidance']);
      deepEqual(items[0]?.severity, 4);
      deepEqual(items[0]?.tags, [1]);
    });
  });

  it('counts columns in UTF-16 units, also behind emoji and Chinese', () =>
    withClient({ files: new Map([[template, '## 目标 🎯🎯\n\nSay.\n']]), settings: settings() }, async (client) => {
      await client.open('## 目标 🎯🎯\n');
      const { items } = await client.pull();
      deepEqual(items[0]?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } });
    }));

  it('stands on the same line whatever ends the lines', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      for (const [index, end] of ['\n', '\r\n', '\r'].entries()) {
        const uri = `${folder}/tech-spec-${index}.md`;
        await client.open(plan.replaceAll('\n', end), uri);
        const { items } = await client.pull(uri);
        deepEqual(
          items.map(({ code, range }) => `${range.start.line} ${code}`),
          ['6 missing-section', '6 empty-section'],
        );
      }
    }));
});

describe('a client that asks for diagnostics', () => {
  it('is announced no other way, and is sent none', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      deepEqual(client.capabilities.diagnosticProvider, {
        identifier: 'tech-spec',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      });
      await client.open(plan);
      ok(found((await client.pull()).items));
      await client.change(2, '## Goals\n');
      await client.save();
      ok(found((await client.pull()).items));
      await client.close();
      await client.ask('textDocument/hover', { textDocument: { uri: planUri }, position: { line: 0, character: 0 } });
      deepEqual(client.of(pushed), []);
    }));

  it('is told that nothing changed where nothing did', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      const first = await client.pull();
      deepEqual(await client.pull(planUri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await client.change(2, `${plan}\nMany.\n`);
      equal((await client.pull(planUri, first.resultId)).kind, 'full');
    }));

  it('gets nothing for a document that was closed, or never opened', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      await client.close();
      deepEqual((await client.pull()).items, []);
      deepEqual((await client.pull(`${folder}/nowhere.md`)).items, []);
    }));

  for (const [event, tell] of Object.entries(goings())) {
    it(`gets nothing after the document was ${event}`, () =>
      withClient({ files: files(), settings: settings() }, async (client) => {
        await client.open(plan);
        ok(found((await client.pull()).items));
        await tell(client);
        deepEqual((await client.pull()).items, []);
      }));
  }

  it('is asked to ask again when settings change', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      await client.pull();
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
    }));
});

describe('a client that does not ask', () => {
  it('is sent the findings of the current version, and their end', () =>
    withClient({ capabilities: pushClient, files: files(), settings: settings() }, async (client) => {
      equal(client.capabilities.diagnosticProvider, undefined);
      await client.open(plan);
      deepEqual(codes(await client.pushed(found)), ['missing-section', 'empty-section']);
      await client.change(2, 'Small.\n\n## Costs\n\nNone.\n', at(7));
      await client.pushed(none);
      equal(client.of(pushed).at(-1).version, 2);
    }));

  for (const [event, tell] of Object.entries(goings())) {
    it(`has them cleared when the document is ${event}`, () =>
      withClient({ capabilities: pushClient, files: files(), settings: settings() }, async (client) => {
        await client.open(plan);
        await client.pushed(found);
        await tell(client);
        await client.pushed(none);
      }));
  }

  it('is sent nothing for what is no spec', () =>
    withClient({ capabilities: pushClient, files: files(), settings: settings() }, async (client) => {
      await client.open(plan, `${folder}/README.md`);
      await client.open('# Notes\n\nMilk.\n', `${folder}/notes.md`);
      await client.open(plan, `${folder}/tech-spec-plan.txt`, 'plaintext');
      await client.open(plan);
      await client.pushed(found);
      deepEqual(new Set(client.of(pushed).map(({ uri }) => uri)), new Set([planUri]));
    }));
});

describe('a file that is deleted and written again', () => {
  const told = (type: number) => ({ changes: [{ uri: planUri, type }] });

  it('is checked again, also where its editor noticed nothing', () =>
    withClient({ capabilities: pushClient, files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      await client.pushed(found);
      await client.tell('workspace/didChangeWatchedFiles', told(3));
      await client.pushed(none);
      await client.tell('workspace/didChangeWatchedFiles', told(1));
      await client.until(
        pushed,
        () => 0 < client.of(pushed).at(-1).diagnostics.length && client.of(pushed).length === 3,
      );
    }));
});

describe('a check', () => {
  it('waits for a save where it is told to', () => {
    const waiting = { ...settings(), run: 'onSave' };
    return withClient({ files: files(), settings: waiting }, async (client) => {
      await client.open(plan);
      const first = await client.pull();
      await client.change(2, '## Goals\n\nShip it.\n');
      deepEqual(await client.pull(planUri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await client.save();
      deepEqual(codes((await client.pull()).items), ['missing-section', 'missing-section']);
    });
  });

  it('goes on when a rule throws, and says so once a version', () =>
    withClient({ rules: [brokenRule, ...rules], files: files(), settings: settings() }, async (client) => {
      await client.open(plan);
      deepEqual(codes((await client.pull()).items), ['missing-section', 'empty-section']);
      await client.actions(at(6));
      await client.pull();
      const logged = client.of('window/logMessage').filter(({ message }) => /broken-rule.*out of order/s.test(message));
      equal(logged.length, 1);
      match(logged[0].message, /at .*broken-rule\.ts/);
    }));

  it('of a document over 10 MiB says that it was not made', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(`${plan}\n${'Much to say. '.repeat(900_000)}\n`);
      const { items } = await client.pull();
      deepEqual(codes(items), ['too-large']);
      equal(items[0]?.severity, 3);
      equal(items[0]?.range.start.line, 0);
      const symbols = await client.ask('textDocument/documentSymbol', { textDocument: { uri: planUri } });
      deepEqual(
        symbols[0].children.map(({ name }: lsp.DocumentSymbol) => name),
        ['Goals', 'Risks'],
      );
    }));

  it('is not made of what is no text', () =>
    withClient({ files: files(), settings: settings() }, async (client) => {
      await client.open(`${plan}\0`);
      deepEqual((await client.pull()).items, []);
    }));
});

/** The five ways in which a document goes, as editors tell of them. */
function goings(): Record<string, (client: Parameters<Parameters<typeof withClient>[1]>[0]) => Promise<void>> {
  const moved = `${folder}/moved.md`;
  return {
    closed: (client) => client.close(),
    deleted: (client) => client.tell('workspace/didDeleteFiles', { files: [{ uri: planUri }] }),
    renamed: (client) => client.tell('workspace/didRenameFiles', { files: [{ oldUri: planUri, newUri: moved }] }),
    'deleted on the disk': (client) =>
      client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: planUri, type: 3 }] }),
    'given another language': async (client) => {
      await client.close();
      await client.open(plan, planUri, 'plaintext');
    },
  };
}
