/** A document → its template and why: what the document says itself, the configuration, the setting, the workspace's own, the built-in one. */
import * as core from '../core/index.ts';
import { folderOf, isSameAddress, namedPathIn, parentOf, pathIn, wayTo } from './addresses.ts';
import { builtinAt, builtinName } from './builtin.ts';
import {
  type Configuration,
  Configurations,
  configurationFrom,
  isConfiguration,
  type Lookup,
  type Matched,
} from './configurations.ts';
import { ConfiguredTemplates, type EntryTemplate, troubleOf } from './configured-templates.ts';
import type { Candidate, Decision, Spec, WhyNone } from './decision.ts';
import type { Host } from './host.ts';
import type { CheckSettings } from './settings.ts';
import { type StartingTemplate, StartingTemplates } from './starting-templates.ts';
import { identityOf, type Loaded, placeWithin, type Template, TemplateFiles, type Trouble } from './template-files.ts';

export type { Candidate, ConfiguredBy, Decision, Spec, Why, WhyNone } from './decision.ts';
export { addressOf, identityOf, type Template, type Trouble } from './template-files.ts';

export interface TemplatesOptions {
  readonly host: Host;
  readonly folders: () => readonly string[];
  /** `nearest` unless said. */
  readonly lookup?: Lookup;
  /** Told once of each trouble, and again when it comes back. */
  readonly tell: (trouble: Trouble) => void;
  /** Told once of each template's file, also where it is not there yet. */
  readonly watch: (uri: string, folder: string | undefined) => void;
}

export class Templates {
  readonly #options: TemplatesOptions;
  readonly #files: TemplateFiles;
  readonly #configured: ConfiguredTemplates;
  readonly #configurations: Configurations;
  readonly #starting: StartingTemplates;
  /** The trouble told last, by where it comes from. */
  readonly #told = new Map<string, string>();

