/** `[FEATURE NAME]`, `{option}`, `Owner: name`: placeholders of the template that were never filled in. */
import { placeholdersLeftInSteps } from '../placeholders.ts';
import { defineRule } from './rule.ts';

export const leftoverPlaceholder = defineRule({
  id: 'leftover-placeholder',
  severity: 'warning',
  docs: {
    summary: 'A placeholder of the template was left as it was.',
    why: 'It looks written and says nothing. Only placeholders that stand in the template itself are looked for.',
    examples: [
      {
        template: '## Owner\n\nTeam: [team name]\n',
        before: '## Owner\n\nThe editor group, that is [team name], and the support desk.\n',
        after: '## Owner\n\nThe editor group and the support desk.\n',
      },
    ],
  },

  *check(context) {
    for (const { span, words, spec } of yield* placeholdersLeftInSteps(context)) {
      const message = `The template’s placeholder “${words}” is still here`;
      yield { span, message, key: `${spec?.path ?? ''}#${words}`, ...(spec && { spec }), data: undefined };
    }
  },
});
