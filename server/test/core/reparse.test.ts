/** What an edit can reach, near and far: each version of a document is what it is when it is read as a whole. */
import { equal, notEqual, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { atOnce } from '../../src/core/steps.ts';
import { unmark } from '../marked.ts';
import { toldOf } from '../told.ts';
import { reads } from '../typing.ts';

/** Types words at `$0`, or in place of what follows it, and compares. */
function types(picture: string, newText: string, replaced = ''): void {
  const { text, cursor = 0 } = unmark(picture);
  const before = core.parseDocument(text);
  const edit = { span: { start: cursor, end: cursor + replaced.length }, newText };
  equal(text.slice(cursor, cursor + replaced.length), replaced);
  const lines = before.lines.edited(edit);
  const after = core.parseDocument(lines, before, [edit]);
  equal(toldOf(after, 'words'), toldOf(core.parseDocument(lines.text), 'words'));
  notEqual(toldOf(after), toldOf(before));
}

const far = 'Words.\n\n'.repeat(50);

describe('an edit reaches', () => {
  it('the paragraph that an underline makes a heading', () => types('# A\n\nGoals\n$0\n\nWords.\n', '---'));
  it('the paragraph above that a row of dashes makes a table', () => types('# A\n\na\n| b |\n$0\n', '|---|'));
  it('all behind a fence that is opened', () => types(`# A\n\n$0\n\n${far}# B\n\n${far}`, '```'));
  it('all behind a fence that is closed', () => types(`# A\n\n\`\`\`\n$0\n\n${far}# B\n\n\`\`\`\n\n# C\n`, '```'));
  it('all behind a comment that is opened', () => types(`# A\n\n$0\n\n${far}# B\n\n${far}`, '<!--'));
  it('all behind a comment that is closed', () => types(`# A\n\n<!--\n$0\n\n${far}# B\n\n${far}`, '-->'));
  it('the list above it, across blank lines', () => types('# A\n\n- a\n\n\n$0b\n\n# B\n', '  '));
  it('what continues a quote lazily', () => types('# A\n\n$0a\nb\nc\n\n# B\n', '> '));
  it('a heading that is quoted', () => types('# A\n\n$0# B\n\nWords.\n', '> '));
  it('what front matter comes to be', () => types(`---\na: b\n$0\n# A\n\n${far}---\n`, '---'));
  it('what was front matter', () => types(`---\na: b\n$0---\n# A\n\n${far}---\n`, '', '-'));
  it('what stands in front matter, behind it, and what of it goes', () => {
    const under = `\n# A\n\n${far}`;
    types(`---\na: $0b\n---\n${under}`, 'c\nd: ');
    types(`---\na: b\n$0c: d\n---\n${under}`, '', 'c: d\n');
    types(`---\na: b\n---\n$0${under}`, 'Words.\n');
    types(`---\na: b\n$0---\n\n# A\n\n---\n\n# B\n`, '', '---\n\n# A');
  });
  it('all behind front matter that ends earlier, or later', () => {
    types(`---\na: b\n$0\nc: d\n---\n\n# A\n\n${far}`, '---');
    types(`---\na: b\n$0---\nc: d\n---\n\n# A\n\n${far}`, 'e', '---');
  });
  it('little where front matter ends earlier, or later, or nowhere', () => {
    const long = far.repeat(100);
    ok(reads(`---\na: b\n$0\nc: d\n---\n\n# A\n\n${long}`, '---') < 1000);
    ok(reads(`---\na: b\n$0---\nc: d\n---\n\n# A\n\n${long}`, 'e', '---') < 1000);
    // Each line may close it.
    ok(reads(`---\na: b\n$0---\n\n# A\n\n${long}`, 'e', '---') < 2 * 10_000 + 1000);
  });
  it('the words of a definition, wherever they stand', () => types(`# [a]\n\n${far}[b]\n\n${far}$0]: c\n`, '[a'));
  it('the words of a definition that goes', () => types(`# [a]\n\n${far}[b]\n\n${far}$0[a]: c\n`, '', '['));
  it('a definition above whose title goes on under headings', () =>
    types('# A\n\n[a]: b "c\n===\nd\n===\ne\n===\nf$0\n\n# B\n', '"'));
  it('headings that become a definition’s title, however far below', () =>
    types(`# A\n\n$0a]: b "c\n${'d\n===\n'.repeat(40)}e"\n\n# B\n`, '['));
  it('its own version alone, where two go on from one', () => {
    const first = core.parseDocument('# A\n\n## B\n\nWords.\n\n## C\n\nWords.\n\n# D\n\nWords.\n');
    const type = (document: core.SpecDocument, before: string, newText: string) => {
      const start = document.text.indexOf(before);
      const edit = { span: { start, end: start }, newText };
      return core.parseDocument(document.lines.edited(edit), document, [edit]);
    };
    const one = type(first, '## C', '#');
    const other = type(first, '## C', '## E\n\n');
    for (const version of [one, other, type(one, '# D', '#'), type(other, '# D', '#')])
      equal(toldOf(version, 'words'), toldOf(core.parseDocument(version.text), 'words'));
  });
  it('its own version alone, where one waits while another goes on', () => {
    const first = core.parseDocument(`# A\n\n${'## B\n\nWords.\n\n'.repeat(2000)}# C\n\n## D\n\nWords.\n`);
    const typing = (document: core.SpecDocument, before: string, newText: string) => {
      const start = document.text.lastIndexOf(before);
      const edit = { span: { start, end: start }, newText };
      return core.documentInSteps(document.lines.edited(edit), document, [edit]);
    };
    for (let stops = 1; stops < 20; stops += 3) {
      const waiting = typing(first, '# C', '### E\n\n');
      for (let at = 0; at < stops; at++) waiting.next();
      const other = atOnce(typing(first, '## D', '#'));
      const one = atOnce(waiting);
      for (const version of [one, other, ...[one, other].map((each) => atOnce(typing(each, 'Words', '# F\n\n')))])
        equal(toldOf(version, 'words'), toldOf(core.parseDocument(version.text), 'words'));
    }
  });
  it('a heading in HTML, and what goes on from it', () => {
    types('# A\n\n<h2>B</h$0>\nWords.\n- a\n\n# C\n', '2');
    types('# A\n\nx$0<h2>B</h2>\n- a\n\n# C\n', '\n');
    types('# A\n\n$0x<h2>B</h2>\n- a\n\n# C\n', '', 'x');
    types('# A\n\n<h2>B</h2>$0- a\n\n# C\n', '\n');
    types('# A\n\n<h2>B</h2>\n$0- a\n- b\n- c\n- d\n\n# C\n', '\n');
    types('# A\n\n<h2>B</h2>\na\nb\nc\nd\ne\n$0# C\n', '\n');
    types('# A\n\n<h2>\n$0\nB\n</h2>\n\n# C\n', '', '\n');
    types('> - a\n<h2>a</h2>\nb\nb\n\ufeff<h3>c</h3>\nb\nb\n$0a b\na b\na b\na b\na b\na b\n===\n', '|---|---|\n');
    types('<h2\n>$0\nB</h2>\na\na\na\na\na\na\n<h2>C</h2>\na\na\n<!-- x -->\n<h2>D</h2>\na\na\na\n', ' <!--');
    types('<h2>A</h2>\n<h3>B</h3><!-- b\n c -->\nd\n$0e\nf\ng\n', '\n');
    types('<h2>A</h2>\n<h3>B</h3>\n<!--\n--> <h3>C</h3>\nd\n$0e\nf\ng\n', '\n');
    types('<h2>A</h2>\nb\n<h2>\nc\nd\n<h2>e</h2>$0\n<pre>\n\nf\n', ' g');
  });
  it('what a merge left, from its first mark to its last', () => {
    const left = (first: string, last: string) =>
      `# A\n\n${far}${first}Words.\n\n${far}Goals\n=======\n\n${far}Words.\n${last}\n# B\n`;
    types(left('$0 HEAD\n', '>>>>>>> main\n'), '<<<<<<<');
    types(left('<<<<<<< HEAD\n', '$0>>>>>>> main\n'), 'x');
    types(left('$0<<<<<<< HEAD\n', '>>>>>>> main\n'), '', '<<<<<<< HEAD\n');
    types(left('<<<<<<< HEAD\n', '>>>>>>> main\n').replace('=======', '$0======='), '', '=');
  });
  it('the words behind a mark that stood in front', () => {
    types('$0\ufeff\n---\n\nWords.\n', '\n');
    types('$0\n\ufeff\n---\n\nWords.\n', '', '\n');
  });
  it('a line break’s other half', () => types('# A\r\n\r\nGoals\r$0\n===\r\n', 'x'));
});
