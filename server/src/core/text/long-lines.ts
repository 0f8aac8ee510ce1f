/** Lines that are very long: Markdown’s parser looks at each of their characters, and some of its rules do so again and again. */
import { hasLongHead, mostOfRow, withShortRows } from './long-rows.ts';
import { behindBlanks, type LineMarks, markLines, mostBlanks } from './source.ts';
import { applyEdits, type Edit } from './span.ts';

interface BlockState extends LineMarks {
  /** Of a text in which they were looked for. */
  readonly long?: LongLines;
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
  /** What can be a row of a table, and, by how it begins, nothing else. */
  readonly rows: readonly number[];
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

export function longLinesIn(source: string, { lineMax, bMarks, eMarks, tShift }: LineMarks): LongLines {
  if (source.length <= mostOfRow) return none;
  const [rows, endless, edits]: [number[], number[], Edit[]] = [[], [], []];
  for (let line = 0; line < lineMax; line++) {
    const [start = 0, end = 0] = [bMarks[line], eMarks[line]];
    if (end <= start + mostOfRow) continue;
    if (ONLY_A_ROW.test(source.charAt(start + (tShift[line] ?? 0)))) rows.push(line);
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
  return { rows, endless, edits };
}

const none: LongLines = { rows: [], endless: [], edits: [] };
const ONLY_A_ROW = /[^`~>*\-_+#<\d]/;
/** Of quotes and items; it ends nothing in HTML. */
const MARK = /[-*+>.)\d]/;
const mostMarks = 1000;

/** Has rows of tables, rules across the page, HTML without an end and good addresses told by what a very long line begins with. */
export function withShortLines<Own extends Parser>(parser: Own): Own {
  const { ruler } = parser.block;
  const rules = ruler.getRules('') as readonly BlockRule[];
  const [readTable, readRule, readHtml] = [rules[table], rules[acrossPage], rules[htmlBlock]] as Rules;
  const inTable: BlockRule = (state, first, end, silent) => {
    if (hasLongHead(state, first)) return false;
    return withShortRows(state, state.long?.rows, first + 2, () => readTable(state, first, end, silent));
  };
  const inRule: BlockRule = (state, first, end, silent) => {
    const isLong = mostOfRow < (state.eMarks[first] ?? 0) - (state.bMarks[first] ?? 0);
    if (!isLong) return readRule(state, first, end, silent);
    return withShortRows(state, [first], first, () => readRule(state, first, end, silent));
  };
  const inHtml: BlockRule = (state, first, end, silent) =>
    withShortRows(state, state.long?.endless, first, () => readHtml(state, first, end, silent));
  ruler.at('table', inTable as never, { alt: ['paragraph', 'reference'] });
  ruler.at('hr', inRule as never, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  ruler.at('html_block', inHtml as never, { alt: ['paragraph', 'reference', 'blockquote'] });
  const { validateLink } = parser;
  // It may be an image.
  parser.validateLink = (address) => validateLink(address.slice(0, mostOfScheme));
  return parser;
}

/** In UTF-16 code units: what an address begins with says whether it is a good one. */
const mostOfScheme = 1000;
/** Where they stand among the rules. */
const [table, acrossPage, htmlBlock] = [0, 4, 7];
