/** Findings → diagnostics. */
import * as lsp from 'vscode-languageserver';
import * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import { rulePage } from '../rule-page.ts';
import type { Context } from '../workspace.ts';
import { type Lines, templateUriOf, toRange } from './places.ts';

const { Error: error, Warning: warning, Information: information, Hint: hint } = lsp.DiagnosticSeverity;
const severities = { error, warning, information, hint } satisfies Record<core.Severity, lsp.DiagnosticSeverity>;

type LaidUnder = Pick<Context, 'document' | 'source'>;

/** Of a document that is laid under its template; stops at each. */
export function* toDiagnostics(
  uri: string,
  context: LaidUnder,
  findings: readonly core.Finding[],
  capabilities: Capabilities,
): core.Steps<lsp.Diagnostic[]> {
  const diagnostics: lsp.Diagnostic[] = [];
  for (const finding of findings) {
    yield;
    diagnostics.push(toDiagnostic(uri, context.document, finding, capabilities, context));
  }
  return diagnostics;
}

/** Whatever is found in a document; `context` where a template asks for it. */
export function toDiagnostic(
  uri: string,
  document: Lines,
  finding: core.Finding,
  capabilities: Capabilities,
  context?: LaidUnder,
): lsp.Diagnostic {
  const { rule, severity, message, span, key } = finding;
  const related = capabilities.relatedInformation ? relatedTo(uri, document, finding, capabilities, context) : [];
  // Fading suits what is superfluous and harmless: anything louder must be seen.
  const isFaded = capabilities.diagnosticTags && rule === 'leftover-guidance' && severity === 'hint';
  return {
    range: toRange(document, span),
    severity: severities[severity],
    source: 'tech-spec',
    code: rule,
    ...(isRule(rule) && { codeDescription: { href: rulePage(rule) } }),
    message,
    data: { rule, key },
    ...(0 < related.length && { relatedInformation: related }),
    ...(isFaded && { tags: [lsp.DiagnosticTag.Unnecessary] }),
  };
}

/** Ids that are reserved have no page. */
function isRule(id: string): boolean {
  return core.rules.some((rule) => rule.id === id);
}

function relatedTo(
  uri: string,
  document: Lines,
  { spec, related = [] }: core.Finding,
  capabilities: Capabilities,
  context: LaidUnder | undefined,
): lsp.DiagnosticRelatedInformation[] {
  const notes = related.map(({ span, message }) => ({ location: { uri, range: toRange(document, span) }, message }));
  const template = context && templateUriOf(context, capabilities);
  if (spec === undefined || context === undefined || template === undefined) return notes;
  const range = toRange(context.source.schema.document, spec.heading);
  return [...notes, { location: { uri: template, range }, message: `The template asks for “${spec.name}” here` }];
}
