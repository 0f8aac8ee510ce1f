/** Link definitions, `[label]: address`, of Markdown that is put into a text: of two for one label the upper one counts. */
import { isLinkComment } from './visible.ts';

/** Without those of labels that the text defines, which could come to stand above its own. Line ends are LF. */
export function withoutDefined(markdown: string, text: string): string {
  if (!markdown.includes(']:') || /^[ \t>]*(?:```|~~~)/m.test(markdown)) return markdown;
  const own = new Set(Array.from(text.matchAll(OPENING), ([, label = '']) => normal(label)));
  const left = markdown.replace(DEFINITION, (whole, label: string) =>
    own.has(normal(label)) && !isLinkComment(whole.trimEnd()) ? '' : whole,
  );
  return left === markdown ? markdown : left.trim();
}

function normal(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const OPENING = /^[ \t>]*\[([^[\]\r\n]+)\]:/gm;
/** Its address and title may each stand on a line of their own. */
const DEFINITION =
  /^ {0,3}\[([^[\]\n]+)\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|\S+)(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/gm;
