/** Completions in tests: what is offered at `$0` of a picture, and what taking an offer leaves there. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../src/core/index.ts';
import { contextOf } from './check.ts';
import { draw, unmark } from './marked.ts';

export function offersAt(
  template: string,
  picture: string,
  options?: core.CompletionOptions,
): readonly core.Completion[] {
  const { text, cursor } = unmark(picture);
  if (cursor === undefined) throw new Error('The picture has no $0');
  return core.completions(contextOf(template, text), cursor, options);
}

/** Their labels, in order. */
export function offers(
  template: string,
  picture: string,
  expected: readonly string[],
  options?: core.CompletionOptions,
): void {
  deepEqual(
    offersAt(template, picture, options).map(({ label }) => label),
    expected,
    picture,
  );
}

/** The whole text afterwards, with what is selected in the end, and with the places to fill in and what each lets choose from. */
export function completes(
  template: string,
  picture: string,
  label: string,
  expected: string,
  options?: core.CompletionOptions,
): void {
  const found = offersAt(template, picture, options);
  const taken = found.find((each) => each.label === label);
  if (taken === undefined) throw new Error(`“${label}” is none of ${found.map((each) => each.label).join(', ')}`);
  const { span, newText, selection, holes } = taken;
  const moved = ({ start, end }: core.Span) => ({ start: span.start + start, end: span.start + end });
  const marks = [
    ...holes.map((hole) => ({
      span: moved(hole.span),
      label: `filled in: ${hole.choices.join(' | ') || 'nothing yet'}`,
    })),
    { span: moved(selection), label: 'selected' },
  ];
  equal(draw(core.applyEdits(unmark(picture).text, [{ span, newText }]), marks), expected);
}
