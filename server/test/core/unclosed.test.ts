/** What is never closed is looked for where it would be: at the text’s end. */
import { deepEqual, equal } from 'node:assert/strict';
import { applyEdits, parseDocument, type SpecDocument } from '../../src/core/index.ts';
import { insertOutside, unclosedIn } from '../../src/core/unclosed.ts';

describe('what a document never closes', () => {
  const fence = '## Goals\n\nFewer.\n\n### Whose\n\n```\ncode\n';

  it('is the last block, whatever headings stand behind and above it', () => {
    deepEqual(unclosedIn(parseDocument(fence)), { start: fence.indexOf('```'), closing: '```' });
    equal(unclosedIn(parseDocument(`${fence}\`\`\`\n\n## Costs\n\n### None\n`)), undefined);
  });

  it('is seen behind the mark that a file may begin with', () =>
    deepEqual(unclosedIn(parseDocument('\ufeff~~~\ncode\n')), { start: 0, closing: '~~~' }));

  it('is closed for what is put behind it, and not for what is put before it', () => {
    const document = parseDocument(fence);
    const start = fence.indexOf('```');
    const put = (at: number) => applyEdits(fence, [insertOutside(document, at, '## Costs')]);
    equal(put(start), fence.replace('```', '## Costs\n\n```'));
    equal(put(start + 1), `${fence}\`\`\`\n\n## Costs\n`);
  });

  it('is no fence that nobody writes', () => {
    equal(unclosedIn(parseDocument(`${'~'.repeat(1_000)}\ncode\n`))?.closing.length, 1_000);
    equal(unclosedIn(parseDocument(`${'~'.repeat(1_001)}\ncode\n`)), undefined);
  });

  it('is nothing that stands above a last heading with nothing under it', () => {
    const document = parseDocument('## Goals\n\n## Costs\n');
    const [first, last] = document.root.children;
    Object.defineProperty(first, 'blocks', {
      get() {
        throw new Error('What stands above it was looked at');
      },
    });
    const changed: SpecDocument = {
      ...document,
      text: document.text,
      root: { ...document.root, children: [first!, last!] },
    };
    equal(unclosedIn(changed), undefined);
  });

  it('is found without a look at all that stands before it', () => {
    const document = parseDocument(fence);
    const { root } = document;
    const unseen = Object.create(root.children[0] ?? null, {
      blocks: {
        get() {
          throw new Error('What stands before it was looked at');
        },
      },
      children: { value: [] },
    });
    const children = [unseen, ...root.children];
    const made: SpecDocument = { ...document, text: document.text, root: { ...root, blocks: [], children } as never };
    equal(unclosedIn(made)?.closing, '```');
  });
});
