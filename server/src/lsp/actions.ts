/** Fixes: listed by title, and given their edits when one is chosen, on the text as it is then. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { type Capabilities, fixAllKind } from './capabilities.ts';
import { toDiagnostic } from './convert/diagnostics.ts';
import { toWorkspaceEdit } from './convert/edits.ts';
import { toSpan } from './convert/places.ts';
import { answering, logError, stackOf } from './isolate.ts';
import { inSlices, wanting } from './slices.ts';
import type { Context, Workspace } from './workspace.ts';

export function startActions(connection: lsp.Connection, workspace: Workspace, capabilities: Capabilities): void {
  const log = (message: string) => logError(connection, message);

  /** With the fixes of some of its findings, all for the text as it is now. */
  async function fixedOf(
    uri: string,
    isWanted: () => boolean,
    some: (context: Context) => readonly core.Finding[],
  ): Promise<{ readonly context: Context; readonly fixesOf: FixesOf } | undefined> {
    for (;;) {
      const context = await workspace.checkedContextOf(uri, isWanted);
      const fixesOf = context && (await fixesInSlices(some(context), log, isWanted));
      if (context === undefined || fixesOf === undefined) return undefined;
      // Something may have been typed meanwhile.
      if (workspace.documents.get(uri)?.version === context.version) return { context, fixesOf };
    }
  }

  connection.onCodeAction(
    answering(connection, 'Listing fixes', [], async ({ textDocument: { uri }, range, context: { only } }, token) => {
      const isAllWanted = isWanted(fixAllKind, only);
      const fixed = await fixedOf(uri, wanting(token), ({ document, findings }) => {
        const span = toSpan(document, range);
        return findings.filter((finding) => isAllWanted || touches(finding.span, span));
      });
      if (fixed === undefined) return [];
      const { context, fixesOf } = fixed;
      const span = toSpan(context.document, range);
      return offersFor(context, span, capabilities, fixesOf)
        .filter(({ kind }) => isWanted(kind, only))
        .map((offer) => actionFrom(context, offer, capabilities, fixesOf));
    }),
  );

  if (!capabilities.resolvesEdits) return;
  connection.onCodeActionResolve(async (action, token) => {
    const resolved = answering(connection, 'Working out a fix', action, async () => {
      const chosen = choiceFrom(action.data);
      if (chosen === undefined) return action;
      const fixed = await fixedOf(chosen.uri, wanting(token), ({ findings }) =>
        chosen.fix === ours.fixAll ? findings : findingsFor(chosen, findings),
      );
      if (fixed === undefined) return action;
      const { context, fixesOf } = fixed;
      const plan = planOf(context, chosen, fixesOf);
      if (plan === undefined) return action;
      return { ...action, edit: toWorkspaceEdit(context, { ...plan, title: action.title }, capabilities) };
    });
    return resolved(undefined, token);
  });
}

/** Names what was chosen in a way that outlives edits: never by a message or a place. */
interface Choice {
  readonly uri: string;
  readonly rule: string;
  readonly key: string;
  readonly fix: string;
}

interface Offer {
  readonly title: string;
  readonly kind: lsp.CodeActionKind;
  readonly choice: Choice;
  readonly isPreferred?: boolean;
  readonly diagnostics?: lsp.Diagnostic[];
}

interface Plan {
  readonly edits: readonly core.Edit[];
  /** In the text as edited. */
  readonly selection?: core.Span;
  readonly preview?: boolean;
}

/** Fixes that no rule names: a rule's own are words. */
const ours = { disable: '$disable', insertAll: '$insert-all', notASpec: '$not-a-spec', fixAll: '$fix-all' };

/** The one whose missing sections can be inserted together. */
const missingSection = 'missing-section';

