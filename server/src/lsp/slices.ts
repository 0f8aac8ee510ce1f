/** Long work in slices, between which others are heard. */
import * as lsp from 'vscode-languageserver';

/** In milliseconds: nobody notices a request that waits for as long, and to wait more often than that costs more than the work. */
const slice = 8;

/** To be called between two pieces of work. */
export function inSlices(): () => Promise<void> {
  let started = Date.now();
  return async () => {
    if (Date.now() - started < slice) return;
    await new Promise<void>((resolve) => lsp.RAL().timer.setImmediate(resolve));
    started = Date.now();
  };
}
