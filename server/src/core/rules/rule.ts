/** What a rule is: facts for its page, a check, and fixes for what it finds. */
import type { Binding } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import type { SectionSpec, SpecTemplate } from '../template.ts';
import type { Edit, Note, Span } from '../text/span.ts';

/** The loudest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];
export type Stage = 'draft' | 'ready';

export interface Rule<Data = unknown> {
  /** Kebab-case, the file's name, never reused. */
  readonly id: string;
  /** At the ready stage, unless a report has its own. */
  readonly severity: Severity | 'off';
  /** As loud in a draft as when ready. */
  readonly steady?: boolean;
  readonly docs: RuleDocs;
  /** Undefined is no report: a rule that looks through very much may be stopped there. */
  check(context: RuleContext): Iterable<Report<Data> | undefined>;
  /** The best one first. */
  fixes?(report: Report<Data>, context: RuleContext): Iterable<Fix>;
}

export interface RuleDocs {
  readonly summary: string;
  readonly why: string;
  readonly examples: readonly RuleExample[];
  /** Where not all reports are as loud: each kind, in words that follow “where”, and its severity. */
  readonly kinds?: readonly { readonly where: string; readonly severity: Severity }[];
}

export interface RuleExample {
  readonly template: string;
  readonly before: string;
  readonly after: string;
}

export interface RuleContext {
  readonly document: SpecDocument;
  readonly template: SpecTemplate;
  readonly binding: Binding;
}

export interface Report<Data = unknown> {
  readonly span: Span;
  readonly message: string;
  /** Where the rule's own does not fit this report. */
  readonly severity?: Severity;
  /** Names it among its rule's, and outlives edits elsewhere: a section's path. `check` numbers equals. */
  readonly key: string;
  /** The template's section concerned. */
  readonly spec?: SectionSpec;
  /** A later section of the template has been written: a draft is told a little louder. */
  readonly passedBy?: boolean;
  /** Places in the document that explain it. */
  readonly related?: readonly Note[];
  /** Whatever `fixes` will need. */
  readonly data: Data;
}

export interface Fix {
  /** Names it among its rule's: `insert`, `rename`. */
  readonly name: string;
  /** An imperative: Insert section “Goals”. */
  readonly title: string;
  /** May be empty for a fix that nothing is left for. */
  readonly edits: readonly Edit[];
  /** What is selected then, in the text as edited, to be typed over; empty where the cursor goes. Undefined leaves the cursor alone. */
  readonly selection?: Span;
  /** Worth a look before it is applied: it moves text. */
  readonly preview?: boolean;
  /** May be applied unseen, on save and by `tech-spec fix`: never for an insertion or a rename. */
  readonly safe: boolean;
}

/** Infers `Data` from `check`: no cast in `fixes`. */
export function defineRule<Data>(rule: Rule<Data>): Rule<Data> {
  return rule;
}
