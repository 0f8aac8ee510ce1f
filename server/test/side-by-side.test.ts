/** Beside markdownlint and Prettier, as they are without a configuration: we leave them nothing new to find, and they change nothing that we find. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import { format, type Options } from 'prettier';
import * as core from '../src/core/index.ts';
import { contextOf, find, findAll } from './check.ts';
import { anySpec, goodTemplate, times } from './random.ts';
import { filled, snippets } from './snippets.ts';

const template = core.builtinTemplate;
const schema = core.parseTemplate(template);
const example = readFileSync(new URL('../../examples/tech-specs/profile-pictures.md', import.meta.url), 'utf8');
const halfExample = readFileSync(new URL('../../examples/tech-specs/offline-drafts.md', import.meta.url), 'utf8');

describe('markdownlint', () => {
  it('finds more than one thing in the template, as it does in many', () => {
    ok(1 < namesIn(template).size, 'else these tests compare nothing');
  });

  it('finds nothing else in the example that is finished', () => {
    deepEqual(find(contextOf(template, example)), []);
    addsNothing('', example);
  });

  for (const instructions of ['keep', 'omit'] as const) {
    it(`finds nothing else in a spec that was begun with us (instructions: ${instructions}) and finished`, () => {
      addsNothing('', begun(instructions));
      const finished = safelyFixed(template, answered(begun(instructions)));
      deepEqual(find(contextOf(template, finished)), []);
      addsNothing('', finished);
    });
  }

  it('finds nothing new behind any of our fixes', () => {
    let fixes = 0;
    for (const [name, text] of halfWritten()) {
      for (const finding of findAll(contextOf(template, text))) {
        for (const fix of finding.fixes()) {
          addsNothing(
            text,
            goneOn(core.applyEdits(text, fix.edits), fix.selection),
            `${name}: ${finding.rule}/${fix.name}`,
          );
          fixes++;
        }
      }
    }
    ok(100 < fixes, String(fixes));
  });

  it('finds nothing new behind the comments that silence a rule, or name a template', () => {
    const { document } = contextOf(template, halfExample);
    const silences = findAll(contextOf(template, halfExample)).map(({ rule, span }) =>
      core.disableHere(document, rule, span.start),
    );
    const named = core.followsTemplate(document, '../template.md') ?? [];
    for (const edit of [...silences, core.notASpec(document), named].flat()) {
      addsNothing(halfExample, core.applyEdits(halfExample, [edit]));
    }
  });

  it('finds nothing new behind what puts in sections', () => {
    for (const [name, text] of halfWritten()) {
      const context = contextOf(template, text);
      for (const body of ['guidance', 'not-applicable'] as const) {
        const { edits, selection } = core.insertion(context, core.isOwed, body);
        addsNothing(text, goneOn(core.applyEdits(text, edits), selection), `${name}: all, ${body}`);
      }
      for (const { spec } of context.binding.all) {
        const answer = core.markNotApplicable(context, spec.path);
        if ('refused' in answer) continue;
        addsNothing(text, goneOn(core.applyEdits(text, answer.edits), answer.selection), `${name}: ${spec.path}, N/A`);
      }
    }
  });

  for (const snippet of snippets) {
    it(`finds nothing new in ${snippet.prefix}, where it belongs`, () => {
      if (snippet.isFileTemplate) addsNothing('', filled(snippet));
      else if (snippet.body[0]?.startsWith('## ')) addsNothing(example, inPlace(filled(snippet)));
      else addsNothing(example, inPlace(`## APIs:\n\n${filled(snippet)}`));
    });
  }
});

describe('Prettier', () => {
  it('leaves the template as it is, and what we make of it', async () => {
    const both = [begun('keep'), begun('omit')];
    for (const text of [template, ...both, ...both.map(answered)]) equal(await pretty(text), text);
  });

  it('leaves a finished spec finished, however it wraps', async () => {
    for (const proseWrap of ['preserve', 'always', 'never'] as const) {
      for (const text of [example, answered(begun('omit'))]) {
        deepEqual(find(contextOf(template, text)), []);
        deepEqual(find(contextOf(template, await pretty(text, { proseWrap }))), []);
      }
    }
  });

  it('changes nothing that we find in half-written specs, however it wraps', async () => {
    for (const proseWrap of ['preserve', 'always'] as const) {
      for (const [name, text] of halfWritten()) {
        deepEqual(
          picture(template, await pretty(text, { proseWrap })),
          picture(template, text),
          `${name}, ${proseWrap}`,
        );
      }
    }
  });

  it('changes nothing that we find in random specs of many templates', async () => {
    for (const [schemaText, text] of randomSpecs(60)) {
      deepEqual(picture(schemaText, await pretty(text)), picture(schemaText, text), JSON.stringify(text));
    }
  });

  it('and our safe fixes, both on saving, come to rest', async () => {
    for (const [schemaText, text] of [
      ...randomSpecs(30),
      ...halfWritten().map(([, half]) => [template, half] as const),
    ]) {
      const saved = await pretty(safelyFixed(schemaText, await pretty(text)));
      equal(await pretty(safelyFixed(schemaText, saved)), saved, JSON.stringify(text));
      equal(safelyFixed(schemaText, saved), saved, JSON.stringify(text));
    }
  });

  it('has nothing to change behind any of our fixes, in what it has formatted', async () => {
    for (const [name, text] of halfWritten()) {
      const formatted = await pretty(text);
      for (const finding of findAll(contextOf(template, formatted))) {
        for (const fix of finding.fixes()) {
          const fixed = goneOn(core.applyEdits(formatted, fix.edits), fix.selection);
          equal(await pretty(fixed), fixed, `${name}: ${finding.rule}/${fix.name}`);
        }
      }
    }
  });

  it('leaves “N/A – ” an answer, also where no reason followed', async () => {
    const text = answered(template).replace(/^(## APIs:\n\n).*$/m, '$1N/A – ');
    const formatted = await pretty(text);
    ok(formatted.includes('\nN/A –\n'));
    deepEqual(picture(template, formatted), picture(template, text));
  });

  it('leaves silent what a comment silences', async () => {
    const { document } = contextOf(template, halfExample);
    for (const { rule, span } of findAll(contextOf(template, halfExample))) {
      const silenced = core.applyEdits(halfExample, [core.disableHere(document, rule, span.start)]);
      deepEqual(picture(template, await pretty(silenced)), picture(template, silenced), rule);
    }
  });

  for (const snippet of snippets) {
    it(`has nothing to change in ${snippet.prefix}`, async () => {
      const text = `${filled(snippet).trimEnd()}\n`;
      equal(await pretty(text), text);
    });
  }
});

/** No rule of markdownlint's speaks that did not before, and none more often, but for those that the template itself offends. */
function addsNothing(before: string, after: string, what = ''): void {
  const [known, found] = [namesIn(before), namesIn(after)];
  const added = Array.from(found).filter(([name, count]) => !theirs.has(name) && (known.get(name) ?? 0) < count);
  deepEqual(added, [], `${what}\n${after}`);
}

