/** What happens when the server ends by itself, or cannot be talked to: the library's own handling, which starts it again four times. */
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import type { ClientNeeds } from './server.ts';

/** What the library would say is said with a way out, and once. */
export function errorHandler(client: () => BaseLanguageClient, { failed, gaveUp }: ClientNeeds): ErrorHandler {
  let made: ErrorHandler | undefined;
  const usual = () => (made ??= client().createDefaultErrorHandler());
  return {
    async error(error, message, count) {
      const result = await usual().error(error, message, count);
      if (result.action === ErrorAction.Shutdown) gaveUp();
      return { ...result, handled: true };
    },
    async closed() {
      failed();
      const result = await usual().closed();
      if (result.action === CloseAction.DoNotRestart) gaveUp();
      return { ...result, handled: true };
    },
  };
}
