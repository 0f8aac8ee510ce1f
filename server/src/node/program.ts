/** The program. Arguments in, exit code out; everything else is in `commands`. */
import { pathToFileURL } from 'node:url';
import { run } from './commands/program.ts';
import { processTerminal } from './terminal.ts';

export { takePart } from './commands/thread.ts';

/** `threadScript` is what each further thread runs. */
export async function main(argv: readonly string[], threadScript: string): Promise<void> {
  try {
    process.exitCode = await run(argv, processTerminal(pathToFileURL(threadScript)));
  } catch (error) {
    process.stderr.write(`tech-spec: ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
