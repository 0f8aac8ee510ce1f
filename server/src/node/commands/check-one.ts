/** One document, checked: plain data for the reports. */
import { type Finding, type LineIndex, lineOf, type Note, type SpecTemplate } from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import type { CheckedDocument, Placed, PlacedFinding } from '../report/checked.ts';
import { type Checking, examinationOf, isNewSince, wordsOf } from './examination.ts';
import type { Source } from './sources.ts';

/**
 * Undefined for a document that has not changed. What goes wrong with one document is told, and the next one gets its
 * turn; only where git cannot help there is nothing to compare any of them with: rejects with `GitTrouble`.
 */
export async function checkOne(source: Source, checking: Checking): Promise<CheckedDocument | undefined> {
  const { file, path } = source;
  const nothing = { file, path, template: undefined, findings: [], progress: undefined };
  try {
    const examination = await examinationOf(source, checking);
    if (examination === 'unchanged') return undefined;
    if (examination === undefined) return nothing;
    const { document, known, before } = examination;
    const examined = examination.examine(document);
    const named = 'problems' in known ? undefined : known;
    const { builtin } = named ?? {};
    return {
      ...nothing,
      template: named && { file: named.file, ...(builtin !== undefined && { builtin }) },
      findings: examined.findings
        .filter(isNewSince(before))
        .map((finding) => toPlaced(finding, document.lines, named?.template)),
      progress: examined.progress,
      ...(before !== undefined && { before: before.progress }),
    };
  } catch (error) {
    if (error instanceof GitTrouble) throw error;
    checking.complain(`“${file}” could not be checked: ${wordsOf(error)}`);
    return nothing;
  }
}

function toPlaced(finding: Finding, lines: LineIndex, template: SpecTemplate | undefined): PlacedFinding {
  const { rule, severity, message, key, spec, span, related = [] } = finding;
  return {
    rule,
    severity,
    message,
    key,
    start: lines.positionAt(span.start),
    end: lines.positionAt(span.end),
    section: spec?.name,
    asked: spec && template && lineOf(template, spec),
    related: related.map((note) => placed(note, lines)),
  };
}

function placed({ span, message }: Note, lines: LineIndex): Placed {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end), message };
}
