/** Keystroke → diagnostics, ours against rumdl's: the same documents, the same edits, and each edit changes what is found. */
import { rmSync } from 'node:fs';
import { spec } from './documents.mts';
import { type Editor, type Program, start } from './editor.mts';
import { alternate, type Pair, timed } from './measure.mts';
import { ours, rumdl, workspace } from './peers.mts';

const word = 'Tested';

/** Ours against rumdl’s in a document of a size. */
export async function keystrokes(size: number, rounds: number): Promise<Pair> {
  return await inTurn(rounds, { program: ours.server, size }, { program: rumdl.server, size });
}

/** Ours in a long document against ours in a short one. */
export async function growth(long: number, short: number, rounds: number): Promise<Pair> {
  return await inTurn(rounds, { program: ours.server, size: long }, { program: ours.server, size: short });
}

interface Typed {
  readonly program: Program;
  readonly size: number;
}

async function inTurn(rounds: number, one: Typed, other: Typed): Promise<Pair> {
  const folder = workspace();
  const editors: Editor[] = [];
  const typists: (() => Promise<number>)[] = [];
  for (const { program, size } of [one, other]) {
    const editor = await start(program, folder);
    editors.push(editor);
    typists.push(await typist(editor, `file://${folder}`, size));
  }
  const [ours, theirs] = typists;
  try {
    return await alternate(rounds, ours!, theirs!);
  } finally {
    await Promise.all(editors.map((each) => each.close()));
    rmSync(folder, { recursive: true });
  }
}

/** Takes the section's only word away, or puts it back, and gives the milliseconds until the diagnostics are there. */
async function typist(editor: Editor, folder: string, size: number): Promise<() => Promise<number>> {
  const { text, line } = spec(size);
  const uri = `${folder}/tech-spec-plan.md`;
  await editor.open(uri, text);
  let found = await editor.diagnostics(uri);
  let isThere = true;
  return async () => {
    let count = found;
    const spent = await timed(async () => {
      await editor.type(uri, line, 0, isThere ? word.length : 0, isThere ? '' : word);
      count = await editor.diagnostics(uri);
    });
    const expected = found + (isThere ? 1 : -1);
    if (count !== expected) throw new Error(`A stale answer: ${count} diagnostics, not ${expected}`);
    isThere = !isThere;
    found = count;
    return spent;
  };
}
