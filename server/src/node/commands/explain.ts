/** `tech-spec explain`: which template a document follows and why, what was understood of it, or a rule's page. */
import { dirname, resolve } from 'node:path';
import {
  closest,
  explainedText,
  parseDocument,
  type Rule,
  readTemplate,
  reservedRules,
  rulePage,
} from '../../core/index.ts';
import { builtinIn, builtinName } from '../../lsp/builtin.ts';
import { configurationName, type Lookup } from '../../lsp/configurations.ts';
import { type Explanation, explainedTemplate, explanationOf } from '../../lsp/explanation.ts';
import { Templates } from '../../lsp/templates.ts';
import { fileHost } from '../files.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import { kindOf, shownAs } from '../paths.ts';
import { readTextFile } from '../read.ts';
import { printableLines } from '../report/checked.ts';
import type { Terminal } from '../terminal.ts';
import {
  addressOf,
  readTemplate as givenTemplate,
  lookupOf,
  type NamedTemplate,
  rootOf,
  settings,
  shownFrom,
} from './templates.ts';

export interface ExplainArguments {
  /** A file to be read as a template. */
  readonly template?: string;
  readonly config?: string;
  readonly configLookup?: boolean;
}

/** 0, or 2 where there is nothing to explain. */
export async function explainCommand(
  target: string | undefined,
  wishes: ExplainArguments,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<number> {
  const name = wishes.template ?? target ?? '';
  const page = wishes.template === undefined ? pageOf(name, terminal, rules) : undefined;
  if (page !== undefined) {
    terminal.out(page);
    return 0;
  }
  const explained = await explain(name, wishes, terminal, rules);
  if (typeof explained === 'string') {
    terminal.complain(`tech-spec: ${explained}\n`);
    return 2;
  }
  terminal.out(printableLines(textOf(explained)));
  return 0;
}

/** A file of that name wins. */
function pageOf(name: string, { folder }: Terminal, rules: readonly Rule[]): string | undefined {
  if (kindOf(resolve(folder, name)) !== undefined) return undefined;
  const rule = rules.find(({ id }) => id === name);
  if (rule !== undefined) return rulePage(rule);
  const reserved = reservedRules.find(({ id }) => id === name);
  return (
    reserved && `# ${reserved.id}\n\n${reserved.summary}\n\nNo rule finds it: it cannot be turned off or made louder.\n`
  );
}

/** A sentence where there is nothing to explain. */
async function explain(
  name: string,
  wishes: ExplainArguments,
  { folder, environment }: Terminal,
  rules: readonly Rule[],
): Promise<Explanation | string> {
  const builtin = builtinIn(name);
  if (builtin !== undefined) return explainBuiltin(builtin, folder);
  const path = resolve(folder, name);
  const file = shownAs(name);
  const kind = kindOf(path);
  if (kind === undefined) return `no such file or rule: “${file}”${suggestion(name, rules)}`;
  if (kind === 'folder') return `“${file}” is a folder: name a document, a template or a rule`;
  const read = readTextFile(path);
  if (read.kind === 'unreadable') return `“${file}” cannot be read: ${read.why}`;
  if (read.kind === 'binary') return `“${file}” is not text`;
  if (file.endsWith(configurationName)) return `“${file}” is the configuration: name a document that follows it`;
  const lookup = lookupOf(wishes, folder);
  if (typeof lookup !== 'string' && 'trouble' in lookup) return lookup.trouble;
  const uri = addressOf(path);
  const shown = (other: string) => shownFrom(folder, other);
  if (wishes.template !== undefined || /\.ya?ml$/i.test(file)) {
    return explainedTemplate({ uri, schema: readTemplate(read.text, uri) }, { shown });
  }
  const candidate = { uri, document: parseDocument(read.text), recognised: new Set<string>() };
  const decision = await templatesFor(path, folder, lookup).decide(candidate, settings);
  const explained = explanationOf(candidate, decision, { settings, shown });
  if (decision.kind !== 'spec' || decision.why.by !== 'configuration') return explained;
  const { since } = decision.why.entry;
  const { uri: templateUri, schema } = decision.template;
  if (since === undefined || templateUri === undefined) return explained;
  const named = { template: schema, file: shown(templateUri), since };
  const day = await dayOf(path, named, { folder, environment });
  return { ...explained, reasons: [...explained.reasons, ...day] };
}

/** When the document was added, where another text of its template counts for it then. */
async function dayOf(
  path: string,
  named: NamedTemplate,
  terminal: Pick<Terminal, 'folder' | 'environment'>,
): Promise<readonly string[]> {
  const { earlierTemplates } = await import('./earlier.ts');
  const earlier = earlierTemplates(terminal, { always: false, paths: [path] });
  try {
    const then = await earlier.of(path, named);
    if (then === undefined) return ['Today’s counts for this one.'];
    return [`This one was added on ${then.date}: what the template did not ask for then is not asked of it.`];
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
    return [`When this one was added cannot be told: ${error.message}.`];
  } finally {
    earlier.close();
  }
}

function explainBuiltin(builtin: string, folder: string): Explanation | string {
  const given = givenTemplate(builtinName(builtin), folder);
  if ('trouble' in given) return given.trouble;
  return explainedTemplate({ builtin, schema: given.template }, { shown: (uri) => uri });
}

/** As `check` asks: with the folder that is worked in and the document's repository as workspace. */
function templatesFor(path: string, folder: string, lookup: Lookup): Templates {
  const roots = [rootOf(folder) ?? folder, rootOf(dirname(path)) ?? []].flat().map(addressOf);
  return new Templates({ host: fileHost(), folders: () => roots, lookup, tell: () => {}, watch: () => {} });
}

function textOf({ title, reasons, parts }: Explanation): string {
  const said = [title, ...reasons].map((line) => `${line}\n`).join('');
  return parts.length === 0 ? said : `${said}\n${explainedText(parts)}`;
}

function suggestion(name: string, rules: readonly Rule[]): string {
  const meant = closest(
    name,
    [...rules, ...reservedRules].map(({ id }) => id),
  );
  return meant === undefined ? '' : `. Did you mean ${meant}?`;
}
