/** Which files of a repository are likely templates, which documents follow one, and the configuration that says so. */
import { bind } from '../binding.ts';
import { isBroken, parseConfig } from '../config.ts';
import type { SpecDocument } from '../document.ts';
import { isAside, looksLikeSpec } from '../recognise.ts';
import { allSpecs, type SectionSpec, type SpecTemplate } from '../template.ts';
import { patternProblem } from '../text/patterns.ts';
import type { Edit } from '../text/span.ts';

/** What an entry of the configuration is to say. */
export interface ProposedEntry {
  readonly files: readonly string[];
  readonly templates: readonly string[];
}

/** Of paths with forward slashes, as their names and folders say: likeliest first, the nearest to the top first among equals. Never throws. */
export function likelyTemplates(paths: readonly string[]): readonly string[] {
  const rank = (path: string) => LIKELY.findIndex((pattern) => pattern.test(path));
  return paths
    .filter((path) => !UNLIKELY.test(path) && rank(path) !== -1)
    .sort((a, b) => rank(a) - rank(b) || depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

/** The first two look for the name’s end before the word: each place of the word would look for it anew. */
const LIKELY: readonly RegExp[] = [
  /(?:^|\/)(?=[^/]*\.(?:md|markdown)$)(?:[^/]*[-_. ])?template[-_. ]/i,
  /(?:^|\/)(?=[^/]*\.(?:md|markdown)$)[^/]*template/i,
  /(?:^|\/)(?:0000|[NX]{3,4})[-_][^/]*\.(?:md|markdown)$/,
  /(?:^|\/)[^/]*[-_]template\/[^/]+\.(?:md|markdown)$/i,
  /(?:^|\/)templates?\/(?:[^/]+\/)?[^/]+\.(?:md|markdown)$/i,
  /(?:^|\/)\.github\/ISSUE_TEMPLATE\/[^/]+\.(?:md|ya?ml)$/i,
];

const NUMBERED = 2;

/** Forms for pull requests ask about a change, not for a document; `config.yml` is GitHub's own. */
const UNLIKELY =
  /(?:^|\/)(?:node_modules|vendor|third_party)\/|pull_request_template|merge_request_template|\/ISSUE_TEMPLATE\/config\.ya?ml$|(?:^|\/)templates?\/(?:[^/]+\/)?(?:README|CONTRIBUTING)\.md$/i;

/**
 * Whether a likely template may be a document all the same, where it agrees with a likelier one: numbered like a document or
 * like the first one, or with “template” in the middle of its name and in another folder.
 */
export function mayBeDocument(path: string, likelier?: string): boolean {
  const rank = LIKELY.findIndex((pattern) => pattern.test(path));
  if (rank === NUMBERED) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (rank === -1 || isAside(path) || TEMPLATE_FOLDER.test(path) || /^0+[-_. ]/.test(name)) return false;
  const isElsewhere = likelier !== undefined && folderOf(likelier) !== folderOf(path);
  return /^\d{1,9}[-_. ]/.test(name) || (isElsewhere && TEMPLATE_WITHIN.test(name));
}

/** The first time the word comes behind another one, and the first thing that parts it from what follows. */
const TEMPLATE_WITHIN = /^[^/](?:(?!template)[^/])*template[^-_. /]*[-_. ][^/]+\.\w+$/i;
const TEMPLATE_FOLDER = /(?:^|\/)(?:[^/]*[-_])?templates?\/|\/ISSUE_TEMPLATE\//i;

export interface Agreement {
  /** Of the template's required top sections, how many are there: from 0 to 1. */
  readonly share: number;
  /** How many of all its sections are. */
  readonly matched: number;
}

/**
 * How far a document was written after a template, or after what that was years ago: a third of its sections are there, and
 * two at least, else undefined. Enough to compare folders by, not to find fault with a document. Never throws.
 */
export function agreementOf(document: SpecDocument, template: SpecTemplate): Agreement | undefined {
  const level = template.sections[0]?.level;
  const isOwed = (spec: SectionSpec) => spec.level === level && spec.required;
  const owed = Array.from(allSpecs(template.sections)).filter(isOwed).length;
  let [there, matched, tops] = [0, 0, 0];
  for (const { spec, matches } of bind(template, document).all) {
    if (!matches.some(({ by }) => by !== 'likeness')) continue;
    matched++;
    if (spec.level === level) tops++;
    if (isOwed(spec)) there++;
  }
  const isEnough = Math.max(2, Math.ceil(owed / 3)) <= tops || looksLikeSpec(document, template, '');
  return isEnough ? { share: owed === 0 ? 0 : there / owed, matched } : undefined;
}

/** Documents to be looked at to tell which folders follow the template: near ones first, some of each folder. */
export function sampleOf(template: string, documents: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const path of documents) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  const near = Array.from(folders).sort(
    ([a], [b]) => distance(a, template) - distance(b, template) || (a < b ? -1 : 1),
  );
  return near.flatMap(([, paths]) => spread(paths, mostOfFolder)).slice(0, mostInAll);
}

const mostOfFolder = 12;
const mostInAll = 300;

/** Evenly over the list. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as Item);
}

/**
 * Patterns that most of the documents that answer to a template fit, and few others; none where nothing answers.
 * `sample` is what was looked at, `answering` the part of it that answers.
 */
export function proposedFiles(sample: readonly string[], answering: ReadonlySet<string>): readonly string[] {
  const chosen: Pattern[] = [];
  const least = Math.max(2, answering.size / 10);
  for (let left = sample; chosen.length < mostPatterns; ) {
    const best = bestPattern(left, answering);
    const hits = best === undefined ? [] : left.filter((path) => best.fits(path) && answering.has(path));
    if (best === undefined || hits.length === 0 || (0 < chosen.length && hits.length < least)) break;
    chosen.push(best);
    left = left.filter((path) => !best.fits(path));
  }
  return chosen.map(({ words }) => words);
}

const mostPatterns = 3;

interface Pattern {
  readonly words: string;
  readonly fits: (path: string) => boolean;
}

/** The one with the most documents that answer, less those that do not; of equals the narrowest. */
function bestPattern(sample: readonly string[], answering: ReadonlySet<string>): Pattern | undefined {
  const patterns = new Map<string, Pattern>();
  for (const path of sample.filter((each) => answering.has(each))) {
    for (const pattern of patternsFor(path)) if (!patterns.has(pattern.words)) patterns.set(pattern.words, pattern);
  }
  let best: { readonly pattern: Pattern; readonly score: number } | undefined;
  for (const pattern of patterns.values()) {
    if (patternProblem(pattern.words) !== undefined) continue;
    const fitting = sample.filter(pattern.fits);
    const hits = fitting.filter((path) => answering.has(path)).length;
    const score = hits - (fitting.length - hits);
    if (0 < score && (best === undefined || best.score < score)) best = { pattern, score };
  }
  return best?.pattern;
}

/** The folder, and each folder around it with all below, narrowest first. A README is meant only where it is named. */
function* patternsFor(path: string): Iterable<Pattern> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const last = isAside(path) ? name : `*${name.slice(name.lastIndexOf('.'))}`;
  const isMeant = (other: string) =>
    isAside(path) ? other.endsWith(`/${name}`) || other === name : isSibling(other, last);
  const folders = folderOf(path)
    .split('/')
    .filter((each) => each !== '');
  const own = folders.join('/');
  yield {
    words: [...folders, last].map(literal).join('/'),
    fits: (other) => folderOf(other) === own && isMeant(other),
  };
  for (let count = folders.length; 0 <= count; count--) {
    const around = folders.slice(0, count);
    const prefix = around.map((each) => `${each}/`).join('');
    yield {
      words: [...around.map(literal), '**', last].join('/'),
      fits: (other) => other.startsWith(prefix) && isMeant(other),
    };
  }
}

