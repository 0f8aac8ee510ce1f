/** What stands in one long block, or says the same in very many, is found and coloured in steps. */
import { equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { placeholdersLeftInSteps } from '../../src/core/placeholders.ts';
import { run } from '../stops.ts';

const schema = core.parseTemplate('## Goals\n\nOwned by [team name].\n\n## Risks\n\nSay what could go wrong.\n');
const context = core.contextOf(
  schema,
  core.parseDocument(`## Goals\n\n${'- Owned by [team name] and others\n'.repeat(5_000)}`),
);

describe('of very many placeholders in one list', () => {
  const { stops, value } = run(placeholdersLeftInSteps(context));

  it('each is found, in steps', () => {
    equal(value.length, 5_000);
    // While they are looked for, and while they are told from guidance.
    ok(2 * (5_000 / 300) < stops, `${stops} stops`);
  });

  it('each is coloured, in steps', () => {
    const coloured = run(core.tokensInSteps(context));
    equal(coloured.value.filter(({ kind }) => kind === 'placeholder').length, 5_000);
    ok(5_000 / 300 < coloured.stops, `${coloured.stops} stops`);
  });
});

it('what says in one list or paragraph after the other that it is unfinished is coloured in steps', () => {
  const { document, ...rest } = core.contextOf(schema, core.parseDocument(`## Goals\n\n${'TODO\n\n'.repeat(5_000)}`));
  const { stops, value } = run(core.tokensInSteps({ ...rest, document }));
  equal(value.filter(({ kind }) => kind === 'unfinished').length, 5_000);
  // They are looked for, their words are told from what is behind them, and put on their lines.
  ok(3 * (5_000 / 300) < stops, `${stops} stops`);
});
