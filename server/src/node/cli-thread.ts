/** Entry: one of the threads in which the program checks many documents. */
import { parentPort, workerData } from 'node:worker_threads';
import { takePart } from './commands/thread.ts';

/** Resolves when nothing is left to do; the thread lives as long. */
export const done = takePart(workerData, (news) => parentPort?.postMessage(news));
