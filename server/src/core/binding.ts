/** The template laid over a document: who answers to whom, what is missing, where it would go. */
import { readFor } from './bold-reading.ts';
import type { Section, SpecDocument } from './document.ts';
import { isInstruction } from './instructions.ts';
import type { Found, Level, Slot } from './matching.ts';
import { isMoved } from './moved.ts';
import { matched } from './rematch.ts';
import { type SectionStatus, sectionStatus } from './status.ts';
import { allSpecs, type SectionSpec, type SpecTemplate, topSections } from './template.ts';
import type { Span } from './text/span.ts';
import { titleKey } from './text/titles.ts';

export type { SectionStatus } from './status.ts';

/** Worked out once, read by every rule and feature. */
export interface Binding {
  /** One a template section, in its order. */
  readonly bound: readonly BoundSection[];
  /** Sections that answer to nothing. */
  readonly unknown: readonly Section[];
}

export interface BoundSection {
  readonly spec: SectionSpec;
  /** In document order: none means missing. */
  readonly matches: readonly Match[];
  /** The heading it would follow: where to say that it is missing. */
  readonly after: Span;
  /** The template's section before it among its siblings that is there: undefined where it would come first. */
  readonly follows: SectionSpec | undefined;
  /** Where it would go if it were written now. */
  readonly insertAt: number;
  /** How deep its heading is, or would be: the template's depth, shifted with its parent. */
  readonly level: number;
  /** A later section of the template has been written. */
  readonly passedBy: boolean;
}

export interface Match {
  readonly section: Section;
  /** A likeness counts as found, and is reported as misnamed. */
  readonly by: 'title' | 'alias' | 'likeness';
  /** Words of the answer that stand in the heading, behind the template's title and a colon: empty for most. */
  readonly opening: Span;
  readonly status: Exclude<SectionStatus, 'missing'>;
  /** The template's subsections, laid over this section's. */
  readonly inner: Binding;
}

/** Never throws. The last answer for a document is kept: recognition and check ask for the same. */
export function bind(template: SpecTemplate, document: SpecDocument): Binding {
  const read = readFor(template, document);
  const known = lastBound.get(read);
  if (known?.template === template) return known.binding;
  const binding = bindAnew(template, read);
  lastBound.set(read, { template, binding });
  return binding;
}

/** What rules and features are given: the document read as the template wants it, and the one laid over the other. Never throws. */
export function contextOf(template: SpecTemplate, document: SpecDocument): Laid {
  const read = readFor(template, document);
  return { document: read, template, binding: bind(template, read) };
}

export interface Laid {
  readonly document: SpecDocument;
  readonly template: SpecTemplate;
  readonly binding: Binding;
}

const lastBound = new WeakMap<SpecDocument, { readonly template: SpecTemplate; readonly binding: Binding }>();

function bindAnew(template: SpecTemplate, document: SpecDocument): Binding {
  if (isMoved(document)) return { bound: [], unknown: [] };
  const title = documentTitle(template, document);
  const tops = topSections(document, title);
  const { level, claimed } = matched(template, document, tops, () => instructionSections(template, tops));
  let passed: ReadonlySet<BoundSection> | undefined;
  const isPassedBy = (bound: BoundSection) => {
    passed ??= passedBy(binding);
    return passed.has(bound);
  };
  const specs = Array.from(allSpecs(template.sections));
  const isForm = template.kind === 'form';
  const binding = toBinding({ document, specs, claimed, isForm, isPassedBy }, level, undefined);
  return binding;
}

/** At every depth, in the template's order; subsections of a missing section are left out. */
export function allBound(binding: Binding): readonly BoundSection[] {
  const known = flattened.get(binding);
  if (known !== undefined) return known;
  const all: BoundSection[] = [];
  for (const each of binding.bound) {
    all.push(each);
    for (const { inner } of each.matches) if (0 < inner.bound.length) all.push(...allBound(inner));
  }
  flattened.set(binding, all);
  return all;
}

/** Nearly every rule walks through them. */
const flattened = new WeakMap<Binding, readonly BoundSection[]>();

/** The one status of a template's section: its first match's, or missing. */
export function statusOf({ matches }: BoundSection): SectionStatus {
  return matches[0]?.status ?? 'missing';
}

/** The document's first H1 with sections under it, or to have them; unless the template asks for a section of that name. */
export function documentTitle({ sections }: SpecTemplate, { root }: SpecDocument): Section | undefined {
  const first = root.children.find(({ level }) => level === 1);
  if (first === undefined) return undefined;
  if (first.children.length === 0 && sections.some(({ level }) => level === 1)) return undefined;
  const key = titleKey(first.title);
  return sections.some(({ title, repeatable }) => !repeatable && titleKey(title) === key) ? undefined : first;
}

/** Sections of a document that are the template's instructions, left in: they answer to nothing. */
function instructionSections(template: SpecTemplate, tops: readonly Section[]): ReadonlySet<Section> {
  const keys = instructionKeys(template);
  return new Set(keys.size === 0 ? [] : tops.filter((section) => keys.has(titleKey(section.title))));
}

const knownInstructions = new WeakMap<SpecTemplate, ReadonlySet<string>>();

function instructionKeys(template: SpecTemplate): ReadonlySet<string> {
  const known = knownInstructions.get(template);
  if (known !== undefined) return known;
  const { skeleton, instructions, title } = template;
  const named = topSections(skeleton, title).filter((section) => isInstruction(section, instructions));
  const keys = new Set(named.map((section) => titleKey(section.title)));
  knownInstructions.set(template, keys);
  return keys;
}

