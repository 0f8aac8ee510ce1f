/** What the template says about the section under the cursor. */
import type { BoundSection, Match } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import { measure } from '../length.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SectionStatus } from '../status.ts';
import { lineOf, type SpecTemplate } from '../template.ts';
import type { Span } from '../text/span.ts';
import { guidanceMarkdown, plainWords } from './guidance-markdown.ts';
import { countText } from './limit-words.ts';

export interface Hover {
  readonly span: Span;
  /** Markdown without HTML; the document's and template's words are escaped. */
  readonly markdown: string;
}

/** Where a line of the template, zero-based, can be gone to; undefined where it cannot. It is put into Markdown as it is. */
export type LineLink = (line: number) => string | undefined;

/** Only on a heading that answers to the template; undefined elsewhere. A heading that answers twice says both. */
export function hover(
  { document, template, binding }: RuleContext,
  offset: number,
  link: LineLink = () => undefined,
): Hover | undefined {
  let span: Span | undefined;
  const parts: string[] = [];
  for (const bound of binding.all) {
    for (const match of bound.matches) {
      const { heading } = match.section;
      if (offset < heading.start || heading.end < offset) continue;
      span = heading;
      parts.push(markdownOf(document, template, bound, match, link));
    }
  }
  return span && { span, markdown: parts.join('\n\n---\n\n') };
}

function markdownOf(
  document: SpecDocument,
  template: SpecTemplate,
  { spec }: BoundSection,
  match: Match,
  link: LineLink,
): string {
  const { section, opening, status } = match;
  const counts = spec.limits.map((limit) => countText(measure({ document, spec, section, opening }, limit), limit));
  const facts = [`**${plainWords(spec.name)}**`, stateText(status, spec.lead), ...counts];
  const name = template.name ?? template.title?.title;
  const called = name === undefined ? 'the template' : `“${plainWords(name)}”`;
  const line = lineOf(template, spec);
  const href = link(line);
  const place = href === undefined ? `line ${line + 1}` : `[line ${line + 1}](${href})`;
  const why = `${spec.required ? 'Required' : 'Optional'}${spec.repeatable ? ', as often as needed,' : ''} in ${called}, ${place}`;
  return [facts.join(' · '), guidanceMarkdown(spec), `*${why}*`].filter((part) => part !== '').join('\n\n');
}

/** In words that follow the section's name. */
function stateText(status: SectionStatus, lead: boolean): string {
  return status === 'empty' && lead ? 'not answered yet; “N/A” is no answer here' : stateWords[status];
}

const stateWords = {
  done: 'answered',
  'not-applicable': 'not applicable',
  empty: 'empty',
  guidance: 'template’s words',
  unfinished: 'unfinished',
  overlong: 'outside its limit',
  missing: 'missing',
} as const satisfies Record<SectionStatus, string>;
