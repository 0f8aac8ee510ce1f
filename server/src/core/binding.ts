/** The template laid over a document: who answers to whom, what is missing, where it would go. */
import { readFor, readInSteps } from './bold-reading.ts';
import { placedInSteps, type SpecDocument } from './document.ts';
import { Kept } from './kept.ts';
import { type Binding, type BoundSection, boundIn, LaidBinding, LaidMatch, type Laying } from './laid-sections.ts';
import { isMoved } from './moved.ts';
import { documentTitle, instructionSections } from './not-asked.ts';
import { passedBy } from './passed-by.ts';
import { matched } from './rematch.ts';
import { isLong } from './status.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import { allSpecs, type SpecTemplate, topSections } from './template.ts';

export { type Binding, type BoundSection, type Match, type SectionStatus, statusOf } from './laid-sections.ts';

/** Never throws. The last answer for a document is kept: recognition and check ask for the same. */
export function bind(template: SpecTemplate, document: SpecDocument): Binding {
  return atOnce(bindInSteps(template, document));
}

/** The same, and stops behind some hundreds of headings. */
export function* bindInSteps(template: SpecTemplate, document: SpecDocument): Steps<Binding> {
  yield* placedInSteps(document);
  const read = yield* readInSteps(template, document);
  return yield* lastBound.getInSteps(read, template, () => bindAnew(template, read));
}

const lastBound = new Kept<SpecTemplate, Binding>();

/**
 * Works out what many ask for: the status of each section that answers to one of the template's, and which of very many answer
 * to none. Stops behind each, or behind some hundreds.
 */
export function* statusesInSteps(binding: Binding): Steps<Binding> {
  yield* findUnknown(binding);
  for (const { matches } of binding.all) {
    for (const match of matches) {
      if (match instanceof LaidMatch && isLong(match.section)) yield* match.workOutStatus();
      else void match.status;
      if (areMany(match.section.children.length)) yield* findUnknown(match.inner);
      yield;
    }
  }
  return binding;
}

function* findUnknown(binding: Binding): Steps<void> {
  if (binding instanceof LaidBinding) yield* binding.findUnknown();
}

/** What rules and features are given: the document read as the template wants it, and the one laid over the other. Never throws. */
export function contextOf(template: SpecTemplate, document: SpecDocument): Laid {
  const read = readFor(template, document);
  return { document: read, template, binding: bind(template, read) };
}

export interface Laid {
  readonly document: SpecDocument;
  readonly template: SpecTemplate;
  readonly binding: Binding;
}

function* bindAnew(template: SpecTemplate, document: SpecDocument): Steps<Binding> {
  if (isMoved(document)) return { bound: [], all: [], unknown: [] };
  const title = documentTitle(template, document);
  const tops = topSections(document, title);
  const { level, claimed } = yield* matched(template, document, tops, () => instructionSections(template, tops));
  let passed: ReadonlySet<BoundSection> | undefined;
  const isPassedBy = (bound: BoundSection) => {
    passed ??= passedBy(binding.all);
    return passed.has(bound);
  };
  const specs = Array.from(allSpecs(template.sections));
  const isForm = template.kind === 'form';
  if (areMany(claimed.size)) yield;
  const laid: Laying = { document, specs, claimed, isForm, isPassedBy };
  const binding = new LaidBinding(laid, level, yield* boundIn(laid, level, undefined));
  yield* layInner(binding);
  return binding;
}

/** What stands in sections is laid when somebody asks, and here where that takes long. */
function* layInner({ bound }: Binding): Steps<void> {
  for (const { spec, matches } of bound) {
    if (spec.children.length === 0 || !areMany(matches.length)) continue;
    for (const [at, { inner }] of matches.entries()) {
      void inner.all;
      if (isPause(at)) yield;
    }
  }
}
