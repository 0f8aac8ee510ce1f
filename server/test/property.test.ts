/** Random texts against what always holds: nothing throws, and every place lies in the text. `FUZZ=50 npm test -- property` tries fifty times as many. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { contextOf, findAll } from './check.ts';
import { everything } from './everything.ts';
import { inside } from './places.ts';
import { anySpec, anyTemplate, anyText, times } from './random.ts';

const document = fc.oneof(anyText(), anySpec(core.builtinTemplate));
const builtin = core.parseTemplate(core.builtinTemplate);
const pair = anyTemplate().chain((template) => fc.tuple(fc.constant(template), fc.oneof(anyText(), anySpec(template))));

describe('whatever the texts', () => {
  it('everything answers, and every span lies in the text', () => {
    fc.assert(
      fc.property(pair, fc.nat(200), ([template, text], at) => everything(template, text, Math.min(at, text.length))),
      { numRuns: 150 * times },
    );
  });

  it('everything answers for every start of every example', () => {
    for (const { docs } of core.rules) {
      for (const { template, before } of docs.examples) {
        for (let end = 0; end < before.length; end += 7) everything(template, before.slice(0, end), end);
        for (let end = 0; end < template.length; end += 7) everything(template.slice(0, end), before, end);
      }
    }
  });

  it('what is offered for completion lies on the line that it is asked for, and brings the line breaks of the text', () => {
    fc.assert(
      fc.property(pair, ([template, text]) => completionsEverywhere(template, text)),
      { numRuns: 20 * times },
    );
  });

  it('the same texts give the same findings', () => {
    fc.assert(
      fc.property(pair, ([template, text]) =>
        deepEqual(plain(findAll(contextOf(template, text))), plain(findAll(contextOf(template, text)))),
      ),
      { numRuns: 40 * times },
    );
  });

  it('no severity but `off` changes what is found', () => {
    fc.assert(
      fc.property(pair, ([template, text]) => {
        const places = (stage: core.Stage) =>
          findAll(contextOf(template, text), stage).map(({ rule, key, span }) => ({ rule, key, span }));
        deepEqual(places('draft'), places('ready'));
      }),
      { numRuns: 40 * times },
    );
  });

  it('names of files are answered too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), document, (path, text) => {
        core.isNeverSpec(path);
        core.isTemplatePath(path);
        core.looksLikeSpec(core.parseDocument(text), builtin, path);
      }),
      { numRuns: 40 * times },
    );
  });
});

function completionsEverywhere(template: string, text: string): void {
  const context = contextOf(template, text);
  const { lines } = context.document;
  const ends = new Set(text.match(/\r\n|\r|\n/g) ?? ['\n']);
  for (let offset = 0; offset <= text.length; offset++) {
    // No editor has a cursor within a line break or a character.
    if (/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1))) continue;
    const found = core.completions(context, offset, { today: '2026-11-23', shapes: true });
    for (const { label, span, newText, holes, selection } of found) {
      inside(text, span, label);
      ok(span.start <= offset && offset <= span.end, `${label}: the cursor at ${offset} is outside`);
      equal(lines.lineAt(span.start), lines.lineAt(span.end), `${label}: more than a line`);
      let last = 0;
      for (const part of [...holes.map((hole) => hole.span), selection].sort((a, b) => a.start - b.start)) {
        inside(newText, part, `a place in ${label}`);
        ok(last <= part.start, `${label}: places overlap`);
        last = part.end;
      }
      for (const [end] of newText.matchAll(/\r\n|\r|\n/g)) ok(ends.has(end), `${label}: ${JSON.stringify(end)}`);
    }
  }
}

function plain(found: readonly core.Finding[]): unknown {
  return found.map(({ rule, severity, message, key, span, fixes }) => ({
    rule,
    severity,
    message,
    key,
    span,
    fixes: fixes(),
  }));
}
