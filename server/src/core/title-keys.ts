/** The ways in which a document's heading may name a section of the template. */
import type { Section, SpecDocument } from './document.ts';
import { titleSpan } from './place.ts';
import type { Span } from './text/span.ts';
import { bareKey, halvesOf, titleKey } from './text/titles.ts';

/** As they are compared: its own, its halves', that without numbering in words, and the words before a colon with the place behind it. */
export interface TitleKeys {
  readonly key: string;
  readonly halves: readonly string[];
  readonly bare: string;
  readonly head: string;
  readonly opening: Span;
}

export function keysOfTitle(document: SpecDocument, section: Section): TitleKeys {
  const { title } = section;
  return { key: titleKey(title), halves: keysOfHalves(title), bare: bareKey(title), ...headOf(document, section) };
}

/** Empty for a title that is no pair: see `halvesOf`. */
export function keysOfHalves(title: string): readonly string[] {
  return MAY_HAVE_HALVES.test(title) ? halvesOf(title).map(titleKey) : [];
}

/** Most titles have none of these, and this is asked of every heading. */
const MAY_HAVE_HALVES = /[|/()（）[\]【】]| [-–—:] /;

/** `Security/Privacy: N/A`: the words before the colon or dash, and where those behind it stand. */
export function headOf(document: SpecDocument, section: Section): Pick<TitleKeys, 'head' | 'opening'> {
  if (!MAY_HAVE_HEAD.test(document.lines.textBetween(section.heading.start, section.heading.end))) return noHead;
  const { start, end } = titleSpan(document, section);
  const source = document.lines.textBetween(start, Math.min(end, start + longestHead));
  const mark = /[:：](?=\s*\S)|\s[-–—](?=\s+\S)/.exec(source);
  if (mark === null || mark.index === 0) return noHead;
  return { head: titleKey(source.slice(0, mark.index)), opening: { start: start + mark.index + mark[0].length, end } };
}

/** In UTF-16 code units. */
const longestHead = 4096;
const MAY_HAVE_HEAD = /[:：–—]|-\s/;
const noHead = { head: '', opening: { start: 0, end: 0 } };
