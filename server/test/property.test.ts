/** Random texts against what always holds: nothing throws, spans lie in the text, fixes do what they say. `FUZZ=50 npm run unit` tries fifty times as many. */
import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { contextOf } from './check.ts';
import { inside, place } from './places.ts';
import { anySpec, anyTemplate, anyText, goodTemplate } from './random.ts';

const times = Number(process.env.FUZZ ?? 1);
const loud = new Map(
  core.rules.map(({ id, severity }) => [id, severity === 'off' ? 'information' : severity] as const),
);
const document = fc.oneof(anyText(), anySpec(core.builtinTemplate));
const builtin = core.parseTemplate(core.builtinTemplate);
const pair = anyTemplate().chain((template) => fc.tuple(fc.constant(template), fc.oneof(anyText(), anySpec(template))));
const specs = goodTemplate().chain((template) => fc.tuple(fc.constant(template), anySpec(template)));

describe('whatever the texts', () => {
  it('everything answers, and every span lies in the text', () => {
    fc.assert(
      fc.property(pair, fc.nat(200), ([template, text], at) => everything(template, text, Math.min(at, text.length))),
      { numRuns: 80 * times },
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

  it('the same texts give the same findings', () => {
    fc.assert(
      fc.property(pair, ([template, text]) =>
        deepEqual(plain(findings(template, text)), plain(findings(template, text))),
      ),
      { numRuns: 40 * times },
    );
  });

  it('no severity but `off` changes what is found', () => {
    fc.assert(
      fc.property(pair, ([template, text]) => {
        const places = (stage: core.Stage) =>
          findings(template, text, stage).map(({ rule, key, span }) => ({ rule, key, span }));
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

describe('whatever is fixed', () => {
  it('a fix removes its finding, and its rule has no more to say than before', () => {
    eachFix((template, text, finding, fix) => {
      if (isOneOfSeveral(template, text, finding)) return;
      const ofRule = (of: string) => findings(template, of).filter(({ rule }) => rule === finding.rule);
      const fixed = core.applyEdits(text, fix.edits);
      const [before, after] = [ofRule(text), ofRule(fixed)];
      const said = `${finding.rule}/${fix.name} of ${finding.key}: ${before.length} before, ${after.length} after\n${JSON.stringify(fixed)}`;
      // A subsection that stands outside its parent is measured by the parent’s level.
      if (finding.rule !== 'section-level') ok(after.length <= before.length, said);
      const alike = (of: readonly core.Finding[]) => of.filter(({ message }) => message === finding.message).length;
      ok(alike(after) < alike(before), said);
    });
  });

  it('its edits do not overlap, and what it selects lies in the text as edited', () => {
    eachFix((_, text, { rule }, fix) => {
      const sorted = fix.edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      for (const [index, { span }] of sorted.entries())
        ok((sorted[index - 1]?.span.end ?? 0) <= span.start, `${rule}/${fix.name} overlaps itself`);
      const { start, end } = fix.selection ?? { start: 0, end: 0 };
      ok(start <= end, `${rule}/${fix.name} selects backwards`);
      for (const offset of [start, end])
        place(core.applyEdits(text, fix.edits), offset, `what ${rule}/${fix.name} selects`);
    });
  });

  it('line ends stay those of the document', () => {
    eachFix((_, text, { rule }, fix) => {
      const kinds = (of: string) => new Set(of.match(/\r\n|\r|\n/g) ?? []);
      const [before, after] = [kinds(text), kinds(core.applyEdits(text, fix.edits))];
      if (before.size === 1) deepEqual(after.size === 0 ? before : after, before, `${rule}/${fix.name}`);
    });
  });

  it('a safe fix keeps every word that is not the template’s', () => {
    eachFix((template, text, { rule }, fix) => {
      if (!fix.safe) return;
      const theirs = new Set(wordsOf(template));
      const own = (of: string) =>
        wordsOf(of)
          .filter((word) => !theirs.has(word))
          .sort();
      deepEqual(own(core.applyEdits(text, fix.edits)), own(text), `${rule}/${fix.name}`);
    });
  });

  it('all safe fixes, one after another, come to an end that stays', () => {
    fc.assert(
      fc.property(specs, ([template, text]) => {
        let current = text;
        for (let round = 0; round < 40; round++) {
          const next = safelyFixed(template, current);
          if (next === current) return;
          current = next;
        }
        fail('Safe fixes go round in circles');
      }),
      { numRuns: 40 * times },
    );
  });

  it('a document that its own template starts lacks no section', () => {
    fc.assert(
      fc.property(goodTemplate(), fc.string(), (text, title) => {
        const template = core.parseTemplate(text);
        const { text: started } = core.scaffold(template, { title, instructions: 'omit' });
        const missing = findings(text, started).filter(({ rule }) => rule === 'missing-section');
        deepEqual(
          missing.map(({ message }) => message),
          [],
        );
      }),
      { numRuns: 60 * times },
    );
  });
});

describe('whatever is edited', () => {
  it('nothing outside the edits changes', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.nat(20), { maxLength: 6 }),
        fc.string({ maxLength: 3 }),
        (text, offsets, newText) => {
          const marks = offsets.map((offset) => Math.min(offset, text.length)).sort((a, b) => a - b);
          const spans = marks.flatMap((start, index) =>
            index % 2 === 0 ? [{ start, end: marks[index + 1] ?? start }] : [],
          );
          const outside = spans.reduceRight(
            (rest, { start, end }) => rest.slice(0, start) + newText + rest.slice(end),
            text,
          );
          equal(
            core.applyEdits(
              text,
              spans.map((span) => ({ span, newText })),
            ),
            outside,
          );
        },
      ),
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
    for (const finding of core.check(context, core.rules, { stage, severities: loud })) {
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
  for (const item of flat(core.outline(context)))
    for (const span of [item.span, item.nameSpan]) if (span !== undefined) inside(text, span, 'outline');
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

function eachFix(verify: (template: string, text: string, finding: core.Finding, fix: core.Fix) => void): void {
  const property = fc.property(specs, ([template, text]) => {
    for (const finding of findings(template, text)) {
      for (const fix of finding.fixes()) if (0 < fix.edits.length) verify(template, text, finding, fix);
    }
  });
  fc.assert(property, { numRuns: 25 * times });
}

/** Of a section that is there twice only the first has a place: when it has moved, the other is the first. */
function isOneOfSeveral(template: string, text: string, { rule, spec }: core.Finding): boolean {
  if (rule !== 'section-order' || spec === undefined) return false;
  const { binding, document } = contextOf(template, text);
  const named = Array.from(core.allSections(document.root)).filter(({ title }) => title.startsWith(spec.name));
  const bound = Array.from(core.allBound(binding)).find((each) => each.spec.path === spec.path);
  return 1 < Math.max(named.length, bound?.matches.length ?? 0);
}

/** The first safe fix that there is, applied. */
function safelyFixed(template: string, text: string): string {
  for (const finding of findings(template, text)) {
    const fix = finding.fixes().find(({ safe, edits }) => safe && 0 < edits.length);
    if (fix !== undefined) return core.applyEdits(text, fix.edits);
  }
  return text;
}

function findings(template: string, text: string, stage: core.Stage = 'ready'): readonly core.Finding[] {
  return core.check(contextOf(template, text), core.rules, { stage, severities: loud });
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

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
