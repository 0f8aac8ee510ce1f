/** The template's sections laid over a document's: what answers to each, what is missing, where it would go. */
import type { Section, SpecDocument } from './document.ts';
import { type Found, type Level, unclaimed } from './matching-titles.ts';
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
import type { Answering } from './section-answer.ts';
import { type SectionStatus, sectionStatus, sectionStatusInSteps } from './status.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
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

/** The one status of a template's section: its first match's, or missing. */
export function statusOf({ matches }: BoundSection): SectionStatus {
  return matches[0]?.status ?? 'missing';
}

/** The same for all sections of a document. */
export interface Laying {
  readonly document: SpecDocument;
  /** All of the template's. */
  readonly specs: readonly SectionSpec[];
  readonly claimed: ReadonlySet<Section>;
  /** Of a GitHub issue form, where a heading's depth is GitHub's choice: documents have their own. */
  readonly isForm: boolean;
  isPassedBy(bound: BoundSection): boolean;
}

export class LaidBinding implements Binding {
  readonly bound: readonly BoundSection[];
  readonly #laid: Laying;
  readonly #matched: Level;
  #all: readonly BoundSection[] | undefined;
  #unknown: readonly Section[] | undefined;

  constructor(laid: Laying, matched: Level, bound: readonly BoundSection[]) {
    this.bound = bound;
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

/** Stops behind some hundreds of what was found. */
export function* boundIn(
  laid: Laying,
  { slots, siblings }: Level,
  parent: Parent | undefined,
): Steps<readonly BoundSection[]> {
  const among = yield* amongThem(slots, siblings);
  const shift = shiftOf(slots, among, parent);
  const floating = laid.isForm && parent === undefined ? usualShift(slots) : undefined;
  const bound: BoundSection[] = [];
  for (const [at, slot] of slots.entries()) {
    const { found, spec } = slot;
    const matches: Match[] = [];
    for (const each of found) {
      if (isPause(matches.length)) yield;
      matches.push(new LaidMatch(laid, each, spec));
    }
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
    const section = new LaidSection(laid, {
      spec,
      matches,
      ...place,
      follows: (before ?? owed)?.spec,
      under: before === undefined ? parent?.spec : undefined,
      level:
        0 < found.length
          ? level
          : levelAt(place.insertAt, siblings, laid.claimed, level + (floating === undefined ? shift : 0)),
    });
    bound.push(section);
  }
  return bound;
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

export class LaidMatch implements Match {
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
    this.#inner ??= new LaidBinding(this.#laid, this.#within, this.#boundWithin());
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

  #boundWithin(): readonly BoundSection[] {
    if (this.#within.slots.length === 0) return [];
    return atOnce(boundIn(this.#laid, this.#within, { spec: this.#spec, section: this.section }));
  }

  get #answering(): Answering {
    return { document: this.#laid.document, spec: this.#spec, section: this.section, opening: this.opening };
  }
}
