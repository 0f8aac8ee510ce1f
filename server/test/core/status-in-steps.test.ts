/** What a section of very many blocks, or of very many under it, says is worked out in steps. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { leftoversOf, leftoversOfInSteps } from '../../src/core/status.ts';

const guidance = 'Say in a sentence or two what it is for.';
const other = 'Say what could go wrong, and what it would cost.';
const template = core.parseTemplate(`# Plan\n\n## Summary\n\n${guidance}\n\n## Risks\n\n${other}\n`);

/** What the section holds again and again, what it is then, and behind its own words. */
const kinds: Readonly<Record<string, readonly [string, core.SectionStatus]>> = {
  'code with nothing in it': ['```\n```\n\n', 'empty'],
  comments: ['<!-- A comment. -->\n\n', 'empty'],
  'the guidance': [`${guidance}\n\n`, 'guidance'],
  'the guidance of another': [`${other}\n\n`, 'guidance'],
  'rules across the page': ['***\n\n', 'done'],
  'headings with nothing under them': ['### Part\n\n', 'empty'],
  'headings with guidance under them': [`### Part\n\n${other}\n\n`, 'guidance'],
};

/** How often a text is looked at between two stops, at most, and how often steps stop. */
function run<T>({ lines }: core.SpecDocument, steps: core.Steps<T>) {
  const { textBetween } = lines;
  let [stops, looks, most] = [0, 0, 0];
  lines.textBetween = (start, end) => {
    looks++;
    return textBetween.call(lines, start, end);
  };
  for (; ; stops++) {
    looks = 0;
    const { done, value } = steps.next();
    most = Math.max(most, looks);
    if (!done) continue;
    lines.textBetween = textBetween;
    return { stops, most, value };
  }
}

function checkedInSteps(text: string) {
  const document = core.parseDocument(text);
  const context = core.contextOf(template, document);
  return { ...run(document, core.checkInSteps(context, core.rules, { stage: 'ready' })), context };
}

describe('what a section is', () => {
  for (const [kind, [block, status]] of Object.entries(kinds)) {
    it(`is worked out in steps where it holds ${kind} very many times`, () => {
      const { most, stops, context, value } = checkedInSteps(`# Plan\n\n## Summary\n\n${block.repeat(6000)}`);
      equal(core.statusOf(context.binding.all[0] as core.BoundSection), status);
      ok(20 < stops, `${stops} stops`);
      // Of a few hundred blocks, some times each.
      ok(most < 3000, `${most} looks`);
      const anew = core.contextOf(template, core.parseDocument(context.document.text));
      deepEqual(
        value.map(({ span, message }) => [span, message]),
        core.check(anew, core.rules, { stage: 'ready' }).map(({ span, message }) => [span, message]),
      );
    });
  }

  it('is not worked out anew where it stays as it is', () => {
    const text = `# Plan\n\n## Summary\n\n${'```\n```\n\n'.repeat(6000)}## Risks\n\n`;
    const { context } = checkedInSteps(text);
    const edit = { span: { start: text.length, end: text.length }, newText: 'None.\n' };
    const edited = core.parseDocument(context.document.lines.edited(edit), context.document, [edit]);
    const steps = core.checkInSteps(core.contextOf(template, edited), core.rules, { stage: 'ready' });
    ok(run(edited, steps).most < 100);
  });
});

describe('a stock answer with words behind it', () => {
  const statusOf = (text: string) => {
    const context = core.contextOf(template, core.parseDocument(`# Plan\n\n## Risks\n\n${text}`));
    return core.statusOf(context.binding.all[1] as core.BoundSection);
  };

  it('is none, however long it is', () => {
    for (let length = 395; length < 405; length++) {
      for (const indent of ['', '   ', '<!-- c -->     ']) {
        const answer = `N/A, because ${'we '.repeat(200)}`.slice(0, length - 1);
        equal(statusOf(`${indent}${answer}e\n\nBut there is one: lost drafts.\n`), 'done', `${length} ${indent}`);
      }
    }
  });
});

describe('a limit of very many', () => {
  const countedIn = (limit: string, text: string) => {
    const asked = core.parseTemplate(`## Goals\n\n${limit}\n`);
    const context = core.contextOf(asked, core.parseDocument(`## Goals\n\n${text}`));
    return [core.statusOf(context.binding.all[0] as core.BoundSection), core.inlays(context)[0]?.text];
  };

  it('is counted as far as it asks', () => {
    const sentences = `${'Seven words of one sentence stand here. '.repeat(12)}\n\n`.repeat(240);
    deepEqual(countedIn('At most 2000 sentences.', sentences)[0], 'overlong');
    deepEqual(countedIn('At most 300 paragraphs.', '- ok.\n'.repeat(6000)), ['done', '1/300 paragraphs']);
    const images = `![](https://a.example/${'a'.repeat(80)}.png)\n\n`.repeat(900);
    deepEqual(countedIn('At least 3000 words.', `${images}five words and two more\n`)[0], 'overlong');
  });
});

