/** The sections still to write, offered after `#` at a line's start. */
import type { Binding, BoundSection, Laid } from '../binding.ts';
import type { Section } from '../document.ts';
import { headingText, sectionText } from '../section-text.ts';
import { lineEndOf } from '../text/insert.ts';
import type { Span } from '../text/span.ts';
import type { Completion } from './completion-item.ts';
import { guidanceMarkdown } from './guidance-markdown.ts';
import { breaksAround, sectionsAround, type TypedHeading } from './typed-line.ts';

/** What is missing comes first, in the template's order. `laid` is the document without what is typed. */
export function sectionCompletions(laid: Laid, typed: TypedHeading): readonly Completion[] {
  const around = new Set(sectionsAround(laid, typed.span.start));
  const marks = /^(?:#+|\*\*)?/.exec(typed.typed)?.[0] ?? '';
  return wanted(laid.binding, around).map((bound) => {
    const { spec } = bound;
    const facts = [spec.required ? 'required' : 'optional', ...spec.limits.map(({ said }) => said)];
    return {
      kind: 'section',
      label: spec.name,
      detail: facts.join(' · '),
      documentation: guidanceMarkdown(spec),
      span: typed.span,
      // With the marks, or typing the next one would hide it.
      filter: marks === '**' ? `**${spec.name}` : `${marks} ${spec.name}`.trimStart(),
      holes: [],
      ...toInsert(laid, typed, bound),
    };
  });
}
/** What is missing at the top level and in the sections around the cursor; behind it, what may be written again. */
function wanted(binding: Binding, around: ReadonlySet<Section>): readonly BoundSection[] {
  const open = Array.from(offered(binding, around));
  return [...open.filter(({ matches }) => matches.length === 0), ...open.filter(({ matches }) => 0 < matches.length)];
}

function* offered({ bound }: Binding, around: ReadonlySet<Section>): Iterable<BoundSection> {
  for (const each of bound) {
    const { spec, matches } = each;
    if (matches.length === 0 || spec.repeatable) yield each;
    for (const { section, inner } of matches) if (around.has(section)) yield* offered(inner, around);
  }
}

function toInsert(
  { document }: Laid,
  { hasBody, span }: TypedHeading,
  { spec, level }: BoundSection,
): { readonly newText: string; readonly selection: Span } {
  if (hasBody) {
    const newText = headingText(spec, level);
    return { newText, selection: { start: newText.length, end: newText.length } };
  }
  const { text, selection } = sectionText(spec, {
    document,
    level,
    body: 'guidance',
    including: () => false,
    selected: true,
  });
  const lineEnd = lineEndOf(document.text);
  const withLineEnds = (words: string) => words.replaceAll('\n', lineEnd);
  const isBare = spec.guidance === '' && spec.preset === '';
  const before = isBare ? `${text}\n\n` : text;
  const start = isBare ? before.length : selection.start;
  const end = isBare ? before.length : selection.end;
  return {
    newText: withLineEnds(before + breaksAround(document, span).behind),
    selection: {
      start: withLineEnds(before.slice(0, start)).length,
      end: withLineEnds(before.slice(0, end)).length,
    },
  };
}
