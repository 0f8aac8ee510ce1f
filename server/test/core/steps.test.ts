/** Work on a long document stops again and again, and ends with what it ends with at once. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { bind, bindInSteps } from '../../src/core/binding.ts';
import { boldLinesIn, boldLinesInSteps, cutAt, cutInSteps } from '../../src/core/bold-lines.ts';
import { readFor, readInSteps } from '../../src/core/bold-reading.ts';
import { check, checkInSteps } from '../../src/core/check.ts';
import { placedInSteps, type Section } from '../../src/core/document.ts';
import { contextOf, LineIndex, parseDocument, parsedInParts, parseTemplate, rules } from '../../src/core/index.ts';
import { run } from '../stops.ts';

/** A title of several words that is nowhere, a placeholder, subsections, and instructions: all that headings are looked at for. */
const template = parseTemplate(
  '# Guide\n\nRead these two or three lines first.\n\n**Delete the text above**\n\n## Goals\n\n### Why now\n\n### Who asks\n\n## Known risks\n\n## Option {number}\n\n## Costs and gains\n',
);
const headings = 4000;

/** Headings beside each other, and three that answer to the template. */
function long(title: (at: number) => string): string {
  const many = Array.from({ length: headings }, (_, at) => `## ${title(at)}\n\nWords.\n\n`).join('');
  return `${many}## Goals\n\nShip it.\n\n## Risks that are known\n\nNone.\n\n### Costs and gains\n\nNone.\n`;
}

describe('a document of thousands of headings', () => {
  for (const [what, title, least] of [
    // That they have no word of the template's is told once for each.
    ['of their own each', (at: number) => `Part ${at} of it`, 8],
    ['of their own each, with a word of the template’s', (at: number) => `Risks of part ${at}`, 16],
    // What one of them may answer to is known of all.
    ['that are all alike and answer to nothing', () => 'Part', 8],
    ['that all answer to one section', () => 'Cost and gain', 16],
    ['of two names each, with a word of the template’s', (at: number) => `Known part ${at} / Piece ${at}`, 16],
  ] as const) {
    it(`${what} is laid under its template in many steps`, () => {
      const text = long(title);
      const { stops, value } = run(bindInSteps(template, parseDocument(text)));
      // Each heading is looked at in several ways, and before each whether it is taken already.
      ok(least * (headings / 300) < stops, String(stops));
      const found = ({ bound }: ReturnType<typeof bind>) =>
        bound.map(({ spec, matches }) => [spec.path, matches.map(({ section, by }) => [section.heading, by])]);
      deepEqual(found(value), found(bind(template, parseDocument(text))));
    });
  }

  it('is laid under its template once', () => {
    const document = parseDocument(long((at) => `Part ${at}`));
    const { value } = run(bindInSteps(template, document));
    deepEqual(run(bindInSteps(template, document)), { stops: 0, value });
    ok(bind(template, document) === value);
  });

  it('is searched for instructions in many steps', () => {
    const text = `${long((at) => `Part ${at}`)}\n# Guide\n\nRead these two or three lines first.\n`;
    const context = () => contextOf(template, parseDocument(text));
    const { stops, value } = run(checkInSteps(context(), rules, { stage: 'ready' }));
    ok(rules.length + headings / 300 < stops, String(stops));
    const shown = (findings: typeof value) => findings.map(({ rule, span, key }) => [rule, span, key]);
    deepEqual(shown(value), shown(check(context(), rules, { stage: 'ready' })));
    ok(value.some(({ key }) => key === '#instructions'));
  });

  it('that none answers to has what stands above looked through in many steps', () => {
    const text = Array.from(
      { length: headings },
      (_, at) => `## Part ${at}\n\nRead these two or three lines first.\n\n`,
    );
    const context = contextOf(parseTemplate(template.skeleton.text), parseDocument(text.join('')));
    const { stops, value } = run(checkInSteps(context, rules, { stage: 'ready' }));
    ok(rules.length + 2 * (headings / 300) < stops, String(stops));
    ok(value.some(({ key }) => key === '#instructions'));
  });
});

