/** The snippets of common shapes as a module of the core: an editor that contributes none gets them as completions. */

interface Snippet {
  readonly description: string;
  readonly body: readonly string[];
}

/** `snippets` is a snippet file of VS Code. Throws where a snippet has more in it than places to fill in, or goes on behind `$0`. */
export function shapesModule(snippets: string): string {
  const all = Object.entries(JSON.parse(snippets) as Readonly<Record<string, Snippet>>);
  const shapes = all.map(([title, { description, body }]) => {
    const name = title.replace(/^Tech Spec: /, '');
    return `  {\n    name: ${literal(name)},\n    description: ${literal(description)},\n    parts: ${list(partsOf(body.join('\n')))},\n  },\n`;
  });
  return `/** The common shapes. Generated from snippets/shapes.json by \`npm run generate\`; do not edit. */
import type { Shape } from './shape.ts';

export const shapes: readonly Shape[] = [
${shapes.join('')}];
`;
}

/** Fixed words and places by turns; what is fixed may be empty. */
function partsOf(body: string): readonly (string | readonly string[])[] {
  if (!body.endsWith('$0')) throw new Error(`A shape ends with $0: ${body}`);
  const pieces = body.slice(0, -'$0'.length).split(/\$\{\d+([:|](?:\\.|[^\\}])*)\}/);
  const parts = pieces.map((piece, index) => {
    if (index % 2 === 0 && /(?<!\\)\$/.test(piece)) throw new Error(`A shape has no place such as this: ${piece}`);
    const words = index % 2 === 0 ? piece : piece.slice(1);
    if (piece.startsWith('|') && index % 2 === 1) return words.slice(0, -1).split(',').map(unescaped);
    return index % 2 === 0 ? unescaped(words) : [unescaped(words)];
  });
  return parts.filter((part) => part !== '');
}

function unescaped(words: string): string {
  return words.replaceAll(/\\([$}\\])/g, '$1');
}

/** A line each: as the formatter has what is too long for one. */
function list(parts: readonly (string | readonly string[])[]): string {
  const items = parts.map((part) => (typeof part === 'string' ? literal(part) : `[${part.map(literal).join(', ')}]`));
  return `[\n${items.map((item) => `      ${item},\n`).join('')}    ]`;
}

function literal(words: string): string {
  return `'${words.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
}
