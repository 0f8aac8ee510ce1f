// Makes one CommonJS file of the extension suite, because that is what VS Code's extension host loads.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { output, root } from './host/places.mts';

/** Bundles every `*.test.mts` of `e2e/extension`, and gives the file whose `run()` runs them. */
export async function bundleExtensionSuite(): Promise<string> {
  const folder = join(root, 'e2e', 'extension');
  const suites = (await readdir(folder)).filter((name) => name.endsWith('.test.mts')).sort();
  if (suites.length === 0) throw new Error('There is no test in e2e/extension');
  const outfile = join(output, 'extension-suite.cjs');
  // The suites are loaded inside `run`: only then does mocha provide `describe` and `it`.
  const loads = suites.map((name) => `require(${JSON.stringify(`./${name}`)});`).join(' ');
  await build({
    stdin: {
      contents: `const { runSuites } = require('./runner.mts');\nexports.run = () => runSuites(() => { ${loads} });\n`,
      resolveDir: folder,
      sourcefile: 'extension-suite.js',
    },
    bundle: true,
    outfile,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
