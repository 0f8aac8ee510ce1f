/** Long work in slices, between which others are heard. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../core/index.ts';

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

/** All of it, in slices. */
export async function sliced<T>(steps: core.Steps<T>): Promise<T> {
  const breathe = inSlices();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe();
  }
}
