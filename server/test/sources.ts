/** Our sources as texts, for the tests that keep the house in order. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** The file that imports. */
  readonly from: string;
  /** A file of ours from the root, or a package as it was written. */
  readonly to: string;
  /** The statement as it was written, on one line. */
  readonly statement: string;
}

export const home = fileURLToPath(new URL('../..', import.meta.url));

/** The TypeScript and JavaScript files under these folders, in order of their paths. */
export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(home + folder, { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.m?[jt]s$/.test(path) && !/(^|\/)(node_modules|\.[a-z]+)\//.test(path)),
  );
  return paths.sort().map((path) => ({ path, text: readFileSync(home + path, 'utf8') }));
}

/** What a file imports or passes on; types count too, for they are knowledge as well. */
export function importsOf({ path, text }: Source): readonly Import[] {
  return Array.from(text.matchAll(importStatement), ([statement, named, bare, dynamic]) => {
    const specifier = named ?? bare ?? dynamic ?? '';
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
    return { from: path, to, statement: statement.replaceAll(/\s+/g, ' ') };
  });
}

/** Biome writes each statement at a line's start and its specifier in single quotes. */
const importStatement = /^(?:(?:import|export)\s[^;'"]*?\sfrom '([^']+)'|import '([^']+)')|\bimport\('([^']+)'\)/gm;

/** The text with comments and string literals blanked, so that words in them are not taken for code. */
export function codeOf({ text }: Source): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:\\'"`])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (found) =>
    found.replaceAll(/[^\n]/g, ' '),
  );
}

/** Whether the first thing in the file is a comment that begins like a sentence and ends like one. */
export function opensWithSentence({ text }: Source): boolean {
  const opening = /^(?:#![^\n]*\n)?(?:\/\*\*([\s\S]*?)\*\/|((?:\/\/[^\n]*\n)+))/.exec(text);
  const words = (opening?.[1] ?? opening?.[2] ?? '').replaceAll(/^\s*(\*|\/\/)/gm, '').trim();
  return /^[A-Z“`$.]/.test(words) && /[.:?!]/.test(words.slice(1));
}

/** Where the code, comments and strings aside, holds the pattern: `path:line: words`. */
export function linesWith(source: Source, pattern: RegExp): readonly string[] {
  const code = codeOf(source);
  return Array.from(
    code.matchAll(pattern),
    ({ 0: found, index }) => `${source.path}:${code.slice(0, index).split('\n').length}: ${found.trim()}`,
  );
}

/** Each cycle once, as the path that runs back into itself. */
export function cyclesIn(edges: readonly Import[]): readonly string[] {
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (finished.has(path) || trail.includes(path)) return;
    for (const { to } of edges.filter(({ from }) => from === path)) visit(to, [...trail, path]);
    finished.add(path);
  };
  for (const { from } of edges) visit(from, []);
  return cycles;
}
