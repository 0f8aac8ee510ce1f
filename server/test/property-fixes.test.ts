/** Random documents, fixed: a fix does what its title says, and nothing else. `FUZZ=50 npm test -- property` tries fifty times as many. */
import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { contextOf, findAll } from './check.ts';
import { place } from './places.ts';
import { anySpec, goodTemplate, times } from './random.ts';

const specs = goodTemplate().chain((template) => fc.tuple(fc.constant(template), anySpec(template)));

describe('whatever is fixed', () => {
  it('a fix removes its finding, and its rule has no more to say than before', () => {
    eachFix((template, text, finding, fix, found) => {
      if (isOneOfSeveral(template, text, finding)) return;
      const fixed = core.applyEdits(text, fix.edits);
      const ofRule = (all: readonly core.Finding[]) => all.filter(({ rule }) => rule === finding.rule);
      const [before, after] = [ofRule(found), ofRule(findings(template, fixed))];
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
      for (const offset of fix.selection === undefined ? [] : [fix.selection.start, fix.selection.end])
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
        const template = core.readTemplate(text, '');
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

function eachFix(verify: Verify): void {
  const property = fc.property(specs, ([template, text]) => {
    const found = findings(template, text);
    for (const finding of found) {
      for (const fix of finding.fixes()) if (0 < fix.edits.length) verify(template, text, finding, fix, found);
    }
  });
  fc.assert(property, { numRuns: 50 * times });
}

/** `found` is all that is found in `text`, `finding` among it. */
type Verify = (
  template: string,
  text: string,
  finding: core.Finding,
  fix: core.Fix,
  found: readonly core.Finding[],
) => void;

/** Of a section that is there twice only the first has a place: when it has moved, the other is the first. */
function isOneOfSeveral(template: string, text: string, { rule, spec }: core.Finding): boolean {
  if (rule !== 'section-order' || spec === undefined) return false;
  const { binding, document } = contextOf(template, text);
  const named = Array.from(core.allSections(document.root)).filter(({ title }) => title.startsWith(spec.name));
  const bound = Array.from(binding.all).find((each) => each.spec.path === spec.path);
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

function findings(template: string, text: string): readonly core.Finding[] {
  return findAll(contextOf(template, text));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
