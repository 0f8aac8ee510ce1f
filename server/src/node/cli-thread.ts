/** Entry: one of the threads in which the program checks many documents. */
import { parentPort, workerData } from 'node:worker_threads';
import { takePart } from './commands/thread.ts';

await takePart(workerData, (news) => parentPort?.postMessage(news));
