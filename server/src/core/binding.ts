/** The template laid over a document: who answers to whom, what is missing, where it would go. */
import { readFor, readInSteps } from './bold-reading.ts';
import { placedInSteps, type Section, type SpecDocument } from './document.ts';
import { Kept } from './kept.ts';
import { type Found, type Level, unclaimed } from './matching-titles.ts';
import { isMoved } from './moved.ts';
import {
  amongThem,
  firstOf,
  isAmong,
  lastOf,
  levelAt,
  levelIn,
  type Parent,
  type Place,
  placeOf,
  shiftOf,
  usualShift,
} from './new-place.ts';
import { documentTitle, instructionSections } from './not-asked.ts';
import { passedBy } from './passed-by.ts';
import { matched } from './rematch.ts';
import type { Answering } from './section-answer.ts';
import { isLong, type SectionStatus, sectionStatus, sectionStatusInSteps } from './status.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import { allSpecs, type SectionSpec, type SpecTemplate, topSections } from './template.ts';
import type { Span } from './text/span.ts';

export type { SectionStatus } from './status.ts';

/** Worked out once, read by every rule and feature. */
export interface Binding {
  /** One a template section, in its order. */
  readonly bound: readonly BoundSection[];
  /** At every depth, in the template's order; subsections of a missing section are left out. */
  readonly all: readonly BoundSection[];
  /** Sections that answer to nothing. */
  readonly unknown: readonly Section[];
}

export interface BoundSection extends Place {
  readonly spec: SectionSpec;
  /** In document order: none means missing. */
  readonly matches: readonly Match[];
  /** The template's section before it among its siblings that is there, else the last required one: undefined where it comes first. */
  readonly follows: SectionSpec | undefined;
  /** The template's section that it stands in, where none of its siblings before it is there. */
  readonly under: SectionSpec | undefined;
  /** How deep its heading is, or would be: the template's depth, shifted with its parent. */
  readonly level: number;
  /** A later section of the template has been written. */
  readonly passedBy: boolean;
}

export interface Match {
  readonly section: Section;
  /** A likeness counts as found, and is reported as misnamed. */
  readonly by: 'title' | 'alias' | 'likeness';
  /** Words of the answer that stand in the heading, behind the template's title and a colon: empty for most. */
  readonly opening: Span;
  readonly status: Exclude<SectionStatus, 'missing'>;
  /** The template's subsections, laid over this section's. */
  readonly inner: Binding;
}

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
  const binding = new LaidBinding({ document, specs, claimed, isForm, isPassedBy }, level, undefined);
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

/** The one status of a template's section: its first match's, or missing. */
export function statusOf({ matches }: BoundSection): SectionStatus {
  return matches[0]?.status ?? 'missing';
}

interface Laying {
  readonly document: SpecDocument;
  /** All of the template's. */
  readonly specs: readonly SectionSpec[];
  readonly claimed: ReadonlySet<Section>;
  /** Of a GitHub issue form, where a heading's depth is GitHub's choice: documents have their own. */
  readonly isForm: boolean;
  isPassedBy(bound: BoundSection): boolean;
}

class LaidBinding implements Binding {
  readonly bound: readonly BoundSection[];
  readonly #laid: Laying;
  readonly #matched: Level;
  #all: readonly BoundSection[] | undefined;
  #unknown: readonly Section[] | undefined;

  constructor(laid: Laying, matched: Level, parent: Parent | undefined) {
    this.bound = 0 < matched.slots.length ? boundIn(laid, matched, parent) : [];
    this.#laid = laid;
    this.#matched = matched;
  }

  /** Nearly every rule walks through them. */
  get all(): readonly BoundSection[] {
    if (this.#all === undefined) {
      const all: BoundSection[] = [];
      for (const each of this.bound) {
        all.push(each);
        if (each.spec.children.length === 0) continue;
        for (const { inner } of each.matches) for (const one of inner.all) all.push(one);
      }
      this.#all = all;
    }
    return this.#all;
  }

