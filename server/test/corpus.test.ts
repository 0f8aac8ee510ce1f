/** Real templates and documents, where they lie beside the project: nothing throws, every span lies in its text, silence where silence is right. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '../src/core/index.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

describe('pages of our dependencies', () => {
  it('are no specs', () => {
    const builtin = core.parseTemplate(core.builtinTemplate);
    const root = fileURLToPath(new URL('../../node_modules', import.meta.url));
    const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
    const specs = pages.filter((path) => core.looksLikeSpec(core.parseDocument(read(join(root, path))), builtin, path));
    assert.ok(50 < pages.length);
    assert.deepEqual(specs, []);
  });
});

describe('corpus', () => {
  if (!existsSync(corpus)) {
    it('is not beside the project: the tests on real documents did not run', () =>
      console.log('      ../shared/corpus is not there'));
    return;
  }

  for (const family of readdirSync(corpus).filter((name) => existsSync(join(corpus, name, 'template.md')))) {
    const docs = join(corpus, family, 'docs');
    const names = existsSync(docs) ? readdirSync(docs) : [];
    const templates = readdirSync(join(corpus, family)).filter((name) => /^template.*\.md$/.test(name));
    for (const name of templates) {
      it(`${family}: ${names.length} documents against ${name}`, () => {
        const template = core.parseTemplate(read(join(corpus, family, name)));
        for (const doc of names) soundness(template, read(join(docs, doc)), doc);
      });
    }
  }

  it('eips: nothing is missing where the editors check it', () => {
    const checked = new Map([['status', ['Draft', 'Review', 'Last Call']]]);
    const template = core.parseTemplate(read(join(corpus, 'eips', 'template.md')));
    const docs = join(corpus, 'eips', 'docs');
    const texts = readdirSync(docs).map((name) => ({ name, text: read(join(docs, name)) }));
    const held = texts.filter(({ text }) => core.stageOf(core.parseDocument(text), checked) === 'ready');
    const found = held.flatMap(({ name, text }) => missingIn(template, text).map((message) => `${name}: ${message}`));
    assert.ok(15 < held.length);
    assert.deepEqual(found, []);
  });

  it('hostile files against the built-in template', () => {
    const builtin = core.parseTemplate(core.builtinTemplate);
    for (const folder of ['docs', 'markdownlint-tests']) {
      for (const name of readdirSync(join(corpus, 'pathological', folder))) {
        soundness(builtin, read(join(corpus, 'pathological', folder, name)), name);
      }
    }
  });

  for (const family of ['madr-own', 'rust-rfcs', 'aspec-work-items', 'filecoin-fips']) {
    it(`${family}: nothing is missing where an independent count says so`, () => {
      const rows = read(join(corpus, family, 'INDEX.tsv'))
        .split('\n')
        .map((row) => row.split('\t'));
      const [header = []] = rows;
      const [file, missing] = [
        header.findIndex((name) => /^(?:file|doc|name)/.test(name)),
        header.indexOf('missing_vs_HEAD'),
      ];
      const template = core.parseTemplate(read(join(corpus, family, 'template.md')));
      const silent = rows
        .slice(1)
        .filter((row) => row[missing] === '0')
        .map((row) => row[file] ?? '');
      const found = silent.flatMap((name) => {
        const path = [join(corpus, family, name), join(corpus, family, 'docs', name)].find((each) => existsSync(each));
        assert.ok(path, name);
        return missingIn(template, read(path)).map((message) => `${name}: ${message}`);
      });
      assert.ok(0 < silent.length);
      assert.deepEqual(found, []);
    });
  }
});

function soundness(template: core.SpecTemplate, text: string, name: string): void {
  const document = core.parseDocument(text);
  const context = core.contextOf(template, document);
  for (const finding of core.check(context, core.rules, { stage: 'ready' })) {
    inside(text, finding.span, `${name} ${finding.rule}`);
    for (const { edits } of finding.fixes())
      for (const { span } of edits) inside(text, span, `${name} fix of ${finding.rule}`);
  }
}

function inside(text: string, { start, end }: core.Span, what: string): void {
  assert.ok(0 <= start && start <= end && end <= text.length, what);
}

function missingIn(template: core.SpecTemplate, text: string): readonly string[] {
  const document = core.parseDocument(text);
  const context = core.contextOf(template, document);
  const found = core.check(
    context,
    core.rules.filter(({ id }) => id === 'missing-section'),
    { stage: 'ready' },
  );
  return found.map(({ message }) => message);
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}
