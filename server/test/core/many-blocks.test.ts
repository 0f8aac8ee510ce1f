/** Of a section of a million blocks no more is read than tells what it is. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { bind } from '../../src/core/binding.ts';
import { leftoversIn } from '../../src/core/guidance.ts';
import { type Block, documentInSteps, parseDocument, parseTemplate, type Section } from '../../src/core/index.ts';
import { leftInstructions } from '../../src/core/leftover-instructions.ts';
import { measure } from '../../src/core/length.ts';
import { visibleText } from '../../src/core/section-answer.ts';

const nowhere = { start: 0, end: 0 };

describe('of a section of very many blocks', () => {
  it('no block is looked at behind one of its own where nothing of the guidance stands there', () => {
    for (const first of ['```\na\n```\n\n', 'a\n\n']) {
      const document = parseDocument(`${first}${'```\na\n```\n\n'.repeat(1000)}`);
      let looked = 0;
      const { textBetween } = document.lines;
      document.lines.textBetween = (start, end) => {
        looked++;
        return textBetween.call(document.lines, start, end);
      };
      const left = leftoversIn(document, document.root.blocks, { sentences: [], code: new Set() });
      deepEqual(left, { sentences: [], whole: false });
      ok(looked < 10, String(looked));
    }
  });

  it('none is looked at for instructions of which no word is there', () => {
    const template = parseTemplate('Read these two or three lines first.\n\n**Delete the text above**\n\n## Goals\n');
    for (const [words, isLeft] of [
      ['a', false],
      ['Read these two or three lines first.', true],
    ] as const) {
      const document = parseDocument(`${'a\n\n'.repeat(10_000)}${words}\n\n## Goals\n`);
      let looked = 0;
      const { textBetween } = document.lines;
      document.lines.textBetween = (start, end) => {
        looked++;
        return textBetween.call(document.lines, start, end);
      };
      equal(leftInstructions(template, document, bind(template, document)) !== undefined, isLeft);
      if (!isLeft) ok(looked < 1000, String(looked));
    }
  });

  it('some thousands are measured, and more where so many words are allowed', () => {
    for (const [block, max, counted] of [
      ['!', 10, { count: 0, isMore: true }],
      ['a', 10, { count: 2048, isMore: true }],
      ['a', 30_000, { count: 20_000, isMore: false }],
    ] as const) {
      const { document, spec } = answered(`## A\n\n${`${block}\n\n`.repeat(20_000)}`);
      const section = document.root.children[0] as Section;
      const limit = { unit: 'words', min: 0, max, said: '' } as const;
      deepEqual(measure({ document, section, spec, opening: nowhere }, limit), counted, `${block} ${max}`);
    }
  });

  it('where a comment stands is not asked', () => {
    const comment = {
      kind: 'comment',
      get span(): never {
        throw new Error('It has been asked.');
      },
    } as Partial<Block> as Block;
    const document = parseDocument('');
    equal(visibleText(document, { ...document.root, body: nowhere, blocks: [comment] }, nowhere), '');
  });

  it('those above an edit are there as they were', () => {
    const before = parseDocument(`# A\n\n${'Words.\n\n'.repeat(5000)}`);
    const stopsAt = (at: number) => {
      const edit = { span: { start: at, end: at }, newText: 'x' };
      const steps = documentInSteps(before.lines.edited(edit), before, [edit]);
      for (let stops = 0; ; stops++) if (steps.next().done) return stops;
    };
    ok(stopsAt(before.text.length - 20) < 5);
    ok(15 < stopsAt(10));
  });
});

function answered(text: string) {
  const spec = parseTemplate('## A\n').sections[0];
  ok(spec);
  return { document: parseDocument(text), spec };
}
