/** Writes what is made from the code and the built-in template; with `--check` only says what is stale. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plots, svgOf } from '../bench/plot.mts';
import { readResults } from '../bench/results.mts';
import { barsTable } from '../bench/table.mts';
import { configSchema, fenced, rulePage, rules } from '../server/src/core/index.ts';
import { run } from '../server/src/node/commands/program.ts';
import { keysTable } from './config-keys.mts';
import { fiveDocuments, viewsTable } from './five-documents.mts';
import { between } from './markdown.mts';
import { ruleIndex, ruleTable } from './rule-pages.mts';
import { settingsTable, withRuleSettings, withRuleWords } from './rule-settings.mts';
import { shapesModule } from './shapes.mts';

/** The repository, wherever it was cloned to. */
const home = fileURLToPath(new URL('..', import.meta.url));

/** A file that is made, not written: its path in the repository and the text it ought to have. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** All that is generated, in the order of its making. Reads files, writes none. */
export async function generated(): Promise<readonly Generated[]> {
  return [
    { path: 'server/src/core/builtin.ts', text: builtinModule() },
    { path: 'server/src/core/shapes.ts', text: shapesModule(read('snippets/shapes.json')) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.id}.md`, text: rulePage(rule) })),
    { path: 'docs/rules/README.md', text: ruleIndex(rules) },
    { path: 'docs/tech-spec.schema.json', text: `${JSON.stringify(configSchema(), undefined, 2)}\n` },
    { path: 'docs/configuration.md', text: between(read('docs/configuration.md'), 'keys', keysTable()) },
    { path: 'docs/views.md', text: between(read('docs/views.md'), 'views', viewsTable(documents())) },
    { path: 'bench/README.md', text: between(read('bench/README.md'), 'bars', barsTable(readResults())) },
    ...plots.map((plot) => ({ path: `bench/${plot.id}.svg`, text: svgOf(plot, readResults().growth[plot.id]) })),
    { path: 'README.md', text: await readme() },
    { path: 'package.json', text: withRuleSettings(read('package.json'), rules) },
    { path: 'package.nls.json', text: withRuleWords(read('package.nls.json'), rules) },
  ];
}

function documents() {
  const [half, finished] = ['offline-drafts', 'profile-pictures'].map((name) => read(`examples/tech-specs/${name}.md`));
  return fiveDocuments(half ?? '', finished ?? '');
}

/** Its tables, and what the program says of the examples; all else in it is written. */
async function readme(): Promise<string> {
  const settings = settingsTable(read('package.json'), read('package.nls.json'));
  const tables = between(between(read('README.md'), 'rules', ruleTable(rules, 'docs/rules/')), 'settings', settings);
  return between(tables, 'output', fenced('text', await outputOf(['check', 'examples/'])));
}

/** What the program prints in this repository. */
async function outputOf(argv: readonly string[]): Promise<string> {
  let output = '';
  const out = (text: string) => void (output += text);
  const readInput = async () => new Uint8Array();
  await run(argv, { folder: home, environment: {}, isInteractive: false, out, complain: out, readInput });
  return output;
}

/** The built-in templates as a module: a browser has no files to read them from. The first one is the default. */
function builtinModule(): string {
  const entries = ['tech-spec', 'architecture-decision-record'].map((name) => {
    const escaped = read(`templates/${name}.md`)
      .replaceAll(/[\\`]|\$\{/g, '\\$&')
      .replaceAll('\r', '\\r');
    return { name, constant: constantOf(name), escaped };
  });
  const texts = entries.map(({ constant, escaped }) => `const ${constant} = \`${escaped}\`;\n`).join('\n');
  const named = entries.map(({ name, constant }) => `  ['${name}', ${constant}],\n`).join('');
  return `/** The built-in templates' texts. Generated from templates/ by \`npm run generate\`; do not edit. */

${texts}
/** By the name that follows \`builtin:\`. */
export const builtinTemplates: ReadonlyMap<string, string> = new Map([
${named}]);

/** The one that documents follow where nothing names another. */
export const builtinTemplate = ${entries[0]?.constant};
`;
}

/** `tech-spec` is `techSpec`. */
function constantOf(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function read(path: string): string {
  return readFileSync(join(home, path), 'utf8');
}

function write({ path, text }: Generated): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const checkOnly = process.argv.includes('--check');
  for (const each of await generated()) {
    if (existsSync(join(home, each.path)) && read(each.path) === each.text) continue;
    console.log(checkOnly ? `stale: ${each.path}` : `wrote ${each.path}`);
    if (checkOnly) process.exitCode = 1;
    else write(each);
  }
}
