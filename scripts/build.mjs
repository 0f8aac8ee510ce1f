/** Bundles what runs into dist/. `node scripts/build.mjs [--dev] [--watch] [NAME…]`; a name is a row of the table or its folder: `cli`, `server`, `client/node`. */
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { copiedOnce } from './copied-once.mjs';
import { filesOfTheirOwn, lateBundles } from './late.mjs';
import { latePatterns } from './late-patterns.mjs';
import { unusedLeftOut } from './left-out.mjs';
import { asPart, hashOfParts, partBundles } from './parts.mjs';
import { vscodeAsItIs } from './vscode-as-it-is.mjs';

/** @typedef {{ name: string, entry: string, outfile: string, budget?: number, isStart?: boolean, options: import('esbuild').BuildOptions }} Bundle */

const root = new URL('../', import.meta.url);

const program = 'dist/cli.js';

/** @type {import('esbuild').BuildOptions} */
const starts = { platform: 'node', format: 'cjs', define: { 'import.meta.dirname': '__dirname' } };

/** @type {import('esbuild').BuildOptions} */
const clientInNode = {
  platform: 'node',
  format: 'cjs',
  external: ['vscode'],
  // With `require`, as VS Code loads what begins it.
  supported: { 'dynamic-import': false },
};

/**
 * Budgets in KB, minified, so that nothing big slips in unseen. The extension host loads CommonJS; the web worker must be one classic script.
 * @type {readonly Bundle[]}
 */
const bundles = [
  {
    name: 'client/node',
    entry: 'client/src/node.ts',
    outfile: 'dist/client/node.js',
    // It is read before `activate` is called: what can wait has a file of its own.
    budget: 60,
    options: clientInNode,
  },
  ...lateBundles.map((bundle) => ({ ...bundle, options: clientInNode })),
  {
    name: 'client/browser',
    entry: 'client/src/browser.ts',
    outfile: 'dist/client/browser.js',
    // One file, in which what can wait sleeps: the protocol's client takes some 390 KB of it, GitHub's 20.
    budget: 480,
    options: { platform: 'browser', format: 'cjs', external: ['vscode'] },
  },
  {
    name: 'server/node',
    entry: 'server/src/node/server-process.ts',
    outfile: 'dist/server/node.js',
    // The protocol takes 187 KB of it, YAML 84, markdown-it with the names of HTML's characters 106.
    budget: 700,
    // ES modules inside a CommonJS file still ask for their own address.
    options: {
      platform: 'node',
      format: 'cjs',
      banner: { js: "const addressOfProgram = require('node:url').pathToFileURL(__filename).href;" },
      define: { 'import.meta.url': 'addressOfProgram' },
    },
  },
  {
    name: 'server/browser',
    entry: 'server/src/browser/server.ts',
    outfile: 'dist/server/browser.js',
    budget: 675,
    options: { platform: 'browser', format: 'iife' },
  },
  ...partBundles,
  {
    name: 'cli/start',
    entry: 'server/src/node/cli.ts',
    outfile: program,
    isStart: true,
    options: { ...starts, banner: { js: '#!/usr/bin/env node' } },
  },
  // Its threads are started from a file of their own.
  {
    name: 'cli/thread',
    entry: 'server/src/node/cli-thread.ts',
    outfile: 'dist/cli-thread.js',
    isStart: true,
    options: starts,
  },
];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

/** @param {string[]} argv */
async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { dev: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
  });
  const chosen = choose(positionals);
  const missing = chosen.filter(({ entry }) => !existsSync(new URL(entry, root)));
  if (0 < missing.length) {
    const list = missing.map(({ name, entry }) => `  ${name}  ${entry}`).join('\n');
    console.error(`build: no source for\n${list}`);
    return 1;
  }
  if (values.watch) {
    for (const bundle of chosen) await (await context(optionsOf(bundle, true))).watch();
    console.log('Watching; Ctrl-C stops.');
    return 0;
  }
  // What an earlier version built, and no version builds any more.
  if (chosen === bundles) rmSync(new URL('dist', root), { recursive: true, force: true });
  const done = await makeAll(chosen, values.dev);
  for (const { line } of done) console.log(line);
  if (!done.every(({ good }) => good)) return 1;
  if (chosen.some(({ outfile }) => outfile === program)) finishProgram();
  return 0;
}

