/** Which section of a document answers to which of the template: by title, elsewhere by title, then by likeness. */
import { align, most } from './align.ts';
import { allSections, type Section, type SpecDocument } from './document.ts';
import { keysOfSpec } from './spec-keys.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import { shareWord } from './text/shared-word.ts';
import type { Span } from './text/span.ts';
import {
  bareKey,
  hasSameWords,
  likeness,
  likenessOf,
  partsOf,
  type TitleWords,
  titleKey,
  titleWords,
  waysToRead,
} from './text/titles.ts';
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

/** Lays the specs over the siblings, and stops behind some hundreds of them. `excluded` sections answer to nothing. */
export function* match(
  document: SpecDocument,
  specs: readonly SectionSpec[],
  siblings: readonly Section[],
  excluded: ReadonlySet<Section>,
): Steps<{ readonly level: Level; readonly claimed: ReadonlySet<Section> }> {
  const matching: Matching = { document, claimed: new Set(excluded), keys: new Map() };
  const level = levelOf(specs, siblings);
  yield* matchTitles(matching, level);
  yield* matchElsewhere(matching, level);
  yield* matchLikeness(matching, level);
  yield* matchLikenessElsewhere(matching, level);
  return { level, claimed: matching.claimed };
}

interface Matching {
  readonly document: SpecDocument;
  readonly claimed: Set<Section>;
  readonly keys: Map<Section, TitleKeys>;
}

function levelOf(specs: readonly SectionSpec[], siblings: readonly Section[]): Level {
  return { slots: specs.map((spec) => ({ spec, found: [] })), siblings };
}

function* unclaimed({ claimed }: Matching, sections: readonly Section[]): Steps<readonly Section[]> {
  const free: Section[] = [];
  for (const [at, section] of sections.entries()) {
    if (isPause(at)) yield;
    if (!claimed.has(section)) free.push(section);
  }
  return free;
}

/** Equal titles among the siblings, at every depth: the strictest way of being equal first. */
function* matchTitles(matching: Matching, level: Level): Steps<void> {
  if (level.slots.length === 0) return;
  for (const way of WAYS) {
    if (level.slots.every(({ found }) => 0 < found.length)) break;
    const free = yield* unclaimed(matching, level.siblings);
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
        const sections = byKey.get(key)?.filter((section) => !matching.claimed.has(section)) ?? [];
        if (sections.length === 0) continue;
        const others = level.slots.filter(
          (other) => other !== slot && other.found.length === 0 && way.specKeys(keysOfSpec(other.spec)).includes(key),
        );
        const own = 0 < others.length ? ownOf(slot, others, sections) : sections;
        for (const section of way.opens || way.isLoose ? own.slice(0, 1) : own) {
          claim(matching, slot, section, way.by, way.opens ? keysOf(matching, section).opening : none);
        }
      }
    }
  }
  yield* matchPlaceholders(matching, level);
  for (const { found } of level.slots) for (const { inner } of found) yield* matchTitles(matching, inner);
}

function* matchPlaceholders(matching: Matching, { slots, siblings }: Level): Steps<void> {
  for (const slot of slots) {
    if (!slot.spec.repeatable) continue;
    const { fits } = keysOfSpec(slot.spec);
    if (fits === undefined) continue;
    for (const [at, section] of siblings.entries()) {
      if (isPause(at)) yield;
      if (!matching.claimed.has(section) && fits(section.title)) claim(matching, slot, section, 'title', none);
    }
  }
}

