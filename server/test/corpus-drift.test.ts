/** Real documents against the template of their day, where they lie beside the project: most of what they lack was asked for later. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '../src/core/index.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));

interface Dated {
  readonly text: string;
  readonly added: string;
  /** As it read on the day the document was added. */
  readonly own: core.SpecTemplate;
}

describe('corpus: the template of the day', () => {
  if (!existsSync(corpus)) {
    it('is not beside the project: the tests on real documents did not run', () =>
      console.log('      ../shared/corpus is not there'));
    return;
  }

  it('rust-rfcs: documents that miss a section fall by more than half', () => {
    const { today, own } = missingIn('rust-rfcs');
    console.log(`      ${today} documents miss a section of today's template, ${own} one of their day's`);
    assert.ok(0 < own && 2 * own < today, `${today} documents, then ${own}`);
  });

  it('kep: documents that miss a section fall', () => {
    const { today, own } = missingIn('kep');
    console.log(`      ${today} documents miss a section of today's template, ${own} one of their day's`);
    assert.ok(own < today, `${today} documents, then ${own}`);
  });

  for (const family of ['rust-rfcs', 'kep']) {
    it(`${family}: a document that satisfies its day's template is told once what came later`, () => {
      const template = templateOf(family);
      const told = documentsOf(family).flatMap(({ text, added, own }) => {
        const document = core.parseDocument(text);
        const { findings } = core.judgedAsAdded(document, added, judged(template, document), judged(own, document));
        const drift = findings.filter(({ rule }) => rule === 'template-drift');
        const isOwing = findings.some(isUnwritten);
        assert.ok(!isOwing || 0 < owedBy(own, document), 'what its own day did not ask for is not owed');
        assert.equal(drift.length, isOwing || owedBy(template, document) === 0 ? 0 : 1);
        return drift.map(({ message }) => message);
      });
      assert.ok(0 < told.length);
      for (const message of told) assert.match(message, /^Since \d{4}-\d\d-\d\d, when .*, its template has /);
    });
  }
});

/** How many documents miss a section of today's template, and of that of their day. */
function missingIn(family: string): { readonly today: number; readonly own: number } {
  const template = templateOf(family);
  const documents = documentsOf(family);
  const missing = (of: (dated: Dated) => core.SpecTemplate) =>
    documents.filter((dated) => judged(of(dated), core.parseDocument(dated.text)).findings.some(isMissing)).length;
  return { today: missing(() => template), own: missing(({ own }) => own) };
}

function judged(template: core.SpecTemplate, document: core.SpecDocument): core.Judged {
  return { template, findings: core.check(core.contextOf(template, document), core.rules, { stage: 'ready' }) };
}

function owedBy(template: core.SpecTemplate, document: core.SpecDocument): number {
  return judged(template, document).findings.filter(isUnwritten).length;
}

function isUnwritten({ rule }: core.Finding): boolean {
  return rule === 'missing-section' || rule === 'empty-section';
}

function isMissing({ rule }: core.Finding): boolean {
  return rule === 'missing-section';
}

function templateOf(family: string): core.SpecTemplate {
  return core.parseTemplate(read(join(corpus, family, 'template.md')));
}

function documentsOf(family: string): readonly Dated[] {
  const history = readdirSync(join(corpus, family, 'template-history'));
  const templates = new Map<string, core.SpecTemplate>();
  const [header = [], ...rows] = read(join(corpus, family, 'INDEX.tsv'))
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
  const column = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
  return rows.map((row) => {
    const commit = column(row, 'template_commit_when_added');
    const name = history.find((each) => each.endsWith(`-${commit}.md`));
    assert.ok(name, `${family}: no template of ${commit}`);
    const own = templates.get(name) ?? core.parseTemplate(read(join(corpus, family, 'template-history', name)));
    templates.set(name, own);
    return { text: read(join(corpus, family, 'docs', column(row, 'file'))), added: column(row, 'added'), own };
  });
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}