/** How often each rule speaks, by name. Texts are kept: each is what many are made of. */
function namesIn(text: string): ReadonlyMap<string, number> {
  const known = linted.get(text);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  linted.set(text, counts);
  for (const { ruleNames } of lint({ strings: { text } }).text ?? []) {
    const name = ruleNames.join('/');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const linted = new Map<string, ReadonlyMap<string, number>>();
const theirs = namesIn(template);

/** As it formats on saving, with defaults for all that is not said. */
async function pretty(text: string, options: Options = {}): Promise<string> {
  return await format(text, { ...options, parser: 'markdown' });
}

/** What is found, without its place: rule, section, severity. */
function picture(schemaText: string, text: string): readonly string[] {
  const found = findAll(contextOf(schemaText, text));
  return found.map(({ rule, key, severity }) => `${rule} of ${key}: ${severity}`).sort();
}

/** All safe fixes, one after another. */
function safelyFixed(schemaText: string, text: string): string {
  for (const finding of find(contextOf(schemaText, text))) {
    const fix = finding.fixes().find(({ safe, edits }) => safe && 0 < edits.length);
    if (fix !== undefined) return safelyFixed(schemaText, core.applyEdits(text, fix.edits));
  }
  return text;
}

/** Behind “N/A – ” the author goes on: for as long as nothing is typed there, it ends in a blank. */
function goneOn(text: string, selection: core.Span | undefined): string {
  if (selection === undefined || !text.slice(0, selection.start).endsWith('N/A – ')) return text;
  return `${text.slice(0, selection.start)}the client alone${text.slice(selection.end)}`;
}

function begun(instructions: 'keep' | 'omit'): string {
  return core.scaffold(schema, { title: 'Night trains', instructions }).text;
}

/** A spec with every guidance typed over. */
function answered(text: string): string {
  const specs = Array.from(core.allSpecs(schema.sections));
  return specs.reduce(
    (all, { guidance, name }) => all.replace(guidance, `What ${name} comes to, in a few words.`),
    text,
  );
}

/** The example with another text for a section that it has. */
function inPlace(section: string): string {
  const [heading = ''] = section.split('\n');
  const behind = example.slice(example.indexOf(`${heading}\n`) + heading.length);
  const next = behind.search(/^## /m);
  const before = example.slice(0, example.length - behind.length - heading.length);
  return `${`${before}${section}`.trimEnd()}\n${next === -1 ? '' : `\n${behind.slice(next)}`}`;
}

/** By what is amiss in them: the finished example with one section spoilt, and documents that are odd as a whole. */
function halfWritten(): readonly (readonly [string, string])[] {
  const all = example.split(/^(?=## )/m);
  const [front = '', ...sections] = all;
  const spoilt = sections.flatMap((section, at) => {
    // The first, one with a table, one with code, and the last.
    if (![0, 2, 4, sections.length - 1].includes(at)) return [];
    const [heading = '', ...body] = section.split('\n');
    const spec = schema.sections[at]!;
    const before = [front, ...sections.slice(0, at)].join('');
    const behind = sections.slice(at + 1).join('');
    const variants: Record<string, string> = {
      lacks: before + behind,
      empty: `${before}${heading}\n\n${behind}`,
      unfinished: `${before}${heading}\n\nTBD\n\n${behind}`,
      guidance: `${before}${heading}\n\n${spec.guidance}\n\n${behind}`,
      leftover: `${before}${heading}\n\n${spec.guidance}\n\n${body.join('\n').trimStart()}${behind}`,
      misnamed: `${before}${heading.replace('## ', '## Our ')}\n${body.join('\n')}${behind}`,
      deeper: `${before}#${section}${behind}`,
      first: `${front}${section}${sections.filter((other) => other !== section).join('')}`,
      last: `${`${before}${behind}`.trimEnd()}\n\n${section.trimEnd()}\n`,
      doubled: `${before}${section.trimEnd()}\n\n${section.trimEnd()}\n\n${behind}`,
    };
    return Object.entries(variants).map(([kind, text]) => [`${spec.name} ${kind}`, `${text.trimEnd()}\n`] as const);
  });
  const odd: Record<string, string> = {
    'the example': halfExample,
    'its front matter only': `${front.trimEnd()}\n`,
    untouched: template,
    'Windows’ line ends': halfExample.replaceAll('\n', '\r\n'),
    'no last line end': halfExample.trimEnd(),
    'a title in place of front matter': halfExample.replace(/^---[\s\S]*?\n---\n/, '# Offline drafts\n'),
    'no blank lines': halfExample.replaceAll('\n\n', '\n'),
    'a list at its end': `${halfExample.trimEnd()}\n\n## More\n\n- one\n  - two\n`,
    'code at its end': `${halfExample.trimEnd()}\n\n## More\n\n\`\`\`ts\n## Testing:\n\`\`\`\n`,
  };
  return [...spoilt, ...Object.entries(odd)];
}

/** Each with its template; with line ends of one kind, since Prettier leaves no other. */
function randomSpecs(count: number): readonly (readonly [string, string])[] {
  const specs = goodTemplate().chain((text) => fc.tuple(fc.constant(text), anySpec(text)));
  return fc
    .sample(specs, { numRuns: count * times, seed: 1 })
    .map(([text, spec]) => [text, spec.replaceAll(/\r\n?/g, '\n')]);
}
