/** Which template a document follows: the one named on the command line, else what the server would say of it. */

import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  directiveOf,
  isNeverSpec,
  isTemplatePath,
  lackOfSections,
  looksLikeSpec,
  type Note,
  type SpecDocument,
  readTemplate as schemaOf,
} from '../../core/index.ts';
import { type Template, Templates } from '../../lsp/templates.ts';
import { fileHost } from '../files.ts';
import { kindOf, shownAs } from '../paths.ts';
import { readTextFile } from '../read.ts';
import type { NamedTemplate } from '../report/checked.ts';

export interface Candidate {
  readonly document: SpecDocument;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** How it is shown. */
  readonly file: string;
  /** Named itself, not met in a folder or by a glob. */
  readonly isNamed: boolean;
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
  /** Absolute. */
  readonly path: string;
}

/** The template named on the command line. One without sections would find nothing: it is trouble. */
export function readTemplate(name: string, folder: string): GivenTemplate | Trouble {
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

/**
 * Every document is a spec of the template that was named; none are those that say so themselves,
 * and of those that were only met READMEs, templates and the template itself.
 */
export function alwaysOf(template: GivenTemplate): Recognise {
  return async ({ document, path, file, isNamed }) => {
    if (directiveOf(document)?.kind === 'none') return undefined;
    if (!isNamed && (path === template.path || isNeverSpec(file))) return undefined;
    return template;
  };
}

/** Asks as the server does, with the folders that documents lie in as its workspace. `complain` hears of templates that cannot be read. */
export function recognisedIn(folder: string, complain: (trouble: string) => void): Recognise {
  const roots = new Set([addressOf(rootOf(folder) ?? folder)]);
  const templates = new Templates({
    host: fileHost(),
    folders: () => Array.from(roots),
    tell: ({ message }) => complain(message),
    watch: () => {},
  });

  return async ({ document, path, file, isNamed }) => {
    const root = path === undefined ? undefined : rootOf(dirname(path));
    if (root !== undefined) roots.add(addressOf(root));
    const uri = path === undefined ? 'untitled:input' : addressOf(path);
    const found = await templates.templateOf({ uri, document, recognised: new Set() }, settings);
    if (found === 'itself') return itselfOf(uri, document, isNamed);
    if (found === undefined) return isNamed ? copyOf(uri, document, file) : undefined;
    if (!('problem' in found)) return toNamed(found);
    complain(`“${file}” is not checked: ${found.problem.message}`);
    return { problems: [found.problem] };
  };

  /** A template that was named is checked like a document; else it is read for what it states badly. */
  async function itselfOf(uri: string, document: SpecDocument, isNamed: boolean) {
    if (!isNamed) return { problems: schemaOf(document.text, uri).problems };
    const template = await templates.templateAt(uri);
    return template && toNamed(template);
  }

  /** A template of another name and place may be a copy of the one in force. */
  async function copyOf(uri: string, document: SpecDocument, file: string) {
    if (!isTemplatePath(file) || directiveOf(document) !== undefined) return undefined;
    const template = await templates.templateInForce(uri, settings);
    return template && looksLikeSpec(document, template.schema, '') ? toNamed(template) : undefined;
  }

  function toNamed({ uri, schema }: Template): NamedTemplate {
    return { template: schema, file: uri === undefined ? undefined : shownAs(relative(folder, fileURLToPath(uri))) };
  }
}

/** On a command line nothing is set: what differs from the editor is said by options. */
const settings = { template: undefined, run: 'onType', rules: new Map() } as const;

/** The nearest folder up that is a repository or has our configuration. */
function rootOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (['.git', '.tech-spec.json'].some((mark) => kindOf(join(at, mark)) !== undefined)) return at;
    if (at === dirname(at)) return undefined;
  }
}

function addressOf(path: string): string {
  return pathToFileURL(path).href;
}
