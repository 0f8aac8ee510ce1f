/** What a check costs beside the parsing of blocks that any tool needs: CPU time of one process. */
import MarkdownIt from 'markdown-it';
import * as core from '../server/src/core/index.ts';
import { spec } from './documents.mts';
import { alternate, type Pair } from './measure.mts';

/** A fresh document, checked as ready, against markdown-it's blocks of the same text. */
export async function checkAgainstBlocks(size: number, rounds: number): Promise<Pair> {
  const template = core.parseTemplate(core.builtinTemplate);
  const markdown = new MarkdownIt({ html: true });
  const { text } = spec(size);
  const times = Math.max(1, Math.round(1e6 / size));
  let number = 0;
  // Each text is another one: nothing may be remembered.
  const fresh = () => text.replace('Part 1 ', `Part ${(number += 1)} `);
  const ours = () =>
    spent(times, () =>
      core.check(core.contextOf(template, core.parseDocument(fresh())), core.rules, { stage: 'ready' }),
    );
  const theirs = () => spent(times, () => markdown.block.parse(fresh(), markdown, {}, []));
  return await alternate(rounds, ours, theirs);
}

/** Milliseconds of CPU, user and system, for one of several runs. */
function spent(times: number, run: () => unknown): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}
