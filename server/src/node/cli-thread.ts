/** Entry: one of the threads in which the program checks many documents. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { compiledFile } from './compiled.ts';
import { partsIn } from './parts.ts';

const parts = partsIn(join(import.meta.dirname, 'cli'), compiledFile('program'));
const { takePart } = parts.load('program') as typeof import('./program.ts');
// The thread lives until nothing is left to do.
takePart(workerData, (news) => parentPort?.postMessage(news));
