// Mocha as browsers have it: one script, which leaves `mocha` among the globals.

/** `require`, because under `import` its header would overwrite what the bundle exports. */
declare function require(module: string): unknown;

export function startMocha(options: Mocha.MochaOptions, load: () => void): Promise<Mocha.Runner> {
  require('mocha/mocha.js');
  mocha.setup({ ...options, ui: 'bdd', reporter: 'spec' });
  load();
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner));
  });
}
