/** A block may be very long: what is asked of it is known long before its end. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { brokenLimit } from '../../src/core/length.ts';
import { answerIn } from '../../src/core/section-answer.ts';

const line = 'Words that go on and on, about what is to be done.\n';
const size = 400_000;
const shapes = {
  paragraph: long(line),
  list: long(`- ${line}`),
  table: `| a | b |\n| - | - |\n${long(`| ${line.trim()} | more |\n`)}`,
  quote: long(`> ${line}`),
};

function long(one: string): string {
  return one.repeat(size / one.length);
}

/** A section that answers to the template’s, and how many characters of it are read while something is asked. */
function laid(guidance: string, body: string) {
  const template = core.parseTemplate(`## Goals\n\n${guidance}\n\n## Risks\n\nSay what could go wrong with it.\n`);
  const context = core.contextOf(template, core.parseDocument(`## Goals\n\n${body}\n\n## Risks\n\nNone.\n`));
  const { lines } = context.document;
  const { textBetween } = lines;
  const reading = { characters: 0 };
  lines.textBetween = (start, end) => {
    reading.characters += Math.min(end, lines.length) - start;
    return textBetween.call(lines, start, end);
  };
  const [bound] = context.binding.bound;
  ok(bound !== undefined);
  const { spec, matches } = bound;
  const [match] = matches;
  ok(match !== undefined);
  return { context, reading, match, answering: { document: context.document, spec, ...match } };
}

describe('a text that is nothing but signs', () => {
  const all = 10_000_000;
  const broken = (guidance: string, body: string) => {
    const broken = brokenLimit(laid(guidance, body).answering);
    return broken && { count: broken.count, isMore: broken.isMore };
  };

  for (const sign of ['[', '![', '[^', '*', '_', '<', '>', '~', '`', '!', '.', '|', '(', '&', '\\'])
    it(`is counted no further than tells something: ${sign}`, () => {
      const { answering } = laid('No more than 3 sentences.', `x${sign.repeat(all / sign.length)}`);
      equal(brokenLimit(answering), undefined);
    });

  it('keeps a minimum that may be kept further down', () => {
    equal(broken('At least 3 sentences.', 'x'.repeat(400_000)), undefined);
    deepEqual(broken('At least 3 sentences.', 'x'.repeat(40_000)), { count: 1, isMore: false });
  });

  it('breaks a limit of very many', () => {
    deepEqual(broken('No more than 200000 words.', 'word '.repeat(300_000)), { count: 300_000, isMore: false });
  });

  it('is no prose where a paragraph is very long: it is taken as it stands', () => {
    const prose = (words: number) => {
      const { root } = core.parseDocument(`${'a **b** '.repeat(words)}\n`);
      return root.blocks[0]?.prose.slice(0, 7);
    };
    equal(prose(2000), 'a b a b');
    equal(prose(3000), 'a **b**');
  });

  it('nor where brackets stand deep in brackets', () => {
    const prose = (text: string) => core.parseDocument(text).root.blocks[0]?.prose;
    equal(prose(`${'[a '.repeat(16)}**b**`), `${'[a '.repeat(16)}b`);
    equal(prose(`${'[a '.repeat(17)}**b**`), `${'[a '.repeat(17)}**b**`);
    equal(prose(`${'[a] '.repeat(90)}${'\\[ '.repeat(17)}**b**`), `${'[a] '.repeat(90)}${'[ '.repeat(17)}b`);
    equal(prose(`- ${'['.repeat(17)}*a*\n- *b*`), `${'['.repeat(17)}*a*\n\nb`);
    // From 0 up to 10, without that.
    equal(prose(`${'`[0;10)`, '.repeat(20)}**b**`), `${'[0;10), '.repeat(20)}b`);
  });
});

