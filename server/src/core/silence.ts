/** The comments that silence a rule in place. */
import type { Section, SpecDocument } from './document.ts';
import { Search } from './kept.ts';
import type { Span } from './text/span.ts';
import { mayHoldComment } from './text/visible.ts';

/** Whether a finding of `rule` on `span` is silenced by a comment. */
export type Silence = (rule: string, span: Span) => boolean;

/**
 * `tech-spec-disable-next-line RULE` speaks of the next line behind the comment with words of its own (formatters put a blank
 * line between a comment and a heading), `tech-spec-disable RULE` of all lines until `tech-spec-enable RULE`. Several rules are separated by blanks or commas; without a rule, all are meant. No comment can
 * stand in or above the front matter: what stands right behind it speaks of it too.
 */
export function silenceOf(document: SpecDocument): Silence {
  const { lines, frontMatter } = document;
  // A comment's mark is found sooner than words, and many documents have none.
  if (!mayHoldComment(lines) || !lines.includes('tech-spec-disable')) return () => false;
  const nextLines: { readonly rules: RuleSet; readonly from: number; readonly to: number }[] = [];
  const switches: Switch[] = [];
  for (const { words, rules, span } of directivesIn(document)) {
    const from = lines.lineAt(span.end) + 1;
    if (words === 'tech-spec-disable-next-line') nextLines.push({ rules, from, to: lineWithWords(document, from) });
    else switches.push({ on: words === 'tech-spec-enable', rules, line: lines.lineAt(span.start) });
  }
  const behind = frontMatter === undefined ? 0 : frontMatter.end + document.text.slice(frontMatter.end).search(/\S|$/);
  return (rule, { start }) => {
    const line = lines.lineAt(frontMatter !== undefined && start <= frontMatter.end ? behind : start);
    const above = nextLines.filter(({ from, to }) => from <= line && line <= to);
    if (above.some(({ rules }) => speaksOf(rules, rule))) return true;
    const last = switches.findLast((each) => each.line <= line && speaksOf(each.rules, rule));
    return last !== undefined && !last.on;
  };
}

/** The first at or behind a line; another such comment has no words of its own. */
function lineWithWords({ lines }: SpecDocument, from: number): number {
  let line = from;
  while (line < lines.count - 1 && HAS_NO_WORDS.test(lines.textBetween(lines.startOf(line), lines.endOf(line)))) line++;
  return line;
}

const HAS_NO_WORDS = /^\s*(?:<!--\s*tech-spec-disable-next-line\b[a-z\s,-]*-->\s*)?$/;

type RuleSet = ReadonlySet<string>;

interface Switch {
  readonly on: boolean;
  readonly rules: RuleSet;
  readonly line: number;
}

function speaksOf(rules: RuleSet, rule: string): boolean {
  return rules.size === 0 || rules.has(rule);
}

interface Directive {
  readonly words: string;
  readonly rules: RuleSet;
  readonly span: Span;
}

/** Only comments count: in code and in a sentence the words are quoted. */
function directivesIn(document: SpecDocument): readonly Directive[] {
  const sections = directing.sections(document, directing);
  return sections.flatMap((section) => directivesOf(document, section));
}

const directing = new Search((document, section) => 0 < directivesOf(document, section).length);

function directivesOf({ lines }: SpecDocument, { blocks }: Section): readonly Directive[] {
  const found: Directive[] = [];
  for (const { kind, span } of blocks) {
    if (kind === 'code') continue;
    const source = lines.textBetween(span.start, span.end);
    for (const { 0: all, 1: words, 2: rules, index } of source.matchAll(DIRECTIVE)) {
      const start = span.start + index;
      const named = (rules ?? '').split(/[\s,]+/).filter((rule) => rule !== '');
      found.push({ words: words ?? '', rules: new Set(named), span: { start, end: start + all.length } });
    }
  }
  return found;
}

const DIRECTIVE = /<!--\s*(tech-spec-(?:disable-next-line|disable|enable))\b([a-z\s,-]*)-->/g;
