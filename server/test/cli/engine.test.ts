/** What the program tells the engine it runs in, which complains of what it does not know. */
import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { clearingWhenFull, lateOptimising, slowGrowth } from '../../src/node/engine.ts';

describe('what the engine is told', () => {
  for (const [told, name] of [
    [lateOptimising(process.versions.v8), 'of optimising'],
    [slowGrowth, 'of memory'],
    [clearingWhenFull(process.versions.v8), 'of clearing up'],
  ]) {
    it(`is known to it: ${name}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [...(told?.split(' ') ?? []), '-e', '0']);
      equal(`${status} ${stderr}`, '0 ');
    });
  }

  for (const [version, told] of [
    ['11.3.244.8-node.33', '--interrupt-budget=500000 --max-inlined-bytecode-size-cumulative=150'],
    ['12.4.254.21-node.57', '--invocation-count-for-turbofan=100000'],
    ['13.6.233.17-node.53', '--invocation-count-for-turbofan=100000'],
    ['10.2.154.26-node.36', undefined],
    ['14.1.146.11-node.14', undefined],
    ['', undefined],
  ] as const) {
    it(`is “${told}” where it is ${version || 'none that we know'}`, () => equal(lateOptimising(version), told));
  }

  it('is nothing of clearing up where it may not be known', () => {
    const told = ['11.3.244', '12.4.254', '13.6.233', '10.2.154', '14.1.146', ''].map(clearingWhenFull);
    const known = '--no-minor-gc-task';
    deepEqual(told, [known, known, known, undefined, undefined, undefined]);
  });
});
