/** Keeps a failure where it happens: whoever asked gets an empty answer, the log gets the reason, and the server goes on. */
import * as lsp from 'vscode-languageserver';
import type { Request } from './protocol.ts';

type Handler<Params, Result> = (params: Params, token: lsp.CancellationToken) => Result | Promise<Result>;

/** `empty` is the answer where there is none. What was cancelled is answered with an error, as LSP wants: an empty answer would be shown. */
export function answering<Params, Result>(
  connection: lsp.Connection,
  what: string,
  empty: Result,
  handler: Handler<Params, Result>,
): (params: Params, token: lsp.CancellationToken) => Promise<Result | lsp.ResponseError<never>> {
  return async (params, token) => {
    try {
      const result = await handler(params, token);
      if (token.isCancellationRequested) return new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'Cancelled');
      return result;
    } catch (error) {
      logError(connection, `${what} failed: ${stackOf(error)}`);
      return empty;
    }
  };
}

/** A request of our own is answered so, under its own name. */
export function answer<Params, Result>(
  connection: lsp.Connection,
  { method }: Request<Params, Result>,
  empty: Result,
  handler: Handler<Params, Result>,
): void {
  const handle: lsp.GenericRequestHandler<unknown, never> = answering<Params, Result>(
    connection,
    method,
    empty,
    handler,
  );
  connection.onRequest(method, handle);
}

/** For what nobody waits for. */
export function quietly<Event>(
  connection: lsp.Connection,
  what: string,
  handler: (event: Event) => unknown,
): (event: Event) => void {
  return (event) => {
    Promise.resolve()
      .then(() => handler(event))
      .catch((error: unknown) => logError(connection, `${what} failed: ${stackOf(error)}`));
  };
}

/** Into the editor’s log. */
export function logError(connection: lsp.Connection, message: string): void {
  log(connection, lsp.MessageType.Error, message);
}

/** A connection that has ended takes no words any more, and that is no failure of its own: the library’s console would say so beside it. */
export function log(connection: lsp.Connection, type: lsp.MessageType, message: string): void {
  try {
    connection.sendNotification(lsp.LogMessageNotification.type, { type, message }).catch(() => {});
  } catch {
    // Nobody is left to be told.
  }
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
