/** The bars: what is measured, against whom, and how little it is to take. The table in README.md has a row for each. */

export interface Bar {
  /** `npm run bench -- ID` measures it alone, and a part of the name all that begin so. */
  readonly id: string;
  readonly what: string;
  /** What stands in the two columns. */
  readonly ours: string;
  readonly theirs: string;
  readonly unit: 'ms' | 'MB';
  /** The ratio is to be no more. Undefined for what only shows where the floor is. */
  readonly bar: number | undefined;
}

const keystroke = 'keystroke → diagnostics over stdio LSP';
const batch = 'check of 3,000 documents, each against the built-in template, wall time';

export const bars: readonly Bar[] = [
  { id: 'keystroke-10kb', what: `${keystroke}, 10 KB`, ours: 'ours', theirs: 'rumdl', unit: 'ms', bar: 0.5 },
  { id: 'keystroke-100kb', what: `${keystroke}, 100 KB`, ours: 'ours', theirs: 'rumdl', unit: 'ms', bar: 0.2 },
  { id: 'keystroke-1mb', what: `${keystroke}, 1 MB`, ours: 'ours', theirs: 'rumdl', unit: 'ms', bar: 0.05 },
  { id: 'keystroke-growth', what: keystroke, ours: 'ours, 1 MB', theirs: 'ours, 10 KB', unit: 'ms', bar: 2 },
  { id: 'batch-rumdl', what: batch, ours: 'ours', theirs: 'rumdl, MD043 and MD082, no cache', unit: 'ms', bar: 0.8 },
  { id: 'batch-markdownlint', what: batch, ours: 'ours', theirs: 'markdownlint-cli2, MD043', unit: 'ms', bar: 0.04 },
  {
    id: 'batch-floor',
    what: 'the same documents read and parsed in two threads, nothing checked, wall time',
    ours: 'markdown-it',
    theirs: 'rumdl, MD043 and MD082, no cache',
    unit: 'ms',
    bar: undefined,
  },
  {
    id: 'check',
    what: 'check of a document of 100 KB, CPU',
    ours: 'ours',
    theirs: 'markdown-it’s block parse',
    unit: 'ms',
    bar: 1.5,
  },
  {
    id: 'slice-blocks',
    what: 'longest slice in which others wait, documents of 10 MB that are one block, opened and typed in',
    ours: 'ours, of any kind',
    theirs: 'nobody notices',
    unit: 'ms',
    bar: 1,
  },
  {
    id: 'slice-sections',
    what: 'the same, documents of 10 MB that are one section, comment, mark or placeholder again and again',
    ours: 'ours, of any kind',
    theirs: 'nobody notices',
    unit: 'ms',
    bar: 1,
  },
  {
    id: 'slice-headings',
    what: 'the same, a document of 10 MB that is 357,000 headings',
    ours: 'ours',
    theirs: 'nobody notices',
    unit: 'ms',
    bar: 1,
  },
  {
    id: 'start-server',
    what: 'start of the server to the first diagnostics',
    ours: 'ours',
    theirs: 'rumdl',
    unit: 'ms',
    bar: 1.5,
  },
  { id: 'start-program', what: 'program on one small file', ours: 'ours', theirs: '`node -e 0`', unit: 'ms', bar: 2 },
  {
    id: 'memory-specs',
    what: 'resident memory with 1,000 open specs',
    ours: 'ours',
    theirs: 'markdown-it holding their tokens',
    unit: 'MB',
    bar: 1.5,
  },
  {
    id: 'memory-edits',
    what: 'resident memory over 10,000 edits, behind the first 1,000',
    ours: 'after',
    theirs: 'before',
    unit: 'MB',
    bar: 1.1,
  },
];