interface Laying {
  readonly document: SpecDocument;
  /** All of the template's. */
  readonly specs: readonly SectionSpec[];
  readonly claimed: ReadonlySet<Section>;
  /** Of a GitHub issue form, where a heading's depth is GitHub's choice: documents have their own. */
  readonly isForm: boolean;
  isPassedBy(bound: BoundSection): boolean;
}

interface Parent {
  readonly spec: SectionSpec;
  readonly section: Section;
}

function toBinding(laid: Laying, matched: Level, parent: Parent | undefined): Binding {
  let unknown: readonly Section[] | undefined;
  return {
    bound: 0 < matched.slots.length ? boundIn(laid, matched, parent) : [],
    get unknown() {
      unknown ??= matched.siblings.filter((section) => !laid.claimed.has(section));
      return unknown;
    },
  };
}

function boundIn(laid: Laying, { slots, siblings }: Level, parent: Parent | undefined): readonly BoundSection[] {
  const among = new Set(siblings);
  const shift = shiftOf(slots, among, parent);
  const floating = laid.isForm && parent === undefined ? usualShift(slots) : undefined;
  return slots.map((slot, at) => {
    const { found, spec } = slot;
    const before = slots.slice(0, at).findLast((each) => isAmong(each, among));
    const next = slots.slice(at + 1).find((each) => isAmong(each, among));
    const place = placeOf(laid, before && lastOf(before, among), next && firstOf(next, among), parent);
    const level = levelIn(spec, parent) + (floating ?? 0);
    return {
      spec,
      matches: found.map((each) => toMatch(laid, each, spec)),
      ...place,
      follows: before?.spec,
      level:
        0 < found.length
          ? level
          : levelAt(place.insertAt, siblings, laid.claimed, level + (floating === undefined ? shift : 0)),
      get passedBy() {
        return laid.isPassedBy(this);
      },
    };
  });
}

function toMatch(laid: Laying, { section, by, opening, inner }: Found, spec: SectionSpec): Match {
  const { document, specs } = laid;
  let status: Match['status'] | undefined;
  return {
    section,
    by,
    opening,
    // Worked out when first asked for: to recognise a document takes none.
    get status() {
      status ??= sectionStatus({ document, spec, section, opening }, specs);
      return status;
    },
    inner: toBinding(laid, inner, { spec, section }),
  };
}

/** After the sibling before it; else before the next one; else at the end of its parent. */
function placeOf(
  { document }: Laying,
  before: Section | undefined,
  next: Section | undefined,
  parent: Parent | undefined,
): Pick<BoundSection, 'after' | 'insertAt'> {
  if (before !== undefined) return { after: before.heading, insertAt: before.span.end };
  const { root, lines } = document;
  const after = parent?.section.heading ?? root.children[0]?.heading ?? firstLine(document);
  if (next !== undefined) return { after, insertAt: next.span.start };
  return { after, insertAt: parent?.section.span.end ?? lines.length };
}

/** Of a document without headings: its first line with words. */
function firstLine({ lines, frontMatter }: SpecDocument): Span {
  let line = frontMatter === undefined ? 0 : lines.lineAt(frontMatter.end) + 1;
  while (line < lines.count - 1 && lines.isBlank(line)) line++;
  return { start: lines.startOf(line), end: lines.endOf(line) };
}

function isAmong({ found }: Slot, siblings: ReadonlySet<Section>): boolean {
  return found.some(({ section }) => siblings.has(section));
}

function lastOf({ found }: Slot, siblings: ReadonlySet<Section>): Section | undefined {
  return found.findLast(({ section }) => siblings.has(section))?.section;
}

function firstOf({ found }: Slot, siblings: ReadonlySet<Section>): Section | undefined {
  return found.find(({ section }) => siblings.has(section))?.section;
}

function levelIn({ level }: SectionSpec, parent: Parent | undefined): number {
  if (parent === undefined) return level;
  return Math.min(6, Math.max(parent.section.level + 1, level - parent.spec.level + parent.section.level));
}

/** By how much all that is there is deeper than asked, where that is the same for all of it: what is missing goes along. */
function shiftOf(slots: readonly Slot[], siblings: ReadonlySet<Section>, parent: Parent | undefined): number {
  const shifts = new Set<number>();
  for (const { spec, found } of slots) {
    for (const { section } of found) if (siblings.has(section)) shifts.add(section.level - levelIn(spec, parent));
  }
  const [shift = 0] = shifts;
  return shifts.size === 1 ? shift : 0;
}

/** By how much most sections are deeper than asked; of as many the first. */
function usualShift(slots: readonly Slot[]): number {
  const shifts = slots.flatMap(({ spec, found }) => found.map(({ section }) => section.level - spec.level));
  const counts = new Map<number, number>();
  for (const shift of shifts) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  return Array.from(counts).reduce((most, each) => (most[1] < each[1] ? each : most), [0, 0])[0];
}

/** The level nearest to the one wanted at which a section neither falls into one of the template's before it nor takes in the one behind. */
function levelAt(offset: number, siblings: readonly Section[], claimed: ReadonlySet<Section>, wanted: number): number {
  const before = siblings.find((section) => section.span.end === offset && claimed.has(section))?.level ?? 6;
  const behind = siblings.find(({ span }) => span.start === offset)?.level ?? 1;
  return Math.min(before, Math.max(behind, wanted));
}

/** From the end: once a section is written, all before it are passed by. */
function passedBy(binding: Binding): ReadonlySet<BoundSection> {
  const passed = new Set<BoundSection>();
  let written = false;
  for (const bound of allBound(binding).toReversed()) {
    if (written) passed.add(bound);
    written ||= bound.matches.some(({ status }) => WRITTEN.has(status));
  }
  return passed;
}

const WRITTEN: ReadonlySet<SectionStatus> = new Set(['done', 'overlong', 'not-applicable']);
