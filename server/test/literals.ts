/** The strings that a source holds, each with what stands before it: which of them a person will read shows there. */
import type { Source } from './sources.ts';

export interface Literal {
  /** Its characters as the program sees them; what a template puts in is `{}`. */
  readonly text: string;
  /** All code before it, without comments. */
  readonly before: string;
  /** `path:line` */
  readonly place: string;
}

/** In the order in which they end: a string inside of a template comes before the template. */
export function literalsIn({ path, text }: Source): readonly Literal[] {
  return Array.from(literalsFrom(withoutComments(text), 0), ([quoted, before]) => {
    return { text: textOf(quoted), before, place: `${path}:${before.split('\n').length}` };
  });
}

function* literalsFrom(code: string, start: number, end = code.length): Iterable<readonly [string, string]> {
  for (const { 0: quoted, index } of code.slice(start, end).matchAll(token)) {
    const at = start + index;
    if (quoted.startsWith('`')) {
      for (const hole of quoted.matchAll(holes))
        yield* literalsFrom(code, at + hole.index, at + hole.index + hole[0].length);
    }
    yield [quoted, code.slice(0, at)];
  }
}

/** A comment or a string, whichever begins first: one may hold what looks like the other. */
const token =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:'(?:[^'\\\n]|\\.)*'|[^}'])*\})*`/g;

/** What a template puts in. */
const holes = /\$\{(?:'(?:[^'\\\n]|\\.)*'|[^}'])*\}/g;

/** Comments are blanked, so that lines and offsets stay. */
function withoutComments(text: string): string {
  return text.replaceAll(token, (found) => (found.startsWith('/') ? found.replaceAll(/[^\n]/g, ' ') : found));
}

function textOf(quoted: string): string {
  const inner = quoted.startsWith('`') ? quoted.replaceAll(holes, '{}') : quoted;
  return inner.slice(1, -1).replaceAll('\\n', '\n').replaceAll(/\\(.)/g, '$1');
}
