// Files that are there at one moment and not at the next: a network that fails, a folder in the place of a file, another case of its letters.
import { deepEqual, equal, match } from 'node:assert/strict';
import { folder, planUri, withClient } from './client.ts';
import { codesOf, goals, templateOf, trouble } from './configured.ts';

const shape = `${folder}/docs/shape.md`;

describe('a template', () => {
  it('in a folder that could not be listed is found when that is there again, though nobody says so', () => {
    const own = `${folder}/.github/ISSUE_TEMPLATE/tech-spec.md`;
    const files = new Map<string, string | Error>([
      [own, goals],
      [folder, new Error('the network failed')],
    ]);
    return withClient({ files }, async (client) => {
      await client.open('## Goals\n\n## Summary\n');
      equal(await templateOf(client, planUri), 'tech-spec:/tech-spec.md');
      files.delete(folder);
      await client.change(2, '## Goals\n');
      equal(await templateOf(client, planUri), own);
    });
  });

  it('is over where a file has taken the place of a folder, or a name is written in other cases', () => {
    const files = new Map<string, string | Error>([[shape, new Error('it is a folder')]]);
    return withClient(
      { files, settings: { template: 'docs/shape.md' }, initializationOptions: { files: true } },
      async (client) => {
        await client.open('## Goals\n');
        deepEqual(await codesOf(client, planUri), []);
        match((await client.until(trouble)).message, /“docs\/shape\.md” cannot be read: it is a folder/);
        files.delete(shape);
        const capital = `${folder}/docs/Shape.md`;
        files.set(capital, goals);
        await client.change(2, '## Goals\n\n');
        deepEqual(await codesOf(client, planUri), []);
        files.delete(capital);
        files.set(shape, goals);
        await client.tell('workspace/didRenameFiles', { files: [{ oldUri: capital, newUri: shape }] });
        await client.change(3, '## Goals\n');
        deepEqual(await codesOf(client, planUri), ['empty-section 3']);
      },
    );
  });
});
