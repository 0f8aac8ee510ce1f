/** `npm run mutate [-- FILE…]`: changes the core, or files of it, in one small way after the other, and shows which changes no test notices. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const out = 'out/mutants';

/** From the root; lines too: `server/src/core/limits.ts:30-42`. */
const files = process.argv.slice(2);

/** These try a great many texts each, or long ones, and would take four fifths of the time. */
const slow = [
  'hostile',
  'what is no form is read',
  'a document without guidance .*(has the same sections|whatever the template)',
  'the title in .* is read again',
  'what is selected',
  'JSON .*(where the engine|in time|every place)',
  'insertion .* leaves nothing missing',
  'template of more sections',
  'tokens lie on one line',
  'fixing a document changes nothing the second time',
  'completion of front-matter keys leaves',
  'the ends of sentences are',
  '.* pairs nothing of more than',
];

const options = {
  mutate: 0 < files.length ? files : ['server/src/core/**/*.ts', '!server/src/core/builtin.ts'],
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunnerNodeArgs: ['--import=tsx'],
  mochaOptions: {
    'no-config': true,
    require: ['./server/test/seed.ts'],
    grep: `^(?!${slow.join('|')})`,
    spec: [...namesakes(), 'server/test/{core,features,rules}/*.test.ts', 'server/test/examples.test.ts'],
  },
  // What is copied, changed and run.
  ignorePatterns: [
    '**',
    '!server/package.json',
    '!server/src/core/**',
    '!server/test/*.ts',
    '!server/test/{core,features,rules}/**',
  ],
  coverageAnalysis: 'perTest',
  // What is worked out while the files are loaded would need a new process for each change.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  tempDirName: `${out}/copy`,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  allowConsoleColors: false,
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `${out}/report.html` },
  jsonReporter: { fileName: `${out}/report.json` },
};

if (!existsSync(`${here}node_modules`)) {
  call('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);
}
mkdirSync(`${root}${out}`, { recursive: true });
writeFileSync(`${root}${out}/options.json`, JSON.stringify(options, undefined, 2));
call(
  process.execPath,
  [`${here}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${out}/options.json`],
  root,
);

/** The tests named like the files, which come first: a change is done with at the first test that notices it. */
function namesakes(): readonly string[] {
  const names = files.map((file) => basename(file).replace(/\.ts\b.*/, ''));
  return ['core', 'features', 'rules']
    .flatMap((folder) => names.map((name) => `server/test/${folder}/${name}.test.ts`))
    .filter((path) => existsSync(root + path));
}

function call(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 2);
}
