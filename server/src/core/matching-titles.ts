/** Which section of a document answers to which of the template by its title: among its siblings, then elsewhere. */
import { allSections, type Section, type SpecDocument } from './document.ts';
import { keysOfSpec } from './spec-keys.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import type { Span } from './text/span.ts';
import { bareKey, titleKey } from './text/titles.ts';
import { keysOfTitle, type TitleKeys } from './title-keys.ts';
import { ownOf, WAYS } from './title-ways.ts';

/** One level of the template with the sections that could answer to it; filled while matching. */
export interface Level {
  readonly slots: readonly Slot[];
  readonly siblings: readonly Section[];
}

export interface Slot {
  readonly spec: SectionSpec;
  readonly found: Found[];
}

export interface Found {
  readonly section: Section;
  readonly by: 'title' | 'alias' | 'likeness';
  readonly opening: Span;
  readonly inner: Level;
}

export interface Matching {
  readonly document: SpecDocument;
  /** Nothing else answers to a section of the template by its heading. Undefined: anything may. */
  readonly candidates: ReadonlySet<Section> | undefined;
  readonly claimed: Set<Section>;
  /** How many more may answer, beyond the first to each section of the template. */
  left: number;
  readonly keys: Map<Section, TitleKeys>;
}

export function levelOf(specs: readonly SectionSpec[], siblings: readonly Section[]): Level {
  return { slots: specs.map((spec) => ({ spec, found: [] })), siblings };
}

export function isCandidate({ candidates }: Matching, section: Section): boolean {
  return candidates === undefined || candidates.has(section);
}

export function* unclaimed(
  { claimed }: { readonly claimed: ReadonlySet<Section> },
  sections: readonly Section[],
): Steps<readonly Section[]> {
  const free: Section[] = [];
  for (const [at, section] of sections.entries()) {
    if (isPause(at)) yield;
    if (!claimed.has(section)) free.push(section);
  }
  return free;
}

function* candidatesAmong(matching: Matching, sections: readonly Section[]): Steps<readonly Section[]> {
  const { candidates } = matching;
  if (candidates === undefined) return sections;
  const among: Section[] = [];
  for (const [at, section] of sections.entries()) {
    if (isPause(at)) yield;
    if (candidates.has(section)) among.push(section);
  }
  return among;
}

/** Equal titles among the siblings, at every depth: the strictest way of being equal first. */
export function* matchTitles(matching: Matching, level: Level): Steps<void> {
  if (level.slots.length === 0) return;
  const siblings = yield* candidatesAmong(matching, level.siblings);
  if (siblings.length === 0) return;
  for (const way of WAYS) {
    if (level.slots.every(({ found }) => 0 < found.length)) break;
    const free = yield* unclaimed(matching, siblings);
    if (free.length === 0) break;
    const wanted = new Set(
      level.slots.flatMap(({ spec, found }) => (0 < found.length ? [] : way.specKeys(keysOfSpec(spec)))),
    );
    const byKey = new Map<string, Section[]>();
    for (const [at, section] of free.entries()) {
      if (isPause(at)) yield;
      for (const key of way.sectionKeys(keysOf(matching, section))) {
        if (!wanted.has(key)) continue;
        const sections = byKey.get(key);
        if (sections === undefined) byKey.set(key, [section]);
        else sections.push(section);
      }
    }
    for (const slot of level.slots) {
      if (0 < slot.found.length) continue;
      for (const key of way.specKeys(keysOfSpec(slot.spec))) {
        const sections = freeAmong(matching, byKey.get(key));
        if (sections.length === 0) continue;
        const others = level.slots.filter(
          (other) => other !== slot && other.found.length === 0 && way.specKeys(keysOfSpec(other.spec)).includes(key),
        );
        const own = 0 < others.length ? ownOf(slot, others, sections) : sections;
        const isOne = way.opens || way.isLoose || matching.left <= 0;
        for (const [at, section] of (isOne ? own.slice(0, 1) : own).entries()) {
          if (isPause(at)) yield;
          claim(matching, slot, section, way.by, way.opens ? keysOf(matching, section).opening : none);
        }
      }
    }
  }
  yield* matchPlaceholders(matching, level, siblings);
  yield* eachInner(level, (inner) => matchTitles(matching, inner));
}

/** Does it for what stands in each that was found, where the template asks for something there; stops behind some hundreds. */
export function* eachInner({ slots }: Level, each: (inner: Level) => Steps<void>): Steps<void> {
  for (const { spec, found } of slots) {
    if (spec.children.length === 0) continue;
    for (const [at, { inner }] of found.entries()) {
      if (isPause(at)) yield;
      yield* each(inner);
    }
  }
}

