/** Which template a document follows: the one named on the command line, else what the server would say of it. */

import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  configured,
  directiveOf,
  isNeverSpec,
  isTemplatePath,
  lackOfSections,
  looksLikeSpec,
  type Note,
  type Severity,
  type Span,
  type SpecDocument,
  type SpecTemplate,
  type Stage,
  readTemplate as schemaOf,
  type Words,
} from '../../core/index.ts';
import { builtinIn, builtinName, builtinText, noSuchBuiltin } from '../../lsp/builtin.ts';
import { type Configuration, configurationName, type Lookup } from '../../lsp/configurations.ts';
import { globOf } from '../../lsp/globs.ts';
import { type Spec, type Template, Templates } from '../../lsp/templates.ts';
import { fileHost } from '../files.ts';
import { nearestWith, shownAs, withSlashes } from '../paths.ts';
import { readTextFile } from '../read.ts';
import type { TemplateName } from '../report/checked.ts';
import { idleReadiness } from './idle.ts';

export interface Candidate {
  readonly document: SpecDocument;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** How it is shown. */
  readonly file: string;
  /** Named itself, not met in a folder or by a glob. */
  readonly isNamed: boolean;
}

export interface NamedTemplate extends TemplateName {
  readonly template: SpecTemplate;
  /** How loud rules are by the configuration. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** What the document itself says, where the configuration says how it would. */
  readonly stage?: Stage;
  /** Documents added before that day (YYYY-MM-DD) are judged by the template of theirs. */
  readonly since?: string;
  /** Reads an earlier text of the template as this one was read, with the configuration's word on its sections. */
  readonly parse?: (text: string) => SpecTemplate;
}

/** Undefined: it is no spec, and there is nothing to say of it. */
export type Recognise = (candidate: Candidate) => Promise<NamedTemplate | Problems | undefined>;

/** It is a template, or its own word for a template leads to none. */
export interface Problems {
  readonly problems: readonly Note[];
}

/** A sentence for standard error, in place of a result. */
export interface Trouble {
  readonly trouble: string;
}

export interface GivenTemplate extends NamedTemplate {
  /** Absolute; undefined for a built-in one. */
  readonly path: string | undefined;
}

/** The template named on the command line. One without sections would find nothing: it is trouble. */
export function readTemplate(name: string, folder: string): GivenTemplate | Trouble {
  const builtin = builtinIn(name);
  if (builtin !== undefined) return builtinTemplate(builtin);
  const path = resolve(folder, name);
  const file = shownAs(name);
  const read = readTextFile(path);
  if (read.kind === 'unreadable') return { trouble: `template “${file}” cannot be read: ${read.why}` };
  if (read.kind === 'binary') return { trouble: `template “${file}” is not text` };
  if (read.text.trim() === '') return { trouble: `template “${file}” is empty` };
  const template = schemaOf(read.text, path);
  if (template.sections.length === 0) return { trouble: `template “${file}” ${lackOfSections(template)}` };
  return { template, file, path };
}

function builtinTemplate(name: string): GivenTemplate | Trouble {
  const text = builtinText(name);
  if (text === undefined) return { trouble: `template “${builtinName(name)}” ${noSuchBuiltin()}` };
  return { template: schemaOf(text, ''), file: undefined, builtin: builtinName(name), path: undefined };
}

/**
 * Every document is a spec of the template that was named; none are those that say so themselves,
 * and of those that were only met READMEs, templates and the template itself.
 */
export function alwaysOf(template: GivenTemplate): Recogniser {
  const recognise: Recognise = async ({ document, path, file, isNamed }) => {
    if (directiveOf(document)?.kind === 'none') return undefined;
    const isItself = path !== undefined && path === template.path;
    if (!isNamed && (isItself || isNeverSpec(file))) return undefined;
    return template;
  };
  const nothing = async () => [];
  return {
    recognise,
    configuration: async () => undefined,
    problems: nothing,
    idlePatterns: nothing,
    moreFiles: nothing,
  };
}

