/**
 * The beginning and the end of a server’s life, where the protocol’s library needs help. Who introduces itself without a word of what it
 * can do is served; who asks anything after `shutdown` is refused, and told nothing else but `exit` reaches the server, as LSP wants it.
 */
import * as lsp from 'vscode-languageserver';

/** No client names it: a request that comes too late is renamed to it, because only who answers requests can refuse one. */
export const tooLate = 'techSpec/tooLate';

/** For one connection, and to be given to it when it is made. What was asked before `shutdown` is still answered. */
export function lifetime(): lsp.ConnectionOptions {
  let isShutDown = false;
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (isShutDown && lsp.Message.isNotification(message) && message.method !== 'exit') return;
        if (!lsp.Message.isRequest(message)) return next(message);
        if (isShutDown) return next({ ...message, method: tooLate } as lsp.Message);
        isShutDown = message.method === 'shutdown';
        return next(message.method === 'initialize' ? introduced(message) : message);
      },
    },
  };
}

/** The library reads what a client can do before we are asked, and fails where that is missing. */
function introduced(message: lsp.RequestMessage): lsp.Message {
  const params = message.params as Partial<lsp.InitializeParams> | undefined;
  return { ...message, params: { ...params, capabilities: params?.capabilities ?? {} } } as lsp.Message;
}