  constructor(options: TemplatesOptions) {
    this.#options = options;
    this.#files = new TemplateFiles(options);
    this.#configured = new ConfiguredTemplates(this.#files);
    this.#configurations = new Configurations({ lookup: 'nearest', ...options });
    const { folders, tell } = options;
    const [files, configured, configurations] = [this.#files, this.#configured, this.#configurations];
    this.#starting = new StartingTemplates({ folders, tell, files, configured, configurations });
  }

  /** Never rejects. Trouble is told, but for that of the document's own directive. */
  async decide(candidate: Candidate, settings: CheckSettings): Promise<Decision> {
    const { uri, document } = candidate;
    const directive = core.directiveOf(document);
    if (directive?.kind === 'none') return none({ by: 'directive', span: directive.span });
    const configuration = await this.#configurations.of(uri);
    const broken = configuration && troubleOf(configuration);
    if (broken !== undefined && core.isAside(pathIn(uri, undefined))) return none({ by: 'file-name' });
    if (configuration !== undefined) this.#tell(configuration.uri, broken);
    if (broken !== undefined) return { kind: 'trouble', trouble: broken };
    const matched = configuration?.entryFor(uri);
    const entry = matched !== undefined && 'entry' in matched ? matched.entry : undefined;
    const ruled = ruledBy(candidate, entry, configuration, settings);
    if (directive !== undefined) {
      const loaded = await this.#named(directive.path, uri);
      if (!('trouble' in loaded)) {
        return { kind: 'spec', template: loaded, why: { by: 'directive', span: directive.span }, ...ruled };
      }
      const problem = { span: directive.span, message: loaded.trouble.what };
      return { kind: 'trouble', trouble: loaded.trouble, problem };
    }
    if (configuration?.config.entries === undefined) return this.#recognised(candidate, settings, ruled);
    if (configuration.isTemplate(uri)) return { kind: 'template' };
    if (parentOf(uri) === undefined) return this.#amongAll(candidate, configuration, settings);
    if (matched !== undefined && 'entry' in matched) return this.#matched(candidate, configuration, matched, ruled);
    if (this.#files.has(uri)) return { kind: 'template' };
    return none({ by: 'configuration', configuration, except: matched?.except });
  }

  /** The one that the user wants to start from, in a document or folder; undefined where it is in trouble, which is told then, known or not. */
  async templateInForce(uri: string | undefined, settings: CheckSettings): Promise<Template | undefined> {
    return this.#starting.inForce(uri, settings);
  }

  /** The one that the user chose, by its address or by name; its trouble is told too. */
  async templateChosen(name: string, near?: string): Promise<Template | undefined> {
    return this.#starting.chosen(name, near);
  }

  /** All that a document near there could start from. Their trouble is not told. */
  async startingTemplates(near: string | undefined, settings: CheckSettings): Promise<readonly StartingTemplate[]> {
    return this.#starting.all(near, settings);
  }

  /** How a document names a template in its directive; undefined where it cannot. */
  nameIn(uri: string, template: string): string | undefined {
    const builtin = builtinAt(template);
    if (builtin !== undefined) return builtinName(builtin);
    const folders = this.#options.folders();
    const folder = parentOf(uri) === undefined ? folderOf(template, folders) : this.#starting.folderFor(uri);
    const base = parentOf(uri) ?? folder;
    const path = base && wayTo(template, base);
    return path !== undefined && 'uri' in placeWithin(path, base, folder) ? path : undefined;
  }

  /** The one that speaks of documents in a folder. */
  async configurationAround(folder: string): Promise<Configuration | undefined> {
    return this.#configurations.around(folder);
  }

  /** All that is wrong with a configuration, its templates included; `text` in place of what lies at its address. Places are in the text. What it names is watched where it is settled. */
  async problemsOf(uri: string, text: string, isSettled: boolean): Promise<readonly core.ConfigProblem[]> {
    const within = await this.#configurations.reachOf(parentOf(uri) ?? uri);
    return this.#configured.problemsOf(configurationFrom(uri, within, core.parseConfig(text)), isSettled);
  }

  /** The same of every configuration that was asked, as it lies there. */
  async configurationProblems(): Promise<
    readonly { configuration: Configuration; problems: readonly core.ConfigProblem[] }[]
  > {
    const known = await this.#configurations.known();
    const found = known.map(async (configuration) => {
      return { configuration, problems: await this.#configured.problemsOf(configuration) };
    });
    return Promise.all(found);
  }

  /** Whether it was wanted as a template, or might be, or says which is. */
  knows(uri: string): boolean {
    return this.#files.knows(uri) || isConfiguration(uri);
  }

  /** Its text may have changed. */
  forget(uri: string): void {
    this.#files.forget(uri);
    if (isConfiguration(uri)) this.#configurations.forgetAll();
  }

  /** Folders or settings changed. */
  forgetAll(): void {
    this.#files.forgetAll();
    this.#configurations.forgetAll();
  }

  async #matched(
    { document }: Candidate,
    configuration: Configuration,
    { entry, pattern }: Matched,
    ruled: Ruled,
  ): Promise<Decision> {
    const found = await this.#configured.of(configuration, entry);
    const key = `${configuration.uri}#${entry.span.start}`;
    this.#tell(key, 'trouble' in found ? found.trouble : undefined);
    return 'trouble' in found
      ? { kind: 'trouble', trouble: found.trouble }
      : chosen(
          document,
          configuration,
          found.map((each) => ({ ...each, entry })),
          pattern,
          () => ruled,
        );
  }

  /** A document that has no place yet follows whichever template of the configuration it looks like. */
  async #amongAll(candidate: Candidate, configuration: Configuration, settings: CheckSettings): Promise<Decision> {
    const { document, recognised } = candidate;
    const found: (EntryTemplate & { entry: core.ConfigEntry })[] = [];
    for (const entry of configuration.config.entries ?? []) {
      const all = await this.#configured.of(configuration, entry);
      // Whether the document would follow it cannot be told, so nobody is told of it.
      if ('trouble' in all) continue;
      for (const each of all) {
        const { template } = each;
        if (!recognised.has(identityOf(template))) await candidate.lay?.(template.schema);
        if (recognised.has(identityOf(template)) || core.looksLikeSpec(document, template.schema, ''))
          found.push({ ...each, entry });
      }
    }
    if (found.length === 0) return none({ by: 'configuration', configuration, except: undefined });
    const spec = chosen(document, configuration, found, undefined, (entry) =>
      ruledBy(candidate, entry, configuration, settings),
    );
    if (spec.kind === 'spec') recognised.add(identityOf(spec.template));
    return spec;
  }

  /** Without a word of the configuration on which documents are specs. */
  async #recognised(candidate: Candidate, settings: CheckSettings, ruled: Ruled): Promise<Decision> {
    const { uri, document, recognised } = candidate;
    const { place, by } = await this.#starting.placeInForce(uri, settings);
    if (this.#files.has(uri) || ('uri' in place && isSameAddress(uri, place.uri))) {
      return { kind: 'template' };
    }
    const folder = this.#starting.folderFor(uri);
    if (core.isNeverSpec(pathIn(uri, folder))) return none({ by: 'file-name' });
    const loaded = await this.#files.load(place);
    this.#tell(folder ?? '', 'trouble' in loaded ? loaded.trouble : undefined);
    if ('trouble' in loaded) return { kind: 'trouble', trouble: loaded.trouble };
    const identity = identityOf(loaded);
    if (!recognised.has(identity)) await candidate.lay?.(loaded.schema);
    const recognition = recognised.has(identity)
      ? 'before'
      : core.recognition(document, loaded.schema, namedPathIn(uri, folder));
    if (recognition === undefined) return none({ by: 'headings', template: loaded });
    recognised.add(identity);
    return { kind: 'spec', template: loaded, why: { by, recognition }, ...ruled };
  }

