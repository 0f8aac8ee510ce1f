/** What the rules find in the documents that were checked by hand (docs/accuracy.md): a number that moves is looked at again. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '../src/core/index.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
const recorded = fileURLToPath(new URL('fixtures/accuracy.json', import.meta.url));
const families = [
  'kep',
  'rust-rfcs',
  'filecoin-fips',
  'aspec-work-items',
  'madr-own',
  'simpler-grants-adr',
  'caseflow-tech-specs',
];

/** Findings by rule, comments apart: they are hints. */
type Counts = Readonly<Record<string, number>>;

describe('documents checked by hand', () => {
  if (!existsSync(corpus)) {
    it('are not beside the project: their findings were not counted', () =>
      console.log('      ../shared/corpus is not there'));
    return;
  }
  const found = Object.fromEntries(families.map((family) => [family, countsOf(family)]));
  // After a change was looked at, and docs/accuracy.md says what it is: ACCURACY=record.
  if (process.env.ACCURACY === 'record') writeFileSync(recorded, `${JSON.stringify(found, undefined, 2)}\n`);
  const known = JSON.parse(read(recorded)) as Readonly<Record<string, Counts>>;

  for (const family of families) {
    it(`${family}: as many findings by rule as were judged`, () => assert.deepEqual(found[family], known[family]));
  }
});

function countsOf(family: string): Counts {
  const template = core.parseTemplate(read(join(corpus, family, 'template.md')));
  const counts = new Map<string, number>();
  for (const path of sampleOf(join(corpus, family, 'docs'))) {
    const context = core.contextOf(template, core.parseDocument(read(path)));
    for (const { rule, severity } of core.check(context, core.rules, { stage: 'ready' })) {
      const name = severity === 'hint' ? `${rule} (comment)` : rule;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return Object.fromEntries(Array.from(counts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Ten at even distances by name, the first among them. */
function sampleOf(folder: string): readonly string[] {
  const names = readdirSync(folder).sort();
  return Array.from({ length: 10 }, (_, at) => join(folder, names[Math.floor((at * names.length) / 10)] ?? ''));
}

function read(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}
