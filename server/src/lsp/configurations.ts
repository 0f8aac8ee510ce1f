/** `.tech-spec.json`: the nearest one up the folders of a document, and which of its entries speaks of it. */
import * as core from '../core/index.ts';
import {
  addressWithin,
  folderOf,
  isSameAddress,
  liesIn,
  nameOf,
  normalAddress,
  parentOf,
  pathIn,
} from './addresses.ts';
import { folderGlobOf, globOf, spellsNames } from './globs.ts';
import type { Host } from './host.ts';

export const configurationName = '.tech-spec.json';

export interface Configuration {
  /** Of the file. */
  readonly uri: string;
  /** What patterns and templates in it are relative to. */
  readonly folder: string;
  /** What templates must lie in. */
  readonly within: string;
  readonly config: core.Config;
  /** Which entry speaks of a document; undefined where none does. `except` is what took it out of one. */
  entryFor(uri: string): Matched | { readonly except: core.Words | undefined };
  /** Whether one of the entries names it as its template. */
  isTemplate(uri: string): boolean;
  /** The first entry whose documents lie in a folder. */
  entryForFolder(uri: string): core.ConfigEntry | undefined;
}

export interface Matched {
  readonly entry: core.ConfigEntry;
  /** What the document's path fits. */
  readonly pattern: core.Words;
}

/** `none`: no configuration is looked for. A file: it speaks of all documents. */
export type Lookup = 'nearest' | 'none' | { readonly uri: string; readonly within: string };

export interface ConfigurationsOptions {
  readonly host: Host;
  readonly folders: () => readonly string[];
  readonly lookup: Lookup;
}

export class Configurations {
  readonly #options: ConfigurationsOptions;
  /** By the file's address; promises, since requests for one document arrive together. */
  readonly #read = new Map<string, Promise<Configuration | undefined>>();
  /** Of them those to be read again when they are asked for again: nobody says when a network is back. */
  readonly #unreadable = new Set<string>();
  readonly #repositories = new Map<string, Promise<boolean>>();

  constructor(options: ConfigurationsOptions) {
    this.#options = options;
  }

  /** Of a document; of one without a place yet that of the first workspace folder. Undefined where there is none. Never rejects. */
  async of(uri: string | undefined): Promise<Configuration | undefined> {
    const { lookup, folders } = this.#options;
    if (lookup === 'none') return undefined;
    if (lookup !== 'nearest') return this.#at(lookup.uri, lookup.within);
    const folder = (uri === undefined ? undefined : parentOf(uri)) ?? folders()[0];
    return folder === undefined ? undefined : this.#nearest(folder);
  }

  /** The same for what is a document or a folder. */
  async around(uri: string | undefined): Promise<Configuration | undefined> {
    const isPlace = uri !== undefined && parentOf(uri) !== undefined;
    return isPlace && this.#options.lookup === 'nearest' ? this.#nearest(uri) : this.of(uri);
  }

  /** All that were asked for and are there. */
  async known(): Promise<readonly Configuration[]> {
    const found = await Promise.all(this.#read.values());
    return found.filter((each) => each !== undefined);
  }

  /** One of them, or all that is known may have changed. */
  forgetAll(): void {
    this.#read.clear();
    this.#repositories.clear();
  }

  /** The folder that is not left from there: neither upwards to a configuration, nor from that to a template. */
  async reachOf(start: string): Promise<string> {
    return folderOf(start, this.#options.folders()) ?? (await this.#repositoryOf(start)) ?? start;
  }

  /** No further up than the workspace folder; outside of all of them, than the repository, or the document's own folder where that is in none. */
  async #nearest(start: string): Promise<Configuration | undefined> {
    const within = await this.reachOf(start);
    for (let folder = start; ; ) {
      const found = await this.#at(`${withoutSlash(folder)}/${configurationName}`, within);
      if (found !== undefined || isSameAddress(withoutSlash(folder), withoutSlash(within))) return found;
      const parent = parentOf(withoutSlash(folder));
      if (parent === undefined || isSameAddress(parent, folder) || !liesIn(parent, within)) return undefined;
      folder = parent;
    }
  }

  async #repositoryOf(start: string): Promise<string | undefined> {
    for (let folder = start; ; ) {
      if (await this.#isRepository(folder)) return folder;
      const parent = parentOf(withoutSlash(folder));
      if (parent === undefined || isSameAddress(parent, folder)) return undefined;
      folder = parent;
    }
  }

  /** `.git` is a folder, which cannot be read as a text, or in a work tree a file, which can. */
  #isRepository(folder: string): Promise<boolean> {
    const uri = `${withoutSlash(folder)}/.git`;
    const known = this.#repositories.get(uri);
    if (known !== undefined) return known;
    const asked = this.#options.host.readText(uri).then(
      (text) => text !== undefined,
      () => true,
    );
    this.#repositories.set(uri, asked);
    return asked;
  }

  #at(uri: string, within: string): Promise<Configuration | undefined> {
    const key = normalAddress(uri);
    const known = this.#read.get(key);
    if (known !== undefined && !this.#unreadable.delete(key)) return known;
    const reading = this.#readAt(uri, within);
    this.#read.set(key, reading);
    return reading;
  }

  async #readAt(uri: string, within: string): Promise<Configuration | undefined> {
    try {
      const text = await this.#options.host.readText(uri, within);
      return text === undefined ? undefined : configurationFrom(uri, within, core.parseConfig(text));
    } catch (error) {
      this.#unreadable.add(normalAddress(uri));
      const why = error instanceof Error ? error.message : String(error);
      return configurationFrom(uri, within, core.unreadableConfig(why));
    }
  }
}

/** What a text of the configuration at this address would mean. */
export function configurationFrom(uri: string, within: string, config: core.Config): Configuration {
  const folder = parentOf(uri) ?? within;
  const rows = (config.entries ?? []).map((entry) => ({
    entry,
    files: entry.files.map((pattern) => ({ pattern, matches: matcherFor(pattern.value) })),
    except: entry.except.map((pattern) => ({ pattern, matches: globOf(pattern.value) })),
    folders: entry.files.map((pattern) => folderGlobOf(pattern.value)),
  }));
  const named = (config.entries ?? []).flatMap(({ templates }) => templates);
  const addresses = new Set(named.map(({ value }) => addressWithin(value, folder, within)));
  const templates = new Set(Array.from(addresses, (address) => address && normalAddress(address)));
  return {
    uri,
    folder,
    within,
    config,
    isTemplate: (document) => templates.has(normalAddress(document)),
    entryFor(document) {
      let taken: core.Words | undefined;
      const path = liesIn(document, folder) ? pathIn(document, folder) : '';
      for (const { entry, files, except } of path === '' ? [] : rows) {
        const found = files.find(({ matches }) => matches(path));
        if (found === undefined) continue;
        const out = except.find(({ matches }) => matches(path));
        if (out === undefined) return { entry, pattern: found.pattern };
        taken ??= out.pattern;
      }
      return { except: taken };
    },
    entryForFolder(uri) {
      if (!liesIn(uri, folder)) return undefined;
      const path = pathIn(uri, folder);
      return rows.find(({ folders }) => folders.some((holds) => holds(path)))?.entry;
    },
  };
}

/** READMEs, indexes and templates that lie among documents are none, unless their name was written down. */
function matcherFor(pattern: string): (path: string) => boolean {
  const matches = globOf(pattern);
  return spellsNames(pattern) ? matches : (path) => !core.isAside(path) && matches(path);
}

export function isConfiguration(uri: string): boolean {
  return nameOf(uri) === configurationName;
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}
