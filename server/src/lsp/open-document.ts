/** A document that an editor has open: its text as it is typed, parsed once a version. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { toSpan } from './convert/places.ts';
import type { Reading } from './reading.ts';
import { inSlices } from './slices.ts';

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
  #reading: Promise<void> | undefined;

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

  /** Parses what takes long part by part, so that others are heard meanwhile; what is typed meanwhile is taken in behind it. */
  async read(): Promise<void> {
    while (this.#parsed === undefined || 0 < this.#changes.length) {
      this.#reading ??= this.#readInSlices().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
  }

  /** Each change is in positions of the text that the one before it left. */
  update(changes: readonly lsp.TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      // Some clients say that there is no range.
      const range = 'range' in change ? (change.range ?? undefined) : undefined;
      const span = range === undefined ? { start: 0, end: this.#lines.length } : this.#spanOf(range);
      const edit = { span, newText: change.text };
      this.#lines = this.#lines.edited(edit);
      if (this.#parsed !== undefined || this.#reading !== undefined) this.#changes.push(edit);
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

  async #readInSlices(): Promise<void> {
    const breathe = inSlices();
    const changes = this.#changes;
    const { length } = changes;
    const steps = core.documentInSteps(this.#lines, this.#parsed, changes.slice());
    for (;;) {
      const { done, value } = steps.next();
      // Who could not wait for it had all of it parsed, which may have come to what it was before.
      if (this.#changes !== changes) return;
      if (done) {
        this.#parsed = value;
        this.#changes = changes.slice(length);
        return;
      }
      await breathe();
    }
  }

  /** A range may be told from its end to its start. */
  #spanOf(range: lsp.Range): core.Span {
    const { start, end } = toSpan({ lines: this.#lines }, range);
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }
}

/** By what its editor calls it, and by no NUL in its beginning. */
export function isMarkdown({ languageId, lines }: OpenDocument): boolean {
  return languageId === 'markdown' && !lines.textBetween(0, probedForBinary).includes('\0');
}

/** As editors do: a NUL so early is no text. */
const probedForBinary = 8 * 1024;
