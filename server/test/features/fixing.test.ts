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

  it('puts in no section that would be missing still', () => {
    const schema = core.readTemplate(template, '');
    const document = core.parseDocument('## Scope\n\nCups.\n');
    const judge = (of: core.SpecDocument) => {
      const findings = find(core.contextOf(schema, of), { only: 'missing-section' });
      const always = find(core.contextOf(schema, document)).filter(({ key }) => key === 'Risks');
      return { template: schema, findings: [...findings.filter(({ key }) => key !== 'Risks'), ...always] };
    };
    const { done } = core.fixed(document, judge, { insertMissing: true, unsafe: false });
    deepEqual(
      done.map(({ title }) => title),
      ['Goals', 'Limits'].map((name) => `Insert section “${name}”`),
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

  it('leaves an empty section empty: no guidance, no “N/A”, no key without a value silences that nobody answered', () => {
    const of =
      '---\nstatus: draft | final\n---\n\n## Goals\n\nSay why.\n\n## Risks\n\n## Costs\n\n<!-- What does all of it cost? -->\n';
    const text = '# Plan\n\n## Goals\n\nTea.\n\n## Risks\n\n## Costs\n';
    const { document, done } = fixed(text, { unsafe: true, insertMissing: true }, of);
    deepEqual([document.text, done], [text, []]);
  });

  it('deletes no guidance where nothing is answered yet, and none that it has just put in', () => {
    const of =
      '## Goals\n\nSay why.\n\n## Risks\n\n## Costs\n\n<!-- What does all of it cost? -->\n\n### Yearly\n\n<!-- In euros, and as seen today. -->\n';
    const text = '## Goals\n\nTea.\n';
    const { document, done } = fixed(text, { unsafe: true, insertMissing: true }, of);
    equal(
      document.text,
      `${text}\n## Risks\n\n## Costs\n\n<!-- What does all of it cost? -->\n\n### Yearly\n\n<!-- In euros, and as seen today. -->\n`,
    );
    deepEqual(
      done.map(({ rule }) => rule),
      ['missing-section', 'missing-section'],
    );
    const answered = document.text.replace(
      'In euros, and as seen today. -->',
      'In euros, and as seen today. -->\n\nTen.',
    );
    const { document: after } = fixed(answered, { unsafe: true }, of);
    equal(after.text, document.text.replace('<!-- In euros, and as seen today. -->', 'Ten.'));
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

  it('fixes what is wanted, and no more', () => {
    const text = whole.replace('### Limits', '## Limits').replace('## Goals', '### Goals');
    const isWanted = ({ message }: core.Finding) => message.includes('Goals');
    const { document, left } = fixed(text, { isWanted });
    deepEqual([document.text, left], [whole.replace('### Limits', '## Limits'), []]);
  });

  it('swaps no finding for another', () => {
    // Without the guidance the section would be empty, which is as loud.
    const text = whole.replace('Tea.', 'Say why the project exists.').replace('Hot.', 'Say what could go wrong. Hot.');
    const { document, done } = fixed(text, { unsafe: true });
    equal(document.text, whole.replace('Tea.', 'Say why the project exists.'));
    equal(done.length, 1);
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

describe('safe fixes at once', () => {
  /** A finding’s fixes, each by what it changes: `3-5` takes two characters away, `4` puts something in. */
  const kept = (...findings: readonly (readonly string[])[]) => {
    const all = findings.map((fixes) => ({ fixes }) as unknown as core.Finding);
    const chosen = core.safeFixes(all, (finding) => (finding.fixes as unknown as readonly string[]).map(toFix));
    return chosen.map(({ fix }) => fix.title).join(', ');
  };

  it('are those with one right answer', () =>
    equal(kept(['1-2'], [], ['3-4', '5-6'], ['unsafe 7-8'], ['9']), '1-2, 9'));
  it('count by what is safe of them', () => equal(kept(['unsafe 1-2', '3-4']), '3-4'));
  it('leave out what would change the same place', () => equal(kept(['1-4'], ['3-6'], ['0-2'], ['2-3']), '1-4'));
  it('may touch', () => equal(kept(['1-4'], ['4-6'], ['0-1']), '1-4, 4-6, 0-1'));
  it('put one thing in one place', () => equal(kept(['4'], ['4'], ['5']), '4, 5'));
  it('put nothing into what another takes away', () => equal(kept(['1-4'], ['2']), '1-4'));
  it('put something in beside what another takes away', () => equal(kept(['4'], ['4-6'], ['2-4']), '4, 4-6, 2-4'));
  it('are chosen whole', () => equal(kept(['1-2 8-9'], ['8-9'], ['5-6 1-2']), '1-2 8-9'));
});

function toFix(words: string): core.Fix {
  const places = words.replace('unsafe ', '').split(' ');
  const edits = places.map((place) => {
    const [start = 0, end = start] = place.split('-').map(Number);
    return { span: { start, end }, newText: '' };
  });
  return { name: '', title: words, edits, safe: !words.startsWith('unsafe') };
}

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
