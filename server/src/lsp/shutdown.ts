/** The end of a server’s life: who asks anything after `shutdown` is refused, and told nothing else but `exit` reaches it, as LSP wants it. */
import * as lsp from 'vscode-languageserver';

/** No client names it: a request that comes too late is renamed to it, because only who answers requests can refuse one. */
export const tooLate = 'techSpec/tooLate';

/** For one connection, and to be given to it when it is made. What was asked before `shutdown` is still answered. */
export function untilShutdown(): lsp.ConnectionOptions {
  let isShutDown = false;
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (isShutDown && lsp.Message.isNotification(message) && message.method !== 'exit') return;
        if (!lsp.Message.isRequest(message)) return next(message);
        if (isShutDown) return next({ ...message, method: tooLate } as lsp.Message);
        isShutDown = message.method === 'shutdown';
        return next(message);
      },
    },
  };
}
