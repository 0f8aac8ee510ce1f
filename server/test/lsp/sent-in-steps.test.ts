/** What is sent of very many is made in steps, one each. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { capabilitiesOf } from '../../src/lsp/capabilities.ts';
import { toDiagnostics } from '../../src/lsp/convert/diagnostics.ts';
import { toOutlineSections } from '../../src/lsp/convert/requests.ts';
import { toSemanticTokens, toSymbols } from '../../src/lsp/convert/structure.ts';
import { run } from '../stops.ts';

const schema = core.parseTemplate('## Goals\n\nOwned by [team name].\n\n## Option {n}\n\nSay what it costs.\n');

function contextOf(text: string): core.RuleContext {
  return core.contextOf(schema, core.parseDocument(text));
}

describe('is sent in steps', () => {
  const options = contextOf(`# Plan\n\n${'## Option A\n\n### Costs\n\nNone.\n\n'.repeat(600)}`);
  const owned = contextOf(`## Goals\n\n${'- Owned by [team name] and others\n'.repeat(600)}`);

  it('the tree of headings', () => {
    const { document } = options;
    const { stops, value } = run(toSymbols(document, core.symbols(document, undefined)));
    deepEqual([stops, value.length, value[0]?.children?.length], [1 + 2 * 600, 1, 600]);
    deepEqual(value[0]?.children?.[1]?.children?.[0]?.range.start, { line: 10, character: 0 });
  });

  it('the outline', () => {
    const sent = run(toOutlineSections({ ...options, stage: 'draft' }, core.outline(options)));
    deepEqual([sent.stops, sent.value.length, sent.value[1]?.heading?.start.line], [601, 601, 2]);
  });

  it('the colours', () => {
    const tokens = core.tokens(owned);
    const { stops, value } = run(toSemanticTokens(owned.document, tokens));
    deepEqual([stops, value.data.length], [tokens.length, 5 * tokens.length]);
    const [line, character] = value.data.slice(5);
    deepEqual({ line, character }, owned.document.lines.positionAt(tokens[1]?.span.start ?? 0));
  });

  it('the findings', () => {
    const findings = core.check(owned, core.rules, { stage: 'ready' });
    const source = { uri: 'file:///docs/shape.md', builtin: undefined, name: 'Shape', schema };
    const client = capabilitiesOf({ processId: null, rootUri: null, capabilities: {} });
    const sent = run(toDiagnostics('file:///docs/plan.md', { ...owned, source }, findings, client));
    deepEqual([sent.stops, sent.value.length], [findings.length, findings.length]);
    deepEqual(
      sent.value.map(({ code, message }) => [code, message]),
      findings.map(({ rule, message }) => [rule, message]),
    );
  });
});