/** Sections not found among their siblings may stand at another depth: that is a finding of its own. */
function* matchElsewhere(matching: Matching, level: Level): Steps<void> {
  const slots = Array.from(allSlots(level));
  const missing = slots.filter(({ spec, found }) => found.length === 0 && !spec.repeatable);
  if (0 < missing.length) {
    const named = new Set(slots.flatMap(({ spec }) => keysOfSpec(spec).names));
    const wanted = new Set(missing.flatMap(({ spec }) => [...keysOfSpec(spec).names, ...keysOfSpec(spec).bare]));
    const byKey = new Map<string, Section[]>();
    let at = 0;
    for (const section of allSections(matching.document.root)) {
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
      const free = (key: string) => byKey.get(key)?.filter((each) => !matching.claimed.has(each)) ?? [];
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
}

function isRival(slot: Slot, other: Slot): boolean {
  return other !== slot && keysOfSpec(other.spec).title[0] === keysOfSpec(slot.spec).title[0];
}

/** What is left on both sides is paired by near miss, as sequences; then what crosses. */
function* matchLikeness(matching: Matching, level: Level): Steps<void> {
  if (level.slots.length === 0) return;
  yield* matchParts(matching, level);
  const slots = level.slots.filter(({ spec, found }) => found.length === 0 && !spec.repeatable);
  const sections = yield* unclaimed(matching, level.siblings);
  const asked = slots.map(({ spec }) => waysToRead(spec.title));
  const isTooMuch = slots.length === 0 || most < slots.length * sections.length;
  const words = isTooMuch ? [] : yield* wordsOf(sections);
  const score = (left: number, right: number) => {
    let best = 0;
    for (const one of asked[left] ?? [])
      for (const other of words[right] ?? []) if (other.key !== '') best = Math.max(best, likenessOf(one, other));
    return best;
  };
  for (const { left, right } of yield* align(slots.length, sections.length, score)) yield* pair(left, right);
  for (let left = 0; left < slots.length && slots.length * sections.length < 10_000; left++) {
    if (0 < (slots[left]?.found.length ?? 1)) continue;
    let best = -1;
    for (let right = 0; right < sections.length; right++) {
      if (matching.claimed.has(sections[right] as Section)) continue;
      if ((best === -1 ? 0 : score(left, best)) < score(left, right)) best = right;
    }
    if (best !== -1) yield* pair(left, best);
  }
  for (const [left, slot] of slots.entries()) {
    if (0 < slot.found.length || slot.spec.children.length < fewestChildren) continue;
    for (const [right, section] of sections.entries()) {
      if (isPause(right)) yield;
      if (matching.claimed.has(section) || !holdsChildren(slot, section)) continue;
      yield* pair(left, right);
      break;
    }
  }
  for (const { found } of level.slots) for (const { inner } of found) yield* matchLikeness(matching, inner);

  function* pair(left: number, right: number): Steps<void> {
    const [slot, section] = [slots[left], sections[right]];
    if (slot === undefined || section === undefined) return;
    claim(matching, slot, section, 'likeness', none);
    for (const { inner } of slot.found) yield* matchTitles(matching, inner);
  }
}

function* wordsOf(sections: readonly Section[]): Steps<readonly (readonly TitleWords[])[]> {
  const words: (readonly TitleWords[])[] = [];
  for (const [at, { title }] of sections.entries()) {
    if (isPause(at)) yield;
    words.push(waysToRead(title));
  }
  return words;
}

/** A section is known by the template's subsections under it, too: two of them, half of them, and a word of the title. */
function holdsChildren({ spec }: Slot, section: Section): boolean {
  const keys = new Set(section.children.map(({ title }) => titleKey(title)));
  const held = spec.children.filter(({ title, repeatable }) => !repeatable && keys.has(titleKey(title)));
  if (held.length < fewestChildren || 2 * held.length < spec.children.length) return false;
  return shareWord(spec.title, section.title);
}

const fewestChildren = 2;

/** The words of a title of several, in another order or with a slip of spelling, at another depth. Less would be chance there. */
function* matchLikenessElsewhere(matching: Matching, level: Level): Steps<void> {
  const missing = Array.from(allSlots(level)).filter(
    ({ spec, found }) => found.length === 0 && !spec.repeatable && /\S\s+\S/.test(titleKey(spec.title)),
  );
  if (missing.length === 0) return;
  const free: Section[] = [];
  for (const section of allSections(matching.document.root)) {
    if (section.title === '' || matching.claimed.has(section)) continue;
    free.push(section);
    if (10_000 < missing.length * free.length) return;
  }
  const words = free.map(({ title }) => titleWords(title));
  for (const slot of missing) {
    const asked = titleWords(slot.spec.title);
    const section = free.find((each, at) => {
      // What is the same and was not claimed is another's, by its symbols.
      const { key } = words[at] ?? asked;
      return key !== asked.key && !matching.claimed.has(each) && hasSameWords(asked, words[at] ?? asked);
    });
    if (section === undefined) continue;
    claim(matching, slot, section, 'likeness', none);
    for (const { inner } of slot.found) yield* matchTitles(matching, inner);
  }
}

/** One heading may answer to two sections that it names both: `Drawbacks / alternatives`. */
function* matchParts(matching: Matching, { slots, siblings }: Level): Steps<void> {
  const missing = slots.filter(({ spec, found }) => found.length === 0 && !spec.repeatable);
  if (missing.length === 0 || most < missing.length * siblings.length) return;
  for (const [at, section] of siblings.entries()) {
    if (isPause(at)) yield;
    const parts = partsOf(section.title);
    if (parts.length < 2) continue;
    const named = missing.filter(({ spec }) => parts.some((part) => names(spec, part)));
    const holder = slots.some(({ found }) => found.some((each) => each.section === section));
    if (named.length === 0 || (!holder && named.length < 2)) continue;
    for (const slot of named.filter(({ found }) => found.length === 0)) {
      claim(matching, slot, section, 'title', none);
      for (const { inner } of slot.found) yield* matchTitles(matching, inner);
    }
  }
}

function names({ title }: SectionSpec, part: string): boolean {
  return titleKey(title) === titleKey(part) || 0 < likeness(title, part);
}

function claim(matching: Matching, slot: Slot, section: Section, by: Found['by'], opening: Span): void {
  matching.claimed.add(section);
  slot.found.push({ section, by, opening, inner: levelOf(slot.spec.children, section.children) });
}

const none: Span = { start: 0, end: 0 };

export function* allSlots({ slots }: Level): Iterable<Slot> {
  for (const slot of slots) {
    yield slot;
    for (const { inner } of slot.found) yield* allSlots(inner);
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
