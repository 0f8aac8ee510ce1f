/** Templates as they lie in files: read, kept until they change, and watched. */
import * as core from '../core/index.ts';
import { addressWithin, nameOf, normalAddress, pathIn } from './addresses.ts';
import { builtinAddress, builtinIn, builtinName, builtinText, defaultBuiltin, noSuchBuiltin } from './builtin.ts';
import type { Host } from './host.ts';

export interface Template {
  /** Undefined for a built-in one. */
  readonly uri: string | undefined;
  /** A built-in one's name, without `builtin:`; undefined for a file. */
  readonly builtin: string | undefined;
  /** As it calls itself, else its file's name. */
  readonly name: string;
  readonly schema: core.SpecTemplate;
}

/** Tells templates apart, whatever a configuration makes of their sections. */
export function identityOf(template: Pick<Template, 'uri' | 'builtin'>): string {
  return normalAddress(addressOf(template));
}

/** Where it can be opened. */
export function addressOf({ uri, builtin }: Pick<Template, 'uri' | 'builtin'>): string {
  return uri ?? builtinAddress(builtin ?? defaultBuiltin);
}

/** Why there is no template where there must be one, or no configuration to go by. */
export interface Trouble {
  readonly kind: 'template' | 'configuration';
  /** In a few words, and with what follows from it. */
  readonly what: string;
  readonly message: string;
  /** The file to mend; undefined where there is none. */
  readonly uri: string | undefined;
}

export type Loaded = Template | { readonly trouble: Trouble };

/** Where a template is said to be. */
export type Place =
  | { readonly uri: string; readonly folder: string | undefined }
  | { readonly trouble: Trouble }
  | { readonly builtin: string };

export interface TemplateFilesOptions {
  readonly host: Host;
  /** Told once of each template's file, also where it is not there yet. */
  readonly watch: (uri: string, folder: string | undefined) => void;
}

export class TemplateFiles {
  readonly #options: TemplateFilesOptions;
  /** Promises, not values: requests for one document arrive together. */
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #issueTemplates = new Map<string, Promise<string | undefined>>();
  readonly #watched = new Set<string>();
  readonly #builtin = new Map<string, Loaded>();

  constructor(options: TemplateFilesOptions) {
    this.#options = options;
  }

  /**
   * Trouble is not remembered: it is over as soon as the file is mended, whether or not anybody says so. Where it is typed
   * just now, a path is watched only if it leads to something. Never rejects.
   */
  async load(place: Place, isSettled = true): Promise<Loaded> {
    if ('trouble' in place) return place;
    if ('builtin' in place) return this.#builtinOf(place.builtin);
    if (isSettled) this.#watch(place);
    const key = normalAddress(place.uri);
    const loading = this.#loaded.get(key) ?? this.#read(place);
    this.#loaded.set(key, loading);
    const loaded = await loading;
    if (!('trouble' in loaded)) this.#watch(place);
    else if (this.#loaded.get(key) === loading) this.#loaded.delete(key);
    return loaded;
  }

  /** GitHub shows a repository's issue templates by name: the first of that purpose is taken. */
  issueTemplateOf(folder: string): Promise<string | undefined> {
    const known = this.#issueTemplates.get(folder);
    if (known !== undefined) return known;
    const found = this.#options.host
      .list(folder, '.github/ISSUE_TEMPLATE/*.{md,yml,yaml}')
      .then((uris) =>
        Array.from(uris)
          .sort()
          .find((uri) => isOfPurpose(nameOf(uri))),
      )
      .catch(() => {
        // Not remembered: nobody says when a network is there again.
        this.#issueTemplates.delete(folder);
        return undefined;
      });
    this.#issueTemplates.set(folder, found);
    return found;
  }

  /** Whether it was read as a template. */
  has(uri: string): boolean {
    return this.#loaded.has(normalAddress(uri));
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

  #watch({ uri, folder }: { readonly uri: string; readonly folder: string | undefined }): void {
    const key = normalAddress(uri);
    if (this.#watched.has(key)) return;
    this.#watched.add(key);
    this.#options.watch(uri, folder);
  }

  #builtinOf(name: string): Loaded {
    const known = this.#builtin.get(name) ?? builtin(name);
    this.#builtin.set(name, known);
    return known;
  }

  /** Never rejects. */
  async #read({ uri, folder }: { readonly uri: string; readonly folder: string | undefined }): Promise<Loaded> {
    const name = folder === undefined ? nameOf(uri) : pathIn(uri, folder);
    const trouble = (what: string) => ({ trouble: templateTrouble(name, uri, what) });
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
    return { uri, builtin: undefined, name: schema.name ?? nameOf(uri), schema };
  }
}

/** A path that leads from `base` to a file in `folder`, or `builtin:` and a name. */
export function placeWithin(path: string, base: string | undefined, folder: string | undefined): Place {
  const builtin = builtinIn(path);
  if (builtin !== undefined) return { builtin };
  if (base === undefined || folder === undefined) {
    return { trouble: templateTrouble(path, undefined, 'cannot be read: no folder is open that it could lie in') };
  }
  const uri = addressWithin(path, base, folder);
  if (uri === undefined) return { trouble: templateTrouble(path, undefined, 'lies outside of the workspace') };
  return { uri, folder };
}

function builtin(name: string): Loaded {
  const text = builtinText(name);
  if (text === undefined) return { trouble: templateTrouble(builtinName(name), undefined, noSuchBuiltin()) };
  const schema = core.parseTemplate(text);
  return { uri: undefined, builtin: name, name: schema.name ?? wordsOf(name), schema };
}

/** `architecture-decision-record` is “Architecture decision record”. */
function wordsOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

function templateTrouble(name: string, uri: string | undefined, why: string): Trouble {
  const what = `Template “${name}” ${why}`;
  return { kind: 'template', what, message: `${what}. The documents that follow it are not checked.`, uri };
}

/** `*tech*spec*.md`, `.yml` or `.yaml`, whatever its case. */
function isOfPurpose(name: string): boolean {
  return /^(?=.*\.(?:md|ya?ml)$)(?:(?!tech).)*tech.*spec/is.test(name);
}

function isIssueTemplate(uri: string): boolean {
  return uri.includes('/.github/ISSUE_TEMPLATE/');
}
