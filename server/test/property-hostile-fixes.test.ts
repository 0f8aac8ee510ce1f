/** Hostile documents, fixed: whatever stands in a document, a fix does what its title says. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import * as core from '../src/core/index.ts';
import { contextOf, findAll } from './check.ts';
import { texts } from './hostile/texts.ts';

/** Of each: as much as it takes to be what it is. */
const most = 300;

/** Of a list in a list in a list: where it is a hundred deep the Markdown parser takes all that follows for a part of it. */
const mostOfNested = 80;

/** Of a rule in a document: the others are fixed as these are. */
const mostOfRule = 2;

describe('a hostile document that is fixed', function () {
  this.timeout(0);
  let fixed = 0;

  for (const [what, whole] of Object.entries(texts)) {
    it(what, () => {
      const text = whole.slice(0, /^(?:\+|1\.) \S/.test(whole) ? mostOfNested : most);
      const documents = [
        text,
        `## Summary:\n\nShip it.\n\n${text}`,
        `# A\n\n## Scope:\n\nIt.\n\n## APIs:\n\nNone.\n\n## Summary:\n\nShip it.\n\n${text}`,
      ];
      for (const document of documents) {
        for (const { finding, fix, found } of fixesOf(document)) {
          fixed++;
          doesWhatItSays(document, found, finding, fix);
        }
        comesToAnEnd(document);
      }
    });
  }

  after(() => ok(2000 <= fixed, `${fixed} fixes were tried`));
});

interface Tried {
  readonly finding: core.Finding;
  readonly fix: core.Fix;
  /** All that is found beside it. */
  readonly found: readonly core.Finding[];
}

function* fixesOf(document: string): Iterable<Tried> {
  const found = findings(document);
  const tried = new Map<string, number>();
  for (const finding of found) {
    const before = tried.get(finding.rule) ?? 0;
    tried.set(finding.rule, before + 1);
    if (mostOfRule <= before) continue;
    for (const fix of finding.fixes()) if (0 < fix.edits.length) yield { finding, fix, found };
  }
}

/** Its finding is gone, no other of its rule is there, and no heading is lost. */
function doesWhatItSays(text: string, found: readonly core.Finding[], { rule, message }: core.Finding, fix: core.Fix) {
  const fixed = core.applyEdits(text, fix.edits);
  const said = `${rule}/${fix.name}: ${message}\n${JSON.stringify(text)}\n${JSON.stringify(fixed)}`;
  const [before, after] = [found, findings(fixed)].map((all) => all.filter((each) => each.rule === rule));
  ok(after!.length <= before!.length, said);
  const alike = (all: readonly core.Finding[]) => all.filter((each) => each.message === message).length;
  ok(alike(after!) < alike(before!), said);
  if (rule === 'section-order') deepEqual(titlesOf(fixed), titlesOf(text), said);
  // Whatever else stands there, it stands there still.
  for (const title of titlesOf(text)) ok(rule !== 'missing-section' || titlesOf(fixed).includes(title), said);
}

function comesToAnEnd(text: string): void {
  let current = text;
  for (let round = 0; round < 40; round++) {
    const safe = findings(current)
      .flatMap((finding) => finding.fixes())
      .find((fix) => fix.safe && 0 < fix.edits.length);
    if (safe === undefined) return;
    current = core.applyEdits(current, safe.edits);
  }
  fail(`Safe fixes go round in circles: ${JSON.stringify(text)}`);
}

function titlesOf(text: string): readonly string[] {
  return Array.from(core.allSections(core.parseDocument(text).root), ({ title }) => title).sort();
}

function findings(text: string): readonly core.Finding[] {
  return findAll(contextOf(core.builtinTemplate, text));
}
