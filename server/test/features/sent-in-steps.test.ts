/** Of very many findings and colours, what is sent is made in steps; and what stands in one long block is found in steps. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { placeholdersLeftInSteps } from '../../src/core/placeholders.ts';
import type { Steps } from '../../src/core/steps.ts';
import { capabilitiesOf } from '../../src/lsp/capabilities.ts';
import { toDiagnostics } from '../../src/lsp/convert/diagnostics.ts';
import { toSemanticTokens } from '../../src/lsp/convert/structure.ts';

const schema = core.parseTemplate('## Goals\n\nOwned by [team name].\n\n## Risks\n\nSay what could go wrong.\n');
const context = core.contextOf(
  schema,
  core.parseDocument(`## Goals\n\n${'- Owned by [team name] and others\n'.repeat(5_000)}`),
);

function run<T>(steps: Steps<T>): { readonly stops: number; readonly value: T } {
  for (let stops = 0; ; stops++) {
    const { done, value } = steps.next();
    if (done) return { stops, value };
  }
}

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

  it('the colours are sent in steps, one each', () => {
    const tokens = core.tokens(context);
    const { document } = context;
    const sent = run(toSemanticTokens(document, tokens));
    deepEqual([sent.stops, sent.value.data.length], [tokens.length, 5 * tokens.length]);
    const [line, character] = sent.value.data.slice(5);
    deepEqual({ line, character }, document.lines.positionAt(tokens[1]?.span.start ?? 0));
  });

  it('the findings are sent in steps, one each', () => {
    const findings = core.check(context, core.rules, { stage: 'ready' });
    const source = { uri: 'file:///docs/shape.md', builtin: undefined, name: 'Shape', schema };
    const client = capabilitiesOf({ processId: null, rootUri: null, capabilities: {} });
    const sent = run(toDiagnostics('file:///docs/plan.md', { document: context.document, source }, findings, client));
    deepEqual([sent.stops, sent.value.length], [findings.length, findings.length]);
    deepEqual(
      sent.value.map(({ code, message }) => [code, message]),
      findings.map(({ rule, message }) => [rule, message]),
    );
  });
});

it('what says in one list or paragraph after the other that it is unfinished is coloured in steps', () => {
  const { document, ...rest } = core.contextOf(schema, core.parseDocument(`## Goals\n\n${'TODO\n\n'.repeat(5_000)}`));
  const { stops, value } = run(core.tokensInSteps({ ...rest, document }));
  equal(value.filter(({ kind }) => kind === 'unfinished').length, 5_000);
  // They are looked for, their words are told from what is behind them, and put on their lines.
  ok(3 * (5_000 / 300) < stops, `${stops} stops`);
});
