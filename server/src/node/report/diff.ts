/** What would be changed, as a unified diff that `git apply` and `patch -p1` take. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { colorsOf } from './colors.ts';
import type { FixedDocument } from './fixed.ts';

/** Empty where nothing would be. */
export function diffOf({ file, before, after }: FixedDocument, color: boolean): string {
  if (before === after) return '';
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, options);
  return color ? painted(patch) : patch;
}

/** As git paints it. */
function painted(patch: string): string {
  const colors = colorsOf(true);
  const paints = new Map([
    ['@', colors.cyan],
    ['+', colors.green],
    ['-', colors.red],
  ]);
  const lines = patch.split('\n').map((line, at) => {
    if (line === '') return line;
    return at < headerLines ? colors.bold(line) : (paints.get(line[0] ?? '')?.(line) ?? line);
  });
  return lines.join('\n');
}

/** `---` and `+++`. */
const headerLines = 2;
