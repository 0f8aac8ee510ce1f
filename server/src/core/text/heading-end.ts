/** What stands behind a heading's words and is none of them: its address, as in `## Goals {#goals}`, and footnotes, `[^1]`. */

/** Where the words end; what would leave none of them stays. */
export function endOfWords(heading: string): number {
  let end = heading.trimEnd().length;
  for (;;) {
    const opener = OPENERS.get(heading.charAt(end - 1));
    const start = opener === undefined ? -1 : heading.lastIndexOf(opener, end - 1);
    const mark = heading.slice(start, end);
    const before = start < 1 ? '' : heading.slice(0, start).trimEnd();
    if (before === '' || !(isAttributes(mark) || FOOTNOTE.test(mark))) return end;
    end = before.length;
  }
}

/** `{#goals}`, `{: #goals .wide}`: for the program that makes a page of it, and no placeholder. */
export function isAttributes(words: string): boolean {
  return ATTRIBUTES.test(words);
}

const OPENERS = new Map([
  ['}', '{'],
  [']', '['],
]);
const ATTRIBUTES = /^\{:?[ \t]*[#.][^\s{}][^{}]*\}$/;
const FOOTNOTE = /^\[\^[^[\]\s]+\]$/;
