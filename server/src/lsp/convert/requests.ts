/** Answers to our own requests. */
import * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type * as protocol from '../protocol.ts';
import type { Context } from '../workspace.ts';
import { inOrder, toTextEdit } from './edits.ts';
import { templateUriOf, toRange } from './places.ts';

export function toOutline(
  context: Context,
  sections: readonly protocol.OutlineSection[],
  capabilities: Capabilities,
): protocol.Outline {
  const { version, stage, binding, source } = context;
  return {
    version,
    stage,
    template: { name: source.name, uri: templateUriOf(context, capabilities) ?? null },
    progress: core.progress(binding),
    sections,
  };
}

/** Stops behind each. */
export function* toOutlineSections(
  context: OutlineContext,
  items: readonly core.OutlineItem[],
): core.Steps<protocol.OutlineSection[]> {
  const sections: protocol.OutlineSection[] = [];
  for (const item of items) {
    sections.push(yield* toOutlineSection(context, item));
    yield;
  }
  return sections;
}

type OutlineContext = Pick<Context, 'document' | 'stage' | 'template'>;

function* toOutlineSection(context: OutlineContext, item: core.OutlineItem): core.Steps<protocol.OutlineSection> {
  const { document, stage, template } = context;
  const { spec, name, status, span, nameSpan, passedBy, isOpen, takesNotApplicable, entries, children } = item;
  return {
    name,
    path: spec.path,
    status,
    required: spec.required,
    toCome: stage === 'draft' && !passedBy,
    guidance: core.guidanceMarkdown(spec),
    line: core.lineOf(template, spec),
    limit: spec.limits[0]?.said ?? null,
    range: span === undefined ? null : toRange(document, span),
    heading: nameSpan === undefined ? null : toRange(document, nameSpan),
    isOpen,
    takesNotApplicable,
    entries: entries.map((entry) => toOutlineEntry(document, entry)),
    children: yield* toOutlineSections(context, children),
  };
}

function toOutlineEntry(
  document: Context['document'],
  { name, span, children }: core.OutlineEntry,
): protocol.OutlineEntry {
  return { name, range: toRange(document, span), children: children.map((child) => toOutlineEntry(document, child)) };
}

export function toReadiness({
  document,
  binding,
  findings,
}: Pick<Context, 'document' | 'binding' | 'findings'>): protocol.Readiness {
  return {
    progress: core.progress(binding),
    findings: findings.map(({ rule, severity, message, spec, span }) => ({
      rule,
      severity,
      message,
      section: spec?.name ?? null,
      range: toRange(document, span),
    })),
  };
}

/** The selection's lines are those of the text as edited. */
export function toInsertion(
  { version, document }: Pick<Context, 'version' | 'document'>,
  { edits, selection }: core.Insertion,
): protocol.Insertion {
  const edited = { lines: new core.LineIndex(core.applyEdits(document.text, edits)) };
  return {
    version,
    edits: inOrder(edits).map((edit) => toTextEdit(document, edit)),
    selection: selection === undefined ? null : toRange(edited, selection),
  };
}

export function toOpenSection(
  { document }: Context,
  { spec, selection, missing }: core.OpenSection,
): protocol.OpenSection {
  return { name: spec.name, selection: toRange(document, selection), missing };
}
