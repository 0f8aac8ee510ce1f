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

export function anyScript(versions: number): fc.Arbitrary<Script> {
  const few = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(anyTyped()) },
    { weight: 1, arbitrary: fc.array(anyTyped(), { minLength: 2, maxLength: 4 }) },
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

function anyTyped(): fc.Arbitrary<Typed> {
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
      { weight: 160, arbitrary: fc.constantFrom(...marks) },
      { weight: 40, arbitrary: fc.array(fc.constantFrom(...marks), { maxLength: 5 }).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: fc.constantFrom('x'.repeat(20_000), '[x '.repeat(100), 'x\n\n'.repeat(40)) },
    ),
  });
}

/** Line ends come more often than anything: most of Markdown hangs on them. */
const marks = [
  ...['\n', '\n', '\n\n', '\n\n', '\r', '\r\n', ' ', '    ', '\t', '\u2028', '\v', '\u00a0'],
  ...['x', 'word word', '🙂', '\ud83d', '\udc00', '\0', '\ufeff', '日本'],
  ...['#', '## ', '# A', '## Goals', '## Risks: N/A', '#### B #', '\n===\n', '\n---\n', '---', '===', '-', '='],
  ...['- ', '- a', '* b', '1. ', '10) c', '  - d', '> ', '>', '> q', '      code'],
  ...['```', '~~~', '````', '<!--', '-->', '<!-- a -->', '<div>', '</div>', '<pre>', '</pre>', '<?', '?>', '<b>'],
  ...['<h2>A</h2>', '<h2>A</h2>\n', '<h1 id="b">', '</h1>', '</h2>'],
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
