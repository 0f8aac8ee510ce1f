/** Long work in slices: it goes on for as long as somebody wants it. */
import { deepEqual, equal } from 'node:assert/strict';
import type { Steps } from '../../src/core/steps.ts';
import { sliced } from '../../src/lsp/slices.ts';

describe('work in slices', () => {
  function* work(done: string[]): Steps<readonly string[]> {
    for (let at = 0; at < 5; at++) {
      done.push(`${at}`);
      yield;
    }
    return done;
  }

  it('comes to its end', async () => {
    const done: string[] = [];
    equal(await sliced(work(done), () => true), done);
    deepEqual(done, ['0', '1', '2', '3', '4']);
  });

  it('is left where nobody wants it any more', async () => {
    const done: string[] = [];
    equal(await sliced(work(done), () => done.length < 3), undefined);
    deepEqual(done, ['0', '1', '2']);
  });
});
