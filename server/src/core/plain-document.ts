/** A text that is no Markdown, as a document: a form's file has lines, and no sections. */
import type { SpecDocument } from './document.ts';
import { LineIndex } from './text/line-index.ts';

/** All of it is the root's body. */
export function plainDocument(text: string): SpecDocument {
  const whole = { start: 0, end: text.length };
  const root = {
    title: '',
    level: 0,
    heading: { start: 0, end: 0 },
    body: whole,
    blocks: [],
    span: whole,
    children: [],
  };
  return { text, lines: new LineIndex(text), frontMatter: undefined, root };
}
