/** More, or less, than the template's own words allow. */
import { type BrokenLimit, brokenLimit } from '../length.ts';
import { defineRule } from './rule.ts';

export const overlongSection = defineRule({
  id: 'overlong-section',
  severity: 'information',
  steady: true,
  docs: {
    summary: 'A section is longer, or shorter, than the template says.',
    why: 'The limit is the template author’s: a summary that fills a page is not read. Limits come from the guidance, such as “1-2 sentences” or “at most 200 words”; code, comments and link targets are not counted, and every 40 words begun in one sentence count as a sentence.',
    kinds: [
      { where: 'it is the lead section: the first that is required, with a limit', severity: 'warning' },
      { where: 'it is any other section', severity: 'information' },
    ],
    examples: [
      {
        template: '## Summary\n\nOne sentence on what the project is for.\n',
        before: '## Summary\n\nDrafts get lost. We save them. Nobody has to do anything.\n',
        after: '## Summary\n\nDrafts are saved without anybody doing anything.\n',
      },
    ],
  },

  *check({ binding, document }) {
    for (const { spec, matches, passedBy } of binding.all) {
      for (const { section, status, opening } of matches) {
        if (status !== 'overlong') continue;
        yield undefined;
        const broken = brokenLimit({ document, spec, section, opening });
        if (broken === undefined) continue;
        const asked = broken.limit.configured ? 'the configuration' : 'the template';
        const message = `Section “${spec.name}” has ${amount(broken)}, ${asked} asks for “${broken.limit.said}”`;
        const severity = spec.lead ? 'warning' : 'information';
        yield { span: section.heading, message, severity, key: spec.path, spec, passedBy, data: undefined };
      }
    }
  },
});

function amount({ count, isMore, limit: { unit } }: BrokenLimit): string {
  if (isMore) return `more than ${count} ${unit}`;
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
