/** Which of several templates a document follows. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';

const short = '---\nkind: short\nstatus: draft\n---\n\n## Goals\n\n## Costs\n';
const long = '---\nkind: long\nstatus: proposed\n---\n\n## Goals\n\n## Costs\n\n## Risks\n\n## Dates\n';
const bug = '---\nname: Bug\nabout: What broke\nlabels: bug, triage\ntitle: "Bug: "\n---\n\n## Steps\n';
const tea = '---\nname: Tea\nabout: What to drink\nlabels: tea\n---\n\n## Steps\n\n## Sugar\n';

function choice(document: string, ...templates: readonly string[]): readonly unknown[] {
  const { index, by } = core.chooseTemplate(core.parseDocument(document), templates.map(core.parseTemplate));
  return [index, by];
}

describe('of several templates a document follows', () => {
  it('the only one', () => deepEqual(choice('# Tea\n', short), [0, 'only']));

  it('the one with the name, labels or title of its front matter', () => {
    deepEqual(choice('---\nname: Tea\n---\n\n## Steps\n', bug, tea), [1, 'front-matter']);
    deepEqual(choice('---\nlabels: [triage, bug]\n---\n\n## Steps\n\n## Sugar\n', tea, bug), [1, 'front-matter']);
    deepEqual(choice('---\ntitle: "bug: no tea"\n---\n\n## Steps\n', tea, bug), [1, 'front-matter']);
  });

  it('the one that has a key’s value as its own', () =>
    deepEqual(choice('---\nkind: Short\n---\n\n## Risks\n\n## Dates\n', long, short), [1, 'front-matter']));

  it('the one that has a key’s value among its choices', () => {
    const choices = (words: string) => `---\nkind: ${words}\n---\n\n## Goals\n`;
    deepEqual(choice('---\nkind: c\n---\n', choices('a | b'), choices('c | d')), [1, 'front-matter']);
  });

  it('none by a value that changes with a document’s life', () =>
    deepEqual(choice('---\nstatus: draft\n---\n\n## Risks\n', short, long), [1, 'sections']));

  it('the one that most of its headings answer to, not the largest part of', () =>
    deepEqual(choice('## Goals\n\n## Costs\n\n## Risks\n', short, long), [1, 'sections']));

  it('the one that misses least of those that answer alike', () => {
    deepEqual(choice('## Goals\n\n## Costs\n', long, short), [1, 'sections']);
    deepEqual(choice('## Goals\n\n## Costs\n', short, long), [0, 'sections']);
    const marked = long.replaceAll('## Dates', '## Dates (optional)').replaceAll('## Risks', '## Risks (optional)');
    deepEqual(choice('## Goals\n', long, marked), [1, 'sections']);
  });

  it('the first of those that are alike in all', () => {
    deepEqual(choice('## Goals\n', short, short.replace('short', 'brief')), [0, 'sections']);
    deepEqual(choice('', short, '# Tea\n\n## Milk\n\n## Sugar\n'), [0, 'sections']);
  });
});
