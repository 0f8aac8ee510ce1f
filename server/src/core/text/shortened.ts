/** Words for a place that has room for one line. */

/** On one line, cut at the end of a word where it is longer than `longest` UTF-16 code units; a pair of surrogates is not parted. */
export function shortened(prose: string, longest: number): string {
  // Code spans are words of their own in prose: see proseOf in document.ts.
  const words = prose
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u2024', '.')
    .trim();
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, longest / 2 < end ? end : longest).replace(/[\ud800-\udbff]$|(?<![\s,;:])[\s,;:]+$/, '')}…`;
}