function isSibling(path: string, last: string): boolean {
  return path.endsWith(last.slice(1)) && !isAside(path);
}

/** A name in a pattern: what would be a wildcard there is matched by one. */
function literal(name: string): string {
  return /^\*/.test(name) ? name : name.replace(/[*?[\]{}\\!]/g, '?');
}

/** The whole file. Entries are in the order given: the first that fits wins. */
export function configurationText(entries: readonly ProposedEntry[]): string {
  return `{\n  "specs": [\n${entries.map((entry) => `    ${entryText(entry)}`).join(',\n')}\n  ]\n}\n`;
}

/** The edit that adds an entry to a configuration, before all others; undefined where that file is broken. Never throws. */
export function entryAdded(text: string, entry: ProposedEntry): Edit | undefined {
  const config = parseConfig(text);
  if (isBroken(config)) return undefined;
  const [first] = config.entries ?? [];
  if (first !== undefined) {
    const { start } = first.span;
    const gap = /(?<![ \t])[ \t]*(?:(?:\r\n?|\n)[ \t]*)?$/.exec(text.slice(0, start))?.[0] || ' ';
    return { span: { start, end: start }, newText: `${entryText(entry)},${gap}` };
  }
  const start = text.indexOf('{') + 1;
  const isEmpty = /^\s*\}/.test(text.slice(start));
  return {
    span: { start, end: start },
    newText: `\n  "specs": [\n    ${entryText(entry)}\n  ]${isEmpty ? '\n' : ','}`,
  };
}

function entryText({ files, templates }: ProposedEntry): string {
  const members = [
    ['files', files],
    ['template', templates],
  ] as const;
  const written = members.flatMap(([key, all]) => (all.length === 0 ? [] : [`"${key}": ${listText(all)}`]));
  return `{ ${written.join(', ')} }`;
}

function listText(words: readonly string[]): string {
  const all = words.map((each) => JSON.stringify(each));
  return all.length === 1 ? (all[0] ?? '') : `[${all.join(', ')}]`;
}

/** Steps from a folder to a file's folder. */
export function distance(folder: string, file: string): number {
  const one = folder.split('/').filter((each) => each !== '');
  const other = folderOf(file)
    .split('/')
    .filter((each) => each !== '');
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return one.length + other.length - 2 * common;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function depthOf(path: string): number {
  return path.split('/').length;
}
