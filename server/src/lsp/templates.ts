/** A document → its template: what the document says itself, the configuration, the setting, the workspace's own, the built-in one. */
import * as core from '../core/index.ts';
import { addressWithin, folderOf, isSameAddress, nameOf, normalAddress, parentOf, pathIn } from './addresses.ts';
import type { Host } from './host.ts';
import { builtinUri } from './protocol.ts';
import type { Settings } from './settings.ts';

export interface Template {
  /** Undefined for the built-in one. */
  readonly uri: string | undefined;
  /** As it calls itself, else its file's name. */
  readonly name: string;
  readonly schema: core.SpecTemplate;
}

/** Why there is no template where there must be one. */
export interface Trouble {
  /** In a few words, and with what follows from it. */
  readonly what: string;
  readonly message: string;
  readonly uri: string | undefined;
}

/** What is asked about. `recognised` is remembered for the document while it is open. */
export interface Candidate {
  readonly uri: string;
  readonly document: core.SpecDocument;
  readonly recognised: Set<string>;
}

export interface TemplatesOptions {
  readonly host: Host;
  readonly folders: () => readonly string[];
  /** Told once of each trouble, and again when it comes back. */
  readonly tell: (trouble: Trouble) => void;
  /** Told once of each template's file, also where it is not there yet. */
  readonly watch: (uri: string, folder: string | undefined) => void;
}

type Loaded = Template | { readonly trouble: Trouble };

/** Where a template is said to be. */
type Place = { readonly uri: string; readonly folder: string | undefined } | { readonly trouble: Trouble } | 'builtin';

/** What `.tech-spec.json` says of a document. No such file is read yet: none says anything. */
export async function configurationOf(_uri: string): Promise<{ readonly template: string } | undefined> {
  return undefined;
}

export class Templates {
  readonly #options: TemplatesOptions;
  /** Promises, not values: requests for one document arrive together. */
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #issueTemplates = new Map<string, Promise<string | undefined>>();
  /** The trouble told last, by folder. */
  readonly #told = new Map<string, string | undefined>();
  readonly #watched = new Set<string>();
  #builtin: Template | undefined;

  constructor(options: TemplatesOptions) {
    this.#options = options;
  }

  /** Undefined: it is no spec. `itself`: it is a template. A problem: its own directive leads to none. */
  async templateOf(
    candidate: Candidate,
    settings: Settings,
  ): Promise<Template | 'itself' | { readonly problem: core.Note } | undefined> {
    const { uri, document, recognised } = candidate;
    const directive = core.directiveOf(document);
    if (directive?.kind === 'none') return undefined;
    if (directive !== undefined) {
      const loaded = await this.#load(this.#placeNamed(directive.path, uri));
      return 'trouble' in loaded ? { problem: { span: directive.span, message: loaded.trouble.what } } : loaded;
    }
    const configured = await configurationOf(uri);
    const folder = this.#folderFor(uri);
    if (configured !== undefined) return this.#loadOrTell(this.#placeNamed(configured.template, uri), folder);

    const place = await this.#placeInForce(uri, settings);
    if (this.#isTemplate(uri, place)) return 'itself';
    const path = pathIn(uri, folder);
    if (core.isNeverSpec(path)) return undefined;
    const template = await this.#loadOrTell(place, folder);
    if (template === undefined) return undefined;
    const identity = template.uri ?? 'builtin';
    if (!recognised.has(identity) && !core.looksLikeSpec(document, template.schema, path)) return undefined;
    recognised.add(identity);
    return template;
  }

  /** The one that the user wants to start from; undefined where it is in trouble, which is told then, known or not. */
  async templateInForce(uri: string | undefined, settings: Settings): Promise<Template | undefined> {
    const folder = this.#folderFor(uri);
    if (folder !== undefined) this.#told.delete(folder);
    return this.#loadOrTell(await this.#placeInForce(uri, settings), folder);
  }

  /** The one that the user chose; its trouble is told too. */
  async templateAt(uri: string): Promise<Template | undefined> {
    return this.#loadOrTell(uri === builtinUri ? 'builtin' : { uri, folder: undefined }, undefined);
  }

  /** Whether it was wanted as a template, or might be. */
  knows(uri: string): boolean {
    return this.#watched.has(normalAddress(uri)) || isIssueTemplate(uri);
  }

  /** Its text may have changed. */
  forget(uri: string): void {
    this.#loaded.delete(normalAddress(uri));
    if (isIssueTemplate(uri)) this.#issueTemplates.clear();
  }

  /** Folders or settings changed. */
  forgetAll(): void {
    this.#loaded.clear();
    this.#issueTemplates.clear();
  }

  /** Relative to the document, and no further than its folder of the workspace. */
  #placeNamed(path: string, uri: string): Place {
    const folder = this.#folderFor(uri);
    const base = parentOf(uri) ?? folder;
    return this.#placeWithin(path, base, folder);
  }

