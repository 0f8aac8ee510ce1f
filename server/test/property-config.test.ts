/** Random configurations and templates: every place lies in the text, and nothing throws. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { inside } from './places.ts';
import { anyTemplate, anyText, times } from './random.ts';

const keys = ['$schema', 'specs', 'rules', 'files', 'template', 'sections', 'ready', 'since', 'required', 'aliases'];
const more = ['maxSentences', 'maxWords', 'keep', 'reason', '__proto__', 'constructor', 'Summary', 'empty-section', ''];
const words = ['off', 'a.md', '!b.md', '**/*.md', '../x', '2026-11-23', 'Goals', '', '{', '[a'];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.constantFrom(...words, 0, 7, -1, true, false, null), fc.string()),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys, ...more), tie('any'), { maxKeys: 5 }),
  ),
})).any;
const text = fc.oneof(
  value.map((each) => JSON.stringify(each)),
  fc.array(value, { maxLength: 4 }).map((specs) => JSON.stringify({ specs }, undefined, 1)),
  anyText(),
);

describe('whatever the configuration', () => {
  it('every place lies in it, and templates can be had by it', () => {
    fc.assert(
      fc.property(text, anyTemplate(), anyText(), (config, template, words) => {
        const { entries = [], problems } = core.parseConfig(config);
        for (const { span, message } of problems) inside(config, span, message);
        const schema = core.parseTemplate(template);
        const document = core.parseDocument(words);
        for (const { sections, ready } of entries) {
          const made = core.configured(schema, sections);
          for (const { span, message } of made.problems) inside(config, span, message);
          core.check(core.contextOf(made.template, document), core.rules, { stage: 'ready' });
          core.stageOf(document, ready);
          const { index } = core.chooseTemplate(document, [schema, made.template]);
          ok(index === 0 || index === 1);
        }
      }),
      { numRuns: 100 * times },
    );
  });
});
