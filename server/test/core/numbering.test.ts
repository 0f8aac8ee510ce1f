/** Titles that are numbered in words, in document and template. */
import { equal } from 'node:assert/strict';
import { numberingLength } from '../../src/core/text/numbering.ts';
import { checks, fixes } from '../check.ts';

const numberings = [
  'Section 1:',
  'section 1.2 –',
  'Sec. 4:',
  'Chapter 2 -',
  'CHAPTER IV.',
  'Part I:',
  'Part II',
  'Appendix A:',
  'Appendix B.2:',
  'Appendix:',
  'Annex 1',
  'Kapitel 3:',
  'Abschnitt 3:',
  'Teil 3:',
  'Anhang A:',
  'Seção 3:',
  'Secao 3:',
  'Apéndice A:',
  'Anexo 1:',
  'Capítulo 2:',
  'Раздел 5.',
  '附录A：',
  '§1',
  '§ 1.2',
  '§ 3 -',
  'A.1',
  '1a.',
  '✅ Section 1:',
];

describe('numbering in words', () => {
  for (const numbering of numberings) {
    it(`“${numbering}” is none of a title’s words`, () => {
      checks('## Summary\n', `## ${numbering} Summary\n\nShip it.\n`);
      checks('**Summary:**\n\n**Goals:**\n', `**${numbering} Summary:** Ship it.\n\n**Goals:** Fewer.\n`);
    });

    it(`“${numbering}” is none of those of the template either`, () => {
      checks(`## ${numbering} Summary\n`, '## Summary\n\nShip it.\n');
      checks(`## ${numbering} Summary\n`, `## ${numbering} Summary\n\nShip it.\n`);
    });
  }

  it('other words with a number are words, and so is numbering that is all there is', () => {
    for (const title of [
      'Step 1: Summary',
      'Phase 2: Summary',
      'Q1: Summary',
      'Part of the summary',
      'Part a user plays',
      'Section 1',
      'Section 1:',
      '✅ Section 1:',
      '✅ Summary',
      'Appendix A',
      'Appendix',
      'Partition B: Summary',
      'Parti: Summary',
    ])
      equal(numberingLength(title), 0, title);
  });

  it('titles that are numbering and nothing else are told apart by it', () =>
    checks(
      '## Section 1:\n',
      `## Section 2:
^^^^^^^^^^^^^ missing-section: Section “Section 1” is missing: the template asks for it first

Ship it.
`,
    ));

  it('an appendix of the template is itself, beside one of its name', () => {
    const template = '## Glossary\n\n## Appendix A: Glossary\n';
    checks(
      template,
      `## Appendix A: Glossary
^^^^^^^^^^^^^^^^^^^^^^^ missing-section: Section “Glossary” is missing: the template asks for it first

Terms.
`,
    );
    checks(
      template,
      `## Glossary
^^^^^^^^^^^ missing-section: Section “Appendix A: Glossary” is missing: the template asks for it after “Glossary”

Terms.
`,
    );
    checks(template, '## Glossary\n\nTerms.\n\n## Appendix A: Glossary\n\nMore.\n');
  });

  it('a second section of a name is no appendix of it', () =>
    checks(
      '## Appendix A: Glossary\n\n## Glossary\n',
      `## Glossary
^^^^^^^^^^^ missing-section: Section “Appendix A: Glossary” is missing: the template asks for it first

Terms.

## Words

### Glossary

More.
`,
    ));

  it('parts of the template keep each to its own', () =>
    checks(
      '## Part I: Goals\n\n## Part II: Goals\n',
      `## Part II: Goals
^^^^^^^^^^^^^^^^^ missing-section: Section “Part I: Goals” is missing: the template asks for it first

Fewer.
`,
    ));

  it('two parts of a document are no section that stands twice', () =>
    checks('## Goals\n', '## Part I: Goals\n\nFewer.\n\n## Part II: Goals\n\nMore.\n'));

  it('a template’s title with words behind a colon is answered before its number is left out', () =>
    checks('## Appendix A\n\n## Glossary\n', '## Appendix A: Glossary\n\n## Glossary\n\nTerms.\n'));

  it('one at another depth is found there', () =>
    checks(
      '## Goals\n\n## Risks\n',
      `## Goals

Fewer.

### Part 2: Risks
^^^^^^^^^^^^^^^^^ section-level: Section “Risks” is a heading of level 3, in the template of level 2

None.
`,
    ));

  it('a near miss is one without it, and keeps it where it is renamed', () => {
    for (const numbering of ['Section 2: ', '✅ Appendix A – ', '<a name="tests"></a>Part I: '])
      fixes('## Testing\n', `## ${numbering}Test plan\n\nBy hand.\n`, `## ${numbering}Testing\n\nBy hand.\n`, {
        rule: 'misnamed-section',
      });
  });

  it('a near miss of one that is numbered gets the template’s number, and has it once', () => {
    for (const title of ['Section 2: Test plan', 'Section 3: Test plan', 'Test plan'])
      fixes('## Section 2: Testing\n', `## ✅ ${title}\n\nBy hand.\n`, '## ✅ Section 2: Testing\n\nBy hand.\n', {
        rule: 'misnamed-section',
      });
  });
});
