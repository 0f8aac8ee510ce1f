/** JSON as strict as the engine's own reading of it. */
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type JsonNode, parseJson } from '../../src/core/json.ts';
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
