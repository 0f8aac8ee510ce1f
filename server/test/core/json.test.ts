/** JSON as strict as the engine's own reading of it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type JsonNode, parseJson } from '../../src/core/json.ts';
import { draw, unmark } from '../marked.ts';
import { times } from '../random.ts';

/** Pieces that are JSON in some orders and none in most. */
const piece = fc.constantFrom(
  ...['{', '}', '[', ']', ',', ':', '"a"', '"', ' ', '\n', '1', '-', '.5', 'e3', 'true', 'null', '\\u00e9', '//', '/*'],
  ...['é', '😀', '\u0000', '01', '+'],
);
const broken = fc.array(piece).map((pieces) => pieces.join(''));
const bitten = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', 'x', '\\u12')).map(([json, at, put]) => {
  const place = at % (json.length + 1);
  return json.slice(0, place) + put + json.slice(place + 1);
});

describe('JSON', () => {
  it('is read where the engine reads it, to the same values, and nowhere else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, bitten), (text) => {
        const { root } = parseJson(text);
        deepEqual(root && plain(root), expected(text));
      }),
      { numRuns: 500 * times },
    );
  });

  it('has every place in the text, also that of a problem', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, bitten), (text) => {
        const { root, problem } = parseJson(text);
        for (const { start, end } of problem === undefined ? spansIn(root) : [problem.span]) {
          ok(0 <= start && start <= end && end <= text.length);
        }
      }),
      { numRuns: 200 * times },
    );
  });

  it('is read in time that grows with its length, also where a text does not end', () => {
    ok(parseJson(`"${'a'.repeat(200_000)}`).problem);
    ok(parseJson(`"${'\\\\'.repeat(100_000)}"`).root);
    ok(parseJson('/*'.repeat(100_000)).problem);
  });
});

describe('what is no JSON', () => {
  const unclosed = 'This text is not closed, or holds a line break or an escape that JSON does not know';
  for (const picture of [
    `{ "a"; 1 }\n     ^ A colon is missing behind “a”\n`,
    `{ "a" }\n      ^ A colon is missing behind “a”\n`,
    `{ "a": }\n       ^ A value belongs here\n`,
    `[1 2]\n   ^ A comma is missing before this\n`,
    `[1, , 2]\n    ^ A value belongs here\n`,
    `[1,]\n  ^ JSON has no comma before “]”\n`,
    `[1, 2\n     ^0 The file ends here, and a “[” is still open`,
    `{ "a": 1\n        ^0 The file ends here, and a “{” is still open`,
    `{ "a": "b\n       ^^ ${unclosed}\n}\n`,
    `{ "a": "\\x", "c": 1 }\n       ^^^^ ${unclosed}\n`,
    `{ "a": "b", "c\n            ^^ ${unclosed}\n}\n`,
    `{ "a": 😀 }\n       ^^ A value belongs here\n`,
    `{ "a": tru }\n       ^^^ “tru” is no value of JSON: texts stand in double quotes\n`,
    `{ "a": 01 }\n       ^^ “01” is no value of JSON: texts stand in double quotes\n`,
    `[1 /* one */, 2]\n   ^^^^^^^^^ JSON has no comments\n`,
    `[1, /* * / */ 2]\n    ^^^^^^^^^ JSON has no comments\n`,
    `[/* a\n ^^^^+1:4 JSON has no comments\nb */ 1]\n`,
    `{ "a": 1 // one\n         ^^^^^^ JSON has no comments\n}\n`,
    `{ "a" /**/: 1 }\n      ^^^^ JSON has no comments\n`,
    `{ "a": /**/ 1 }\n       ^^^^ JSON has no comments\n`,
    `{ /* so\n  ^^^^^ JSON has no comments`,
    `{} // so\n   ^^^^^ JSON has no comments`,
  ]) {
    it(JSON.stringify(unmark(picture).text), () => {
      const { text } = unmark(picture);
      const { problem } = parseJson(text);
      equal(draw(text, problem === undefined ? [] : [{ span: problem.span, label: problem.message }]), picture);
    });
  }

  it('is told at its first character where it is too large, and is read where it is just not', () => {
    deepEqual(parseJson(`"${'a'.repeat(256 * 1024 - 1)}"`).problem?.span, { start: 0, end: 1 });
    ok(parseJson(`"${'a'.repeat(256 * 1024 - 2)}"`).root);
  });

  it('is what is nested deeper than 64, in lists and in objects', () => {
    const nested = (open: string, close: string, deep: number) => open.repeat(deep) + 1 + close.repeat(deep);
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      ok(parseJson(nested(open, close, 63)).root);
      equal(parseJson(nested(open, close, 64)).problem?.message, 'Nested deeper than 64');
    }
  });
});

function expected(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'null':
      return null;
    case 'list':
      return node.items.map(plain);
    case 'object': {
      const made = {};
      for (const { key, value } of node.members) {
        Object.defineProperty(made, key, { value: plain(value), enumerable: true, configurable: true, writable: true });
      }
      return made;
    }
    default:
      return node.value;
  }
}

function spansIn(node: JsonNode): readonly JsonNode['span'][] {
  if (node.kind === 'list') return [node.span, ...node.items.flatMap(spansIn)];
  if (node.kind !== 'object') return [node.span];
  return [node.span, ...node.members.flatMap(({ keySpan, value }) => [keySpan, ...spansIn(value)])];
}
