// Settings: asked for where the client can be asked, else as it sends them; what is wrong in them is said once.
import { deepEqual, equal } from 'node:assert/strict';
import { folder, planUri, settingsChanged, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const goals = '## Goals\n\nSay why.\n';
const twoOfOurs = '## Summary\n\nShip it.\n';

describe('settings', () => {
  it('are asked for by document, and say how loud a rule is', () => {
    const settings: Record<string, unknown> = {};
    return withClient({ files: new Map([[shape, goals]]), settings }, async (client) => {
      settings.template = 'docs/shape.md';
      await client.open('## Goals\n');
      equal((await client.pull()).items[0]?.severity, 3);
      deepEqual(client.of('workspace/configuration')[0].items, [{ section: 'techSpec', scopeUri: planUri }]);
      settings.rules = { 'empty-section': 'off' };
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
      deepEqual((await client.pull()).items, []);
    });
  });

  it('that say nothing known are ignored, with a line in the log for each', () => {
    const rules = { 'no-such-rule': 'error', 'empty-section': 'loud' };
    return withClient({ settings: { template: 7, run: 'never', rules } }, async (client) => {
      await client.open(twoOfOurs);
      await client.pull();
      await client.open(twoOfOurs, `${folder}/tech-spec-other.md`);
      await client.pull(`${folder}/tech-spec-other.md`);
      deepEqual(
        client.of('window/logMessage').map(({ message }) => message),
        [
          'techSpec.template is no text, and is ignored',
          'techSpec.run is none of onType, onSave, and is ignored',
          'techSpec.rules names “no-such-rule”, which is no rule',
          'techSpec.rules: empty-section is none of error, warning, information, hint, off, and is ignored',
        ],
      );
    });
  });

  it('are taken as sent by a client that cannot be asked', () =>
    withClient({ capabilities: {}, files: new Map([[shape, goals]]) }, async (client) => {
      await client.tell('workspace/didChangeConfiguration', { settings: { techSpec: { template: 'docs/shape.md' } } });
      await client.open('## Goals\n');
      const { template } = await client.ask('techSpec/outline', { uri: planUri });
      deepEqual(template, { name: 'shape.md', uri: shape });
    }));
});
