/** What people and tools type, at random: mostly what means something to Markdown, where it means most. */
import fc from 'fast-check';
import type { Edit } from '../src/core/index.ts';

/** An edit of a text that is not known yet. */
export interface Typed {
  /** How far into the text, in ten-thousandths. */
  readonly at: number;
  /** Moved to the start or the end of the line. */
  readonly to: 'here' | 'start' | 'end';
  readonly removed: number;
  readonly typed: string;
}

/** Versions one after another: each is typed in one edit or in several. */
export type Script = readonly (readonly Typed[])[];

export function anyScript(versions: number, words = marks): fc.Arbitrary<Script> {
  const few = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(anyTyped(words)) },
    { weight: 1, arbitrary: fc.array(anyTyped(words), { minLength: 2, maxLength: 4 }) },
  );
  return fc.array(few, { minLength: 1, maxLength: versions, size: 'max' });
}

/** Where it lands in a text. */
export function editOf(text: string, { at, to, removed, typed }: Typed): Edit {
  const { length } = text;
  const offset = Math.floor((at / 10_000) * length);
  const end = text.indexOf('\n', offset);
  const places = { here: offset, start: text.lastIndexOf('\n', offset - 1) + 1, end: end === -1 ? length : end };
  const start = places[to];
  return { span: { start, end: Math.min(length, start + removed) }, newText: typed };
}

/** Lines of marks in no order: nothing in them is as it seems. */
export function hostileText(lines: number): fc.Arbitrary<string> {
  const line = fc.tuple(fc.constantFrom(...marks), fc.constantFrom('\n', '\n', '', '\n\n', '\r\n', '\r'));
  return fc.array(line, { minLength: 1, maxLength: lines, size: 'max' }).map((parts) => parts.flat().join(''));
}

/** Long blocks of every kind, with what does not belong there now and then. */
export function longBlocks(): fc.Arbitrary<string> {
  const block = fc.constantFrom(...blocks).chain(({ head, lines, foot }) => {
    const own = { weight: 14, arbitrary: fc.constantFrom(...lines) };
    const line = fc.oneof(own, { weight: 1, arbitrary: fc.constantFrom(...marks) });
    const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
    return fc
      .tuple(fc.array(line, { minLength: 4, maxLength: 40, size: 'max' }), end, fc.constantFrom(foot, ''))
      .map(([body, lineEnd, last]) => [...head, ...body, ...(last === '' ? [] : [last]), ''].join(lineEnd));
  });
  const between = fc.constantFrom('', '', '\n', '# A\n\n', '[a]: b\n', 'See [a].\n');
  return fc.array(fc.tuple(between, block), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat().join(''));
}

/** Lines that stand in quotes and items, most of them in the same, and long blocks among them. */
export function nestedBlocks(): fc.Arbitrary<string> {
  const mark = fc.constantFrom(
    '> ',
    '>',
    '>\t',
    '- ',
    '-   ',
    '1. ',
    '12) ',
    '* ',
    '  ',
    '    ',
    '\t',
    '-\t',
    '-     ',
  );
  const marks = fc.array(mark, { maxLength: 3 }).map((all) => all.join(''));
  const words = fc.constantFrom(...inBlocks);
  const own = fc.tuple(
    fc.array(marks, { minLength: 1, maxLength: 4 }),
    fc.array(words, { minLength: 1, maxLength: 5 }),
  );
  return own.chain(([opening, few]) => {
    const within = opening.map((all) => all.replace(/[-*]|\d+[.)]/g, (each) => ' '.repeat(each.length)));
    const ownMarks = fc.constantFrom(...opening, ...within);
    const line = fc.tuple(
      fc.oneof({ weight: 11, arbitrary: ownMarks }, { weight: 1, arbitrary: marks }),
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...few) }, { weight: 1, arbitrary: words }),
    );
    const all = fc.array(line, { minLength: 5, maxLength: 60, size: 'max' });
    const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
    return fc.tuple(all, end).map(([lines, lineEnd]) => lines.map((parts) => parts.join('') + lineEnd).join(''));
  });
}

const inBlocks = [
  ...['a', 'b c', '', '', '', '```', '~~~', '```js', '<div>', '</div>', '<!--', '-->', '<pre>', '</pre>', '<b>'],
  ...['| a | b |', '|---|---|', '| c |', 'a | b', '---|---', '    code', '      code', '===', '---', '***', '# d'],
  ...['[a]: b', '[a]: b "c', 'd"', '[a](b) c', '[a', 'b]: c', '- e', '2. f', '> g', '-', '1.', '>', '[ ] h'],
  ...[`${'* '.repeat(49)}i`, `${'> '.repeat(99)}j`, `${'- '.repeat(52)}k`],
];

