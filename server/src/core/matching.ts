/** Which section of a document answers to which of the template: by title, elsewhere by title, then by likeness. */
import { align, most } from './align.ts';
import { candidatesIn } from './candidates.ts';
import { allSections, type Section, type SpecDocument } from './document.ts';
import {
  claim,
  eachInner,
  isCandidate,
  type Level,
  levelOf,
  type Matching,
  matchElsewhere,
  matchTitles,
  mostAnswers,
  none,
  type Slot,
  slotsInSteps,
  unclaimed,
} from './matching-titles.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import { shareWord } from './text/shared-word.ts';
import {
  hasSameWords,
  likeness,
  likenessOf,
  partsOf,
  type TitleWords,
  titleKey,
  titleWords,
  waysToRead,
} from './text/titles.ts';

/** Lays the specs over the siblings, and stops behind some hundreds of them. `excluded` sections answer to nothing. */
export function* match(
  document: SpecDocument,
  specs: readonly SectionSpec[],
  siblings: readonly Section[],
  excluded: ReadonlySet<Section>,
): Steps<{ readonly level: Level; readonly claimed: ReadonlySet<Section> }> {
  const candidates = yield* candidatesIn(document, specs);
  const matching: Matching = { candidates, claimed: new Set(excluded), left: mostAnswers, keys: new Map(), document };
  const level = levelOf(specs, siblings);
  if (candidates?.size === 0) return { level, claimed: excluded };
  yield* matchTitles(matching, level);
  const asked = yield* matchElsewhere(matching, level, new Set());
  yield* matchLikeness(matching, level);
  // What stands under a near miss is asked for by then.
  yield* matchElsewhere(matching, level, asked);
  yield* matchLikenessElsewhere(matching, level);
  return { level, claimed: matching.claimed };
}

/** What is left on both sides is paired by near miss, as sequences; then what crosses. */
function* matchLikeness(matching: Matching, level: Level): Steps<void> {
  if (level.slots.length === 0) return;
  yield* matchParts(matching, level);
  const slots = level.slots.filter(({ spec, found }) => found.length === 0 && !spec.repeatable);
  const sections = yield* unclaimed(matching, level.siblings);
  const asked = slots.map(({ spec }) => waysToRead(spec.title));
  const isTooMuch = slots.length === 0 || most < slots.length * sections.length;
  const words = isTooMuch ? [] : yield* wordsOf(matching, sections);
  const score = (left: number, right: number) => {
    let best = 0;
    for (const one of asked[left] ?? [])
      for (const other of words[right] ?? []) if (other.key !== '') best = Math.max(best, likenessOf(one, other));
    return best;
  };
  const isAny = words.some((ways) => 0 < ways.length);
  const aligned = isAny ? yield* align(slots.length, sections.length, score) : [];
  for (const { left, right } of aligned) yield* pair(left, right);
  for (let left = 0; isAny && left < slots.length && slots.length * sections.length < 10_000; left++) {
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
  yield* eachInner(level, (inner) => matchLikeness(matching, inner));

  function* pair(left: number, right: number): Steps<void> {
    const [slot, section] = [slots[left], sections[right]];
    if (slot === undefined || section === undefined) return;
    claim(matching, slot, section, 'likeness', none);
    for (const { inner } of slot.found) yield* matchTitles(matching, inner);
  }
}

function* wordsOf(matching: Matching, sections: readonly Section[]): Steps<readonly (readonly TitleWords[])[]> {
  const words: (readonly TitleWords[])[] = [];
  for (const [at, section] of sections.entries()) {
    if (isPause(at)) yield;
    words.push(isCandidate(matching, section) ? waysToRead(section.title) : []);
  }
  return words;
}

/** A section is known by the template's subsections under it, too: two of them, half of them, and a word of the title. */
function holdsChildren({ spec }: Slot, section: Section): boolean {
  if (!shareWord(spec.title, section.title)) return false;
  const keys = new Set(section.children.map(({ title }) => titleKey(title)));
  const held = spec.children.filter(({ title, repeatable }) => !repeatable && keys.has(titleKey(title)));
  return fewestChildren <= held.length && spec.children.length <= 2 * held.length;
}

const fewestChildren = 2;

/** The words of a title of several, in another order or with a slip of spelling, at another depth. Less would be chance there. */
function* matchLikenessElsewhere(matching: Matching, level: Level): Steps<void> {
  const missing = (yield* slotsInSteps(level)).filter(
    ({ spec, found }) => found.length === 0 && !spec.repeatable && /\S\s+\S/.test(titleKey(spec.title)),
  );
  if (missing.length === 0) return;
  const free: Section[] = [];
  for (const section of matching.candidates ?? allSections(matching.document.root)) {
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
    if (!isCandidate(matching, section)) continue;
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
