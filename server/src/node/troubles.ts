/** What the program itself has trouble with: told at once on standard error, and counted for the exit code. */
import type { Terminal } from './terminal.ts';

export interface Troubles {
  /** A sentence. One that was told is not told again: a broken template is one trouble, however many documents follow it. */
  readonly tell: (trouble: string) => void;
  readonly any: () => boolean;
}

export function troublesOn({ complain }: Terminal): Troubles {
  const told = new Set<string>();
  return {
    tell: (trouble) => {
      if (!told.has(trouble)) complain(`tech-spec: ${trouble}\n`);
      told.add(trouble);
    },
    any: () => 0 < told.size,
  };
}