/** Lines with brackets, mostly without a blank line between them: what defines something, goes on with that, or seems to. */
export function definingLines(): fc.Arbitrary<string> {
  const one = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...defining) },
    { weight: 2, arbitrary: fc.constantFrom(...beside) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('> ', '- ', '  ', '1. '), fc.constantFrom(...defining)) },
    // What is a heading under another, and words in a title or in a label.
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('a\n===\n', 'b\n'), fc.nat(12)) },
  );
  const lines = fc.array(one, { minLength: 1, maxLength: 30, size: 'max' });
  const all = lines.map((parts) => parts.map(lineOf));
  return fc.tuple(all, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')).map(([parts, end]) => parts.join(end));
}

function lineOf(part: string | readonly [string, string | number]): string {
  if (typeof part === 'string') return part;
  const [words, more] = part;
  return typeof more === 'string' ? words + more : `${words.repeat(more)}c`;
}

/** Mostly what is typed among such lines, too. */
export const defining: readonly string[] = [
  ...['- [ ] a', '- [x] b', '- [a](b)', '[a](b) c', '[a] b', '[a][b]', '[^1]: c', '[a]:', '[b]: c', '[c]: d "e"'],
  ...['[a]: b "c', "[b]: c 'd", '[c]: d (e', 'e"', "f'", 'g)', '"h', "'i", '(j', '"k"', '(l) m', '"n" o', '<p'],
  ...['[a', '[b c', 'd]: e', 'f](g)', 'h]', ']', ']:', ']: i', '[', '[a\\]', '[a\\', '\\[a]: b', '[[a]: b', '[a[: b'],
  ...[
    '[a]: <b',
    '[a]: <b> "c',
    '[a]: <b c> "d',
    '[a]: b\\',
    '[a]: b c',
    '[a]: b  ',
    '[a]:b',
    '[]: b',
    '[a] : b',
    '() c',
    '"" d',
  ],
  ...['> [a', '> b]: c', '>', '1. [a]: b', '- [a', '  b]: c', '  "d"', '    e"', '\t[a]: b', '      [b]: c'],
];

const beside = [
  ...['a', 'b c', '# A', '## B', ' # C', '- d', '* e', '2. f', '> g', '===', '---', '***', '    h', '-', '#'],
  ...['a | b', '---|---', '| c |', '```', '<!--', '-->', '<div>', '</div>', '', ' ', '- i\n  - j', '<h2>k</h2>'],
];

/** Lines of which some are nested as deep as Markdown’s parser goes, or deeper, among others that may go on with them. */
export function deepLines(): fc.Arbitrary<string> {
  const marks = fc.constantFrom('- ', '> ', '>', '* ', '1. ', '- > ', '>\t', '  ');
  const deep = fc.tuple(
    marks,
    fc.oneof(fc.integer({ min: 23, max: 52 }), fc.integer({ min: 95, max: 103 })),
    besideDeep(),
  );
  const one = fc.oneof(
    { weight: 1, arbitrary: deep.map(([mark, depth, words]) => mark.repeat(depth) + words) },
    { weight: 1, arbitrary: fc.constantFrom(-6, -4, -2, 0, 2).map((more) => `${' '.repeat(100 + more)}- a`) },
    { weight: 12, arbitrary: besideDeep() },
  );
  return fc.array(one, { minLength: 1, maxLength: 40, size: 'max' }).map((lines) => lines.join('\n'));
}

function besideDeep(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...['- a', '- b c', '  d', '> e', '> f g', '>', '> - h', '', '', '# A', 'i', '```', '    j', '[a]: b', '> > k'],
    ...['a | b', '---|---', '-', '===', '<div>', '> # l', '2. m'],
  );
}

