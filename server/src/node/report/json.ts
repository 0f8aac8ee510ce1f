/** Findings for programs. The shape is a promise: what is added keeps `version`, what is changed raises it. */
import type { Severity } from '../../core/index.ts';
import { builtinName, defaultBuiltin } from '../../lsp/builtin.ts';
import type { CheckedDocument, PlacedFinding, PlacedFix, ReportFormat, TemplateName } from './checked.ts';

export interface JsonReport {
  readonly version: 1;
  readonly documents: readonly JsonDocument[];
}

export interface JsonDocument {
  readonly file: string;
  /** The template's file, `built-in` for the built-in tech spec, `builtin:NAME` for another, or null where the document is no spec. */
  readonly template: string | null;
  readonly findings: readonly JsonFinding[];
  /** Of the sections that the template requires, or null where the document is no spec. */
  readonly answered: { readonly done: number; readonly of: number } | null;
}

/** Lines and columns count from one, columns in UTF-16 code units; the end is the first column behind. */
export interface JsonFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The template's heading concerned, without its final colon. */
  readonly section: string | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The template's line that asks for it, where one does. */
  readonly templateLine: number | null;
  /** Each of them mends it; the best one first. None where an answer is to be written. */
  readonly fixes: readonly JsonFix[];
}

export interface JsonFix {
  readonly title: string;
  /** Nothing that an author wrote is dropped or reworded. */
  readonly safe: boolean;
  /** In document order; all of them belong together, and none overlaps another. To be applied from the last to the first. */
  readonly edits: readonly JsonEdit[];
}

/** `text` takes the place of what stands there; nothing does where start and end are the same. */
export interface JsonEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

export function jsonFormat(): ReportFormat {
  const documents: JsonDocument[] = [];
  return {
    document: (checked) => {
      documents.push(toJsonDocument(checked));
      return '';
    },
    end: () => `${JSON.stringify({ version: 1, documents } satisfies JsonReport, undefined, 2)}\n`,
  };
}

function toJsonDocument({ file, template, findings, progress }: CheckedDocument): JsonDocument {
  return {
    file,
    template: template === undefined ? null : nameOf(template),
    findings: findings.map(toJsonFinding),
    answered: progress ?? null,
  };
}

function nameOf({ file, builtin }: TemplateName): string {
  if (file !== undefined) return file;
  return builtin === undefined || builtin === builtinName(defaultBuiltin) ? 'built-in' : builtin;
}

function toJsonFinding(finding: PlacedFinding): JsonFinding {
  const { rule, severity, message, section, asked, fixes = [] } = finding;
  return {
    rule,
    severity,
    message,
    section: section ?? null,
    ...toJsonPlace(finding),
    templateLine: asked === undefined ? null : asked + 1,
    fixes: fixes.map(toJsonFix),
  };
}

function toJsonFix({ title, safe, edits }: PlacedFix): JsonFix {
  return { title, safe, edits: edits.map((edit) => ({ ...toJsonPlace(edit), text: edit.newText })) };
}

function toJsonPlace({ start, end }: Pick<PlacedFinding, 'start' | 'end'>) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
