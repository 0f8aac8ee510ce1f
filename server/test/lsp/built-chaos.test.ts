// Messages in any order, cancelled, twice, too late: each question has its answers, and what is said at the end is what a server says that has seen nothing of it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as lsp from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { anyScript, editOf, hostileText, type Typed } from '../edits.ts';
import { times } from '../random.ts';
import {
  answersOf,
  type BuiltServer,
  buildServer,
  initialize,
  isWell,
  open,
  questionsOf,
  withBuilt,
} from './built-server.ts';
import { withWorker } from './built-worker.ts';
import { likeVsCode } from './client.ts';

before('is built', buildServer);

const plan = '# Plan\n\n## Summary\n\nShip it.\n\n## Scope\n\nTBD\n\n## Testing\n\n## Deployment\n\nN/A\n';
const uris = ['a', 'b', 'c'].map((name) => `file:///chaos/tech-spec-${name}.md`);
const unknown = ['file:///chaos/never-opened.md', 'untitled:Untitled-9', '::', ''];

describe('a life in the wrong order', () => {
  it('begins with questions before it begins', () =>
    withBuilt(async (server) => {
      const early = questionsOf(uris[0]!).map(([method, params]) => server.request(method, params));
      open(server, uris[0]!, plan);
      server.tell('$/cancelRequest', { id: 3 });
      for (const id of early) equal((await server.answerTo(id)).error?.code, lsp.ErrorCodes.ServerNotInitialized);
      await initialize(server);
      await isWell(server);
    }));

  it('begins twice', () =>
    withBuilt(async (server) => {
      await initialize(server);
      const again = server.request('initialize', { processId: null, rootUri: null, capabilities: {} });
      equal((await server.answerTo(again)).error?.code, lsp.ErrorCodes.InvalidRequest);
      server.tell('initialized', {});
      await isWell(server);
    }));

  it('closes documents while they are asked about', () =>
    withBuilt(async (server) => {
      await initialize(server);
      for (const uri of uris) {
        open(server, uri, plan);
        const ids = questionsOf(uri).map(([method, params]) => server.request(method, params));
        server.tell('textDocument/didClose', { textDocument: { uri } });
        for (const id of ids) await server.answerTo(id);
      }
      await isWell(server);
    }));

  it('is shut down in the middle: what was asked is answered, what comes after is refused or not heard, and it ends well', () =>
    withBuilt(async (server) => {
      await initialize(server);
      open(server, uris[0]!, plan);
      const before = questionsOf(uris[0]!).map(([method, params]) => server.request(method, params));
      const shutdown = server.request('shutdown');
      // Heard, it would be a failure in the log.
      server.tell('textDocument/didOpen', { textDocument: null });
      const late = [...questionsOf(uris[0]!), ['shutdown'] as const, ['initialize', {}] as const, ['x/y'] as const];
      const after = late.map(([method, params]) => server.request(method, params));
      for (const id of [...before, shutdown]) equal((await server.answerTo(id)).error, undefined);
      for (const id of after) equal((await server.answerTo(id)).error?.code, lsp.ErrorCodes.InvalidRequest);
      server.tell('exit');
      equal(await server.ended, 0);
      equal(server.errors(), '');
    }));

  it('is shut down in a worker as in a process', () =>
    withWorker(async ({ ask, tell }) => {
      await ask('initialize', { processId: null, rootUri: null, capabilities: likeVsCode });
      tell('textDocument/didOpen', {
        textDocument: { uri: uris[0]!, languageId: 'markdown', version: 1, text: plan },
      });
      equal(await ask('shutdown', undefined), null);
      for (const [method, params] of questionsOf(uris[0]!)) {
        equal((await ask(method, params)).code, lsp.ErrorCodes.InvalidRequest, method);
      }
    }));

  it('is ended in the middle, without a shutdown', () =>
    withBuilt(async (server) => {
      await initialize(server);
      open(server, uris[0]!, plan);
      for (const [method, params] of questionsOf(uris[0]!)) server.request(method, params);
      server.tell('exit');
      equal(await server.ended, 1);
      equal(server.errors(), '');
    }));
});

describe('messages in any order', () => {
  let messages = 0;

  it('leave nothing behind, and leave no question without its answer', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct(), { minLength: 60, maxLength: 120, size: 'max' }), async (acts) => {
        const texts = new Map<string, TextDocument>();
        await withBuilt(async (server) => {
          await initialize(server);
          const asked: number[] = [];
          for (const act of acts) {
            messages++;
            asked.push(...perform(server, texts, act));
          }
          for (const id of new Set(asked)) await server.answerTo(id);
          for (const { uri } of texts.values()) prefix(server, texts, uri);
          deepEqual(await answersOfAll(server, texts), await answersOfFresh(texts));
          // The protocol's library says so of rubbish, and passes it over.
          const errors = server
            .errors()
            .split('\n')
            .filter((line) => line !== '' && !/^Notification /.test(line));
          deepEqual(errors, []);
          const unanswered = asked.filter((id) => server.answers.get(id)?.length !== 1);
          deepEqual(unanswered, [], 'each is answered once');
        });
      }),
      // A shorter life that fails would take minutes to find.
      { numRuns: 6 * times, endOnFailure: true },
    );
  });

  after(() => ok(360 * times <= messages, `${messages} messages were sent`));
});

