// Which template a document follows, and what happens while that cannot be used.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type Client, folder, likeVsCode, planUri, pushClient, settingsChanged, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const goals = '## Goals\n\nSay why.\n';
const twoOfOurs = '## Summary\n\nShip it.\n';
const trouble = 'techSpec/templateTrouble';

async function codesOf(client: Client, uri = planUri): Promise<readonly unknown[]> {
  return (await client.pull(uri)).items.map(({ code }) => code);
}

async function templateOf(client: Client, uri = planUri): Promise<unknown> {
  return (await client.ask('techSpec/outline', { uri }))?.template ?? null;
}

describe('a document follows', () => {
  it('the template that it names itself, relative to its folder', () =>
    withClient({ files: new Map([[shape, goals]]) }, async (client) => {
      const uri = `${folder}/docs/deep/notes.md`;
      await client.open('<!-- tech-spec: template=../shape.md -->\n\nNothing yet.\n', uri);
      deepEqual(await templateOf(client, uri), { name: 'shape.md', uri: shape });
      deepEqual(await codesOf(client, uri), ['missing-section']);
    }));

  it('the built-in one in a folder tech-specs, also where that is the one that is opened', async () => {
    const opened = 'file:///home/tech-specs';
    await withClient({ folders: [opened] }, async (client) => {
      await client.open(twoOfOurs, `${opened}/notes.md`);
      equal(((await templateOf(client, `${opened}/notes.md`)) as { name: string }).name, 'Technical Specification');
    });
    await withClient({ folders: [`${opened}/high`] }, async (client) => {
      await client.open(twoOfOurs, `${opened}/high/notes.md`);
      equal(await templateOf(client, `${opened}/high/notes.md`), null);
    });
  });

  it('no template where it says so', () =>
    withClient({}, async (client) => {
      await client.open(`<!-- tech-spec: none -->\n\n${twoOfOurs}`);
      equal(await templateOf(client), null);
      deepEqual(await codesOf(client), []);
    }));

  it('the one of the setting', () =>
    withClient({ files: new Map([[shape, goals]]), settings: { template: 'docs/shape.md' } }, async (client) => {
      await client.open('## Goals\n');
      deepEqual(await templateOf(client), { name: 'shape.md', uri: shape });
    }));

  it('the workspace’s own issue template of that purpose, where nothing is set', () => {
    const own = `${folder}/.github/ISSUE_TEMPLATE/Tech_Spec.md`;
    const files = new Map([
      [`${folder}/.github/ISSUE_TEMPLATE/bug.md`, '## Steps\n'],
      [own, goals],
    ]);
    return withClient({ files }, async (client) => {
      await client.open('## Goals\n');
      deepEqual(await templateOf(client), { name: 'Tech_Spec.md', uri: own });
    });
  });

  it('the workspace’s own form of that purpose', () => {
    const own = `${folder}/.github/ISSUE_TEMPLATE/tech-spec.yml`;
    const form =
      'name: Plan\nbody:\n- type: input\n  attributes: { label: Goals }\n  validations: { required: true }\n';
    return withClient({ files: new Map([[own, form]]) }, async (client) => {
      await client.open('### Goals\n');
      deepEqual(await templateOf(client), { name: 'Plan', uri: own });
      deepEqual(await codesOf(client), ['empty-section']);
    });
  });

  it('the built-in one, where there is none', () =>
    withClient({}, async (client) => {
      await client.open(twoOfOurs);
      deepEqual(await templateOf(client), { name: 'Technical Specification', uri: 'tech-spec:/tech-spec.md' });
    }));

  it('the same one while it is open, however little is left of it', () =>
    withClient({}, async (client) => {
      await client.open(twoOfOurs);
      ok(await templateOf(client));
      await client.change(2, 'All gone.\n');
      ok(await templateOf(client));
      await client.close();
      await client.open('All gone.\n');
      equal(await templateOf(client), null);
    }));

  it('none where it is a README, a note, or the template itself', () =>
    withClient({ files: new Map([[shape, goals]]), settings: { template: 'docs/shape.md' } }, async (client) => {
      for (const [uri, text] of [
        [`${folder}/README.md`, goals],
        [`${folder}/notes.md`, '# Milk\n'],
        [shape, goals],
      ] as const) {
        await client.open(text, uri);
        equal(await templateOf(client, uri), null, uri);
        deepEqual(await codesOf(client, uri), [], uri);
      }
    }));

  it('the template as it is on the disk, whatever its editor shows, until that is saved', () => {
    const files = new Map([[shape, goals]]);
    return withClient({ files, settings: { template: 'docs/shape.md' } }, async (client) => {
      await client.open('## Goals\n\nShip it.\n');
      await client.open(goals, shape);
      await client.change(2, `${goals}\n## Risks\n`, undefined, shape);
      deepEqual(await codesOf(client), []);
      files.set(shape, `${goals}\n## Risks\n`);
      await client.save(shape);
      await client.until('workspace/diagnostic/refresh');
      deepEqual(await codesOf(client), ['missing-section']);
    });
  });

  it('the template that its editor can read, where the server cannot', () => {
    const remote = 'vscode-vfs://github/team/repo';
    const files = new Map([[`${remote}/docs/shape.md`, `\uFEFF${goals}`]]);
    const options = { files, folders: [remote], ownFiles: false, settings: { template: 'docs/shape.md' } };
    return withClient({ ...options, initializationOptions: { files: true } }, async (client) => {
      const uri = `${remote}/tech-spec-plan.md`;
      await client.open('## Goals\n', uri);
      deepEqual(await templateOf(client, uri), { name: 'shape.md', uri: `${remote}/docs/shape.md` });
    });
  });

  it('no other file, though the editor lists more than it was asked for', () => {
    const remote = 'vscode-vfs://github/team/repo';
    const own = `${remote}/.github/ISSUE_TEMPLATE/tech-spec.md`;
    const others = ['.github/ISSUE_TEMPLATE/old/a-tech-spec.md', '.github/a-tech-spec.md', 'a-tech-spec.md'];
    const files = new Map([...others.map((path) => `${remote}/${path}`), own].map((uri) => [uri, goals]));
    const options = { files, folders: [remote], ownFiles: false, initializationOptions: { files: true } };
    return withClient(options, async (client) => {
      const uri = `${remote}/tech-spec-plan.md`;
      await client.open('## Goals\n', uri);
      deepEqual(await templateOf(client, uri), { name: 'tech-spec.md', uri: own });
    });
  });
});

