/** What the words of a template's front matter mean: placeholders, choices, dates, what may be left out. */

/** It says what belongs there: `<URL>`, `{list everyone involved}`, `draft | final`, `YYYY-MM-DD`. Not where others fill it in. */
export function isPlaceholderValue(said: string): boolean {
  if (longest < said.length) return false;
  if (/\b(?:to be )?assigned\b/i.test(said)) return false;
  if (/^\[[^\]]*\]$/.test(said)) return /^\[(?:[^,\s]*\s[^,]*|[A-Z_ ]{3,})\]$/.test(said) && !/^\[\s*["']/.test(said);
  return (
    /^(?:<[^<>]+(?:>|[<>].*>)|\{\s*[^\s}][\s\S]*|\([^()\s]*\s[^()]*\))$/.test(said) ||
    /^(?:[Yy]{4}[-/][Mm]{2}[-/][Dd]{2}\b.*|x{3,}|N{3,}|\.{3,}|…)$/.test(said) ||
    0 < barred(said).length
  );
}

/** What is longer is no line that a person wrote. */
const longest = 2000;

/** A document may have it as it stands: nothing in it is to be filled in. */
export function isAnswer(value: string): boolean {
  return value !== '' && !/[<{[(…]|\.\.\.|^(?:tbd|todo|xxx|n\/a|none)$/i.test(value);
}

/** `draft | final`, `<Draft|Final>`, `<Standards Track, Meta, or Informational>`; or in the remark: `one of: draft, final`. Empty: anything. */
export function choicesIn(said: string, remark: string): readonly string[] {
  const inner = said.replace(/^[<{[(]|[>}\])]$/g, '').trim();
  const own = barred(inner);
  if (0 < own.length) return own;
  if (inner !== said.trim()) return enumerated(inner);
  const listed =
    /\b(?:one of|choose from|options(?: are)?|choices(?: are)?|possible values(?: are)?|values)\b[: ]+([^.\n]+)/i.exec(
      remark,
    )?.[1];
  if (listed !== undefined) return 0 < barred(listed).length ? barred(listed) : enumerated(listed, 'bare');
  return barred(remark);
}

/** Lines that need not be there, or only under a condition. */
export function saysOptional(words: string): boolean {
  return OPTIONAL.test(words);
}

const OPTIONAL =
  /(?<!\b(?:not|non)[ -])\boptional\b|\bonly (?:required|needed|applicable|if|when|for|fill|use|include)\b|\b(?:required|needed|mandatory) (?:only|if|when|for)\b|\bif (?:applicable|any|needed|known|available)\b|\b(?:otherwise|else),? (?:remove|delete|omit|leave)\b|\b(?:may|can) be (?:omitted|removed|left|empty|blank)\b|\bleave (?:this |it )?(?:blank|empty|out)\b|\b(?:remove|delete|omit) (?:this |it )?(?:if|when|unless)\b|任意|可选|可選|선택/i;

/** `YYYY-MM-DD`, whatever the case, or the norm of that name. */
export function wantsDate(words: string): boolean {
  return /\b[Yy]{4}-[Mm]{2}-[Dd]{2}\b|\bISO[ -]?8601\b/.test(words);
}

export function unquoted(value: string): string {
  return /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
}

/** Words with bars between them, without what stands in brackets behind them. One that asks for words of one's own makes all free. */
function barred(words: string): readonly string[] {
  if (!words.includes('|')) return [];
  const choices = words.split('|').map((choice) => choice.replace(/\([^()]*\)/g, '').trim());
  return choices.every((choice) => /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(choice)) ? choices : [];
}

/** `A, B, or C`: names, or single words. `bare`: the “or” may be missing. */
function enumerated(words: string, kind: 'bare' | 'joined' = 'joined'): readonly string[] {
  if (kind === 'joined' && !/\bor\b/.test(words)) return [];
  const choices = words
    .split(/,\s*(?:or\s)?|(?<=\s)or\s|\//)
    .map((choice) => choice.trim().replace(/^["'`]|["'`]$/g, ''));
  const isChoice = (choice: string) =>
    /^(?:\p{Lu}[\p{L}\p{N}-]*(?: \p{Lu}[\p{L}\p{N}-]*){0,2}|\p{Ll}[\p{L}\p{N}-]{0,20})$/u.test(choice);
  return 1 < choices.length && choices.every(isChoice) ? choices : [];
}
