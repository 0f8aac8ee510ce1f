/** How much of the server the tests run: `npm run coverage`. What they start in processes of their own is not counted. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ url: string, functions: { ranges: { count: number }[] }[] }} Script */

const root = fileURLToPath(new URL('../', import.meta.url));
const data = join(root, 'out/coverage');

/** They run the same code again, in threads and processes, or for a long time. */
const leftOut = ['hostile-input', 'property-incremental', 'lsp/built-*', 'cli/built', 'corpus*'];

rmSync(data, { recursive: true, force: true });
const ignored = leftOut.map((name) => `--ignore=server/test/${name}.test.ts`);
const tests = ['--require=./server/test/coverage.ts', '--reporter=dot', 'server/test/**/*.test.ts', ...ignored];
const ran = run(['node_modules/mocha/bin/mocha.js', ...tests], { NODE_V8_COVERAGE: data });
for (const name of readdirSync(data)) keepOneOfEach(join(data, name));
process.exitCode = ran || run(['node_modules/c8/bin/c8.js', 'report']);

/**
 * A file may be loaded in two ways, which are compiled differently and cannot be added up: the one that more was run of is kept.
 * @param {string} file
 */
function keepOneOfEach(file) {
  /** @type {{ result: Script[] }} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {Map<string, Script>} */
  const kept = new Map();
  for (const script of report.result) {
    const other = kept.get(script.url);
    if (other === undefined || runIn(other) < runIn(script)) kept.set(script.url, script);
  }
  writeFileSync(file, JSON.stringify({ ...report, result: Array.from(kept.values()) }));
}

/** @param {Script} script */
function runIn({ functions }) {
  return functions.filter(({ ranges }) => 0 < (ranges[0]?.count ?? 0)).length;
}

/**
 * Gives the exit code.
 * @param {string[]} argv
 * @param {NodeJS.ProcessEnv} more
 */
function run(argv, more = {}) {
  return (
    spawnSync(process.execPath, argv, { cwd: root, stdio: 'inherit', env: { ...process.env, ...more } }).status ?? 1
  );
}
