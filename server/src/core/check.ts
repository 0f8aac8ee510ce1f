/** Runs rules over a document, softens what they find by its stage, silences and sorts it. */
import { statusesInSteps } from './binding.ts';
import { isMoved } from './moved.ts';
import type { Fix, Report, Rule, RuleContext, Severity, Stage } from './rules/rule.ts';
import { type Silence, silenceInSteps } from './silence.ts';
import { sortedInSteps } from './sorted.ts';
import { atOnce, isPause, type Steps } from './steps.ts';

export interface Finding extends Omit<Report, 'data'> {
  readonly rule: string;
  readonly severity: Severity;
  /** Worked out when asked for. */
  fixes(): readonly Fix[];
}

export interface CheckOptions {
  readonly stage: Stage;
  /** Per rule, from settings and configuration: wins over the rule's own, then softened like it. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** The first so many of each rule are enough: hundreds of thousands take more room than the document. */
  readonly most?: number;
  /** Told of a rule that throws; without it, `check` throws. */
  readonly failed?: (rule: string, error: unknown) => void;
}

/** Findings in document order. A document that says where it went has none. */
export function check(context: RuleContext, rules: readonly Rule[], options: CheckOptions): readonly Finding[] {
  return atOnce(checkInSteps(context, rules, options));
}

/** The same, and stops behind each section and each rule, and where a rule does. */
export function* checkInSteps(
  context: RuleContext,
  rules: readonly Rule[],
  options: CheckOptions,
): Steps<readonly Finding[]> {
  if (isMoved(context.document)) return [];
  const statuses = statusesInSteps(context.binding);
  const { failed } = options;
  const silenced = yield* silenceInSteps(context.document);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const set = options.severities?.get(rule.id);
    if (set === 'off' || (set === undefined && rule.severity === 'off')) continue;
    try {
      // The first rule waits for them; where they cannot be worked out it is the one that fails.
      yield* statuses;
      for (const finding of yield* findingsOf(rule, context, options, set, silenced)) findings.push(finding);
    } catch (error) {
      if (failed === undefined) throw error;
      failed(rule.id, error);
    }
    yield;
  }
  return yield* sortedInSteps(findings, byPlace);
}

function byPlace({ span: a }: Finding, { span: b }: Finding): number {
  return a.start - b.start || a.end - b.end;
}

function* findingsOf(
  rule: Rule,
  context: RuleContext,
  { stage, most }: CheckOptions,
  set: Severity | undefined,
  silenced: Silence,
): Steps<readonly Finding[]> {
  const keys = new Map<string, number>();
  const found: Finding[] = [];
  let at = 0;
  for (const report of rule.check(context)) {
    if (report === undefined || isPause(at++)) yield;
    if (report === undefined) continue;
    const { data: _, ...rest } = report;
    const number = (keys.get(report.key) ?? 0) + 1;
    keys.set(report.key, number);
    if (silenced(rule.id, report.span)) continue;
    if (found.length === most) break;
    const loud = set === undefined ? (report.severity ?? (rule.severity as Severity)) : raised(set, report, rule);
    found.push({
      ...rest,
      key: number === 1 ? report.key : `${report.key} (${number})`,
      rule: rule.id,
      severity: stage === 'ready' || rule.steady === true ? loud : softened(loud, report.passedBy === true),
      fixes: () => Array.from(rule.fixes?.(report, context) ?? []),
    });
  }
  return found;
}

/** A severity that was set holds for all of a rule's reports, but for what is a hint at most. */
function raised(set: Severity, { severity }: Report, { severity: own }: Rule): Severity {
  return severity === 'hint' && own !== 'hint' ? 'hint' : set;
}

/** Quiet while you write: what was passed by is a little louder than what is still to come. */
function softened(severity: Severity, passedBy: boolean): Severity {
  if (severity === 'error') return passedBy ? 'warning' : 'information';
  return severity === 'warning' ? 'information' : severity;
}
