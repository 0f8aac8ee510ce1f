/** A whole document put right: all that is safe to fix, and what else somebody wishes for. */
import { type Binding, contextOf } from '../binding.ts';
import type { Finding } from '../check.ts';
import { parseDocument, type SpecDocument } from '../document.ts';
import type { Judged } from '../drift.ts';
import { type Fix, type RuleContext, type Severity, severities } from '../rules/rule.ts';
import { applyEdits, type Edit, type Span } from '../text/span.ts';
import { coveredBy, Taken } from '../text/taken.ts';
import { type Insertion, insertion } from './insertion.ts';

export interface FixWishes {
  /** Missing sections come in, with their guidance. */
  readonly insertMissing: boolean;
  /**
   * Also what somebody may want to look at: renaming, moving, deleting. Only where less is to be mended afterwards, and
   * never an answer in the author's name, nor away with what tells how to answer.
   */
  readonly unsafe: boolean;
  /** What is found and not wanted stays. All is wanted unless said. */
  isWanted?(finding: Finding): boolean;
  /** A rule's fixes may fail: whoever asks for them says what then. */
  fixesOf?(finding: Finding): readonly Fix[];
}

export interface Fixed {
  readonly document: SpecDocument;
  /** In the order in which it was done. */
  readonly done: readonly Done[];
  /** What is found now. */
  readonly left: readonly Finding[];
}

export interface Done {
  readonly rule: string;
  /** The fix's title: Delete the instructions. */
  readonly title: string;
}

/** The one whose missing sections can be inserted together. */
const missingSection = 'missing-section';

/** Fixes uncover others, a few deep. */
const mostRounds = 100;

/** Fixed until nothing is left that could be: fixing what came of it changes nothing. */
export function fixed(document: SpecDocument, judge: (document: SpecDocument) => Judged, wishes: FixWishes): Fixed {
  const done: Done[] = [];
  let state = { document, judged: judge(document) };
  for (let round = 0; round < mostRounds; round++) {
    const step = safeStep(state, judge, wishes) ?? unsafeStep(state, judge, wishes) ?? insertStep(state, judge, wishes);
    if (step === undefined) break;
    done.push(...step.done);
    state = step.state;
  }
  return { document: state.document, done, left: wanted(state, wishes) };
}

export interface ChosenFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Of each finding with one right answer, that answer; where two would change the same place, the first. */
export function safeFixes(
  findings: readonly Finding[],
  fixesOf: (finding: Finding) => readonly Fix[],
): readonly ChosenFix[] {
  const taken = new Taken();
  const chosen: ChosenFix[] = [];
  for (const finding of findings) {
    const [fix, ...others] = fixesOf(finding).filter(({ safe }) => safe);
    if (fix === undefined || 0 < others.length) continue;
    if (fix.edits.some(({ span }) => taken.overlaps(span))) continue;
    for (const { span } of fix.edits) taken.add(span);
    chosen.push({ finding, fix });
  }
  return chosen;
}

/** The sections that are reported as missing, and no others: a silenced one is not wanted. */
export function insertMissing(context: RuleContext, findings: readonly Finding[]): Insertion {
  const missing = findings.filter(({ rule }) => rule === missingSection);
  const paths = new Set(missing.map(({ spec }) => spec?.path));
  return insertion(context, ({ path }) => paths.has(path), 'guidance');
}

interface State {
  readonly document: SpecDocument;
  readonly judged: Judged;
}

interface Step {
  readonly state: State;
  readonly done: readonly Done[];
}

type Judge = (document: SpecDocument) => Judged;

function safeStep(state: State, judge: Judge, wishes: FixWishes): Step | undefined {
  const chosen = safeFixes(wanted(state, wishes), offered(wishes));
  const edits = chosen.flatMap(({ fix }) => fix.edits);
  return stepTo(edited(state, edits, judge), chosen.map(toDone));
}

/** Until nothing leaves less to be mended any more. */
function unsafeStep(state: State, judge: Judge, wishes: FixWishes): Step | undefined {
  if (!wishes.unsafe) return undefined;
  const done: Done[] = [];
  let last: State | undefined;
  for (;;) {
    const current = last ?? state;
    const step = betterStep(current, bestFixes(current, wishes), judge);
    if (step === undefined) return stepTo(last, done);
    last = step.state;
    done.push(...step.done);
  }
}

