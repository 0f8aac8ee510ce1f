/** Patterns of file names: which of them may be used. Matching them is a library's work; that it ends in time is ours. */

/** Why a pattern cannot be used, to stand behind it; undefined where it can. Never throws. */
export function patternProblem(pattern: string): string | undefined {
  if (longest < pattern.length) return `is longer than ${longest} characters`;
  if (pattern.includes('\\')) return 'has a “\\”: folders are parted by “/”, and an odd character is matched by “?”';
  if (/^(?:\/|~|[a-z][a-z0-9+.-]*:)/i.test(pattern))
    return 'leads out: patterns are relative to the folder of this file';
  if (/(?:^|\/)\.?$/.test(pattern))
    return `names a folder: “${pattern.replace(/\.?$/, '')}**/*.md” are the documents in it`;
  const segments = segmentsOf(pattern);
  if (segments.includes('..')) return 'leads out: patterns are relative to the folder of this file';
  if (segments.some((segment) => segment.includes('/')))
    return 'has a “/” in braces or brackets: write a list of patterns';
  if (!isClosed(pattern)) return 'has a brace or bracket that is not closed';
  if (mostInAll < countOf(pattern)) return `has more than ${mostInAll} wildcards`;
  if (segments.some((segment) => segment !== '**' && mostInName < countOf(segment))) {
    return `has more than ${mostInName} wildcards between two “/”`;
  }
  return undefined;
}

/** Cut at each “/” that stands in no brace or bracket, without `./` in front and blank parts. */
export function segmentsOf(pattern: string): readonly string[] {
  const segments = [''];
  let open = 0;
  for (const character of pattern) {
    if (character === '{' || character === '[') open++;
    if (character === '}' || character === ']') open = Math.max(0, open - 1);
    if (character === '/' && open === 0) segments.push('');
    else segments[segments.length - 1] += character;
  }
  return segments.filter((segment) => segment !== '' && segment !== '.');
}

const longest = 256;
const mostInAll = 16;
/** With more, a name of many equal letters takes too long to be refused. */
const mostInName = 3;

/** Stars and braces: each is a choice that may have to be made anew. */
function countOf(pattern: string): number {
  return pattern.match(/\*+|\{/g)?.length ?? 0;
}

function isClosed(pattern: string): boolean {
  let bracket = false;
  let braces = 0;
  for (const character of pattern) {
    if (bracket) bracket = character !== ']';
    else if (character === '[') bracket = true;
    else if (character === '{') braces++;
    else if (character === '}' && --braces < 0) return false;
  }
  return !bracket && braces === 0;
}
