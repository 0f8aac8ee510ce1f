/** What a template's front matter offers for that of a document: its keys, and what may stand behind each. */
import { behindColon, frontMatterOf, listOf } from '../front-matter.ts';
import { entryFor, type KeySpec, keysIn, titleLimits } from '../front-matter-schema.ts';
import { isAnswer } from '../front-matter-words.ts';
import type { IssueTemplate, SpecTemplate } from '../template.ts';
import type { Part } from '../text/holes.ts';
import { fenced } from '../text/markdown.ts';
import { quoted } from '../text/quoted.ts';
import { scalarSource } from '../yaml-scalar.ts';
import { plainWords } from './guidance-markdown.ts';

export interface OfferedKey {
  readonly key: string;
  /** GitHub's own are never owed. */
  readonly required: boolean;
  /** Required or optional, what may stand there, how long it may be. */
  readonly detail: string;
  /** Markdown: the template's line, and what it says about it. */
  readonly documentation: string;
  /** What follows the colon of a new key, line ends as LF. */
  readonly parts: readonly Part[];
  /** What may stand behind the colon as it is; without quotes. */
  readonly values: readonly Value[];
  /** What titles begin with; empty for all other keys. */
  readonly prefix: string;
  /** What may stand in a list, one each. */
  readonly items: readonly string[];
}

export interface Value {
  readonly words: string;
  /** As YAML, where the document does not begin with a quote of its own. */
  readonly source: string;
  /** Why it is offered. */
  readonly detail: string;
  readonly isList: boolean;
}

/** In the template's order, required ones first. Empty where it has no front matter. Never throws. */
export function keysOffered(template: SpecTemplate, today: string | undefined): readonly OfferedKey[] {
  const specs = template.kind === 'form' && template.issue !== undefined ? formKeys(template.issue) : keysIn(template);
  const offered = specs.map((spec) => toOffered(template, spec, today));
  return [...offered.filter(({ required }) => required), ...offered.filter(({ required }) => !required)];
}

type Line = Pick<KeySpec, 'key' | 'required' | 'choices' | 'date' | 'limits' | 'value' | 'source' | 'remark'>;

/** An issue form is no document: what GitHub makes of it has the keys of other issue templates. */
function formKeys({ name, about, titlePrefix, labels, assignees }: IssueTemplate): readonly Line[] {
  const lines = { name, about, title: titlePrefix, labels: labels.join(', '), assignees: assignees.join(', ') };
  return Object.entries(lines).flatMap(([key, value]) => {
    if (value === '') return [];
    const source = scalarSource(value, '');
    return [{ key, required: false, choices: [], date: false, limits: [], value, source, remark: '' }];
  });
}

function toOffered(template: SpecTemplate, spec: Line, today: string | undefined): OfferedKey {
  const { key, choices, source, remark } = spec;
  const { issue } = template;
  const list = listIn(template, spec);
  const line = `${key}:${list.source === '' ? ` ${source}` : list.source}`;
  const prefix = issue !== undefined && key === 'title' ? issue.titlePrefix : '';
  return {
    key,
    required: issue === undefined && spec.required,
    detail: factsOf(template, spec).join(' · '),
    documentation: [plainWords(remark), fenced('yaml', line)].filter((part) => part !== '').join('\n\n'),
    parts: partsOf(spec, list, prefix, today),
    values: prefix === '' ? valuesOf(spec, list, issue, today) : [],
    prefix,
    items: 0 < choices.length ? choices : list.items,
  };
}

interface List {
  readonly items: readonly string[];
  /** From the colon on, line ends as LF, where it goes on below the key; else empty. */
  readonly source: string;
}

/** Whatever the template has below the key, be it no list. */
function listIn({ document, issue }: SpecTemplate, { key }: Line): List {
  const found = frontMatterOf(document);
  const entry = found?.problem === undefined ? found && entryFor(found, { key }) : undefined;
  const start = entry && behindColon(document.text, entry);
  const source = start === undefined ? '' : document.text.slice(start, entry?.valueSpan.end).replace(/\r\n?/g, '\n');
  const own = Array.isArray(entry?.value) ? listOf(entry) : [];
  const github = key === 'labels' ? issue?.labels : key === 'assignees' ? issue?.assignees : undefined;
  return { items: (github ?? own).filter(isAnswer), source: source.includes('\n') ? source : '' };
}

function partsOf(
  { choices, date, value, source }: Line,
  list: List,
  prefix: string,
  today: string | undefined,
): readonly Part[] {
  if (0 < choices.length) return [' ', ownFirst({ choices, value })];
  if (date) return [' ', [today ?? '']];
  if (prefix !== '') return [` ${prefixSource(prefix, source).slice(0, -1)}`, [''], quoteOf(source, '"')];
  const items = list.source.split(/(?=\S)(?<=\n[ \t]*-[ \t]+)(.+)/);
  if (1 < items.length) return items.map((words, index) => (index % 2 === 0 ? words : [words]));
  if (list.source !== '') return [list.source];
  const quote = quoteOf(source, '');
  return [` ${quote}`, [quote === '' ? source : source.slice(1, -1)], quote];
}

/** Quoted, so that a colon in it and words behind it are of no harm. */
export function prefixSource(prefix: string, source: string, title = ''): string {
  const begun = /\s$/.test(prefix) ? prefix : `${prefix} `;
  return scalarSource(begun + title, quoteOf(source, '"'));
}

export function quoteOf(source: string, otherwise: string): string {
  return /^["']/.exec(source)?.[0] ?? otherwise;
}

/** The choices, that of the template before all others. */
export function ownFirst({ choices, value }: Pick<KeySpec, 'choices' | 'value'>): readonly string[] {
  return choices.toSorted((one, other) => Number(other === value) - Number(one === value));
}

function valuesOf(
  { key, choices, date, value, source }: Line,
  { items }: List,
  issue: IssueTemplate | undefined,
  today: string | undefined,
): readonly Value[] {
  if (0 < choices.length) return itemValues(key, choices);
  if (date) return today === undefined ? [] : [{ words: today, source: today, detail: 'today', isList: false }];
  const detail = 'as in the template';
  const all = `[${items.map((item) => scalarSource(item, '')).join(', ')}]`;
  const list = items.length === 0 ? [] : [{ words: all, source: all, detail, isList: true }];
  const whole = value === '' ? list : [{ words: value, source, detail, isList: false }];
  // GitHub takes a text, too, and splits it at commas.
  const single = issue === undefined ? [] : items.filter((item) => item !== value);
  return [...whole, ...itemValues(key, single)];
}

/** One each. */
export function itemValues(key: string, items: readonly string[]): readonly Value[] {
  return items.map((item) => ({ words: item, source: scalarSource(item, ''), detail: key, isList: false }));
}

function factsOf(template: SpecTemplate, { key, required, choices, date, limits, value }: Line): readonly string[] {
  const all = key === 'title' ? [...limits, ...titleLimits(template)] : limits;
  return [
    ...(template.issue === undefined ? [required ? 'required' : 'optional'] : []),
    ...(0 < choices.length ? [choices.join(' | ')] : date ? ['date'] : value === '' ? [] : [quoted(value)]),
    ...all.map(({ said }) => said),
  ];
}
