/** Entry: the program. Arguments in, exit code out; everything else is in `commands`. */
import { run } from './commands/program.ts';
import { processTerminal } from './terminal.ts';

// Both are built alike: what is beside this file ends like it.
const thread = new URL(`./cli-thread${/\.\w+$/.exec(import.meta.url)?.[0]}`, import.meta.url);
run(process.argv.slice(2), processTerminal(thread)).then((exitCode) => {
  process.exitCode = exitCode;
});
