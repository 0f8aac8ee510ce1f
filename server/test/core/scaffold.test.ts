/** The document a template starts: the template itself, with a title, and with its first guidance selected. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import * as core from '../../src/core/index.ts';
import { draw } from '../marked.ts';

const issue =
  '---\nname: Spec\nabout: A spec\ntitle: "Spec: "\n---\n\n## Guidelines\n\nKeep it short.\n\n**Delete the text above**\n\n## Goals\n\nSay why.\n';

describe('a new document', () => {
  it('is the template, with the title behind its prefix and the guidance selected', () => {
    starts(
      issue,
      'Drafts',
      `---
name: Spec
about: A spec
title: "Spec: Drafts"
---

## Guidelines

Keep it short.

**Delete the text above**

## Goals

Say why.
^^^^^^^^ selected
`,
    );
  });

  it('leaves the instructions out where that is wanted', () => {
    equal(textOf(issue, '', 'omit'), '---\nname: Spec\nabout: A spec\ntitle: "Spec: "\n---\n\n## Goals\n\nSay why.\n');
  });

  it('selects the guidance also where instructions are left out', () => {
    const { text, selection } = start(issue, 'Drafts', 'omit');
    equal(text.slice(selection.start, selection.end), 'Say why.');
  });

  it('without a title is the template byte for byte', () => {
    for (const title of ['', '  ', '\r\n']) equal(textOf(issue, title), issue);
  });

  it('of the built-in template is it byte for byte, but for the title', () => {
    equal(
      textOf(core.builtinTemplate, 'Drafts'),
      core.builtinTemplate.replace('title: "Tech spec: "', 'title: "Tech spec: Drafts"'),
    );
  });

  it('of the built-in template without instructions has nothing between front matter and the first section', () => {
    const { text, selection } = start(core.builtinTemplate, 'Drafts', 'omit');
    ok(/^assignees: ""\n---\n\n## \w/m.test(text));
    ok(text.slice(selection.start, selection.end).startsWith('Provide a short (1-2 sentences)'));
  });

  it('keeps the template’s line breaks', () => {
    const crlf = issue.replaceAll('\n', '\r\n');
    equal(textOf(crlf, 'Drafts'), crlf.replace('"Spec: "', '"Spec: Drafts"'));
    equal(textOf(crlf, '', 'omit'), textOf(issue, '', 'omit').replaceAll('\n', '\r\n'));
  });

  it('does not repeat a prefix that was typed', () =>
    titled('title: "Spec: "', 'spec: Drafts', 'title: "spec: Drafts"'));
});

describe('the title in front matter', () => {
  it('in double quotes is escaped', () => titled('title: ""', 'a "b" \\ c: #d', 'title: "a \\"b\\" \\\\ c: #d"'));

  it('in single quotes has them doubled', () => titled("title: ''", "it's: \\", "title: 'it''s: \\'"));

  it('without quotes stays so while it can', () => titled('title: Name', 'New name (2)', 'title: New name (2)'));

  it('without quotes gets them where it must', () => {
    titled('title: Name', 'a: b', 'title: "a: b"');
    titled('title: Name', 'true', 'title: "true"');
    titled('title: Name', '- a', 'title: "- a"');
  });

  it('that is not there yet is put behind the key', () => titled('title:', 'Drafts', 'title: Drafts'));

  it('leaves a comment behind it alone', () => titled('title: "x" # why', 'Drafts', 'title: "Drafts" # why'));

  it('in a block becomes one line', () => titled('title: >-\n  Some\n  words', 'Drafts', 'title: Drafts'));

  it('behind words that end in a colon follows them', () => titled('title: "RFC: "', 'Drafts', 'title: "RFC: Drafts"'));

  it('fills a placeholder for it', () => {
    titled('name: a\nabout: b\ntitle: "[SUBJECT] Tech Spec"', 'Drafts', 'name: a\nabout: b\ntitle: "Drafts Tech Spec"');
    titled('title: <The title is a few words>', 'Drafts', 'title: Drafts');
  });

  it('takes its place in a heading that has words in front of it, too', () =>
    equal(
      textOf('---\ntitle: <Plan title>\n---\n\n# FIP-Number: Title\n\n## Goals\n', 'Tea', 'keep'),
      '---\ntitle: Tea\n---\n\n# FIP-Number: Tea\n\n## Goals\n',
    ));

  it('is put into front matter that is no YAML', () => {
    titled('fip: "0" <!-- keep -->\ntitle: <FIP title>', 'Drafts', 'fip: "0" <!-- keep -->\ntitle: Drafts');
    titled('a: "\ntitle:', 'Drafts', 'a: "\ntitle: Drafts');
  });

  it('of several lines becomes one', () => titled('title: ""', 'a\r\nb\tc\u2028d', 'title: "a b c d"'));

  it('keeps emoji whole, and half a character is none', () => titled('title: ""', '🙂 \ud83d', 'title: "🙂 \ufffd"'));

  it('is read again as it was typed, in every style', () => {
    const styles = fc.constantFrom('title: ""', "title: ''", 'title: x', 'title:', 'title: |\n  x');
    fc.assert(
      fc.property(styles, fc.string({ unit: 'grapheme', maxLength: 20 }), (style, title) => {
        const typed = title.replace(/[\s\u0085]+/g, ' ').trim();
        const text = textOf(`---\n${style}\nother: y\n---\n\n## Goals\n`, title);
        const read = parse(text.split('\n---\n')[0] ?? '') as { title: unknown; other: unknown };
        if (typed !== '') deepEqual(read, { title: typed, other: 'y' });
      }),
    );
  });
});

describe('the title in a heading', () => {
  it('takes the place of the template’s', () => headed('# Template', 'Drafts', '# Drafts'));

  it('is that of a template whose front matter has none', () => {
    equal(
      textOf('---\nstatus: draft\n---\n\n# T\n\n## Goals\n', 'Drafts'),
      '---\nstatus: draft\n---\n\n# Drafts\n\n## Goals\n',
    );
  });

  it('stays where the front matter has the title', () => {
    equal(textOf('---\ntitle: x\n---\n\n# T\n\n## Goals\n', 'Drafts'), '---\ntitle: Drafts\n---\n\n# T\n\n## Goals\n');
  });

  it('is there too where both said the same', () => {
    equal(
      textOf('---\ntitle: x\n---\n\n# x\n\n## Goals\n', 'Drafts'),
      '---\ntitle: Drafts\n---\n\n# Drafts\n\n## Goals\n',
    );
  });

  it('fills a placeholder for it', () => headed('# ADR {number}: {title}', 'Drafts', '# ADR {number}: Drafts'));

  it('follows words that end in a colon', () => headed('# RFC:', 'Drafts', '# RFC: Drafts'));

  it('follows a number', () => headed('# KEP-NNNN: Your title', 'Drafts', '# KEP-NNNN: Drafts'));

  it('keeps closing marks and the underline', () => {
    headed('# Template #', 'Drafts', '# Drafts #');
    headed('Template\n========', 'Drafts', 'Drafts\n========');
    headed('#1 Template\n========', '# a', '\\# a\n========');
  });

  it('means nothing to Markdown', () => {
    headed('# T', 'a *b* `c` <d> _e_ f_g [h] \\ #', '# a \\*b\\* \\`c\\` \\<d> \\_e\\_ f_g \\[h\\] \\\\ \\#');
  });

  it('has as many marks as were typed', () => {
    const marks = '#'.repeat(100_000);
    headed('# T', `a${marks}b`, `# a${marks}b`);
    headed('# T', 'a ##', '# a \\##');
  });

  it('is read again as it was typed', () => {
    const shape = fc.constantFrom('# T', '# T #', 'T\n=', '#');
    fc.assert(
      fc.property(
        shape,
        fc.string({ unit: fc.constantFrom(...'ab 1#*_`[]<>&;\\-+.)=~!🙂|'), maxLength: 12 }),
        (heading, title) => {
          const typed = title.replace(/\s+/g, ' ').trim();
          if (typed === '') return;
          const document = core.parseDocument(textOf(`${heading}\n\n## Goals\n`, title));
          equal(document.root.children[0]?.title, typed);
        },
      ),
    );
  });
});

describe('what is selected', () => {
  it('is the first required section’s guidance', () => {
    selects('## Notes (optional)\n\nAnything.\n\n## Goals\n\nSay why.\n\nAnd whose.\n\n', 'Say why.\n\nAnd whose.');
  });

  it('is the place to type where the template says nothing', () => {
    equal(start('# T\n\n## Goals\n\n\n\n## Risks\n').selection.start, '# T\n\n## Goals\n\n'.length);
  });

  it('leaves out a comment above it', () => selects('## Goals\n\n<!-- Required -->\n\nSay why.\n', 'Say why.'));

  it('is the comment where that is all', () => selects('## Goals\n\n<!-- Say why. -->\n', '<!-- Say why. -->'));

  it('is the end of a template without sections', () => deepEqual(start('Words.\n').selection, { start: 7, end: 7 }));

  it('is in the text, whatever the template', () => {
    const piece = fc.constantFrom(
      '---\n',
      'title: "a: "\n',
      'name: x\n',
      'about: y\n',
      '# T\n',
      '## A\n',
      '\n',
      '\r\n',
      'Words.',
      '**Delete the text above**\n',
      '\n\n',
      '<!-- c -->',
      '🙂',
      '\ufeff',
      '=\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), fc.boolean(), (pieces, omit) => {
        const { text, selection } = start(pieces.join(''), 'New *title*', omit ? 'omit' : 'keep');
        ok(0 <= selection.start && selection.start <= selection.end && selection.end <= text.length);
      }),
    );
  });
});

function starts(template: string, title: string, expected: string): void {
  const { text, selection } = start(template, title);
  equal(draw(text, [{ span: selection, label: 'selected' }]), expected);
}

function titled(before: string, title: string, after: string): void {
  equal(textOf(`---\n${before}\n---\n\n## Goals\n`, title), `---\n${after}\n---\n\n## Goals\n`);
}

function headed(before: string, title: string, after: string): void {
  equal(textOf(`${before}\n\n## Goals\n`, title), `${after}\n\n## Goals\n`);
}

function selects(template: string, expected: string): void {
  const { text, selection } = start(template);
  equal(text.slice(selection.start, selection.end), expected);
}

function textOf(template: string, title: string, instructions: 'keep' | 'omit' = 'keep'): string {
  return start(template, title, instructions).text;
}

function start(template: string, title = '', instructions: 'keep' | 'omit' = 'keep'): core.Scaffold {
  return core.scaffold(core.parseTemplate(template), { title, instructions });
}
