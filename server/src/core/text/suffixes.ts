/** What a heading says of itself beside its title: “(optional)”, “*(mandatory)*”, “（可选）”, “*(include if …)*”. */
import { endOfWords, withoutDecoration } from './decoration.ts';

export interface Suffixed {
  /** The title without them; the whole title where nothing else would be left. */
  readonly name: string;
  readonly requirement: 'optional' | 'required' | undefined;
}

/** Takes the suffixes off. Marks in front (“[Optional] Rollout”) and behind a dash (“Rollout – optional”) count too. */
export function splitSuffixes(title: string): Suffixed {
  let name = title.trim();
  let requirement: Suffixed['requirement'];
  for (;;) {
    const group = trailingGroup(name);
    if (group === undefined) break;
    const said = requirementSaid(group.inner);
    if (said === undefined && !EXPLAINS.test(group.inner) && !IS_UNFINISHED.test(group.inner)) break;
    requirement ??= said;
    name = withoutTail(name.slice(0, group.start), TAIL);
  }
  const bare = requirement === undefined ? withoutDecoration(name) : '';
  const found = inFront(bare) ?? behindDash(bare);
  if (found !== undefined) ({ name, requirement } = found);
  return name === '' || !hasSign(name) ? { name: title.trim(), requirement: undefined } : { name, requirement };
}

/** Asks or explains, and is no part of the name: “(please complete the following information)”, “(e.g. links)”. */
const EXPLAINS = /^\s*(?:please|e\. ?g\.|eg[.,]|i\. ?e\.|such as|for example|for instance)(?=[\s,:])/i;

/** Says how far its author has come: “Rollout (WIP)”. */
const IS_UNFINISHED = /^\s*(?:wip|tbd|tba|todo|draft|(?:work )?in progress)\s*$/i;

export interface Group {
  readonly start: number;
  readonly inner: string;
}

/** The bracketed words at the end, whatever emphasis, emoji, colon or closing `#` stands behind them. */
export function trailingGroup(text: string): Group | undefined {
  const trimmed = withoutAllBehind(text);
  const closer = trimmed.charAt(trimmed.length - 1);
  const opener = OPENERS.get(closer);
  if (opener === undefined) return undefined;
  let depth = 0;
  for (let at = trimmed.length - 1; 0 <= at; at--) {
    const character = trimmed.charAt(at);
    if (character === closer) depth++;
    else if (character === opener && --depth === 0) return { start: at, inner: trimmed.slice(at + 1, -1) };
  }
  return undefined;
}

function withoutAllBehind(text: string): string {
  let end = text.length;
  for (let before = end + 1; end < before; ) {
    before = end;
    end = withoutTail(text.slice(0, endOfWords(text.slice(0, end), 0)), BEHIND_GROUP).length;
  }
  return text.slice(0, end);
}

/** Without the characters at its end that are among `tail`. */
export function withoutTail(text: string, tail: string): string {
  let end = text.length;
  while (0 < end && tail.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function hasSign(name: string): boolean {
  return /[!-~]/.test(name) || /[\p{L}\p{N}\p{S}\p{P}]/u.test(name);
}

const TAIL = ' \t\n\r\u00a0*_`';
const BEHIND_GROUP = `${TAIL}:：.。#=-`;
const OPENERS = new Map(
  ['()', '[]', '（）', '［］', '【】', '〔〕'].map(([opener, closer]) => [closer, opener] as const),
);

/** Longer ones explain something. */
const longestSuffix = 120;

function requirementSaid(words: string): Suffixed['requirement'] {
  if (longestSuffix < words.length) return undefined;
  const said = withoutTail(
    words
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s*_`]+/g, ' ')
      .trim(),
    ' .!。',
  );
  if (OPTIONAL.has(said) || OPTIONAL_PHRASE.test(said)) return 'optional';
  return REQUIRED.has(said) ? 'required' : undefined;
}

const OPTIONAL = new Set(
  `optional|not required|not mandatory|non-mandatory|recommended|strongly recommended|nice to have|as needed|as applicable|if any|
  可选|可選|选填|選填|非必须|非必填|如有|如适用|如有需要|如果适用|若有|按需|視需要|任意|省略可|該当する場合|該当する場合のみ|必要に応じて|必要な場合|必要であれば|
  선택|선택 사항|선택사항|선택적|필요시|필요 시|해당 시|해당되는 경우|optionnel|facultatif|opcional|opzionale|facoltativo|optioneel|fakultativ|falls zutreffend|
  опционально|необязательно`.split(/\|\s*/),
);
const REQUIRED = new Set(
  'required|mandatory|must|not optional|always required|必須|必须|必須項目|必填|必选|필수|필수 사항|obligatoire|obligatorio|obrigatório|erforderlich|pflicht|обязательно'.split(
    '|',
  ),
);
/** A condition is as good as “optional”: a false “missing section” is worse than a missed one. “Optional parameters” is a title of its own. */
const OPTIONAL_PHRASE =
  /^(?:(?:this|section|it) (?:section )?is |entirely |completely |fully )?optional(?: ?[,;:.–—-]| (?:until|if|when|unless|but|for|section|field|only|at|depending)\b)|^(?:please |only )?(?:include|fill|complete|add|use|keep)(?: (?:in|out|this|it))?(?: section)?(?: only)? (?:if|when|where|for)\b|^(?:only |needed |required |mandatory |necessary )?(?:if|unless) |^(?:only |needed |required |mandatory )?(?:where|when) (?:applicable|needed|relevant|necessary|required|appropriate|possible)|^(?:required|mandatory|needed) (?:for|when|only|where|in|by)\b|^(?:delete|remove|omit|skip)(?: this)?(?: section)? (?:if|when|unless)\b/;

function inFront(name: string): Suffixed | undefined {
  const bracketed = /^[\s*_`]*[[(（［【]([^\])）］】]{1,120})[\])）］】][\s*_`]*/.exec(name);
  const labelled = bracketed ?? /^(optional|required|mandatory) ?[:：–—-] ?/i.exec(name);
  const requirement = labelled?.[1] === undefined ? undefined : requirementSaid(labelled[1]);
  return labelled === null || requirement === undefined
    ? undefined
    : { name: name.slice(labelled[0].length), requirement };
}

function behindDash(name: string): Suffixed | undefined {
  const trimmed = withoutTail(name, BEHIND_GROUP);
  const dash = Math.max(trimmed.lastIndexOf(' - '), trimmed.lastIndexOf(' – '), trimmed.lastIndexOf(' — '));
  const requirement = 0 < dash ? requirementSaid(trimmed.slice(dash + 3)) : undefined;
  return requirement === undefined ? undefined : { name: name.slice(0, dash).trimEnd(), requirement };
}
