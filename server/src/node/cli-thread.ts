/** Entry: one of the threads in which the program checks many documents. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { partsIn } from './parts.ts';

// Its engine was told what it was not told when something was kept.
const parts = partsIn(join(import.meta.dirname, 'cli'), undefined);
const { takePart } = parts.load('program') as typeof import('./program.ts');
// The thread lives until nothing is left to do.
takePart(workerData, (news) => parentPort?.postMessage(news));
