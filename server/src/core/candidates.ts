/** Which headings of a document may answer to a section of a template at all: most may not, and of a title that is told once for all documents. */
import { allSections, type Section, type SpecDocument } from './document.ts';
import { keysOfSpec, type SpecKeys } from './spec-keys.ts';
import { isPause, type Steps } from './steps.ts';
import { allSpecs, type SectionSpec } from './template.ts';
import { bareKey, likenessOf, partsOf, type TitleWords, titleKey, titleWords, waysToRead } from './text/titles.ts';
import { WantedWords } from './text/wanted-words.ts';
import { headOf, keysOfHalves } from './title-keys.ts';

/**
 * In document order, those whose heading names one of `specs` or of the sections under them in some way. Undefined where all
 * may: to compare very many titles with very many takes longer than it saves. Stops behind some hundreds of headings.
 */
export function* candidatesIn(
  document: SpecDocument,
  specs: readonly SectionSpec[],
): Steps<ReadonlySet<Section> | undefined> {
  const asked = askedOf(specs);
  if (mostKnown <= asked.known.size) asked.known.clear();
  const candidates = new Set<Section>();
  const counts = new Map<string, number>();
  let left = mostCompared;
  let at = 0;
  for (const section of allSections(document.root)) {
    if (isPause(at++)) yield;
    const { title } = section;
    let may = asked.known.get(title);
    if (may === undefined) {
      const isWanted = asked.wanted.mayBeIn(title);
      if (isWanted) left -= asked.words.length;
      if (left < 0) return undefined;
      may = keepIn(asked.known, title, (isWanted && isNameOf(asked, title)) || asked.fits.some((fit) => fit(title)));
    }
    if (!may && !asked.names.has(headOf(document, section).head)) continue;
    const alike = (counts.get(title) ?? 0) + 1;
    if (mostAlike < alike) continue;
    counts.set(title, alike);
    // To make room for more takes longer than to look at all of them.
    if (candidates.size === mostCandidates) return undefined;
    candidates.add(section);
  }
  return candidates;
}

/** Of one title: many times as many as answer to anything. */
const mostAlike = 50_000;
const mostCandidates = 100_000;

/** Comparisons of titles: some milliseconds. */
const mostCompared = 20_000;

/** What a template asks for. */
interface Asked {
  /** All keys that a title may be equal to, and those of names alone. */
  readonly keys: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Their words, all together. */
  readonly wanted: WantedWords;
  /** Each title in each way in which it may be read. */
  readonly words: readonly TitleWords[];
  readonly fits: readonly NonNullable<SpecKeys['fits']>[];
  /** What was asked before. Bounded, and dropped as a whole. */
  readonly known: Map<string, boolean>;
}

const knownAsked = new WeakMap<readonly SectionSpec[], Asked>();

function askedOf(specs: readonly SectionSpec[]): Asked {
  const known = knownAsked.get(specs);
  if (known !== undefined) return known;
  const all = Array.from(allSpecs(specs));
  const keys = all.map(keysOfSpec);
  const equal = new Set(keys.flatMap(({ names, halves, bare }) => [...names, ...halves, ...bare]));
  const words = all.flatMap(({ title }) => waysToRead(title));
  const made: Asked = {
    keys: equal,
    names: new Set(keys.flatMap(({ names }) => names.filter((name) => name !== ''))),
    wanted: new WantedWords(equal, words),
    words,
    fits: keys.flatMap(({ fits }) => fits ?? []),
    known: new Map(),
  };
  knownAsked.set(specs, made);
  return made;
}

/** Of a document of very many titles the first: to make room for all takes longer than to ask again. */
function keepIn(known: Asked['known'], title: string, may: boolean): boolean {
  if (known.size < mostKnown) known.set(title, may);
  return may;
}

const mostKnown = 20_000;

/** It is to have a word of theirs. */
function isNameOf({ keys, words }: Asked, title: string): boolean {
  if (keys.has(titleKey(title)) || keys.has(bareKey(title))) return true;
  if (keysOfHalves(title).some((half) => keys.has(half))) return true;
  const isLike = (one: TitleWords) => words.some((other) => 0 < likenessOf(other, one));
  if (waysToRead(title).some(isLike)) return true;
  return partsOf(title).some((part) => keys.has(titleKey(part)) || isLike(titleWords(part)));
}