/** What recognises documents, and what it comes upon meanwhile. */
export interface Recogniser {
  readonly recognise: Recognise;
  /** The one around the folder, as it is shown; undefined where none says which documents are specs. */
  configuration(): Promise<string | undefined>;
  /** Of the configurations that count for the files, by their place: a sentence each, with file, line and column. */
  problems(paths: readonly string[]): Promise<readonly string[]>;
  /** Patterns of the configuration around the folder that none of the files fits, and what `ready` there asks of them in vain; a sentence each. */
  idlePatterns(paths: readonly string[]): Promise<readonly string[]>;
  /** What that configuration names and a folder does not show, hidden or of another ending, as patterns from the folder. */
  moreFiles(): Promise<readonly string[]>;
}

/** Asks as the server does, with the folders that documents lie in as its workspace. `complain` hears of templates that cannot be read. */
export function recognisedIn(folder: string, lookup: Lookup, complain: (trouble: string) => void): Recogniser {
  const roots = new Set([addressOf(rootOf(folder) ?? folder)]);
  const templates = new Templates({
    host: fileHost(),
    folders: () => Array.from(roots),
    lookup,
    // What is wrong with a configuration is told of in one go, with all that is wrong with it.
    tell: ({ kind, message }) => kind === 'template' && complain(message),
    watch: () => {},
  });

  async function recognise({
    document,
    path,
    file,
    isNamed,
  }: Candidate): Promise<NamedTemplate | Problems | undefined> {
    if (path !== undefined) addRoot(dirname(path));
    const uri = path === undefined ? 'untitled:input' : addressOf(path);
    const found = await templates.decide({ uri, document, recognised: new Set() }, settings);
    switch (found.kind) {
      case 'spec':
        return { ...toNamed(found.template), ...toRuling(found) };
      case 'template':
        return itselfOf(uri, document, isNamed);
      case 'none':
        return isNamed && found.why.by !== 'configuration' ? copyOf(uri, document, file) : undefined;
      case 'trouble':
        if (found.problem === undefined) return undefined;
        complain(`“${file}” is not checked: ${found.problem.message}`);
        return { problems: [found.problem] };
    }
  }

  function addRoot(place: string): void {
    const root = rootOf(place);
    if (root !== undefined) roots.add(addressOf(root));
  }

  /** A template that was named is checked like a document; else it is read for what it states badly. */
  async function itselfOf(uri: string, document: SpecDocument, isNamed: boolean) {
    if (!isNamed) return { problems: schemaOf(document.text, uri).problems };
    const template = await templates.templateChosen(uri, uri);
    return template && toNamed(template);
  }

  /** A template of another name and place may be a copy of the one in force. */
  async function copyOf(uri: string, document: SpecDocument, file: string) {
    if (!isTemplatePath(file) || directiveOf(document) !== undefined) return undefined;
    const template = await templates.templateInForce(uri, settings);
    return template && looksLikeSpec(document, template.schema, '') ? toNamed(template) : undefined;
  }

  function toNamed({ uri, builtin, schema }: Template): NamedTemplate {
    if (builtin !== undefined) return { template: schema, file: undefined, builtin: builtinName(builtin) };
    return { template: schema, file: uri === undefined ? undefined : shownFrom(folder, uri) };
  }

  async function around(): Promise<Configuration | undefined> {
    return templates.configurationAround(addressOf(folder));
  }

  return {
    recognise,

    async configuration() {
      const configuration = await around();
      return configuration?.config.entries && shownFrom(folder, configuration.uri);
    },

    async problems(paths) {
      await around();
      // Another thread may have been the one to ask for them.
      for (const place of new Set(paths.map((path) => dirname(path)))) {
        addRoot(place);
        await templates.configurationAround(addressOf(place));
      }
      const found = await templates.configurationProblems();
      return found
        .toSorted(byPlace)
        .flatMap(({ configuration, problems }) =>
          problems.map(({ span, message }) => `${placeIn(configuration, span, folder)}: ${message}`),
        );
    },

    async idlePatterns(paths) {
      const configuration = await around();
      if (configuration === undefined) return [];
      const base = fileURLToPath(configuration.folder);
      // Below it only a part of what it speaks of was looked at.
      if (relative(base, folder) !== '') return [];
      const names = paths.map((path) => withSlashes(relative(base, path)));
      const notes: Note[] = patternsIn(configuration)
        .filter(({ value }) => !names.some(globOf(value)))
        .map(({ value, span }) => ({ span, message: `“${value}” matches no document` }));
      notes.push(...(await idleReadiness(configuration, paths, recognise)));
      return notes
        .toSorted((a, b) => a.span.start - b.span.start)
        .map(({ span, message }) => `${placeIn(configuration, span, folder)}: ${message}`);
    },

    async moreFiles() {
      const configuration = await around();
      if (configuration === undefined) return [];
      const base = relative(folder, fileURLToPath(configuration.folder));
      return patternsIn(configuration).flatMap(({ value }) =>
        withEnding(value).map((each) => withSlashes(join(base, each))),
      );
    },
  };
}

