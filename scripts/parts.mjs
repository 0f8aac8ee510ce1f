/** The program is built in parts, so that none is read that is not needed. server/src/node/parts.ts runs them. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namespace } from './copied-once.mjs';

/** By what each begins with: the core for all others, the commands, the language server. */
const parts = {
  core: 'server/src/core/index.ts',
  program: 'server/src/node/program.ts',
  server: 'server/src/node/commands/lsp.ts',
};

/**
 * A row of the table of bundles for each part.
 * @type {readonly { name: string, entry: string, outfile: string, options: import('esbuild').BuildOptions }[]}
 */
export const partBundles = Object.entries(parts).map(([name, entry]) => ({
  name: `cli/${name}`,
  entry,
  outfile: outfileOf(name),
  options: {
    platform: 'node',
    format: 'cjs',
    charset: 'ascii',
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    // ES modules inside a CommonJS file still ask where they are, to load others from there: a path will do.
    define: { 'import.meta.url': '__filename' },
    // With `require`, which has read already what several parts share.
    supported: { 'dynamic-import': false },
  },
}));

/**
 * Leaves to the other parts what begins one, and writes what is left in ASCII.
 * @param {URL} root
 * @returns {import('esbuild').Plugin}
 */
export function asPart(root) {
  const names = new Map(Object.entries(parts).map(([name, entry]) => [fileURLToPath(new URL(entry, root)), name]));
  return {
    name: 'as-part',
    setup: ({ onResolve, onEnd }) => {
      onResolve({ filter: /^\..*\/(?:index|lsp)\.ts$/ }, ({ path, resolveDir, kind }) => {
        const name = kind === 'entry-point' ? undefined : names.get(join(resolveDir, path));
        return name === undefined ? undefined : { path: `./${name}.js`, namespace };
      });
      onResolve({ filter: /.*/, namespace }, ({ path }) =>
        path.startsWith('./') ? { path, external: true } : undefined,
      );
      onEnd(({ metafile }) => {
        const files = Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.js'));
        for (const file of files) toAscii(new URL(file, root));
      });
    },
  };
}

/**
 * Node reads ASCII three times as fast as what may be anything. esbuild leaves patterns as they are, in which an escaped character
 * is the same.
 * @param {URL} file
 */
function toAscii(file) {
  const source = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );
}

/**
 * What tells the parts that are built from all others.
 * @param {URL} root
 */
export function hashOfParts(root) {
  const hash = createHash('sha256');
  for (const name of Object.keys(parts)) hash.update(readFileSync(new URL(outfileOf(name), root)));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} name */
function outfileOf(name) {
  return `dist/cli/${name}.js`;
}