describe('two thousand quick edits while everything is asked for', () => {
  it('end in the answers of a server that was given the last text', async function () {
    this.timeout(0);
    const [uri = ''] = uris;
    const texts = new Map([[uri, TextDocument.create(uri, 'markdown', 1, plan)]]);
    await withBuilt(async (server) => {
      await initialize(server);
      open(server, uri, plan);
      const questions = questionsOf(uri);
      const asked: number[] = [];
      for (const [count, typed] of someTyped(2000).entries()) {
        edit(server, texts, uri, typed);
        const [method, params] = questions[count % questions.length]!;
        asked.push(server.request(method, params));
        if (count % 3 === 0) server.tell('$/cancelRequest', { id: asked.at(-1) });
      }
      for (const id of asked) {
        const { error } = await server.answerTo(id);
        ok(error === undefined || error.code === lsp.LSPErrorCodes.RequestCancelled, error?.message);
      }
      prefix(server, texts, uri);
      deepEqual(await answersOfAll(server, texts), await answersOfFresh(texts));
      equal(server.errors(), '');
    });
  });
});

type Act =
  | { readonly kind: 'open'; readonly uri: string; readonly text: string }
  | { readonly kind: 'edit'; readonly uri: string; readonly typed: Typed }
  | { readonly kind: 'close' | 'save'; readonly uri: string }
  | { readonly kind: 'ask'; readonly uri: string; readonly question: number; readonly cancelled: boolean }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'rubbish'; readonly method: string; readonly params: unknown };

function anyAct(): fc.Arbitrary<Act> {
  const uri = fc.constantFrom(...uris);
  const text = fc.oneof(
    fc.constant(plan),
    hostileText(40).map((each) => plan + each.replaceAll('\0', '')),
  );
  const typed = anyScript(1).map(([version]) => version![0]!);
  const question = fc.nat(questionsOf('').length - 1);
  return fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), uri, text }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('edit' as const), uri, typed }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'save' as const), uri }) },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        uri: fc.constantFrom(...uris, ...uris, ...unknown),
        question,
        cancelled: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('cancel' as const), id: fc.integer({ min: -3, max: 300 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('rubbish' as const),
        method: fc.constantFrom(
          'textDocument/didChange',
          'textDocument/didClose',
          'textDocument/didSave',
          '$/x',
          'x/y',
        ),
        params: fc.constantFrom(undefined, null, 7, [], {}, { textDocument: null }, { textDocument: { uri: 7 } }),
      }),
    },
  );
}

/** Sends it, keeps the texts as they must be then, and gives the numbers of what was asked. */
function perform(server: BuiltServer, texts: Map<string, TextDocument>, act: Act): readonly number[] {
  switch (act.kind) {
    case 'open':
      open(server, act.uri, act.text);
      texts.set(act.uri, TextDocument.create(act.uri, 'markdown', 1, act.text));
      return [];
    case 'edit':
      edit(server, texts, act.uri, act.typed);
      return [];
    case 'close':
      server.tell('textDocument/didClose', { textDocument: { uri: act.uri } });
      texts.delete(act.uri);
      return [];
    case 'save':
      server.tell('textDocument/didSave', { textDocument: { uri: act.uri } });
      return [];
    case 'ask': {
      const [method, params] = questionsOf(act.uri)[act.question]!;
      const id = server.request(method, params);
      if (act.cancelled) server.tell('$/cancelRequest', { id });
      return [id];
    }
    case 'cancel':
      server.tell('$/cancelRequest', { id: act.id });
      return [];
    case 'rubbish':
      server.tell(act.method, act.params);
      return [];
  }
}

/** Says it also of a document that is not open, which must not change anything. */
function edit({ tell }: BuiltServer, texts: Map<string, TextDocument>, uri: string, typed: Typed): void {
  const known = texts.get(uri) ?? TextDocument.create(uri, 'markdown', 1, plan);
  const { span, newText } = editOf(known.getText(), typed);
  const range = { start: known.positionAt(span.start), end: known.positionAt(span.end) };
  // A NUL makes it binary, and then nobody looks at it.
  const contentChanges = [{ range, text: newText.replaceAll('\0', '') }];
  const version = known.version + 1;
  tell('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  if (texts.has(uri)) texts.set(uri, TextDocument.update(known, contentChanges, version));
}

/** What makes a spec of any text: that it was one before is remembered while it is open. */
function prefix(server: BuiltServer, texts: Map<string, TextDocument>, uri: string): void {
  edit(server, texts, uri, { at: 0, to: 'here', removed: 0, typed: plan });
}

async function answersOfAll(server: BuiltServer, texts: ReadonlyMap<string, TextDocument>): Promise<unknown> {
  const found = [];
  for (const uri of Array.from(texts.keys()).sort()) found.push(await answersOf(server, uri));
  return found;
}

function answersOfFresh(texts: ReadonlyMap<string, TextDocument>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    withBuilt(async (fresh) => {
      await initialize(fresh);
      for (const document of texts.values()) open(fresh, document.uri, document.getText(), document.version);
      resolve(await answersOfAll(fresh, texts));
    }).catch(reject);
  });
}

/** The same at each run, unless the random texts differ too. */
function someTyped(count: number): readonly Typed[] {
  const { seed } = fc.readConfigureGlobal();
  const script = fc.array(anyScript(1), { minLength: count, maxLength: count });
  const [found = []] = fc.sample(script, { numRuns: 1, ...(seed !== undefined && { seed }) });
  return found.map(([version]) => version![0]!);
}
