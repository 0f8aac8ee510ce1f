/** The colours of a report, or none. */
import { styleText } from 'node:util';

const names = ['red', 'yellow', 'green', 'cyan', 'dim', 'bold', 'underline'] as const;

export type Colors = Readonly<Record<(typeof names)[number], (words: string) => string>>;

/** Whether there are to be any is known already: newer versions of Node would ask standard output once more. */
export function colorsOf(isWanted: boolean): Colors {
  const each = names.map((name) => [
    name,
    isWanted ? (words: string) => painted(name, words) : (words: string) => words,
  ]);
  return Object.fromEntries(each);
}

function painted(name: (typeof names)[number], words: string): string {
  return styleText(name, words, { validateStream: false });
}
