/** What an entry of the configuration makes of its templates, and all that is wrong with a configuration, its templates included. */
import * as core from '../core/index.ts';
import { nameOf, pathIn } from './addresses.ts';
import { defaultBuiltin } from './builtin.ts';
import type { Configuration } from './configurations.ts';
import { type Place, placeWithin, type Template, type TemplateFiles, type Trouble } from './template-files.ts';

/** A template as an entry wants it. */
export interface EntryTemplate {
  readonly template: Template;
  /** Where the entry names it; undefined where it names none. */
  readonly named: core.Words | undefined;
}

/** Templates of entries, each with the entry's word on its sections: made once, since what is bound to documents is kept by template. */
export class ConfiguredTemplates {
  readonly #files: TemplateFiles;
  readonly #made = new WeakMap<
    core.ConfigEntry,
    WeakMap<Template, { template: Template; problems: readonly core.Note[] }>
  >();

  constructor(files: TemplateFiles) {
    this.#files = files;
  }

  /** All that the entry names; the trouble of the first that cannot be used. Where it names none, the repository's own or the built-in one. */
  async of(
    configuration: Configuration,
    entry: core.ConfigEntry,
  ): Promise<readonly EntryTemplate[] | { readonly trouble: Trouble }> {
    const found: EntryTemplate[] = [];
    for (const { named, place } of await this.#placesOf(configuration, entry)) {
      const loaded = await this.#files.load(place);
      if ('trouble' in loaded) return { trouble: troubleAt(configuration, named, loaded.trouble) };
      found.push({ template: this.#withSections(entry, loaded).template, named });
    }
    return found;
  }

  /** In the order of the file's text: its own problems, templates that cannot be used, headings that none of them has. */
  async problemsOf(configuration: Configuration, isSettled = true): Promise<readonly core.ConfigProblem[]> {
    const { entries = [], problems } = configuration.config;
    const found = [...problems];
    for (const entry of entries) {
      const missing: (readonly core.Note[])[] = [];
      for (const { named, place } of await this.#placesOf(configuration, entry)) {
        const loaded = await this.#files.load(place, isSettled);
        if (!('trouble' in loaded)) missing.push(this.#withSections(entry, loaded).problems);
        else found.push({ span: named?.span ?? firstOf(entry), message: loaded.trouble.what, severity: 'error' });
      }
      const [first = [], ...others] = missing;
      const inNone = first.filter(({ span }) =>
        others.every((each) => each.some((one) => one.span.start === span.start)),
      );
      found.push(...inNone.map((note) => ({ ...note, severity: 'warning' as const })));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  }

  async #placesOf(
    { folder, within }: Configuration,
    { templates }: core.ConfigEntry,
  ): Promise<readonly { readonly named: core.Words | undefined; readonly place: Place }[]> {
    if (0 < templates.length) {
      return templates.map((named) => ({ named, place: placeWithin(named.value, folder, within) }));
    }
    const own = await this.#files.issueTemplateOf(within);
    return [
      { named: undefined, place: own === undefined ? { builtin: defaultBuiltin } : { uri: own, folder: within } },
    ];
  }

  #withSections(entry: core.ConfigEntry, loaded: Template) {
    const made = this.#made.get(entry) ?? new WeakMap();
    this.#made.set(entry, made);
    const known = made.get(loaded);
    if (known !== undefined) return known;
    const { template: schema, problems } = core.configured(loaded.schema, entry.sections);
    const fresh = { template: { ...loaded, schema }, problems };
    made.set(loaded, fresh);
    return fresh;
  }
}

/** With the first problem in words; undefined where the file can be gone by. */
export function troubleOf(configuration: Configuration): Trouble | undefined {
  const { config, uri } = configuration;
  const errors = config.problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return undefined;
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  const what = `${placeOf(configuration, first.span)}: ${first.message}${more}`;
  return {
    kind: 'configuration',
    what,
    message: withPeriod(what, 'Until it is mended, nothing is checked by it.'),
    uri,
  };
}

/** A template's trouble is mended where it is named. */
function troubleAt(configuration: Configuration, named: core.Words | undefined, trouble: Trouble): Trouble {
  if (named === undefined) return trouble;
  const what = `${placeOf(configuration, named.span)}: ${trouble.what}`;
  const message = `${what}. The documents that follow it are not checked.`;
  return { kind: 'configuration', what, message, uri: configuration.uri };
}

function placeOf({ config, uri, within }: Configuration, span: core.Span): string {
  const { line, character } = config.lines.positionAt(span.start);
  return `${pathIn(uri, within) || nameOf(uri)}:${line + 1}:${character + 1}`;
}

function firstOf({ span }: core.ConfigEntry): core.Span {
  return { start: span.start, end: span.start + 1 };
}

function withPeriod(words: string, more: string): string {
  return /[.?!]$/.test(words) ? `${words} ${more}` : `${words}. ${more}`;
}