describe('a document of thousands of bold lines', () => {
  const bold = parseTemplate('**Goals**\n\nSay why.\n\n**Risks**\n\nSay what could go wrong.\n');
  const text = `${'**Part**\n\nWords.\n\n'.repeat(headings)}**Goals**\n\nShip it.\n\n**Risks**\n\nNone.\n`;

  it('is looked through for them in many steps', () => {
    const document = parseDocument(text);
    const { stops, value } = run(boldLinesInSteps(document));
    // A block each, and the words under it.
    ok(2 * (headings / 300) < stops, String(stops));
    deepEqual(value, boldLinesIn(parseDocument(text)));
    equal(value.length, headings + 2);
  });

  it('is cut in many steps', () => {
    const document = parseDocument(text);
    const starts = new Set(boldLinesIn(document).map(({ heading }) => heading.start));
    const { stops, value } = run(cutInSteps(document, starts));
    ok(2 * (headings / 300) < stops, String(stops));
    deepEqual(outlineOf(value.root), outlineOf(cutAt(parseDocument(text), starts).root));
    equal(value.root.children.length, headings + 2);
  });

  it('is read for its template in many steps, with the headings among them', () => {
    const among = `${Array.from({ length: headings }, (_, at) => `## Part ${at}\n\n`).join('')}${text}`;
    const alone = run(readInSteps(bold, parseDocument(text))).stops;
    const { stops, value } = run(readInSteps(bold, parseDocument(among)));
    ok(4 * (headings / 300) < alone, String(alone));
    // They are gathered, matched and cut.
    ok(alone + 3 * (headings / 300) < stops, `${alone} ${stops}`);
    deepEqual(outlineOf(value.root), outlineOf(readFor(bold, parseDocument(among)).root));
  });
});

function outlineOf({ title, span, children }: Section): unknown {
  return [title, span, children.map(outlineOf)];
}

describe('a document of thousands of sections', () => {
  const text = `# Plan\n\n${long((at) => `Part ${at}`)}`;

  it('has them made in many steps, and once', () => {
    const document = parseDocument(text);
    ok(headings / 300 < run(placedInSteps(document)).stops);
    const [plan] = document.root.children;
    equal(run(placedInSteps(document)).stops, 0);
    ok(plan === document.root.children[0]);
    deepEqual(outlineOf(document.root), outlineOf(parseDocument(text).root));
  });

  it('has the blocks of a section made in many steps, and once, too', () => {
    const blocks = 4_000;
    const long = parseDocument(`# Plan\n\n## Why\n\n${'Words.\n\n'.repeat(blocks)}## How\n`);
    ok(blocks / 300 < run(placedInSteps(long)).stops);
    const [why] = long.root.children[0]?.children ?? [];
    const made = why?.blocks;
    equal(made?.length, blocks);
    equal(run(placedInSteps(long)).stops, 0);
    ok(made === why?.blocks);
  });

  it('has the ones that somebody could not wait for', () => {
    const document = parseDocument(text);
    const steps = placedInSteps(document);
    steps.next();
    const children = document.root.children[0]?.children;
    run(steps);
    ok(children === document.root.children[0]?.children);
  });

  it('has its lines counted in steps', () => {
    const lines = new LineIndex(text.repeat(10));
    let times = 0;
    while (lines.countSome()) times++;
    ok((10 * text.length) / 300_000 < times, String(times));
    equal(lines.count, lines.text.split('\n').length);
    equal(lines.edited({ span: { start: 5, end: 5 }, newText: 'x\n' }).countSome(), false);
    ok(times <= run(parsedInParts(new LineIndex(lines.text), lines.length)).stops);
  });

  it('is put together of its headings in many steps', () => {
    const lines = new LineIndex(text);
    // Two parts are read at once, and a third in another.
    const { stops, value } = run(parsedInParts(lines, Math.floor(text.length / 2) - 1));
    ok(headings / 300 < stops, String(stops));
    deepEqual(outlineOf(value.root), outlineOf(parseDocument(text).root));
  });

  it('has them made before it is laid under its template', () => {
    const steps = bindInSteps(template, parseDocument(text));
    const document = parseDocument(text);
    run(placedInSteps(document));
    ok(run(bindInSteps(template, document)).stops + headings / 300 < run(steps).stops);
  });
});

describe('a document as people write them', () => {
  it('is laid under its template in one', () => {
    const { stops } = run(bindInSteps(template, parseDocument('## Goals\n\nShip it.\n\n## Known risks\n\nNone.\n')));
    deepEqual(stops, 0);
  });
});
