/** Whether a text is a spec: directives, names, front matter, headings. */
import assert from 'node:assert/strict';
import * as core from '../../src/core/index.ts';

const builtin = core.parseTemplate(core.builtinTemplate);

function isSpec(text: string, path = ''): boolean {
  return core.looksLikeSpec(core.parseDocument(text), builtin, path);
}

function directive(text: string): string | undefined {
  const found = core.directiveOf(core.parseDocument(text));
  return found?.kind === 'template' ? found.path : found?.kind;
}

describe('recognise', () => {
  it('a text without headings is none', () => assert.equal(isSpec('Words.\n', 'tech-specs/a.md'), false));
  it('half of the required sections make one', () =>
    assert.equal(isSpec('## Summary\n\n## Scope\n\n## Data model\n\n## User stories\n\n## APIs\n'), true));
  it('fewer do not', () => assert.equal(isSpec('## Summary\n\n## Scope\n\n## Testing\n\n## Deployment\n'), false));
  it('likenesses are no proof', () =>
    assert.equal(
      isSpec('## Summaries\n\n## Scopes\n\n## Data models\n\n## User story\n\n## API\n\n## Test plan\n'),
      false,
    ));

  for (const path of [
    'a/tech-specs/b.md',
    'tech-specs/x/b.md',
    'tech-specs/a\nb.md',
    'a/tech-spec-b.md',
    'a.tech-spec.md',
    'A/Tech-Specs/b.MD',
  ]) {
    it(`one section is enough in ${path}`, () => assert.equal(isSpec('## Scope\n', path), true));
  }

  it('a path alone is not enough', () => assert.equal(isSpec('## Shopping\n', 'tech-specs/a.md'), false));
  it('another path says nothing', () => {
    assert.equal(isSpec('## Scope\n', 'tech-specs/a.txt'), false);
    assert.equal(isSpec('## Scope\n', '/tech-specs/'.repeat(100_000)), false);
    assert.equal(isSpec('## Scope\n', 'notes/high-tech-specs-b.md'), false);
  });

  it('front matter with the template’s name, labels or title prefix is enough', () => {
    assert.equal(isSpec('---\nname: Technical Specification\n---\n'), true);
    assert.equal(isSpec('---\nlabels: [urgent, Tech Spec]\n---\n'), true);
    assert.equal(isSpec('---\ntitle: "Tech spec: drafts"\n---\n'), true);
    assert.equal(isSpec('---\nlabels: urgent\ntitle: Drafts\n---\n'), false);
  });

  it('a template of two sections needs both', () => {
    const small = core.parseTemplate('## Context\n\n## Decision\n');
    const is = (text: string) => core.looksLikeSpec(core.parseDocument(text), small, '');
    assert.deepEqual([is('## Context\n'), is('## Context\n\n## Decision\n')], [false, true]);
  });

  it('a template without required sections recognises nothing by headings', () =>
    assert.equal(core.looksLikeSpec(core.parseDocument('## A\n'), core.parseTemplate('## A (optional)\n'), ''), false));

  for (const path of [
    'README.md',
    'docs/readme.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'docs/index.md',
    'rfcs/0000-template.md',
    'template.md',
    '.github/ISSUE_TEMPLATE/plan.md',
    'templates/plan.md',
    'CONTRIBUTING.zh.md',
    'docs/my_template.YAML',
    'template.of.plans.markdown',
  ]) {
    it(`${path} is never one`, () => assert.equal(core.isNeverSpec(path), true));
  }

  for (const path of [
    'readme-driven.md',
    'tech-specs/templating.md',
    'docs/indexing.md',
    'a.md',
    'a/template.md/b.txt',
    'templates.txt',
  ]) {
    it(`${path} may be one`, () => assert.equal(core.isNeverSpec(path), false));
  }

  it('a directive says that it is none', () => assert.equal(directive('<!-- tech-spec: none -->\n\n## A\n'), 'none'));
  it('among tech specs “template” in the middle of a name makes none', () => {
    const own = [
      'tech-specs/email-template-editor.md',
      'docs/tech-spec-template-engine.md',
      'a-template-b.tech-spec.md',
    ];
    const templates = ['tech-specs/template.md', 'tech-specs/0000-template.md', 'tech-specs/template-small.md'];
    assert.deepEqual([...own, ...templates].filter(core.isNeverSpec), templates);
    assert.equal(core.isNeverSpec('docs/email-template-editor.md'), true);
  });
  it('a directive names a template', () =>
    assert.equal(directive('## A\n\n<!-- tech-spec: template=../a b.md -->\n'), '../a b.md'));
  it('a directive begins where the last one that was not closed ends', () =>
    assert.equal(directive('<!-- tech-spec: template=a <!-- tech-spec: none -->\n\n## A\n'), 'none'));
  it('in code it is quoted', () => assert.equal(directive('```\n<!-- tech-spec: none -->\n```\n'), undefined));
  it('in a sentence it is quoted', () =>
    assert.equal(directive('Write `<!-- tech-spec: none -->` on top.\n'), undefined));
  it('without one there is none', () => assert.equal(directive('tech-spec: none\n'), undefined));
});
