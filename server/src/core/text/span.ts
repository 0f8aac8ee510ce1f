/** Places in a text and changes to it, all in UTF-16 code units, as JavaScript and LSP count them. */

/** Half-open: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A place, and words about it. */
export interface Note {
  readonly span: Span;
  readonly message: string;
}

/** Applies edits that do not overlap, but for deletions, which may. Insertions at one offset land in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = Array.from(edits).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of sorted) {
    parts.push(text.slice(at, span.start), newText);
    at = Math.max(at, span.end);
  }
  return parts.join('') + text.slice(at);
}

export function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
