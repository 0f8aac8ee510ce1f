/** What editors ask of a whole document is worked out in steps, and of a very long one no more than anybody looks at. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { placeholdersLeftInSteps } from '../../src/core/placeholders.ts';
import { run } from '../stops.ts';

const template = core.parseTemplate(
  '# Plan\n\n## Summary\n\nSay what it is.\n\n## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n',
);

function contextOf(text: string): core.RuleContext {
  return core.contextOf(template, core.parseDocument(text));
}

describe('the headings of a document of very many', () => {
  const headings = Array.from({ length: 12_000 }, (_, at) => `${at % 3 === 0 ? '##' : '###'} Part ${at}\n\n`).join('');
  const context = contextOf(`# Plan\n\n## Summary\n\nShip it.\n\n${headings}`);
  const named = (all: readonly core.Symbol[]): readonly string[] =>
    all.flatMap(({ name, children }) => [name, ...named(children)]);

  it('are the first ten thousand', () => {
    const names = named(core.symbols(context.document, context));
    equal(names.length, 10_000);
    deepEqual(
      [names[0], names[1], names[2], names[3], names.at(-1)],
      ['Plan', 'Summary', 'Part 0', 'Part 1', 'Part 9997'],
    );
  });

  it('are found in steps', () => {
    const { stops, value } = run(core.symbolsInSteps(context.document, context));
    deepEqual(value, core.symbols(context.document, context));
    ok(30 < stops, `${stops} stops`);
  });

  it('are found in steps where they all answer to one section', () => {
    const same = contextOf(`# Plan\n\n## Summary\n\nShip it.\n\n${'## Goals\n\nMore.\n\n'.repeat(3_000)}`);
    // Each is looked at twice: once for its state.
    const { stops } = run(core.symbolsInSteps(same.document, same));
    const { stops: fewer } = run(core.symbolsInSteps(same.document, undefined));
    ok(fewer + 5 < stops, `${stops} stops, and ${fewer} of headings only`);
  });
});

describe('the folds of a document of very many', () => {
  const comments = '<!-- One\nline more. -->\n\n'.repeat(12_000);
  const document = core.parseDocument(`# Plan\n\n${comments}## Goals\n\nFewer lost drafts.\n`);

  it('are as many as are wanted, the first', () => {
    equal(core.folds(document).length, 10_000);
    deepEqual(
      core.folds(document, 3).map(({ startLine, kind }) => `${startLine} ${kind}`),
      ['0 section', '2 comment', '5 comment'],
    );
  });

  it('are found in steps', () => {
    const { stops, value } = run(core.foldsInSteps(document));
    deepEqual(value, core.folds(document));
    ok(30 < stops, `${stops} stops`);
  });

  it('are found in steps where most of it cannot be folded', () => {
    const { stops, value } = run(core.foldsInSteps(core.parseDocument(`# Plan\n\n${'Words.\n\n'.repeat(12_000)}`)));
    equal(value.length, 1);
    ok(40 < stops, `${stops} stops`);
  });

  it('are those of the first hundred thousand blocks', () => {
    const behind = (paragraphs: number) =>
      core.folds(core.parseDocument(`# Plan\n\n${'a\n\n'.repeat(paragraphs)}## Goals\n\nFewer.\n`)).length;
    deepEqual([behind(99_000), behind(101_000)], [2, 1]);
  });

  it('begin with instructions only where these stand above the rest', () => {
    const marker = '**Delete the text above.**\n';
    const lines = (paragraphs: number) =>
      core.folds(core.parseDocument(`${'Words.\n\n'.repeat(paragraphs)}${marker}`)).map(({ endLine }) => endLine);
    deepEqual([lines(9_000), lines(11_000)], [[18_000], []]);
  });

  it('end before the blank lines, however many there are', () => {
    const blank = core.parseDocument(`## Goals\n\nFewer.\n${' \t\r\n'.repeat(9_000)}## Costs\n`);
    deepEqual(
      core.folds(blank).map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 2]],
    );
  });
});

describe('the colours of a document of very many', () => {
  const context = contextOf(`# Plan\n\n## Goals\n\nFewer lost drafts.\n\n${'TBD\n\n'.repeat(12_000)}`);

  it('are those of the first ten thousand', () => {
    const found = core.tokens(context);
    equal(found.length, 10_000);
    deepEqual(
      found.slice(0, 2).map(({ kind }) => kind),
      ['section', 'unfinished'],
    );
  });

  it('are found in steps, and of a section that stays as it is but once', () => {
    const text = `# Plan\n\n## Goals\n\nFewer lost drafts.\n\n${'Words.\n\n'.repeat(12_000)}## Summary\n\nShip it.\n`;
    const document = core.parseDocument(text);
    const { stops } = run(core.tokensInSteps(core.contextOf(template, document)));
    ok(40 < stops, `${stops} stops`);
    const edit = { span: { start: text.length, end: text.length }, newText: 'Soon.\n' };
    const edited = core.parseDocument(document.lines.edited(edit), document, [edit]);
    const { stops: again } = run(core.tokensInSteps(core.contextOf(template, edited)));
    ok(again < 10, `${again} stops`);
  });

  it('are found in steps where very many headings answer to one section', () => {
    const { stops } = run(core.tokensInSteps(contextOf(`# Plan\n\n${'## Goals\n\nMore.\n\n'.repeat(3_000)}`)));
    ok(10 < stops, `${stops} stops`);
  });

  it('stop sooner where the paragraphs are long', () => {
    const words = `${'Words and *more* words. '.repeat(400)}\n\n`.repeat(100);
    const { stops } = run(core.tokensInSteps(contextOf(`# Plan\n\n## Goals\n\n${words}`)));
    ok(40 < stops, `${stops} stops`);
  });
});

describe('what can be put in into a long document', () => {
  const text = `# Plan\n\n## Summary\n\nShip it.\n\n${'Words, and more of them.\n\n'.repeat(12_000)}`;
  const context = contextOf(`${text}\n`);

  it('is found at a blank line by what stands right above it', () => {
    const { stops, value } = run(core.completionsInSteps(context, text.length, { shapes: true }));
    ok(0 < value.length);
    equal(stops, 0);
  });

  it('is found below a heading by nothing above it, however much that is', () => {
    const comments = '<!-- a comment -->\n\n## Part\n\n'.repeat(12_000);
    const { document, ...laid } = contextOf(`# Plan\n\n${comments}`);
    const { stops, value } = run(
      core.completionsInSteps({ document, ...laid }, document.text.length, { shapes: true }),
    );
    ok(0 < value.length);
    equal(stops, 0);
  });

  for (const [what, line, isOpen] of [
    ['a list', '- Words.\n', true],
    ['a quote', '> Words.\n', true],
    ['a list with code in it', '- ```\n  code\n', true],
    ['a table', `| a | b |\n| - | - |\n${'| c | d |\n'.repeat(9_000)}`, true],
    ['code that is closed', `\`\`\`\n${'code\n'.repeat(20_000)}\`\`\`\n\n`, true],
    ['code that is not closed', `\`\`\`\n${'code\n'.repeat(20_000)}`, false],
    ['a comment that is not closed', `<!--\n${'words\n'.repeat(20_000)}`, false],
  ] as const) {
    it(`is ${isOpen ? 'something' : 'nothing'} below ${what} that is long`, () => {
      const above = 9_000 < line.length ? line : line.repeat(9_000);
      const { document, ...laid } = contextOf(`# Plan\n\n## Goals\n\n${above}\n`);
      const found = core.completions({ document, ...laid }, document.text.length, { shapes: true });
      equal(0 < found.length, isOpen);
    });
  }

  it('is found below rules, which are no front matter of what is read', () => {
    const code = '```js\nrun(a)\n...\nrun(b)\n```\n';
    const { document, ...laid } = contextOf(`# Plan\n\nIntro.\n\n---\n\n## Summary\n\n${code}\n---\n\n## Goals\n\n`);
    ok(0 < core.completions({ document, ...laid }, document.text.length, { shapes: true }).length);
  });

  it('is found in a text as it stands where that is longer than a megabyte', () => {
    const typed = contextOf(`${text.repeat(4)}## R`);
    const { stops, value } = run(core.completionsInSteps(typed, typed.document.text.length));
    ok(value.some(({ label }) => label === 'Risks'));
    equal(stops, 0);
  });

  it('is found in steps where a word is being typed', () => {
    const typed = contextOf(`${text}\nUs`);
    const { stops, value } = run(core.completionsInSteps(typed, typed.document.text.length, { shapes: true }));
    ok(0 < value.length);
    ok(3 < stops, `${stops} stops`);
  });

  it('is found in steps where a heading is being typed', () => {
    const typed = contextOf(`${text}## R`);
    const { stops, value } = run(core.completionsInSteps(typed, typed.document.text.length));
    ok(value.some(({ label }) => label === 'Risks'));
    ok(3 < stops, `${stops} stops`);
  });
});

describe('the placeholders that are left in a long section', () => {
  const schema = core.parseTemplate('## Goals\n\nOwned by [team name].\n\n## Risks\n\nSay what could go wrong.\n');
  const left = (text: string) => core.contextOf(schema, core.parseDocument(text));

  it('are found in steps, once for the rule and the colours', () => {
    const context = left(`## Goals\n\n${'Owned by [team name] and others.\n\n'.repeat(12_000)}`);
    const steps = run(core.checkInSteps(context, core.rules, { stage: 'draft' }));
    equal(steps.value.filter(({ rule }) => rule === 'leftover-placeholder').length, 12_000);
    // Behind each rule, while they are looked for, and while they are told.
    ok(core.rules.length + 2 * 40 < steps.stops, `${steps.stops} stops`);
    const { stops, value } = run(core.tokensInSteps(context));
    // And the section’s heading.
    equal(value.filter(({ kind }) => kind === 'placeholder').length, 9_999);
    const anew = run(core.tokensInSteps(left(context.document.text)));
    ok(stops + 40 < anew.stops, `${stops} stops, and ${anew.stops}`);
  });

  it('stop sooner where the paragraphs are long', () => {
    const words = `${'Words and more words. '.repeat(2_000)}\n\n`.repeat(60);
    const context = left(`## Goals\n\n[team name]\n\n${words}`);
    const { stops } = run(placeholdersLeftInSteps(context));
    ok(20 < stops, `${stops} stops`);
  });
});

describe('a long document as a post', () => {
  it('is made in steps, without its comments', () => {
    const comments = '<!-- One. -->\n\n'.repeat(12_000);
    const links = '[//]: # (One.)\n\n'.repeat(12_000);
    const context = contextOf(`# Plan\n\n## Goals\n\n${comments}Fewer lost drafts.\n\n${links}`);
    const { stops, value } = run(core.postInSteps(context));
    equal(value.body, '# Plan\n\n## Goals\n\nFewer lost drafts.');
    // Of the comments of both kinds; to read it takes some, too.
    ok(130 < stops, `${stops} stops`);
  });

  it('is made in steps where it has nothing but headings, words or lines', () => {
    const stops = (text: string) => run(core.postInSteps(contextOf(`# Plan\n\n${text}`))).stops;
    // Beside the 57, 11 and 7 of reading.
    ok(140 < stops('## Part\n\n'.repeat(12_000)));
    ok(90 < stops('Words.\n\n'.repeat(12_000)) && 45 < stops(`${'Words.\n'.repeat(12_000)}\n[//]: # (One.)\n`));
  });
});

describe('the inlays of a document of very many', () => {
  const schema = core.parseTemplate('## Goals\n\nIn at most two sentences.\n\n## Risks\n\nSay what could go wrong.\n');
  const text = '## Goals\n\nFewer lost drafts.\n\n'.repeat(12_000);
  const context = core.contextOf(schema, core.parseDocument(text));

  it('are the first ten thousand, found in steps', () => {
    const { stops, value } = run(core.inlaysInSteps(context, { start: 0, end: text.length }));
    equal(value.length, 10_000);
    deepEqual(value, core.inlays(context));
    ok(40 < stops, `${stops} stops`);
  });

  it('are those of the sections that are asked for', () => {
    const start = text.indexOf('## Goals', text.length / 2);
    const { value } = run(core.inlaysInSteps(context, { start, end: start + 3 * 30 }));
    deepEqual(
      value.map(({ at }) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at)),
      ['## Goals', '## Goals', '## Goals'],
    );
  });
});

describe('what may be put in where very much is written', () => {
  const labels = (text: string, at: number) =>
    core.completions(contextOf(text), at, { shapes: true }).map(({ label }) => label);
  const withKeys = core.parseTemplate('---\ntitle: x\n---\n\n## Goals\n\nSay why.\n');

  it('are no keys where so many stand above that none is read', () => {
    const keysBehind = (count: number) => {
      const text = `---\n${'key: value\n'.repeat(count)}\n---\n\n## Goals\n`;
      const context = core.contextOf(withKeys, core.parseDocument(text));
      return core.completions(context, text.indexOf('\n\n') + 1).map(({ label }) => label);
    };
    deepEqual([keysBehind(5_000), keysBehind(6_000)], [['title'], []]);
  });

  it('is nothing in a line of millions of letters', () => {
    deepEqual(labels(`## Goals\n\n${'字'.repeat(9_000_000)}`, 8_000_000), []);
    deepEqual(labels(`${'#'.repeat(9_000_000)}`, 8_000_000), []);
  });
});
