// Keystroke → diagnostics, ours against rumdl's: the same documents, the same edits, and each edit changes what is found.

import { spec } from './documents.mts';
import { type Editor, start } from './editor.mts';
import { alternate, type Pair, timed } from './measure.mts';
import { ours, rumdl, workspace } from './peers.mts';

const word = 'Tested';

export async function keystrokes(size: number, rounds: number): Promise<Pair> {
  const folder = workspace();
  const editors = await Promise.all([start(ours.server, folder), start(rumdl.server, folder)]);
  const [own, other] = await Promise.all(editors.map((editor) => typist(editor, `file://${folder}`, size)));
  const pair = await alternate(rounds, own!, other!);
  await Promise.all(editors.map((editor) => editor.close()));
  return pair;
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
