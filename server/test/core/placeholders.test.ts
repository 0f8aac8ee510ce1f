/** Which words of a template are placeholders, and where in a document they are found. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseTemplate } from '../../src/core/index.ts';
import { placeholdersLeftInSteps, standsAmongWords } from '../../src/core/placeholders.ts';
import { atOnce } from '../../src/core/steps.ts';
import { contextOf } from '../check.ts';

describe('a placeholder that is left', () => {
  it('is a number yet to be given above the sections of the template, and none in them', () => {
    const left = '\n\nIssue: 0000\n\nTicket: 0000\n\n## A\n\nOurs.\n';
    for (const title of ['# Plan', 'About it.'])
      found(`${title}\n\nIssue: 0000\n\n## A\n\nTicket: 0000\n`, title + left, ['Issue: 0000']);
  });

  it('is a choice or a question in angles', () =>
    found('## A\n\nIs it <yes/no>, or <what?>, <1 day>.\n', '## A\n\n<yes/no> it is, <what?> <1 day>.\n', [
      '<yes/no>',
      '<what?>',
    ]));

  it('is found at the very beginning', () =>
    found('[name] writes this.\n\n## A\n', '[name] wrote it.\n\n## A\n', ['[name]']));

  it('is found below a comment that is a link, and not in it', () =>
    found('## A\n\nAs a [role].\n', '## A\n\nOurs.\n\n[//]: # (Ask [role] for it)\n\nand [role]\n', ['[role]']));

  it('is no address of a heading', () => found('## A {#goals}\n\nSay.\n', '## A {#goals}\n\nOurs.\n', []));

  it('is shown without the blank at which it is cut', () => {
    const keys = `---\nowner: <we ${'and who '.repeat(8)}>\n---\n`;
    found(keys, keys, ['<we and who and who and who and who and who and who and who …']);
  });
});

describe('words around placeholders', () => {
  const template = parseTemplate('## A\n\n[first name] [last name]\n\nBy [first name].\n');

  it('are none where a line is made of nothing else', () => {
    equal(standsAmongWords(template, '[first name] [last name]'), false);
    equal(standsAmongWords(template, 'By nobody'), false);
  });

  it('are to be kept', () => {
    equal(standsAmongWords(template, '[first name]\nby [last name]'), true);
    equal(standsAmongWords(template, '[last name]\rby [first name]'), true);
  });
});

function found(template: string, text: string, expected: readonly string[]): void {
  deepEqual(
    atOnce(placeholdersLeftInSteps(contextOf(template, text))).map(({ words }) => words),
    expected,
  );
}
