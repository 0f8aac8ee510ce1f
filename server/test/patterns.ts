/** All patterns of our own: those that stand in the sources, and those that are put together of words when they are first used. */
import { spawnSync } from 'node:child_process';
import { type Node, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { home, type Source, sourcesIn } from './sources.ts';

export interface Pattern {
  /** Where it stands, or that it was made. */
  readonly from: string;
  readonly source: string;
  readonly flags: string;
}

/** Every one once, by how it is written. */
export function patternsOf(...folders: readonly string[]): readonly Pattern[] {
  const all = [...sourcesIn(...folders).flatMap(literalsIn), ...madeAtRunTime()];
  return Array.from(new Map(all.map((each) => [`/${each.source}/${each.flags}`, each])).values());
}

export function literalsIn({ path, text }: Source): readonly Pattern[] {
  const { code } = transformSync(text, { loader: 'ts', target: 'esnext' });
  const found: Pattern[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as Node & { readonly regex?: { readonly pattern: string; readonly flags: string } };
    if (regex !== undefined) found.push({ from: path, source: regex.pattern, flags: regex.flags });
    for (const inner of Object.values(node)) look(inner);
  };
  look(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body);
  return found;
}

/** What `RegExp` is asked for while each rule’s examples are checked, in a process of its own: here they may have been made already. */
function madeAtRunTime(): readonly Pattern[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import=tsx', 'server/test/made-patterns.ts'], {
    cwd: home,
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as Pattern[];
}
