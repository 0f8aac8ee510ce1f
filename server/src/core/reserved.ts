/** Findings that no rule makes, under ids that no rule may take. */
import type { Finding } from './check.ts';
import type { ConfigProblem } from './config.ts';
import type { SpecDocument } from './document.ts';
import type { Severity } from './rules/rule.ts';
import type { Note, Span } from './text/span.ts';

/** Those that a report may have, with what each is about. */
export const reservedRules: readonly { readonly id: string; readonly summary: string; readonly severity: Severity }[] =
  [
    { id: 'too-large', summary: 'A document that is too large to be checked.', severity: 'information' },
    {
      id: 'template-problem',
      summary: 'A template that states something badly, or is not there.',
      severity: 'warning',
    },
    {
      id: 'configuration-problem',
      summary: 'A `.tech-spec.json` that says what is not known, or what has no effect.',
      severity: 'error',
    },
    {
      id: 'template-drift',
      summary: 'A template that has gained sections since the document was added.',
      severity: 'information',
    },
  ];

/** Above it, in UTF-16 code units, a document is not checked. */
export const mostChecked = 10 * 1024 * 1024;

export function tooLarge(document: SpecDocument): Finding {
  return ofAll(document, 'too-large', 'The document is larger than 10 MiB and is not checked');
}

/** `shown` of `all` findings, or of more: only editors are told. */
export function tooMany(document: SpecDocument, shown: number, all: number, isMore: boolean): Finding {
  const count = isMore ? `at least ${all}` : all;
  return ofAll(document, 'too-many', `${shown} of ${count} findings are shown: \`tech-spec check\` lists all`);
}

/** On the first heading: editors show what stands on nothing badly. */
function ofAll({ root, lines }: SpecDocument, rule: string, message: string): Finding {
  return reserved(rule, 'information', root.children[0]?.heading ?? { start: 0, end: lines.endOf(0) }, message);
}

/** What a template states badly, or a document's own word for a template that leads to none. */
export function templateProblem({ span, message }: Note): Finding {
  return reserved('template-problem', 'warning', span, message);
}

/** What in a configuration cannot be understood, or has no effect. */
export function configurationProblem({ span, message, severity }: ConfigProblem): Finding {
  return reserved('configuration-problem', severity, span, message);
}

export function reserved(rule: string, severity: Severity, span: Span, message: string): Finding {
  return { rule, severity, message, span, key: message, fixes: () => [] };
}
