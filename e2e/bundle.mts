// Makes one CommonJS file of the extension suite for each extension host, because that is what both load.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { HostKind } from './extension/runner.mts';
import { output, root } from './host/places.mts';

const options: Record<HostKind, BuildOptions> = {
  node: { platform: 'node', target: 'node20', external: ['vscode', 'mocha'] },
  // A worker has no Node. Of what Node has the tests use `assert` alone; @jspm/core gives it to browsers, with its strict flavour and without further packages.
  web: {
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': '@jspm/core/nodelibs/assert/strict' },
  },
};

/** Bundles every `*.test.mts` of `e2e/extension`, and gives the file whose `run()` runs those whose name holds the words. */
export async function bundleExtensionSuite(host: HostKind, words: string | undefined): Promise<string> {
  const folder = join(root, 'e2e', 'extension');
  const suites = (await readdir(folder)).filter((name) => name.endsWith('.test.mts')).sort();
  if (suites.length === 0) throw new Error('There is no test in e2e/extension');
  const outfile = join(output, `extension-suite-${host}.cjs`);
  // The suites are loaded inside `run`: only then does mocha provide `describe` and `it`.
  const loads = suites.map((name) => `require(${JSON.stringify(`./${name}`)});`).join(' ');
  await build({
    stdin: {
      contents: [
        `const { runSuites } = require('./runner.mts');`,
        `const { startMocha } = require('./mocha-${host}.mts');`,
        `const run = { host: '${host}', load: () => { ${loads} }, start: startMocha, words: ${JSON.stringify(words)} };`,
        `exports.run = () => runSuites(run);`,
      ].join('\n'),
      resolveDir: folder,
      sourcefile: 'extension-suite.js',
    },
    bundle: true,
    outfile,
    format: 'cjs',
    logLevel: 'warning',
    ...options[host],
  });
  return outfile;
}
