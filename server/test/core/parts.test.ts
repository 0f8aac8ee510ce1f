/** A long text that is read part by part is what it is when it is read at once, wherever a part ends. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { toldOf } from '../told.ts';

const section = '## Goals\n\nFewer lost drafts.\n\n- a\n\n  b\n\n';

describe('a text that is read in parts', () => {
  for (const [name, text] of [
    ['sections', section.repeat(4)],
    ['a fence over many parts', `# A\n\n\`\`\`\n${'code\n\n'.repeat(20)}\`\`\`\n\n${section}`],
    ['a comment that never ends', `# A\n\n<!--\n${section.repeat(4)}`],
    ['nothing but a heading', `# ${'A '.repeat(60)}`],
    ['front matter', `---\na: b\nc: d\n---\n\n${section.repeat(3)}`],
    ['line ends of two signs', section.repeat(4).replaceAll('\n', '\r\n')],
    ['a definition', `${section.repeat(3)}[a]: b\n`],
  ] as const)
    it(`is what it is as a whole: ${name}`, () => {
      const whole = toldOf(core.parseDocument(text), 'words');
      for (let length = 1; length < 40; length += 3) equal(toldOf(read(text, length).document, 'words'), whole);
    });

  it('stops between two parts', () => {
    equal(read('a\n\n'.repeat(10), 10).stops, 4);
    equal(read('a\n\n'.repeat(6), 10).stops, 0);
    equal(read('a\n\n'.repeat(300)).stops, 0);
  });

  it('takes more at once where a block goes on, and reads no text many times', () =>
    ok(read(`\`\`\`\n${'code\n'.repeat(1000)}`, 10).stops < 12));

  it('is read at once where a definition may say what its words mean', () =>
    deepEqual(read(`${section.repeat(3)}[a]: b\n`, 10).stops, 0));
});

function read(text: string, length?: number): { readonly document: core.SpecDocument; readonly stops: number } {
  const steps = core.parsedInParts(new core.LineIndex(text), length);
  for (let stops = 0; ; stops++) {
    const { done, value } = steps.next();
    if (done) return { document: value, stops };
  }
}
