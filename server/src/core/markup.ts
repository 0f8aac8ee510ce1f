/** Markdown’s marks among words: whether they are worth reading, and what is left without them. */

/** What we read of markdown-it's tokens. */
export interface TokenLike {
  readonly type: string;
  readonly tag: string;
  readonly level: number;
  readonly map: [number, number] | null;
  readonly content: string;
}

/** Whether a paragraph has any, and is no longer, nor in more brackets, than prose is. */
export function hasMarkup(content: string): boolean {
  return content.length <= longestParagraph && MARKUP.test(content) && !isDeep(content);
}

/** In UTF-16 code units: what is longer is no prose, and is taken as it stands. */
const longestParagraph = 16 * 1024;

/** Text without any of these is its own prose. */
const MARKUP = /[\\`*_[\]<>&!~]/;

/** Whether brackets stand so deep in others: the parser looks at each as many times as it is deep. */
function isDeep(content: string): boolean {
  let depth = 0;
  for (const [bracket] of content.matchAll(BRACKETS)) {
    if (bracket === '[') depth++;
    else if (bracket === ']') depth = Math.max(0, depth - 1);
    if (mostNested < depth) return true;
  }
  return false;
}

/** But for those in code. */
const BRACKETS = /`+[^`]*`+|\\.|[[\]]/gs;

/** In text that people write there are two or three, or a few that nobody closes; what is deeper is taken as it stands. */
const mostNested = 16;

export function wordsOfTokens(tokens: readonly TokenLike[]): string {
  return tokens.map(wordsOfToken).join('');
}

function wordsOfToken({ type, content }: TokenLike): string {
  switch (type) {
    case 'text':
    case 'text_special':
      return content;
    case 'code_inline':
      return content.replace(/\s/g, '\u00a0').replace(/[.!?]/g, '\u2024');
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return '';
  }
}
