/** Runs rules over a document, softens what they find by its stage, silences and sorts it. */
import type { Fix, Report, Rule, RuleContext, Severity, Stage } from './rules/rule.ts';

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
  /** Told of a rule that throws; without it, `check` throws. */
  readonly failed?: (rule: string, error: unknown) => void;
  /** Asked between rules; true stops. */
  readonly cancelled?: () => boolean;
}

/** Findings in document order. */
export function check(context: RuleContext, rules: readonly Rule[], options: CheckOptions): readonly Finding[] {
  throw new Error(`not yet ${context} ${rules} ${options}`);
}
