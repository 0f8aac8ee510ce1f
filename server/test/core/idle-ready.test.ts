/** What `ready` in the configuration asks for in vain: a slip, or merely nobody yet. */
import { deepEqual } from 'node:assert/strict';
import { idleReady, parseConfig, parseDocument, parseTemplate } from '../../src/core/index.ts';

function idle(ready: object, template: string, statuses: readonly string[]): readonly string[] {
  const config = parseConfig(JSON.stringify({ specs: [{ files: '*.md', ready }] }));
  const [entry] = config.entries ?? [];
  const documents = statuses.map((status) => parseDocument(`---\nstatus: ${status}\n---\n\n# Tea\n`));
  const notes = entry === undefined ? [] : idleReady(entry, parseTemplate(template), documents);
  return notes.map(({ span, message }) => `${config.text.slice(span.start, span.end)} ${message}`);
}

const listing = '---\nstatus: draft | review | final\n---\n\n## Goals\n';

describe('what makes a document ready, and is said by none', () => {
  it('is a slip where the template lists what there is', () =>
    deepEqual(idle({ status: ['finl'] }, listing, ['draft']), [
      '"finl" “finl” is the “status” of no document: none is ready by it. Did you mean “final”?',
    ]));

  it('is one too where it is like nothing that is listed', () =>
    deepEqual(idle({ status: 'published' }, listing, ['draft']), [
      '"published" “published” is the “status” of no document: none is ready by it',
    ]));

  it('may come yet where the template lists it', () => deepEqual(idle({ status: 'final' }, listing, ['draft']), []));

  it('may come yet where nothing is listed, and nothing is like it', () =>
    deepEqual(idle({ status: 'Accepted' }, '## Goals\n', ['Draft']), []));

  it('is no slip where a document of a list has it', () =>
    deepEqual(idle({ status: 'Final' }, '## Goals\n', ['[Fina, final]']), []));

  it('is a key that none has, be it meant for another', () =>
    deepEqual(idle({ stats: 'Final' }, '## Goals\n', ['Final']), [
      '"stats" “stats” stands in the front matter of no document: none is ready by it. Did you mean “status”?',
    ]));

  it('is not told of where there is no document', () => deepEqual(idle({ stats: 'Final' }, '## Goals\n', []), []));
});
