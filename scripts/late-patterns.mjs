/** Patterns of Unicode’s classes are made when they are first asked: to read what a class holds takes long, and to make all of them took a fifth of what is run before a server can listen. */
import { readFile } from 'node:fs/promises';

/** A constant of a file’s own, at its top: `const NAME = /…/u;` or `const NAME = new RegExp(…);`, on a line or on several. */
const PATTERN =
  /^const (\w+) =\s+(\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*|new RegExp\((?:[^;]|;(?!\n))*?\));$/gm;

/** What takes long in it; the names stand for parts of patterns. */
const IS_LARGE = /\\p\{|\$\{/;

/**
 * The same file, with such constants made where they are used. Throws where a name stands in what may be no use of it: words, a
 * pattern, a list that is taken apart. Nobody would notice before what was built is run.
 * @param {string} source
 */
export function withLatePatterns(source) {
  let result = source;
  for (const [whole, name = '', pattern = ''] of source.matchAll(PATTERN)) {
    if (!IS_LARGE.test(pattern)) continue;
    const made = `${name}_made`;
    const [before = '', behind = ''] = result.split(whole);
    const used = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g');
    refuseOddUses(source.replace(whole, ''), name);
    const use = (/** @type {string} */ text) => text.replace(used, () => `(${made} ??= ${pattern})`);
    result = `${use(before)}let ${made}: RegExp | undefined;${use(behind)}`;
  }
  return result;
}

/** In quotes, to their end. */
const WORDS = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

/**
 * @param {string} source
 * @param {string} name
 */
function refuseOddUses(source, name) {
  const isNamed = new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g');
  for (const line of source.split('\n')) {
    if (/^\s*(?:\/\/|\/\*\*|\*)/.test(line)) continue;
    for (const { index } of line.matchAll(isNamed)) {
      const before = line.slice(0, index);
      const isQuoted = /['"]/.test(before.replace(WORDS, ''));
      if (!isQuoted && /(?:^|[\s(,[!])$/.test(before)) continue;
      throw new Error(`“${name}” is a pattern that is made late: call it or this otherwise: ${line.trim()}`);
    }
  }
}

/**
 * For the files of the core.
 * @returns {import('esbuild').Plugin}
 */
export function latePatterns() {
  return {
    name: 'late-patterns',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[\\/]server[\\/]src[\\/]core[\\/].*\.ts$/ }, async ({ path }) => ({
        contents: withLatePatterns(await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}
