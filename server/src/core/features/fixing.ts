/** A whole document put right: all that is safe to fix, and what else somebody wishes for. */
import { contextOf } from '../binding.ts';
import type { Finding } from '../check.ts';
import { parseDocument, type SpecDocument } from '../document.ts';
import type { Judged } from '../drift.ts';
import type { Fix, RuleContext, Severity } from '../rules/rule.ts';
import { applyEdits, type Edit, type Span } from '../text/span.ts';
import { type Insertion, insertion } from './insertion.ts';

export interface FixWishes {
  /** Missing sections come in, with their guidance. */
  readonly insertMissing: boolean;
  /** Also what somebody may want to look at: renaming, moving, deleting. Only where less is to be mended afterwards. */
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
  const taken: Span[] = [];
  const chosen: ChosenFix[] = [];
  for (const finding of findings) {
    const [fix, ...others] = fixesOf(finding).filter(({ safe }) => safe);
    if (fix === undefined || 0 < others.length) continue;
    if (fix.edits.some(({ span }) => taken.some((other) => overlaps(span, other)))) continue;
    taken.push(...fix.edits.map(({ span }) => span));
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

/** One after the other, since each may take the ground from under the next. */
function unsafeStep(state: State, judge: Judge, wishes: FixWishes): Step | undefined {
  if (!wishes.unsafe) return undefined;
  const declined = new Set<string>();
  const done: Done[] = [];
  let last: State | undefined;
  for (;;) {
    const step = firstBetter(last ?? state, judge, wishes, declined);
    if (step === undefined) return stepTo(last, done);
    last = step.state;
    done.push(...step.done);
  }
}

/** The best fix of the first finding that leaves less to be mended. To swap one finding for another is no fix. */
function firstBetter(state: State, judge: Judge, wishes: FixWishes, declined: Set<string>): Step | undefined {
  for (const finding of wanted(state, wishes)) {
    const name = `${finding.rule} ${finding.key}`;
    if (finding.rule === missingSection || declined.has(name)) continue;
    const [fix] = offered(wishes)(finding);
    const next = fix && edited(state, fix.edits, judge);
    if (next !== undefined && hasLess(next.judged, state.judged)) {
      return { state: next, done: fix === undefined ? [] : [toDone({ finding, fix })] };
    }
    declined.add(name);
  }
  return undefined;
}

function insertStep(state: State, judge: Judge, wishes: FixWishes): Step | undefined {
  if (!wishes.insertMissing) return undefined;
  const missing = wanted(state, wishes).filter(({ rule }) => rule === missingSection);
  const { edits } = insertMissing(contextOf(state.judged.template, state.document), missing);
  const chosen = missing.flatMap((finding) =>
    offered(wishes)(finding)
      .slice(0, 1)
      .map((fix) => ({ finding, fix })),
  );
  return stepTo(edited(state, edits, judge), chosen.map(toDone));
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

const loudestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Fewer of the loudest on which both differ. */
function hasLess(one: Judged, other: Judged): boolean {
  for (const severity of loudestFirst) {
    const [mine, theirs] = [one, other].map(
      ({ findings }) => findings.filter((finding) => finding.severity === severity).length,
    );
    if (mine !== theirs) return (mine ?? 0) < (theirs ?? 0);
  }
  return false;
}

/** Two insertions at one offset count too: which comes first would be chance. */
function overlaps(one: Span, other: Span): boolean {
  return (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);
}
