/** Mark Section Not Applicable: whole texts before and after, the cursor at `$0`. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template =
  '## Summary\n\nIn 1-2 sentences.\n\n## Risks\n\nSay which.\n\n### Legal\n\nAsk.\n\n## Costs\n\nSay how much.\n';

describe('marking a section not applicable', () => {
  it('answers an empty one, the cursor behind it', () => {
    marks('## Risks$0\n\n## Costs\n\nFew.\n', '## Risks\n\nN/A – $0\n\n## Costs\n\nFew.\n');
  });

  it('takes the place of the guidance', () => {
    marks('## Costs\n\nSay$0 how much.\n', '## Costs\n\nN/A – $0\n');
  });

  it('takes the place of what is unfinished, also in the heading', () => {
    marks('## Costs\n\n- TBD$0\n', '## Costs\n\nN/A – $0\n');
    marks('## Costs: T$0BD\n', '## Costs: N/A – $0\n');
  });

  it('leaves comments where they are', () => {
    marks('## Costs\n\n<!-- mine -->\n\nTBD$0\n', '## Costs\n\n<!-- mine -->\n\nN/A – $0\n');
  });

  it('keeps the document’s line ends', () => marks('## Costs$0\r\n', '## Costs\r\n\r\nN/A – $0\r\n'));

  it('is of the innermost section around the cursor', () => {
    marks(
      '## Risks\n\nFew.\n\n### Legal\n$0\n## Costs\n\nFew.\n',
      '## Risks\n\nFew.\n\n### Legal\n\nN/A – $0\n\n## Costs\n\nFew.\n',
    );
  });

  it('puts in one that is missing, where it belongs, and what is owed under it', () => {
    marks(
      '## Summary\n\nOne.\n\n## Costs\n\nFew.\n',
      '## Summary\n\nOne.\n\n## Risks\n\nN/A – $0\n\n### Legal\n\nN/A\n\n## Costs\n\nFew.\n',
      'Risks',
    );
  });

  it('puts in no other that is missing', () => {
    marks('## Summary\n\nOne.\n', '## Summary\n\nOne.\n\n## Costs\n\nN/A – $0\n', 'Costs');
  });

  it('is of the first one without an answer, where there are several', () => {
    marks('## Costs\n\nFew.\n\n## Costs\n', '## Costs\n\nFew.\n\n## Costs\n\nN/A – $0\n', 'Costs');
  });

  it('is of the section that begins at the cursor', () => {
    marks('$0## Costs\n', '## Costs\n\nN/A – $0\n');
    marks('## Costs\n\nFew.\n\n$0## Risks\n', '## Costs\n\nFew.\n\n## Risks\n\nN/A – $0\n');
  });

  it('stands between headings with a blank line around it', () => {
    marks('## Costs$0\r\n## Own\r\n', '## Costs\r\n\r\nN/A – $0\r\n\r\n## Own\r\n');
  });

  it('leaves an answer alone', () => {
    refuses('## Costs\n\nFe$0w.\n', { refused: 'answered', name: 'Costs' });
    deepEqual(core.markNotApplicable(contextOf(template, '## Costs\n\nFew.\n'), 'Costs'), {
      refused: 'answered',
      name: 'Costs',
    });
  });

  it('is nothing for the lead section', () => refuses('## Summary$0\n', { refused: 'lead', name: 'Summary' }));

  it('is nothing outside of the template’s sections', () => {
    refuses('Wor$0ds.\n\n## Costs\n', { refused: 'none', name: '' });
    refuses('## Costs\n\n## Own\n\nWor$0ds.\n', { refused: 'none', name: '' });
    deepEqual(core.markNotApplicable(contextOf(template, ''), 'No/such'), { refused: 'none', name: '' });
  });
});

function marks(before: string, after: string, path?: string): void {
  const { text, cursor = 0 } = unmark(before);
  const marked = core.markNotApplicable(contextOf(template, text), path ?? cursor);
  if ('refused' in marked) throw new Error(`refused: ${marked.refused}`);
  equal(draw(core.applyEdits(text, marked.edits), [], marked.selection?.start), after);
}

function refuses(before: string, expected: core.NotApplicable): void {
  const { text, cursor = 0 } = unmark(before);
  deepEqual(core.markNotApplicable(contextOf(template, text), cursor), expected);
}
