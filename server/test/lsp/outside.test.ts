// Documents outside of every workspace folder: how far up their configuration is looked for.
import { equal } from 'node:assert/strict';
import { folder, withClient } from './client.ts';
import { goals, risks, templateOf } from './configured.ts';

const repository = 'file:///elsewhere/repository';
const document = `${repository}/docs/plan.md`;
const configuration = (template: string) => JSON.stringify({ specs: [{ files: '**/*.md', template }] });

function opened(files: Readonly<Record<string, string | Error>>, expected: string | null): Promise<void> {
  const all = new Map(Object.entries({ 'file:///elsewhere/rfc.md': goals, [`${repository}/rfc.md`]: goals, ...files }));
  return withClient({ files: all, folders: [folder] }, async (client) => {
    await client.open('Tea.\n', document);
    equal(await templateOf(client, document), expected);
  });
}

describe('outside of the workspace a document has the configuration', () => {
  it('of its repository', () =>
    opened(
      {
        [`${repository}/.git`]: new Error('it is a folder'),
        [`${repository}/.tech-spec.json`]: configuration('rfc.md'),
      },
      `${repository}/rfc.md`,
    ));

  it('of its work tree, whose .git is a file', () =>
    opened(
      { [`${repository}/.git`]: 'gitdir: /elsewhere', [`${repository}/.tech-spec.json`]: configuration('rfc.md') },
      `${repository}/rfc.md`,
    ));

  it('of nothing above its repository', () =>
    opened(
      {
        [`${repository}/.git`]: new Error('it is a folder'),
        'file:///elsewhere/.tech-spec.json': configuration('rfc.md'),
      },
      null,
    ));

  it('of its own folder only, where it is in no repository', () =>
    opened({ [`${repository}/.tech-spec.json`]: configuration('rfc.md') }, null));

  it('of its own folder, with no template outside of that', () =>
    opened({ [`${repository}/docs/.tech-spec.json`]: configuration('../rfc.md') }, null));

  it('of its own folder, with a template there', () =>
    opened(
      { [`${repository}/docs/.tech-spec.json`]: configuration('adr.md'), [`${repository}/docs/adr.md`]: risks },
      `${repository}/docs/adr.md`,
    ));
});
