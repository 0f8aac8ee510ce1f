/** Lines that are very long: Markdown’s parser looks at each of their characters, and some of its rules do so again and again. */
import { behindBlanks, type LineMarks, markLines, mostBlanks } from './source.ts';
import { applyEdits, type Edit } from './span.ts';

interface BlockState extends LineMarks {
  /** Of a text in which they were looked for. */
  readonly long?: LongLines;
  /** The last one that was begun, where nobody reads what stands in its cells. */
  readonly table?: { map: [number, number] | null };
  readonly blkIndent: number;
  readonly src: string;
  parentType: string;
  line: number;
}
type Rules = [BlockRule, BlockRule, BlockRule];
type BlockRule = (state: BlockState, first: number, end: number, silent: boolean) => boolean;
interface Parser {
  readonly block: {
    readonly ruler: {
      getRules(chain: string): readonly unknown[];
      at(name: string, rule: never, options: { alt: string[] }): void;
    };
  };
  validateLink(address: string): boolean;
}

/** Of most texts none. */
export interface LongLines {
  /** What ends nothing in HTML: all that does has one sign. */
  readonly endless: readonly number[];
  /** What takes out blanks that tell nothing behind as many in front, before a line’s words. */
  readonly edits: readonly Edit[];
}

/** Has a state read a source, with its lines marked. */
export function begin(state: LineMarks & { src: string }, source: string): LongLines {
  state.src = source;
  markLines(state, source);
  const long = longLinesIn(source, state);
  return long.edits.length === 0 ? long : begin(state, applyEdits(source, long.edits));
}

function longLinesIn(source: string, { lineMax, bMarks, eMarks }: LineMarks): LongLines {
  if (source.length <= mostOfLine) return none;
  const [endless, edits]: [number[], Edit[]] = [[], []];
  for (let line = 0; line < lineMax; line++) {
    const [start = 0, end = 0] = [bMarks[line], eMarks[line]];
    if (end <= start + mostOfLine) continue;
    let at = start;
    for (let mark = 0; mark < mostMarks; mark++) {
      const words = behindBlanks(source, at);
      if (at + mostBlanks < words) edits.push({ span: { start: at + mostBlanks, end: words }, newText: '' });
      at = words;
      if (end <= at || !MARK.test(source.charAt(at))) break;
      at++;
    }
    if (!source.slice(at, end).includes('>')) endless.push(line);
  }
  return { endless, edits };
}

const none: LongLines = { endless: [], edits: [] };
/** Of quotes and items; it ends nothing in HTML. */
const MARK = /[-*+>.)\d]/;
const mostMarks = 1000;

/** Has rules across the page, HTML without an end and good addresses told by what a very long line begins with, and tables by that of each row. */
export function withShortLines<Own extends Parser>(parser: Own): Own {
  const { ruler } = parser.block;
  const rules = ruler.getRules('') as readonly BlockRule[];
  const [readTable, readRule, readHtml] = [rules[table], rules[acrossPage], rules[htmlBlock]] as Rules;
  const inTable: BlockRule = (state, first, end, silent) => {
    if (hasLongHead(state, first)) return false;
    if (silent || state.table === undefined) return readTable(state, first, end, silent);
    if (!readTable(state, first, Math.min(first + 2, end), false)) return false;
    readRows(state, end, ruler.getRules('blockquote') as readonly BlockRule[]);
    return true;
  };
  const inRule: BlockRule = (state, first, end, silent) => {
    const isLong = mostOfLine < (state.eMarks[first] ?? 0) - (state.bMarks[first] ?? 0);
    if (!isLong) return readRule(state, first, end, silent);
    return asShort(state, [first], first, () => readRule(state, first, end, silent));
  };
  const inHtml: BlockRule = (state, first, end, silent) => {
    const { endless } = state.long ?? none;
    if (endless.length === 0) return readHtml(state, first, end, silent);
    return asShort(state, endless, first, () => readHtml(state, first, end, silent));
  };
  ruler.at('table', inTable as never, { alt: ['paragraph', 'reference'] });
  ruler.at('hr', inRule as never, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  ruler.at('html_block', inHtml as never, { alt: ['paragraph', 'reference', 'blockquote'] });
  const { validateLink } = parser;
  // It may be an image.
  parser.validateLink = (address) => validateLink(address.slice(0, mostOfScheme));
  return parser;
}

/**
 * Those of a table, whose head was read, up to where something else begins. Their cells are not looked for; markdown-it ends a
 * table that lacks 65,536 of them, which would be told by all rows above.
 */
function readRows(state: BlockState, end: number, others: readonly BlockRule[]): void {
  const { parentType } = state;
  state.parentType = 'table';
  let line = state.line;
  while (line < end && isRow(state, line) && !others.some((begins) => begins(state, line, end, true))) line++;
  state.parentType = parentType;
  state.line = line;
  if (state.table?.map) state.table.map[1] = line;
}

function isRow({ src, bMarks, eMarks, sCount, blkIndent }: BlockState, line: number): boolean {
  const indent = (sCount[line] ?? 0) - blkIndent;
  return 0 <= indent && indent < 4 && src.slice(bMarks[line], eMarks[line]).trim() !== '';
}

/** Whether a table with its head at a line would have one that is too long. */
function hasLongHead(marks: LineMarks, first: number): boolean {
  return isLongHead(marks, first) || isLongHead(marks, first + 1);
}

function isLongHead({ bMarks, eMarks }: LineMarks, line: number): boolean {
  return mostOfHead < (eMarks[line] ?? 0) - (bMarks[line] ?? 0);
}

/** What is read where those from a line on are no longer than is looked through. */
export function asShort<T>(
  { bMarks, eMarks }: Pick<LineMarks, 'bMarks' | 'eMarks'>,
  long: readonly number[],
  from: number,
  read: () => T,
): T {
  const own = long.filter((line) => from <= line);
  const ends = own.map((line) => eMarks[line] ?? 0);
  for (const line of own) eMarks[line] = (bMarks[line] ?? 0) + mostOfLine;
  try {
    return read();
  } finally {
    for (const [at, line] of own.entries()) eMarks[line] = ends[at] ?? 0;
  }
}

/** In UTF-16 code units: no more of a line is looked through for what it begins. */
export const mostOfLine = 64 * 1024;

/** Above it no line is a table’s head, nor the row of marks below that: their cells count to the last one. */
export const mostOfHead = 4 * mostOfLine;

/** In UTF-16 code units: what an address begins with says whether it is a good one. */
const mostOfScheme = 1000;
/** Where they stand among the rules. */
const [table, acrossPage, htmlBlock] = [0, 4, 7];
