/** Words as one line of YAML. */

/** In the style of the quote given (`"`, `'`, or anything else for none), as far as that style can say it. Never throws. */
export function scalarSource(words: string, quote: string): string {
  if (quote === "'" && !/[\x00-\x1f\x7f-\x9f]/.test(words)) return `'${words.replaceAll("'", "''")}'`;
  if (quote !== '"' && quote !== "'" && PLAIN.test(words) && !RESERVED.test(words)) return words;
  const escaped = words.replace(/["\\]/g, '\\$&').replace(/[\x00-\x1f\x7f-\x9f]/g, hexEscape);
  return `"${escaped}"`;
}

/** What YAML reads as a plain text wherever it stands. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N}\p{M} _/().+-]*[\p{L}\p{N}\p{M}).+])?$/u;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function hexEscape(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
