/** A section the template asks for is not there. */
import { allBound, type BoundSection } from '../binding.ts';
import { insertBlock } from '../text/insert.ts';
import { defineRule, type Fix, type RuleContext } from './rule.ts';

export const missingSection = defineRule({
  id: 'missing-section',
  severity: 'error',
  docs: {
    summary: 'A section the template asks for is not there.',
    why: 'Reviewers look for it by name, and read its absence as an oversight. A section that does not apply is answered with `N/A`, so that they know it was thought of.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what could go wrong.\n',
        before: '## Goals\n\nFewer lost drafts.\n',
        after: '## Goals\n\nFewer lost drafts.\n\n## Risks\n\nSay what could go wrong.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const bound of allBound(binding)) {
      const { spec, matches, after, passedBy } = bound;
      if (!spec.required || 0 < matches.length) continue;
      const message = `Section “${spec.name}” is missing: the template asks for it ${placeIn(bound)}`;
      yield { span: after, message, key: spec.path, spec, passedBy, data: bound };
    }
  },

  *fixes({ data: bound }, { document }) {
    const { name, lead, guidance } = bound.spec;
    yield insert('insert', `Insert section “${name}”`, bound, document, guidance);
    if (!lead)
      yield insert('not-applicable', `Insert section “${name}” as not applicable`, bound, document, notApplicable);
  },
});

/** The reason belongs behind it. */
const notApplicable = 'N/A – ';

function placeIn({ follows }: BoundSection): string {
  return follows === undefined ? 'first' : `after “${follows.name}”`;
}

function insert(
  name: string,
  title: string,
  { insertAt, level, spec }: BoundSection,
  document: RuleContext['document'],
  body: string,
): Fix {
  const heading = `${'#'.repeat(level)} ${spec.title}`;
  const edit = insertBlock(document, insertAt, body === '' ? heading : `${heading}\n\n${body}`);
  const written = edit.newText.lastIndexOf(spec.title) + spec.title.length;
  const at = body === notApplicable ? edit.newText.lastIndexOf(body) + body.length : firstWord(edit.newText, written);
  return { name, title, edits: [edit], cursor: edit.span.start + at, safe: false };
}

function firstWord(text: string, from: number): number {
  const at = text.slice(from).search(/\S/);
  return at === -1 ? text.length : from + at;
}
