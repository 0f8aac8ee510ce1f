/** What is offered for completion, and what an editor says when it asks. */
import { type Hole, joined, type Part } from '../text/holes.ts';
import type { Span } from '../text/span.ts';

export interface Completion {
  readonly kind: 'section' | 'shape' | 'block' | 'key' | 'value';
  readonly label: string;
  /** In a few words: required or optional, limits, choices. */
  readonly detail: string;
  /** Markdown: what the template says about it. */
  readonly documentation: string;
  /** What it replaces: what is typed so far, on one line, the cursor in it. */
  readonly span: Span;
  /** What an editor compares with the text from the span's start to the cursor. */
  readonly filter: string;
  /** Line ends are the document's. */
  readonly newText: string;
  /** Places in `newText` to be filled in one after the other, in the order of the text. */
  readonly holes: readonly Hole[];
  /** The part of `newText` to be selected in the end, as offsets in it. */
  readonly selection: Span;
}

export interface CompletionOptions {
  /** Such as `2026-11-23`; without it no date is proposed. */
  readonly today?: string;
  /** The character that made the editor ask; undefined where the author did. */
  readonly trigger?: string | undefined;
  /** Shapes are offered on a blank line, too: the editor lists no snippets of its own. */
  readonly shapes?: boolean;
}

/** What is put in. A single place at its end is selected at once; else the cursor ends behind it all. */
export function filling(parts: readonly Part[], lineEnd: string): Pick<Completion, 'newText' | 'holes' | 'selection'> {
  const { text: newText, holes } = joined(parts, lineEnd);
  const [only, another] = holes;
  if (only !== undefined && another === undefined && only.choices.length === 1 && only.span.end === newText.length) {
    return { newText, holes: [], selection: only.span };
  }
  return { newText, holes, selection: { start: newText.length, end: newText.length } };
}

/** What a word in the making is compared with: the label from the word on that begins so. Undefined where none does. */
export function fromWord(label: string, typed: string): string | undefined {
  const words = label.toLowerCase();
  if (words.startsWith(typed.toLowerCase())) return label;
  const at = words.indexOf(` ${typed.toLowerCase()}`);
  return at === -1 ? undefined : label.slice(at + 1);
}
