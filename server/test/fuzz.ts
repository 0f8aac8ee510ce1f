/** `npm run fuzz [-- SECONDS]`: documents and templates that are changed at random; what runs code in a way that none before did is changed further. */
import { equal } from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as core from '../src/core/index.ts';
import { anyScript, editOf, hostileText, type Script } from './edits.ts';
import { everything } from './everything.ts';
import { toldOf } from './told.ts';

interface Input {
  readonly template: string;
  readonly text: string;
  /** What is typed then. */
  readonly script: Script;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const found = join(root, 'out/fuzz');
const seconds = Number(process.argv[2] ?? 60);
/** In UTF-16 code units: a longer text takes its time and finds no more. */
const longest = 6000;

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const seen = new Set<string>();
const kept = seeds();
let [tried, failed] = [0, 0];
for (const input of [...kept]) attempt(input);
for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
  const input = changed(kept[Math.floor(Math.random() * kept.length)] as Input);
  if (attempt(input)) kept.push(input);
}
console.log(
  `${tried} inputs, ${kept.length} of them new to the code, ${seen.size} ways through it, ${failed} failures`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Whether it took a way that none before it took. A failure is written down, and the run goes on. */
function attempt(input: Input): boolean {
  tried++;
  try {
    everything(input.template, input.text, Math.floor(input.text.length / 2));
    typeInto(input);
  } catch (error) {
    failed++;
    mkdirSync(found, { recursive: true });
    const file = join(found, `${failed}.json`);
    writeFileSync(file, JSON.stringify(input, undefined, 2));
    console.error(`${file}: ${error instanceof Error ? error.stack : error}`);
  }
  const before = seen.size;
  for (const way of waysTaken()) seen.add(way);
  return before < seen.size;
}

function typeInto({ text, script }: Input): void {
  let document = core.parseDocument(text);
  for (const version of script) {
    let { lines } = document;
    const edits = version.map((each) => {
      const edit = editOf(lines.text, each);
      lines = lines.edited(edit);
      return edit;
    });
    document = core.parseDocument(lines, document, edits);
    equal(toldOf(document, 'words'), toldOf(core.parseDocument(lines.text), 'words'));
  }
}

/** Blocks of our own code that ran since it was asked last, and how often, roughly: once, a few times, many times. */
function waysTaken(): readonly string[] {
  const ways: string[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result } = { result: [] }) => {
    if (error !== null) throw error;
    for (const script of result.filter(({ url }) => url.includes('/server/src/core/'))) ways.push(...waysIn(script));
  });
  return ways;
}

function waysIn({ scriptId, functions }: Profiler.ScriptCoverage): readonly string[] {
  const ranges = functions.flatMap((each) => each.ranges).filter(({ count }) => 0 < count);
  return ranges.map(
    ({ startOffset, endOffset, count }) =>
      `${scriptId}:${startOffset}-${endOffset}:${Math.floor(Math.log2(count) / 2)}`,
  );
}

function seeds(): Input[] {
  const read = (folder: string) =>
    readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), 'utf8').slice(0, longest));
  const templates = read('templates');
  const texts = [...templates, ...read('examples/tech-specs'), ''];
  return templates.flatMap((template) => texts.map((text) => ({ template, text, script: [] })));
}

/** One of its parts, changed once or a few times. */
function changed(input: Input): Input {
  const script = fc.sample(anyScript(3), 1)[0] ?? [];
  if (Math.random() < 0.3) return { ...input, template: mutated(input.template), script };
  return { ...input, text: mutated(input.text), script };
}

function mutated(text: string): string {
  let result = text;
  for (let times = 1 + Math.floor(Math.random() * 4); 0 < times; times--) {
    const start = Math.floor(Math.random() * result.length);
    const end = Math.min(result.length, start + Math.floor(Math.random() ** 3 * 400));
    const other = (kept[Math.floor(Math.random() * kept.length)] as Input).text;
    const from = Math.floor(Math.random() * other.length);
    const between = [
      '',
      result.slice(start, end).repeat(2),
      other.slice(from, from + 200),
      fc.sample(hostileText(4), 1)[0] ?? '',
    ][Math.floor(Math.random() * 4)];
    result = result.slice(0, start) + between + result.slice(end);
  }
  return result.slice(0, longest);
}
