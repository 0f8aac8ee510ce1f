/** `tech-spec init`: finds templates and the documents that follow them, tries them out, and then writes `.tech-spec.json`. */
import { lstatSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { configurationText, type ProposedEntry, patternProblem } from '../../core/index.ts';
import { builtinIn, builtinText } from '../../lsp/builtin.ts';
import { configurationName } from '../../lsp/configurations.ts';
import {
  lastByName,
  type Proposal,
  proposalLine,
  propose,
  type Repository,
  ruleCounts,
  type TriedTemplate,
} from '../../lsp/proposal.ts';
import { fileHost } from '../files.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import { historyOf } from '../git/history.ts';
import { openRepository } from '../git/repository.ts';
import { outputTo } from '../output.ts';
import { shownAs, withSlashes } from '../paths.ts';
import { printableLines } from '../report/checked.ts';
import type { Terminal } from '../terminal.ts';
import { addressOf, readTemplate } from './templates.ts';
import { filesBelow } from './walk.ts';

export interface InitArguments {
  readonly template?: readonly string[];
  readonly files?: readonly string[];
  readonly builtin?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/** Where documents of the built-in template lie unless said. */
const builtinFiles = 'tech-specs/**/*.md';

/** 0: written, or it would be. 2: nothing to write, or not to be written. */
export async function initCommand(wishes: InitArguments, terminal: Terminal): Promise<number> {
  const trouble = troubleWith(wishes, terminal);
  if (trouble !== undefined) return fail(terminal, trouble);
  if (wishes.builtin) return write([{ files: wishes.files ?? [builtinFiles], templates: [] }], wishes, terminal);
  const { folder } = terminal;
  const repository = repositoryIn(terminal);
  const templates = wishes.template?.map((name) =>
    builtinIn(name) === undefined ? withSlashes(relative(folder, resolve(folder, name))) : name,
  );
  const proposal = await propose(repository, { templates, files: wishes.files });
  terminal.out(printableLines(textOf(proposal, templates !== undefined)));
  if (proposal.entries.length === 0) return fail(terminal, nothingFound(proposal, templates !== undefined));
  return write(proposal.entries, wishes, terminal);
}

/** What is known before anything is looked at. */
function troubleWith(
  { template = [], files = [], force, dryRun }: InitArguments,
  { folder }: Terminal,
): string | undefined {
  for (const name of template) {
    const given = readTemplate(name, folder);
    if ('trouble' in given) return given.trouble;
    if (given.path !== undefined && /^\.\.(?:\/|$)|^\/|^[a-z]:/i.test(withSlashes(relative(folder, given.path)))) {
      return `template “${shownAs(name)}” lies outside of this folder: run init in a folder around it`;
    }
  }
  for (const pattern of files) {
    const why = patternProblem(pattern.replace(/^!/, ''));
    if (why !== undefined) return `“${pattern}” ${why}`;
  }
  const target = lstatSync(join(folder, configurationName), { throwIfNoEntry: false });
  if (target === undefined || dryRun) return undefined;
  if (!target.isFile()) return `${configurationName} is no file, or a link: nothing is written in its place`;
  if (force) return undefined;
  return `${configurationName} is there already: --dry-run shows what would be written, --force writes it`;
}

function nothingFound({ unused }: Proposal, isNamed: boolean): string {
  if (isNamed) return 'no document answers to it: --files says which are to follow it';
  const what =
    unused.length === 0
      ? 'no template found'
      : 'no document answers to any of these: name one with --template and --files';
  return `${what}. For the built-in template and documents in ${builtinFiles}: tech-spec init --builtin`;
}

function write(entries: readonly ProposedEntry[], { dryRun }: InitArguments, terminal: Terminal): number {
  const text = configurationText(entries);
  if (dryRun) {
    terminal.out(text);
    return 0;
  }
  const output = outputTo(configurationName, terminal);
  output.write(text);
  const trouble = output.finish();
  if (trouble !== undefined) return fail(terminal, trouble);
  terminal.out(`Wrote ${configurationName}. To check all that follows it: tech-spec check\n`);
  return 0;
}

function textOf({ templates, unused }: Proposal, isNamed: boolean): string {
  const lines = templates.flatMap((tried) => [proposalLine(tried), ...findingLines(tried)]);
  const others = unused.map(({ path, why }) => `${path} ${why}`);
  const shown = isNamed ? others : others.slice(0, mostUnused);
  const more = others.length - shown.length;
  const text = [...lines, ...shown, ...(0 < more ? [`and ${more} more that no document answers to`] : [])];
  return text.length === 0 ? '' : `${text.join('\n')}\n\n`;
}

const mostUnused = 5;
const worst = 3;

function findingLines(tried: TriedTemplate): readonly string[] {
  const { findings } = tried;
  if (findings.length === 0) return [];
  const places = findings.slice(0, worst).map(({ path, lines, finding }) => {
    const { line, character } = lines.positionAt(finding.span.start);
    return `  ${path}:${line + 1}:${character + 1}  ${finding.severity}  ${finding.message}`;
  });
  return [`  ${ruleCounts(tried)}`, ...places];
}

/** Below the current folder, as far as git would not leave it out. */
function repositoryIn({ folder, environment }: Terminal): Repository {
  const texts = new Map<string, Promise<string | undefined>>();
  const host = fileHost();
  const hidden = Array.from(filesBelow(folder, { hidden: true, modules: false }));
  return {
    // Hidden folders hold nobody's documents, but GitHub's templates.
    paths: hidden.filter((path) => /^(?:[^.]|\.github\/)/.test(path) && !/\/\.(?!github\/)/.test(path)).sort(),

    // A link that leads out of the folder is nobody's document here.
    async read(path) {
      const builtin = builtinIn(path);
      if (builtin !== undefined) return builtinText(builtin);
      const reading =
        texts.get(path) ?? host.readText(addressOf(join(folder, path)), addressOf(folder)).catch(() => undefined);
      texts.set(path, reading);
      return reading;
    },

    async newestFirst(paths) {
      const days = await daysOf(paths, folder, environment);
      return paths.toSorted((a, b) => (days.get(b) ?? 0) - (days.get(a) ?? 0) || lastByName(a, b));
    },
  };
}

/** When each was added by git's history, in milliseconds, and what git does not know yet now; without it when each was last written. */
async function daysOf(
  paths: readonly string[],
  folder: string,
  environment: Terminal['environment'],
): Promise<ReadonlyMap<string, number>> {
  try {
    const repository = await openRepository(folder, environment);
    const history = await historyOf(repository, new Set(['.md', '.markdown']));
    try {
      return new Map(
        paths.map((path) => [path, Date.parse(history.addedOf(join(folder, path))?.date ?? '') || Infinity]),
      );
    } finally {
      history.close();
    }
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
    return new Map(paths.map((path) => [path, statSync(join(folder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0]));
  }
}

function fail(terminal: Terminal, trouble: string): number {
  terminal.complain(`tech-spec: ${trouble}\n`);
  return 2;
}
