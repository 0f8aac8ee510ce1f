/** `npm run bench [-- ID…]`: measures the bars that are named, or whose names begin so, or all; writes them into results.json, README.md and the plots. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bars } from './bars.mts';
import { growths } from './growth.mts';
import { circumstances, readResults, writeResults } from './results.mts';
import { runs } from './rows.mts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

const names = process.argv.slice(2);
const rows = bars.filter(({ id }) => isNamed(id));
const plots = Object.keys(growths).filter(isNamed);
if (rows.length + plots.length === 0) {
  const known = [...bars.map(({ id }) => id), ...Object.keys(growths)];
  console.error(`bench: there is no ${names.join(', ')}; there are ${known.join(', ')}`);
  process.exit(2);
}

install();
call(process.execPath, ['scripts/build.mjs'], root);
for (const { id, bar } of rows) {
  const run = runs[id];
  if (run === undefined) throw new Error(`nothing measures ${id}`);
  const pair = await run.measure(run.pairs);
  const results = readResults();
  writeResults({ ...results, rows: { ...results.rows, [id]: { ...pair, pairs: run.pairs, ...circumstances() } } });
  const { ours, theirs, ratio } = pair;
  console.log(
    `${id}: ${ours.median.toFixed(1)} / ${theirs.median.toFixed(1)} = ${ratio.median.toFixed(3)}, bar ${bar ?? 'none'}`,
  );
}
for (const id of plots) {
  console.log(`${id}:`);
  const points = (await growths[id]?.()) ?? [];
  const results = readResults();
  writeResults({ ...results, growth: { ...results.growth, [id]: { points, ...circumstances() } } });
}
call(process.execPath, ['--import=tsx', 'scripts/generate.mts'], root);

function isNamed(id: string): boolean {
  return names.length === 0 || names.some((name) => id === name || id.startsWith(`${name}-`));
}

/** The peers, where they are not there in the versions of the lock file. */
function install(): void {
  const installed = `${here}node_modules/.package-lock.json`;
  const wanted = versionsIn(`${here}package-lock.json`);
  const there = existsSync(installed) ? versionsIn(installed) : new Map<string, string>();
  if (Array.from(wanted).every(([name, version]) => there.get(name) === version)) return;
  // Not `npm ci`: where a registry lacks a peer’s packages for other systems, it refuses all of them.
  call('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);
}

/** Of what is installed everywhere: the rest depends on the system. */
function versionsIn(lock: string): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as {
    packages: Record<string, { version: string; optional?: boolean; peer?: boolean }>;
  };
  const all = Object.entries(packages).filter(([name, { optional, peer }]) => name !== '' && !optional && !peer);
  return new Map(all.map(([name, { version }]) => [name, version]));
}

function call(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 2);
}
