/** Open documents with their templates: each parsed once a version, and understood once until something changes. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { isConfiguration } from './configurations.ts';
import { stackOf } from './isolate.ts';
import { isMarkdown, OpenDocument } from './open-document.ts';
import type { Context, Reading } from './reading.ts';
import type { Settings, SettingsCache } from './settings.ts';
import { inSlices, sliced } from './slices.ts';
import type { Spec, Template, Templates, Why } from './templates.ts';

export type { OpenDocument } from './open-document.ts';
export type { Context, Reading } from './reading.ts';

export interface WorkspaceOptions {
  readonly settings: SettingsCache;
  readonly templates: Templates;
  readonly rules: readonly core.Rule[];
  readonly log: (message: string) => void;
}

export class Workspace {
  readonly documents: lsp.TextDocuments<OpenDocument>;
  readonly #options: WorkspaceOptions;

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.documents = new lsp.TextDocuments<OpenDocument>({
      create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
      update: (document, changes, version) => {
        document.update(changes, version);
        return document;
      },
    });
  }

  /** Undefined where the document is no spec, too large, or not open. */
  async contextOf(uri: string): Promise<Context | undefined> {
    const reading = await this.readingOf(uri);
    return reading?.kind === 'spec' ? reading.context : undefined;
  }

  /** Of the current text with the current settings, also where those change while they are asked for. Undefined where it is not open. */
  async readingOf(uri: string): Promise<Reading | undefined> {
    for (;;) {
      const document = this.documents.get(uri);
      if (document === undefined) return undefined;
      const reading = (document.reading ??= this.#read(document));
      const result = await reading;
      if (document.reading === reading && this.documents.get(uri) === document) return result;
    }
  }

  /** The same, with its findings worked out, in slices. Undefined also where it is not wanted any more. */
  checked(uri: string, isWanted: () => boolean): Promise<Reading | undefined> {
    return this.checkedAs(uri, isWanted, async (reading) => reading);
  }

  /** What `make` makes of that, anew where it is not the newest any more: `make` is told, and gives undefined then. */
  async checkedAs<Made>(
    uri: string,
    isWanted: () => boolean,
    make: (reading: Reading, isWanted: () => boolean) => Promise<Made | undefined>,
  ): Promise<Made | undefined> {
    for (;;) {
      const reading = await this.readingOf(uri);
      if (reading === undefined) return undefined;
      const newest = this.documents.get(uri)?.reading;
      const isStill = () => isWanted() && this.documents.get(uri)?.reading === newest;
      const isSettled = reading.kind !== 'spec' || (await reading.context.settle(isStill));
      const made = isSettled ? await make(reading, isStill) : undefined;
      if (made !== undefined) return made;
      if (!isWanted()) return undefined;
    }
  }

  /** Undefined where `contextOf` has none, and where it is not wanted any more. */
  async checkedContextOf(uri: string, isWanted: () => boolean): Promise<Context | undefined> {
    const reading = await this.checked(uri, isWanted);
    return reading?.kind === 'spec' ? reading.context : undefined;
  }

  /** Of a file that is not open, as opening it would find it; nothing of it is kept. Undefined where it is no spec, or too large. */
  async contextOfFile(uri: string, text: string, settings: Settings): Promise<Context | undefined> {
    const reading = await this.#read(new OpenDocument(uri, 'markdown', 0, text), settings);
    return reading.kind === 'spec' ? reading.context : undefined;
  }

  settingsOf(uri: string): Promise<Settings> {
    return this.#options.settings.of(uri);
  }

  /** An open document that is Markdown, spec or not. */
  markdownOf(uri: string): core.SpecDocument | undefined {
    const document = this.documents.get(uri);
    return document !== undefined && isMarkdown(document) ? document.parsed : undefined;
  }

  /** A document's context under a template that it need not follow yet. */
  contextAs(document: OpenDocument, template: Template, settings: Settings): Context {
    return this.#contextFor(document, { template, severities: settings.rules, stage: undefined, why: undefined });
  }

  /** Settings or templates changed: what was understood may be wrong. */
  forgetReadings(): void {
    for (const document of this.documents.all()) document.reading = undefined;
  }

  /** Never rejects: what fails is logged, and the document is left alone until it changes. */
  async #read(document: OpenDocument, settings?: Settings): Promise<Reading> {
    try {
      return await this.#understand(document, settings);
    } catch (error) {
      // Who waits for this reading waits for the next.
      if (error === outdated) return other;
      this.#options.log(`${document.uri} could not be read: ${stackOf(error)}`);
      return other;
    }
  }

  async #understand(document: OpenDocument, known?: Settings): Promise<Reading> {
    const { uri, recognised, isGone } = document;
    if (isGone) return other;
    if (isConfiguration(uri)) return this.#configuration(document);
    if (!isMarkdown(document)) return other;
    const settings = known ?? (await this.#options.settings.of(uri));
    await document.read();
    const { parsed, version } = document;
    const isCurrent = () => document.version === version;
    const lay = async (template: core.SpecTemplate) => {
      const binding = await sliced(core.bindInSteps(template, parsed), isCurrent);
      if (binding === undefined) throw outdated;
      return binding;
    };
    const candidate = { uri, document: parsed, recognised, lay };
    const decision = await this.#options.templates.decide(candidate, settings);
    switch (decision.kind) {
      case 'none':
        return other;
      case 'template': {
        const { document: itself, problems } = core.parseTemplate(document.text);
        return { kind: 'template-problems', document: itself, problems };
      }
      case 'trouble': {
        const { problem } = decision;
        return problem ? { kind: 'template-problems', document: document.parsed, problems: [problem] } : other;
      }
      case 'spec':
        if (core.mostChecked < document.lines.length) return { kind: 'too-large', document: document.parsed };
        // Who asks for an outline or a hover asks for states, too.
        await sliced(core.statusesInSteps(await lay(decision.template.schema)), isCurrent);
        if (!isCurrent()) throw outdated;
        return { kind: 'spec', context: this.#contextFor(document, decision) };
    }
  }

  async #configuration({ uri, text, version, savedVersion }: OpenDocument): Promise<Reading> {
    const problems = await this.#options.templates.problemsOf(uri, text, version === savedVersion);
    return { kind: 'configuration', document: { lines: new core.LineIndex(text) }, problems };
  }

  #contextFor(
    { uri, version, stage: said, parsed }: OpenDocument,
    { template: source, severities, stage: own = 'draft', why }: Ruling,
  ): Context {
    const stage = said ?? own;
    const rule = core.contextOf(source.schema, parsed);
    const { log, rules: all } = this.#options;
    const failed = (id: string, error: unknown) => log(`Rule ${id} failed on ${uri}: ${stackOf(error)}`);
    const steps = core.checkInSteps(rule, all, { stage, severities, most: mostOfRule, failed });
    let findings: readonly core.Finding[] | undefined;
    const step = () => {
      const { done, value } = steps.next();
      if (done && value !== undefined) findings = value;
    };
    return {
      ...rule,
      uri,
      version,
      stage,
      source,
      why,
      get findings() {
        while (findings === undefined) step();
        return findings;
      },
      whenReady: (isWanted) =>
        sliced(core.checkInSteps(rule, all, { stage: 'ready', severities, most: mostOfRule, failed }), isWanted),
      async settle(isWanted) {
        const breathe = inSlices();
        while (findings === undefined) {
          step();
          await breathe();
          if (!isWanted()) return false;
        }
        return true;
      },
    };
  }
}

type Ruling = Pick<Spec, 'template' | 'severities' | 'stage'> & { readonly why: Why | undefined };

/** Many times as many findings of a rule as an editor is sent. */
export const mostOfRule = 20_000;

const other: Reading = { kind: 'other' };

/** Thrown where something was typed while a document was read. */
const outdated = new Error('The document has changed');
