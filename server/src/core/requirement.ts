/** Whether a template's own words call a section optional or required, and which words those are. */

import { isAscii } from './text/letters.ts';
import { withoutTail } from './text/suffixes.ts';

export interface Mark {
  readonly requirement: 'optional' | 'required';
  /** In the template's words, on one line. */
  readonly said: string;
}

/** From a comment that stands just before a heading. Never throws. */
export function markInComment(comment: string): Mark | undefined {
  if (longestComment < comment.length) return undefined;
  const said = oneLine(comment);
  if (REQUIRED.test(said)) return { requirement: 'required', said };
  const isOptional = SAYS_OPTIONAL.test(said) || callsOptional(said);
  return isOptional ? { requirement: 'optional', said } : undefined;
}

/** What is longer explains something else. */
const longestComment = 400;

const SAYS_OPTIONAL =
  /(?<!\b(?:not|non)[ -])\boptional\b|\b(?:may|can) be (?:omitted|removed|deleted|skipped|left out)\b|feel free to (?:remove|delete|omit|skip)|\bif applicable\b|^(?:任意|可选|可選|선택|選填|选填)$/i;

/** From the guidance, comments included: only sentences whose subject is the section. “Optional” about something else does not count. Never throws. */
export function markInGuidance(guidance: string): Mark | undefined {
  let isFirst = true;
  for (const sentence of sentencesIn(guidance)) {
    if (isFirst && REQUIRED.test(sentence)) return { requirement: 'required', said: sentence };
    const isOptional = callsOptional(sentence) || (isFirst && opensOptional(sentence));
    if (isOptional) return { requirement: 'optional', said: sentence };
    isFirst = false;
  }
  return undefined;
}

/** What calls all that follows optional: “The sections below are optional”. Never throws. */
export function callsFollowingOptional(words: string): boolean {
  if (longestComment < words.length) return false;
  if (!SPEAKS_OF_SECTIONS.test(words)) return false;
  return sentencesIn(words).some((sentence) => FOLLOWING_OPTIONAL.test(sentence));
}

/** What follows is longer, and takes a while to be made ready: most templates never need it. */
const SPEAKS_OF_SECTIONS = /sections|headings|parts|everything|the rest/i;

const FOLLOWING_OPTIONAL =
  /^(?:all |any )?(?:of )?(?:the |these )?(?:(?:following|remaining|other|next) (?:sections|headings|parts)|(?:sections|headings|parts) (?:that follow|below(?: this line| here)?)|everything below(?: this line| here)?|the rest) (?:is|are|may be|can be) (?:all )?(?:optional|deleted|removed|omitted|skipped|left out)\b/i;

const REQUIRED = /^(?:required|mandatory|必須|必须|必填|필수)[.!。]?$/i;

const THIS = 'this (?:sub)?(?:section|heading|element|part|chapter|topic|field)';
const NEEDED = '(?:required|needed|mandatory|necessary|applicable)';

function callsOptional(sentence: string): boolean {
  if (isAscii(sentence) && !MAY_CALL_OPTIONAL.test(sentence)) return false;
  return OPTIONAL_SECTION.some(([words, pattern]) => words.test(sentence) && pattern.test(sentence));
}

/** Each of the patterns below has one of these. */
const MAY_CALL_OPTIONAL =
  /\bthis (?:is an|(?:sub)?(?:section|heading|element|part|chapter|topic|field))\b|^(?:please )?(?:delete|remove|omit|skip)\b/i;

/** Words that each has, and the pattern, which takes a while to be made ready. */
const OPTIONAL_SECTION: readonly (readonly [RegExp, RegExp])[] = [
  [/optional/i, new RegExp(`\\b${THIS} (?:is|are) (?:an? )?(?:entirely |completely |purely )?optional\\b`, 'i')],
  [
    /required|needed|mandatory|necessary|applicable/i,
    new RegExp(`\\b${THIS} is (?:not ${NEEDED}|only ${NEEDED}|${NEEDED} only|${NEEDED} (?:if|when|unless))\\b`, 'i'),
  ],
  [
    /omitted|left|skipped|removed|deleted|dropped/i,
    new RegExp(
      `\\b${THIS} (?:may|can) be (?:omitted|left (?:out|blank|empty)|skipped|removed|deleted|dropped)\\b`,
      'i',
    ),
  ],
  [
    /\b(?:skip|omit|remove|delete|drop|leave out) (?:all of )?this /i,
    new RegExp(
      `\\b(?:skip|omit|remove|delete|drop|leave out) (?:all of )?${THIS}(?: entirely| completely)? (?:if|when|unless|for|where)\\b`,
      'i',
    ),
  ],
  [
    /\b(?:include|in|out|complete|use|add|keep) this/i,
    new RegExp(
      `^(?:please )?(?:only )?(?:include|fill in|fill out|complete|use|add|keep) ${THIS} (?:only )?(?:if|when|where|for)\\b`,
      'i',
    ),
  ],
  [/optional/i, /\bthis is an optional (?:sub)?(?:section|element|part|field)\b/i],
  [
    /^(?:please )?(?:delete|remove|omit|skip)(?: this)? (?:if|when) /i,
    /^(?:please )?(?:delete|remove|omit|skip)(?: this)? (?:if|when) (?:this |it )?(?:is )?(?:not|irrelevant|inapplicable|n\/a)\b/i,
  ],
  [
    /[^\0-\u2fff]/,
    /(?:本|此|该|這|这)(?:一)?(?:章节|章節|章|节|節|部分|项|項)(?:为|為|是)?(?:可选|可選|选填|選填)|この(?:セクション|節|章|項目)は(?:任意|省略可|オプション|省略して)|(?:이|본) ?(?:섹션|절|항목)은 선택/,
  ],
];

/** Only in the first sentence: later ones speak of a part of the answer. */
function opensOptional(sentence: string): boolean {
  return (
    (!isAscii(sentence) || MAY_OPEN_OPTIONAL.test(sentence)) &&
    OPTIONAL_AT_FIRST.some((pattern) => pattern.test(sentence))
  );
}

const MAY_OPEN_OPTIONAL = /^(?:optional|if|where|when)/i;

const OPTIONAL_AT_FIRST: readonly RegExp[] = [
  /^optional(?: (?:sub)?(?:section|element|field))?(?:$|[.:,;!–—)-])/i,
  // A question behind it is for every author: “If applicable, how is it upgraded?”
  /^(?:if|where|when) (?:applicable|relevant|appropriate|needed|necessary), (?:please )?(?:add|include|provide|attach|paste|list|describe|mention|name|give|show|explain|link|upload)\b/i,
  /^(?:任意|可选|可選|选填|選填|선택)(?:$|[.:,：，。、)）])/,
];

/** Soft line breaks joined, without markup around them. */
function sentencesIn(guidance: string): readonly string[] {
  const paragraphs = guidance.replace(/<!--|-->/g, '\n\n').split(/\n[ \t]*(?:\n|(?=[-*+>] |\d+[.)] ))/);
  const sentences = paragraphs.flatMap((paragraph) => oneLine(paragraph).split(/(?<=[.!?。！？][)*_]{0,3}) /));
  const short = sentences.filter((sentence) => sentence.length <= longestSentence);
  return short.map(withoutMarks).filter((sentence) => sentence !== '');
}

/** What is longer calls no section anything. */
const longestSentence = 500;

function withoutMarks(sentence: string): string {
  const words = sentence.replace(/^[-*_>([（［ +]+|^\[(?:\/\/|comment|_)\]: *(?:#|<#?>) *["'(]/, '');
  return withoutTail(words, '*_)]）］"\' ');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
