/** A client and the server over two streams in memory: the one file that knows how they talk. */
import { PassThrough } from 'node:stream';
import * as lsp from 'vscode-languageserver/node';
import type * as core from '../../src/core/index.ts';
import type { OwnHost } from '../../src/lsp/host.ts';
import { lifetime } from '../../src/lsp/lifetime.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { startServer } from '../../src/lsp/server.ts';

export const folder = 'file:///folder';
/** Its name makes it a spec as soon as one heading answers. */
export const planUri = `${folder}/tech-spec-plan.md`;

export interface ClientOptions {
  /** All that VS Code announces, unless said; none is a bare client. */
  readonly capabilities?: lsp.ClientCapabilities;
  readonly initializationOptions?: protocol.InitializationOptions;
  /** In place of all that a client says of itself. */
  readonly introduction?: readonly object[];
  /** By address. A test may change them; an Error is what reading them fails with. */
  readonly files?: Map<string, string | Error>;
  /** What `workspace/configuration` answers; a test may change it. */
  readonly settings?: Record<string, unknown>;
  readonly rules?: readonly core.Rule[];
  /** What day it is; 2026-11-23 unless said. */
  readonly today?: string;
  readonly folders?: readonly string[];
  /** Without it, the server has to ask the client for every file. */
  readonly ownFiles?: boolean;
}

/** What the server sent unasked, in the order it came. */
export interface Received {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test makes of it is its matter
  readonly params: any;
}

export interface Client {
  readonly capabilities: lsp.ServerCapabilities;
  readonly received: readonly Received[];
  request<Params, Result>(
    method: { readonly method: string; readonly types?: (params: Params) => Result },
    params: Params,
    token?: lsp.CancellationToken,
  ): Promise<Result>;
  /** Any method, any answer. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test makes of it is its matter
  ask(method: string, params: unknown): Promise<any>;
  tell(method: string, params: unknown): Promise<void>;
  open(text: string, uri?: string, languageId?: string): Promise<void>;
  /** Replaces the whole text, or a part of it. */
  change(version: number, text: string, range?: lsp.Range, uri?: string): Promise<void>;
  close(uri?: string): Promise<void>;
  save(uri?: string): Promise<void>;
  pull(uri?: string, previousResultId?: string): Promise<lsp.FullDocumentDiagnosticReport>;
  actions(range: lsp.Range, only?: readonly string[], uri?: string): Promise<lsp.CodeAction[]>;
  /** Waits for the first thing received that fits, also of what came before. */
  until(method: string, fits?: (params: Received['params']) => boolean): Promise<Received['params']>;
  /** The diagnostics that were pushed last for a document, once they fit. */
  pushed(fits: (diagnostics: readonly lsp.Diagnostic[]) => boolean, uri?: string): Promise<readonly lsp.Diagnostic[]>;
  of(method: string): readonly Received['params'][];
}

/** Starts both, hands the client over, and ends both, whatever happens. */
export async function withClient(options: ClientOptions, run: (client: Client) => Promise<void>): Promise<void> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = lsp.createConnection(new lsp.StreamMessageReader(up), new lsp.StreamMessageWriter(down), lifetime());
  const { rules, today = '2026-11-23' } = options;
  startServer(server, options.ownFiles === false ? undefined : hostOf(options), {
    ...(rules && { rules }),
    today: () => today,
  });
  const connection = lsp.createMessageConnection(
    new lsp.StreamMessageReader(down),
    new lsp.StreamMessageWriter(up),
    lsp.NullLogger,
  );
  try {
    await run(await connect(connection, options));
  } finally {
    connection.dispose();
    server.dispose();
  }
}