/** @param {readonly string[]} names */
function choose(names) {
  if (names.length === 0) return bundles;
  const unknown = names.filter((name) => !bundles.some((bundle) => isNamed(bundle, name)));
  if (0 < unknown.length) {
    throw new Error(
      `no bundle is called ${unknown.join(', ')}; there are ${bundles.map(({ name }) => name).join(', ')}`,
    );
  }
  return bundles.filter((bundle) => names.some((name) => isNamed(bundle, name)));
}

/**
 * @param {Bundle} bundle
 * @param {string} name
 */
function isNamed(bundle, name) {
  return bundle.name === name || bundle.name.startsWith(`${name}/`);
}

/**
 * What starts the program knows what its parts were built from: they come first.
 * @param {readonly Bundle[]} chosen
 * @param {boolean} dev
 */
async function makeAll(chosen, dev) {
  const parts = await Promise.all(chosen.filter(({ isStart }) => !isStart).map((bundle) => make(bundle, dev)));
  if (!parts.every(({ good }) => good)) return parts;
  const starts = await Promise.all(chosen.filter(({ isStart }) => isStart).map((bundle) => make(bundle, dev)));
  return [...parts, ...starts];
}

function finishProgram() {
  chmodSync(new URL(program, root), 0o755);
  // Wherever it is copied to.
  writeFileSync(new URL('dist/package.json', root), '{ "type": "commonjs" }\n');
}

/**
 * @param {Bundle} bundle
 * @param {boolean} dev
 * @returns {Promise<{ good: boolean, line: string }>}
 */
async function make(bundle, dev) {
  const { outfile, name, options, budget } = bundle;
  const label = outfile.padEnd(24);
  // A map that an earlier --dev left would point into a bundle that is no longer there.
  if (!dev) rmSync(new URL(`${outfile}.map`, root), { force: true });
  let result;
  try {
    result = await build({ ...optionsOf(bundle, dev), metafile: true });
  } catch (error) {
    // What is wrong with the sources esbuild has printed.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    return { good: false, line: `${label}    failed` };
  }
  const stray = options.platform === 'browser' ? strayImports(result.metafile) : [];
  if (0 < stray.length) {
    return { good: false, line: `${label}    failed: ${name} must run in a browser, and imports ${stray.join(', ')}` };
  }
  const size = Object.values(result.metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  const line = `${label} ${size.toFixed(0).padStart(5)} KB`;
  if (dev || budget === undefined || size <= budget) return { good: true, line };
  return { good: false, line: `${line}, more than its ${budget} KB` };
}

/**
 * @param {Bundle} bundle
 * @param {boolean} dev
 * @returns {import('esbuild').BuildOptions}
 */
function optionsOf({ name, entry, outfile, options, isStart }, dev) {
  const browser = options.platform === 'browser';
  return {
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: !dev,
    sourcemap: dev,
    charset: 'utf8',
    target: browser ? 'es2022' : 'node20.19',
    // A UMD `main` hides its imports from a bundler.
    mainFields: browser ? ['browser', 'module', 'main'] : ['module', 'main'],
    logLevel: 'warning',
    plugins: [unusedLeftOut(root), copiedOnce(), latePatterns(), vscodeAsItIs(), ...filesOf(name)],
    ...options,
    ...(isStart && { define: { ...options.define, build: dev ? 'undefined' : JSON.stringify(hashOfParts(root)) } }),
  };
}

/**
 * What is built in several files.
 * @param {string} name
 */
function filesOf(name) {
  if (name.startsWith('cli/')) return [asPart(root)];
  return name === 'client/node' ? [filesOfTheirOwn()] : [];
}

/**
 * What a browser cannot give: esbuild itself refuses Node's modules by name, but lets pass those that a package's `browser` field empties.
 * @param {import('esbuild').Metafile} metafile
 */
function strayImports({ inputs, outputs }) {
  const emptied = Object.keys(inputs).filter((path) => path.startsWith('(disabled):'));
  const external = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...emptied, ...external.filter((path) => path !== 'vscode')];
}
