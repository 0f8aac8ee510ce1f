/** Runs the grammar's tests on VS Code's Markdown grammar; with `--update` writes the snapshots anew. */
import { spawnSync } from 'node:child_process';

const grammars = ['markdown', 'html', 'html-derivative'].flatMap((name) => [
  '-g',
  `node_modules/tm-grammars/grammars/${name}.json`,
]);
const update = process.argv.includes('--update') ? ['--updateSnapshot'] : [];

run('unit', [...grammars, 'syntaxes/test/unit/*.md']);
run('snapshot', ['-s', 'text.html.markdown', ...grammars, ...update, 'syntaxes/test/snapshot/*.md']);

/** Languages that Markdown can embed are not loaded, and saying so for each is noise.
 * @param {string} kind @param {string[]} options */
function run(kind, options) {
  const program = `node_modules/vscode-tmgrammar-test/dist/${kind}.js`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...options], { encoding: 'utf8' });
  const lines = (stdout + stderr).split('\n').filter((line) => !line.startsWith('grammar not found for '));
  process.stdout.write(lines.join('\n'));
  if (status !== 0) process.exitCode = 1;
}