  /** Relative to the document, else to its folder of the workspace, and no further than that; of a document that has no place yet, to any folder. */
  async #named(path: string, uri: string): Promise<Loaded> {
    const parent = parentOf(uri);
    const folder = this.#starting.folderFor(uri);
    const [nearest = folder, ...others] = parent === undefined ? this.#options.folders() : [parent, folder];
    const loaded = await this.#files.load(placeWithin(path, nearest, parent === undefined ? nearest : folder), false);
    if (!('trouble' in loaded)) return loaded;
    for (const base of others) {
      const other = await this.#files.load(placeWithin(path, base, base), false);
      if (!('trouble' in other)) return other;
    }
    return loaded;
  }

  /** The same trouble is told once, until it is over. */
  #tell(from: string, trouble: Trouble | undefined): void {
    const told = this.#told.get(from);
    if (trouble === undefined) this.#told.delete(from);
    else this.#told.set(from, trouble.message);
    if (trouble !== undefined && told !== trouble.message) this.#options.tell(trouble);
  }
}

type Ruled = Pick<Spec, 'severities' | 'stage'>;

function ruledBy(
  { document }: Candidate,
  entry: core.ConfigEntry | undefined,
  configuration: Configuration | undefined,
  settings: CheckSettings,
): Ruled {
  const rules = entry?.rules ?? configuration?.config.rules ?? [];
  return {
    severities: new Map([...settings.rules, ...rules]),
    stage: entry && core.stageOf(document, entry.ready),
  };
}

function chosen(
  document: core.SpecDocument,
  configuration: Configuration,
  templates: readonly (EntryTemplate & { readonly entry: core.ConfigEntry })[],
  pattern: core.Words | undefined,
  ruled: (entry: core.ConfigEntry) => Ruled,
): Decision {
  const choice = core.chooseTemplate(
    document,
    templates.map(({ template }) => template.schema),
  );
  const found = templates[choice.index];
  if (found === undefined) return none({ by: 'configuration', configuration, except: undefined });
  const { template, named, entry } = found;
  const why = { by: 'configuration', configuration, entry, pattern, named, choice } as const;
  return { kind: 'spec', template, why, ...ruled(entry) };
}

function none(why: WhyNone): Decision {
  return { kind: 'none', why };
}