/** On a command line nothing is set: what differs from the editor is said by options. */
export const settings = { template: undefined, run: 'onType', rules: new Map() } as const;

/** Where a configuration is looked for, as the options have it. One that is named need not lie in the folder. */
export function lookupOf(
  { config, configLookup }: { readonly config?: string; readonly configLookup?: boolean },
  folder: string,
): Lookup | Trouble {
  if (config === undefined) return configLookup === false ? 'none' : 'nearest';
  const path = resolve(folder, config);
  const read = readTextFile(path);
  if (read.kind === 'unreadable') return { trouble: `configuration “${shownAs(config)}” cannot be read: ${read.why}` };
  if (read.kind === 'binary') return { trouble: `configuration “${shownAs(config)}” is not text` };
  return { uri: addressOf(path), within: addressOf(rootOf(dirname(path)) ?? dirname(path)) };
}

/** What the configuration says of a document besides its template. */
function toRuling({ why, severities, stage, template: { uri } }: Spec): Partial<NamedTemplate> {
  const said = { severities, ...(stage !== undefined && { stage }) };
  if (why.by !== 'configuration') return said;
  const { since, sections } = why.entry;
  const parse = (text: string) => configured(schemaOf(text, uri ?? ''), sections).template;
  return { ...said, parse, ...(since !== undefined && { since }) };
}

function patternsIn({ config }: Configuration): readonly Words[] {
  return (config.entries ?? []).flatMap(({ files }) => files);
}

/** Empty where a folder shows what it means. A pattern without an ending means Markdown: nobody writes specs in pictures. */
function withEnding(pattern: string): readonly string[] {
  const isHidden = /(?:^|[/{,])\.[^./]/.test(pattern);
  if (/\.[a-z0-9]+$/i.test(pattern)) return isHidden || !/\.(?:md|markdown)$/i.test(pattern) ? [pattern] : [];
  return isHidden && pattern.endsWith('*') ? [pattern.endsWith('/**') ? `${pattern}/*.md` : `${pattern}.md`] : [];
}

function byPlace(one: { configuration: Configuration }, other: { configuration: Configuration }): number {
  return one.configuration.uri < other.configuration.uri ? -1 : 1;
}

function placeIn({ uri, config }: Configuration, span: Span, folder: string): string {
  const { line, character } = config.lines.positionAt(span.start);
  return `${shownFrom(folder, uri)}:${line + 1}:${character + 1}`;
}

export function shownFrom(folder: string, uri: string): string {
  return shownAs(relative(folder, fileURLToPath(uri)));
}

/** The nearest folder up that is a repository, else one that has our configuration. */
export function rootOf(folder: string): string | undefined {
  return nearestWith('.git', folder) ?? nearestWith(configurationName, folder);
}

export function addressOf(path: string): string {
  return pathToFileURL(path).href;
}