/** Of each finding the best fix, those of a kind beside each other; where two would change the same place, the first. */
function bestFixes(state: State, wishes: FixWishes): readonly ChosenFix[] {
  const others = wanted(state, wishes).filter(({ rule }) => rule !== missingSection);
  const kindOf = ({ rule, severity }: Finding) => `${rule} ${severity}`;
  const sorted = others.toSorted((a, b) => (kindOf(a) < kindOf(b) ? -1 : Number(kindOf(a) !== kindOf(b))));
  const { binding, document } = contextOf(state.judged.template, state.document);
  const isUnanswered = coveredBy(unansweredIn(binding, document));
  const taken = new Taken();
  return sorted.flatMap((finding) => {
    const fix = offered(wishes)(finding).find(({ edits }) => !edits.every(isInsertion));
    if (fix === undefined || (fix.edits.every(isDeletion) && isUnanswered(finding.span.start))) return [];
    if (fix.edits.some(({ span }) => taken.overlaps(span))) return [];
    for (const { span } of fix.edits) taken.add(span);
    return [{ finding, fix }];
  });
}

/**
 * Sections that say nothing yet, and words under a heading that are still all of the template's: guidance in them, be it in
 * comments, is what their author goes by, and may just have been put in.
 */
function unansweredIn({ all }: Binding, { text }: SpecDocument): readonly Span[] {
  const wordsOf = (source: string) => source.replace(/\s+/g, '');
  return all.flatMap(({ spec, matches }) =>
    matches.flatMap(({ section: { span, body }, status }) => {
      if (status === 'empty' || status === 'guidance') return span;
      // Longer than that it cannot be the same: no text is copied for it.
      const isShort = body.end - body.start < 2 * spec.guidance.length + 100;
      return isShort && wordsOf(text.slice(body.start, body.end)) === wordsOf(spec.guidance) ? body : [];
    }),
  );
}

/** What only puts something in is for the author: a blank to be filled in is told of until it is. */
function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}

function isDeletion({ newText }: Edit): boolean {
  return newText === '';
}

/**
 * As many at once as each remove what they are for and bring nothing new: to judge a document takes as long for one as
 * for all. To swap one finding for another is no fix.
 */
function betterStep(state: State, chosen: readonly ChosenFix[], judge: Judge): Step | undefined {
  const next = edited(
    state,
    chosen.flatMap(({ fix }) => fix.edits),
    judge,
  );
  const more = next === undefined ? 0 : compared(next.judged, state.judged);
  if (next === undefined || more === 0) return undefined;
  const gone = state.judged.findings.length - next.judged.findings.length;
  if (chosen.length === 1) return more < 0 ? { state: next, done: chosen.map(toDone) } : undefined;
  if (more < 0 && chosen.length <= gone) return { state: next, done: chosen.map(toDone) };
  const half = Math.ceil(chosen.length / 2);
  return betterStep(state, chosen.slice(0, half), judge) ?? betterStep(state, chosen.slice(half), judge);
}

/** All that is missing, but for what would be missing still, and be put in again and again. */
function insertStep(
  state: State,
  judge: Judge,
  wishes: FixWishes,
  missing = wanted(state, wishes).filter(({ rule }) => rule === missingSection),
): Step | undefined {
  if (!wishes.insertMissing) return undefined;
  const { edits } = insertMissing(contextOf(state.judged.template, state.document), missing);
  const next = edited(state, edits, judge);
  const left = new Set(next?.judged.findings.flatMap(({ rule, key }) => (rule === missingSection ? key : [])));
  const found = missing.filter(({ key }) => !left.has(key));
  if (found.length < missing.length) return insertStep(state, judge, wishes, found);
  const chosen = missing.flatMap((finding) =>
    offered(wishes)(finding)
      .slice(0, 1)
      .map((fix) => ({ finding, fix })),
  );
  return stepTo(next, chosen.map(toDone));
}

function stepTo(state: State | undefined, done: readonly Done[]): Step | undefined {
  return state && { state, done };
}

/** Undefined where nothing changes. */
function edited({ document }: State, edits: readonly Edit[], judge: Judge): State | undefined {
  const text = applyEdits(document.text, edits);
  if (text === document.text) return undefined;
  const next = parseDocument(text);
  return { document: next, judged: judge(next) };
}

function wanted({ judged: { findings } }: State, { isWanted }: FixWishes): readonly Finding[] {
  return isWanted === undefined ? findings : findings.filter((finding) => isWanted(finding));
}

function offered({ fixesOf }: FixWishes): (finding: Finding) => readonly Fix[] {
  return fixesOf ?? ((finding) => finding.fixes());
}

function toDone({ finding, fix }: ChosenFix): Done {
  return { rule: finding.rule, title: fix.title };
}

/** Of the loudest on which both differ: how many more the one has. */
function compared(one: Judged, other: Judged): number {
  const countIn = ({ findings }: Judged, severity: Severity) =>
    findings.filter((finding) => finding.severity === severity).length;
  for (const severity of severities) {
    const more = countIn(one, severity) - countIn(other, severity);
    if (more !== 0) return more;
  }
  return 0;
}
