/** What a template's front matter asks of a document's: keys, their order, choices, dates. */
import { frontMatterOf, textOf } from './front-matter.ts';
import type { SpecTemplate } from './template.ts';
import type { YamlEntry } from './yaml.ts';

export interface KeySpec {
  readonly key: string;
  readonly required: boolean;
  /** What may stand there; empty: anything. */
  readonly choices: readonly string[];
  /** `YYYY-MM-DD` is asked for. */
  readonly date: boolean;
  /** The template's line for it, without the line break. */
  readonly source: string;
}

const known = new WeakMap<SpecTemplate, readonly KeySpec[]>();

/** Empty where the template has no front matter, has GitHub's, or one that cannot be read. Never throws. */
export function keysOwed(template: SpecTemplate): readonly KeySpec[] {
  const cached = known.get(template);
  if (cached !== undefined) return cached;
  const keys = template.issue === undefined ? readKeys(template) : [];
  known.set(template, keys);
  return keys;
}

function readKeys({ document }: SpecTemplate): readonly KeySpec[] {
  const frontMatter = frontMatterOf(document);
  if (frontMatter === undefined || frontMatter.problem !== undefined) return [];
  const { text, lines } = document;
  const required = !OPTIONAL.test(text.slice(frontMatter.span.start, frontMatter.span.end));
  return frontMatter.entries.map((entry) => {
    const line = lines.lineAt(entry.keySpan.start);
    const source = text.slice(lines.startOf(line), lines.endOf(line));
    const said = textOf(entry);
    const optional = /#[^\n]*\boptional\b|\(optional\b/i.test(source);
    return {
      key: entry.key,
      required: required && !optional,
      choices: choicesIn(entry),
      date: DATE_WANTED.test(said),
      source,
    };
  });
}

/** `# These are optional metadata elements.` speaks of them all. */
const OPTIONAL = /^#[^\n]*\b(?:these|all)\b[^\n]*\boptional\b/im;
const DATE_WANTED = /^\W*(?:YYYY|yyyy)-(?:MM|mm)-(?:DD|dd)\b/;

/** `draft | final`, `<Draft|Final>`: words with bars between them. A choice with a blank in it asks for words of one's own. */
function choicesIn(entry: YamlEntry): readonly string[] {
  const said = textOf(entry).replace(/^[<{[(]|[>}\])]$/g, '');
  if (!said.includes('|')) return [];
  const choices = said.split('|').map((choice) => choice.trim());
  return choices.every((choice) => /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(choice)) ? choices : [];
}