function* matchPlaceholders(matching: Matching, { slots }: Level, siblings: readonly Section[]): Steps<void> {
  for (const slot of slots) {
    if (!slot.spec.repeatable) continue;
    const { fits } = keysOfSpec(slot.spec);
    if (fits === undefined) continue;
    for (const [at, section] of siblings.entries()) {
      if (isPause(at)) yield;
      if (matching.left <= 0 && 0 < slot.found.length) break;
      if (!matching.claimed.has(section) && fits(section.title)) claim(matching, slot, section, 'title', none);
    }
  }
}

/** Sections not found among their siblings may stand at another depth: that is a finding of its own. Gives all that were asked for; those in `asked` were before. */
export function* matchElsewhere(matching: Matching, level: Level, asked: ReadonlySet<Slot>): Steps<ReadonlySet<Slot>> {
  const slots = yield* slotsInSteps(level);
  const missing = slots.filter((slot) => slot.found.length === 0 && !slot.spec.repeatable && !asked.has(slot));
  if (0 < missing.length) {
    const named = new Set(slots.flatMap(({ spec }) => keysOfSpec(spec).names));
    const wanted = new Set(missing.flatMap(({ spec }) => [...keysOfSpec(spec).names, ...keysOfSpec(spec).bare]));
    const byKey = new Map<string, Section[]>();
    let at = 0;
    for (const section of matching.candidates ?? allSections(matching.document.root)) {
      if (isPause(at++)) yield;
      if (matching.claimed.has(section)) continue;
      const own = matching.keys.get(section)?.key ?? titleKey(section.title);
      const key = wanted.has(own) ? own : bareKey(section.title);
      if (!wanted.has(key)) continue;
      const sections = byKey.get(key);
      if (sections === undefined) byKey.set(key, [section]);
      else sections.push(section);
    }
    for (const slot of missing) {
      const { title, aliases, bare } = keysOfSpec(slot.spec);
      const free = (key: string) => freeAmong(matching, byKey.get(key));
      const titled = title.flatMap(free);
      const rivals = titled.length === 0 ? [] : slots.filter((other) => isRival(slot, other));
      const [byTitle] = 0 < rivals.length ? ownOf(slot, rivals, titled) : titled;
      const byAlias = byTitle ?? aliases.flatMap(free)[0];
      const section = byAlias ?? bare.flatMap(free).find((each) => !named.has(titleKey(each.title)));
      if (section === undefined) continue;
      claim(matching, slot, section, byAlias !== undefined && byTitle === undefined ? 'alias' : 'title', none);
      for (const { inner } of slot.found) yield* matchTitles(matching, inner);
    }
  }
  return new Set(slots);
}

function isRival(slot: Slot, other: Slot): boolean {
  return other !== slot && keysOfSpec(other.spec).title[0] === keysOfSpec(slot.spec).title[0];
}

/** As many as may answer still, and enough to choose from. */
function freeAmong({ claimed, left }: Matching, sections: readonly Section[] = []): readonly Section[] {
  const most = Math.max(left, leastCompared);
  const free: Section[] = [];
  for (const section of sections) {
    if (most <= free.length) break;
    if (!claimed.has(section)) free.push(section);
  }
  return free;
}

const leastCompared = 20;

export function claim(matching: Matching, slot: Slot, section: Section, by: Found['by'], opening: Span): void {
  matching.claimed.add(section);
  matching.left--;
  slot.found.push({ section, by, opening, inner: levelOf(slot.spec.children, section.children) });
}

/** Nobody writes more: what is behind them answers to nothing. */
export const mostAnswers = 12_000;

export const none: Span = { start: 0, end: 0 };

/** At every depth; stops behind some hundreds. */
export function* slotsInSteps(level: Level): Steps<readonly Slot[]> {
  const all: Slot[] = [];
  yield* addSlots(all, level);
  return all;
}

function* addSlots(all: Slot[], { slots }: Level): Steps<void> {
  for (const slot of slots) {
    all.push(slot);
    if (slot.spec.children.length === 0) continue;
    for (const [at, { inner }] of slot.found.entries()) {
      if (isPause(at)) yield;
      yield* addSlots(all, inner);
    }
  }
}

function keysOf({ document, keys }: Matching, section: Section): TitleKeys {
  const known = keys.get(section);
  if (known !== undefined) return known;
  const made = keysOfTitle(document, section);
  // To make room for very many takes longer than to work them out again.
  if (keys.size < mostKnown) keys.set(section, made);
  return made;
}

const mostKnown = 50_000;
