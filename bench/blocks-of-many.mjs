/** `node blocks-of-many.mjs`: reads all Markdown below the folder that it runs in, and has markdown-it parse its blocks, in two threads. Nothing is checked. */
import { isAscii } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true });
const atOnce = 8;

/** Takes the next few files until there are none. */
function parseAll({ files, next }) {
  for (let first = Atomics.add(next, 0, atOnce); first < files.length; first = Atomics.add(next, 0, atOnce)) {
    for (const file of files.slice(first, first + atOnce)) parse(readFileSync(file));
  }
}

function parse(bytes) {
  try {
    markdown.block.parse(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'), markdown, {}, []);
  } catch {
    // Some of the documents are there to break parsers.
  }
}

if (isMainThread) {
  const files = readdirSync('.', { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.md'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const shared = { files, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  new Worker(new URL(import.meta.url), { workerData: shared });
  parseAll(shared);
} else parseAll(workerData);
