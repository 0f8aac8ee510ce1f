// Runs the suites of this folder inside VS Code's extension host, and rejects when a test failed or none ran.

import Mocha from 'mocha';

/** Loads the suites when mocha is ready for them, then runs them. */
export async function runSuites(load: () => void): Promise<void> {
  const grep = process.env.TECH_SPEC_E2E_GREP;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, ...(grep ? { grep } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const { failures, tests } = await new Promise<{ failures: number; tests: number }>((resolve) => {
    const runner = mocha.run((count) => resolve({ failures: count, tests: runner.stats?.tests ?? 0 }));
  });
  if (0 < failures) throw new Error(`${failures} of ${tests} tests failed`);
  if (tests === 0) throw new Error('No test ran');
}
