/** Symbols: the document's headings as a tree. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

describe('symbols', () => {
  it('are the headings, nested as in the document', () => {
    shows('# Plan\n\n## Goals\n\n### More\n\n## Costs\n', ['# Plan', '  ## Goals', '    ### More', '  ## Costs']);
  });

  it('of a spec carry the state of what answers to the template', () => {
    const { document, ...rest } = contextOf(
      '## Goals\n\nSay why.\n\n### Whose\n',
      '## Goals\n\nFewer.\n\n### Whose\n\n## Own\n\nWords.\n',
    );
    deepEqual(Array.from(linesOf(core.symbols(document, { document, ...rest }), '')), [
      '## Goals (done)',
      '  ### Whose (empty)',
      '## Own',
    ]);
  });

  it('have a name even where the heading has none', () =>
    shows('#\n\n## <!-- later -->\n', ['# #', '  ## ## <!-- later -->']));

  it('have a name even where the heading is blank to a reader, or begins the file', () => {
    shows('# &nbsp;\n', ['# # &nbsp;']);
    shows('\ufeff#\n', ['# #']);
  });

  it('carry the state of what comes first in the template where a heading answers to two sections', () => {
    const schema = '## Goals\n\nSay why.\n\n## Risks\n\nAt most 9 words.\n';
    const { document, ...rest } = contextOf(schema, '## Risks and goals\n\nA b c d e f g h i j k l.\n');
    deepEqual(
      rest.binding.all.map(({ matches }) => matches.map(({ status }) => status)),
      [['done'], ['overlong']],
    );
    deepEqual(Array.from(linesOf(core.symbols(document, { document, ...rest }), '')), ['## Risks and goals (done)']);
  });

  it('say no markup', () => shows('## `config` *file*\n', ['## config file']));

  it('of a quoted, listed or commented heading are none', () =>
    shows('> # A\n\n- # B\n\n<!--\n# C\n-->\n\n```\n# D\n```\n', []));

  it('have their name within their span', () => {
    const text = 'Plan\n====\n\nWords.\n';
    const [plan] = core.symbols(core.parseDocument(text), undefined);
    equal(text.slice(plan?.nameSpan.start, plan?.nameSpan.end), 'Plan\n====');
    equal(text.slice(plan?.span.start, plan?.span.end), text);
  });
});

function shows(text: string, expected: readonly string[]): void {
  deepEqual(Array.from(linesOf(core.symbols(core.parseDocument(text), undefined), '')), expected);
}

function* linesOf(symbols: readonly core.Symbol[], indent: string): Iterable<string> {
  for (const { name, level, status, children } of symbols) {
    yield `${indent}${'#'.repeat(level)} ${name}${status === undefined ? '' : ` (${status})`}`;
    yield* linesOf(children, `${indent}  `);
  }
}
