/** Whether a path is meant by a pattern of the configuration, in time that grows with its length only. */
import picomatch from 'picomatch';
import * as core from '../core/index.ts';

/** Paths have forward slashes. A pattern that `core.patternProblem` refuses means nothing. */
export function globOf(pattern: string): (path: string) => boolean {
  return core.patternProblem(pattern) === undefined ? matcherOf(core.segmentsOf(pattern)) : () => false;
}

/** Whether a folder is one that documents of the pattern lie in directly; empty for the folder that patterns are relative to. */
export function folderGlobOf(pattern: string): (folder: string) => boolean {
  if (core.patternProblem(pattern) !== undefined) return () => false;
  const matches = matcherOf(core.segmentsOf(pattern).slice(0, -1));
  return (folder) => matches(folder);
}

/** Whether its last part is a name, or some names in braces: what it means was written down letter by letter. */
export function spellsNames(pattern: string): boolean {
  return !/[*?[\]]/.test(core.segmentsOf(pattern).at(-1) ?? '');
}

/** One part of the path at a time: a library knows what matches a name, and `**` would let it try all ways to share out the parts. */
function matcherOf(segments: readonly string[]): (path: string) => boolean {
  const parts = segments.map((segment) => (segment === '**' ? undefined : nameMatcherOf(segment)));
  return (path) => {
    if (longestPath < path.length) return false;
    const names = path.split('/').filter((name) => name !== '');
    // Which numbers of names the parts so far can take.
    let reached = names.map(() => false);
    reached.unshift(true);
    for (const part of parts) {
      const next = reached.map(() => false);
      for (let at = 0; at <= names.length; at++) {
        const name = names[at - 1] ?? '';
        if (part === undefined) next[at] = reached[at] === true || (next[at - 1] === true && isEntered(name));
        else next[at] = reached[at - 1] === true && part(name);
      }
      reached = next;
    }
    return reached[names.length] === true;
  };
}

const longestPath = 4096;
/** File systems have none longer. */
const longestName = 255;

/** `**` passes no hidden folder and nothing that others wrote. */
function isEntered(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function nameMatcherOf(segment: string): (name: string) => boolean {
  // What the library would read as part of a regular expression is meant as it stands.
  const matches = picomatch(segment.replace(/[()|+^$@]/g, '\\$&').replaceAll('[!', '[^'), {
    noextglob: true,
    nonegate: true,
    windows: false,
  });
  return (name) => name.length <= longestName && matches(name);
}
