/** What is read of a template's front matter, line by line. */
import { deepEqual, equal } from 'node:assert/strict';
import { frontMatterOf } from '../../src/core/front-matter.ts';
import { entryFor, type KeySpec, keysIn, titleLimits } from '../../src/core/front-matter-schema.ts';
import { parseDocument, readTemplate } from '../../src/core/index.ts';

function specsOf(front: string): readonly KeySpec[] {
  return keysIn({ document: parseDocument(`---\n${front}\n---\n\n## A\n`) });
}

function specOf(front: string): KeySpec {
  const [spec] = specsOf(front);
  if (spec === undefined) throw new Error('There is no key');
  return spec;
}

describe('a line of a template’s front matter', () => {
  for (const [line, expected] of [
    ['a: b', { key: 'a', value: 'b', source: 'b', remark: '' }],
    ['a: "b # c"', { value: 'b # c', source: '"b # c"', remark: '' }],
    ["a:  'b' # keep it", { value: 'b', source: "'b'", remark: 'keep it' }],
    ['a: "b\\"c" # d', { source: '"b\\"c"', remark: 'd' }],
    ["a: 'b''c' # d", { source: "'b''c'", remark: 'd' }],
    ['a: b#c', { value: 'b#c', remark: '' }],
    ['a: # said', { value: '', source: '', remark: 'said' }],
    ['a: b <!-- said -->', { value: 'b', remark: 'said' }],
    ['a (*optional): b', { key: 'a', required: false, remark: '*optional' }],
    ['#   It is optional.\na: b', { required: false, optionalBy: 'It is optional.' }],
    ['##optional\na: b', { required: false, optionalBy: 'optional' }],
    [
      '# All of these are optional: what is optional may go\na: b',
      { optionalBy: 'All of these are optional: what is optional' },
    ],
    ['# Optional, all of it\na: b', { required: false, optionalBy: 'Optional, all of it' }],
    ['# All of it\n# It may go\na: b # not optional', { required: true, remark: 'not optional\n\nIt may go' }],
    ['a b \t: \t b  c \t', { key: 'a b', value: 'b  c' }],
    ["a b \t(c) \t: ''", { key: 'a b', value: '', source: "''", remark: 'c' }],
    ['a: <URL, optional>', { required: false, placeholder: '<URL, optional>', value: '' }],
    ['a: <a (number)>', { placeholder: '<a (number)>', value: '' }],
  ] as const) {
    it(JSON.stringify(line), () => {
      const spec = specOf(line);
      const read = Object.fromEntries(Object.keys(expected).map((name) => [name, spec[name as keyof KeySpec]]));
      deepEqual(read, expected);
    });
  }

  it('that stands twice is asked for once', () => equal(specsOf('a: b\na: c').length, 1));

  it('that is deeper is no key', () =>
    deepEqual(
      specsOf('a:\n  b: c\nd: e').map(({ key }) => key),
      ['a', 'd'],
    ));

  it('in a text of several lines is no key', () =>
    deepEqual(
      specsOf('a: |\n  x\n  y: z\nb: c').map(({ key }) => key),
      ['a', 'b'],
    ));

  it('is read where the whole is no YAML', () =>
    deepEqual(
      specsOf('a: [b\nc: d').map(({ key }) => key),
      ['a', 'c'],
    ));

  it('ends where lines end, whatever ends them', () => {
    const document = parseDocument('---\ra: b\rc: d\r---\r\r## A\r');
    deepEqual(
      keysIn({ document }).map(({ key, source }) => [key, source]),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    );
  });

  it('of TOML is nobody’s', () => deepEqual(keysIn({ document: parseDocument('+++\na: b\n+++\n\n## A\n') }), []));
});

describe('choices go on', () => {
  for (const [said, expected] of [
    ['<Technical (Core, Networking) | Recovery>', true],
    ['Technical (Core) | Recovery', true],
    ['Technical | Recovery (any)', true],
    ['Technical | Recovery', false],
    ['Technical (Core)', false],
    ['Technical (Core) stuff | Recovery', false],
  ] as const) {
    it(`${expected ? '' : 'not '}in ${said}`, () => equal(specOf(`a: ${said}`).choicesGoOn, expected));
  }
});

describe('the entry for a key', () => {
  const found = frontMatterOf(parseDocument('---\nrequires (*optional): 1\nauthor: Ada\nauthor (x): B\n---\n'));

  for (const [key, expected] of [
    ['author', 'Ada'],
    ['requires', 1],
    ['title', undefined],
  ] as const) {
    it(key, () => equal(found && entryFor(found, { key })?.value, expected));
  }
});

describe('the length of a title, said above the sections', () => {
  const limitsIn = (above: string) => titleLimits(readTemplate(`${above}\n\n## A\n\nThe title must be 5 words.\n`, ''));

  for (const [above, expected] of [
    ['The title should be 44 characters or less.', [44]],
    ['Fill this in.  The title should be 44 characters or less. It is read.', [44]],
    ['<!-- Keep it. -->\n\n> The title may be at most 9 words', [9]],
    ['* _The PR title_ should be at most 9 words', []],
    ['> - * The pull-request title must be at most 9 words', [9]],
    ['Say it\n\nYour title must be at most 7 words\n\nand go on', [7]],
    ['The body should be 44 words or less.', []],
    ['', []],
  ] as const) {
    it(JSON.stringify(above), () =>
      deepEqual(
        limitsIn(above).map(({ max }) => max),
        expected,
      ),
    );
  }
});
