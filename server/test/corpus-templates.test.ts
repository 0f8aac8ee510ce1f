/** Real issue templates and forms, where they lie beside the project: all are read, and the untouched one is told from the one that is filled in. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '../src/core/index.ts';

const folder = fileURLToPath(new URL('../../../shared/corpus/issue-templates', import.meta.url));

describe('issue templates and forms', () => {
  if (!existsSync(folder)) {
    it('are not beside the project: the tests on real templates did not run', () =>
      console.log('      ../shared/corpus/issue-templates is not there'));
    return;
  }

  const templates = readdirSync(folder)
    .filter((name) => /\.(?:md|ya?ml)$/.test(name))
    .map((name) => ({ name, template: core.readTemplate(readFileSync(join(folder, name), 'utf8'), name) }));

  it('are all read, with sections or the reason why there are none', () => {
    assert.ok(70 < templates.length);
    const silent = templates.filter(({ template }) => template.sections.length === 0 && template.problems.length === 0);
    assert.deepEqual(
      silent.map(({ name }) => name),
      [],
    );
  });

  it('have their headings, bold lines and labels on lines of the file', () => {
    const lost = templates.flatMap(({ name, template }) =>
      Array.from(core.allSpecs(template.sections))
        .filter((spec) => !template.document.text.slice(spec.heading.start, spec.heading.end).includes(firstWord(spec)))
        .map(({ path }) => `${name}: ${path}`),
    );
    assert.deepEqual(lost, []);
  });

  it('are found where they were left untouched: every section with visible guidance', () => {
    let told = 0;
    const missed = templates.flatMap(({ name, template }) => {
      const found = findings(template, template.skeleton.text);
      const left = new Set(found.filter(({ rule }) => rule.startsWith('leftover-')).map(({ spec }) => spec?.path));
      const guided = Array.from(core.allSpecs(template.sections)).filter(hasGuidance);
      told += guided.length;
      return guided.filter(({ path }) => !left.has(path)).map(({ path }) => `${name}: ${path}`);
    });
    assert.ok(200 < told);
    assert.deepEqual(missed, []);
  });

  it('have no finding with prose in every section', () => {
    const found = templates.flatMap(({ name, template }) => {
      const text = filledIn(template);
      return findings(template, text).map(({ rule, message }) => `${name}: ${rule}: ${message}`);
    });
    assert.deepEqual(found, []);
  });

  it('have no finding with “_No response_” in every section but the lead', () => {
    const forms = templates.filter(({ template }) => template.kind === 'form');
    const found = forms.flatMap(({ name, template }) => {
      const text = filledIn(template, ({ lead }) => (lead ? prose : '_No response_'));
      return findings(template, text).map(({ rule, message }) => `${name}: ${rule}: ${message}`);
    });
    assert.ok(30 < forms.length);
    assert.deepEqual(found, []);
  });

  it('start a document whose sections are all there', () => {
    const found = templates.flatMap(({ name, template }) => {
      const { text } = core.scaffold(template, { title: 'Night trains', instructions: 'omit' });
      const wrong = findings(template, text).filter(({ rule }) =>
        /^(?:missing|misnamed|duplicate)-|-(?:order|level)$/.test(rule),
      );
      return wrong.map(({ rule, message }) => `${name}: ${rule}: ${message}`);
    });
    assert.deepEqual(found, []);
  });

  it('without guidance have the same sections open as with it, those of whole documents, too', () => {
    const root = join(folder, '..');
    const others = readdirSync(root, { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .flatMap(({ name: family }) =>
        readdirSync(join(root, family))
          .filter((name) => /^template.*\.md$/.test(name))
          .map((name) => ({
            name: `${family}/${name}`,
            template: core.parseTemplate(readFileSync(join(root, family, name), 'utf8')),
          })),
      );
    assert.ok(15 < others.length);
    const differing = [...templates, ...others].filter(({ template }) => {
      const [text, ghost] = (['text', 'ghost'] as const).map((guidance) => openIn(template, guidance));
      return text !== ghost;
    });
    assert.deepEqual(
      differing.map(({ name }) => name),
      [],
    );
  });
});

/** Paths of the sections that are not answered in the document that it starts. */
function openIn(template: core.SpecTemplate, guidance: 'text' | 'ghost'): string {
  const { text } = core.scaffold(template, { title: 'Night trains', instructions: 'omit', guidance });
  const { binding } = core.contextOf(template, core.parseDocument(text));
  const open = Array.from(binding.all).filter((bound) => !core.isAnswered(bound));
  return open.map(({ spec }) => spec.path).join('\n');
}

const prose = 'Jay walked home before it rained.';

/** Its sections as GitHub would post them: no front matter, no instructions. */
function filledIn({ sections }: core.SpecTemplate, answer: (spec: core.SectionSpec) => string = () => prose): string {
  const parts = Array.from(core.allSpecs(sections), (spec) => {
    const { start, end } = spec.source.heading;
    return `${spec.document.text.slice(start, end)}\n\n${answer(spec)}\n`;
  });
  return parts.join('\n');
}

function findings(template: core.SpecTemplate, text: string): readonly core.Finding[] {
  return core.check(core.contextOf(template, core.parseDocument(text)), core.rules, { stage: 'ready' });
}

/** Words that a reader sees. Check boxes may stay, and what a form is filled with is an answer. */
function hasGuidance({ source, document, preset }: core.SectionSpec): boolean {
  const visible = source.blocks.filter(({ kind }) => kind !== 'comment' && kind !== 'code');
  const words = visible.map(({ prose: said }) => said).join(' ');
  const isForm = visible.some(({ span }) => /\[[ xX]?\]/.test(document.text.slice(span.start, span.end)));
  return !isForm && (preset === '' || 5 <= words.split(/\s+/).length) && /\p{L}/u.test(words);
}

function firstWord({ name }: core.SectionSpec): string {
  return /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? '';
}