  async #placeInForce(uri: string | undefined, { template }: Settings): Promise<Place> {
    const folder = this.#folderFor(uri);
    if (template !== undefined) return this.#placeWithin(template, folder, folder);
    if (folder === undefined || !this.#options.folders().includes(folder)) return 'builtin';
    const own = await this.#issueTemplateOf(folder);
    return own === undefined ? 'builtin' : { uri: own, folder };
  }

  #placeWithin(path: string, base: string | undefined, folder: string | undefined): Place {
    if (base === undefined || folder === undefined) {
      return { trouble: troubleOf(path, undefined, 'cannot be read: no folder is open that it could lie in') };
    }
    const uri = addressWithin(path, base, folder);
    if (uri === undefined) return { trouble: troubleOf(path, undefined, 'lies outside of the workspace') };
    return { uri, folder };
  }

  /** The workspace folder it lies in; its own folder where it lies in none; the first one where it has no place. */
  #folderFor(uri: string | undefined): string | undefined {
    const folders = this.#options.folders();
    if (uri === undefined) return folders[0];
    return folderOf(uri, folders) ?? parentOf(uri) ?? folders[0];
  }

  /** GitHub shows a repository's issue templates by name: the first of that purpose is taken. */
  #issueTemplateOf(folder: string): Promise<string | undefined> {
    const known = this.#issueTemplates.get(folder);
    if (known !== undefined) return known;
    const found = this.#options.host
      .list(folder, '.github/ISSUE_TEMPLATE/*.{md,yml,yaml}')
      .then((uris) =>
        Array.from(uris)
          .sort()
          .find((uri) => isOfPurpose(nameOf(uri))),
      )
      .catch(() => undefined);
    this.#issueTemplates.set(folder, found);
    return found;
  }

  #isTemplate(uri: string, place: Place): boolean {
    if (this.#loaded.has(normalAddress(uri))) return true;
    return place !== 'builtin' && 'uri' in place && isSameAddress(uri, place.uri);
  }

  /** The same trouble of a folder's documents is told once, until it is over. Without a folder it is always told. */
  async #loadOrTell(place: Place, folder: string | undefined): Promise<Template | undefined> {
    if (place !== 'builtin' && 'uri' in place) this.#watch(place);
    const loaded = await this.#load(place);
    const message = 'trouble' in loaded ? loaded.trouble.message : undefined;
    const told = folder === undefined ? undefined : this.#told.get(folder);
    if (folder !== undefined) this.#told.set(folder, message);
    if (!('trouble' in loaded)) return loaded;
    if (told !== message) this.#options.tell(loaded.trouble);
    return undefined;
  }

  /** Trouble is not remembered: it is over as soon as the file is mended, whether or not anybody says so. */
  async #load(place: Place): Promise<Loaded> {
    if (place === 'builtin') return (this.#builtin ??= builtin());
    if ('trouble' in place) return place;
    const key = normalAddress(place.uri);
    const loading = this.#loaded.get(key) ?? this.#read(place);
    this.#loaded.set(key, loading);
    const loaded = await loading;
    if (!('trouble' in loaded)) this.#watch(place);
    else if (this.#loaded.get(key) === loading) this.#loaded.delete(key);
    return loaded;
  }

  #watch({ uri, folder }: { readonly uri: string; readonly folder: string | undefined }): void {
    const key = normalAddress(uri);
    if (this.#watched.has(key)) return;
    this.#watched.add(key);
    this.#options.watch(uri, folder);
  }

  /** Never rejects. */
  async #read({ uri, folder }: { readonly uri: string; readonly folder: string | undefined }): Promise<Loaded> {
    const name = folder === undefined ? nameOf(uri) : pathIn(uri, folder);
    const trouble = (what: string) => ({ trouble: troubleOf(name, uri, what) });
    let text: string | undefined;
    try {
      text = await this.#options.host.readText(uri, folder);
    } catch (error) {
      return trouble(`cannot be read: ${error instanceof Error ? error.message : error}`);
    }
    if (text === undefined) return trouble('cannot be read: there is no such file');
    if (text.trim() === '') return trouble('is empty');
    if (text.includes('\0')) return trouble('is not text');
    const schema = core.readTemplate(text, uri);
    if (schema.sections.length === 0) return trouble(core.lackOfSections(schema));
    return { uri, name: schema.name ?? nameOf(uri), schema };
  }
}

function builtin(): Template {
  const schema = core.parseTemplate(core.builtinTemplate);
  return { uri: undefined, name: schema.name ?? 'Tech Spec', schema };
}

function troubleOf(name: string, uri: string | undefined, why: string): Trouble {
  const what = `Template “${name}” ${why}`;
  return { what, message: `${what}. The documents that follow it are not checked.`, uri };
}

/** `*tech*spec*.md`, `.yml` or `.yaml`, whatever its case. */
function isOfPurpose(name: string): boolean {
  return /tech.*spec.*\.(?:md|ya?ml)$/i.test(name);
}

function isIssueTemplate(uri: string): boolean {
  return uri.includes('/.github/ISSUE_TEMPLATE/');
}
