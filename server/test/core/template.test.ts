/** What is read from a template: sections, what is required, instructions, GitHub's front matter, problems. */
import assert from 'node:assert/strict';
import { builtinTemplate } from '../../src/core/builtin.ts';
import { allSpecs, lineOf, parseTemplate } from '../../src/core/template.ts';
import { lackOfSections } from '../../src/core/template-file.ts';

/** A line a section: its path, `?` where optional, `*` where repeatable, `!` where it leads. */
function sections(text: string): string {
  const { sections: specs } = parseTemplate(text);
  return Array.from(allSpecs(specs), ({ path, required, repeatable, lead }) => {
    const marks = `${required || repeatable ? '' : '?'}${repeatable ? '*' : ''}${lead ? '!' : ''}`;
    return `${path}${marks}`;
  }).join('\n');
}

function problems(text: string): readonly string[] {
  return parseTemplate(text).problems.map(({ message }) => message);
}

function guidance(text: string): readonly string[] {
  return Array.from(allSpecs(parseTemplate(text).sections), (spec) => spec.guidance);
}

describe('template', () => {
  it('the built-in one has ten sections and leads with a summary of two sentences', () => {
    assert.equal(
      sections(builtinTemplate),
      'Summary!\nScope\nData model\nUser Stories\nImplementation Details\nAPIs\nSecurity/Privacy\nTesting\nOpen Questions\nDeployment',
    );
    const { sections: specs, issue, problems: none } = parseTemplate(builtinTemplate);
    assert.deepEqual(
      specs[0]?.limits.map(({ unit, max, said }) => [unit, max, said]),
      [['sentences', 2, '1-2 sentences']],
    );
    assert.deepEqual(
      specs.slice(1).flatMap(({ limits }) => limits),
      [],
    );
    assert.deepEqual(
      [issue?.name, issue?.titlePrefix, issue?.labels, none],
      ['Technical Specification', 'Tech spec: ', ['tech spec'], []],
    );
  });

  it('what stands above the delete marker is no section', () =>
    assert.equal(sections('## Guidelines\n\nWrite.\n\n_Please remove everything above this line._\n\n## A\n'), 'A'));

  it('a delete marker may be emphasised by underscores', () =>
    assert.equal(sections('# How to\n\n_Delete the text above._\n\n## A\n'), 'A'));

  it('a delete marker may be a comment', () =>
    assert.equal(sections('# How to\n\n<!-- Delete the text above. -->\n\n## A\n'), 'A'));

  it('a sentence about deleting is no marker', () =>
    assert.equal(sections('## A\n\nDelete the rows above the limit.\n\n## B\n'), 'A\nB'));

  it('headings in comments, quotes, lists and fences are none', () =>
    assert.equal(sections('## A\n\n<!--\n## B\n-->\n\n> ## C\n\n- ## D\n\n```\n## E\n```\n'), 'A'));

  it('a byte order mark or an indented heading hides nothing', () => {
    assert.equal(sections('\ufeff## A\n\n## B\n'), 'A\nB');
    assert.equal(sections('  ## A\n\n## B\n'), 'A\nB');
  });

  it('a title is transparent', () => assert.equal(sections('# Plan\n\n## A\n\n### B\n'), 'A\nA/B'));
  it('a second heading of level 1 is a section', () =>
    assert.equal(sections('# Plan\n\n## A\n\n# Process\n'), 'A\nProcess'));
  it('headings of level 1 without sections under them are sections', () =>
    assert.equal(sections('# A\n\n# B\n'), 'A\nB'));
  it('final colons and suffixes are no part of a name', () =>
    assert.equal(sections('## A:\n\n## B (optional):\n'), 'A\nB?'));
  it('two headings alike have paths of their own', () => assert.equal(sections('## A\n\n## A\n'), 'A\nA (2)'));

  it('a suffix makes optional', () =>
    assert.equal(
      sections(
        '## A\n\n## B (Optional)\n\n## C [optional]\n\n## D（可选）\n\n## E (任意)\n\n## F *(include if it has data)*\n',
      ),
      'A\nB?\nC?\nD?\nE?\nF?',
    ));

  it('where some are marked mandatory, the others are not', () =>
    assert.equal(sections('## A *(mandatory)*\n\n## B\n\n## C *(必須)*\n'), 'A\nB?\nC'));

  it('a comment before the heading makes optional, and is not the section’s above', () => {
    const text = '## A\n\nSay a.\n\n<!-- This is an optional element. Feel free to remove. -->\n## B\n\nSay b.\n';
    assert.equal(sections(text), 'A\nB?');
    assert.deepEqual(guidance(text), ['Say a.', 'Say b.']);
  });

  it('a title is told by its words where the sections are as high', () => {
    assert.equal(sections('# Title\n\n| Author | |\n|---|---|\n\n# A\n\n## B\n'), 'A\nA/B');
    assert.equal(sections('# 标题\n\n# 一、概述\n'), '一、概述');
    assert.equal(sections('# [Name of it]\n\n# A\n'), 'A');
    assert.equal(sections('# Title\n'), 'Title');
    assert.equal(sections('# Titles\n\n# A\n'), 'Titles\nA');
  });

  it('check boxes under another title behind the content are chores of the process', () => {
    const content = '# Plan\n\n## A\n\nSay a.\n\n';
    assert.equal(
      sections(`${content}# Before you send it\n\n- [ ] Ask somebody\n- [ ] Book a room\n`),
      'A\nBefore you send it?',
    );
    assert.equal(sections(`${content}# B\n\nSay b.\n\n- [ ] Done\n`), 'A\nB');
    assert.equal(sections(`${content}## Sign-off\n\n- [ ] Asked\n`), 'A\nSign-off');
  });

  it('guidance makes optional where the section is its subject', () =>
    assert.equal(
      sections(
        '## A\n\nThis section is optional.\n\n## B\n\nSkip this section if nothing changes.\n\n## C\n\nName optional services.\n',
      ),
      'A?\nB?\nC',
    ));

  it('a heading that is a placeholder stands for any number', () =>
    assert.equal(
      sections('## Options\n\n### {option 1}\n\n### Story 1 - [title]\n\n### <!-- name -->\n'),
      'Options\nOptions/{option 1}*\nOptions/Story 1 - [title]*\nOptions/{name}*',
    ));

  it('the lead is the first required section, if it has a limit', () => {
    assert.equal(
      sections('## A (optional)\n\nOne sentence.\n\n## B\n\nOne sentence.\n\n## C\n\nOne sentence.\n'),
      'A?\nB!\nC',
    );
    assert.equal(sections('## A\n\n## B\n\nOne sentence.\n'), 'A\nB');
  });

  it('guidance is the Markdown under the heading, with LF', () =>
    assert.deepEqual(guidance('## A\r\n\r\nSay **a**.\r\n\r\n- b\r\n\r\n### C\r\n'), ['Say **a**.\n\n- b', '']));

  it('the line of a heading is the template’s', () => {
    const template = parseTemplate('---\nname: a\nabout: b\n---\n\n## A\n\n## B\n');
    assert.deepEqual(
      template.sections.map((spec) => lineOf(template, spec)),
      [5, 7],
    );
  });

  it('labels are a list or one text', () => {
    const labels = (yaml: string) => parseTemplate(`---\nname: a\nabout: b\n${yaml}\n---\n\n## A\n`).issue?.labels;
    assert.deepEqual(
      [labels('labels: x, y z'), labels('labels: [x, "y z"]'), labels('title: t')],
      [['x', 'y z'], ['x', 'y z'], []],
    );
  });

  it('other front matter is no issue template', () =>
    assert.equal(parseTemplate('---\nstatus: draft\n---\n\n## A\n').issue, undefined));

  it('a bad template says what is wrong with it', () => {
    assert.deepEqual(problems(''), ['The template is empty']);
    assert.deepEqual(problems('Words.\n'), [
      'The template has no sections: it needs at least one heading or bold line',
    ]);
    assert.deepEqual(problems('## A\n\n## A:\n'), ['The template has the heading “A” twice']);
    assert.deepEqual(problems('---\na: [\n---\n\n## A\n').length, 1);
  });

  it('of more sections than anybody can answer none is asked for', () => {
    const long = (count: number) => Array.from({ length: count }, (_, at) => `## Section ${at}\n`).join('\n');
    assert.equal(parseTemplate(long(1000)).sections.length, 1000);
    assert.deepEqual(sections(long(1001)), '');
    assert.deepEqual(problems(long(1001)), ['The template has more than 1,000 sections']);
    assert.equal(lackOfSections(parseTemplate(long(1001))), 'has more than 1,000 sections');
  });

  it('that is longer than any, nothing is asked for', () => {
    const long = (words: number) => `## Goals\n\n${' Say'.repeat(words)}\n`;
    assert.equal(parseTemplate(long(65_000)).sections.length, 1);
    assert.deepEqual(problems(long(66_000)), ['The template is longer than 256 KB']);
    assert.deepEqual(sections(long(66_000)), '');
  });
});
