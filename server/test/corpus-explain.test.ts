/** Real templates, where they lie beside the project: of each something is understood, or the reason is given. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '../src/core/index.ts';
import { explainedTemplate } from '../src/lsp/explanation.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe('explanations of real templates', () => {
  if (!existsSync(corpus)) {
    it('were not asked for: the templates are not beside the project', () =>
      console.log('      ../shared/corpus is not there'));
    return;
  }

  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /^issue-templates\/.*\.(?:md|ya?ml)$/.test(path) || /^[^/]+\/template[^/]*\.md$/.test(path),
  );

  it('name every section with its line, or say why there is none', () => {
    assert.ok(70 < paths.length);
    const mute = paths.filter((path) => {
      const { schema, reasons, parts } = explained(path);
      const rows = parts.find(({ heading }) => heading === 'Sections')?.rows ?? [];
      const specs = Array.from(core.allSpecs(schema.sections));
      if (specs.length === 0) return !reasons.some((reason) => reason.startsWith('It has no sections: '));
      return rows.length !== specs.length || rows.some(({ line }) => line === undefined);
    });
    assert.deepEqual(mute, []);
  });

  it('are given of hostile files too', () => {
    const hostile = readdirSync(join(corpus, 'pathological'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|ya?ml)$/.test(path))
      .map((path) => `pathological/${path}`);
    assert.ok(10 < hostile.length);
    const mute = hostile.filter((path) => {
      const { title, reasons, parts } = explained(path);
      return core.explainedText(parts) === '' || core.explainedMarkdown(title, reasons, parts) === '';
    });
    assert.deepEqual(mute, []);
  }).timeout(20_000);

  it('say from which words each optional section and each limit was read', () => {
    const unfounded = paths.flatMap((path) => {
      const { schema } = explained(path);
      const text = folded(schema.document.text);
      return Array.from(core.allSpecs(schema.sections)).flatMap(({ path: section, requiredBy, limits }) =>
        [requiredBy, ...limits.map(({ said }) => said)]
          .filter((words) => !text.includes(folded(words)))
          .map((words) => `${path}: ${section}: ${words}`),
      );
    });
    assert.deepEqual(unfounded, []);
  });
});

function explained(path: string) {
  const uri = `file:///${path}`;
  const schema = core.readTemplate(readFileSync(join(corpus, path), 'utf8').replace(/^\ufeff/, ''), uri);
  return { schema, ...explainedTemplate({ uri, schema }, { shown: () => path }) };
}

/** Letters and digits: the template wraps and marks up where a message does not. */
function folded(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
