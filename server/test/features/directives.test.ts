/** Directives: the comments that silence a rule, or all of them, put in. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { silenceOf } from '../../src/core/silence.ts';
import { unmark } from '../marked.ts';

const next = '<!-- tech-spec-disable-next-line empty-section -->';
const none = '<!-- tech-spec: none -->';

describe('the comment that disables a rule', () => {
  it('stands above the line', () => disabled('# Plan\n\n## Go$0als\n', `# Plan\n\n${next}\n## Goals\n`));

  it('stands at the top of the text', () => disabled('$0## Goals', `${next}\n## Goals`));

  it('keeps the indentation', () => disabled('- a\n\n  b$0\n', `- a\n\n  ${next}\n  b\n`));

  it('keeps the line breaks', () => disabled('# Plan\r\n\r\n## Goals$0\r\n', `# Plan\r\n\r\n${next}\r\n## Goals\r\n`));

  it('stands above both lines of an underlined heading', () => disabled('Goals\n--$0---\n', `${next}\nGoals\n-----\n`));

  it('tears no paragraph or list apart', () => {
    disabled('- a\n- b$0\n', `- a ${next}\n- b\n`);
    disabled('a  \nb$0\n', `a ${next}  \nb\n`);
    disabled('a\\\nb$0\n', `a ${next}\\\nb\n`);
  });

  it('tears no table or code apart', () => {
    const around = (words: string) =>
      `<!-- tech-spec-disable empty-section -->\n${words}\n\n<!-- tech-spec-enable empty-section -->\n`;
    disabled('| a |\n|---|\n| b$0 |\n', around('| a |\n|---|\n| b |'));
    disabled('```\na$0\n```\n', around('```\na\n```'));
  });

  it('is one for several rules', () => {
    const other = '<!-- tech-spec-disable-next-line section-order -->';
    disabled(`${other}\n## Goals$0\n`, '<!-- tech-spec-disable-next-line section-order empty-section -->\n## Goals\n');
  });

  it('is not repeated', () => {
    disabled(`${next}\n## Goals$0\n`, `${next}\n## Goals\n`);
    disabled('<!-- tech-spec-disable-next-line -->\n## Goals$0\n', '<!-- tech-spec-disable-next-line -->\n## Goals\n');
  });

  it('has room for another rule, whatever stands before its end', () => {
    disabled(
      '<!--tech-spec-disable-next-line section-order-->\n## Goals$0\n',
      '<!--tech-spec-disable-next-line section-order empty-section-->\n## Goals\n',
    );
    disabled(
      '<!-- tech-spec-disable-next-line section-order,\t --> \n## Goals$0\n',
      '<!-- tech-spec-disable-next-line section-order, empty-section\t --> \n## Goals\n',
    );
  });

  it('is put in, however many blanks the line above has', () => {
    const blanks = ' '.repeat(100_000);
    disabled(`a${blanks}b\nc$0\n`, `a${blanks}b ${next}\nc\n`);
    const other = `<!-- tech-spec-disable-next-line a${blanks}! -->`;
    disabled(`${other}\n\n## Goals$0\n`, `${other}\n\n${next}\n## Goals\n`);
  });

  it('is the one that stands there already, though a formatter moved it up', () =>
    disabled(
      '<!-- tech-spec-disable-next-line section-order -->\n\n## Goals$0\n',
      '<!-- tech-spec-disable-next-line section-order empty-section -->\n\n## Goals\n',
    ));

  it('silences what stands on the line, wherever that is, and changes no heading', () => {
    const piece = fc.constantFrom(
      '## A\n',
      'A\n-\n',
      '\n',
      '\r\n',
      'a  \n',
      'b\\\n',
      '- c\n',
      '  d\n',
      '> e\n',
      '| f |\n|---|\n| g |\n',
      '\n',
      `${next}\n`,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.nat(60), (pieces, at) => {
        const text = pieces.join('');
        const document = core.parseDocument(text);
        const line = document.lines.lineAt(Math.min(at, text.length));
        if (document.lines.isBlank(line)) return;
        const start = document.lines.startOf(line);
        const first = start + text.slice(start).search(/\S/);
        const heading = Array.from(core.allSections(document.root)).find((each) => core.contains(each.heading, first));
        const offset = heading?.heading.start ?? first;
        const edit = core.disableHere(document, 'empty-section', offset);
        const after = core.parseDocument(core.applyEdits(text, [edit]));
        const moved = offset + edit.newText.length;
        if (edit.span.start === edit.span.end)
          ok(silenceOf(after)('empty-section', { start: moved, end: moved }), after.text);
        equal(Array.from(core.allSections(after.root)).length, Array.from(core.allSections(document.root)).length);
      }),
      { numRuns: 500 },
    );
  });

  it('is never in the front matter', () => {
    disabled(
      '---\ntitle: $0\n---\n\n## Goals\n',
      '---\ntitle: \n---\n\n<!-- tech-spec-disable empty-section -->\n\n## Goals\n',
    );
  });

  it('behind the front matter silences what is in it', () => {
    const text = '---\ntitle: a\n---\n\n\n## Goals\n';
    const after = core.applyEdits(text, [core.disableHere(core.parseDocument(text), 'front-matter', 4)]);
    ok(silenceOf(core.parseDocument(after))('front-matter', { start: 4, end: 9 }));
  });

  it('leaves a byte order mark first', () => disabled('\ufeff## Goals$0\n', `\ufeff${next}\n## Goals\n`));
});

describe('the comment that says that a document is no spec', () => {
  it('stands at the top', () => notASpec('# Plan\n', `${none}\n\n# Plan\n`));

  it('stands behind the front matter', () =>
    notASpec('---\ntitle: a\n---\n# Plan\n', `---\ntitle: a\n---\n\n${none}\n\n# Plan\n`));

  it('takes the place of a comment that names a template', () => {
    notASpec('<!-- tech-spec: template=a.md -->\n\n# Plan\n', `${none}\n\n# Plan\n`);
  });

  it('stands there once', () => notASpec(`${none}\n\n# Plan\n`, `${none}\n\n# Plan\n`));

  it('keeps the line breaks', () => notASpec('# Plan\r\n', `${none}\r\n\r\n# Plan\r\n`));

  it('is all of an empty text', () => equal(core.applyEdits('', [core.notASpec(core.parseDocument(''))]).trim(), none));
});

function disabled(picture: string, expected: string): void {
  const { text, cursor } = unmark(picture);
  const edit = core.disableHere(core.parseDocument(text), 'empty-section', cursor ?? 0);
  equal(core.applyEdits(text, [edit]), expected);
}

function notASpec(text: string, expected: string): void {
  equal(core.applyEdits(text, [core.notASpec(core.parseDocument(text))]), expected);
}

describe('the comment that names a template', () => {
  const named = (path: string, text: string, expected: string | undefined) => {
    const edit = core.followsTemplate(core.parseDocument(text), path);
    equal(edit && core.applyEdits(text, [edit]), expected);
  };

  it('stands at the top, in the place of another one', () => {
    named('docs/rfc.md', '# Plan\n', '<!-- tech-spec: template=docs/rfc.md -->\n\n# Plan\n');
    named('docs/rfc.md', `${none}\n\n# Plan\n`, '<!-- tech-spec: template=docs/rfc.md -->\n\n# Plan\n');
  });

  for (const path of ['a>b.md', 'a<b.md', 'a--b.md', 'a\nb.md', 'a\rb.md', `${'a'.repeat(498)}.md`]) {
    it(`is none of ${JSON.stringify(path.slice(0, 9))}, which no comment can hold`, () =>
      named(path, '# Plan\n', undefined));
  }

  it('holds a path of 500 characters', () => {
    const path = `${'a'.repeat(497)}.md`;
    named(path, '', `<!-- tech-spec: template=${path} -->\n`);
  });

  it('leaves the cursor of a new document where it was', () => {
    const text = '---\ntitle: \n---\n\n# Plan\n';
    const at = (offset: number) => ({ text, selection: { start: offset, end: offset + 4 } });
    const shown = (offset: number) => {
      const made = core.namingTemplate(at(offset), 'rfc.md');
      return made && [made.text, made.text.slice(made.selection.start, made.selection.end)];
    };
    const whole = '---\ntitle: \n---\n\n<!-- tech-spec: template=rfc.md -->\n\n# Plan\n';
    deepEqual(shown(text.indexOf('Plan')), [whole, 'Plan']);
    deepEqual(shown(text.indexOf('titl')), [whole, 'titl']);
    const before = { text: `${none}\n\n# Plan\n`, selection: { start: 28, end: 32 } };
    const made = core.namingTemplate(before, 'rfc.md');
    equal(made?.text.slice(made.selection.start, made.selection.end), 'Plan');
    equal(core.namingTemplate(at(4), 'a--b.md'), undefined);
  });
});
