/** Random texts against what always holds: nothing throws, and every place lies in the text. `FUZZ=50 npm test -- property` tries fifty times as many. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { contextOf, findAll } from './check.ts';
import { inside, place } from './places.ts';
import { anySpec, anyTemplate, anyText, times } from './random.ts';

const document = fc.oneof(anyText(), anySpec(core.builtinTemplate));
const builtin = core.parseTemplate(core.builtinTemplate);
const pair = anyTemplate().chain((template) => fc.tuple(fc.constant(template), fc.oneof(anyText(), anySpec(template))));

describe('whatever the texts', () => {
  it('everything answers, and every span lies in the text', () => {
    fc.assert(
      fc.property(pair, fc.nat(200), ([template, text], at) => everything(template, text, Math.min(at, text.length))),
      { numRuns: 150 * times },
    );
  });

  it('everything answers for every start of every example', () => {
    for (const { docs } of core.rules) {
      for (const { template, before } of docs.examples) {
        for (let end = 0; end < before.length; end += 7) everything(template, before.slice(0, end), end);
        for (let end = 0; end < template.length; end += 7) everything(template.slice(0, end), before, end);
      }
    }
  });

  it('what is offered for completion lies on the line that it is asked for, and brings the line breaks of the text', () => {
    fc.assert(
      fc.property(pair, ([template, text]) => completionsEverywhere(template, text)),
      { numRuns: 20 * times },
    );
  });

  it('the same texts give the same findings', () => {
    fc.assert(
      fc.property(pair, ([template, text]) =>
        deepEqual(plain(findAll(contextOf(template, text))), plain(findAll(contextOf(template, text)))),
      ),
      { numRuns: 40 * times },
    );
  });

  it('no severity but `off` changes what is found', () => {
    fc.assert(
      fc.property(pair, ([template, text]) => {
        const places = (stage: core.Stage) =>
          findAll(contextOf(template, text), stage).map(({ rule, key, span }) => ({ rule, key, span }));
        deepEqual(places('draft'), places('ready'));
      }),
      { numRuns: 40 * times },
    );
  });

  it('names of files are answered too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), document, (path, text) => {
        core.isNeverSpec(path);
        core.isTemplatePath(path);
        core.looksLikeSpec(core.parseDocument(text), builtin, path);
      }),
      { numRuns: 40 * times },
    );
  });
});

/** Asks everything there is, twice where it has two ways, and looks at every place that is answered. */
function everything(template: string, text: string, offset: number): void {
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
  for (const bound of core.allBound(context.binding)) {
    inside(text, bound.after, 'after');
    place(text, bound.insertAt, 'insertAt');
    for (const { opening } of bound.matches) inside(text, opening, 'opening');
    core.statusOf(bound);
    core.isAnswered(bound);
  }
  const { done, of } = core.progress(context.binding);
  ok(0 <= done && done <= of);
  for (const stage of ['draft', 'ready'] as const) {
    for (const finding of findAll(context, stage)) {
      inside(text, finding.span, finding.rule);
      for (const { span } of finding.related ?? []) inside(text, span, `related of ${finding.rule}`);
      for (const { edits, name } of finding.fixes())
        for (const { span } of edits) inside(text, span, `${finding.rule}/${name}`);
    }
  }
  features(context, offset);
}

function features(context: core.RuleContext, offset: number): void {
  const { document } = context;
  const { text } = document;
  const hovered = core.hover(context, offset);
  if (hovered !== undefined) inside(text, hovered.span, 'hover');
  for (const { span, newText, selection } of core.completions(context, offset)) {
    inside(text, span, 'completion');
    inside(newText, selection, 'selection of a completion');
  }
  for (const { at, text: shown } of core.inlays(context)) {
    place(text, at, 'an inlay');
    ok(shown !== '' && !/[\r\n]/.test(shown), 'an inlay on one line');
  }
  for (const { span } of core.lenses(context)) inside(text, span, 'a lens');
  for (const { from } of core.definitions(context, offset)) inside(text, from, 'a definition');
  for (const item of flat(core.outline(context)))
    for (const span of [item.span, item.nameSpan, ...flat(item.entries).map((entry) => entry.span)])
      if (span !== undefined) inside(text, span, 'outline');
  for (const target of [offset, ...Array.from(core.allSpecs(context.template.sections), ({ path }) => path)]) {
    const marked = core.markNotApplicable(context, target);
    if ('edits' in marked) for (const { span } of marked.edits) inside(text, span, 'not applicable');
  }
  for (const item of [...flat(core.symbols(document, context)), ...flat(core.symbols(document, undefined))]) {
    for (const span of [item.span, item.nameSpan]) inside(text, span, `symbol “${item.name}”`);
  }
  for (const { startLine, endLine } of core.folds(document))
    ok(0 <= startLine && startLine < endLine && endLine < document.lines.count, 'a fold of no lines');
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
  for (const { selection } of core.openSections(context)) inside(text, selection, 'an open section');
  for (const direction of ['next', 'previous'] as const) core.openSection(context, offset, direction);
  for (const body of ['guidance', 'not-applicable'] as const) {
    const { edits, selection } = core.insertion(context, () => true, body);
    for (const { span } of edits) inside(text, span, 'insertion');
    if (selection !== undefined) inside(core.applyEdits(text, edits), selection, 'selection of an insertion');
  }
  for (const { span } of [core.disableHere(document, 'missing-section', offset), core.notASpec(document)])
    inside(text, span, 'a directive to put in');
  const said = core.directiveOf(document);
  if (said !== undefined) inside(text, said.span, 'directive');
  for (const instructions of ['keep', 'omit'] as const) {
    const started = core.scaffold(context.template, { title: '$1 “🙂”', instructions });
    inside(started.text, started.selection, 'selection of a scaffold');
  }
}

function completionsEverywhere(template: string, text: string): void {
  const context = contextOf(template, text);
  const { lines } = context.document;
  const ends = new Set(text.match(/\r\n|\r|\n/g) ?? ['\n']);
  for (let offset = 0; offset <= text.length; offset++) {
    // No editor has a cursor within a line break or a character.
    if (/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1))) continue;
    const found = core.completions(context, offset, { today: '2026-11-23', shapes: true });
    for (const { label, span, newText, holes, selection } of found) {
      inside(text, span, label);
      ok(span.start <= offset && offset <= span.end, `${label}: the cursor at ${offset} is outside`);
      equal(lines.lineAt(span.start), lines.lineAt(span.end), `${label}: more than a line`);
      let last = 0;
      for (const part of [...holes.map((hole) => hole.span), selection].sort((a, b) => a.start - b.start)) {
        inside(newText, part, `a place in ${label}`);
        ok(last <= part.start, `${label}: places overlap`);
        last = part.end;
      }
      for (const [end] of newText.matchAll(/\r\n|\r|\n/g)) ok(ends.has(end), `${label}: ${JSON.stringify(end)}`);
    }
  }
}

function plain(found: readonly core.Finding[]): unknown {
  return found.map(({ rule, severity, message, key, span, fixes }) => ({
    rule,
    severity,
    message,
    key,
    span,
    fixes: fixes(),
  }));
}

function flat<Item extends { readonly children: readonly Item[] }>(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flat(item.children)]);
}
