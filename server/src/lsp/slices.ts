/** Long work in slices, between which others are heard. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../core/index.ts';

/** In milliseconds: nobody notices a request that waits for as long, and to wait more often than that costs more than the work. */
export const slice = 8;

/** To be called between two pieces of work. */
export function inSlices(): () => Promise<void> {
  let started = Date.now();
  return async () => {
    if (Date.now() - started < slice) return;
    await new Promise<void>((resolve) => lsp.RAL().timer.setImmediate(resolve));
    started = Date.now();
  };
}

/** All of it, in slices; whether it came to its end, and not that of being wanted. */
export async function sliced(steps: core.Steps<unknown>, isWanted: () => boolean): Promise<boolean> {
  const breathe = inSlices();
  while (steps.next().done !== true) {
    await breathe();
    if (!isWanted()) return false;
  }
  return true;
}
