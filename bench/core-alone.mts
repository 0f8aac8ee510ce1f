/** `core-alone.mts check|blocks SIZE`: prints the milliseconds of CPU that one check of a document takes, or markdown-it's parse of its blocks. */
import MarkdownIt from 'markdown-it';
import * as core from '../server/src/core/index.ts';
import { spec } from './documents.mts';
import { figureOf } from './measure.mts';

const [what, size = ''] = process.argv.slice(2);
const { text } = spec(Number(size));
const template = core.parseTemplate(core.builtinTemplate);
const markdown = new MarkdownIt({ html: true });
let number = 0;

/** Each text is another one: nothing may be remembered. */
function fresh(): string {
  number++;
  return text.replace('Part 1 ', `Part ${number} `);
}

function once(): void {
  if (what === 'blocks') markdown.block.parse(fresh(), markdown, {}, []);
  else core.check(core.contextOf(template, core.parseDocument(fresh())), core.rules, { stage: 'ready' });
}

/** Of one of several, user and system, since such a clock is coarse. */
function spent(): number {
  const times = 10;
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) once();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

// Until the engine has compiled what it runs.
for (let round = 0; round < 20; round++) spent();
console.log(figureOf(Array.from({ length: 15 }, spent)).median);
