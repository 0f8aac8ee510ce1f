/** Diagnostics: answered where the client asks for them, sent where it does not, never both. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Capabilities } from './capabilities.ts';
import { toDiagnostic, toDiagnostics } from './convert/diagnostics.ts';
import { answering, quietly } from './isolate.ts';
import { sliced, wanting } from './slices.ts';
import { mostOfRule, type OpenDocument, type Reading, type Workspace } from './workspace.ts';

export interface Diagnostics {
  /** Settings, templates or stages changed: all of them may differ. */
  refresh(): void;
  /** The file went, and what was said of it goes too. */
  drop(uri: string): void;
}

export function startDiagnostics(
  connection: lsp.Connection,
  workspace: Workspace,
  capabilities: Capabilities,
): Diagnostics {
  return capabilities.pullsDiagnostics
    ? answerPulls(connection, workspace, capabilities)
    : pushUnasked(connection, workspace, capabilities);
}

/** In slices: of very many findings a thousand are shown. Undefined where they are not wanted any more. */
async function diagnosticsOf(
  uri: string,
  reading: Reading,
  capabilities: Capabilities,
  isWanted: () => boolean,
): Promise<lsp.Diagnostic[] | undefined> {
  switch (reading.kind) {
    case 'spec': {
      const { context } = reading;
      const findings = core.shown(context.document, context.findings, mostOfRule);
      return sliced(toDiagnostics(uri, context, findings, capabilities), isWanted);
    }
    case 'too-large':
      return [toDiagnostic(uri, reading.document, core.tooLarge(reading.document), capabilities)];
    case 'template-problems': {
      const { document, problems } = reading;
      return problems.map((problem) => toDiagnostic(uri, document, core.templateProblem(problem), capabilities));
    }
    case 'configuration': {
      const { document, problems } = reading;
      return problems.map((problem) => toDiagnostic(uri, document, core.configurationProblem(problem), capabilities));
    }
    case 'other':
      return [];
  }
}

/** While `techSpec.run` is `onSave`, what is typed since is not looked at. */
async function isWaitingForSave(workspace: Workspace, { uri, version, savedVersion }: OpenDocument): Promise<boolean> {
  return version !== savedVersion && (await workspace.settingsOf(uri)).run === 'onSave';
}

function answerPulls(connection: lsp.Connection, workspace: Workspace, capabilities: Capabilities): Diagnostics {
  interface Answered {
    readonly resultId: string;
    readonly reading: Reading;
    readonly items: lsp.Diagnostic[];
  }
  const nothing: lsp.DocumentDiagnosticReport = { kind: 'full', items: [] };
  const answered = new Map<string, Answered>();
  let count = 0;

  function report({ resultId, items }: Answered, previous: string | undefined): lsp.DocumentDiagnosticReport {
    return previous === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  connection.languages.diagnostics.on(
    answering(connection, 'Checking', nothing, async ({ textDocument: { uri }, previousResultId }, token) => {
      const document = workspace.documents.get(uri);
      if (document === undefined) return nothing;
      const last = answered.get(uri);
      if (last !== undefined && (await isWaitingForSave(workspace, document))) return report(last, previousResultId);
      const now = await workspace.checkedAs(uri, wanting(token), async (reading, isWanted) => {
        const known = answered.get(uri);
        if (known?.reading === reading) return known;
        const items = await diagnosticsOf(uri, reading, capabilities, isWanted);
        return items && { resultId: String(++count), reading, items };
      });
      if (now === undefined) return nothing;
      answered.set(uri, now);
      return report(now, previousResultId);
    }),
  );
  workspace.documents.onDidClose(({ document }) => answered.delete(document.uri));

  const refresh = quietly(connection, 'Refreshing diagnostics', () => connection.languages.diagnostics.refresh());
  return {
    refresh: () => capabilities.refreshesDiagnostics && refresh(undefined),
    drop: () => {},
  };
}

function pushUnasked(connection: lsp.Connection, workspace: Workspace, capabilities: Capabilities): Diagnostics {
  const waiting = new Map<string, lsp.Disposable>();
  const shown = new Set<string>();
  /** Milliseconds: a document that takes long to check is checked when typing pauses for as long. */
  let delay = 0;

  const check = quietly(connection, 'Checking', async (uri: string) => {
    const document = workspace.documents.get(uri);
    if (document === undefined || (await isWaitingForSave(workspace, document))) return;
    const started = Date.now();
    const found = await workspace.checkedAs(
      uri,
      () => true,
      async (reading, isWanted) => {
        const diagnostics = await diagnosticsOf(uri, reading, capabilities, isWanted);
        return diagnostics && { kind: reading.kind, diagnostics };
      },
    );
    // Closed and perhaps opened again meanwhile: then this was cleared, and another check is on its way.
    if (found === undefined || workspace.documents.get(uri) !== document) return;
    const { kind, diagnostics } = found;
    if (kind === 'other' && !shown.has(uri)) return;
    delay = Math.min(Date.now() - started, longestDelay);
    shown.add(uri);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  });

  const schedule = (uri: string) => {
    waiting.get(uri)?.dispose();
    const timer = lsp.RAL().timer.setTimeout(() => {
      waiting.delete(uri);
      check(uri);
    }, delay);
    waiting.set(uri, timer);
  };

  const clear = quietly(connection, 'Clearing diagnostics', async (uri: string) => {
    waiting.get(uri)?.dispose();
    waiting.delete(uri);
    if (shown.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  workspace.documents.onDidChangeContent(({ document }) => schedule(document.uri));
  workspace.documents.onDidSave(({ document }) => schedule(document.uri));
  workspace.documents.onDidClose(({ document }) => clear(document.uri));

  return {
    refresh: () => workspace.documents.keys().forEach(schedule),
    drop: clear,
  };
}

const longestDelay = 500;
