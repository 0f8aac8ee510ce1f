/** Whole documents, fixed: texts before and after, and what was done. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { find } from '../check.ts';
import { anySpec, goodTemplate, times } from '../random.ts';

const template =
  '# Plan\n\n## Goals\n\nSay why the project exists.\n\n## Scope\n\nSay what is in.\n\n### Limits\n\nSay what is out.\n\n## Risks\n\nSay what could go wrong.\n';

describe('fixing a document', () => {
  it('does what is safe, and leaves the rest', () => {
    const { document, done, left } = fixed(
      '## Goals\n\nTea.\n\n## Scope\n\nCups.\n\n## Limits\n\nTwo.\n\n## Danger\n\nHot.\n',
    );
    equal(document.text, '## Goals\n\nTea.\n\n## Scope\n\nCups.\n\n### Limits\n\nTwo.\n\n## Danger\n\nHot.\n');
    deepEqual(done, [{ rule: 'section-level', title: 'Make it a heading of level 3' }]);
    deepEqual(
      left.map(({ rule }) => rule),
      ['missing-section'],
    );
  });

  it('puts in all that is missing where that is wished for', () => {
    const { document, done } = fixed('## Scope\n\nCups.\n', { insertMissing: true });
    equal(
      document.text,
      '## Goals\n\nSay why the project exists.\n\n## Scope\n\nCups.\n\n### Limits\n\nSay what is out.\n\n## Risks\n\nSay what could go wrong.\n',
    );
    deepEqual(
      done.map(({ title }) => title),
      ['Goals', 'Limits', 'Risks'].map((name) => `Insert section “${name}”`),
    );
  });

  it('puts in no section whose absence is silenced', () => {
    const text = `<!-- tech-spec-disable missing-section -->\n\n${whole.replace(/## Risks[\s\S]*/, '')}`;
    equal(fixed(text, { insertMissing: true }).document.text, text);
  });

  it('renames and moves where that is wished for, and only then', () => {
    const text = whole.replace('## Goals', '## Goal').replace(/(## Scope[\s\S]*)(## Risks[\s\S]*)/, '$2\n$1');
    equal(fixed(text).document.text, text);
    equal(fixed(text, { unsafe: true }).document.text.replaceAll(/\n+/g, '\n'), whole.replaceAll(/\n+/g, '\n'));
  });

  it('deletes the guidance beside an answer, but not where it would leave the section empty', () => {
    const beside = whole.replace('Tea.', 'Say why the project exists. Tea.');
    equal(fixed(beside, { unsafe: true }).document.text, whole);
    const alone = whole.replace('Tea.', 'Say why the project exists.');
    equal(fixed(alone, { unsafe: true }).document.text, alone);
  });

  it('judges many of a kind at once, and no document as often as it has findings', () => {
    let judged = 0;
    const words = 'Say why the project exists.';
    const text = whole.replace('Tea.', `Tea.\n\n${`${words} Yes.\n\n`.repeat(100)}`);
    const { document } = fixed(text, { unsafe: true }, template, () => judged++);
    equal(document.text.includes(words), false);
    ok(judged < 20, `judged ${judged} times`);
  });

  it('answers nothing in the author’s name', () => {
    const text = whole.replace('Hot.\n', '');
    equal(fixed(text, { unsafe: true, insertMissing: true }).document.text, text);
  });

  it('does what one fix uncovers', () => {
    const text = '## Goals\n\nTea.\n\n#### Scope\n\nCups.\n\n#### Limits\n\nTwo.\n\n## Risks\n\nHot.\n';
    const { document, left } = fixed(text);
    equal(document.text, whole);
    deepEqual(left, []);
  });

  it('leaves what nobody wants fixed', () => {
    const text = whole.replace('### Limits', '## Limits');
    const { document, left } = fixed(text, { isWanted: () => false });
    deepEqual([document.text, left], [text, []]);
  });

  it('changes nothing the second time, whatever is wished for', () => {
    const specs = goodTemplate().chain((of) => fc.tuple(fc.constant(of), anySpec(of), fc.boolean(), fc.boolean()));
    fc.assert(
      fc.property(specs, ([of, text, unsafe, insertMissing]) => {
        const once = fixed(text, { unsafe, insertMissing }, of);
        const twice = fixed(once.document.text, { unsafe, insertMissing }, of);
        equal(twice.document.text, once.document.text);
        deepEqual(twice.done, []);
        deepEqual(
          once.left.map(({ rule, key }) => [rule, key]),
          twice.left.map(({ rule, key }) => [rule, key]),
        );
      }),
      { numRuns: 60 * times },
    );
  });
});

const whole = '## Goals\n\nTea.\n\n## Scope\n\nCups.\n\n### Limits\n\nTwo.\n\n## Risks\n\nHot.\n';

function fixed(
  text: string,
  wishes: Partial<core.FixWishes> = {},
  of = template,
  judging: () => void = () => {},
): core.Fixed {
  const schema = core.readTemplate(of, '');
  const judge = (document: core.SpecDocument) => {
    judging();
    return { template: schema, findings: find(core.contextOf(schema, document)) };
  };
  return core.fixed(core.parseDocument(text), judge, { insertMissing: false, unsafe: false, ...wishes });
}
