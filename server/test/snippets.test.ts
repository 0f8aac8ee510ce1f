/** The snippets, filled in with their own examples: what they leave in a document passes our own check. */
import assert from 'node:assert/strict';
import { applyEdits, builtinTemplate, type Finding, parseTemplate, scaffold } from '../src/core/index.ts';
import { contextOf, find } from './check.ts';
import { offersAt } from './completing.ts';
import { unmark } from './marked.ts';
import { filled, snippets } from './snippets.ts';

const whole = snippets.find(({ isFileTemplate }) => isFileTemplate);
const sections = snippets.filter(({ body }) => body[0]?.startsWith('## '));
const shapes = snippets.filter((snippet) => snippet !== whole && !sections.includes(snippet));

describe('snippets', () => {
  it('hold the whole template, to start a file with', () => {
    assert.ok(whole);
    assert.deepEqual(picture(find(contextOf(builtinTemplate, filled(whole)))), []);
  });

  it('name the sections of the template, in its order and its words', () => {
    const headings = builtinTemplate.split('**Delete the text above')[1]?.match(/^## .*$/gm);
    assert.deepEqual(
      sections.map(({ body }) => body[0]),
      headings,
    );
  });

  for (const snippet of sections) {
    it(`${snippet.prefix} is an answer to its section`, () => {
      const document: string = `${frontMatter}${filled(snippet)}`;
      const found = find(contextOf(builtinTemplate, document)).filter(({ rule }) => rule !== 'missing-section');
      assert.deepEqual(picture(found), []);
    });
  }

  for (const snippet of shapes) {
    it(`${snippet.prefix} brings nothing into a finished spec`, () => {
      assert.ok(whole);
      for (const heading of filled(whole).match(/^## .*$/gm) ?? []) {
        const document: string = filled(whole).replace(heading, `${heading}\n\n${filled(snippet)}`);
        const found: readonly Finding[] = find(contextOf(builtinTemplate, document)).filter(
          ({ rule }) => rule !== 'overlong-section',
        );
        assert.deepEqual(picture(found), [], heading);
      }
    });
  }

  it('are what completion offers of the common shapes', () => {
    const offered = offersAt(builtinTemplate, '## Scope:\n\n#$0\n').filter(({ kind }) => kind === 'shape');
    assert.deepEqual(
      offered.map(({ detail, newText }) => ({ detail, newText })),
      shapes.map((snippet) => ({ detail: snippet.description, newText: filled(snippet) })),
    );
  });

  it('bring nothing into a finished spec where completion puts them in', () => {
    assert.ok(whole);
    for (const heading of filled(whole).match(/^## .*$/gm) ?? []) {
      const begun: string = filled(whole).replace(heading, `${heading}\n\n#$0`);
      const { text } = unmark(begun);
      for (const { kind, label, span, newText } of offersAt(builtinTemplate, begun)) {
        if (kind !== 'shape') continue;
        const document = applyEdits(text, [{ span, newText }]);
        const found = find(contextOf(builtinTemplate, document)).filter(({ rule }) => rule !== 'overlong-section');
        assert.deepEqual(picture(found), [], `${label} in ${heading}`);
      }
    }
  });

  it('each have a prefix of their own, and words about it', () => {
    const prefixes = snippets.map(({ prefix }) => prefix);
    assert.deepEqual(prefixes, Array.from(new Set(prefixes)));
    for (const { prefix, description } of snippets) {
      assert.match(prefix, /^spec(?:-[a-z-]+)?$/);
      assert.match(description, /^[A-Z].*[^.]$/);
    }
  });
});

const frontMatter = `${scaffold(parseTemplate(builtinTemplate), { title: 'Night trains', instructions: 'omit' }).text.split('\n---\n')[0]}\n---\n\n`;

function picture(found: readonly Finding[]): readonly string[] {
  return found.map(({ rule, message }) => `${rule}: ${message}`);
}
