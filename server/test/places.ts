/** Whether places lie in a text as they must: within it, and splitting nothing that belongs together. */
import { ok } from 'node:assert/strict';
import type { Span } from '../src/core/index.ts';

/** Fails where a span is reversed or one of its ends is no place. */
export function inside(text: string, { start, end }: Span, what: string): void {
  ok(start <= end, `${what}: ends before it starts`);
  place(text, start, what);
  place(text, end, what);
}

/** Fails where an offset is outside the text, within a surrogate pair or within a CRLF. */
export function place(text: string, offset: number, what: string): void {
  ok(Number.isInteger(offset) && 0 <= offset && offset <= text.length, `${what}: ${offset} is outside the text`);
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  ok(
    offset === 0 || !/^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(around),
    `${what}: ${offset} splits ${JSON.stringify(around)}`,
  );
}
