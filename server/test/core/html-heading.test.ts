/** Headings written in HTML, in document and template. */
import { deepEqual, equal } from 'node:assert/strict';
import { allSections, folds, outline, parseDocument, readTemplate, scaffold, symbols } from '../../src/core/index.ts';
import { bareKey } from '../../src/core/text/titles.ts';
import { checks, contextOf, fixes } from '../check.ts';

const template = '## Summary\n\nSay what.\n\n## Goals\n\nSay why.\n';
const filled = '\n\nFewer lost drafts.\n';

function headingsOf(text: string): readonly string[] {
  return Array.from(allSections(parseDocument(text).root), ({ level, title }) => `${level} ${title}`);
}

describe('a heading in HTML', () => {
  for (const heading of [
    '<h2>Summary</h2>',
    '<h2 id="summary" align="center">Summary</h2>',
    '<H2>Summary</H2>  ',
    '   <h2\n  align="center"\n>\n  Summary\n</h2 >',
    '<h2>1. <b>Summary</b> ✅ <a id="x"></a></h2>',
    '<h2><a name="summary"></a>Section 1: Summary:</h2>',
    '<h2>Summary (optional)</h2>',
    '<h2>Summary</h2> <!-- omit in toc --><!---->',
    '<a name="summary"></a><h2>Summary</h2>',
    '  <A id="s"></A> <a id="t"></a> <h2 id="u">Summary</h2> <!-- v -->',
  ]) {
    it(`${JSON.stringify(heading)} is one`, () => {
      for (const end of ['\n', '\r\n', '\r'])
        checks(template, `${heading}${filled}\n<h2>Goals</h2>${filled}`.replaceAll('\n', end));
    });

    it(`${JSON.stringify(heading)} is one of a template, too`, () => {
      const asked = `${heading}\n\nSay what.\n\n<h2>Goals</h2>\n\nSay why.\n`;
      deepEqual(
        readTemplate(asked, '').sections.map(({ title, level }) => `${bareKey(title)} ${level}`),
        ['summary 2', 'goals 2'],
      );
      checks(asked, `## Summary${filled}\n## Goals${filled}`);
    });
  }

  it('has its level, and what stands under it', () =>
    deepEqual(
      headingsOf(['<h1>A</h1>', '<h3>B &amp; C</h3>', '## D', '<h6>E<br>F</h6>', 'Words.\n<h2>G</h2>'].join('\n\n')),
      ['1 A', '3 B & C', '2 D', '6 EF', '2 G'],
    ));

  it('is none in code, comments, quotes and lists, nor within other HTML, nor without words or end', () =>
    deepEqual(
      headingsOf(
        [
          '```html\n<h2>A</h2>\n```',
          '    <h2>A</h2>',
          '<!--\n<h2>A</h2>\n-->',
          '> <h2>A</h2>',
          '- <h2>A</h2>',
          '<details>\n<summary>B</summary>\n<h2>A</h2>\n</details>',
          '<h2><img src="a.png"></h2>',
          '<h2>A',
          '<h2>A</h3>',
          '<h2>A</h2> words',
          '<h2>A</h2> <!-- a --> words',
          '<h2>A</h2> <!-- a\n-->',
          '<h2>\n\nA\n\n</h2>',
          '<h7>A</h7>',
          '<header>A</header>',
          'Words <h2>A</h2>',
        ].join('\n\n'),
      ),
      [],
    ));

  it('is one right below another, below its words and its comments, too', () => {
    for (const end of ['\n', '\r\n', '\r'])
      deepEqual(
        headingsOf(
          '<h2>A</h2>\n<h2>B</h2>\n<h3>\n  C\n</h3> <!-- c -->\nWords.\n- and\n<h2>D</h2>\n<!-- <h2>E</h2>\n-->\n<h2>F</h2>\n'.replaceAll(
            '\n',
            end,
          ),
        ),
        ['2 A', '2 B', '3 C', '2 D', '2 F'],
      );
    checks(
      template,
      `<h2>Summary</h2>
^^^^^^^^^^^^^^^^ empty-section: Section “Summary” is empty
<!-- nothing -->
<h2>Goals</h2>
Fewer.
`,
    );
    checks(template, '<h2>Summary</h2>\nShip it.\n<h2>Goals</h2>\nFewer.\n');
  });

  it('is none there behind other HTML, or on a line that begins otherwise', () =>
    deepEqual(
      headingsOf(
        [
          '<h2>A</h2>\n<div>\n<h2>B</h2>\n</div>',
          '<h2>C</h2>\nWords <h2>D</h2>\n<h2>E</h2>',
          '<h2>F</h2>\n<!--\n<h2>G</h2>',
        ].join('\n\n'),
      ),
      ['2 A', '2 C', '2 F'],
    ));

  it('has what stands right under it where a link stands in front, and is none where words do', () => {
    checks(template, '<a id="s"></a><h2>Summary</h2>\nShip it.\n\n<a id="g"></a><h2>Goals</h2>\n- Fewer\n');
    deepEqual(
      headingsOf('<a id="a">Words</a><h2>A</h2>\n\n<a id="b"></a> b <h2>B</h2>\n\nWords.\n<a id="c"></a><h2>C</h2>\n'),
      [],
    );
  });

  it('is one within <details>, where blank lines part it from that', () =>
    deepEqual(headingsOf('<details>\n\n<h2>A</h2>\n\nWords.\n\n</details>\n'), ['2 A']));

  it('has as its content what stands right under it, too', () => {
    checks(template, '<h2>Summary</h2>\nShip it.\n\n<h2>Goals</h2>\n- Fewer\n- lost drafts\n');
    checks(
      template,
      `<h2>Summary</h2>
^^^^^^^^^^^^^^^^ empty-section: Section “Summary” is empty
<!-- nothing -->

<h2>Goals</h2>
^^^^^^^^^^^^^^ empty-section: Section “Goals” is empty
`,
    );
  });

  it('may go on to its answer behind a colon', () =>
    checks(template, '<h2>Summary: Ship it</h2>\n\n## Goals: fewer\n'));

  it('is shown as any other', () => {
    const text = '<h2 id="a">Summary</h2>\n\nShip it.\n\n## Goals\n\nFewer.\n';
    const context = contextOf(template, text);
    deepEqual(
      symbols(context.document, context).map(({ name, status }) => `${name} ${status}`),
      ['Summary done', 'Goals done'],
    );
    deepEqual(
      outline(context).map(({ status }) => status),
      ['done', 'done'],
    );
    equal(folds(context.document).length, 2);
  });

  it('is renamed between its marks', () => {
    const rename = (before: string, after: string, asked = 'Testing') =>
      fixes(`## ${asked}\n`, `${before}\n\nBy hand.\n`, `${after}\n\nBy hand.\n`, { rule: 'misnamed-section' });
    rename('<h2 id="t">Test plan</h2>', '<h2 id="t">Testing</h2>');
    rename('<h2>\n  ✅ Test plan <a id="t"></a>\n</h2>', '<h2>\n  ✅ Testing <a id="t"></a>\n</h2>');
    rename('<a id="t"></a><h2>Test plan</h2>', '<a id="t"></a><h2>Testing</h2>');
    rename('<h2>Security, privacy</h2>', '<h2>Privacy &amp; security</h2>', 'Privacy & security');
  });

  it('gets its level in both its marks', () =>
    fixes(
      '## Goals\n\n### Numbers\n',
      '# Plan\n\n<h3 class="h3">Goals</h3>\n\nFewer.\n\n<a id="h4"></a><h4>Numbers</h4> <!-- h4 -->\n\n3\n',
      '# Plan\n\n<h2 class="h3">Goals</h2>\n\nFewer.\n\n<a id="h4"></a><h3>Numbers</h3> <!-- h4 -->\n\n3\n',
      { rule: 'section-level' },
    ));

  it('is put in as the template has it', () => {
    fixes(
      '<h2>Summary</h2>\n\n<h2\r\n align="center">Goals</h2>\n\nSay why.\n',
      '## Summary\n\nShip it.\n',
      '## Summary\n\nShip it.\n\n<h2\n align="center">Goals</h2>\n\nSay why.\n',
      { rule: 'missing-section' },
    );
    fixes(
      '<h2>Summary</h2>\n\n<h3>Goals</h3>\n\nSay why.\n',
      '### Summary\n\nShip it.\n',
      '### Summary\n\nShip it.\n\n<h4>Goals</h4>\n\nSay why.\n',
      { rule: 'missing-section' },
    );
  });

  it('is followed by a blank line where something is put in under it, before it or behind it', () => {
    fixes(template, '<h2>Summary</h2>\n## Goals\n', '<h2>Summary</h2>\n## Goals\n\n## Goals\n\nSay why.\n', {
      rule: 'missing-section',
    });
    fixes(template, '<h2>Summary</h2>\n', '<h2>Summary</h2>\n\nSay what.\n', { rule: 'empty-section' });
    for (const heading of ['<h2>Goals</h2>', '<H2>Goals</H2>', '<a id="g"></a><h2>Goals</h2>'])
      fixes(
        '## Summary\n\n- Say what.\n\n## Goals\n',
        `   ${heading}\n\nFewer.\n`,
        `## Summary\n\n- Say what.\n\n${heading}\n\nFewer.\n`,
        { rule: 'missing-section' },
      );
  });

  it('is moved with a blank line behind what is in HTML', () => {
    for (const html of ['<h2>Goals</h2>', '## Goals\n\n<p>Fewer.</p>'])
      fixes(
        '## Summary\n\n## Costs\n\n## Goals\n\n## Risks\n',
        `# Plan\n\n${html}\n\n## Costs\n\n3\n\n## Summary\n\nShip it.\n## Risks\n\nNone.\n`,
        `# Plan\n\n## Summary\n\nShip it.\n\n## Costs\n\n3\n\n${html}\n\n## Risks\n\nNone.\n`,
        { rule: 'section-order', fix: 'sort' },
      );
  });

  it('has the title of a document that is begun', () =>
    equal(
      scaffold(readTemplate('<h1 align="center">[title]</h1>\n\n## Goals\n', ''), {
        title: 'A < B & C',
        instructions: 'keep',
      }).text,
      '<h1 align="center">A &lt; B &amp; C</h1>\n\n## Goals\n',
    ));
});
