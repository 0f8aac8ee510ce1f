/** Whether a text is a spec, and of which template: the directive, the file's name, the front matter, the headings. */
import { bind } from './binding.ts';
import type { Section, SpecDocument } from './document.ts';
import { entryOf, frontMatterOf, listOf, textOf } from './front-matter.ts';
import { Search } from './kept.ts';
import { allSpecs, type IssueTemplate, type SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

/** `<!-- tech-spec: none -->` or `<!-- tech-spec: template=PATH -->`. */
export type SpecDirective =
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'template'; readonly path: string; readonly span: Span };

/** The first in the document that stands by itself: in code and in a sentence it is quoted. */
export function directiveOf(document: SpecDocument): SpecDirective | undefined {
  if (!document.lines.includes('tech-spec:')) return undefined;
  const [first] = directing.sections(document, directing);
  return first && directivesOf(document, first)[0];
}

const directing = new Search((document, section) => 0 < directivesOf(document, section).length);

function directivesOf({ lines }: SpecDocument, { blocks }: Section): readonly SpecDirective[] {
  return blocks.flatMap(({ kind, span: { start, end } }): readonly SpecDirective[] => {
    const found = kind === 'comment' || kind === 'other' ? DIRECTIVE.exec(lines.textBetween(start, end)) : null;
    if (found === null) return [];
    const span = { start: start + found.index, end: start + found.index + found[0].length };
    const path = found[1]?.trim();
    return [path === undefined ? { kind: 'none', span } : { kind: 'template', path, span }];
  });
}

/** The path is bounded, ends where another comment begins, and is trimmed behind: what backs off over blanks takes a square of them. */
const DIRECTIVE = /<!--\s*tech-spec:\s*(?:none\s*|template=([^\r\n<>]{1,500}))-->/;

/** By what a document that no configuration speaks of was recognised. */
export type Recognition = 'front-matter' | 'file-name' | 'headings';

/** Whether a document that no configuration speaks of is a spec of the template. `path` has forward slashes; pass an empty one for untitled documents. */
export function looksLikeSpec(document: SpecDocument, template: SpecTemplate, path: string): boolean {
  return recognition(document, template, path) !== undefined;
}

/** The same, with what it was that told; undefined where it is no spec. */
export function recognition(document: SpecDocument, template: SpecTemplate, path: string): Recognition | undefined {
  if (template.issue !== undefined && frontMatterNames(document, template.issue)) return 'front-matter';
  if (document.root.children.length === 0 && template.kind !== 'bold-lines') return undefined;
  const found = answered(document, template);
  if (isSpecPath(path) && 0 < found) return 'file-name';
  const required = Array.from(allSpecs(template.sections)).filter(
    (spec) => spec.required && spec.level === topLevel(template),
  ).length;
  if (required === 0) return undefined;
  const enough = required < 3 ? found === required : Math.max(3, Math.ceil(required / 2)) <= found;
  return enough ? 'headings' : undefined;
}

/** README, CHANGELOG, index files, templates: never specs, unless a configuration or directive says so. */
export function isNeverSpec(path: string): boolean {
  return NEVER.test(nameOf(path)) || isTemplatePath(path);
}

/** What lies among documents and is none, as its name alone says: READMEs, indexes, and what is called a template at the end of its name. */
export function isAside(path: string): boolean {
  return NEVER.test(nameOf(path)) || PLAIN_TEMPLATE_NAME.test(nameOf(path));
}

/** Templates, as their name or folder says: no specs, until somebody asks for one by its name. */
export function isTemplatePath(path: string): boolean {
  // What is named as a spec may be about templates: `tech-specs/email-template-editor.md`.
  const names = isSpecPath(path) ? TEMPLATE_AT_AN_END : TEMPLATE_NAME;
  return names.test(nameOf(path)) || TEMPLATE_FOLDER.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const NEVER =
  /^(?:README|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|LICEN[CS]E|SECURITY|CODE_OF_CONDUCT|_?index)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?(?:\.(?:md|markdown|mdown))?$/i;
const TEMPLATE_NAME = /^(?=[^/]*\.(?:md|markdown|ya?ml)$)(?:[^/]*[-_.])?template[-_.]/i;
const TEMPLATE_AT_AN_END = /(?:^|[-_.])template\.(?:md|markdown|ya?ml)$|^template[-_.][^/]*\.(?:md|markdown|ya?ml)$/i;
const PLAIN_TEMPLATE_NAME = /(?:^|[-_.])template\.(?:md|markdown|ya?ml)$/i;
const TEMPLATE_FOLDER = /(?:^|\/)(?:\.github|ISSUE_TEMPLATE|templates?)\//i;

function isSpecPath(path: string): boolean {
  return SPEC_NAME.test(path) || SPEC_FOLDER.test(path);
}

const SPEC_NAME = /(?:\.tech-spec|(?:^|\/)tech-spec-[^/]*)\.md$/i;
const SPEC_FOLDER = /^(?=.*\.(?:md|markdown)$)(?:.*\/)?tech-specs\//is;

/** How many of the template's required top sections have a heading that says so: a likeness is no proof. */
function answered(document: SpecDocument, template: SpecTemplate): number {
  let found = 0;
  for (const { spec, matches } of bind(template, document).all) {
    if (!spec.required || spec.level !== topLevel(template)) continue;
    if (matches.some(({ by }) => by !== 'likeness')) found++;
  }
  return found;
}

function topLevel({ sections }: SpecTemplate): number {
  return sections[0]?.level ?? 1;
}

/** Its own name, all its labels, or a title with its prefix. */
export function frontMatterNames(document: SpecDocument, { name, labels, titlePrefix }: IssueTemplate): boolean {
  const frontMatter = frontMatterOf(document);
  if (frontMatter === undefined) return false;
  if (name !== '' && textOf(entryOf(frontMatter, 'name')).trim() === name) return true;
  const own = new Set(listOf(entryOf(frontMatter, 'labels')).map((label) => label.toLowerCase()));
  if (0 < labels.length && labels.every((label) => own.has(label.toLowerCase()))) return true;
  const prefix = titlePrefix.trim().toLowerCase();
  return prefix !== '' && textOf(entryOf(frontMatter, 'title')).toLowerCase().startsWith(prefix);
}