function offersFor(context: Context, span: core.Span, capabilities: Capabilities, fixesOf: FixesOf): readonly Offer[] {
  const { uri, document, findings } = context;
  const quick = { kind: lsp.CodeActionKind.QuickFix };
  const touched = findings.filter((finding) => touches(finding.span, span));
  const titled = touched.map((finding) => ({
    finding,
    diagnostics: [toDiagnostic(uri, document, finding, capabilities, context)],
  }));

  const offers: Offer[] = titled.flatMap(({ finding, diagnostics }) => {
    const { rule, key } = finding;
    const fixes = fixesOf(finding).filter(({ edits }) => 0 < edits.length);
    const isOnlySafe = fixes.filter(({ safe }) => safe).length === 1;
    return fixes.map(({ name, title, safe }) => ({
      ...quick,
      title,
      choice: { uri, rule, key, fix: name },
      diagnostics,
      ...(safe && isOnlySafe && { isPreferred: true }),
    }));
  });
  const missing = findings.filter(({ rule }) => rule === missingSection);
  if (1 < missing.length && touched.some(({ rule }) => rule === missingSection)) {
    const diagnostics = titled
      .filter(({ finding }) => finding.rule === missingSection)
      .flatMap((each) => each.diagnostics);
    const choice = { uri, rule: missingSection, key: '', fix: ours.insertAll };
    offers.push({ ...quick, title: 'Insert all missing sections', choice, diagnostics });
  }
  // One comment silences all that a rule says of a line.
  const silenceable = new Map<string, Offer>();
  for (const { finding, diagnostics } of titled) {
    const { rule, key, span: place } = finding;
    const name = `${rule} ${document.lines.lineAt(place.start)}`;
    const known = silenceable.get(name);
    const choice = known?.choice ?? { uri, rule, key, fix: ours.disable };
    const all = [...(known?.diagnostics ?? []), ...diagnostics];
    silenceable.set(name, { ...quick, title: `Disable rule here: ${rule}`, choice, diagnostics: all });
  }
  offers.push(...silenceable.values());
  if (0 < touched.length) {
    const diagnostics = titled.flatMap((each) => each.diagnostics);
    offers.push({
      ...quick,
      title: 'Not a Tech Spec',
      choice: { uri, rule: '', key: '', fix: ours.notASpec },
      diagnostics,
    });
  }
  if (0 < safeEditsOf(findings, fixesOf).length) {
    const choice = { uri, rule: '', key: '', fix: ours.fixAll };
    offers.push({ kind: fixAllKind, title: 'Fix all that is safe to fix', choice });
  }
  return offers;
}

function actionFrom(context: Context, offer: Offer, capabilities: Capabilities, fixesOf: FixesOf): lsp.CodeAction {
  const { choice, ...shown } = offer;
  if (capabilities.resolvesEdits) return { ...shown, data: choice };
  const plan = planOf(context, choice, fixesOf);
  if (plan === undefined) return shown;
  return { ...shown, edit: toWorkspaceEdit(context, { ...plan, title: shown.title }, capabilities) };
}

/** What a choice means in the text as it is now; undefined where its finding is gone. */
function planOf(context: Context, choice: Choice, fixesOf: FixesOf): Plan | undefined {
  const { document, findings } = context;
  const { rule, fix } = choice;
  if (fix === ours.notASpec) return { edits: [core.notASpec(document)] };
  if (fix === ours.fixAll) return { edits: safeEditsOf(findings, fixesOf) };
  if (fix === ours.insertAll) return insertAll(context);
  const [finding] = findingsFor(choice, findings);
  if (finding === undefined) return undefined;
  if (fix === ours.disable) return { edits: [core.disableHere(document, rule, finding.span.start)] };
  return fixesOf(finding).find(({ name }) => name === fix);
}

/** One, or none where it is gone. */
function findingsFor({ rule, key }: Choice, findings: readonly core.Finding[]): readonly core.Finding[] {
  const finding = findings.find((each) => each.rule === rule && each.key === key);
  return finding === undefined ? [] : [finding];
}

function insertAll(context: Context): Plan {
  const { edits, selection } = core.insertMissing(context, context.findings);
  return selection === undefined ? { edits } : { edits, selection };
}

/** A finding whose fixes were not worked out counts as one without. */
function safeEditsOf(findings: readonly core.Finding[], fixesOf: FixesOf): readonly core.Edit[] {
  return core.safeFixes(findings, fixesOf).flatMap(({ fix }) => fix.edits);
}

type FixesOf = (finding: core.Finding) => readonly core.Fix[];

/** There may be thousands of findings. A rule whose fixes fail offers none. Undefined where they are not wanted any more. */
async function fixesInSlices(
  findings: readonly core.Finding[],
  log: Log,
  isWanted: () => boolean,
): Promise<FixesOf | undefined> {
  const breathe = inSlices();
  const known = new Map<core.Finding, readonly core.Fix[]>();
  for (const finding of findings) {
    await breathe();
    if (!isWanted()) return undefined;
    try {
      known.set(finding, finding.fixes());
    } catch (error) {
      log(`The fixes of rule ${finding.rule} failed: ${stackOf(error)}`);
    }
  }
  return (finding) => known.get(finding) ?? [];
}

type Log = (message: string) => void;

function touches(one: core.Span, other: core.Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** `source` asks for `source.fixAll.techSpec` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** What comes back from a client is checked before it is believed. */
function choiceFrom(data: unknown): Choice | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, rule, key, fix } = data as Readonly<Record<string, unknown>>;
  const isChoice = [uri, rule, key, fix].every((part) => typeof part === 'string');
  return isChoice ? (data as Choice) : undefined;
}
