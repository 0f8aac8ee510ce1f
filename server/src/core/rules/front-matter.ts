/** Front matter that cannot be read, or lacks what the template asks for. */
import type { SpecDocument } from '../document.ts';
import { entryOf, type FrontMatter, frontMatterOf, textOf } from '../front-matter.ts';
import { frontMatterBlock } from '../front-matter-block.ts';
import { entryFor, type KeySpec, keyName, keysOwed, titleLimits } from '../front-matter-schema.ts';
import { unquoted } from '../front-matter-words.ts';
import type { Limit } from '../limits.ts';
import type { SpecTemplate } from '../template.ts';
import { lineEndOf } from '../text/insert.ts';
import { countSentences } from '../text/sentences.ts';
import type { Edit, Span } from '../text/span.ts';
import { likeness } from '../text/titles.ts';
import { countWords } from '../text/words.ts';
import type { YamlEntry } from '../yaml.ts';
import { defineRule, type Report } from './rule.ts';

export const frontMatter = defineRule<readonly KeyFix[]>({
  id: 'front-matter',
  severity: 'warning',
  steady: true,
  docs: {
    summary: 'The front matter cannot be read, or lacks what the template asks for.',
    why: 'Tools that list, label and publish documents read it. A GitHub issue template’s own front matter is not owed, but where a document carries it, its title must say more than the template’s prefix.',
    kinds: [
      { where: 'it cannot be read', severity: 'error' },
      { where: 'something is missing or is not as the template asks', severity: 'warning' },
    ],
    examples: [
      {
        template: '---\nstatus: draft|final\nauthor:\n---\n\n## Goals\n\nSay why.\n',
        before: '---\nstatus: draft\n---\n\n## Goals\n\nFewer lost drafts.\n',
        after: '---\nstatus: draft\nauthor:\n---\n\n## Goals\n\nFewer lost drafts.\n',
      },
    ],
  },

  *check({ document, template }) {
    const found = frontMatterOf(document);
    if (found?.problem !== undefined) {
      const { span, message } = found.problem;
      yield {
        span,
        message: `The front matter cannot be read: ${message}`,
        severity: 'error',
        key: '#unreadable',
        data: [],
      };
      return;
    }
    if (template.issue !== undefined && found !== undefined) yield* titleReports(template.issue.titlePrefix, found);
    const owed = keysOwed(template);
    if (0 < owed.length) yield* keyReports(document, template, owed, found);
  },

  *fixes({ data }) {
    for (const { name, title, edits, safe } of data) yield { name, title, edits, safe };
  },
});

interface KeyFix {
  readonly name: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
}

function* titleReports(prefix: string, found: FrontMatter): Iterable<Report<readonly KeyFix[]>> {
  const entry = entryOf(found, 'title');
  if (entry === undefined) {
    const isIssue = entryOf(found, 'name') !== undefined && entryOf(found, 'about') !== undefined;
    if (!isIssue) return;
    const span = entryOf(found, 'name')?.keySpan ?? found.span;
    yield { span, message: 'The front matter has no title', key: 'title', data: [] };
    return;
  }
  const title = textOf(entry).trim();
  if (title !== '' && title !== prefix.trim()) return;
  const message = title === '' ? 'The title is empty' : `The title says no more than “${title}”`;
  yield { span: spanOf(entry), message, key: 'title', data: [] };
}

function* keyReports(
  document: SpecDocument,
  template: SpecTemplate,
  owed: readonly KeySpec[],
  found: FrontMatter | undefined,
): Iterable<Report<readonly KeyFix[]>> {
  if (found === undefined) {
    const required = owed.filter((spec) => spec.required);
    if (required.length === 0) return;
    const message = `The front matter is missing: the template asks for ${required.map(({ key }) => `“${key}”`).join(', ')}`;
    const { start, end } = { start: document.lines.startOf(0), end: document.lines.endOf(0) };
    yield { span: { start, end }, message, key: '#missing', data: [addedFrontMatter(document, template, owed)] };
    return;
  }
  for (const spec of owed) {
    const entry = entryFor(found, spec);
    if (entry !== undefined) yield* valueReports(document, spec, entry, template);
    else if (spec.required) {
      const alike = keyLike(spec, owed, found);
      if (alike !== undefined) {
        yield misnamed(spec, alike);
        continue;
      }
      const message = `The front matter lacks “${spec.key}”`;
      yield { span: firstLine(document, found), message, key: spec.key, data: [addedKey(document, owed, spec, found)] };
    }
  }
  yield* orderReports(document, owed, found);
}

/** A key of the document's own that differs by case, or means the same. */
function keyLike({ key }: KeySpec, owed: readonly KeySpec[], found: FrontMatter): YamlEntry | undefined {
  const known = new Set(owed.map((spec) => spec.key));
  const others = found.entries.filter((entry) => !known.has(entry.key));
  const same = others.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
  return same ?? others.find((entry) => 0 < likeness(key, entry.key));
}

function misnamed({ key }: KeySpec, { key: own, keySpan }: YamlEntry): Report<readonly KeyFix[]> {
  const edits = [{ span: keySpan, newText: key }];
  const fix = { name: 'rename', title: `Rename to “${key}”`, edits, safe: false };
  return { span: keySpan, message: `“${own}” is “${key}” in the template`, key, data: [fix] };
}

