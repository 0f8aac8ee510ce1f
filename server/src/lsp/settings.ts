/** `techSpec.*`, read from the client and cached until it says that they changed. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { parentOf } from './addresses.ts';
import type { Capabilities } from './capabilities.ts';
import { log } from './isolate.ts';

/** What a check depends on. */
export interface CheckSettings {
  /** A path relative to the workspace folder; undefined where none is set. */
  readonly template: string | undefined;
  readonly run: 'onType' | 'onSave';
  /** Severities by rule id. */
  readonly rules: ReadonlyMap<string, core.Severity | 'off'>;
}

export interface Settings extends CheckSettings {
  /** What is shown in the text that is not in it. */
  readonly inlays: { readonly guidance: boolean; readonly limits: boolean };
  /** Whether progress is shown above the text. */
  readonly codeLens: boolean;
}

export class SettingsCache {
  readonly #connection: lsp.Connection;
  readonly #capabilities: Capabilities;
  readonly #ruleIds: ReadonlySet<string>;
  readonly #cached = new Map<string, Promise<Settings>>();
  readonly #complaints = new Set<string>();
  /** What a client sent that cannot be asked. */
  #sent: unknown;

  constructor(connection: lsp.Connection, capabilities: Capabilities, ruleIds: Iterable<string>) {
    this.#connection = connection;
    this.#capabilities = capabilities;
    this.#ruleIds = new Set(ruleIds);
  }

  /** Those in force for a document, or outside of any. Never rejects: what cannot be read is the default. */
  of(uri: string | undefined): Promise<Settings> {
    const key = uri ?? '';
    const known = this.#cached.get(key);
    if (known !== undefined) return known;
    const read = this.#read(uri).catch((error: unknown) => {
      this.#complainOf(error);
      return this.#settingsFrom(undefined);
    });
    this.#cached.set(key, read);
    return read;
  }

  /** Those in force for each of many documents: asked for at once, by one document of each folder, and not kept. Never rejects. */
  async ofEach(uris: readonly string[]): Promise<readonly Settings[]> {
    const folders = uris.map((uri) => parentOf(uri) ?? uri);
    const first = new Map(uris.map((uri, at) => [folders[at] ?? uri, uri] as const).reverse());
    const asked = await this.#readAll(Array.from(first.values())).catch((error: unknown) => this.#complainOf(error));
    const found = new Map(Array.from(first.keys(), (folder, at) => [folder, this.#settingsFrom(asked?.[at])]));
    return folders.map((folder) => found.get(folder) ?? this.#settingsFrom(undefined));
  }

  /** The client says that they changed, and perhaps to what. */
  changed(sent: unknown): void {
    if (isRecord(sent)) this.#sent = sent.techSpec;
    this.#cached.clear();
    this.#complaints.clear();
  }

  forget(uri: string): void {
    this.#cached.delete(uri);
  }

  async #read(uri: string | undefined): Promise<Settings> {
    if (!this.#capabilities.configuration) return this.#settingsFrom(this.#sent);
    const item = uri === undefined ? { section: 'techSpec' } : { section: 'techSpec', scopeUri: uri };
    return this.#settingsFrom(await this.#connection.workspace.getConfiguration(item));
  }

  async #readAll(scopes: readonly string[]): Promise<readonly unknown[]> {
    if (!this.#capabilities.configuration) return scopes.map(() => this.#sent);
    return this.#connection.workspace.getConfiguration(scopes.map((scopeUri) => ({ section: 'techSpec', scopeUri })));
  }

  /** Keys that the server does not know are the client's. */
  #settingsFrom(value: unknown): Settings {
    const { template, run, inlayHints, codeLens, rules } = isRecord(value) ? value : {};
    const hints = isRecord(inlayHints) ? inlayHints : {};
    return {
      template: this.#textOf('techSpec.template', template),
      run: this.#wordOf('techSpec.run', run, runs) ?? 'onType',
      inlays: {
        guidance: this.#truthOf('techSpec.inlayHints.guidance', hints.guidance) ?? true,
        limits: this.#truthOf('techSpec.inlayHints.limits', hints.limits) ?? true,
      },
      codeLens: this.#truthOf('techSpec.codeLens', codeLens) ?? false,
      rules: new Map(this.#severitiesOf(rules)),
    };
  }

  #textOf(name: string, value: unknown): string | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string') return value.trim() === '' ? undefined : value;
    this.#complain(`${name} is no text, and is ignored`);
    return undefined;
  }

  #truthOf(name: string, value: unknown): boolean | undefined {
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
    this.#complain(`${name} is neither true nor false, and is ignored`);
    return undefined;
  }

  #wordOf<Word extends string>(name: string, value: unknown, words: readonly Word[]): Word | undefined {
    if (value === undefined || value === null) return undefined;
    const word = words.find((each) => each === value);
    if (word === undefined) this.#complain(`${name} is none of ${words.join(', ')}, and is ignored`);
    return word;
  }

  *#severitiesOf(value: unknown): Iterable<[string, core.Severity | 'off']> {
    if (value === undefined || value === null) return;
    if (!isRecord(value)) return this.#complain('techSpec.rules is no object, and is ignored');
    for (const [id, said] of Object.entries(value)) {
      if (!this.#ruleIds.has(id)) {
        this.#complain(`techSpec.rules names “${id}”, which is no rule`);
        continue;
      }
      const severity = this.#wordOf(`techSpec.rules: ${id}`, said, severities);
      if (severity !== undefined) yield [id, severity];
    }
  }

  #complainOf(error: unknown): undefined {
    log(this.#connection, lsp.MessageType.Error, `The settings could not be read: ${error}`);
  }

  /** Once for each, however many documents are asked about. */
  #complain(complaint: string): void {
    if (this.#complaints.has(complaint)) return;
    this.#complaints.add(complaint);
    log(this.#connection, lsp.MessageType.Warning, complaint);
  }
}

const runs = ['onType', 'onSave'] as const;
const severities = [...core.severities, 'off'] as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