describe('a section of one long block', () => {
  for (const [kind, block] of Object.entries(shapes)) {
    it(`is counted as far as its limit asks: a ${kind}`, () => {
      const { answering, reading } = laid('At most 50 words.', block);
      const broken = brokenLimit(answering);
      ok(broken !== undefined && 50 < broken.count && broken.isMore);
      ok(reading.characters < size / 4, String(reading.characters));
    });
  }

  it('is counted so where it is one line behind others', () => {
    for (const block of [
      `| a | b |\n| - | - |\n| ${'words '.repeat(size / 6)} | c |`,
      `- a\n- ${'words '.repeat(size / 6)}`,
    ]) {
      const { answering, reading } = laid('At most 50 words.', block);
      ok(50 < (brokenLimit(answering)?.count ?? 0));
      ok(reading.characters < size / 4, String(reading.characters));
    }
  });

  it('is counted to its end where its limit is farther', () => {
    const words = (line.split(' ').length * size) / line.length;
    const { answering } = laid(`At most ${Math.floor(words) - 100} words.`, long(line));
    deepEqual(brokenLimit(answering)?.isMore, false);
  });

  it('is long enough where the least is there', () => {
    const { answering, reading } = laid('At least 20 words.', long(line));
    equal(brokenLimit(answering), undefined);
    ok(reading.characters < size / 4, String(reading.characters));
  });

  it('is not too short before it was counted to its end', () => {
    const { answering } = laid('At least 20000 words.', long(line));
    equal(brokenLimit(answering), undefined);
  });

  it('is said to have more than was counted', () => {
    const { context } = laid('At most 50 words.', long(line));
    const [found] = core.check(context, core.rules, { stage: 'ready' });
    ok(/^Section “Goals” has more than \d+ words, the template asks for/.test(found?.message ?? ''), found?.message);
    const [inlay] = core.inlays(context);
    ok(/^more than \d+\/50 words$/.test(inlay?.text ?? ''), inlay?.text);
  });

  it('is no guidance of another section, which is far shorter', () =>
    equal(laid('Say why.', 'Say what could go wrong with it.\n'.repeat(400)).match.status, 'done'));

  it('nor is it so under a heading of its own', () =>
    equal(laid('Say why.', `### Later\n\n${'Say what could go wrong with it.\n'.repeat(400)}`).match.status, 'done'));

  it('is not looked through for words that are nowhere', () => {
    const { context, match } = laid('Say why the editors need it.', long(line));
    const asked: string[] = [];
    const { lines } = context.document;
    lines.includes = (words) => asked.push(words) === 0;
    equal(match.status, 'done');
    ok(asked.includes('editors'), asked.join(', '));
  });

  it('of code is none of the template’s, which is shorter', () => {
    for (const code of [`\`\`\`\n${long('return;\n')}\`\`\`\n`, long('    return;\n')]) {
      const { match, reading } = laid('Say why.\n\n```\nreturn;\n```', code);
      equal(match.status, 'done');
      ok(reading.characters < size / 4, String(reading.characters));
    }
  });

  it('of code is the template’s where that is as long', () => {
    const code = `\`\`\`\n${'return;\n'.repeat(30_000)}\`\`\``;
    equal(laid(`Say why.\n\n${code}`, `Say why.\n\n${code}`).match.status, 'guidance');
  });

  it('of code without words is blank', () =>
    equal(laid('Say why.', `\`\`\`\n${' '.repeat(size)}\n\`\`\``).match.status, 'empty'));

  it('of signs alone has no words', () => equal(laid('Say why.', long('> — ✂ —\n')).match.status, 'done'));

  it('of very many comments is looked at until there are two', () => {
    const { match, answering, reading } = laid('Say why.', '<!-- TBD -->\n\n'.repeat(10_000));
    equal(match.status, 'empty');
    reading.characters = 0;
    equal(answerIn(answering), 'empty');
    // All of it once, to see whether anything else is there.
    ok(reading.characters < 160_000, String(reading.characters));
    equal(laid('Say why.', '<!-- TBD -->').match.status, 'unfinished');
  });

  it('that is a comment answers nothing, and is none of the template’s', () => {
    const { match, context, reading } = laid(
      'Say why.\n\n<!-- Say why the editors of this need it, and who they are. -->',
      `<!--\n${long(line)}-->`,
    );
    equal(match.status, 'empty');
    equal(
      core.check(context, core.rules, { stage: 'ready' }).filter(({ rule }) => rule === 'leftover-guidance').length,
      0,
    );
    ok(reading.characters < size / 4, String(reading.characters));
  });

  it('has its first items listed', () => {
    const block = core.parseDocument(shapes.list).root.blocks[0];
    ok(100 < (block?.items.length ?? 0) && (block?.items.length ?? 0) < size / line.length / 4);
  });

  it('of one long line is read no farther', () => {
    const block = core.parseDocument('x '.repeat(size / 2)).root.blocks[0];
    equal(block?.proseUpTo(1000).length, 999);
    const [item] = core.parseDocument(`- ${'x '.repeat(size / 2)}`).root.blocks[0]?.items ?? [];
    ok((item?.proses[0] ?? '').length < size / 4);
  });

  it('that a rule right under it makes a heading is one of few words', () => {
    for (const text of [`${long(line)}---\n`, `# ${'x '.repeat(size)}`]) {
      const [section] = core.parseDocument(`${text}\n\nWords.\n`).root.children;
      ok(section !== undefined && size / 2 < section.heading.end);
      ok(1000 < section.title.length && section.title.length < 5000);
    }
  });

  it('nor does HTML with much in its mark lose the words of its heading', () =>
    equal(core.parseDocument(`<h2 id="${'x'.repeat(5000)}">Goals</h2>\n`).root.children[0]?.title, 'Goals'));

  it('is coloured by its beginning', () => {
    const { context, match, reading } = laid('Say why.', long(line));
    equal(match.status, 'done');
    reading.characters = 0;
    core.tokens(context);
    ok(reading.characters < size / 4, String(reading.characters));
  });
});
