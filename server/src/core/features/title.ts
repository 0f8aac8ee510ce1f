/** What a document calls itself, for a list of many of its kind. */
import { entryOf, frontMatterOf, textOf } from '../front-matter.ts';
import type { RuleContext } from '../rules/rule.ts';

/**
 * Its front matter’s title, else its first heading of level 1, on one line and without the words that all documents of the
 * template begin with. Undefined where neither says anything of its own.
 */
export function titleOf(context: RuleContext): string | undefined {
  const { template } = context;
  const own = [titleIn(template.document), template.issue?.titlePrefix ?? '', template.title?.title ?? ''];
  const said = [titleIn(context.document), headingOf(context)].map((words) => withoutAny(oneLine(words), own));
  return said.find((words) => words !== '');
}

/** No list has room for more, in characters. */
const longest = 200;

function titleIn(document: RuleContext['document']): string {
  const frontMatter = frontMatterOf(document);
  return frontMatter === undefined ? '' : textOf(entryOf(frontMatter, 'title'));
}

/** Where sections are of level 1, too, the first of them is no title. */
export function headingOf({ document, binding }: RuleContext): string {
  const first = document.root.children.find(({ level }) => level === 1);
  const isSection = binding.all.some(({ matches }) => matches.some(({ section }) => section === first));
  return first === undefined || isSection ? '' : first.title;
}

/** Empty where they are the template’s own words, and nothing else. */
function withoutAny(words: string, own: readonly string[]): string {
  const lower = words.toLowerCase();
  for (const each of own.map((template) => oneLine(template).toLowerCase())) {
    const start = startOf(each);
    if (lower === each || lower === start) return '';
    // “Tech spec: ” and “[RFC] ” are no part of a title, “Night” in “Nightly” is.
    if (/[^\p{L}\p{N}]$/u.test(start) && lower.startsWith(start)) return words.slice(start.length).trim();
  }
  return words;
}

/** What stands before a placeholder that ends a title: `Feature Specification: [FEATURE NAME]`. */
function startOf(words: string): string {
  const at = /[\]}>]$/.test(words) ? words.search(/[[{<]/) : 0;
  return at <= 0 ? words : words.slice(0, at).trim();
}

function oneLine(words: string): string {
  return Array.from(words.replaceAll(/\s+/g, ' ').trim()).slice(0, longest).join('');
}