describe('guidance in one long block', () => {
  const found = (text: string) =>
    checkedInSteps(`# Plan\n\n## Summary\n\n${text}`).value.filter(({ rule }) => rule === 'leftover-guidance');

  it('is found sentence by sentence, wherever it is cut to be read', () => {
    const item = `- ${guidance} Words of my own.\n`;
    const text = item.repeat(4000);
    const starts = found(text).map(({ span }) => span.start);
    deepEqual(
      starts,
      Array.from({ length: 4000 }, (_, at) => '# Plan\n\n## Summary\n\n- '.length + at * item.length),
    );
  });

  it('is moved with its section in steps, and not at all where that stays where it is', () => {
    const words = `${guidance} Ours.\n\n`.repeat(4_000);
    const text = `# Plan\n\n## Risks\n\nNone.\n\n## Summary\n\n${words}`;
    const settled = (document: core.SpecDocument) => {
      const { binding } = core.contextOf(template, document);
      run(document, core.statusesInSteps(binding));
      const { spec, matches } = binding.all[0] as core.BoundSection;
      const answering = { document, spec, ...(matches[0] as core.Match) };
      const { stops, value } = run(document, leftoversOfInSteps(answering));
      return { stops, left: value, again: leftoversOf(answering) };
    };
    const before = core.parseDocument(text);
    settled(before);
    const at = text.indexOf('None.');
    const edit = { span: { start: at, end: at }, newText: 'Almost ' };
    const document = core.parseDocument(before.lines.edited(edit), before, [edit]);
    const { stops, left, again } = settled(document);
    ok(4_000 / 300 < stops, `${stops} stops`);
    ok(left === again);
    deepEqual(left, settled(core.parseDocument(document.text)).left);
    equal(left.sentences.length, 4_000);
  });

  it('is read in steps', () => {
    const stopsOf = (items: number) => checkedInSteps(`## Summary\n\n${`- ${guidance}\n`.repeat(items)}`).stops;
    ok(stopsOf(1000) + 10 < stopsOf(8000), `${stopsOf(1000)} and ${stopsOf(8000)} stops`);
  });

  it('is one finding of some hundred sentences, and several of thousands', () => {
    deepEqual(
      [900, 2500].map((items) => found(`${`- ${guidance}\n`.repeat(items)}- Words of my own.\n`).length),
      [1, 3],
    );
  });

  it('is told of by its beginning', () => {
    const long = `- ${guidance}\n`.repeat(60_000);
    const own = '- Words of my own.\n';
    deepEqual(
      [long, `${long}${own}`, `${own}${long}`].map((text) => found(text)[0]?.severity),
      ['error', 'error', 'warning'],
    );
    // What the author wrote behind one sentence of it is no guidance.
    const mine = `- ${guidance}\n${own.repeat(120_000)}`;
    deepEqual(
      found(mine).map(({ severity }) => severity),
      ['warning'],
    );
    const words = `- ${guidance.split(' ').toReversed().join(' ')}\n`;
    const signs = `${words}${'- !!!!\n'.repeat(400_000)}`;
    deepEqual(
      found(`${guidance}\n\n${signs}`).map(({ severity }) => severity),
      ['warning'],
    );
    deepEqual(
      found(`${guidance}\n\n${words}${own.repeat(120_000)}`).map(({ severity }) => severity),
      ['warning'],
    );
  });
});

describe('a list of very short items', () => {
  const limited = core.parseTemplate('## Goals\n\nAt most 5 words.\n');
  const statusIn = (text: string) => {
    const context = core.contextOf(limited, core.parseDocument(text));
    return core.statusOf(context.binding.all[0] as core.BoundSection);
  };

  it('is read no farther than one of as many lines', () => {
    const [block] = core.parseDocument('- a\n'.repeat(5000)).root.blocks;
    equal(block?.proseUpTo(16_000).split('\n\n').length, 1000);
    equal(block?.items.length, 2048);
  });

  it('may be too long all the same', () => {
    deepEqual(
      [statusIn(`## Goals\n\n${'- a\n'.repeat(5000)}`), statusIn('## Goals\n\n- a\n- b\n')],
      ['overlong', 'done'],
    );
  });

  it('is not said to be too short where it is not read to its end', () => {
    const long = core.parseTemplate('## Goals\n\nAt least 5 words.\n');
    const context = core.contextOf(
      long,
      core.parseDocument(`## Goals\n\n${'- !\n'.repeat(6000)}- five words and two more\n`),
    );
    equal(core.statusOf(context.binding.all[0] as core.BoundSection), 'done');
  });
});
