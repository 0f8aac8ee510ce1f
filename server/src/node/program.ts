/** The program. Arguments in, exit code out; everything else is in `commands`. */
import { pathToFileURL } from 'node:url';
import { run } from './commands/program.ts';
import { processTerminal } from './terminal.ts';

export { takePart } from './commands/thread.ts';

/** `threadScript` is what each further thread runs; `beforeMany` is called when many documents are about to be checked. */
export async function main(argv: readonly string[], threadScript: string, beforeMany: () => void): Promise<void> {
  try {
    const terminal = processTerminal({ script: pathToFileURL(threadScript), beforeMany });
    process.exitCode = await run(argv, terminal);
    // Else Node would first give all memory back, bit by bit.
    if (terminal.isSaid()) process.exit();
  } catch (error) {
    process.stderr.write(`tech-spec: ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
