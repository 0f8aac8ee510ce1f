/** What a change made of a document's sections: which were filled in, emptied, put in or taken out. */
import { reasonOf } from '../answers.ts';
import type { BoundSection } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import { answerIn, visibleText } from '../section-answer.ts';
import { shortened } from '../text/shortened.ts';

/** `before` and `after` differ: missing, empty, written, TBD. */
export interface SectionChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** In the template's order. A section that says something else than before and is as complete has not changed. */
export function sectionChanges(before: RuleContext, after: RuleContext): readonly SectionChange[] {
  const then = new Map<string, string>();
  for (const bound of before.binding.all) then.set(bound.spec.path, stateOf(before.document, bound));
  const changes = after.binding.all.map((bound) => ({
    name: bound.spec.name,
    before: then.get(bound.spec.path) ?? 'missing',
    after: stateOf(after.document, bound),
  }));
  return changes.filter((change) => change.before !== change.after);
}

function stateOf(document: SpecDocument, { spec, matches }: BoundSection): string {
  const [match] = matches;
  if (match === undefined) return 'missing';
  const { section, opening, status } = match;
  const words = visibleText(document, section, opening);
  if (answerIn({ document, spec, section, opening }) === 'not-applicable') {
    return reasonOf(words) === '' ? 'N/A, no reason' : 'N/A';
  }
  switch (status) {
    case 'unfinished':
      return words !== '' && words.length <= longest ? shortened(words, longest) : 'unfinished';
    case 'guidance':
      return 'guidance only';
    case 'overlong':
      return 'written, not within its limits';
    case 'done':
      return 'written';
    default:
      return status;
  }
}

/** “TBD”, “to be written”: more than that says something, too. */
const longest = 20;
