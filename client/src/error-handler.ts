/** What happens when the server ends by itself, or cannot be talked to: the library's own handling, which starts it again four times. */
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import type { ClientNeeds } from './server.ts';

/** What the library would say is said with a way out, and once. */
export function errorHandler(client: () => BaseLanguageClient, needs: ClientNeeds): ErrorHandler {
  let made: ErrorHandler | undefined;
  const usual = () => (made ??= client().createDefaultErrorHandler());
  return {
    async error(error, message, count) {
      const { action } = await usual().error(error, message, count);
      // The library would end all for good. But a server that dies while somebody writes is told more until it is known to be dead.
      if (action === ErrorAction.Shutdown) needs.unreachable();
      return { action: ErrorAction.Continue, handled: true };
    },
    async closed() {
      needs.failed();
      const result = await usual().closed();
      if (result.action === CloseAction.DoNotRestart) needs.gaveUp();
      return { ...result, handled: true };
    },
  };
}
