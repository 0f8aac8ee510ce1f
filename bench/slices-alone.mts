/** `slices-alone.mts blocks|headings|sections`: prints the milliseconds of the longest slice in which documents of 10 MB are opened, typed in, and asked about. */
import { setFlagsFromString } from 'node:v8';
import * as core from '../server/src/core/index.ts';
import { capabilitiesOf } from '../server/src/lsp/capabilities.ts';
import { toDiagnostics } from '../server/src/lsp/convert/diagnostics.ts';
import { toOutlineSections } from '../server/src/lsp/convert/requests.ts';
import { toFoldingRange, toSemanticTokens, toSymbols } from '../server/src/lsp/convert/structure.ts';
import { slice } from '../server/src/lsp/slices.ts';
import { clearingWhenFull, slowGrowth } from '../server/src/node/engine.ts';

// As the server has them.
for (const flag of [slowGrowth, clearingWhenFull(process.versions.v8)])
  if (flag !== undefined) setFlagsFromString(flag);

const size = 10_000_000;

/** What stands before a block’s lines, one of them, in which `%` is its number, and what stands behind them. */
const blocks: Readonly<Record<string, readonly [string, string, string]>> = {
  list: ['', '- an item of words and more words\n', ''],
  'loose list': ['', '- an item of words and more words\n\n', ''],
  'nested list': ['', '1. an item of words\n   - and one in it\n     that goes on\n', ''],
  quote: ['', '> a line of words and more words\n', ''],
  'quoted paragraphs': ['', '> a line of words and more words\n>\n', ''],
  table: ['| a | b | c |\n| --- | --- | --- |\n', '| a cell | another cell | and a third |\n', ''],
  paragraphs: ['', 'a line of words and more words in a paragraph\n\n', ''],
  paragraph: ['', 'a line of words and more words in a paragraph\n', ''],
  fence: ['```\n', 'some code here { and there }\n', '```\n'],
  'code that is set in': ['', '    some code that is set in\n', ''],
  comment: ['<!--\n', 'some words in a comment\n', '-->\n'],
  HTML: ['<div>\n', '<b>some words</b> in HTML\n', '</div>\n'],
  'list of tasks': ['', '- [ ] a task of words\n', ''],
  'paragraph of links': ['', '[a link](to) and words\n', ''],
  'paragraph behind a definition': ['[a]: b\n', 'a line of words and more words in a paragraph\n', ''],
  'table without bars at its ends': ['a | b | c\n--- | --- | ---\n', 'a cell | another cell | and a third\n', ''],
  'list behind what nests too deep': [`${'> '.repeat(110)}words\n\n`, '- an item of words and more words\n', ''],
  'list before what nests too deep': ['', '- an item of words and more words\n', `\n${'* '.repeat(60)}words\n`],
  definitions: ['', '[a%]: /x\n', ''],
  'definitions of one label': ['', '[a1]: /x\n', ''],
  'definitions that stand apart': ['', '[a%]: /x\n\n', ''],
  'definitions with titles below them': ['', '[a link %]: <https://example.com/%>\n  "A title"\n', ''],
  'quote of a list': ['', '> - an item of words and more words\n', ''],
  'quote of a list of short items': ['', '> - a\n', ''],
  'quote of a list of numbers': ['', '> %. an item of words\n>\n>    that goes on\n', ''],
  'quote of code': ['> ```\n', '> some code here { and there }\n', '> ```\n'],
  'quote of code that is set in': ['', '>     some code that is set in\n', ''],
  'quote of a table': ['> | a | b | c |\n> | --- | --- | --- |\n', '> | a cell | another cell | and a third |\n', ''],
  'quote of links': ['', '> [a link](to) and words\n', ''],
  'quote of a comment': ['> <!--\n', '> some words in a comment\n', '> -->\n'],
  'quote of a quote': ['', '> > a line of words and more words\n', ''],
  'quote without marks': ['> words\n', 'a line of words and more words\n', ''],
  'quote of an item': ['> - words\n>\n', '>   a line of words and more words\n', ''],
  'item of paragraphs': ['- words\n\n', '  a line of words and more words\n\n', ''],
  'item of code': ['- ```\n', '  some code here { and there }\n', '  ```\n'],
  'item of a table': ['- | a | b | c |\n  | --- | --- | --- |\n', '  | a cell | another cell | and a third |\n', ''],
  'item of a list': ['- words\n', '  - an item of words and more words\n', ''],
  'item of a quote': ['- words\n\n', '  > a line of words and more words\n', ''],
  'list that is set in': ['', '   - an item of words and more words\n', ''],
  'quote behind what nests too deep in it': [`> ${'* '.repeat(60)}words\n`, '> a line of words and more words\n', ''],
  'quote before what nests too deep in it': ['', '> a line of words and more words\n', `> ${'* '.repeat(60)}words\n`],
  'quote of what nests too deep': ['', `> ${'* '.repeat(60)}words\n`, ''],
  'list of brackets': ['', `- ${'['.repeat(16_000)}\n`, ''],
  'list of exclamation marks and brackets': ['', `- ${'!['.repeat(8000)}\n`, ''],
  'one row of a table': ['| a | b |\n| - | - |\n| ', 'words and more words, ', '| c |\n'],
  'one row of very many cells': ['| a | b |\n| - | - |\n| ', 'words | ', '\n'],
  'one row without bars': ['| a | b |\n| - | - |\n', 'words and more words, ', '\n'],
  'one line': ['', 'words and more words, ', '\n'],
  'one line of a list': ['- ', 'words and more words, ', '\n'],
  'one line of a quote': ['> ', 'words and more words, ', '\n'],
  brackets: ['', '[', '\n'],
  'exclamation marks': ['', '!', '\n'],
  'one line of code': ['    ', 'some code here; ', '\n'],
  dashes: ['', '-', '\n'],
  'less-than signs': ['', '<', '\n'],
  'tildes under words': ['words\n', '~', '\n'],
  'an image in a definition': ['[an image]: <data:image/png;base64,', 'iVBORw0KGgoAAAANSUhEUgAA', '>\n'],
  'link comments': ['', '[//]: # (a comment %)\n', ''],
  'link comments that stand apart': ['', '[//]: # (a comment %)\n\n', ''],
  comments: ['', '<!-- a comment -->\n\n', ''],
  footnotes: ['', 'words[^%] and words\n\n[^%]: the note of words\n\n', ''],
  fences: ['', '```ts\nconst a = 1;\n```\n\n', ''],
  'lines of blanks': ['', '   \n', ''],
  'paragraphs with line ends of two signs': ['', 'a line of words and more words\r\n\r\n', ''],
  images: ['', '![an image](to.png)\n\n', ''],
  'code with nothing in it': ['', '```\n```\n\n', ''],
  'headings with nothing under them': ['', '### Part %\n\n', ''],
  'list of single marks': ['', '- !\n', ''],
  'line breaks': ['', '\n', ''],
  'line breaks of two signs': ['', '\r\n', ''],
  'lines of one letter': ['', 'a\n', ''],
  'one line of an item, of tabs': ['- words', '\t', 'words\n'],
  'one line of tabs behind an item’s mark': ['-', '\t', 'words\n'],
  'one line of tabs behind a quote’s mark': ['>', '\t', 'words\n'],
  'one line of marks of comments': ['', '<!--', '\n'],
  'one line of marks of comments in a quote': ['> ', '<!--', '\n'],
  'closing brackets': ['', ']', '\n'],
  'separators of lines that end none': ['', '\u2028', '\n'],
  'item with nothing on its first line': ['-\n', '  words and more words\n', ''],
  'list in an item with nothing on its first line': ['-\n', '  - words and more words\n', ''],
  'table that lacks cells': ['| a | b | c |\n| --- | --- | --- |\n', '| a cell |\n', ''],
  'quote of a table that lacks cells': [
    `> |${' a |'.repeat(100)}\n> |${' - |'.repeat(100)}\n`,
    `> |${' a |'.repeat(99)}\n`,
    '',
  ],
};

