/** `npm test [-- STEP…]`: installs what is missing, runs every step, and says what each took. On Node's own modules: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

/**
 * `group`: a second name for several steps. `live`: a long one, whose words are passed on as they come.
 * `tests`: run by mocha here. Where mocha ran, tests are counted one by one; every other step counts as one.
 * @typedef {{ name: string, group?: string, live?: boolean, tests?: () => string[], args?: string[] }} Step
 * @typedef {{ name: string, seconds: number, passed: number, failed: number, words: string }} Result
 */

const root = fileURLToPath(new URL('../', import.meta.url));

/** These have a step of their own; every other test file is a unit test. */
const ownSteps = /^(lsp|cli|generated|property|corpus|package|editors)\b|\bhostile-/;

/** @type {readonly Step[]} */
const steps = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'unit', tests: () => [...testFiles('client'), ...testFiles('server', (file) => !ownSteps.test(file))] },
  { name: 'lsp', tests: () => testFiles('server', (file) => /^lsp\b/.test(file)) },
  { name: 'cli', tests: () => testFiles('server', (file) => /^cli\b/.test(file)) },
  { name: 'property', tests: () => testFiles('server', (file) => /^property\b|\bhostile-/.test(file)) },
  { name: 'corpus', tests: () => testFiles('server', (file) => /^corpus\b/.test(file)) },
  { name: 'package', tests: () => testFiles('server', (file) => /^package\b/.test(file)) },
  { name: 'editors', tests: () => testFiles('server', (file) => /^editors\b/.test(file)) },
  { name: 'generated', tests: () => testFiles('server', (file) => /^generated\b/.test(file)) },
  { name: 'grammar', args: ['scripts/grammar.mjs'] },
  { name: 'extension', group: 'e2e', live: true, args: ['--import=tsx', 'e2e/run.mts', 'extension'] },
  { name: 'web', group: 'e2e', live: true, args: ['--import=tsx', 'e2e/run.mts', 'web'] },
  { name: 'ui', group: 'e2e', live: true, args: ['--import=tsx', 'e2e/run.mts', 'ui'] },
];

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`test: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}

/** @param {string[]} names */
async function main(names) {
  const chosen = choose(names);
  installPackages();
  /** @type {Result[]} */
  const results = [];
  for (const step of chosen) results.push(await run(step));
  const failed = sum(results.map((result) => result.failed));
  console.log(`\n${table(results)}\n`);
  console.log(`${sum(results.map((result) => result.passed))} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @param {string[]} names */
function choose(names) {
  if (names.length === 0) return steps;
  const unknown = names.filter((name) => !steps.some((step) => step.name === name || step.group === name));
  if (0 < unknown.length) {
    throw new Error(`no step is called ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`);
  }
  return steps.filter((step) => names.includes(step.name) || names.includes(step.group ?? step.name));
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
async function run(step) {
  const { name, live = false, tests } = step;
  process.stdout.write(live ? `${name} …\n` : `${name} … `);
  const started = performance.now();
  const files = tests?.();
  const { code, output } =
    files?.length === 0
      ? { code: 1, output: 'There are no such test files.' }
      : await start(files === undefined ? (step.args ?? []) : mochaArgs(files), live);
  const seconds = (performance.now() - started) / 1000;
  const counted = countsOf(output);
  const passed = counted?.passed ?? (code === 0 && files === undefined ? 1 : 0);
  // Mocha that died, or ran nothing, has no failing test to show for it.
  const failed = counted?.failed || (code === 0 && 0 < passed ? 0 : 1);
  const words = resultOf(counted !== undefined, passed, failed);
  if (live || 0 < failed) process.stdout.write(`${live ? name : ''}${live ? ': ' : ''}`);
  console.log(`${words}, ${seconds.toFixed(1)} s`);
  if (0 < failed && !live) process.stdout.write(`\n${output.trimEnd()}\n\n`);
  return { name, seconds, passed, failed, words };
}

/**
 * @param {string[]} args
 * @param {boolean} live
 * @returns {Promise<{ code: number, output: string }>}
 */
function start(args, live) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: quietEnvironment(),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => {
        output += part;
        if (live) process.stdout.write(part);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Output is read here before anyone sees it: no colours in it. */
function quietEnvironment() {
  const { FORCE_COLOR: _, ...environment } = process.env;
  return { ...environment, NO_COLOR: '1' };
}

/** @param {string[]} files */
function mochaArgs(files) {
  // With `--no-config` a run is what stands here, whatever .mocharc.json comes to say: what it needs of that is repeated.
  const options = [
    '--no-config',
    '--node-option=import=tsx',
    '--require=./server/test/seed.ts',
    '--timeout=120000',
    '--forbid-only',
    '--forbid-pending',
  ];
  return ['node_modules/mocha/bin/mocha.js', ...options, '--reporter=dot', ...files];
}

/**
 * By the last words of mocha; undefined where it has none.
 * @param {string} output
 */
function countsOf(output) {
  const count = (/** @type {string} */ word) =>
    sum(Array.from(output.matchAll(new RegExp(`^\\s+(\\d+) ${word}\\b`, 'gm')), ([, number]) => Number(number)));
  if (!/^\s+\d+ passing\b/m.test(output)) return undefined;
  return { passed: count('passing'), failed: count('failing') };
}

/**
 * @param {boolean} isCounted
 * @param {number} passed
 * @param {number} failed
 */
function resultOf(isCounted, passed, failed) {
  if (!isCounted) return failed === 0 ? 'passed' : 'FAILED';
  return failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
}

/**
 * With forward slashes, sorted. `isWanted` is asked of the path below the folder of the tests.
 * @param {'client' | 'server'} side
 * @param {(file: string) => boolean} isWanted
 */
function testFiles(side, isWanted = () => true) {
  return readdirSync(new URL(`../${side}/test/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && isWanted(file))
    .sort()
    .map((file) => `${side}/test/${file}`);
}

/** @param {Result[]} results */
function table(results) {
  const rows = results.map(({ name, seconds, words }) => [name, seconds.toFixed(1), words]);
  const total = sum(results.map(({ seconds }) => seconds));
  return [['step', 'seconds', 'result'], ...rows, ['all', total.toFixed(1), '']]
    .map(([name = '', seconds = '', words = '']) => `${name.padEnd(10)}  ${seconds.padStart(7)}  ${words}`.trimEnd())
    .join('\n');
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
