/** Blanks beyond ASCII in tags of HTML, where they part nothing: markdown-it takes each for a blank and for a part of a value, and tries all ways. */

interface State {
  src: string;
}
interface BlockState extends State {
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
}
interface InlineState extends State {
  readonly pos: number;
}
type BlockRule = (state: BlockState, first: number, end: number, silent: boolean) => boolean;
type InlineRule = (state: InlineState, silent: boolean) => boolean;
interface Ruler {
  getRules(chain: string): readonly unknown[];
  at(name: string, rule: never, options?: { alt: string[] }): void;
}
interface Rules {
  readonly ruler: Ruler;
}

/** Has what looks for tags read a sign in place of each. What is found keeps its place, and nobody reads its words. */
export function withPlainTags<Parser extends { readonly block: Rules; readonly inline: Rules }>(
  parser: Parser,
): Parser {
  const { block, inline } = parser;
  const readBlock = block.ruler.getRules('')[htmlBlock] as BlockRule;
  const readTag = inline.ruler.getRules('')[htmlInline] as InlineRule;
  const inBlock: BlockRule = (state, first, end, silent) => {
    const start = (state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0);
    if (state.src.charCodeAt(start) !== LESS || NO_TAG.test(state.src.charAt(start + 1))) return false;
    if (!ODD_BLANK.test(state.src.slice(start, state.eMarks[first]))) return readBlock(state, first, end, silent);
    return plainly(state, () => readBlock(state, first, end, silent));
  };
  const inLine: InlineRule = (state, silent) =>
    state.src.charCodeAt(state.pos) === LESS && plainly(state, () => readTag(state, silent));
  block.ruler.at('html_block', inBlock as never, { alt: ['paragraph', 'reference', 'blockquote'] });
  inline.ruler.at('html_inline', inLine as never);
  return parser;
}

/** Where they stand among the rules. */
const [htmlBlock, htmlInline] = [7, 10];
const LESS = 60;

function plainly(state: State, read: () => boolean): boolean {
  const { src } = state;
  state.src = plain.get(state) ?? src.replaceAll(ODD_BLANKS, '\ufffd');
  plain.set(state, state.src);
  try {
    return read();
  } finally {
    state.src = src;
  }
}

/** Of a text that many tags stand in, made once. */
const plain = new WeakMap<State, string>();

/** Behind the mark that opens one. */
const NO_TAG = /[^a-z/!?]/i;
const ODD_BLANK = /[^\S\t-\r ]/;
const ODD_BLANKS = /[^\S\t-\r ]/g;