/** The same of whole documents, under templates of their own where the built-in one asks for nothing of the kind. */
const sections: Readonly<Record<string, readonly [template: string | undefined, string, string, string]>> = {
  'one section': [undefined, '# Plan\n\n', '## Summary\n\n', ''],
  'one section that is unfinished': [undefined, '# Plan\n\n', '## Scope\n\nTBD\n\n', ''],
  'one section at another depth': [undefined, '# Plan\n\n', '#### Scope\n\nwords\n\n', ''],
  'sections that are not asked for': [undefined, '# Plan\n\n', '## Part %\n\nwords\n\n', ''],
  'sections to be repeated': ['## Option {name}\n\nSay.\n', '# Plan\n\n', '## Option %\n\nwords\n\n', ''],
  'sections that are too long': [
    '## Scope\n\nIn 1-2 words.\n',
    '# Plan\n\n',
    '## Scope\n\nToo many words of it.\n\n',
    '',
  ],
  'guidance alone': ['## Scope\n\nSay what it is about.\n', '# Plan\n\n', '## Scope\n\nSay what it is about.\n\n', ''],
  'guidance among words': [
    '## Scope\n\nSay what it is about.\n',
    '## Scope\n\n',
    'Say what it is about. Ours.\n\n',
    '',
  ],
  'guidance in a list': ['## Scope\n\nSay what it is about.\n', '## Scope\n\n', '- Say what it is about. Ours.\n', ''],
  'comments of the template': [
    '## A\n\n<!-- Say what it is about. -->\n',
    '## A\n\n',
    '<!-- Say what it is about. -->\n\n',
    '',
  ],
  placeholders: ['## Scope\n\nOf [NAME] and {option}.\n', '## Scope\n\n', 'words of [NAME] and {option}\n\n', ''],
  'placeholders in a list': ['## Scope\n\nOf [NAME].\n', '## Scope\n\n', '- words of [NAME]\n', ''],
  'comments that silence a line': [
    undefined,
    '## Scope\n\n',
    '<!-- tech-spec-disable-next-line empty-section -->\n\n',
    '',
  ],
  'comments that silence what is behind them': [
    undefined,
    '## Scope\n\n',
    '<!-- tech-spec-disable empty-section -->\n\n',
    '',
  ],
  'silenced sections': [undefined, '# Plan\n\n', '<!-- tech-spec-disable-next-line -->\n## Summary\n\n', ''],
  'marks of a merge': [undefined, '## Scope\n\n', '<<<<<<< x\nours\n=======\ntheirs\n>>>>>>> y\n', ''],
  'marks of a merge that part': [undefined, '## Scope\n\n<<<<<<< x\n', 'ours\n=======\n\n', '>>>>>>> y\n'],
  'bold lines': ['**Scope**\n\nSay.\n', '# Plan\n\n', '**Scope**\n\nwords\n\n', ''],
  'bold lines that are not asked for': ['**Scope**\n\nSay.\n', '# Plan\n\n', '**Part %**\n\nwords\n\n', ''],
  'bold lines of one paragraph': ['**Scope**\n\nSay.\n', '# Plan\n\n', '**Scope:** words\n', ''],
};

