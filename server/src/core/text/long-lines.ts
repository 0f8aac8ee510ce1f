/** Lines that are very long: Markdown’s parser looks at each of their characters, and some of its rules do so again and again. */
import { hasLongHead, mostOfRow, withShortRows } from './long-rows.ts';
import type { LineMarks } from './source.ts';

interface BlockState extends LineMarks {
  /** Of a text in which very long rows of tables were looked for. */
  readonly longRows?: readonly number[];
}
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

/** Has rows of tables, rules across the page and good addresses told by what a very long line begins with. */
export function withShortLines<Own extends Parser>(parser: Own): Own {
  const { ruler } = parser.block;
  const rules = ruler.getRules('') as readonly BlockRule[];
  const [readTable, readRule] = [rules[table], rules[acrossPage]] as [BlockRule, BlockRule];
  const inTable: BlockRule = (state, first, end, silent) => {
    const { longRows = [] } = state;
    if (hasLongHead(state, first)) return false;
    if (longRows.length === 0) return readTable(state, first, end, silent);
    return withShortRows(state, longRows, first + 2, () => readTable(state, first, end, silent));
  };
  const inRule: BlockRule = (state, first, end, silent) => {
    const isLong = mostOfRow < (state.eMarks[first] ?? 0) - (state.bMarks[first] ?? 0);
    if (!isLong) return readRule(state, first, end, silent);
    return withShortRows(state, [first], first, () => readRule(state, first, end, silent));
  };
  ruler.at('table', inTable as never, { alt: ['paragraph', 'reference'] });
  ruler.at('hr', inRule as never, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  const { validateLink } = parser;
  // It may be an image.
  parser.validateLink = (address) => validateLink(address.slice(0, mostOfScheme));
  return parser;
}

/** In UTF-16 code units: what an address begins with says whether it is a good one. */
const mostOfScheme = 1000;
/** Where they stand among the rules. */
const [table, acrossPage] = [0, 4];
