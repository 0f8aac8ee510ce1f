/** Text to sections: what everyone else reads of a document. */
import { type Block, type Definitions, titleIn } from './blocks.ts';
import { type Parsed, parsed } from './parse.ts';
import type { Branch } from './passages.ts';
import { type PlaceOfBlocks, placedBlock, sourceOf, type Version } from './placed-block.ts';
import { reparsed } from './reparse.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import { changeOf } from './text/change.ts';
import { detached } from './text/detached.ts';
import { LineIndex } from './text/line-index.ts';
import type { Edit, Span } from './text/span.ts';
import type { Holder, WorkedOut } from './worked-out.ts';

export { allSections } from './all-sections.ts';
export type { BlockItem } from './block-items.ts';
export { type Block, hasProse, wordsOf } from './blocks.ts';
export { paragraphOf } from './paragraph.ts';

export interface SpecDocument {
  /** All of it. After an edit of a long one `lines.textBetween` is quicker, for what is asked of each version. */
  readonly text: string;
  readonly lines: LineIndex;
  /** From the opening `---` to the end of the closing one. */
  readonly frontMatter: Span | undefined;
  /** Of level 0: its body is what stands above the first heading. */
  readonly root: Section;
}

export interface Section {
  /** The heading's words, without markup. */
  readonly title: string;
  /** 1 to 6, or `boldLevel`. */
  readonly level: number;
  /** The heading's source, without the line break behind it. Empty for the root. */
  readonly heading: Span;
  /** From the heading to the first child, or to the end. */
  readonly body: Span;
  /** What the body is made of. */
  readonly blocks: readonly Block[];
  /** Heading, body and children. */
  readonly span: Span;
  readonly children: readonly Section[];
}

/** Of a bold line that stands for a heading, where a template's headings are bold lines. */
export const boldLevel = 7;

/**
 * Parsing never fails: any text is a document. `changes` are in the order typed, each in offsets of the text the one
 * before it left: what they leave alone is taken over from `previous`, and the result is the same.
 */
export function parseDocument(
  source: string | LineIndex,
  previous?: SpecDocument,
  changes: readonly Edit[] = [],
): SpecDocument {
  const lines = typeof source === 'string' ? new LineIndex(source) : source;
  return changedDocument(lines, previous, changes) ?? documentOf(parsed(lines));
}

/** The same where little of it is to be read: undefined where the changes may reach all, or very much. */
export function changedDocument(
  lines: LineIndex,
  previous: SpecDocument | undefined,
  changes: readonly Edit[],
): SpecDocument | undefined {
  return atOnce(changedInSteps(lines, previous, changes));
}

/** The same, and stops behind some hundreds of sections. */
export function* changedInSteps(
  lines: LineIndex,
  previous: SpecDocument | undefined,
  changes: readonly Edit[],
): Steps<SpecDocument | undefined> {
  const before = previous instanceof ReadDocument ? previous.parsed : undefined;
  if (before === undefined || changes.length === 0) return undefined;
  const change = changeOf(changes, before.lines, lines);
  if (change === undefined) return previous;
  const next = yield* reparsed(before, lines, change);
  return next && documentOf(next);
}

/** All that others read of what was parsed. */
export function documentOf(parsed: Parsed): SpecDocument {
  const { lines, frontMatter, root, definitions } = parsed;
  const placed = new PlacedSection({ lines, definitions }, root, 0);
  return new ReadDocument({ lines, frontMatter, root: placed }, definitions, parsed);
}

/** The same text, parted into other sections. */
export function withRoot(document: SpecDocument, root: Section): SpecDocument {
  const { lines, frontMatter } = document;
  return new ReadDocument({ lines, frontMatter, root }, definitionsOf(document));
}

/** Whether it has a link definition for a label, as the parser writes labels. */
export function isDefinedIn(document: SpecDocument, label: string): boolean {
  return Object.hasOwn(definitionsOf(document).references ?? {}, label);
}

function definitionsOf(document: SpecDocument): Definitions {
  return document instanceof ReadDocument ? document.definitions : {};
}

/**
 * A class, as all that is made for each document and works something out when it is asked: engines keep the getter of an
 * object literal, and what it sees, until they look through all memory. So they do with what a `WeakMap` holds.
 */
class ReadDocument implements SpecDocument, Holder {
  workedOut: WorkedOut | undefined;
  readonly lines: LineIndex;
  readonly frontMatter: Span | undefined;
  readonly root: Section;
  readonly definitions: Definitions;
  readonly parsed: Parsed | undefined;

