/** Open documents with their templates: each parsed once a version, and understood once until something changes. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { isConfiguration } from './configurations.ts';
import { toSpan } from './convert/places.ts';
import { stackOf } from './isolate.ts';
import type { Settings, SettingsCache } from './settings.ts';
import type { Spec, Template, Templates, Why } from './templates.ts';

/** A spec with its template: what every answer starts from. */
export interface Context extends core.RuleContext {
  readonly uri: string;
  readonly version: number;
  readonly stage: core.Stage;
  readonly source: Template;
  /** Undefined for a document that is no spec yet, and is laid under a template all the same. */
  readonly why: Why | undefined;
  /** Worked out when first asked for. */
  readonly findings: readonly core.Finding[];
}

/** What an open document turned out to be. */
export type Reading =
  | { readonly kind: 'spec'; readonly context: Context }
  | { readonly kind: 'too-large'; readonly document: core.SpecDocument }
  /** It is a template itself, or names one that is in trouble. */
  | {
      readonly kind: 'template-problems';
      readonly document: core.SpecDocument;
      readonly problems: readonly core.Note[];
    }
  /** It is the file that says which documents are specs. */
  | {
      readonly kind: 'configuration';
      readonly document: Pick<core.SpecDocument, 'lines'>;
      readonly problems: readonly core.ConfigProblem[];
    }
  | { readonly kind: 'other' };

export interface WorkspaceOptions {
  readonly settings: SettingsCache;
  readonly templates: Templates;
  readonly rules: readonly core.Rule[];
  readonly log: (message: string) => void;
}

/** As editors do: a NUL so early is no text. */
const probedForBinary = 8 * 1024;

export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** What the user said, until it is closed; undefined leaves it to the document, which is a draft unless it says otherwise. */
  stage: core.Stage | undefined;
  /** Templates it was found to follow: once recognised, it stays a spec while it is open. */
  readonly recognised = new Set<string>();
  /** What it was found to be, until it or its surroundings change. */
  reading: Promise<Reading> | undefined;
  /** Its version when it was opened or last saved. */
  savedVersion: number;
  /** Its file was deleted or renamed, and nothing was typed since. */
  isGone = false;
  #version: number;
  #lines: core.LineIndex;
  #parsed: core.SpecDocument | undefined;
  #changes: core.Edit[] = [];

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.savedVersion = version;
    this.#version = version;
    this.#lines = new core.LineIndex(text);
  }

  get version(): number {
    return this.#version;
  }

  get lines(): core.LineIndex {
    return this.#lines;
  }

  get text(): string {
    return this.#lines.text;
  }

  /** Parsed when first asked for after a change. */
  get parsed(): core.SpecDocument {
    if (this.#parsed === undefined || 0 < this.#changes.length) {
      this.#parsed = core.parseDocument(this.#lines, this.#parsed, this.#changes);
      this.#changes = [];
    }
    return this.#parsed;
  }

  /** Each change is in positions of the text that the one before it left. */
  update(changes: readonly lsp.TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const span = 'range' in change ? this.#spanOf(change.range) : { start: 0, end: this.#lines.length };
      const edit = { span, newText: change.text };
      this.#lines = this.#lines.edited(edit);
      if (this.#parsed !== undefined) this.#changes.push(edit);
    }
    this.#version = version;
    this.reading = undefined;
    this.isGone = false;
  }

  /** What the editor shows is on the disk. */
  saved(): void {
    this.savedVersion = this.version;
    this.markGone(false);
  }

  /** Its file was deleted or renamed, or is there again: an editor that still shows its text has not said so yet. */
  markGone(isGone: boolean): void {
    if (this.isGone === isGone) return;
    this.isGone = isGone;
    this.reading = undefined;
  }

  /** A range may be told from its end to its start. */
  #spanOf(range: lsp.Range): core.Span {
    const { start, end } = toSpan({ lines: this.#lines }, range);
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }
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
    const candidate = { uri, document: document.parsed, recognised };
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
    let findings: readonly core.Finding[] | undefined;
    return {
      ...rule,
      uri,
      version,
      stage,
      source,
      why,
      get findings() {
        return (findings ??= core.check(rule, all, { stage, severities, failed }));
      },
    };
  }
}

type Ruling = Pick<Spec, 'template' | 'severities' | 'stage'> & { readonly why: Why | undefined };

const other: Reading = { kind: 'other' };

/** By what its editor calls it, and by no NUL in its beginning. */
function isMarkdown({ languageId, lines }: OpenDocument): boolean {
  return languageId === 'markdown' && !lines.textBetween(0, probedForBinary).includes('\0');
}
