/** Of what a document has hundreds of thousands of, no more is looked at than tells what it is, and that in steps. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { bind, bindInSteps, statusesInSteps } from '../../src/core/binding.ts';
import { boldLinesIn, boldLinesInSteps, cutInSteps } from '../../src/core/bold-lines.ts';
import { check, checkInSteps } from '../../src/core/check.ts';
import { partingLines } from '../../src/core/conflicts.ts';
import { placedInSteps } from '../../src/core/document.ts';
import { contextOf, LineIndex, parseDocument, parseTemplate, rules, type SpecDocument } from '../../src/core/index.ts';
import { commentsLeft } from '../../src/core/leftover-comments.ts';
import { defineRule } from '../../src/core/rules/rule.ts';
import { sectionLevel } from '../../src/core/rules/section-level.ts';
import { sectionOrder } from '../../src/core/rules/section-order.ts';
import { silenceInSteps } from '../../src/core/silence.ts';
import { atOnce } from '../../src/core/steps.ts';
import { unclosedIn } from '../../src/core/unclosed.ts';
import { run } from '../stops.ts';

const template = parseTemplate(
  '## Goals\n\nSay why.\n\n## Option {number}\n\n### Gains\n\n### Costs\n\n## Known risks\n',
);

describe('of very many sections of one name', () => {
  const matched = (text: string) => bind(template, parseDocument(text)).bound.map(({ matches }) => matches.length);
  const goals = '## Goals\n\nTBD\n\n'.repeat(13_000);

  it('the first twelve thousand answer, and what stands behind them is found', () =>
    deepEqual(matched(`${goals}## Known risks\n\nNone.\n`), [12_000, 0, 1]));

  it('those that may be repeated leave the others one each', () =>
    deepEqual(matched(`${'## Option A\n\n'.repeat(13_000)}${goals}`), [12_000, 1, 0]));

  it('each has what the template asks for under it', () => {
    const text = '## Option A\n\n### Gains\n\nMany.\n\n### Costs\n\nFew.\n\n'.repeat(5_000);
    const [, option] = bind(template, parseDocument(text)).bound;
    const inner = option?.matches.map((match) => match.inner.bound.map(({ matches }) => matches.length).join()) ?? [];
    deepEqual([inner.length, new Set(inner)], [5_000, new Set(['1,1'])]);
  });

  it('an edit makes what it would be if it were read anew', () => {
    const before = parseDocument(goals);
    bind(template, before);
    const edit = { span: { start: goals.length, end: goals.length }, newText: 'And more.\n' };
    const lines = before.lines.edited(edit);
    const told = (document: SpecDocument) => {
      const { bound, unknown } = bind(template, document);
      const found = bound.map(({ matches }) => matches.map(({ section, by }) => [section.span, by]));
      return JSON.stringify([found, unknown.map(({ span }) => span)]);
    };
    ok(told(parseDocument(lines, before, [edit])) === told(parseDocument(lines.text)));
  });
});

describe('what is asked of very many sections', () => {
  const sections = 4_000;
  const repeated = '## Option A\n\n### Gains\n\nMany.\n\n'.repeat(sections);
  /** Of a text whose sections and blocks are there. */
  const placed = (document: SpecDocument) => {
    run(placedInSteps(document));
    return document;
  };

  it('is worked out in steps: how each stands', () => {
    const document = parseDocument(repeated);
    const { bound } = run(statusesInSteps(bind(template, document))).value;
    let looked = 0;
    const { textBetween } = document.lines;
    document.lines.textBetween = (start, end) => {
      looked++;
      return textBetween.call(document.lines, start, end);
    };
    deepEqual(new Set(bound[1]?.matches.map(({ status }) => status)), new Set(['done']));
    equal(looked, 0);
  });

  it('is worked out in steps: which answer to nothing, at the top and in a section', () => {
    const parts = '### Part\n\n'.repeat(sections);
    for (const text of [`## Goals\n\n${'## Part\n\n'.repeat(sections)}`, `## Goals\n\n${parts}`]) {
      const binding = bind(template, parseDocument(text));
      const { stops } = run(statusesInSteps(binding));
      ok(sections / 300 < stops, `${stops} stops`);
      const [goals] = binding.bound[0]?.matches ?? [];
      equal(binding.unknown.length + (goals?.inner.unknown.length ?? 0), sections);
    }
  });

  it('is carried over to the next version in steps, with what stands in them', () => {
    const before = placed(parseDocument(repeated));
    const first = run(bindInSteps(template, before));
    const edit = { span: { start: repeated.length, end: repeated.length }, newText: 'And more.\n' };
    const document = placed(parseDocument(before.lines.edited(edit), before, [edit]));
    // From them to their places, from there to those of the next version, which are claimed, and what stands in each.
    const { stops, value } = run(bindInSteps(template, document));
    ok((5 * sections) / 300 < stops, `${stops} stops`);
    const inner = (of: typeof value) => of.all.map(({ spec, matches }) => [spec.path, matches.length]);
    deepEqual(inner(value), inner(first.value));
  });

  it('is looked for in steps: comments of the template', () => {
    const asked = parseTemplate('## Goals\n\n<!-- Say why anybody should care. -->\n');
    const of = (comment: string) => parseDocument(`## Goals\n\n${`<!-- ${comment} -->\n\n`.repeat(sections + 100)}`);
    const { stops, value } = run(commentsLeft(of('Say why anybody should care.'), asked.skeleton));
    ok(sections / 300 < stops, `${stops} stops`);
    equal(value.length, sections);
    deepEqual(run(commentsLeft(of('Say how anybody should care.'), asked.skeleton)).value, []);
  });
});