const source = { uri: 'template.md', builtin: undefined, name: 'Template' };
const client = capabilitiesOf({ processId: null, rootUri: null, capabilities: {} });
let template = core.parseTemplate(core.builtinTemplate);
let worst = 0;
/** What the template does not have is told of. */
let isStrict = false;

/** As the server holds it: by more than by what runs. */
const opened = new Map<string, core.SpecDocument>();

/** When others were last heard. */
let heard = 0;

/**
 * As a server lets them be heard: what it works on is then held by what waits, and not by what runs, of which the engine knows
 * nothing until it stops for it, with hundreds of megabytes to go through that nothing else leads to.
 */
async function othersAreHeard(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  const now = performance.now();
  worst = Math.max(worst, now - heard);
  heard = now;
}

/** All of it as the server does it, which lets others be heard when a slice is over. */
async function inSlices<T>(steps: core.Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done || slice <= performance.now() - heard) await othersAreHeard();
    if (done) return value;
  }
}

/** What is not done in steps. */
async function inOne<T>(work: () => T): Promise<T> {
  const done = work();
  await othersAreHeard();
  return done;
}

async function check(document: core.SpecDocument): Promise<readonly core.Finding[]> {
  await inSlices(core.bindInSteps(template, document));
  const context = core.contextOf(template, document);
  await inSlices(core.statusesInSteps(context.binding));
  const severities = new Map(isStrict ? [['unknown-section', 'warning'] as const] : []);
  return inSlices(core.checkInSteps(context, core.rules, { stage: 'draft', severities, most: 20_000 }));
}

