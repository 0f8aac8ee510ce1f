/** How a server that runs is ended: it is asked to, and killed where it does not listen. */
import type { BaseLanguageClient } from 'vscode-languageclient';

/** In milliseconds. As long as the library waits by itself. */
const patience = 2000;

/**
 * Rejects where it had to be killed. That is before the library gives up on it: afterwards it would leave all that the server
 * owes unanswered for ever.
 */
export async function endPolitely(client: BaseLanguageClient, kill: () => void): Promise<void> {
  const killing = setTimeout(kill, patience);
  try {
    await client.dispose(2 * patience);
  } finally {
    clearTimeout(killing);
  }
}
