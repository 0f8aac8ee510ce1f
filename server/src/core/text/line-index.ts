/** Offsets to lines and columns and back: zero-based, columns in UTF-16 code units, lines ended by LF, CRLF or CR. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStartsOf(text);
  }

  /** How many lines there are; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Where the line begins; the text's length for lines behind the last. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Where the line's words end, before its line break. */
  endOf(line: number): number {
    let end = this.startOf(line + 1);
    const start = this.startOf(line);
    if (start < end && this.#text.charCodeAt(end - 1) === LF) end--;
    if (start < end && this.#text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  isBlank(line: number): boolean {
    for (let at = this.startOf(line); at < this.endOf(line); at++) {
      const code = this.#text.charCodeAt(at);
      if (code !== SPACE && code !== TAB) return false;
    }
    return true;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(within);
    return { line, character: Math.min(within, this.endOf(line)) - this.startOf(line) };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    return Math.min(this.startOf(line) + Math.max(0, character), this.endOf(line));
  }
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CR && text.charCodeAt(at + 1) === LF) at++;
    if (code === LF || code === CR) starts.push(at + 1);
  }
  return starts;
}
