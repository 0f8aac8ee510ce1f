/** One document, checked: plain data for the reports. */
import {
  type Edit,
  type Finding,
  type Fix,
  type LineIndex,
  lineOf,
  type Note,
  type SpecTemplate,
  sectionChanges,
} from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import type { CheckedDocument, Placed, PlacedEdit, PlacedFinding, PlacedFix } from '../report/checked.ts';
import { type Checking, type Examined, examinationOf, fixesFrom, isNewSince, wordsOf } from './examination.ts';
import type { Source } from './sources.ts';

/**
 * Undefined for a document that has not changed. What goes wrong with one document is told, and the next one gets its
 * turn; only where git cannot help there is nothing to compare any of them with: rejects with `GitTrouble`.
 */
export async function checkOne(
  source: Source,
  checking: Checking,
  { withFixes }: { readonly withFixes: boolean },
): Promise<CheckedDocument | undefined> {
  const { file, path } = source;
  const { complain } = checking;
  const nothing = { file, path, template: undefined, findings: [], progress: undefined };
  try {
    const examination = await examinationOf(source, checking);
    if (examination === 'unchanged') return undefined;
    if (examination === undefined) return nothing;
    const { document, known, before } = examination;
    const examined = examination.examine(document);
    const named = 'problems' in known ? undefined : known;
    const { builtin } = named ?? {};
    const findings = examined.findings.filter(isNewSince(before)).map((finding) => ({
      ...toPlaced(finding, document.lines, named?.template),
      ...(withFixes && { fixes: toPlacedFixes(fixesFrom(finding, file, complain), document.lines) }),
    }));
    return {
      ...nothing,
      template: named && { file: named.file, ...(builtin !== undefined && { builtin }) },
      findings,
      progress: examined.progress,
      ...(before !== undefined && { before: before.progress, changes: changesOf(before, examined) }),
    };
  } catch (error) {
    if (error instanceof GitTrouble) throw error;
    complain(`“${file}” could not be checked: ${wordsOf(error)}`);
    return nothing;
  }
}

function changesOf(before: Examined, after: Examined) {
  return before.context === undefined || after.context === undefined
    ? []
    : sectionChanges(before.context, after.context);
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
    // What an earlier text of the template said has no line in it today.
    asked: spec && template && spec.document === template.skeleton ? lineOf(template, spec) : undefined,
    related: related.map((note) => placed(note, lines)),
  };
}

function placed({ span, message }: Note, lines: LineIndex): Placed {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end), message };
}

/** What moves half a document about is left to editors: a report holds it once for each finding. */
const longestFix = 20_000;

function toPlacedFixes(fixes: readonly Fix[], lines: LineIndex): readonly PlacedFix[] {
  return fixes
    .filter(({ edits }) => 0 < edits.length && lengthOf(edits) <= longestFix)
    .map(({ title, safe, edits }) => ({ title, safe, edits: toPlacedEdits(edits, lines) }));
}

function lengthOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, { newText }) => sum + newText.length, 0);
}

function toPlacedEdits(edits: readonly Edit[], lines: LineIndex): readonly PlacedEdit[] {
  return edits
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, newText }) => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end), newText }));
}