describe('of very many findings of a rule', () => {
  let asked = 0;
  const rule = defineRule({
    ...(rules[0] as (typeof rules)[number]),
    *check({ document }) {
      for (; asked < 30_000; asked++)
        yield { span: document.root.body, message: 'One', key: `${asked}`, data: undefined };
    },
  });

  it('as many as are wanted are told, and no more are looked for', () => {
    const found = check(contextOf(template, parseDocument('## Goals\n')), [rule], { stage: 'ready', most: 20_000 });
    deepEqual([found.length, asked], [20_000, 20_000]);
  });

  for (const [what, text, shape, id] of [
    ['sentences', `## Goals\n\n${'Say why anybody should care. Ours.\n\n'.repeat(4_000)}`, '', 'leftover-guidance'],
    [
      'comments',
      `## Goals\n\nOurs.\n\n${'<!-- Say why anybody should care. -->\n\n'.repeat(4_000)}`,
      '',
      'leftover-guidance',
    ],
    ['headings that answer to nothing', '## Part\n\n'.repeat(4_000), '', 'unknown-section'],
    ['headings at another depth', `# Plan\n\n${'### Goals\n\n'.repeat(4_000)}`, '', 'section-level'],
  ] as const) {
    it(`are found in steps: ${what}`, () => {
      const schema = parseTemplate(
        `## Goals\n\nSay why anybody should care.\n\n<!-- Say why anybody should care. -->\n${shape}`,
      );
      const severities = new Map(rules.map((each) => [each.id, each.id === id ? 'warning' : 'off'] as const));
      const context = contextOf(schema, parseDocument(text));
      run(statusesInSteps(context.binding));
      const { stops, value } = run(checkInSteps(context, rules, { stage: 'ready', severities }));
      ok(4_000 <= value.length, `${value.length} findings`);
      ok(4_000 / 300 < stops, `${stops} stops`);
    });
  }
});

