/** `tech-spec new`: the document that a template starts, as New Tech Spec in an editor starts it, written where nothing is. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import type { ConfigEntry, Scaffold } from '../../core/index.ts';
import { builtinIn } from '../../lsp/builtin.ts';
import type { Configuration } from '../../lsp/configurations.ts';
import { newSpecName } from '../../lsp/protocol-new-spec.ts';
import { startSpec } from '../../lsp/started-spec.ts';
import { Templates } from '../../lsp/templates.ts';
import { fileHost } from '../files.ts';
import { pathIn } from '../git/repository.ts';
import { kindOf, shownAs, withSlashes } from '../paths.ts';
import { reasonOf } from '../read.ts';
import type { Terminal } from '../terminal.ts';
import { troublesOn } from '../troubles.ts';
import { writeNew } from '../write.ts';
import { addressOf, lookupOf, readTemplate, rootOf, settings } from './templates.ts';

export interface NewArguments {
  readonly template?: string;
  /** A file or a folder. */
  readonly out?: string;
  readonly config?: string;
  readonly configLookup?: boolean;
  /** Undefined or true: they stay. */
  readonly instructions?: boolean;
  readonly guidance?: boolean;
  readonly dryRun?: boolean;
}

/** 0: written, or it would be. 2: it cannot be. */
export async function newCommand(title: string, wishes: NewArguments, terminal: Terminal): Promise<number> {
  const { tell } = troublesOn(terminal);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(title)) return fail('a title has words in it', tell);
  const { folder } = terminal;
  const lookup = lookupOf(wishes, folder);
  if (typeof lookup === 'object' && 'trouble' in lookup) return fail(lookup.trouble, tell);
  const given = wishes.template === undefined ? undefined : readTemplate(wishes.template, folder);
  if (given !== undefined && 'trouble' in given) return fail(given.trouble, tell);
  const templates = new Templates({
    host: fileHost(),
    folders: () => [addressOf(rootOf(folder) ?? folder)],
    lookup,
    tell: ({ message }) => tell(message),
    watch: () => {},
  });
  const place = await placeFor(title, wishes, folder, templates);
  if ('trouble' in place) return fail(place.trouble, tell);
  const startedAs = (words: string) =>
    startSpec(paramsOf(words, wishes, folder, place.path), templates, async () => settings);
  const started = await startedAs(title);
  if (started === undefined) return 2;
  const isTitled = started.text.includes(title) || started.text !== (await startedAs(''))?.text;
  if (!isTitled) tell('the template has no place for the title: it names the file only');
  if (wishes.dryRun) {
    terminal.complain(`${place.shown}\n`);
    terminal.out(started.text);
    return 0;
  }
  const trouble = write(place, started);
  if (trouble !== undefined) return fail(trouble, tell);
  terminal.out(`${place.shown}\n`);
  return 0;
}

function paramsOf(title: string, { template, instructions, guidance }: NewArguments, folder: string, target: string) {
  const chosen =
    template === undefined || builtinIn(template) !== undefined ? template : addressOf(resolve(folder, template));
  return {
    title,
    instructions: instructions === false ? ('omit' as const) : ('keep' as const),
    guidance: guidance === false ? ('ghost' as const) : ('text' as const),
    template: chosen ?? null,
    target: addressOf(target),
  };
}

interface Target {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
}

async function placeFor(
  title: string,
  { out, template }: NewArguments,
  folder: string,
  templates: Templates,
): Promise<Target | { readonly trouble: string }> {
  if (out === undefined) {
    const usual = freeIn(await usualFolder(template, folder, templates), title, folder);
    // A configuration that somebody else wrote, or a link, has us write nowhere but in the repository.
    if (pathIn({ root: realpathSync(rootOf(folder) ?? folder) }, usual.path) !== undefined) return usual;
    return { trouble: `“${usual.shown}” lies outside of the repository: name the folder with --out` };
  }
  const path = resolve(folder, out);
  const kind = kindOf(path);
  if (kind === 'file') return { trouble: `“${shownAs(out)}” is there already` };
  if (kind === undefined && isFileName(out)) return { path, shown: shownAs(out) };
  if (kind === undefined && OTHER_FILE.test(out)) return { trouble: `“${shownAs(out)}” is no Markdown file` };
  return freeIn(path, title, folder);
}

function isFileName(out: string): boolean {
  return /\.(?:md|markdown)$/i.test(out);
}

/** A folder that is made anew may have a dot in its name, but seldom one of these behind it. */
const OTHER_FILE = /\.(?:txt|text|rst|adoc|asciidoc|org|html?|mdx|mdown|mkdn?|json|ya?ml|tex|docx?|pdf)$/i;

/** The first name of those for the title that is free. */
function freeIn(target: string, title: string, folder: string): Target {
  for (let number = 1; ; number++) {
    const path = join(target, newSpecName(title, number));
    if (kindOf(path) === undefined) return { path, shown: shownAs(withSlashes(relative(folder, path))) };
  }
}

/** This one where the configuration has specs in it, or none; else the one where it has those of the template. */
async function usualFolder(template: string | undefined, folder: string, templates: Templates): Promise<string> {
  const configuration = await templates.configurationAround(addressOf(folder));
  if (configuration === undefined || configuration.entryForFolder(addressOf(folder)) !== undefined) return folder;
  const entry = configuration.config.entries?.find((each) => isOf(each, template, configuration, folder));
  const [pattern] = entry?.files ?? [];
  if (pattern === undefined) return folder;
  const { base, isGlob } = picomatch.scan(pattern.value);
  return resolve(fileURLToPath(configuration.folder), isGlob ? base : dirname(base));
}

/** Without a template the first entry is meant, as in an editor. */
function isOf(
  { templates }: ConfigEntry,
  template: string | undefined,
  { folder: base }: Configuration,
  folder: string,
) {
  if (template === undefined) return true;
  const path = resolve(folder, template);
  return templates.some(({ value }) => value === template || resolve(fileURLToPath(base), value) === path);
}

/** Gives what went wrong, as a sentence. */
function write({ path, shown }: Target, { text }: Scaffold): string | undefined {
  try {
    writeNew(path, text);
    return undefined;
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    return isThere ? `“${shown}” is there already` : `“${shown}” cannot be written: ${reasonOf(error)}`;
  }
}

function fail(trouble: string, tell: (trouble: string) => void): number {
  tell(trouble);
  return 2;
}
