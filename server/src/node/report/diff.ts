/** What would be changed, as a unified diff that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { printable } from './checked.ts';
import { colorsOf } from './colors.ts';
import type { FixedDocument } from './fixed.ts';

/** Empty where nothing would be. */
export function diffOf({ file, before, after }: FixedDocument, color: boolean): string {
  if (before === after) return '';
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, options);
  const [from = '', to = '', ...hunks] = patch.split('\n');
  // Behind a name with blanks, as git does it: else `patch` takes its first word for the name.
  const end = file.includes(' ') ? '\t' : '';
  const lines = [`${from}${end}`, `${to}${end}`, ...hunks];
  return (color ? lines.map(painted) : lines).join('\n');
}

/** As git paints it, for a person's terminal, which obeys none of its words. */
function painted(line: string, at: number): string {
  if (line === '') return line;
  const words = printable(line.replaceAll('\t', '    '));
  return at < headerLines ? colors.bold(words) : (paints.get(words[0] ?? '')?.(words) ?? words);
}

const colors = colorsOf(true);
const paints = new Map([
  ['@', colors.cyan],
  ['+', colors.green],
  ['-', colors.red],
]);

/** `---` and `+++`. */
const headerLines = 2;