describe('of very many comments that silence a rule', () => {
  const silence = (text: string) => {
    const document = parseDocument(text);
    let looked = 0;
    const { textBetween } = document.lines;
    document.lines.textBetween = (start, end) => {
      looked++;
      return textBetween.call(document.lines, start, end);
    };
    const { stops, value } = run(silenceInSteps(document));
    return { stops, looked, isSilent: (rule: string, at: number) => value(rule, { start: at, end: at }) };
  };

  it('those above one line have what is between them looked through once', () => {
    const text = `${'<!-- tech-spec-disable-next-line a -->\n\n'.repeat(4_000)}## Goals\n`;
    const { stops, looked, isSilent } = silence(text);
    ok(2 * (4_000 / 300) < stops, `${stops} stops`);
    ok(looked < 5 * 4_000, `${looked} texts`);
    deepEqual([isSilent('a', text.length - 3), isSilent('b', text.length - 3)], [true, false]);
  });

  it('each speaks of its line', () => {
    const text = '<!-- tech-spec-disable-next-line a -->\n## Goals\n\n## Risks\n\n'.repeat(1_000);
    const { isSilent } = silence(text);
    const headings = Array.from(text.matchAll(/## \w+/g), ({ 0: title, index }) => [title, isSilent('a', index)]);
    ok(headings.every(([title, is]) => is === (title === '## Goals')));
  });

  it('the last one above a line is what is said of it', () => {
    const text = '<!-- tech-spec-disable -->\n\nOne\n\n<!-- tech-spec-enable a -->\n\nTwo\n\n'.repeat(1_000);
    const { stops, isSilent } = silence(text);
    ok(4_000 / 300 < stops, `${stops} stops`);
    const said = Array.from(text.matchAll(/One|Two/g), ({ 0: word, index }) =>
      [word, isSilent('a', index), isSilent('b', index)].join(' '),
    );
    deepEqual(new Set(said), new Set(['One true true', 'Two false true']));
  });

  it('one of very many rules is none', () => {
    const { isSilent } = silence(`<!-- tech-spec-disable ${'a '.repeat(2_000)}-->\n\n## Goals\n`);
    equal(isSilent('a', 4_060), false);
  });
});

describe('of very many marks of a merge', () => {
  it('those that part two versions are found in steps', () => {
    const lines = new LineIndex('<<<<<<< a\nOurs\n=======\nTheirs\n>>>>>>> b\n\nTitle\n=======\n'.repeat(1_000));
    const { stops, value } = run(partingLines(lines));
    ok(4_000 / 300 < stops, `${stops} stops`);
    deepEqual(
      value,
      Array.from({ length: 1_000 }, (_, at) => 8 * at + 2),
    );
  });

  it('those behind one that is opened again part them', () => {
    const opened = '<<<<<<< a\n=======\n x <<<<<<< a\n<<<<<<< b\n=======\n x >>>>>>> b\n=======\n>>>>>>> b\n=======\n';
    deepEqual(atOnce(partingLines(new LineIndex(opened))), [4, 6]);
  });
});

describe('of very many bold lines', () => {
  it('those of one paragraph are found in steps', () => {
    const document = parseDocument(`## Plan\n\n${'**Goals:** fewer lost drafts\n'.repeat(4_000)}`);
    const { stops, value } = run(boldLinesInSteps(document));
    ok(4_000 / 300 < stops, `${stops} stops`);
    deepEqual([value.length, value], [4_000, boldLinesIn(document)]);
  });

  it('those of one paragraph are cut in steps', () => {
    const document = parseDocument(`Words\n${'**Goals:** fewer lost drafts\n'.repeat(4_000)}`);
    const starts = new Set(boldLinesIn(document).map(({ heading }) => heading.start));
    const { stops, value } = run(cutInSteps(document, starts));
    // They are looked for, and cut.
    ok(2 * (4_000 / 300) < stops, `${stops} stops`);
    const { blocks, children } = value.root;
    const proses = [blocks, children.at(-1)?.blocks ?? []].map((each) => each.map(({ prose }) => prose));
    deepEqual([children.length, proses], [4_000, [['Words'], ['fewer lost drafts']]]);
  });

  it('none is looked for behind fifty thousand, neither of a paragraph nor of others', () => {
    const [together, apart] = ['**Goals:** words\n', '**Goals:** words\n\n'].map((line) =>
      boldLinesIn(parseDocument(line.repeat(50_001))),
    );
    deepEqual([together?.length, apart?.length], [50_000, 50_000]);
    deepEqual(together?.at(-1)?.heading, { start: 49_999 * 17, end: 49_999 * 17 + 10 });
  });

  it('those that are asked for are cut, and what has none is not looked at again', () => {
    const document = parseDocument(`${'**Other**\n\n'.repeat(1_000)}**Goals**\n\nShip it.\n`);
    const [goals] = boldLinesIn(document).filter(({ title }) => title === 'Goals');
    const read = document.lines.textBetween.bind(document.lines);
    let asked = 0;
    const counted: typeof read = (start, end) => {
      asked++;
      return read(start, end);
    };
    Object.assign(document.lines, { textBetween: counted });
    const cut = atOnce(cutInSteps(document, new Set([goals?.heading.start ?? 0])));
    deepEqual([cut.root.blocks.length, cut.root.children.map(({ title }) => title)], [1_000, ['Goals']]);
    ok(asked < 10, `${asked} times`);
  });
});

describe('very many headings', () => {
  it('are told apart from what is never closed by the last of them', () => {
    const text = '## Goals\n\n'.repeat(4_000);
    equal(unclosedIn(parseDocument(text)), undefined);
    equal(unclosedIn(parseDocument(`\`\`\`\ncode\n\`\`\`\n\n${text}`)), undefined);
    ok(unclosedIn(parseDocument(`${text}### Part\n\n\`\`\`\ncode\n`)) !== undefined);
  });
});

describe('very many sections at their depth', () => {
  const stops = (goals: number) => {
    const context = contextOf(template, parseDocument('### Goals\n\nFew.\n\n'.repeat(goals)));
    const found = Array.from(sectionLevel.check(context));
    return [found.filter((each) => each === undefined).length, found.length];
  };

  it('are looked through in parts', () => deepEqual(stops(300), [1, 301]));

  it('are looked through at once where they are few', () => deepEqual(stops(2), [0, 2]));
});

describe('very many sections in their order', () => {
  const stops = (options: number) => {
    const text = `## Known risks\n\nNone.\n\n## Goals\n\nFew.\n\n${'## Option A\n\nYes.\n\n'.repeat(options)}`;
    const found = Array.from(sectionOrder.check(contextOf(template, parseDocument(text))));
    return [found.filter((each) => each === undefined).length, found.length];
  };

  it('are looked through in parts', () => deepEqual(stops(4_000), [2, 3]));

  it('are looked through at once where they are few', () => deepEqual(stops(2), [0, 1]));
});