/** What editors ask for beside the findings, as they are sent it. */
async function answer(read: core.SpecDocument, findings: readonly core.Finding[], at: number): Promise<void> {
  const context = core.contextOf(template, read);
  const { document } = context;
  const symbols = await inSlices(core.symbolsInSteps(document, context));
  const converted = await inSlices(toSymbols(document, symbols));
  await inOne(() => JSON.stringify(converted));
  const folds = await inSlices(core.foldsInSteps(document));
  await inOne(() => JSON.stringify(folds.map(toFoldingRange)));
  const tokens = await inSlices(core.tokensInSteps(context));
  const coloured = await inSlices(toSemanticTokens(document, tokens));
  await inOne(() => JSON.stringify(coloured));
  const shown = await inOne(() => core.shown(document, findings));
  const diagnostics = await inSlices(
    toDiagnostics('long.md', { document, source: { ...source, schema: template } }, shown, client),
  );
  await inOne(() => JSON.stringify(diagnostics));
  await inSlices(fixesOf(findings));
  for (const offset of [at, document.lines.length]) {
    await inSlices(core.completionsInSteps(context, offset, { shapes: true }));
    await inOne(() => core.hover(context, offset));
    await inOne(() => core.definitions(context, offset));
  }
  await inSlices(core.inlaysInSteps(context, { start: 0, end: document.lines.length }));
  const outline = await inSlices(core.outlineInSteps(context));
  const sections = await inSlices(toOutlineSections({ ...context, stage: 'draft' }, outline));
  await inOne(() => JSON.stringify(sections));
  for (const whole of [core.lenses, core.openSections]) await inOne(() => whole(context));
}

/** Each by itself: where a fix takes long it is seen. */
function* fixesOf(findings: readonly core.Finding[]): core.Steps<void> {
  for (const finding of findings) {
    finding.fixes();
    yield;
  }
}

/** Opens it, and types at a place: a letter, a line, a paragraph, a heading, a definition. */
async function typeIn(text: string, at: number): Promise<void> {
  heard = performance.now();
  let lines = await inOne(() => new core.LineIndex(text));
  let document = await inSlices(core.documentInSteps(lines, undefined, []));
  opened.set('long.md', document);
  await answer(document, await check(document), at);
  for (const newText of ['x', '\n', '\n\nx\n\n', '\n# x', '[a]: b\n']) {
    const edit = { span: { start: at, end: at }, newText };
    lines = await inOne(() => lines.edited(edit));
    document = await inSlices(core.documentInSteps(lines, document, [edit]));
    opened.set('long.md', document);
    await check(document);
  }
  await answer(document, await check(document), at);
}

function numbered(line: string): string {
  const all: string[] = [];
  for (let [at, length] = [0, 0]; length < size; at++)
    length += all[all.push(line.replaceAll('%', `${at}`)) - 1]?.length ?? 0;
  return all.join('');
}

function repeated(line: string): string {
  return line.includes('%') ? numbered(line) : line.repeat(size / line.length);
}

/** Where to type: behind one of the lines, in their middle. */
function middleOf(text: string, line: string): number {
  const end = line.slice(line.trimEnd().lastIndexOf('%') + 1);
  return text.indexOf(end, size / 2) + end.trimEnd().length;
}

/** A document of one kind, and where to type in it. */
type Made = () => { readonly text: string; readonly at: number };

const shapes: Readonly<Record<string, Readonly<Record<string, Made>>>> = {
  blocks: made(blocks, ([head, line, foot]) => {
    const text = `# Plan\n\n## Summary\n\n${head}${repeated(line)}${foot}\n## Goals\n\nFewer lost drafts.\n`;
    return { text, at: middleOf(text, line) };
  }),
  headings: {
    headings: () => {
      const text = `# Plan\n\n${numbered('## Part %\n\nwords\n\n')}`;
      return { text, at: text.indexOf('words', size / 2) + 'words'.length };
    },
  },
  sections: made(sections, ([asked = core.builtinTemplate, head, line, foot]) => {
    isStrict = true;
    template = core.parseTemplate(asked);
    const text = `${head}${repeated(line)}${foot}`;
    return { text, at: middleOf(text, line) };
  }),
};

function made<Kind>(kinds: Readonly<Record<string, Kind>>, of: (kind: Kind) => ReturnType<Made>) {
  return Object.fromEntries(Object.entries(kinds).map(([what, kind]): [string, Made] => [what, () => of(kind)]));
}

const [shape = '', kind] = process.argv.slice(2);
const documents = shapes[shape] ?? {};
if (kind === undefined) console.log(JSON.stringify(Object.keys(documents)));
else {
  const { text, at } = documents[kind]?.() ?? { text: '', at: 0 };
  await typeIn(text, at);
  console.log(worst);
}
