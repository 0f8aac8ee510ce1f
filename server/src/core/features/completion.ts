/** What can be put in where the cursor is: the door to all completions. */
import type { RuleContext } from '../rules/rule.ts';
import { atOnce, type Steps } from '../steps.ts';
import { choiceCompletions } from './choice-completion.ts';
import type { Completion, CompletionOptions } from './completion-item.ts';
import { frontMatterCompletions } from './front-matter-completion.ts';
import { sectionCompletions } from './section-completion.ts';
import { shapeCompletions } from './shape-completion.ts';
import { typedHeading, typedWord, withoutTyped } from './typed-line.ts';

/** In the order in which they are to be listed. Empty where nothing of ours belongs there. Never throws. */
export function completions(
  context: RuleContext,
  offset: number,
  options: CompletionOptions = {},
): readonly Completion[] {
  return atOnce(completionsInSteps(context, offset, options));
}

/** The same, and stops now and then: the document is read once more, without what is being typed. */
export function* completionsInSteps(
  context: RuleContext,
  offset: number,
  options: CompletionOptions = {},
): Steps<readonly Completion[]> {
  const { document, template } = context;
  const keys = frontMatterCompletions(context, offset, options);
  if (0 < keys.length) return keys;
  const heading = typedHeading(document, offset, template.kind);
  if (heading !== undefined) {
    const rest = yield* withoutTyped(document, template, heading.span);
    return [...sectionCompletions(rest, heading), ...shapeCompletions(rest, heading)];
  }
  const mayAnswer = options.trigger === undefined && (options.shapes || template.kind === 'form');
  const word = mayAnswer ? yield* typedWord(document, offset) : undefined;
  if (word === undefined) return [];
  const rest = yield* withoutTyped(document, template, word.span);
  return [...choiceCompletions(rest, word), ...(options.shapes ? shapeCompletions(rest, word) : [])];
}
