/** The one status of a section, and what is left of the guidance in it. */
import type { Block, Section, SpecDocument } from './document.ts';
import { type Guidance, guidanceIn, isVisible, type Leftovers, leftoversIn, leftoversInSteps } from './guidance.ts';
import { Kept } from './kept.ts';
import { brokenLimit, brokenLimitInSteps } from './length.ts';
import { type Answering, answerIn, isOwn, lacksReason, visibleText, visibleTextInSteps } from './section-answer.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import type { Span } from './text/span.ts';

export type SectionStatus = 'done' | 'empty' | 'unfinished' | 'guidance' | 'not-applicable' | 'missing' | 'overlong';

type Status = Exclude<SectionStatus, 'missing'>;

/**
 * The first that applies of empty, not applicable, guidance, unfinished, overlong, done. `specs` are all of the template's:
 * their guidance is no answer, under headings of the section's own and where the heading above it was deleted.
 */
export function sectionStatus(answering: Answering, specs: readonly SectionSpec[]): Status {
  return atOnce(sectionStatusInSteps(answering, specs));
}

/** The same, and stops behind some hundreds of blocks, and behind each section under it. */
export function* sectionStatusInSteps(answering: Answering, specs: readonly SectionSpec[]): Steps<Status> {
  const { section, spec, opening } = answering;
  const words = opening.end - opening.start;
  const known = statuses.known(section, spec)?.value;
  if (known?.words === words) return known.status;
  const status = yield* statusOf(answering, specs);
  return statuses.keep(section, spec, { words, status }).status;
}

/** To work something out in steps takes longer than to do it: of most sections it is done at once. */
export function isLong({ blocks, children, span }: Section): boolean {
  return areMany(blocks.length) || areMany(children.length) || manyCharacters < span.end - span.start;
}

const manyCharacters = 64 * 1024;

/** With how many of the words in the heading open the answer: what other headings say decides that. */
const statuses = new Kept<SectionSpec, { readonly words: number; readonly status: Status }>();

function* statusOf(answering: Answering, specs: readonly SectionSpec[]): Steps<Status> {
  const { section, spec, document, opening } = answering;
  const { children } = section;
  const inSteps = isLong(section);
  // Both are known then, whoever asks for them again.
  if (inSteps) yield* visibleTextInSteps(document, section, opening);
  const { whole } = inSteps ? yield* leftoversOfInSteps(answering) : leftoversOf(answering);
  const answer = answerIn(answering);
  // Its own headings end a form's section that is filled with some: what stands under them is not looked for.
  if (answer === 'empty' && HAS_HEADING.test(spec.preset)) return 'done';
  if (answer === 'empty') {
    if (!(yield* isAnyFilled(document, children, []))) return 'empty';
    return (yield* isAnyFilled(document, children, specs)) ? 'done' : 'guidance';
  }
  // In the heading it may have been taken back under it.
  if (answer === 'not-applicable' && spec.lead) return answerIn({ ...answering, opening: nowhere }) ? 'empty' : 'done';
  if (answer === 'not-applicable') return lacksReason(answering) ? 'unfinished' : 'not-applicable';
  if (answer === 'none' || isPreset(answering)) return 'done';
  if (answer === 'unfinished' && isShort(answering)) return 'unfinished';
  if (whole || (yield* holdsGuidance(answering, specs))) {
    return (yield* isAnyFilled(document, children, specs)) ? 'done' : 'guidance';
  }
  if (answer === 'unfinished') return 'unfinished';
  const broken = inSteps ? yield* brokenLimitInSteps(answering) : brokenLimit(answering);
  return broken === undefined ? 'done' : 'overlong';
}

/** Whether a block is nothing but the template's words for a section. */
export function isGuidanceOf(spec: SectionSpec, document: SpecDocument, block: Block): boolean {
  return !spec.keep && !isLonger(block, spec) && leftoversIn(document, [block], guidanceOf(spec)).whole;
}