const blocks: readonly {
  readonly head: readonly string[];
  readonly lines: readonly string[];
  readonly foot: string;
}[] = [
  {
    head: [],
    lines: ['- a', '- b c', ' - d', '- **e**', '- [x] f', '  - g', '  h', '', '- i | j', '---|---'],
    foot: '',
  },
  { head: ['7) a'], lines: ['1) a', '2) b', '   c', '', '3. d', '   - e'], foot: '' },
  { head: [], lines: ['> a', '> b c', '>d', '>', '> ', '>  e', 'f'], foot: '' },
  {
    head: [],
    lines: [
      '> - a',
      '> - b c',
      '> * d',
      '> 2. e',
      '> 3. f',
      '> 1. g',
      '>   h',
      '>     i',
      '>  - j',
      '>',
      '> k',
      'l',
      '> # m',
    ],
    foot: '',
  },
  {
    head: ['> 1. a'],
    lines: ['> 2. b', '> 3. c | d', '> ---|---', '---|---', '>    e', '> - f', '> [a]: b "c', '> > g'],
    foot: '',
  },
  {
    head: [],
    lines: ['[a]: b', '[b]: c "d"', '[c]: <d>', '"e"', '[d]: e', "  'f' g", '[//]: # (h)', '', '[i', 'j]: k'],
    foot: '',
  },
  { head: ['> a'], lines: ['> b', '>', '> - c', '>   d', '> > e', '> ```', '> <!--'], foot: '' },
  { head: ['| a | b |', '| - | - |'], lines: ['| c | d |', '| e |', 'f', '| g \\| h | i |', '|'], foot: '' },
  { head: [], lines: ['a b', 'c', 'D | e', '  f', 'g.'], foot: '===' },
  { head: ['```js'], lines: ['a', '', '  b', '}', '- c', '---', '|'], foot: '```' },
  { head: ['~~~~'], lines: ['a', '```', '~~~', '# b', '---|---'], foot: '~~~~' },
  { head: ['<!--'], lines: ['a', '', '- b', '# c', '<d>', '---'], foot: '--> e' },
  { head: ['<div>'], lines: ['a', '<b>c</b>', '# d', '<h2>e</h2>', '- f'], foot: '</div>' },
  {
    head: ['<h2>a</h2>'],
    lines: ['b', '<h3>c</h3>', '<!-- d -->', '<b>e</b>', '- f', '<a id="g"></a><h2>g</h2>'],
    foot: '',
  },
  { head: ['<a id="a"></a><h2>a</h2>'], lines: ['b', 'c', '<a id="d"></a><h2>d</h2>', '- e'], foot: '<h2>f</h2>' },
  { head: ['<pre>'], lines: ['a', '', '# b', '|--|', '  c'], foot: '</pre>' },
  { head: [], lines: ['    a', '    b', '\tc', '', '      d'], foot: '' },
];

function anyTyped(words: readonly string[]): fc.Arbitrary<Typed> {
  return fc.record({
    at: fc.nat(10_000),
    to: fc.constantFrom('here', 'here', 'start', 'end'),
    removed: fc.oneof(
      { weight: 80, arbitrary: fc.constant(0) },
      { weight: 60, arbitrary: fc.nat(4) },
      { weight: 20, arbitrary: fc.nat(80) },
      { weight: 1, arbitrary: fc.nat(5_000) },
    ),
    typed: fc.oneof(
      { weight: 20, arbitrary: fc.constant('') },
      { weight: 160, arbitrary: fc.constantFrom(...words) },
      { weight: 40, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: fc.constantFrom('x'.repeat(20_000), '[x '.repeat(100), 'x\n\n'.repeat(40)) },
    ),
  });
}

/** Line ends come more often than anything: most of Markdown hangs on them. */
const marks: readonly string[] = [
  ...['\n', '\n', '\n\n', '\n\n', '\r', '\r\n', ' ', '    ', '\t', '\u2028', '\v', '\u00a0'],
  ...['x', 'word word', '🙂', '\ud83d', '\udc00', '\0', '\ufeff', '日本'],
  ...['#', '## ', '# A', '## Goals', '## Risks: N/A', '#### B #', '\n===\n', '\n---\n', '---', '===', '-', '='],
  ...['- ', '- a', '* b', '1. ', '10) c', '  - d', '> ', '>', '> q', '      code'],
  ...['```', '~~~', '````', '<!--', '-->', '<!-- a -->', '<div>', '</div>', '<pre>', '</pre>', '<?', '?>', '<b>'],
  ...['<h2>A</h2>', '<h2>A</h2>\n', '<h1 id="b">', '</h1>', '</h2>', '<a id="c"></a>', '<a id="d"></a><h2>D</h2>\n'],
  ...['|', '| a | b |', '|---|---|', '| a | b |\n|---|---|\n', ':-:'],
  ...[
    '[',
    ']',
    '](',
    ']:',
    '[a]',
    '[b][a]',
    '[a]: ',
    '[a]: b',
    '[a]: b "',
    '"',
    "'",
    '(',
    ')',
    '[//]: # (x)',
    '[_]: <> "y"',
  ],
  ...['*', '**', '_', '`', '\\', '&amp;', '<b', '**Goals**', '**Risks:** none'],
  ...['+++', '---\na: b\n---\n', '...', 'title: x', 'status: draft'],
  ...['N/A', 'TBD', 'Say why.', '[title]', '{option}', 'Team: [team name]', 'YYYY-MM-DD', 'Moved to x.md.'],
  ...[
    '<!-- tech-spec-disable -->',
    '<!-- tech-spec-enable -->',
    '<!-- tech-spec: none -->',
    '<!-- tech-spec: template=a.md -->',
  ],
];
