/** Where the parts of a section stand: its title's words, its answer, all of its body, the place where one would type. */
import { equal } from 'node:assert/strict';
import { allSections, parseDocument, parseTemplate, type Section, type Span } from '../../src/core/index.ts';
import { answerSpan, bodySpan, emptyPlace, titleSpan, withoutBlanks } from '../../src/core/place.ts';

type Place = (document: ReturnType<typeof parseDocument>, section: Section) => Span | undefined;

/** The text with `|` where the place in its first section begins and ends; a single one where that is empty. */
function shown(text: string, place: Place): string {
  const document = parseDocument(text);
  const [first] = allSections(document.root);
  const span = first && place(document, first);
  if (span === undefined) return 'none';
  const inner = text.slice(span.start, span.end);
  return `${text.slice(0, span.start)}|${inner}${inner === '' ? '' : '|'}${text.slice(span.end)}`;
}

describe('the title’s words stand', () => {
  for (const picture of [
    '## |Goals|\n',
    '  ##\t |Goals| \t\n',
    '## |Goals| ##\n',
    '## |Goals|\t####  \n',
    '## |Goals##|\n',
    '## |Goals #1|\n',
    '## |Go # als| #\n',
    '##| \n',
    '##|\n\nWords.\n',
    '## |##\n',
    '## |Goals| {#goals}\n',
    '## |Goals|[^1] ##\n',
    '|Goals|\n-----\n',
    '|Goals\nand more|\n=====\n',
    '|Goals| \t\n-----\n',
    '|Goals|\r\n-----\r\n',
    '|Goals|\r-----\r',
    '|Goals| {#goals}\n---\n',
    '|#1 goal|\n===\n',
    '|#1 goal\n#2 goal #|\n---\n',
    '\ufeff## |Goals| ##\n',
    '\ufeff|#1 goal|\n===\n',
    '<h2>\n   |Goals|\n</h2>\n',
  ]) {
    it(JSON.stringify(picture), () => equal(shown(picture.replaceAll('|', ''), titleSpan), picture));
  }

  for (const picture of ['**|Summary:|**\n', '__|Summary|__:\n', '**|Steps `to do`|** \n']) {
    it(`in a bold line: ${JSON.stringify(picture)}`, () => {
      const { skeleton } = parseTemplate(picture.replaceAll('|', ''));
      const [section] = skeleton.root.children;
      const { start, end } = section === undefined ? { start: 0, end: 0 } : titleSpan(skeleton, section);
      equal(`${skeleton.text.slice(0, start)}|${skeleton.text.slice(start, end)}|${skeleton.text.slice(end)}`, picture);
    });
  }
});

describe('the answer stands', () => {
  for (const picture of [
    '## A\n\n|Words.|\n\n## B\n',
    '## A\n<!-- a -->\n\n|Words.\n\n<!-- b -->\n\n- more|\n\n<!-- c -->\n',
    '## A\n\n   |Words.|  \n',
  ]) {
    it(JSON.stringify(picture), () => equal(shown(picture.replaceAll('|', ''), answerSpan), picture));
  }

  it('nowhere where there are comments alone, or nothing', () => {
    equal(shown('## A\n\n<!-- a -->\n', answerSpan), 'none');
    equal(shown('## A\n', answerSpan), 'none');
  });
});

describe('all of a body stands', () => {
  for (const picture of ['## A\n\n|<!-- a -->\n\nWords.|\n\n## B\n', '## A\n \n|- a\n- b|\n\n### C\n\nc\n']) {
    it(JSON.stringify(picture), () => equal(shown(picture.replaceAll('|', ''), bodySpan), picture));
  }

  it('nowhere where it is blank', () => {
    equal(shown('## A\n\n \n\n## B\n', bodySpan), 'none');
    equal(shown('## A', bodySpan), 'none');
  });
});

describe('one would type', () => {
  for (const picture of [
    '## A|',
    '## A\n|',
    '## A\n\n|',
    '## A\n\n|\n',
    '## A\n\n|\n\n\n## B\n',
    '## A\n|\n## B\n',
    '## A|\n## B\n',
    '## A\n\n|\n## B\n',
    '## A\n<!-- a -->\n|\n## B\n',
    '## A\n\n<!-- a -->\n\n|\n## B\n',
    '## A\n\n<!-- a -->|\n## B\n',
    '## A\n\n<!-- a -->\n\n<!-- b -->\n|',
    'A\n---\n\n|\nWords.\n',
  ]) {
    it(JSON.stringify(picture), () => equal(shown(picture.replaceAll('|', ''), emptyPlace), picture));
  }
});

it('a span without its blanks is empty at its start where it has nothing else', () => {
  const trimmed = (text: string) => withoutBlanks(`a${text}b`, { start: 1, end: 1 + text.length });
  equal(JSON.stringify(trimmed(' \n ')), '{"start":1,"end":1}');
  equal(JSON.stringify(trimmed(' c d\r\n')), '{"start":2,"end":5}');
});
