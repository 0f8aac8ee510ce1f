/** How each bar is measured: by how many pairs of runs, and on what. */
import { rmSync } from 'node:fs';
import {
  againstMarkdownlint,
  againstRumdl,
  type Documents,
  documents,
  floorAgainstRumdl,
  isHarmless,
  start,
} from './batch.mts';
import { checkAgainstBlocks } from './core.mts';
import { growth, keystrokes } from './keystroke.mts';
import { type Pair, pairOf } from './measure.mts';
import { firstDiagnostics, type Memory, memory } from './server.mts';
import { slicesAgainstLongest } from './slices.mts';

export interface Run {
  readonly pairs: number;
  measure(pairs: number): Promise<Pair & { readonly note?: string }>;
}

const kb = 1_000;
const mb = 1_000_000;
const many = 3_000;

/** By the bar’s id. Keys are typed as an author types them in some ten minutes; the first count like the last. */
export const runs: Readonly<Record<string, Run>> = {
  'keystroke-10kb': { pairs: 2000, measure: (pairs) => keystrokes(10 * kb, pairs) },
  'keystroke-100kb': { pairs: 2000, measure: (pairs) => keystrokes(100 * kb, pairs) },
  'keystroke-1mb': { pairs: 150, measure: (pairs) => keystrokes(mb, pairs) },
  'keystroke-growth': { pairs: 2000, measure: (pairs) => growth(mb, 10 * kb, pairs) },
  'batch-rumdl': {
    pairs: 5,
    measure: (pairs) => inFolder(documents(many), '', (folder) => againstRumdl(folder, pairs)),
  },
  'batch-floor': {
    pairs: 5,
    measure: (pairs) => inFolder(documents(many), '', (folder) => floorAgainstRumdl(folder, pairs)),
  },
  'batch-markdownlint': {
    pairs: 3,
    measure: (pairs) => {
      const left = ', without those on which markdownlint throws';
      return inFolder(documents(many, isHarmless), left, (folder) => againstMarkdownlint(folder, pairs));
    },
  },
  check: { pairs: 7, measure: (pairs) => checkAgainstBlocks(100 * kb, pairs) },
  'slice-blocks': { pairs: 1, measure: async (pairs) => slicesAgainstLongest('blocks', pairs) },
  'slice-sections': { pairs: 1, measure: async (pairs) => slicesAgainstLongest('sections', pairs) },
  'slice-headings': { pairs: 5, measure: async (pairs) => slicesAgainstLongest('headings', pairs) },
  'start-server': { pairs: 15, measure: firstDiagnostics },
  'start-program': { pairs: 20, measure: start },
  'memory-specs': { pairs: 1, measure: async () => once(({ open, tokens }) => ({ own: open, other: tokens })) },
  'memory-edits': { pairs: 1, measure: async () => once(({ warm, edited }) => ({ own: edited, other: warm })) },
};

async function inFolder(folder: Documents, left: string, measure: (folder: Documents) => Promise<Pair>) {
  try {
    return { ...(await measure(folder)), note: `${folder.what}${left}` };
  } finally {
    rmSync(folder.folder, { recursive: true });
  }
}

let measured: Promise<Memory> | undefined;

/** Two rows are read off one run. */
async function once(read: (memory: Memory) => { readonly own: number; readonly other: number }): Promise<Pair> {
  measured ??= memory();
  return pairOf([read(await measured)]);
}
