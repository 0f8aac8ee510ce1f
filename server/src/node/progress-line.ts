/** How far a long check has come, on a line of the terminal that is gone when it ends. */
import { plural } from './report/checked.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressLine {
  at(done: number, of: number): void;
  /** Before anything else is written, and at the end. */
  clear(): void;
}

/** In milliseconds: what is over sooner needs no line, and nobody reads faster than it changes. */
const patience = 500;
const pause = 100;

/** Shows nothing where nobody looks. */
export function progressLine({ status }: Terminal): ProgressLine {
  if (status === undefined) return { at: () => {}, clear: () => {} };
  let next = status.now() + patience;
  let isShown = false;
  return {
    at(done, of) {
      const now = status.now();
      if (now < next) return;
      next = now + pause;
      isShown = true;
      status.write(`${eraseLine}Checked ${done} of ${plural(of, 'document')} …`);
    },
    clear() {
      if (isShown) status.write(eraseLine);
      isShown = false;
    },
  };
}

/** The same terminal, whose words are written where the line was. */
export function above({ clear }: ProgressLine, terminal: Terminal): Terminal {
  const cleared = (say: (text: string) => void) => (text: string) => {
    if (text === '') return;
    clear();
    say(text);
  };
  return { ...terminal, out: cleared(terminal.out), complain: cleared(terminal.complain) };
}

const eraseLine = '\r\u001b[2K';
