/** The server as it is shipped, bundled and in a process of its own, spoken to message by message: so that a test can say what no library lets it. */
import { equal } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as lsp from 'vscode-languageserver/node';
import { likeVsCode } from './client.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface BuiltServer {
  readonly pid: number;
  /** What it answered so far, by the number of the request. */
  readonly answers: ReadonlyMap<number, readonly Answer[]>;
  /** What it says of its failures so far, by its log or without it. */
  readonly errors: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** Bytes as they are. */
  write(raw: string): void;
  /** Any JSON, whole in its frame. */
  send(message: unknown): void;
  tell(method: string, params?: unknown): void;
  /** A request that is not waited for. Its number. */
  request(method: string, params?: unknown): number;
  /** Waits for the answer to a request that was sent. */
  answerTo(id: number): Promise<Answer>;
  /** Its result; fails where the answer is an error. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test makes of it is its matter
  ask(method: string, params?: unknown): Promise<any>;
  closeInput(): void;
  closeOutput(): void;
}

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

type Message = Answer & {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly type?: number; readonly message?: string };
};

let isBuilt = false;

/** For `before`: once a run. */
export function buildServer(): void {
  if (isBuilt) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'server/node'], {
    cwd: root,
    encoding: 'utf8',
  });
  equal(status, 0, `${stdout}${stderr}`);
  isBuilt = true;
}

/** Starts it, hands it over before anything is said, and ends it, whatever happens. */
export async function withBuilt(run: (server: BuiltServer) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['dist/server/node.js', '--stdio'], { cwd: root });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors += part;
  });
  // It may end while something is said to it, and some tests want that.
  child.stdin.on('error', () => {});
  const answers = new Map<number, Answer[]>();
  const waiting = new Map<number, (answer: Answer) => void>();
  const send = (message: unknown) => child.stdin.write(framed(JSON.stringify(message)));
  new lsp.StreamMessageReader(child.stdout).listen((message) => {
    const { id, method, params, ...answer } = message as Message;
    if (method === 'window/logMessage' && params?.type === lsp.MessageType.Error) errors += `${params.message}\n`;
    if (id === undefined) return;
    if (method !== undefined) {
      send({ jsonrpc: '2.0', id, result: null });
      return;
    }
    answers.set(id, [...(answers.get(id) ?? []), answer]);
    waiting.get(id)?.(answer);
  });
  let last = 0;
  const answerTo = (id: number) => {
    const [known] = answers.get(id) ?? [];
    return known ? Promise.resolve(known) : new Promise<Answer>((resolve) => waiting.set(id, resolve));
  };
  const request = (method: string, params?: unknown) => {
    send({ jsonrpc: '2.0', id: ++last, method, params });
    return last;
  };
  try {
    await run({
      pid: child.pid!,
      answers,
      errors: () => errors,
      ended,
      write: (raw) => child.stdin.write(raw),
      send,
      tell: (method, params) => send({ jsonrpc: '2.0', method, params }),
      request,
      answerTo,
      async ask(method, params) {
        const { result, error } = await answerTo(request(method, params));
        equal(error, undefined, method);
        return result;
      },
      closeInput: () => child.stdin.end(),
      closeOutput: () => child.stdout.destroy(),
    });
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

/** Says what a client says first. */
export async function initialize(server: BuiltServer, processId: number | null = process.pid): Promise<void> {
  await server.ask('initialize', { processId, rootUri: null, capabilities: likeVsCode });
  server.tell('initialized', {});
}

export function open({ tell }: BuiltServer, uri: string, text: string, version = 1): void {
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
}

/** Answers as long as it lives, and as well as one that has just started. */
export async function isWell(server: BuiltServer): Promise<void> {
  const uri = 'file:///well/tech-spec-well.md';
  open(server, uri, '## Summary\n\n## Scope\n');
  const { items } = await server.ask('textDocument/diagnostic', { textDocument: { uri } });
  equal(items.filter(({ code }: lsp.Diagnostic) => code === 'empty-section').length, 2);
  server.tell('textDocument/didClose', { textDocument: { uri } });
}

/** All that can be asked of a document, by method. */
export function questionsOf(uri: string): readonly (readonly [method: string, params: object])[] {
  const textDocument = { uri };
  const position = { line: 2, character: 2 };
  const range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
  return [
    ['textDocument/diagnostic', { textDocument }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/completion', { textDocument, position }],
    ['textDocument/definition', { textDocument, position }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/codeLens', { textDocument }],
    ['techSpec/outline', { uri }],
    ['techSpec/openSection', { uri, position, direction: 'next' }],
    ['techSpec/insertSections', { uri, paths: null, body: 'guidance', force: false }],
    ['techSpec/markNotApplicable', { uri, at: position }],
  ];
}

/** What is answered to each of them, but for the numbers that tell one answer from the next. */
export async function answersOf(server: BuiltServer, uri: string): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const [method, params] of questionsOf(uri)) {
    const result = await server.ask(method, params);
    if (result !== null && typeof result === 'object') delete result.resultId;
    found[method] = result;
  }
  return found;
}

export function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