  constructor({ lines, frontMatter, root }: Omit<SpecDocument, 'text'>, definitions: Definitions, parsed?: Parsed) {
    this.lines = lines;
    this.frontMatter = frontMatter;
    this.root = root;
    this.definitions = definitions;
    this.parsed = parsed;
  }

  get text(): string {
    return this.lines.text;
  }
}

/**
 * Has what was worked out of this version of a text, or of a section's words and of what is under it. Of a section it is the
 * same for as long as these stay as they are, wherever they move to: places in it count from the section's beginning.
 */
export function holderOf(made: SpecDocument | Section): Holder {
  if (made instanceof PlacedSection) return made.holder;
  if (made instanceof ReadDocument) return made;
  const holder = otherHolders.get(made) ?? { workedOut: undefined };
  otherHolders.set(made, holder);
  return holder;
}

const otherHolders = new WeakMap<SpecDocument | Section, Holder>();

/** What was worked out of a document's headings alone: the same while they stay as they are. Undefined where that is not known. */
export function keptOfHeadings(document: SpecDocument): Map<object, unknown> | undefined {
  return document instanceof ReadDocument ? document.parsed?.headings : undefined;
}

/** Makes the sections and blocks of a document that has very many, which takes a while; stops behind some hundreds of them. */
export function* placedInSteps({ root }: SpecDocument): Steps<void> {
  if (root instanceof PlacedSection) yield* root.place();
}

const none: never[] = [];

/** A branch at its place in a version of the text. Thin: what nobody asks for is not made. */
class PlacedSection implements Section {
  readonly #version: Version;
  readonly #branch: Branch;
  readonly #start: number;
  #blocks: readonly Block[] | undefined;
  #children: readonly PlacedSection[] | undefined;

  constructor(version: Version, branch: Branch, start: number) {
    this.#version = version;
    this.#branch = branch;
    this.#start = start;
  }

  get holder(): Holder {
    return this.#branch;
  }

  get level(): number {
    return this.#branch.passage.level;
  }

  get title(): string {
    const { passage } = this.#branch;
    // It outlives this version of the text.
    passage.title ??= detached(titleIn(sourceOf(this.#version, this.heading), this.#version.definitions));
    return passage.title;
  }

  get heading(): Span {
    return { start: this.#start, end: this.#start + this.#branch.passage.heading };
  }

  get body(): Span {
    const { heading, length } = this.#branch.passage;
    return { start: this.#start + heading, end: this.#start + length };
  }

  get blocks(): readonly Block[] {
    if (this.#blocks === undefined) {
      if (this.#branch.passage.blocks.length === 0) return none;
      const place = this.#placeOfBlocks;
      const placed = new Array<Block>(place.blocks.length);
      for (let at = 0; at < placed.length; at++) placed[at] = placedBlock(place, at);
      this.#blocks = placed;
    }
    return this.#blocks;
  }

  get span(): Span {
    return { start: this.#start, end: this.#start + this.#branch.length };
  }

  get children(): readonly PlacedSection[] {
    // Most have none, and what works in steps costs something even where there is nothing to do.
    if (this.#branch.children.length === 0) return none;
    this.#children ??= atOnce(this.#placed());
    return this.#children;
  }

  *place(): Steps<void> {
    if (this.#children === undefined) {
      const placed = yield* this.#placed();
      // Who could not wait has had them made.
      this.#children ??= placed;
    }
    const { count, mostBlocks, passage } = this.#branch;
    if (areMany(passage.blocks.length)) yield* this.#placeBlocks();
    // Where all stand right under it none has others under itself.
    if (count === this.#children.length + 1 && !areMany(mostBlocks)) return;
    for (const child of this.#children) {
      if (areMany(child.#branch.count) || areMany(child.#branch.mostBlocks)) yield* child.place();
    }
  }

  *#placeBlocks(): Steps<void> {
    if (this.#blocks !== undefined) return;
    const place = this.#placeOfBlocks;
    const placed = new Array<Block>(place.blocks.length);
    for (let at = 0; at < placed.length; at++) {
      if (isPause(at)) yield;
      placed[at] = placedBlock(place, at);
    }
    this.#blocks ??= placed;
  }

  get #placeOfBlocks(): PlaceOfBlocks {
    return { version: this.#version, start: this.#start, blocks: this.#branch.passage.blocks };
  }

  *#placed(): Steps<readonly PlacedSection[]> {
    const { passage, children } = this.#branch;
    let start = this.#start + passage.length;
    const placed: PlacedSection[] = [];
    for (const branch of children) {
      if (isPause(placed.length)) yield;
      placed.push(new PlacedSection(this.#version, branch, start));
      start += branch.length;
    }
    return placed;
  }
}
