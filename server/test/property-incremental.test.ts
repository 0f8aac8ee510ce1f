/** Whatever is typed: what is read part by part is what is read as a whole. `FUZZ=50 npm test -- property` tries fifty times as many edits. */
import { equal, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { atOnce } from '../src/core/steps.ts';
import {
  anyScript,
  deepLines,
  defining,
  definingLines,
  editOf,
  hostileText,
  longBlocks,
  nestedBlocks,
  type Script,
} from './edits.ts';
import { anySpec, anyText, goodTemplate, times } from './random.ts';
import { toldOf, toldUnder } from './told.ts';

describe('whatever is typed', function () {
  this.timeout(0);
  let edits = 0;

  it('a document has the lines, sections, blocks and words of one that is read as a whole', () => {
    fc.assert(
      fc.property(hostileText(160), anyScript(40), (text, script) => {
        let last: Versions | undefined;
        for (const { typed, whole } of versionsOf(text, script)) {
          equal(toldOf(typed), toldOf(whole));
          last = { typed, whole };
        }
        if (last !== undefined) equal(toldOf(last.typed, 'words'), toldOf(last.whole, 'words'));
      }),
      { numRuns: 600 * times },
    );
  });

  it('so has a short one, and every passage, at the first edit as at the hundredth', () => {
    fc.assert(
      fc.property(hostileText(14), anyScript(100), (text, script) => {
        for (const { typed, whole } of versionsOf(text, script)) equal(toldOf(typed), toldOf(whole));
      }),
      { numRuns: 1400 * times },
    );
  });

  it('so have long blocks, in whose middle a reading can begin and end', () => {
    fc.assert(
      fc.property(longBlocks(), anyScript(40), (text, script) => {
        let last: Versions | undefined;
        for (const { typed, whole } of versionsOf(text, script)) {
          equal(toldOf(typed), toldOf(whole));
          last = { typed, whole };
        }
        if (last !== undefined) equal(toldOf(last.typed, 'words'), toldOf(last.whole, 'words'));
      }),
      { numRuns: 800 * times },
    );
  });

  it('so have lines that define something, or seem to', () => {
    fc.assert(
      fc.property(definingLines(), anyScript(40, [...defining, '\n', '\n\n', 'x']), (text, script) => {
        for (const { typed, whole } of versionsOf(text, script)) equal(toldOf(typed, 'words'), toldOf(whole, 'words'));
      }),
      { numRuns: 600 * times },
    );
  });

  it('so has what is nested too deep', () => {
    fc.assert(
      fc.property(deepLines(), anyScript(20), (text, script) => {
        for (const { typed, whole } of versionsOf(text, script)) equal(toldOf(typed), toldOf(whole));
      }),
      { numRuns: 300 * times },
    );
  });

  it('a long text that is read in parts is the same, too', () => {
    const texts = fc.oneof(
      hostileText(160),
      longBlocks(),
      definingLines(),
      deepLines(),
      nestedBlocks(),
      nestedBlocks(),
    );
    const parts = fc.tuple(texts, fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(parts, ([text, length]) => {
        const steps = core.parsedInParts(new core.LineIndex(text), length);
        equal(toldOf(atOnce(steps), 'words'), toldOf(core.parseDocument(text), 'words'));
      }),
      { numRuns: 1500 * times },
    );
  });

  it('a spec has the findings, states, symbols, colours and places of one that is read as a whole', () => {
    const spec = goodTemplate().chain((template) => {
      const text = fc.oneof(anySpec(template), anyText(), hostileText(20));
      return fc.tuple(fc.constant(core.readTemplate(template, '')), text);
    });
    fc.assert(
      fc.property(spec, anyScript(40), ([template, text], script) => {
        for (const { typed, whole } of versionsOf(text, script)) {
          equal(toldOf(typed), toldOf(whole));
          equal(
            toldUnder(core.contextOf(template, typed), 'draft'),
            toldUnder(core.contextOf(template, whole), 'draft'),
          );
        }
      }),
      { numRuns: 200 * times },
    );
  });

  it('so have real documents under their templates', () => {
    const family = fc.constantFrom(...realDocuments());
    const part = family.chain(({ template, documents }) =>
      fc.tuple(fc.constant(template), fc.constantFrom(...documents), fc.nat(100), fc.nat(3000)),
    );
    fc.assert(
      fc.property(part, anyScript(20), ([template, text, from, length], script) => {
        const start = Math.floor((text.length * from) / 100);
        for (const { typed, whole } of versionsOf(text.slice(start, start + length), script)) {
          equal(toldOf(typed), toldOf(whole));
          equal(
            toldUnder(core.contextOf(template, typed), 'ready'),
            toldUnder(core.contextOf(template, whole), 'ready'),
          );
        }
      }),
      { numRuns: 150 * times },
    );
  });

  it('a long text has the lines and words of one that is read as a whole', () => {
    const line = fc.constantFrom('\r', '\r\n', '\n', 'x'.repeat(300), '\n'.repeat(300), 'x'.repeat(17_000));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 100, maxLength: 300 }),
        anyScript(20),
        fc.nat(99),
        (parts, script, part) => {
          let lines = new core.LineIndex(parts.join(''));
          for (const each of script.flat()) {
            lines = lines.edited(editOf(lines.text, each));
            const { text, length } = lines;
            equal(linesOf(lines), linesOf(new core.LineIndex(text)));
            const start = Math.floor((length * part) / 100);
            for (const words of [
              text.slice(start, start + 150),
              `${text.slice(start, start + 60)}y`,
              text.slice(start, start + 500),
            ])
              equal(lines.includes(words), text.includes(words));
          }
        },
      ),
      { numRuns: 30 * times },
    );
  });

  after(() => ok(100_000 <= edits, `${edits} edits were tried`));

  /** A document while a script is typed into it, and each time read as a whole. */
  function* versionsOf(text: string, script: Script): Iterable<Versions> {
    let document = core.parseDocument(text);
    for (const version of script) {
      let { lines } = document;
      const typed = version.map((each) => {
        const edit = editOf(lines.text, each);
        lines = lines.edited(edit);
        return edit;
      });
      edits += typed.length;
      document = core.parseDocument(lines, document, typed);
      yield { typed: document, whole: core.parseDocument(lines.text) };
    }
  }
});

interface Versions {
  readonly typed: core.SpecDocument;
  readonly whole: core.SpecDocument;
}

function linesOf(lines: core.LineIndex): string {
  return JSON.stringify(Array.from({ length: lines.count }, (_, line) => [lines.startOf(line), lines.endOf(line)]));
}

interface Family {
  readonly template: core.SpecTemplate;
  readonly documents: readonly string[];
}

/** Of the corpus where it lies beside the project, else our own. */
function realDocuments(): readonly Family[] {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const corpus = at('../../../shared/corpus');
  const families = existsSync(corpus) ? readdirSync(corpus).map((name) => join(corpus, name)) : [];
  const found = families
    .filter((folder) => existsSync(join(folder, 'template.md')) && existsSync(join(folder, 'docs')))
    .map((folder) => familyOf(join(folder, 'template.md'), join(folder, 'docs')));
  return 0 < found.length ? found : [familyOf(at('../../templates/tech-spec.md'), at('../../examples/tech-specs'))];
}

function familyOf(template: string, folder: string): Family {
  const documents = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return {
    template: core.parseTemplate(readFileSync(template, 'utf8')),
    documents: documents.map((name) => readFileSync(join(folder, name), 'utf8')),
  };
}
