/** A long text that is read part by part is what it is when it is read at once, wherever a part ends. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import type { Steps } from '../../src/core/steps.ts';
import { toldOf } from '../told.ts';
import { readsOf } from '../typing.ts';

const section = '## Goals\n\nFewer lost drafts.\n\n- a\n\n  b\n\n';

describe('a text that is read in parts', () => {
  for (const [name, text] of [
    ['sections', section.repeat(4)],
    ['a fence over many parts', `# A\n\n\`\`\`\n${'code\n\n'.repeat(20)}\`\`\`\n\n${section}`],
    ['a comment that never ends', `# A\n\n<!--\n${section.repeat(4)}`],
    ['nothing but a heading', `# ${'A '.repeat(60)}`],
    ['front matter', `---\na: b\nc: d\n---\n\n${section.repeat(3)}`],
    ['line ends of two signs', section.repeat(4).replaceAll('\n', '\r\n')],
    ['a definition', `${section.repeat(3)}[a]: b\n`],
  ] as const)
    it(`is what it is as a whole: ${name}`, () => {
      const whole = toldOf(core.parseDocument(text), 'words');
      for (let length = 1; length < 40; length += 3) equal(toldOf(read(text, length).document, 'words'), whole);
    });

  it('stops between two parts', () => {
    equal(read('a\n\n'.repeat(10), 10).stops, 4);
    equal(read('a\n\n'.repeat(6), 10).stops, 0);
    equal(read('a\n\n'.repeat(300)).stops, 0);
  });

  it('stops behind some thousand lines, however short they are', () => {
    for (const line of ['#\n', 'a\n\n', 'a\n', '- a\n', '\n', ' \t\r\n']) {
      const { document, stops } = read(line.repeat(10_000));
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(line.repeat(10_000)), 'words'));
      ok(3 < stops, `${JSON.stringify(line)}: ${stops}`);
    }
  });

  it('stops among blank lines behind what none of them goes on with', () => {
    for (const block of ['# A', 'a', '> - a', '| a |\n| - |\n| b |', '<!-- a -->', '<br>', '***', '[a]: b']) {
      const text = `${section}${block}\n${'\n'.repeat(40_000)}    code\n\n${section}[a]\n`;
      const { document, stops } = read(text);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(12 < stops, `${block}: ${stops}`);
    }
    for (const block of ['- a', '```\na', '<!--', '    a', '> ```\n> a\n> ```\n1. a']) {
      const text = `${section}${block}\n${'\n'.repeat(10_000)}    b\n\n${section}`;
      equal(toldOf(read(text).document, 'words'), toldOf(core.parseDocument(text), 'words'));
    }
  });

  it('stops while what may be defined far above an edit is looked for', () => {
    const before = core.parseDocument(`# A\n\n${'[//]: # (a)\n'.repeat(20_000)}`);
    const edit = { span: { start: before.text.length - 2, end: before.text.length - 2 }, newText: 'b' };
    const { document, stops } = all(core.documentInSteps(before.lines.edited(edit), before, [edit]));
    equal(toldOf(document), toldOf(core.parseDocument(before.lines.edited(edit).text)));
    // Some thousand lines each, and then what is carried over of them.
    ok(20_000 / 2000 + 15 < stops, String(stops));
  });

  it('stops within a block, too', () => {
    for (const text of [
      `\`\`\`\n${'code\n'.repeat(1000)}`,
      'Words.\n'.repeat(1000),
      '- a\n'.repeat(1000),
      '> a\n'.repeat(1000),
    ]) {
      const { document, stops } = read(text, 50);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(80 < stops, String(stops));
    }
  });

  it('stops among definitions', () => {
    for (const definition of [
      '[a]: b\n',
      '[a]: b\n\n',
      '[a]: <b> "c"\n',
      '[a]: <b>\n',
      '[a]: b\n  "c"\n',
      '[a\nb]: c\n',
      '[//]: # (Words.)\n',
    ]) {
      const text = `${section}[a]\n\n${definition.repeat(1000)}# [a b]\n`;
      const { document, stops } = read(text, 50);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(80 < stops, `${JSON.stringify(definition)}: ${stops}`);
    }
  });

  it('stops before it looks how far what a part defines may go, and before it reads that once more', () => {
    const { stops } = read('Words: a bc\n\n'.repeat(80), 100);
    equal(read('[a]: /x/bcd\n\n'.repeat(80), 100).stops, 3 * stops + 2);
  });

  it('stops in a quote of lists', () => {
    for (const item of ['> - a\n', '> 1. a\n', '> - a\n>   b\n', '> - a\n>\n>   b\n', '> - a\n>   - b\nc\n']) {
      const text = `${section}${item.repeat(1000)}\n${section}`;
      const { document, stops } = read(text, 50);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(80 < stops, `${JSON.stringify(item)}: ${stops}`);
    }
    const numbers = Array.from({ length: 1000 }, (_, at) => `> ${at}. a\n`).join('');
    ok(80 < read(numbers, 50).stops);
  });

  it('stops wherever something begins in a quote', () => {
    for (const lines of ['> # a\n', '> > - a\n', '> a<br>\n>\n', '> 2. a\n>\n>    b\n', '>> 2. a\n>>    b\n']) {
      const text = `> ~~~\n> a\n> ~~~\n${lines.repeat(1000)}\n${section}`;
      const { document, stops } = read(text, 50);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(80 < stops, `${JSON.stringify(lines)}: ${stops}`);
    }
  });

  it('takes more at once where a block cannot be parted, and reads no text many times', () => {
    const opening = `> \`\`\`${'a'.repeat(17_000)}\n`;
    ok(read(`${opening}${'> code\n'.repeat(20_000)}`, 10).stops < 12);
    ok(read(`${opening}${'> code\n'.repeat(20_000)}`).stops < 12);
  });

  it('stops where something is nested too deep, too, and where that swallows all the rest', () => {
    const list = `- ${'- '.repeat(60)}a\n`;
    const others = 'Words.\n\n- a\n- b\n\n'.repeat(300);
    for (const [text, least] of [
      [`${'> '.repeat(110)}a\n\n${others}`, 80],
      [`- > ${'- '.repeat(60)}a\n\n${others}`, 80],
      [`${others}${list}`, 80],
      [`- b\n\n${list}${others}[a]: b\n`, 0],
      [`${others}- b\n${list}- c\n\n# B\n\n${others}[a]\n\n[a]: b\n`, 80],
    ] as const) {
      const { document, stops } = read(text, 50);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(least <= stops && stops < 400, String(stops));
    }
  });

  it('stops in a table, however many cells it lacks', () => {
    const table = `| ${'a | '.repeat(50)}\n|${'-|'.repeat(50)}\n${'|a|\n'.repeat(1500)}`;
    for (const text of [`${section}${table}`, `${table}\n${section}`, `${table}    b\n[a]: c\n`]) {
      const { document, stops } = read(text, 500);
      equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
      ok(10 < stops, String(stops));
    }
    const text = `|${'a|'.repeat(10)}\n|${'-|'.repeat(10)}\n${'|a|\n'.repeat(20_000)}\n${section}`;
    const { document, stops } = read(text);
    equal(toldOf(document), toldOf(core.parseDocument(text)));
    ok(9 <= stops, String(stops));
  });

  it('looks at no line many times where no blank line parts them', () => {
    const lines = new core.LineIndex('# A\n- [ ] b\n# C\n'.repeat(3000));
    let looked = 0;
    const { isBlank, textBetween } = lines;
    lines.isBlank = (line) => looked++ < 0 || isBlank.call(lines, line);
    lines.textBetween = (start, end) => {
      looked++;
      return textBetween.call(lines, start, end);
    };
    all(core.parsedInParts(lines, 2000));
    ok(looked < 200_000, String(looked));
  });

  it('has what is defined anywhere told', () => {
    const text = `${section.repeat(3)}[a]: b\n\n## [a]\n\n[c][d]\n\n${section}[d]: e\n`;
    const { document, stops } = read(text, 20);
    equal(toldOf(document, 'words'), toldOf(core.parseDocument(text), 'words'));
    ok(10 < stops);
  });

  it('has nothing defined by what is cut off', () => {
    for (let length = 4; length < 60; length++) {
      const text = `[a]\n\n${'x\n'.repeat(9)}[a]: b "c\n${'d\n'.repeat(30)}e" f\n\n${section}`;
      equal(toldOf(read(text, length).document, 'words'), toldOf(core.parseDocument(text), 'words'));
    }
  });

  it('may be nothing but definitions, or go on with what may be one, or with a heading in HTML', () => {
    for (const text of [
      `${'[a]: b\n'.repeat(50)}${section}[a]\n`,
      `[a]\n\n[a]: b\n"c\n${'d\n'.repeat(50)}e"\n\n${section}`,
      `[a]\n\n[a]: b\n"c\n${'d\n'.repeat(50)}e\n\n${section}`,
      `<h2>A</h2>\n<!--\n${'b\n'.repeat(50)}\n# C\n\n-->\n\n${section}`,
    ])
      for (let length = 4; length < 60; length += 5)
        equal(toldOf(read(text, length).document, 'words'), toldOf(core.parseDocument(text), 'words'));
  });

  it('stops where it is changed, too: among its sections', () => {
    const before = core.parseDocument(`# A\n\n${section.repeat(5000)}`);
    const start = before.text.indexOf('Fewer', before.text.length / 2);
    // In a word, a paragraph, a section, and all that stands behind it under another one.
    for (const newText of ['x', '\n\nx\n\n', '\n## B\n', '\n# B\n']) {
      const edit = { span: { start: start + 2, end: start + 2 }, newText };
      const lines = before.lines.edited(edit);
      const { document, stops } = all(core.documentInSteps(lines, before, [edit]));
      equal(toldOf(document), toldOf(core.parseDocument(lines.text)));
      // Where each is, which half is there as it was, and what all come to.
      ok((2.3 * 5000) / 256 < stops, `${JSON.stringify(newText)}: ${stops}`);
    }
  });

  it('stops before and behind what is taken over, too, where that is very much', () => {
    const stopsOf = (sections: number, newText: string) => {
      const before = core.parseDocument(`# A\n\n${section.repeat(sections)}`);
      const start = before.text.indexOf('Fewer', before.text.length / 2) + 2;
      const edit = { span: { start, end: start }, newText };
      return all(core.documentInSteps(before.lines.edited(edit), before, [edit])).stops;
    };
    deepEqual([stopsOf(200, 'x'), stopsOf(200, '\n# B\n')], [0, 0]);
    // What stands under a heading, and in a text; where each is takes one more.
    deepEqual([stopsOf(254, 'x'), stopsOf(254, '\n# B\n')], [1, 3]);
    equal(stopsOf(300, 'x'), 4);
  });

  it('stops where it is changed among the blocks of one section', () => {
    const before = core.parseDocument(`# A\n\n${'Words.\n\n'.repeat(5000)}`);
    const start = before.text.indexOf('ords', before.text.length / 2);
    for (const newText of ['x', '\n\nx\n\n']) {
      const edit = { span: { start, end: start }, newText };
      const lines = before.lines.edited(edit);
      const { document, stops } = all(core.documentInSteps(lines, before, [edit]));
      equal(toldOf(document), toldOf(core.parseDocument(lines.text)));
      ok(2500 / 256 - 1 < stops, `${JSON.stringify(newText)}: ${stops}`);
    }
  });

  it('is read again in parts where a change reaches all of it', () => {
    const text = `## [a]\n\n${'Words.\n\n'.repeat(60_000)}`;
    const before = core.parseDocument(text);
    const edit = { span: { start: 7, end: 7 }, newText: '\n[a]: b\n' };
    const lines = before.lines.edited(edit);
    const { document, stops } = all(core.documentInSteps(lines, before, [edit]));
    equal(toldOf(document, 'words'), toldOf(core.parseDocument(lines.text), 'words'));
    equal(document.root.children[0]?.title, 'a');
    ok(2 < stops, String(stops));
    equal(all(core.documentInSteps(lines, document, [{ span: { start: 20, end: 20 }, newText: '' }])).stops, 0);
  });

  it('and where very much comes to stand in one list', () => {
    for (const [words, isMuch] of [
      ['Words.\n\n'.repeat(2000), false],
      ['Words.\n\n'.repeat(60_000), true],
    ] as const) {
      const before = core.parseDocument(`# A\n\nb\n\n${words}`);
      const edit = { span: { start: 7, end: 7 }, newText: `${'- '.repeat(60)}c\n` };
      const lines = before.lines.edited(edit);
      const after = core.changedDocument(lines, before, [edit]);
      equal(after === undefined, isMuch);
      if (after !== undefined) equal(toldOf(after), toldOf(core.parseDocument(lines.text)));
    }
  });

  it('and not where it reaches some lines of very many', () => {
    const before = core.parseDocument(`# A\n\nb\n\n${'c\n\n'.repeat(30)}-->\n\n${'Words.\n\n'.repeat(60_000)}`);
    const edit = { span: { start: 5, end: 5 }, newText: '<!--' };
    const lines = before.lines.edited(edit);
    const after = core.changedDocument(lines, before, [edit]);
    ok(after !== undefined);
    equal(toldOf(after), toldOf(core.parseDocument(lines.text)));
  });

  it('and not before much was read again and again', () => {
    const text = `${'> > a\n'.repeat(30_000)}\n# B\n`;
    const before = core.parseDocument(text);
    const edit = { span: { start: 60_000, end: 60_000 }, newText: '\n\n' };
    const lines = before.lines.edited(edit);
    const reads = readsOf(lines);
    equal(core.changedDocument(lines, before, [edit]), undefined);
    ok(reads() < text.length, String(reads()));
  });

  it('and where it reaches very much', () => {
    const text = `x\n\n${`- \`\`\`\n${'  code\n'.repeat(100_000)}`}`;
    const before = core.parseDocument(text);
    const edit = { span: { start: 3, end: 3 }, newText: '\n' };
    const lines = before.lines.edited(edit);
    equal(core.changedDocument(lines, before, [edit]), undefined);
    equal(toldOf(core.parseDocument(lines, before, [edit])), toldOf(core.parseDocument(lines.text)));
  });
});

function read(text: string, length?: number): { readonly document: core.SpecDocument; readonly stops: number } {
  return all(core.parsedInParts(new core.LineIndex(text), length));
}

function all(steps: Steps<core.SpecDocument>): { readonly document: core.SpecDocument; readonly stops: number } {
  for (let stops = 0; ; stops++) {
    const { done, value } = steps.next();
    if (done) return { document: value, stops };
    ok(stops < 10_000, 'it does not end');
  }
}
