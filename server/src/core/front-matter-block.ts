/** A template's front matter as a document begins with it: what is to be chosen is left open. */
import { behindColon, frontMatterOf } from './front-matter.ts';
import { entryFor, type KeySpec } from './front-matter-schema.ts';
import type { SpecTemplate } from './template.ts';

/** A value to be filled in. */
export interface Gap {
  readonly spec: KeySpec;
  /** What stands there meanwhile: a placeholder, or nothing directly behind the colon. */
  readonly words: string;
}

/**
 * Both fences included, without a line break behind them, line ends as LF. Choices and dates are left out: they would be
 * reported as they stand there. Of front matter that cannot be read only the keys that are required. Never throws.
 */
export function frontMatterBlock({ document }: SpecTemplate, owed: readonly KeySpec[]): readonly (string | Gap)[] {
  const found = frontMatterOf(document);
  if (found === undefined || found.problem !== undefined) {
    const lines = owed.filter(({ required }) => required).flatMap((spec) => [`\n${spec.key}:`, { spec, words: '' }]);
    return ['---', ...lines, '\n---'];
  }
  const { text } = document;
  const pieces: (string | Gap)[] = [];
  let at = found.span.start;
  for (const { spec, entry } of owed.map((spec) => ({ spec, entry: entryFor(found, spec) })).sort(byPlace)) {
    if (entry === undefined || entry.keySpan.start < at) continue;
    const { valueSpan } = entry;
    const isOpen = 0 < spec.choices.length || spec.date;
    if (!isOpen && spec.placeholder === '' && valueSpan.start < valueSpan.end) continue;
    const isPlaceholder = !isOpen && spec.placeholder !== '';
    const start = isPlaceholder ? valueSpan.start : behindColon(text, entry);
    if (start === undefined) continue;
    pieces.push(text.slice(at, start), { spec, words: isPlaceholder ? text.slice(start, valueSpan.end) : '' });
    at = Math.max(start, valueSpan.end);
  }
  return [...pieces, text.slice(at, found.span.end)].map((piece) => {
    return typeof piece === 'string' ? piece.replace(/\r\n?/g, '\n') : piece;
  });
}

type Placed = { readonly entry: ReturnType<typeof entryFor> };

function byPlace({ entry: one }: Placed, { entry: other }: Placed): number {
  return (one?.keySpan.start ?? 0) - (other?.keySpan.start ?? 0);
}
