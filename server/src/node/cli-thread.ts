/** Entry: one of the threads in which the program checks many documents. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { compiledFile } from './compiled.ts';
import { partsIn } from './parts.ts';

// It loads all before the first thread tells the engine what it was not told when something was kept, and keeps nothing itself.
const parts = partsIn(join(import.meta.dirname, 'cli'), compiledFile('program'));
const { takePart } = parts.load('program') as typeof import('./program.ts');
// The thread lives until nothing is left to do.
takePart(workerData, (news) => parentPort?.postMessage(news));