  get unknown(): readonly Section[] {
    this.#unknown ??= this.#matched.siblings.filter((section) => !this.#laid.claimed.has(section));
    return this.#unknown;
  }

  /** Of very many, in steps. */
  *findUnknown(): Steps<void> {
    const { siblings } = this.#matched;
    if (this.#unknown !== undefined || !areMany(siblings.length)) return;
    this.#unknown = yield* unclaimed(this.#laid, siblings);
  }
}

function boundIn(laid: Laying, { slots, siblings }: Level, parent: Parent | undefined): readonly BoundSection[] {
  const among = amongThem(slots, siblings);
  const shift = shiftOf(slots, among, parent);
  const floating = laid.isForm && parent === undefined ? usualShift(slots) : undefined;
  return slots.map((slot, at) => {
    const { found, spec } = slot;
    const above = slots.slice(0, at);
    const before = above.findLast((each) => isAmong(each, among));
    const next = slots.slice(at + 1).find((each) => isAmong(each, among));
    const usual = placeOf(laid.document, before && lastOf(before, among), next && firstOf(next, among), parent);
    // Where all stand at another depth, the one before it is no sibling, and yet what it would follow.
    const earlier = slots
      .slice(0, at)
      .findLast((each) => 0 < each.found.length)
      ?.found.at(-1)?.section;
    const place = earlier?.span.end === usual.insertAt ? { ...usual, after: earlier.heading } : usual;
    const owed = above.findLast((each) => each.spec.required || 0 < each.found.length);
    const level = levelIn(spec, parent) + (floating ?? 0);
    return new LaidSection(laid, {
      spec,
      matches: found.map((each) => new LaidMatch(laid, each, spec)),
      ...place,
      follows: (before ?? owed)?.spec,
      under: before === undefined ? parent?.spec : undefined,
      level:
        0 < found.length
          ? level
          : levelAt(place.insertAt, siblings, laid.claimed, level + (floating === undefined ? shift : 0)),
    });
  });
}

class LaidSection implements BoundSection {
  readonly spec: SectionSpec;
  readonly matches: readonly Match[];
  readonly after: Span;
  readonly follows: SectionSpec | undefined;
  readonly under: SectionSpec | undefined;
  readonly insertAt: number;
  readonly level: number;
  readonly #laid: Laying;

  constructor(laid: Laying, { spec, matches, after, follows, under, insertAt, level }: Omit<BoundSection, 'passedBy'>) {
    this.spec = spec;
    this.matches = matches;
    this.after = after;
    this.follows = follows;
    this.under = under;
    this.insertAt = insertAt;
    this.level = level;
    this.#laid = laid;
  }

  get passedBy(): boolean {
    return this.#laid.isPassedBy(this);
  }
}

class LaidMatch implements Match {
  readonly section: Section;
  readonly by: Match['by'];
  readonly opening: Span;
  readonly #laid: Laying;
  readonly #spec: SectionSpec;
  readonly #within: Level;
  #inner: Binding | undefined;
  #status: Match['status'] | undefined;

  constructor(laid: Laying, { section, by, opening, inner }: Found, spec: SectionSpec) {
    this.section = section;
    this.by = by;
    this.opening = opening;
    this.#laid = laid;
    this.#spec = spec;
    this.#within = inner;
  }

  /** Of most nobody asks for it. */
  get inner(): Binding {
    this.#inner ??= new LaidBinding(this.#laid, this.#within, { spec: this.#spec, section: this.section });
    return this.#inner;
  }

  /** Worked out when first asked for: to recognise a document takes none. */
  get status(): Match['status'] {
    this.#status ??= sectionStatus(this.#answering, this.#laid.specs);
    return this.#status;
  }

  *workOutStatus(): Steps<void> {
    this.#status ??= yield* sectionStatusInSteps(this.#answering, this.#laid.specs);
  }

  get #answering(): Answering {
    return { document: this.#laid.document, spec: this.#spec, section: this.section, opening: this.opening };
  }
}
