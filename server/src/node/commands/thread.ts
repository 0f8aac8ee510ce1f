/** A thread's part of a check: it takes files until all are taken, and sends what came of them. */
import { rules } from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import { readTextFile } from '../read.ts';
import type { Outcome } from './checker.ts';
import { checkerOf, complaintsTo, recogniserOf } from './checker.ts';
import { type NamedFile, type ThreadNews, type ThreadOrder, takeNext } from './threads.ts';

/** What it leaves undone, where git cannot help or the template is gone, the main thread does, and finds the same trouble. */
export async function takePart(order: ThreadOrder, send: (news: ThreadNews) => void): Promise<void> {
  const { folder, environment, wishes, files, next } = order;
  // What is wrong beside the documents the main thread finds itself.
  const complaints = complaintsTo(() => {});
  const recogniser = recogniserOf(wishes, folder, complaints.tell);
  if ('trouble' in recogniser) return;
  const paths = files.flatMap(({ path }) => path ?? []);
  const terminal = { folder, environment };
  const checker = checkerOf({ recogniser, complaints, wishes, terminal, rules, paths, changes: undefined });
  try {
    for (;;) {
      const [first, ...others] = takeNext(next, files.length);
      if (first === undefined) return;
      const outcomes: Outcome[] = [];
      for (const at of [first, ...others]) outcomes.push(await checker.check(toSource(files[at] as NamedFile)));
      send({ first, outcomes });
    }
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
  } finally {
    checker.close();
  }
}

function toSource(file: NamedFile) {
  return { ...file, read: () => readTextFile(file.path ?? '') };
}
