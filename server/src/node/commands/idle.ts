/** Words of a configuration that no document heeds: what `ready` asks the front matter for in vain. */
import { pathToFileURL } from 'node:url';
import { type ConfigEntry, idleReady, type Note, parseDocument, type SpecDocument } from '../../core/index.ts';
import type { Configuration } from '../../lsp/configurations.ts';
import { readTextFile } from '../read.ts';
import type { Recognise } from './templates.ts';

/** Of every entry that has the word; documents are read only as far as it takes. `paths` are absolute. */
export async function idleReadiness(
  configuration: Configuration,
  paths: readonly string[],
  recognise: Recognise,
): Promise<readonly Note[]> {
  const notes: Note[] = [];
  for (const entry of configuration.config.entries ?? []) {
    const own = entry.ready.size === 0 ? [] : paths.filter((path) => isOf(configuration, entry, path));
    const [path] = own;
    if (path === undefined) continue;
    const first = await recognise({ document: parseDocument(''), path, file: path, isNamed: false });
    const template = first === undefined || 'problems' in first ? undefined : first.template;
    notes.push(...idleReady(entry, template, headsOf(own)));
  }
  return notes;
}

function isOf(configuration: Configuration, entry: ConfigEntry, path: string): boolean {
  const found = configuration.entryFor(pathToFileURL(path).href);
  return 'entry' in found && found.entry === entry;
}

function* headsOf(paths: readonly string[]): Iterable<SpecDocument> {
  for (const path of paths) {
    const read = readTextFile(path);
    if (read.kind !== 'text') continue;
    const [head = ''] = /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?=\n|$)/.exec(read.text.slice(0, longestHead)) ?? [];
    yield parseDocument(head);
  }
}

/** Nobody's front matter is longer. */
const longestHead = 50_000;
