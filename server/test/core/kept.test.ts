/** What an edit leaves alone is not worked out again. */
import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import { allSections, parseDocument, type Section, type SpecDocument } from '../../src/core/document.ts';
import { Kept, Search } from '../../src/core/kept.ts';
import { matched } from '../../src/core/rematch.ts';
import { atOnce } from '../../src/core/steps.ts';
import { parseTemplate, topSections } from '../../src/core/template.ts';

const text = '# Plan\n\n## Goals\n\nFewer lost drafts.\n\n### Later\n\nNone.\n\n## Risks\n\nTBD\n';

/** The next version, with words put in front of the others. */
function typed(document: SpecDocument, before: string, newText: string): SpecDocument {
  const start = document.text.indexOf(before);
  const edit = { span: { start, end: start }, newText };
  return parseDocument(document.lines.edited(edit), document, [edit]);
}

function named(document: SpecDocument, title: string): Section {
  return Array.from(allSections(document.root)).find((section) => section.title === title) as Section;
}

/** Looks for “TBD”, and keeps the titles of the sections that it looked into. */
function searching(): { readonly asked: string[]; readonly search: Search<object> } {
  const asked: string[] = [];
  const search = new Search<object>((document, { title, blocks }) => {
    asked.push(title);
    return blocks.some(({ span }) => document.lines.textBetween(span.start, span.end).includes('TBD'));
  });
  return { asked, search };
}

describe('what is kept of a section', () => {
  const first = parseDocument(text);
  const kept = new Kept<object, number>();
  const [key, another] = [{}, {}];
  let made = 0;
  const of = (document: SpecDocument, title: string, by = key) => kept.get(named(document, title), by, () => ++made);
  const worked = (document: SpecDocument, title: string, by = key) => {
    const before = made;
    of(document, title, by);
    return made - before;
  };
  beforeEach(() => {
    for (const title of ['Plan', 'Goals', 'Later', 'Risks']) of(first, title);
  });

  it('stays while it moves', () => equal(worked(typed(first, 'Fewer', 'Far '), 'Risks'), 0));
  it('goes with its words', () => equal(worked(typed(first, 'TBD', 'Still '), 'Risks'), 1));
  it('goes with its heading', () => equal(worked(typed(first, 'Risks', 'The '), 'The Risks'), 1));
  it('goes with the words of what is under it', () => equal(worked(typed(first, 'None', 'Hardly '), 'Goals'), 1));
  it('is one thing’s alone', () => equal(worked(first, 'Risks', another), 1));
});

describe('what is looked for in sections', () => {
  const { asked, search } = searching();
  const key = {};
  const found = (document: SpecDocument) => search.sections(document, key).map(({ title }) => title);

  it('is looked for in what changed, and in what stands above that', () => {
    const first = parseDocument(text);
    deepEqual(found(first), ['Risks']);
    asked.length = 0;
    const second = typed(first, 'None', 'TBD or ');
    deepEqual(found(second), ['Later', 'Risks']);
    deepEqual(asked, ['', 'Plan', 'Goals', 'Later']);
  });
});

describe('what is looked for in sections in steps', () => {
  const { asked, search } = searching();
  const key = {};
  const found = (document: SpecDocument) => atOnce(search.sectionsInSteps(document, key)).map(({ title }) => title);
  const many = `${text}${'## Part\n\nTBD\n\n'.repeat(1000)}`;

  it('is what is found at once, in the same order', () => {
    const one = `${text}\n### Costs\n\nTBD\n\n# Another\n\nTBD\n`;
    deepEqual(found(parseDocument(one)), ['Risks', 'Costs', 'Another']);
    const first = parseDocument(text);
    deepEqual(found(first), ['Risks']);
    asked.length = 0;
    const second = typed(first, 'None', 'TBD or ');
    deepEqual(found(second), ['Later', 'Risks']);
    deepEqual(asked, ['', 'Plan', 'Goals', 'Later']);
    deepEqual(found(second), ['Later', 'Risks']);
    deepEqual(asked, ['', 'Plan', 'Goals', 'Later']);
  });

  it('is not looked for again where there was none', () => {
    const first = parseDocument('# Plan\n\n## Goals\n\n### Later\n\nNone.\n');
    deepEqual(found(first), []);
    const [plan] = first.root.children;
    ok(plan !== undefined);
    Object.defineProperty(plan.children[0], 'children', { get: () => fail('It was known') });
    deepEqual(found(first), []);
  });

  it('takes many steps', () => {
    const steps = search.sectionsInSteps(parseDocument(many), key);
    let stops = 0;
    while (steps.next().done !== true) stops++;
    ok(3 <= stops, String(stops));
  });
});

describe('which section answers to which', () => {
  const template = parseTemplate('# Plan\n\n## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n');
  const other = parseTemplate('# Plan\n\n## Risks\n');
  let asked = 0;
  const titles = (document: SpecDocument, by = template) => {
    const tops = topSections(document, document.root.children[0]);
    const { level, claimed } = atOnce(
      // biome-ignore lint/correctness/useYield: there is nothing to stop behind
      matched(by, document, tops, function* () {
        asked++;
        return new Set();
      }),
    );
    const found = level.slots.flatMap((slot) => slot.found.map(({ section }) => section));
    deepEqual(new Set(found), claimed);
    return found.map(({ title, heading }) => [title, document.text.slice(heading.start, heading.end)]);
  };
  const all = [
    ['Goals', '## Goals'],
    ['Risks', '## Risks'],
  ];

  it('is asked again when a heading changed, or for another template', () => {
    const first = parseDocument(text);
    deepEqual(titles(first), all);
    equal(asked, 1);
    const second = typed(first, 'Fewer', 'Far ');
    deepEqual(titles(second), all);
    equal(asked, 1);
    deepEqual(titles(second, other), all.slice(1));
    equal(asked, 2);
    deepEqual(titles(typed(second, 'Risks', 'No ')), all.slice(0, 1));
    equal(asked, 3);
  });
});