/** A value that was left as the template has it is told as a placeholder. */
function* valueReports(
  { text }: SpecDocument,
  { key, choices, choicesGoOn, date, limits, placeholder }: KeySpec,
  entry: YamlEntry,
  template: SpecTemplate,
): Iterable<Report<readonly KeyFix[]>> {
  const value = textOf(entry).trim();
  const { start, end } = entry.valueSpan;
  if (value === '' || (placeholder !== '' && unquoted(text.slice(start, end)) === placeholder)) return;
  if (0 < choices.length && !isChosen(value, choices, choicesGoOn)) {
    yield {
      span: spanOf(entry),
      message: `“${key}” is one of ${choices.map((choice) => `“${choice}”`).join(', ')}`,
      key: `${key}#choice`,
      data: [],
    };
  }
  if (date && !isDate(value))
    yield { span: spanOf(entry), message: `“${key}” is a date such as 2026-11-23`, key: `${key}#date`, data: [] };
  for (const limit of key === 'title' ? [...limits, ...titleLimits(template)] : limits) {
    const count = measured(value, limit);
    if (limit.min <= count && count <= limit.max) continue;
    const message = `“${key}” has ${count} ${unitOf(limit, count)}, the template asks for “${limit.said}”`;
    // Tools cut what has too many characters; a sentence more is a matter of taste.
    const severity = limit.unit === 'characters' ? 'warning' : 'information';
    yield { span: spanOf(entry), message, severity, key: `${key}#limit`, data: [] };
  }
}

/** Several of them, too; whatever is said in brackets behind one. */
function isChosen(value: string, choices: readonly string[], goOn: boolean): boolean {
  const known = new Set(choices.map((choice) => choice.toLowerCase()));
  const plain = value.replace(/\([^()]*\)/g, '').toLowerCase();
  if (goOn && choices.some((choice) => plain.startsWith(`${choice.toLowerCase()} `))) return true;
  return known.has(plain.trim()) || plain.split(/[,/|]/).every((each) => known.has(each.trim()));
}

function measured(value: string, { unit }: Limit): number {
  switch (unit) {
    case 'characters':
      return Array.from(value).length;
    case 'words':
      return countWords(value);
    case 'sentences':
      return countSentences([value]);
    case 'paragraphs':
      return 1;
  }
}

function unitOf({ unit }: Limit, count: number): string {
  return count === 1 ? unit.slice(0, -1) : unit;
}

function isDate(value: string): boolean {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\S.*)?$/.exec(value)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || 12 < month || day < 1)
    return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

function* orderReports(
  document: SpecDocument,
  owed: readonly KeySpec[],
  found: FrontMatter,
): Iterable<Report<readonly KeyFix[]>> {
  const rank = new Map(owed.map(({ key }, at) => [key, at]));
  const rankOf = ({ key }: YamlEntry) => rank.get(key) ?? rank.get(keyName(key)) ?? -1;
  const known = found.entries.filter((entry) => 0 <= rankOf(entry));
  const wrong = known.find((entry, at) => rankOf(entry) < rankOf(known[at - 1] ?? entry));
  if (wrong === undefined) return;
  const message = `“${wrong.key}” stands behind “${known[known.indexOf(wrong) - 1]?.key}”, in the template before it`;
  yield { span: wrong.keySpan, message, key: '#order', data: [inOrder(document, rankOf, known, found)] };
}

/** The known keys change places among themselves, each with its lines. */
function inOrder(
  document: SpecDocument,
  rankOf: (entry: YamlEntry) => number,
  known: readonly YamlEntry[],
  found: FrontMatter,
): KeyFix {
  const { text } = document;
  const wanted = known.toSorted((a, b) => rankOf(a) - rankOf(b));
  const edits = known.flatMap((entry, at) => {
    const other = wanted[at];
    if (other === undefined || other === entry) return [];
    const { start, end } = linesOf(document, other, found);
    return [{ span: linesOf(document, entry, found), newText: text.slice(start, end) }];
  });
  return { name: 'sort', title: 'Put the keys in the template’s order', edits, safe: true };
}

/** From the key's line to the last line of its value, without the line break. */
function linesOf({ lines }: SpecDocument, { keySpan, valueSpan }: YamlEntry, { span }: FrontMatter): Span {
  const end = lines.endOf(lines.lineAt(Math.max(keySpan.end, valueSpan.end)));
  return { start: lines.startOf(lines.lineAt(keySpan.start)), end: Math.min(end, span.end) };
}

function addedKey(document: SpecDocument, owed: readonly KeySpec[], { key }: KeySpec, found: FrontMatter): KeyFix {
  const { lines } = document;
  const before = owed
    .slice(
      0,
      owed.findIndex((spec) => spec.key === key),
    )
    .findLast((spec) => entryFor(found, spec) !== undefined);
  const entry = before && entryFor(found, before);
  const at = lines.startOf(
    lines.lineAt(entry === undefined ? found.span.start : linesOf(document, entry, found).end) + 1,
  );
  const edits = [{ span: { start: at, end: at }, newText: `${key}:${lineEndOf(document.text)}` }];
  return { name: 'add', title: `Add “${key}” to the front matter`, edits, safe: false };
}

function addedFrontMatter({ text }: SpecDocument, template: SpecTemplate, owed: readonly KeySpec[]): KeyFix {
  const eol = lineEndOf(text);
  const block = frontMatterBlock(template, owed).map((piece) => (typeof piece === 'string' ? piece : piece.words));
  const source = block.join('').replaceAll('\n', eol);
  const at = text.startsWith('\ufeff') ? 1 : 0;
  const edits = [{ span: { start: at, end: at }, newText: `${source}${eol}${eol}` }];
  return { name: 'add', title: 'Add the front matter', edits, safe: false };
}

function firstLine({ lines }: SpecDocument, { span }: FrontMatter): Span {
  return { start: span.start, end: lines.endOf(lines.lineAt(span.start)) };
}

function spanOf({ keySpan, valueSpan }: YamlEntry): Span {
  return valueSpan.start < valueSpan.end ? valueSpan : keySpan;
}