describe('a template in trouble', () => {
  const broken: Record<string, [string | Error | undefined, RegExp]> = {
    missing: [undefined, /“docs\/shape\.md” cannot be read: there is no such file/],
    unreadable: [new Error('permission denied'), /“docs\/shape\.md” cannot be read: permission denied/],
    empty: [' \n', /“docs\/shape\.md” is empty/],
    'without sections': ['Just words.\n', /“docs\/shape\.md” has no sections/],
    binary: ['\0\0', /“docs\/shape\.md” is not text/],
  };
  for (const [state, [text, message]] of Object.entries(broken)) {
    it(`is told of once where it is ${state}, nothing is found, and all is well when it is mended`, () => {
      const files = new Map<string, string | Error>();
      if (text !== undefined) files.set(shape, text);
      const options = { files, settings: { template: 'docs/shape.md' }, initializationOptions: { files: true } };
      return withClient(options, async (client) => {
        await client.open('## Goals\n');
        deepEqual(await codesOf(client), []);
        await client.change(2, '# Goals\n');
        deepEqual(await codesOf(client), []);
        equal(client.of(trouble).length, 1);
        const told = client.of(trouble)[0];
        match(told.message, message);
        equal(told.uri, shape);

        files.set(shape, goals);
        await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: shape, type: 2 }] });
        await client.until('workspace/diagnostic/refresh');
        await client.until('techSpec/outlineChanged');
        await client.change(3, '## Goals\n');
        deepEqual(await codesOf(client), ['empty-section']);

        files.set(shape, '');
        await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: shape, type: 2 }] });
        deepEqual(await codesOf(client), []);
        await client.until(
          trouble,
          ({ message: words }) => words.includes('is empty') && client.of(trouble).length === 2,
        );
      });
    });
  }

  for (const path of [
    '../outside.md',
    '/etc/passwd',
    '~/shape.md',
    'C:\\shape.md',
    '..\\outside.md',
    'https://example.com/shape.md',
    '',
  ]) {
    it(`is not looked for at ${path === '' ? 'an empty path: there the next one is taken' : path}`, () =>
      withClient({ settings: { template: path }, initializationOptions: { files: true } }, async (client) => {
        await client.open(twoOfOurs);
        const template = await templateOf(client);
        if (path === '') return ok(template);
        equal(template, null);
        match(client.of(trouble)[0].message, /lies outside of the workspace/);
        equal(client.of(trouble)[0].uri, null);
      }));
  }

  it('that a document names is a finding where it is named, and no message at each key', () =>
    withClient({ initializationOptions: { files: true } }, async (client) => {
      await client.open(`# Plan\n\n<!-- tech-spec: template=docs/none.md -->\n\n${twoOfOurs}`);
      const { items } = await client.pull();
      deepEqual(
        items.map(({ code, range, message }) => [code, range.start.line, message]),
        [['template-problem', 2, 'Template “docs/none.md” cannot be read: there is no such file']],
      );
      deepEqual(client.of(trouble), []);
    }));

  it('is shown by a client that is not ours as a message', () =>
    withClient({ capabilities: pushClient, settings: { template: 'docs/shape.md' } }, async (client) => {
      await client.open(twoOfOurs);
      const { message, type } = await client.until('window/showMessageRequest');
      equal(type, 2);
      match(message, /there is no such file/);
      deepEqual(client.of(trouble), []);
    }));

  it('is not told of again by settings that change otherwise, but where somebody wants to start from it', () => {
    const options = { settings: { template: 'docs/shape.md' }, initializationOptions: { files: true } };
    return withClient(options, async (client) => {
      await client.open(twoOfOurs);
      await client.pull();
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
      await client.pull();
      equal(client.of(trouble).length, 1);
      equal(await client.ask('techSpec/newSpec', { title: '', instructions: 'keep', template: null }), null);
      await client.until(trouble, () => client.of(trouble).length === 2);
    });
  });

  it('is over once its setting is, without anything else being said', () => {
    const settings: Record<string, unknown> = { template: 'docs/shape.md' };
    return withClient({ settings, initializationOptions: { files: true } }, async (client) => {
      await client.open(twoOfOurs);
      equal(await templateOf(client), null);
      delete settings.template;
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
      ok(await templateOf(client));
      equal(client.of(trouble).length, 1);
    });
  });
});

