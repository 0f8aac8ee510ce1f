/** Findings for programs. The shape is a promise: what is added keeps `version`, what is changed raises it. */
import type { Severity } from '../../core/index.ts';
import { builtinName, defaultBuiltin } from '../../lsp/builtin.ts';
import type { CheckedDocument, PlacedFinding, ReportFormat, TemplateName } from './checked.ts';

export interface JsonReport {
  readonly version: 1;
  readonly documents: readonly JsonDocument[];
}

export interface JsonDocument {
  readonly file: string;
  /** The template's file, `built-in` for the built-in tech spec, `builtin:NAME` for another, or null where the document is no spec. */
  readonly template: string | null;
  readonly findings: readonly JsonFinding[];
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

function toJsonDocument({ file, template, findings }: CheckedDocument): JsonDocument {
  return {
    file,
    template: template === undefined ? null : nameOf(template),
    findings: findings.map(toJsonFinding),
  };
}

function nameOf({ file, builtin }: TemplateName): string {
  if (file !== undefined) return file;
  return builtin === undefined || builtin === builtinName(defaultBuiltin) ? 'built-in' : builtin;
}

function toJsonFinding({ rule, severity, message, section, start, end }: PlacedFinding): JsonFinding {
  return {
    rule,
    severity,
    message,
    section: section ?? null,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
