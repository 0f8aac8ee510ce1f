/** Findings for a GitHub Actions job: all of them in the log, the first ones at their lines, a table on the job's page. */
import { appendFileSync } from 'node:fs';
import type { Severity } from '../../core/index.ts';
import { reasonOf } from '../read.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckedDocument, PlacedFinding, ReportFormat } from './checked.ts';
import { pathBelow, reportRoot } from './places.ts';
import { mostShown, stepSummary } from './step-summary.ts';
import { textFormat } from './text.ts';

/** `complain` hears when the job's page cannot be written on. */
export function githubFormat(
  terminal: Terminal,
  options: { readonly color: boolean; readonly quiet: boolean },
  complain: (trouble: string) => void,
): ReportFormat {
  const text = textFormat(options);
  const root = reportRoot(terminal);
  const documents: CheckedDocument[] = [];
  return {
    document: (checked) => {
      documents.push(checked);
      return unheeded(text.document(checked));
    },
    end: (summary) => {
      const { GITHUB_STEP_SUMMARY: page } = terminal.environment;
      if (page) append(page, stepSummary(documents, summary, root, terminal.environment), complain);
      const elsewhere = page ? 'in the log above and in the summary of the job' : 'in the log above only';
      return `${annotations(documents, root, elsewhere)}${unheeded(text.end(summary))}`;
    },
  };
}

/** Other steps of ours may have written on it before. */
function append(page: string, words: string, complain: (trouble: string) => void): void {
  try {
    appendFileSync(page, words);
  } catch (error) {
    complain(`the summary of the job cannot be written: ${reasonOf(error)}`);
  }
}

/** The runner obeys commands wherever it reads them, also in a heading or a file's name: between these two lines it does not. */
function unheeded(text: string): string {
  if (text === '') return '';
  const token = crypto.randomUUID();
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}

/** `elsewhere` says where all are. */
function annotations(documents: readonly CheckedDocument[], root: string, elsewhere: string): string {
  const lines: string[] = [];
  for (const [kind, severity] of kinds) {
    const found = documents.flatMap((checked) =>
      checked.findings
        .filter((finding) => finding.severity === severity)
        .map((finding) => annotation(kind, checked, finding, root)),
    );
    lines.push(...found.slice(0, mostShown));
    const left = found.length - mostShown;
    if (0 < left) lines.push(`${left} more of severity “${severity}” are ${elsewhere}: GitHub shows ${mostShown}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** A hint is not worth a place beside a line. */
const kinds: readonly (readonly [string, Severity])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['notice', 'information'],
];

function annotation(kind: string, checked: CheckedDocument, finding: PlacedFinding, root: string): string {
  const { rule, message, start, end } = finding;
  const isOneLine = start.line === end.line;
  const properties = {
    ...(checked.path !== undefined && { file: pathBelow(root, checked) ?? checked.path }),
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub takes columns within one line only.
    ...(isOneLine && { col: start.character + 1, endColumn: end.character + 1 }),
    title: rule,
  };
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${kind} ${said.join(',')}::${escapedMessage(shortenedTo(longestMessage, message))}`;
}

/** GitHub takes 64 KiB, and nobody reads as much beside a line: a title of a section may be as long as its author likes. */
const longestMessage = 1000;

function shortenedTo(most: number, words: string): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** As the runner reads it back. */
function escapedMessage(words: string): string {
  return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(words: string): string {
  return escapedMessage(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