async function connect(connection: lsp.MessageConnection, options: ClientOptions): Promise<Client> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const receive = (method: string, params: unknown) => {
    received.push({ method, params });
    for (const look of waiting) look();
  };
  connection.onNotification(receive);
  connection.onRequest((method, params) => {
    receive(method, params);
    return answer(method, params as never, options);
  });
  connection.listen();

  const usual: lsp.InitializeParams = {
    processId: null,
    rootUri: null,
    workspaceFolders: (options.folders ?? [folder]).map((uri) => ({ uri, name: uri })),
    capabilities: options.capabilities ?? likeVsCode,
    initializationOptions: options.initializationOptions,
  };
  const { capabilities }: lsp.InitializeResult = await connection.sendRequest(
    'initialize',
    ...(options.introduction ?? [usual]),
  );
  await connection.sendNotification(lsp.InitializedNotification.type, {});

  function until(
    method: string,
    fits: (params: Received['params']) => boolean = () => true,
  ): Promise<Received['params']> {
    return new Promise((resolve) => {
      const look = () => {
        const found = received.find((each) => each.method === method && fits(each.params));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found.params);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    capabilities,
    received,
    until,
    request: ({ method }, params, token = lsp.CancellationToken.None) => connection.sendRequest(method, params, token),
    ask: (method, params) => connection.sendRequest(method, params),
    tell: (method, params) => connection.sendNotification(method, params as never),
    open: (text, uri = planUri, languageId = 'markdown') =>
      connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (version, text, range, uri = planUri) =>
      connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [range === undefined ? { text } : { text, range }],
      }),
    close: (uri = planUri) =>
      connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    save: (uri = planUri) =>
      connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument: { uri } }),
    pull: async (uri = planUri, previousResultId) =>
      (await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      })) as lsp.FullDocumentDiagnosticReport,
    actions: async (range, only, uri = planUri) =>
      (await connection.sendRequest(lsp.CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only: Array.from(only) }) },
      })) as lsp.CodeAction[],
    pushed: async (fits, uri = planUri) => {
      const isIt = (params: lsp.PublishDiagnosticsParams) => params.uri === uri && fits(params.diagnostics);
      return (await until('textDocument/publishDiagnostics', isIt)).diagnostics;
    },
    of: (method) => received.filter((each) => each.method === method).map(({ params }) => params),
  };
}

function answer(
  method: string,
  params: { readonly items?: readonly unknown[]; readonly uri?: string },
  options: ClientOptions,
): unknown {
  switch (method) {
    case 'workspace/configuration':
      return params.items?.map(() => options.settings ?? null);
    case protocol.readText.method: {
      const text = options.files?.get(params.uri ?? '');
      return text instanceof Error
        ? new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, text.message)
        : (text ?? null);
    }
    case protocol.listFiles.method:
      return Array.from(options.files?.keys() ?? []);
    default:
      return null;
  }
}

function hostOf({ files = new Map() }: ClientOptions): OwnHost {
  return {
    schemes: ['file'],
    async readText(uri) {
      const text = files.get(uri);
      if (text instanceof Error) throw text;
      return text;
    },
    async list(within, glob) {
      const failed = files.get(within);
      if (failed instanceof Error) throw failed;
      const base = `${within}/${glob.slice(0, glob.lastIndexOf('/') + 1)}`;
      return Array.from(files.keys()).filter((uri) => uri.startsWith(base));
    },
  };
}

/** As VS Code's client announces itself, where it matters here. */
export const likeVsCode: lsp.ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [lsp.DiagnosticTag.Unnecessary] } },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    textDocumentContent: {},
  },
};

/** As VS Code's, but waits to be told. */
export const pushClient: lsp.ClientCapabilities = {
  ...likeVsCode,
  textDocument: { ...likeVsCode.textDocument, publishDiagnostics: { relatedInformation: true } },
};
delete (pushClient.textDocument as { diagnostic?: unknown }).diagnostic;

/** The settings changed: the client says so, as VS Code does, without saying to what. */
export function settingsChanged(client: Client): Promise<void> {
  return client.tell('workspace/didChangeConfiguration', { settings: null });
}

export function at(line: number, character = 0): lsp.Range {
  return { start: { line, character }, end: { line, character } };
}
