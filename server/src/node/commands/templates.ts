/** Which template a document follows, on a disk: what it says itself, the repository's own, the built-in one. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import {
  builtinTemplate,
  directiveOf,
  isNeverSpec,
  looksLikeSpec,
  parseTemplate,
  type SpecDocument,
} from '../../core/index.ts';
import type { NamedTemplate } from '../report/checked.ts';
import { shownAs } from './find.ts';
import { readTextFile } from './read.ts';

/** A sentence for standard error, in place of a result. */
export interface Trouble {
  readonly trouble: string;
}

export interface Templates {
  /** Undefined: the document is no spec. */
  of(candidate: Candidate): NamedTemplate | Trouble | undefined;
}

export interface Candidate {
  readonly document: SpecDocument;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** How it is shown. */
  readonly file: string;
  /** Named itself, not met in a folder or by a glob. */
  readonly isNamed: boolean;
}

/** `path` is absolute, `file` how it is shown. A template without sections would find nothing: it is trouble. */
export function readTemplate(path: string, file: string): NamedTemplate | Trouble {
  const read = readTextFile(path);
  if (read.kind === 'unreadable') return { trouble: `template “${file}” cannot be read: ${read.why}` };
  if (read.kind === 'binary') return { trouble: `template “${file}” is not text` };
  if (read.text.trim() === '') return { trouble: `template “${file}” is empty` };
  const template = parseTemplate(read.text);
  if (template.sections.length === 0)
    return { trouble: `template “${file}” has no sections: no heading in it names one` };
  return { template, file };
}

/** `given` is the template named on the command line: it makes every document its own that does not say it is no spec. */
export function templatesFrom(folder: string, given: NamedTemplate | undefined): Templates {
  const read = remembered((path: string) => readTemplate(path, shownAs(relative(folder, path) || path)));
  const rootOf = remembered((inside: string) => workspaceRoot(inside) ?? (contains(folder, inside) ? folder : inside));
  const own = remembered(issueTemplateOf);
  const builtin = remembered((): NamedTemplate => ({ template: parseTemplate(builtinTemplate), file: undefined }));

  return {
    of: ({ document, path, file, isNamed }) => {
      const directive = directiveOf(document);
      if (directive?.kind === 'none') return undefined;
      if (given !== undefined) return isNamed || path === undefined || !isNeverSpec(shownAs(path)) ? given : undefined;
      const home = path === undefined ? folder : dirname(path);
      const root = rootOf(home);
      if (directive?.kind === 'template') {
        const target = resolve(home, directive.path);
        const within = !isAbsolute(directive.path) && contains(root, realPathOf(target));
        const named = within ? read(target) : { trouble: `template “${directive.path}” lies outside of the workspace` };
        const line = document.lines.lineAt(directive.span.start) + 1;
        return 'trouble' in named ? { trouble: `${file}:${line}: ${named.trouble}` } : named;
      }
      const shown = path === undefined ? '' : shownAs(relative(root, path));
      const repositorys = own(root);
      if (isNeverSpec(shown) || (path === repositorys && !isNamed)) return undefined;
      const named = repositorys === undefined ? builtin('') : read(repositorys);
      if ('trouble' in named) return named;
      return looksLikeSpec(document, named.template, shown) ? named : undefined;
    },
  };
}

/** The nearest folder up that is a repository or has our configuration. */
function workspaceRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (['.git', '.tech-spec.json'].some((mark) => isThere(join(at, mark)))) return at;
    if (at === dirname(at)) return undefined;
  }
}

/** The repository's issue template of that purpose: the first by name. */
function issueTemplateOf(root: string): string | undefined {
  const folder = join(root, '.github', 'ISSUE_TEMPLATE');
  if (!isThere(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => /tech.*spec.*\.md$/i.test(name));
  const first = names.sort()[0];
  return first === undefined ? undefined : join(folder, first);
}

/** Links are followed: a template may not lead out of the workspace by one. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(realPathOf(folder), path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function remembered<Value>(work: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined || values.has(key)) return known as Value;
    const value = work(key);
    values.set(key, value);
    return value;
  };
}
