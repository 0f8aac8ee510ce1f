// `.tech-spec.json` in the editor: what happens when it changes, and what is wrong in it.
import { deepEqual, equal, match } from 'node:assert/strict';
import { type Client, folder, pushClient, settingsChanged } from './client.ts';
import {
  changeConfiguration,
  codesOf,
  configuration,
  goals,
  rfc,
  templateOf,
  trouble,
  withConfiguration,
} from './configured.ts';

describe('a configuration that changes', () => {
  it('checks all open documents again at once', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] }, async (client, files) => {
      await client.open('## Goals\n', rfc);
      deepEqual(await codesOf(client), ['empty-section 3']);
      await changeConfiguration(client, files, { specs: [{ files: 'rfcs/*.md', template: 'adr.md' }] });
      await client.until('workspace/diagnostic/refresh');
      await client.until('techSpec/outlineChanged');
      deepEqual(await codesOf(client), ['missing-section 3']);
    }));

  it('pushes what it changes to clients that only wait', () =>
    withConfiguration(
      { specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] },
      async (client, files) => {
        await client.open('## Goals\n', rfc);
        await client.pushed((all) => all[0]?.code === 'empty-section', rfc);
        await changeConfiguration(client, files, { specs: [{ files: 'rfcs/*.md', template: 'adr.md' }] });
        await client.pushed((all) => all[0]?.code === 'missing-section', rfc);
      },
      { capabilities: pushClient },
    ));

  it('is heeded where it is new, and no more where it is gone', () =>
    withConfiguration({}, async (client, files) => {
      files.delete(configuration);
      await client.open('## Goals\n', rfc);
      equal(await templateOf(client), null);
      await changeConfiguration(client, files, { specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] });
      await client.until('workspace/diagnostic/refresh');
      equal(await templateOf(client), `${folder}/rfc.md`);
      files.delete(configuration);
      await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 3 }] });
      await client.until('workspace/diagnostic/refresh', () => 1 < client.of('workspace/diagnostic/refresh').length);
      equal(await templateOf(client), null);
    }));
});

