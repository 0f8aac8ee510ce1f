/** All that can be asked of a document under a template, and whether what is answered can be. */
import { equal, ok } from 'node:assert/strict';
import * as core from '../src/core/index.ts';
import { contextOf, findAll } from './check.ts';
import { inside, place } from './places.ts';

export interface EverythingOptions {
  /** Told what is asked next. */
  readonly asking?: (what: string) => void;
  /** Of how many findings the fixes are worked out, and how many sections are marked as not applicable; all unless said. */
  readonly mostFixed?: number;
}

/** Asks everything there is, twice where it has two ways, and looks at every place that is answered. */
export function everything(
  template: string,
  text: string,
  offset: number,
  { asking = () => {}, mostFixed = Number.POSITIVE_INFINITY }: EverythingOptions = {},
): void {
  asking('context');
  const context = contextOf(template, text);
  const { document } = context;
  for (const section of [document.root, ...core.allSections(document.root)]) {
    for (const part of [section.heading, section.body, section.span, ...section.blocks.map(({ span }) => span)])
      inside(text, part, `section “${section.title}”`);
    for (const { prose } of section.blocks) equal(typeof prose, 'string');
  }
  inside(template, context.template.instructions, 'instructions');
  for (const { span } of context.template.problems) inside(template, span, 'a problem');
  for (const spec of core.allSpecs(context.template.sections)) {
    inside(template, spec.heading, spec.path);
    core.lineOf(context.template, spec);
  }
  for (const bound of context.binding.all) {
    inside(text, bound.after, 'after');
    place(text, bound.insertAt, 'insertAt');
    for (const { opening } of bound.matches) inside(text, opening, 'opening');
    core.statusOf(bound);
    core.isAnswered(bound);
  }
  const { done, of } = core.progress(context.binding);
  ok(0 <= done && done <= of);
  for (const stage of ['draft', 'ready'] as const) {
    asking(`check as ${stage}`);
    for (const [index, finding] of findAll(context, stage).entries()) {
      inside(text, finding.span, finding.rule);
      for (const { span } of finding.related ?? []) inside(text, span, `related of ${finding.rule}`);
      if (mostFixed <= index) continue;
      for (const { edits, name } of finding.fixes())
        for (const { span } of edits) inside(text, span, `${finding.rule}/${name}`);
    }
  }
  features(context, offset, { asking, mostFixed });
}

function features(context: core.RuleContext, offset: number, { asking, mostFixed }: Required<EverythingOptions>): void {
  const { document } = context;
  const { text } = document;
  asking('hover');
  const hovered = core.hover(context, offset);
  if (hovered !== undefined) inside(text, hovered.span, 'hover');
  asking('completion');
  for (const { span, newText, selection } of core.completions(context, offset)) {
    inside(text, span, 'completion');
    inside(newText, selection, 'selection of a completion');
  }
  asking('inlays');
  for (const { at, text: shown } of core.inlays(context)) {
    place(text, at, 'an inlay');
    ok(shown !== '' && !/[\r\n]/.test(shown), 'an inlay on one line');
  }
  asking('lenses');
  for (const { span } of core.lenses(context)) inside(text, span, 'a lens');
  asking('definition');
  for (const { from } of core.definitions(context, offset)) inside(text, from, 'a definition');
  asking('outline');
  for (const item of flat(core.outline(context)))
    for (const span of [item.span, item.nameSpan, ...flat(item.entries).map((entry) => entry.span)])
      if (span !== undefined) inside(text, span, 'outline');
  asking('changes of sections');
  const changed = core.sectionChanges(core.contextOf(context.template, core.parseDocument('')), context);
  ok(changed.every(({ before, after }) => before !== after));
  asking('not applicable');
  const paths = Array.from(core.allSpecs(context.template.sections), ({ path }) => path);
  for (const target of [offset, ...paths.slice(0, mostFixed)]) {
    const marked = core.markNotApplicable(context, target);
    if ('edits' in marked) for (const { span } of marked.edits) inside(text, span, 'not applicable');
  }
  asking('symbols');
  for (const item of [...flat(core.symbols(document, context)), ...flat(core.symbols(document, undefined))]) {
    for (const span of [item.span, item.nameSpan]) inside(text, span, `symbol “${item.name}”`);
  }
  asking('folds');
  for (const { startLine, endLine } of core.folds(document))
    ok(0 <= startLine && startLine < endLine && endLine < document.lines.count, 'a fold of no lines');
  asking('tokens');
  let last = 0;
  for (const { span, kind } of core.tokens(context)) {
    inside(text, span, kind);
    ok(
      last <= span.start &&
        span.start < span.end &&
        document.lines.lineAt(span.start) === document.lines.lineAt(span.end),
      `token ${kind}`,
    );
    last = span.end;
  }
  asking('open sections');
  for (const { selection } of core.openSections(context)) inside(text, selection, 'an open section');
  for (const direction of ['next', 'previous'] as const) core.openSection(context, offset, direction);
  asking('insertion');
  for (const body of ['guidance', 'not-applicable'] as const) {
    const { edits, selection } = core.insertion(context, () => true, body);
    for (const { span } of edits) inside(text, span, 'insertion');
    if (selection !== undefined) inside(core.applyEdits(text, edits), selection, 'selection of an insertion');
  }
  asking('post');
  ok(!/\r|^\s*\n|\s$/.test(core.post(context).body), 'a post with blank lines around it, or others than ours');
  asking('directives');
  for (const { span } of [core.disableHere(document, 'missing-section', offset), core.notASpec(document)])
    inside(text, span, 'a directive to put in');
  const said = core.directiveOf(document);
  if (said !== undefined) inside(text, said.span, 'directive');
  asking('scaffold');
  for (const instructions of ['keep', 'omit'] as const) {
    const started = core.scaffold(context.template, { title: '$1 “🙂”', instructions });
    inside(started.text, started.selection, 'selection of a scaffold');
  }
}

function flat<Item extends { readonly children: readonly Item[] }>(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
