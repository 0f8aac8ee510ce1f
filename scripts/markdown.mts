/** Texts with places for what is generated. */

/** Puts text between a pair of marker comments. Throws where they are not there. */
export function between(text: string, name: string, inner: string): string {
  const [begin, end] = [`<!-- ${name}: generated -->\n`, `<!-- ${name}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`The text needs “${begin.trim()}” and “${end}” below it`);
  return `${text.slice(0, from + begin.length)}\n${inner}\n${text.slice(to)}`;
}
