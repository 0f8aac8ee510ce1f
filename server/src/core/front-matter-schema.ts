/** What a template's front matter asks of a document's: keys, their order, choices, dates, lengths. */
import { type FrontMatter, frontMatterOf } from './front-matter.ts';
import { choicesIn, isAnswer, isPlaceholderValue, saysOptional, unquoted, wantsDate } from './front-matter-words.ts';
import { type Limit, limitsOf } from './limits.ts';
import type { SpecTemplate } from './template.ts';
import type { YamlEntry } from './yaml.ts';

export interface KeySpec {
  readonly key: string;
  readonly required: boolean;
  /** The template's words that make it optional, on one line; empty where it is required. */
  readonly optionalBy: string;
  /** What may stand there; empty: anything. */
  readonly choices: readonly string[];
  /** More words may follow a choice, as they do in the template: `Technical (Core, Networking) | Recovery`. */
  readonly choicesGoOn: boolean;
  /** `YYYY-MM-DD` is asked for. */
  readonly date: boolean;
  readonly limits: readonly Limit[];
  /** The template's value, where it says what belongs there instead of being it: `<URL>`. Empty where it is a value. */
  readonly placeholder: string;
  /** The template's value, where a document may have it as it is. Empty where it is a placeholder, choices, a list or a map. */
  readonly value: string;
  /** What the template has behind the colon on the same line, quotes included. */
  readonly source: string;
  /** What the template says about it: behind the key, behind the value, above the line. */
  readonly remark: string;
}

const known = new WeakMap<SpecTemplate, readonly KeySpec[]>();

/** Empty where the template has no front matter, or GitHub's. One that is no YAML is read line by line. Never throws. */
export function keysOwed(template: SpecTemplate): readonly KeySpec[] {
  const cached = known.get(template);
  if (cached !== undefined) return cached;
  const keys = template.issue === undefined ? keysIn(template) : [];
  known.set(template, keys);
  return keys;
}

/** All that it has, GitHub's too, which no document owes. Never throws. */
export function keysIn({ document }: Pick<SpecTemplate, 'document'>): readonly KeySpec[] {
  const { frontMatter } = document;
  if (frontMatter === undefined || document.text.startsWith('+++', frontMatter.start)) return [];
  const source = document.text.slice(frontMatter.start, frontMatter.end);
  const all = source.match(OPTIONAL_ABOVE)?.find((words) => /\b(?:these|all)\b/i.test(words));
  const seen = new Set<string>();
  return linesOf(source, frontMatterOf(document)).flatMap((line) => {
    if (seen.has(line.key)) return [];
    seen.add(line.key);
    return [toSpec(line, all)];
  });
}

function toSpec({ key, remark, said, source }: Line, allOptional: string | undefined): KeySpec {
  const isPlaceholder = isPlaceholderValue(said);
  const words = isPlaceholder ? `${remark}\n\n${said.replace(/^[<{[(]|[>}\])]$/g, '')}` : remark;
  const optionalBy = oneLine(allOptional ?? words.split('\n\n').find(saysOptional) ?? '');
  const choices = choicesIn(said, remark);
  const isOpen = isPlaceholder || !isAnswer(said) || (0 < choices.length && !choices.includes(said));
  return {
    key,
    required: optionalBy === '',
    optionalBy,
    choices,
    choicesGoOn: /\|/.test(said) && /\([^()]+\)\s*(?:\||$)/.test(said.replace(/[>}\]]$/, '')),
    date: wantsDate(words),
    limits: limitsOf(words),
    placeholder: isPlaceholder ? said : '',
    value: isOpen ? '' : said,
    source,
    remark,
  };
}

/** The document's entry for a key, which may repeat the template's remark: `requires (*optional)`. */
export function entryFor({ entries }: FrontMatter, { key }: Pick<KeySpec, 'key'>): YamlEntry | undefined {
  return entries.find((entry) => entry.key === key) ?? entries.find((entry) => keyName(entry.key) === key);
}

/** How long titles may be, where the template says so above its sections: “The title should be 44 characters or less”. */
export function titleLimits({ skeleton, sections }: SpecTemplate): readonly Limit[] {
  const above = skeleton.text.slice(0, sections[0]?.source.heading.start ?? skeleton.text.length);
  const said = above.split(/(?<=[.!?])\s|[\r\n]{2}|-->|<!--/).filter((sentence) => TITLE.test(sentence.trim()));
  return limitsOf(said.map((sentence) => sentence.trim().replace(TITLE, 'It $1')).join('\n\n'));
}

const TITLE = /^[\s*_>-]*(?:the |a |your |its )?(?:\p{L}[\p{L}-]* )?title (should|must|may|can|has to|is|has)\b/iu;

/** A line of the template's front matter. */
interface Line {
  readonly key: string;
  /** Behind the key in brackets, behind the value, or above it. */
  readonly remark: string;
  /** The value's source on this line. Empty where it is a list or a map below it. */
  readonly source: string;
  /** The same without quotes. */
  readonly said: string;
}

function oneLine(words: string): string {
  return words.replace(/^#+|\s+/g, ' ').trim();
}

/** `# These are optional metadata elements.` speaks of them all. */
const OPTIONAL_ABOVE = /^#.*\boptional\b/gim;

/** A comment on a line of its own speaks of the keys below it, up to the next one. */
function linesOf(source: string, frontMatter: FrontMatter | undefined): readonly Line[] {
  const keys = new Set(frontMatter?.problem === undefined ? frontMatter?.entries.map(({ key }) => key) : undefined);
  const lines: Line[] = [];
  let above = '';
  for (const line of source.split(/\r\n?|\n/).slice(1, -1)) {
    if (line.startsWith('#')) above = line.replace(/^#+[ \t]*/, '');
    const { key, rest } = keyLine(line) ?? {};
    if (key === undefined || rest === undefined || (0 < keys.size && !keys.has(unquoted(key)))) continue;
    const { source, remark } = valueIn(rest);
    lines.push({
      key: keyName(unquoted(key)),
      remark: [remarkIn(key), remark, above].join('\n\n').trim(),
      source,
      said: unquoted(source),
    });
  }
  return lines;
}

/** The key's source, and all that stands behind the colon. Undefined for every other line. */
export function keyLine(line: string): { readonly key: string; readonly rest: string } | undefined {
  const [, key, rest = ''] = KEY.exec(line) ?? [];
  return key === undefined ? undefined : { key, rest };
}

/** At the line's start: what is indented belongs to the value above. */
const KEY = /^((?:"[^"]+"|'[^']+'|[\p{L}\p{N}_](?:[^:#\r\n]{0,99}[^:#\r\n \t])?))[ \t]*:(?:[ \t]+(?![ \t])(.*))?$/u;

/** The value, and what is said behind it: `draft # or final`, `"0001" <!-- keep the quotes -->`. */
export function valueIn(rest: string): { readonly source: string; readonly remark: string } {
  const quoted = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0].length;
  const at = quoted ?? rest.search(/(?:^|\s)#|<!--/);
  const end = at === -1 ? rest.length : at;
  const remark = rest
    .slice(end)
    .replace(/^[\s#]+|<!--|-->/g, '')
    .trim();
  return { source: rest.slice(0, end).trim(), remark };
}

/** Without the remark behind it: `requires (*optional)` is “requires”. */
export function keyName(key: string): string {
  return key.replace(REMARK, '').trim();
}

function remarkIn(key: string): string {
  return REMARK.exec(key)?.[1] ?? '';
}

const REMARK = /(?<![ \t])[ \t]+\(([^()]*)\)$/;
