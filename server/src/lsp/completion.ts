/** Completion: what can be put in where the cursor is. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Capabilities } from './capabilities.ts';
import { toCompletionItems } from './convert/completions.ts';
import { toOffset } from './convert/places.ts';
import { answering } from './isolate.ts';
import { sliced, wanting } from './slices.ts';
import type { Workspace } from './workspace.ts';

/** `today` answers such as `2026-11-23`. */
export function startCompletion(
  connection: lsp.Connection,
  workspace: Workspace,
  capabilities: Capabilities,
  today: () => string,
): void {
  connection.onCompletion(
    answering(connection, 'Completion', [], async ({ textDocument: { uri }, position, context: asked }, token) => {
      const isTriggered = asked?.triggerKind === lsp.CompletionTriggerKind.TriggerCharacter;
      const trigger = isTriggered ? asked.triggerCharacter : undefined;
      // Colons are typed everywhere: only in front matter they are worth understanding the document.
      if (trigger === ':' && !mayBeFrontMatter(workspace, uri, position)) return [];
      const context = await workspace.contextOf(uri);
      if (context === undefined) return [];
      const options = { today: today(), trigger, shapes: !capabilities.ownSnippets };
      const steps = core.completionsInSteps(context, toOffset(context.document, position), options);
      return toCompletionItems(context, (await sliced(steps, wanting(token))) ?? [], capabilities);
    }),
  );
}

function mayBeFrontMatter({ documents }: Workspace, uri: string, { line }: lsp.Position): boolean {
  const document = documents.get(uri);
  return document !== undefined && core.mayBeFrontMatter(document.lines, line);
}

/** Of the author's time zone: in the evening it is tomorrow already elsewhere. */
export function localDate(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
