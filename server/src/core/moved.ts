/** Documents that say where they went: a few lines, and nothing is owed. */
import type { SpecDocument } from './document.ts';
import { withoutComments } from './text/visible.ts';

/** No heading but a title, and words that begin with “Moved to …”, “This document has moved …”, “Superseded by …”. Never throws. */
export function isMoved({ lines, frontMatter, root }: SpecDocument): boolean {
  const [title, another] = root.children;
  if (another !== undefined || (title !== undefined && (title.level !== 1 || 0 < title.children.length))) return false;
  const start = title?.heading.end ?? frontMatter?.end ?? 0;
  if (longest < lines.length - start) return false;
  const said = withoutComments(lines.textBetween(start, lines.length))
    .split(/\r\n?|\n/)
    .map((line) => line.replace(MARKS, '').trimEnd())
    .filter((line) => line !== '');
  const first = said.slice(0, 2).join(' ');
  if (mostLines < said.length || !MOVED.test(first)) return false;
  return POINTER.test(first) || first.split(/\s+/).length <= fewWords;
}

const longest = 1500;
const mostLines = 6;
const fewWords = 12;

const MARKS = /^[\s\ufeff>*_~#-]+/;
const MOVED =
  /^(?:(?:this|the) (?:document|page|file|proposal|spec(?:ification)?|rfc|rfd|kep|eip|adr|design|draft|note|text) (?:(?:has|have|had|was|is) )?(?:now )?(?:been )?|it (?:has |was )(?:been )?|now )?(?:moved|relocated|renamed|superseded|replaced|obsoleted|merged)(?: (?:to|into|in|by|with|from|here|as)\b|[:*_]|$)/i;
/** A link, an address, a path, a number. */
const POINTER = /\]\(|https?:|<[^<>]+>|\.md\b|\/\w|#\d+/;