describe('a configuration in trouble', () => {
  it('leaves its documents alone until it is mended, and is told of once', () =>
    withConfiguration('{\n  "specs": [{ "files": "rfcs/*.md", "tempalte": "rfc.md" }]\n}', async (client, files) => {
      await client.open('## Goals\n', rfc);
      await client.open('## Goals\n', `${folder}/tech-spec-plan.md`);
      deepEqual(await codesOf(client), []);
      deepEqual(await codesOf(client, `${folder}/tech-spec-plan.md`), []);
      await client.change(2, '## Goals\n\n', undefined, rfc);
      deepEqual(await codesOf(client), []);
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
      deepEqual(await codesOf(client), []);
      deepEqual(client.of(trouble), [
        {
          kind: 'configuration',
          message:
            '.tech-spec.json:2:37: Unknown key “tempalte”. Did you mean “template”? Until it is mended, nothing is checked by it.',
          uri: configuration,
        },
      ]);
      await changeConfiguration(client, files, { specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] });
      await client.until('workspace/diagnostic/refresh', () => 1 < client.of('workspace/diagnostic/refresh').length);
      deepEqual(await codesOf(client), ['empty-section 3']);
    }));

  it('says how much more is wrong', () =>
    withConfiguration('{ "a": 1, "b": 2, "c": 3 }', async (client) => {
      await client.open('Tea.\n', rfc);
      await client.pull(rfc);
      match((await client.until(trouble)).message, /\(and 2 more\)/);
    }));

  it('tells nobody who only opens a README', () =>
    withConfiguration('{', async (client) => {
      await client.open('# Tea\n', `${folder}/README.md`);
      deepEqual(await codesOf(client, `${folder}/README.md`), []);
      deepEqual(client.of(trouble), []);
    }));

  it('that cannot be read says so', () =>
    withConfiguration({}, async (client, files) => {
      files.set(configuration, new Error('permission denied'));
      await client.open('Tea.\n', rfc);
      await client.pull(rfc);
      match(
        (await client.until(trouble)).message,
        /^\.tech-spec\.json:1:1: The file cannot be read: permission denied\. /,
      );
    }));

  it('that a network keeps from being read is heeded when that is there again, though nobody says so', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: 'shape.md' }] }, async (client, files) => {
      const text = files.get(configuration)!;
      files.set(configuration, new Error('the network failed'));
      files.set(`${folder}/shape.md`, goals);
      await client.open('## Goals\n', rfc);
      deepEqual(await codesOf(client, rfc), []);
      match((await client.until(trouble)).message, /The file cannot be read: the network failed/);
      files.set(configuration, text);
      await client.change(2, '## Goals\n\n', undefined, rfc);
      deepEqual(await codesOf(client, rfc), ['empty-section 3']);
    }));

  for (const path of ['../outside.md', '/etc/passwd', '~/shape.md', '..\\outside.md', 'https://example.com/a.md']) {
    it(`is looked for no template at ${path}`, () =>
      withConfiguration({ specs: [{ files: 'rfcs/*.md', template: path }] }, async (client) => {
        await client.open('## Goals\n', rfc);
        equal(await templateOf(client), null);
        const { message, uri } = await client.until(trouble);
        match(message, /^\.tech-spec\.json:1:43: Template “.*” lies outside of the workspace\. /);
        equal(uri, configuration);
      }));
  }

  it('with a template that is missing is over when that is there', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: 'new.md' }] }, async (client, files) => {
      await client.open('## Goals\n', rfc);
      deepEqual(await codesOf(client), []);
      match(
        (await client.until(trouble)).message,
        /:1:43: Template “new\.md” cannot be read: there is no such file\. /,
      );
      files.set(`${folder}/new.md`, goals);
      await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: `${folder}/new.md`, type: 1 }] });
      await client.until('workspace/diagnostic/refresh');
      deepEqual(await codesOf(client), ['empty-section 3']);
    }));
});

describe('the configuration that is open', () => {
  const problemsIn = async (client: Client, text: string) => {
    await client.open(text, configuration, 'json');
    return (await client.pull(configuration)).items.map(({ code, severity, range: { start, end }, message }) => {
      return `${start.line}:${start.character}-${end.character} ${code} ${severity} ${message}`;
    });
  };

  it('has what is wrong in it where it stands, as it is typed', () =>
    withConfiguration({}, async (client) => {
      deepEqual(await problemsIn(client, '{ "spec": [] }'), [
        '0:2-8 configuration-problem 1 Unknown key “spec”. Did you mean “specs”?',
      ]);
      await client.change(2, '{ "specs": [{ "files": "a.md", "template": "../x.md" }] }', undefined, configuration);
      deepEqual(
        (await client.pull(configuration)).items.map(({ message }) => message),
        ['Template “../x.md” lies outside of the workspace'],
      );
    }));

  it('has headings that no template of the entry has, and entries that never come to their turn', () =>
    withConfiguration({}, async (client) => {
      const sections = { Goals: {}, Risk: {}, Milk: {} };
      const specs = [
        { files: 'a.md', template: ['rfc.md', 'adr.md'], sections },
        { files: 'a.md', template: 'rfc.md' },
      ];
      deepEqual(
        (await problemsIn(client, JSON.stringify({ specs }))).map((each) => each.replace(/^\S+ /, '')),
        [
          'configuration-problem 2 The template has no section “Risk”',
          'configuration-problem 2 The template has no section “Milk”',
          'configuration-problem 2 “a.md” has no effect: the entry on line 1 has it too, and the first one wins',
        ],
      );
    }));

  it('has nothing where all is well, and is no spec', () =>
    withConfiguration({}, async (client) => {
      deepEqual(await problemsIn(client, '{ "rules": { "section-order": "off" } }'), []);
      equal(await templateOf(client, configuration), null);
    }));
});