describe('templates are watched', () => {
  it('in the usual place, and where one was named', () =>
    withClient({ files: new Map([[shape, goals]]), settings: { template: 'docs/shape.md' } }, async (client) => {
      await client.open('## Goals\n');
      await client.pull();
      const watchers = client
        .of('client/registerCapability')
        .flatMap(({ registrations }) => registrations)
        .filter(({ method }) => method === 'workspace/didChangeWatchedFiles')
        .flatMap(({ registerOptions }) =>
          registerOptions.watchers.map((each: { globPattern: unknown }) => each.globPattern),
        );
      deepEqual(watchers, [
        '**/.github/ISSUE_TEMPLATE/*.{md,yml,yaml}',
        '**/.tech-spec.json',
        { baseUri: folder, pattern: 'docs/shape.md' },
      ]);
    }));

  it('by nobody where the client cannot: then they are read again with the next document', () => {
    const { didChangeWatchedFiles: _, ...workspace } = likeVsCode.workspace ?? {};
    const files = new Map([[shape, goals]]);
    const options = { capabilities: { ...likeVsCode, workspace }, files, settings: { template: 'docs/shape.md' } };
    return withClient(options, async (client) => {
      await client.open('## Goals\n\nShip it.\n');
      deepEqual(await codesOf(client), []);
      files.set(shape, '## Aims\n\nSay why.\n\n## Goals\n\nSay what.\n');
      const other = `${folder}/tech-spec-other.md`;
      await client.open('## Goals\n\nShip it.\n', other);
      deepEqual(await codesOf(client, other), ['missing-section']);
    });
  });
});
