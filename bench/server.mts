/** The server as a process: how soon it answers, and what it keeps. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { spec } from './documents.mts';
import { type Editor, type Program, start } from './editor.mts';
import { alternate, type Pair, timed } from './measure.mts';
import { ours, rumdl, workspace } from './peers.mts';

/** From the start of the process to the first diagnostics of a small document. */
export async function firstDiagnostics(rounds: number): Promise<Pair> {
  const folder = workspace();
  const { text, line } = spec(5_000);
  const once = async (program: Program) => {
    let editor: Editor | undefined;
    const spent = await timed(async () => {
      editor = await start(program, folder);
      const uri = `file://${folder}/tech-spec-plan.md`;
      await editor.open(uri, text.split('\n').toSpliced(line, 1, '').join('\n'));
      // A server that is still reading its configuration answers with nothing: that is no diagnostics yet.
      while ((await editor.diagnostics(uri)) === 0);
    });
    await editor?.close();
    return spent;
  };
  return await alternate(
    rounds,
    () => once(ours.server),
    () => once(rumdl.server),
  );
}

/** MB resident. */
export interface Memory {
  /** With 1,000 open specs. */
  readonly open: number;
  /** Of a Node that holds markdown-it’s tokens of the same texts. */
  readonly tokens: number;
  /** After the first 1,000 edits: each document was typed into, and all code is there. */
  readonly warm: number;
  /** After 10,000 more. */
  readonly edited: number;
}

export async function memory(): Promise<Memory> {
  const folder = workspace();
  const editor = await start(ours.server, folder);
  const texts = Array.from({ length: 1_000 }, (_, number) => spec(5_000 + 10 * number));
  for (const [number, { text }] of texts.entries()) {
    const uri = uriOf(folder, number);
    await editor.open(uri, text);
    await editor.diagnostics(uri);
  }
  const open = resident(editor.pid);
  let warm = open;
  for (let edit = 0; edit < 11_000; edit += 1) {
    if (edit === 1_000) warm = resident(editor.pid);
    const number = edit % 100;
    const uri = uriOf(folder, number);
    const isThere = Math.floor(edit / 100) % 2 === 0;
    await editor.type(uri, texts[number]!.line, 0, isThere ? 'Tested'.length : 0, isThere ? '' : 'Tested');
    await editor.diagnostics(uri);
  }
  const edited = resident(editor.pid);
  await editor.close();
  return { open, tokens: tokensResident(), warm, edited };
}

function uriOf(folder: string, number: number): string {
  return `file://${folder}/tech-spec-${number}.md`;
}

/** MB, as the system counts. */
function resident(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** In a process of its own, so that nothing of ours counts. */
function tokensResident(): number {
  const script = `
    import { readFileSync } from 'node:fs';
    import MarkdownIt from 'markdown-it';
    import { spec } from './bench/documents.mts';
    const markdown = new MarkdownIt({ html: true });
    const held = Array.from({ length: 1000 }, (_, number) => markdown.parse(spec(5000 + 10 * number).text, {}));
    const status = readFileSync('/proc/self/status', 'utf8');
    console.log(Number(/VmRSS:\\s+(\\d+)/.exec(status)[1]) / 1024, held.length);
  `;
  const args = ['--import=tsx', '--input-type=module', '-e', script];
  return Number.parseFloat(
    execFileSync(process.execPath, args, { encoding: 'utf8', cwd: new URL('..', import.meta.url) }),
  );
}
