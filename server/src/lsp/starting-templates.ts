/** The templates that a document could start from: the one in force where it lies, the team's others, the built-in ones. */
import * as core from '../core/index.ts';
import { folderOf, parentOf } from './addresses.ts';
import { builtinAt, defaultBuiltin } from './builtin.ts';
import type { Configuration, Configurations } from './configurations.ts';
import { type ConfiguredTemplates, troubleOf } from './configured-templates.ts';
import type { CheckSettings } from './settings.ts';
import {
  identityOf,
  type Loaded,
  type Place,
  placeWithin,
  type Template,
  type TemplateFiles,
  type Trouble,
} from './template-files.ts';

export interface StartingTemplate {
  readonly template: Template;
  readonly isInForce: boolean;
}

export interface StartingTemplatesOptions {
  readonly folders: () => readonly string[];
  readonly tell: (trouble: Trouble) => void;
  readonly files: TemplateFiles;
  readonly configured: ConfiguredTemplates;
  readonly configurations: Configurations;
}

/** Whoever asks here has asked for a template: trouble with it is told, known or not. */
export class StartingTemplates {
  readonly #options: StartingTemplatesOptions;

  constructor(options: StartingTemplatesOptions) {
    this.#options = options;
  }

  /** In a document or folder; undefined where it is in trouble. */
  async inForce(uri: string | undefined, settings: CheckSettings): Promise<Template | undefined> {
    return this.#orTold(await this.#inForce(uri, settings));
  }

  /** The one that was chosen, by its address or as settings name it, with what the configuration around `near` says of its sections; undefined where it is in trouble. */
  async chosen(name: string, near: string | undefined): Promise<Template | undefined> {
    const template = this.#orTold(await this.#options.files.load(this.#placeOf(name, near)));
    if (template === undefined) return undefined;
    const configured = await this.#ofEntries(near);
    return configured.find((each) => identityOf(each) === identityOf(template)) ?? template;
  }

  /** Those that can be read, each once: of the configuration's entries, the setting, the workspace's own, the built-in ones. The one in force comes first. */
  async all(near: string | undefined, settings: CheckSettings): Promise<readonly StartingTemplate[]> {
    const { files } = this.#options;
    const { place } = await this.placeInForce(near, settings);
    const own = await this.#issueTemplateIn(this.folderFor(near));
    const builtin = Array.from(core.builtinTemplates.keys(), (name) => ({ builtin: name }));
    const places = [place, ...(own === undefined ? [] : [own]), ...builtin];
    const loaded = await Promise.all(places.map((each) => files.load(each)));
    const all = [...(await this.#ofEntries(near)), ...loaded.flatMap((each) => ('trouble' in each ? [] : [each]))];
    const first = await this.#inForce(near, settings);
    const inForce = 'trouble' in first ? undefined : identityOf(first);
    const distinct = new Map<string, Template>();
    for (const each of all) if (!distinct.has(identityOf(each))) distinct.set(identityOf(each), each);
    return Array.from(distinct, ([identity, template]) => ({ template, isInForce: identity === inForce }));
  }

  /** Where no configuration speaks of documents. */
  async placeInForce(
    uri: string | undefined,
    { template }: CheckSettings,
  ): Promise<{ readonly place: Place; readonly by: 'setting' | 'issue-template' | 'built-in' }> {
    const folder = this.folderFor(uri);
    if (template !== undefined) return { place: placeWithin(template, folder, folder), by: 'setting' };
    const own = await this.#issueTemplateIn(folder);
    return own === undefined
      ? { place: { builtin: defaultBuiltin }, by: 'built-in' }
      : { place: own, by: 'issue-template' };
  }

  /** The workspace folder it lies in; its own folder where it lies in none; the first one where it has no place. */
  folderFor(uri: string | undefined): string | undefined {
    const folders = this.#options.folders();
    if (uri === undefined) return folders[0];
    return folderOf(uri, folders) ?? parentOf(uri) ?? folders[0];
  }

  async #inForce(uri: string | undefined, settings: CheckSettings): Promise<Loaded> {
    const { configured, configurations, files } = this.#options;
    const configuration = await configurations.around(uri);
    const broken = configuration && troubleOf(configuration);
    if (broken !== undefined) return { trouble: broken };
    const entry = configuration && startingEntry(configuration, uri);
    const found = configuration && entry && (await configured.of(configuration, entry));
    if (found !== undefined && 'trouble' in found) return found;
    return found?.[0]?.template ?? files.load((await this.placeInForce(uri, settings)).place);
  }

  /** In the order of the configuration's entries, that of the place first; entries in trouble are left out. */
  async #ofEntries(near: string | undefined): Promise<readonly Template[]> {
    const { configured, configurations } = this.#options;
    const configuration = await configurations.around(near);
    if (configuration === undefined || troubleOf(configuration) !== undefined) return [];
    const first = startingEntry(configuration, near);
    const entries = [...(first === undefined ? [] : [first]), ...(configuration.config.entries ?? [])];
    const found = await Promise.all(entries.map((entry) => configured.of(configuration, entry)));
    return found.flatMap((each) => ('trouble' in each ? [] : each.map(({ template }) => template)));
  }

  /** Only folders that are open are searched. */
  async #issueTemplateIn(folder: string | undefined): Promise<Place | undefined> {
    const isOpen = folder !== undefined && this.#options.folders().includes(folder);
    const own = isOpen ? await this.#options.files.issueTemplateOf(folder) : undefined;
    return own === undefined ? undefined : { uri: own, folder };
  }

  #placeOf(name: string, near: string | undefined): Place {
    const builtin = builtinAt(name);
    if (builtin !== undefined) return { builtin };
    if (ADDRESS.test(name)) return { uri: name, folder: undefined };
    const folder = this.folderFor(near);
    return placeWithin(name, folder, folder);
  }

  #orTold(loaded: Loaded): Template | undefined {
    if (!('trouble' in loaded)) return loaded;
    this.#options.tell(loaded.trouble);
    return undefined;
  }
}

/** Not a drive's letter. */
const ADDRESS = /^[a-z][a-z0-9+.-]+:\//i;

/** Where somebody starts a document: the entry of its place or folder, else the first. */
function startingEntry(configuration: Configuration, uri: string | undefined): core.ConfigEntry | undefined {
  const matched = uri === undefined ? undefined : configuration.entryFor(uri);
  if (matched !== undefined && 'entry' in matched) return matched.entry;
  return (uri === undefined ? undefined : configuration.entryForFolder(uri)) ?? configuration.config.entries?.[0];
}
