// Mocha as Node has it.

import Mocha from 'mocha';

export function startMocha(options: Mocha.MochaOptions, load: () => void): Promise<Mocha.Runner> {
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner));
  });
}
