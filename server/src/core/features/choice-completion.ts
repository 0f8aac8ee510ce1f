/** What a field of a GitHub issue form lets choose from, offered in its empty section. */
import type { Laid } from '../binding.ts';
import { lineEndOf } from '../text/insert.ts';
import { type Completion, filling, fromWord } from './completion-item.ts';
import { breaksAround, type TypedLine } from './typed-line.ts';

/** In the form's order. `laid` is the document without what is typed. */
export function choiceCompletions({ document, binding }: Laid, { span, typed }: TypedLine): readonly Completion[] {
  const here = binding.all.find(({ matches }) =>
    matches.some((match) => {
      const { body } = match.section;
      return body.start < span.start && span.end <= body.end && match.status === 'empty';
    }),
  );
  if (here === undefined) return [];
  const { name, choices } = here.spec;
  const { before, behind } = breaksAround(document, span);
  const lineEnd = lineEndOf(document.text);
  return choices.flatMap((choice) => {
    const filter = fromWord(choice, typed);
    if (filter === undefined) return [];
    const { newText, holes } = filling([before, choice, behind], lineEnd);
    const end = newText.lastIndexOf(choice) + choice.length;
    const selection = { start: end, end };
    return [{ kind: 'value', label: choice, detail: name, documentation: '', span, filter, newText, holes, selection }];
  });
}
