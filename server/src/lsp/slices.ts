/** Long work in slices, between which others are heard. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../core/index.ts';

/** In milliseconds: nobody notices a request that waits for as long, also where the engine stops for ten times as long on top of it. */
export const slice = 3;

/** To be called between two pieces of work. */
export function inSlices(): () => Promise<void> {
  let started = Date.now();
  return async () => {
    if (Date.now() - started < slice) return;
    await new Promise<void>((resolve) => lsp.RAL().timer.setImmediate(resolve));
    started = Date.now();
  };
}

/** What comes of all of it, done in slices; undefined where it is not wanted any more. */
export async function sliced<T extends object>(steps: core.Steps<T>, isWanted: () => boolean): Promise<T | undefined> {
  const breathe = inSlices();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe();
    if (!isWanted()) return undefined;
  }
}

/** Until it is cancelled. */
export function wanting(token: lsp.CancellationToken): () => boolean {
  return () => !token.isCancellationRequested;
}
