/** The comments that silence a rule in place. */
import type { Section, SpecDocument } from './document.ts';
import { Search } from './kept.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import { lastBelow } from './text/search.ts';
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
  return atOnce(silenceInSteps(document));
}

/** The same, and stops behind some hundreds of comments, blocks or lines. */
export function* silenceInSteps(document: SpecDocument): Steps<Silence> {
  const { lines, frontMatter } = document;
  // A comment's mark is found sooner than words, and many documents have none.
  if (!mayHoldComment(lines) || !lines.includes('tech-spec-disable')) return () => false;
  const saidOf = yield* saidIn(document);
  const behind = frontMatter === undefined ? 0 : frontMatter.end + document.text.slice(frontMatter.end).search(/\S|$/);
  return (rule, { start }) => {
    const line = lines.lineAt(frontMatter !== undefined && start <= frontMatter.end ? behind : start);
    let last = -1;
    for (const said of [saidOf.get(rule), saidOf.get(anyRule)]) {
      if (said === undefined) continue;
      // What stands nearest above reaches as far as any.
      if (line <= (said.to[lastBelow(said.from, line + 1)] ?? -1)) return true;
      last = Math.max(last, said.switches[lastBelow(said.lines, line + 1)] ?? -1);
    }
    return last % 2 === 0;
  };
}

/** What is said of a rule, in document order: numbers, for there may be hundreds of thousands. */
interface Said {
  /** The first lines that the next line may be, and which it is. */
  readonly from: number[];
  readonly to: number[];
  /** The lines of switches, and each as twice its place among all of the document, and one more where it is on. */
  readonly lines: number[];
  readonly switches: number[];
}

const anyRule = '';

function* saidIn(document: SpecDocument): Steps<ReadonlyMap<string, Said>> {
  const { lines } = document;
  const saidOf = new Map<string, Said>();
  let [at, to] = [0, -1];
  for (const section of yield* directing.sectionsInSteps(document, directing)) {
    for (const directive of directivesOf(document, section)) {
      if (isPause(at++)) yield;
      if (directive === undefined) continue;
      const { words, rules, span } = directive;
      const from = lines.lineAt(span.end) + 1;
      const isNext = words === 'tech-spec-disable-next-line';
      // Between two that speak of one line there are no words.
      if (isNext && to < from) to = yield* lineWithWords(document, from);
      for (const rule of rules) {
        const said = saidOf.get(rule) ?? { from: [], to: [], lines: [], switches: [] };
        saidOf.set(rule, said);
        if (isNext) {
          said.from.push(from);
          said.to.push(to);
        } else {
          said.lines.push(lines.lineAt(span.start));
          said.switches.push(2 * at + Number(words === 'tech-spec-enable'));
        }
      }
    }
  }
  return saidOf;
}

/** The first at or behind a line; another such comment has no words of its own. */
function* lineWithWords({ lines }: SpecDocument, from: number): Steps<number> {
  let line = from;
  while (line < lines.count - 1 && HAS_NO_WORDS.test(lines.textBetween(lines.startOf(line), lines.endOf(line)))) {
    if (isPause(line++)) yield;
  }
  return line;
}

const HAS_NO_WORDS = /^\s*(?:<!--\s*tech-spec-disable-next-line\b[a-z\s,-]*-->\s*)?$/;

interface Directive {
  readonly words: string;
  readonly rules: readonly string[];
  readonly span: Span;
}

const mark = 'tech-spec-';

const directing = new Search(({ lines }, { body }) => lines.textBetween(body.start, body.end).includes(mark));

/** Undefined for blocks, of which there may be very many without any. Only comments count: in code and in a sentence the words are quoted. */
function* directivesOf({ lines }: SpecDocument, { blocks }: Section): Iterable<Directive | undefined> {
  for (const { kind, span } of blocks) {
    yield undefined;
    if (kind === 'code') continue;
    const source = lines.textBetween(span.start, span.end);
    if (!source.includes(mark)) continue;
    for (const { 0: all, 1: words = '', 2: named = '', index } of source.matchAll(DIRECTIVE)) {
      const start = span.start + index;
      const rules = named.split(/[\s,]+/).filter((rule) => rule !== '');
      yield { words, rules: 0 < rules.length ? rules : [anyRule], span: { start, end: start + all.length } };
    }
  }
}

/** Of names there are a dozen: what is longer nobody wrote. */
const DIRECTIVE = /<!--\s*(tech-spec-(?:disable-next-line|disable|enable))\b([a-z\s,-]{0,2000})-->/g;
