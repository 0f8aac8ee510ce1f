/** A check as Markdown for the page of a GitHub Actions job: documents with how far they are, and what was found. */
import { Buffer } from 'node:buffer';
import { type Progress, type Severity, severities } from '../../core/index.ts';
import { type CheckedDocument, countOf, plural, type Summary } from './checked.ts';
import { pathBelow } from './places.ts';

/** In bytes. GitHub takes 1,024 KiB of a step, and nothing of what is larger. */
const mostBytes = 1000 * 1024;

/** At lines GitHub shows no more of each kind for a step. */
export const mostShown = 10;

type Environment = Readonly<Record<string, string | undefined>>;

/** Rows are cut where they would be too many, and it is said how many. */
export function stepSummary(
  documents: readonly CheckedDocument[],
  summary: Summary,
  root: string,
  environment: Environment,
): string {
  const specs = documents.filter(({ template, findings }) => template !== undefined || 0 < findings.length);
  const link = (checked: CheckedDocument, line?: number) => linkTo(checked, root, environment, line);
  const room = { bytes: mostBytes };
  const parts = [`## ${titleOf(summary)}\n`];
  const answered = specs.filter(({ progress }) => progress !== undefined);
  if (0 < answered.length) {
    const isCompared = summary.since !== undefined;
    const rows = answered.map((each) => [
      link(each),
      answeredOf(each),
      ...countsOf(each),
      ...(isCompared ? [changedIn(each)] : []),
    ]);
    const head = ['Document', 'Answered', 'Errors', 'Warnings', ...(isCompared ? ['Changed'] : [])];
    parts.push(table(head, rows, 'documents', room));
  }
  const found = specs.flatMap((each) => each.findings.map((finding) => ({ each, finding })));
  if (0 < found.length) {
    const loudest = found.toSorted((a, b) => rankOf(a.finding) - rankOf(b.finding));
    const rows = loudest.map(({ each, finding: { rule, severity, message, start } }) => {
      return [link(each, start.line + 1), severity, `\`${rule}\``, escaped(message)];
    });
    parts.push(table(['Place', 'Severity', 'Rule', 'Finding'], rows, 'findings', room));
    const isCut = severities.some((severity) => mostShown < (summary.counts.get(severity) ?? 0));
    if (isCut) parts.push(`At their lines GitHub shows the first ${mostShown} of each severity.\n`);
  }
  return `${parts.join('\n')}\n`;
}

function titleOf({ documents, specs, counts, since }: Summary): string {
  const changed = since === undefined ? '' : ` changed since ${escaped(since)}`;
  if (specs === 0) return `Tech Spec: no spec among ${plural(documents, 'document')}${changed}`;
  const found = severities.filter((each) => counts.has(each)).map((each) => countOf(each, counts.get(each) ?? 0));
  return `Tech Spec: ${found.join(', ') || 'nothing to mend'} in ${plural(specs, 'spec')}${changed}`;
}

/** “7 of 10”, and what it was where that was less or more. */
function answeredOf({ progress, before }: CheckedDocument): string {
  const words = ({ done, of }: Progress) => `${done} of ${of}`;
  if (progress === undefined) return '';
  const changed = before !== undefined && words(before) !== words(progress);
  return `${words(progress)}${changed ? `, was ${words(before)}` : ''}`;
}

/** “Testing: TBD → written; Costs: now N/A, no reason”. */
function changedIn({ before, changes = [] }: CheckedDocument): string {
  if (before === undefined) return 'new';
  const words = changes.slice(0, mostChanges).map(({ name, before: then, after }) => {
    return `${name}: ${then === 'missing' ? `now ${after}` : `${then} → ${after}`}`;
  });
  const more = changes.length - words.length;
  return escaped([...words, ...(0 < more ? [`${more} more`] : [])].join('; '));
}

/** A cell of a table has room for so many. */
const mostChanges = 20;

function countsOf({ findings }: CheckedDocument): readonly string[] {
  return (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count === 0 ? '' : String(count);
  });
}

function rankOf({ severity }: { readonly severity: Severity }): number {
  return severities.indexOf(severity);
}

function linkTo(checked: CheckedDocument, root: string, environment: Environment, line?: number): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  const place = line === undefined ? '' : `:${line}`;
  const words = escaped(`${checked.file}${place}`);
  const path = pathBelow(root, checked);
  if (!server || !repository || !commit || path === undefined) return words;
  const address = `${server}/${repository}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
  return `[${words}](${address.replaceAll('(', '%28').replaceAll(')', '%29')}${line === undefined ? '' : `?plain=1#L${line}`})`;
}

/** Nothing in a document's words is Markdown or HTML here. */
function escaped(words: string): string {
  return words.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#|&~@!]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  what: string,
  room: { bytes: number },
): string {
  const lines = [head, head.map(() => '---')].map(lineOf);
  for (const [at, row] of rows.entries()) {
    const line = lineOf(row);
    room.bytes -= Buffer.byteLength(line);
    if (room.bytes < 0) return `${lines.join('')}\n${rows.length - at} more ${what}: see the log.\n`;
    lines.push(line);
  }
  return lines.join('');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
