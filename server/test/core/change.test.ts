/** Edits, one after another, as one change: it holds all of them, and no more than it must. */
import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { changeOf } from '../../src/core/text/change.ts';
import { LineIndex } from '../../src/core/text/line-index.ts';
import type { Edit } from '../../src/core/text/span.ts';
import { times } from '../random.ts';

/** From where to where, and what comes there; in offsets of the text that the edit before it left. */
type Typed = readonly [start: number, end: number, newText: string];

/** The text before and behind all edits, with the change: `kept [gone → new] kept`. */
function drawn(text: string, ...typed: readonly Typed[]): string {
  const edits = typed.map(([start, end, newText]): Edit => ({ span: { start, end }, newText }));
  const before = new LineIndex(text);
  const now = edits.reduce((lines, edit) => lines.edited(edit), before);
  const change = changeOf(edits, before, now);
  if (change === undefined) return now.text;
  const { start, end, newEnd } = change;
  equal(now.text.slice(0, start) + now.text.slice(newEnd), text.slice(0, start) + text.slice(end));
  return `${text.slice(0, start)}[${text.slice(start, end)} → ${now.text.slice(start, newEnd)}]${text.slice(end)}`;
}

describe('edits as one change', () => {
  it('none', () => equal(drawn('Tea.'), 'Tea.'));
  it('one', () => equal(drawn('Hot tea.', [4, 7, 'milk']), 'Hot [tea → milk].'));
  it('what comes in between', () => equal(drawn('Hot tea.', [4, 4, 'green ']), 'Hot [ → green ]tea.'));
  it('what goes', () => equal(drawn('Hot green tea.', [4, 10, '']), 'Hot [green  → ]tea.'));
  it('a whole text that is sent anew is what differs', () =>
    equal(drawn('Hot tea.', [0, 8, 'Hot milk.']), 'Hot [tea → milk].'));
  it('a whole text that is the same is none', () => equal(drawn('Hot tea.', [0, 8, 'Hot tea.']), 'Hot tea.'));
  it('what is taken back is none', () => equal(drawn('Hot tea.', [0, 0, 'x'], [0, 1, '']), 'Hot tea.'));
  it('a letter beside the same one stays where it was typed', () => equal(drawn('tee', [1, 1, 'e']), 't[ → e]ee'));
  it('two, the second behind the first', () =>
    equal(drawn('Hot tea, cold milk.', [0, 3, 'Warm'], [10, 14, 'icy']), '[Hot tea, cold → Warm tea, icy] milk.'));
  it('two, the second before the first', () =>
    equal(drawn('Hot tea, cold milk.', [9, 13, 'icy'], [0, 3, 'Warm']), '[Hot tea, cold → Warm tea, icy] milk.'));
  it('a second that is within the first', () =>
    equal(drawn('Hot tea.', [4, 7, 'green milk'], [4, 9, 'cold']), 'Hot [tea → cold milk].'));
  it('a second that reaches beyond the first', () =>
    equal(drawn('Hot tea, cold milk.', [4, 7, 'soup'], [4, 14, 'a roll']), 'Hot [tea, cold → a roll] milk.'));

  it('of any script holds all of it, and begins and ends where the texts differ', () => {
    const letter = fc.constantFrom('a', 'b', '\n');
    const edit = fc.tuple(fc.nat(), fc.nat(6), fc.string({ unit: letter, maxLength: 4 }));
    const script = fc.array(edit, { minLength: 1, maxLength: 5 });
    const texts = fc.string({ unit: letter, maxLength: 30 });
    fc.assert(
      fc.property(texts, script, (text, wishes) => {
        const before = new LineIndex(text);
        let now = before;
        const edits = wishes.map(([at, length, newText]): Edit => {
          const start = at % (now.length + 1);
          const made = { span: { start, end: Math.min(now.length, start + length) }, newText };
          now = now.edited(made);
          return made;
        });
        const change = changeOf(edits, before, now);
        if (change === undefined) return equal(now.text, text);
        const { start, end, newEnd } = change;
        const [gone, come] = [text.slice(start, end), now.text.slice(start, newEnd)];
        equal(text.slice(0, start) + come + text.slice(end), now.text);
        if (gone === '' || come === '') return;
        equal(gone[0] === come[0] || gone.at(-1) === come.at(-1), false);
      }),
      { numRuns: 500 * times },
    );
  });
});
