/** What happens while very many findings are made into diagnostics, in slices, is in none of them. */
import { deepEqual, equal } from 'node:assert/strict';
import type { Rule } from '../../src/core/index.ts';
import { missingSection } from '../../src/core/rules/missing-section.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { slice } from '../../src/lsp/slices.ts';
import { folder, pushClient, settingsChanged, withClient } from './client.ts';
import { withClock } from './clock.ts';

const plan = `# Plan\n\n## Goals\n\n${'Ship it.\n'.repeat(1_000)}`;
const files = () => new Map([[`${folder}/docs/shape.md`, '## Goals\n\nSay why.\n']]);
const pushed = 'textDocument/publishDiagnostics';

/** Finds a thousand things in the first text that it sees, and one in others. `meanwhile` is called once the first is sent. */
function watchedRule() {
  let seen = 0;
  let isChecking = false;
  const watched = { meanwhile: () => {}, seen: () => seen };
  const happens = () => {
    if (isChecking) return;
    const { meanwhile } = watched;
    watched.meanwhile = () => {};
    meanwhile();
  };
  const rule: Rule = {
    ...missingSection,
    *check() {
      isChecking = true;
      for (let at = 0; at < (seen === 0 ? 1_000 : 1); at++) {
        const span = {
          start: at,
          get end() {
            happens();
            return at + 1;
          },
        };
        yield { span, message: 'There', key: `${at}`, data: undefined };
      }
      seen++;
      isChecking = false;
    },
  };
  return { rule, watched };
}

describe('while very many findings are sent', () => {
  const pulling = (rule: Rule) => ({ files: files(), settings: { template: 'docs/shape.md' }, rules: [rule] });
  const pushing = (rule: Rule, settings = {}) => ({
    ...pulling(rule),
    capabilities: pushClient,
    settings: { template: 'docs/shape.md', ...settings },
  });

  it('what is typed is checked, and that answered', async () => {
    const { rule, watched } = watchedRule();
    await withClient(pulling(rule), (client) =>
      withClock(slice, async () => {
        watched.meanwhile = () => void client.change(2, `${plan}And more.\n`);
        await client.open(plan);
        const { items } = await client.pull();
        deepEqual([items.length, watched.seen()], [1, 2]);
      }),
    );
  });

  it('a document that is closed has none', async () => {
    const { rule, watched } = watchedRule();
    await withClient(pulling(rule), (client) =>
      withClock(slice, async () => {
        watched.meanwhile = () => void client.close();
        await client.open(plan);
        const { items } = await client.pull();
        deepEqual([items.length, watched.seen()], [0, 1]);
      }),
    );
  });

  it('what is typed behind a save is sent where nothing but a save is looked at', async () => {
    const { rule, watched } = watchedRule();
    await withClient(pushing(rule, { run: 'onSave' }), (client) =>
      withClock(slice, async () => {
        watched.meanwhile = () => void client.change(2, `${plan}And more.\n`);
        await client.open(plan);
        await client.pushed((diagnostics) => diagnostics.length === 1);
        equal(client.of(pushed).length, 1);
      }),
    );
  });

  it('settings that change have their own sent, and no others', async () => {
    const { rule, watched } = watchedRule();
    const options = pushing(rule);
    await withClient(options, (client) =>
      withClock(slice, async () => {
        watched.meanwhile = () => {
          Object.assign(options.settings, { rules: { 'missing-section': 'error' } });
          void settingsChanged(client);
        };
        await client.open(plan);
        await client.pushed((diagnostics) => diagnostics.length === 1);
        // As many times as others are heard while a thousand are sent.
        for (let heard = 0; heard < 1_000; heard++) await client.request(protocol.signOfLife, undefined);
        const lengths = client.of(pushed).map(({ diagnostics }) => diagnostics.length);
        deepEqual(new Set(lengths), new Set([1]));
      }),
    );
  });
});
