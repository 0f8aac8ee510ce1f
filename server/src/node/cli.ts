/** Entry: the program. Arguments in, exit code out; everything else is in `commands`. */
import { run } from './commands/program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await run(process.argv.slice(2), processTerminal());
