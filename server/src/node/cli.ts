/** Entry: the program. Arguments in, exit code out; everything else is in `commands`. */
import { processTerminal } from './terminal.ts';

const argv = process.argv.slice(2);
if (argv[0] === 'lsp' && !argv.includes('--help') && !argv.includes('-h')) {
  // An editor waits: what reads arguments and knows the other commands is not even loaded.
  import('./commands/lsp.ts').then(({ lspCommand }) => lspCommand());
} else {
  // Both are built alike: what is beside this file ends like it.
  const thread = new URL(`./cli-thread${/\.\w+$/.exec(import.meta.url)?.[0]}`, import.meta.url);
  import('./commands/program.ts')
    .then(({ run }) => run(argv, processTerminal(thread)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}
