/**
 * The one file that knows how a check is run. A test hands over a template and a picture (see marked.ts):
 *
 *     it('an empty section is reported on its heading', () => checks('## Goals\n', `## Goals
 *     ^^^^^^^^ empty-section: Section “Goals” is empty
 *     `));
 *
 *     it('…softly while it is a draft', () => checks('## Goals\n', `## Goals
 *     ^^^^^^^^ empty-section (information): Section “Goals” is empty
 *     `, { stage: 'draft' }));
 *
 *     it('its guidance is put in', () => fixes('## Goals\n\nSay why.\n', '## Goals\n', '## Goals\n\nSay why.\n', { rule: 'empty-section', fix: 'insert' }));
 *
 * Severities are compared where the picture names one. A failing test prints the picture to paste.
 */
import { AssertionError } from 'node:assert';
import * as core from '../src/core/index.ts';
import { draw, unmark } from './marked.ts';

export interface RunOptions {
  /** `ready` unless said. */
  readonly stage?: core.Stage;
  /** Only this rule, or these; a rule that is off by default is run where it is named. All that are on unless said. */
  readonly only?: string | readonly string[];
  readonly severities?: ReadonlyMap<string, core.Severity | 'off'>;
}

export interface FixOptions extends RunOptions {
  readonly rule: string;
  /** The fix's name; its finding's first where there is none. */
  readonly fix?: string;
}

/** Exactly what the picture points at is found. */
export function checks(template: string, picture: string, options: RunOptions = {}): void {
  const { text } = unmark(picture);
  const showSeverity = / \((?:error|warning|information|hint)\): /.test(picture);
  const label = ({ rule, severity, message }: core.Finding) =>
    `${rule}${showSeverity ? ` (${severity})` : ''}: ${message}`;
  const found = find(contextOf(template, text), options).map((finding) => ({
    span: finding.span,
    label: label(finding),
  }));
  same(draw(text, found), picture, checks);
}

/**
 * The fix turns one whole text into the other. It is of the rule's first finding, or of the one at `$0` in `before`;
 * `$0` in `after` is where the fix puts the cursor.
 */
export function fixes(template: string, before: string, after: string, options: FixOptions): void {
  const { text, cursor } = unmark(before);
  const fix = fixAt(template, text, cursor, options);
  same(
    draw(core.applyEdits(text, fix.edits), [], after.includes('$0') ? fix.selection?.start : undefined),
    after,
    fixes,
  );
}

/** Names of the fixes offered for the rule's first finding, or for the one at `$0`. */
export function fixNames(template: string, picture: string, options: FixOptions): readonly string[] {
  const { text, cursor } = unmark(picture);
  return findingAt(template, text, cursor, options)
    .fixes()
    .map(({ name }) => name);
}

/** What a rule and a feature are given. */
export function contextOf(template: string, text: string): core.RuleContext {
  return core.contextOf(core.readTemplate(template, ''), core.parseDocument(text));
}

/** What a check of the context finds, in document order. Throws where a rule does. */
export function find(
  context: core.RuleContext,
  { stage = 'ready', only, severities }: RunOptions = {},
): readonly core.Finding[] {
  if (only === undefined) return core.check(context, core.rules, { stage, ...(severities && { severities }) });
  const wanted = [only].flat();
  const rules = core.rules.filter(({ id }) => wanted.includes(id));
  const unknown = wanted.filter((id) => !rules.some((rule) => rule.id === id));
  if (0 < unknown.length) throw new Error(`No such rule: ${unknown.join(', ')}`);
  const woken = rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning'] as const);
  return core.check(context, rules, { stage, severities: new Map([...woken, ...(severities ?? [])]) });
}

/** What all rules find, those that are off by default too. */
export function findAll(context: core.RuleContext, stage: core.Stage = 'ready'): readonly core.Finding[] {
  return find(context, { stage, only: core.rules.map(({ id }) => id) });
}

function fixAt(template: string, text: string, cursor: number | undefined, options: FixOptions): core.Fix {
  const offered = findingAt(template, text, cursor, options).fixes();
  const fix = options.fix === undefined ? offered[0] : offered.find(({ name }) => name === options.fix);
  if (fix !== undefined) return fix;
  const names = offered.map(({ name }) => name).join(', ') || 'none';
  throw new AssertionError({
    message: `No fix “${options.fix}” of ${options.rule}; offered: ${names}`,
    stackStartFn: fixes,
  });
}

function findingAt(
  template: string,
  text: string,
  cursor: number | undefined,
  { rule, ...options }: FixOptions,
): core.Finding {
  const found = find(contextOf(template, text), { ...options, only: rule });
  const here = found.filter(({ span }) => cursor === undefined || (span.start <= cursor && cursor <= span.end));
  const [first] = here;
  if (first !== undefined) return first;
  const picture = draw(
    text,
    found.map(({ span, rule, message }) => ({ span, label: `${rule}: ${message}` })),
    cursor,
  );
  throw new AssertionError({
    message: `No finding of ${rule}${cursor === undefined ? '' : ' at $0'}:\n${picture}`,
    stackStartFn: fixes,
  });
}

// biome-ignore lint/complexity/noBannedTypes: what AssertionError takes
function same(actual: string, expected: string, stackStartFn: Function): void {
  if (actual === expected) return;
  throw new AssertionError({
    message: `The picture to paste, if it is right:\n${actual}`,
    actual,
    expected,
    operator: 'strictEqual',
    stackStartFn,
  });
}