/** What is longer than the whole template, and not short, says something of its own: it is not compared with each section. */
function isLonger({ span }: Block, { document }: SectionSpec): boolean {
  return Math.max(document.lines.length, shortTemplate) < span.end - span.start;
}

const shortTemplate = 10_000;

/** Block for block the guidance of some section, whichever it is. */
function* holdsGuidance({ document, section, spec }: Answering, specs: readonly SectionSpec[]): Steps<boolean> {
  if (spec.keep) return false;
  let [at, isAny] = [0, false];
  for (const block of section.blocks) {
    if (isPause(at++)) yield;
    if (!isVisible(block)) continue;
    if (!specs.some((each) => isGuidanceOf(each, document, block))) return false;
    isAny = true;
    yield;
  }
  return isAny;
}

const HAS_HEADING = /^#{1,6}[ \t]/m;

/** “TBD” says itself what is the matter, also where the template proposes it. */
function isShort({ document, section, opening }: Answering): boolean {
  return visibleText(document, section, opening).split(/\s+/).length <= 3;
}

/** Just what a form's field is filled with from the start. */
function isPreset({ document, section, spec }: Answering): boolean {
  if (spec.preset === '') return false;
  const { start, end } = section.body;
  // Nobody puts in more blanks than that.
  if (Math.max(shortTemplate, 4 * spec.preset.length) < end - start) return false;
  return squeezed(document.lines.textBetween(start, end)) === squeezed(spec.preset);
}

function squeezed(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

const nowhere: Span = { start: 0, end: 0 };

/** The template's words that still stand in the section and may not. */
export function leftoversOf(answering: Answering): Leftovers {
  return atOnce(leftoversOfInSteps(answering));
}

/** The same, and stops behind some hundreds of blocks or sentences. */
export function* leftoversOfInSteps({ document, section, spec }: Answering): Steps<Leftovers> {
  if (spec.keep) return nothingLeft;
  const { start } = section.span;
  const known = leftovers.known(section, spec)?.value;
  if (known?.start === start) return known.left;
  const left =
    known === undefined
      ? yield* leftoversInSteps(document, section.blocks, guidanceOf(spec))
      : { ...known.left, sentences: yield* moved(known.left.sentences, start - known.start) };
  return leftovers.keep(section, spec, { left, start }).left;
}

function* moved(spans: readonly Span[], by: number): Steps<readonly Span[]> {
  if (spans.length === 0) return spans;
  const all: Span[] = [];
  for (const { start, end } of spans) {
    if (isPause(all.length)) yield;
    all.push({ start: start + by, end: end + by });
  }
  return all;
}

/** With where the section begins: places in it are those of the text, for there may be very many. */
const leftovers = new Kept<SectionSpec, { readonly left: Leftovers; readonly start: number }>();

const nothingLeft: Leftovers = { sentences: [], whole: false };

/** Whether anything is written in the sections or under them, whatever it says: the guidance of `specs` is not. */
function* isAnyFilled(
  document: SpecDocument,
  sections: readonly Section[],
  specs: readonly SectionSpec[],
): Steps<boolean> {
  for (const section of sections) {
    yield;
    const isWritten = isOwn(yield* visibleTextInSteps(document, section, nowhere));
    if (isWritten && !(yield* isGuidanceOfAny(document, section, specs))) return true;
    if (yield* isAnyFilled(document, section.children, specs)) return true;
  }
  return false;
}

function* isGuidanceOfAny(document: SpecDocument, { blocks }: Section, specs: readonly SectionSpec[]): Steps<boolean> {
  for (const spec of specs) {
    if (spec.keep || blocks.some((block) => isVisible(block) && isLonger(block, spec))) continue;
    if ((yield* leftoversInSteps(document, blocks, guidanceOf(spec))).whole) return true;
  }
  return false;
}

const knownGuidance = new WeakMap<SectionSpec, Guidance>();

function guidanceOf(spec: SectionSpec): Guidance {
  const known = knownGuidance.get(spec) ?? guidanceIn(spec.document.text, spec.source.blocks);
  knownGuidance.set(spec, known);
  return known;
}
