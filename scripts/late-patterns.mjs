/** Patterns of Unicode’s classes are made when they are first asked: to read what a class holds takes long, and to make all of them took a fifth of what is run before a server can listen. */
import { readFile } from 'node:fs/promises';

/** A constant of a file’s own, at its top: `const NAME = /…/u;` or `const NAME = new RegExp(…);`, on a line or on several. */
const PATTERN =
  /^const (\w+) =\s+(\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*|new RegExp\((?:[^;]|;(?!\n))*?\));$/gm;

/** What takes long in it; the names stand for parts of patterns. */
const IS_LARGE = /\\p\{|\$\{/;

/**
 * The same file, with such constants made where they are used.
 * @param {string} source
 */
export function withLatePatterns(source) {
  let result = source;
  for (const [whole, name = '', pattern = ''] of source.matchAll(PATTERN)) {
    if (!IS_LARGE.test(pattern)) continue;
    const made = `${name}_made`;
    const [before = '', behind = ''] = result.split(whole);
    const used = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g');
    const use = (/** @type {string} */ text) => text.replace(used, () => `(${made} ??= ${pattern})`);
    result = `${use(before)}let ${made}: RegExp | undefined;${use(behind)}`;
  }
  return result;
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
