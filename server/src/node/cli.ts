/** Entry: the program. Of the parts that it is built in it runs what its arguments ask for. */
import { join } from 'node:path';
import { compiledFile } from './compiled.ts';
import { lateOptimising, slowGrowth } from './engine.ts';
import { partsIn } from './parts.ts';

const argv = process.argv.slice(2);
// An editor waits: what reads arguments and knows the other commands is not even loaded.
const isServer = argv[0] === 'lsp' && !argv.includes('--help') && !argv.includes('-h');
const parts = partsIn(join(import.meta.dirname, 'cli'), compiledFile(isServer ? 'server' : 'program'));
const keep = isServer ? parts.keepMore : parts.keep;
// Of other commands too little would be kept for these, and of one that could not do its work.
if (isServer || argv[0] === 'check' || argv[0] === 'fix') process.on('exit', keepAtEnd);

if (isServer) {
  // Later there is more than a start takes. An engine that is told of other limits takes over nothing that was compiled before.
  setTimeout(() => {
    keep();
    process.off('exit', keepAtEnd);
    tellEngine(slowGrowth);
  }, 2_000).unref();
  (parts.load('server') as typeof import('./commands/lsp.ts')).lspCommand();
} else {
  const { main } = parts.load('program') as typeof import('./program.ts');
  main(argv, join(import.meta.dirname, 'cli-thread.js'), () => {
    // What is compiled from here on holds only for an engine that is told the same.
    keep();
    process.off('exit', keepAtEnd);
    tellEngine(lateOptimising(process.versions.v8));
  });
}

function keepAtEnd(code: number): void {
  if (code !== 2) keep();
}

/** To load what it takes takes as long as to check a few documents. */
function tellEngine(flag: string | undefined): void {
  if (flag !== undefined) process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}
