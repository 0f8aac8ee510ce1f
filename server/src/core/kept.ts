/** What is worked out of a section, kept for as long as its words stay as they are, and of a document, for as long as that is there. */
import { holderOf, type Section, type SpecDocument } from './document.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import { keep, workedOutOf } from './worked-out.ts';

/** By section or document, and by what it was last asked for. Values of a section speak of places from its beginning on: it may move. */
export class Kept<Key extends object, Value> {
  get(made: SpecDocument | Section, key: Key, make: () => Value): Value {
    const known = this.known(made, key);
    return known === undefined ? this.keep(made, key, make()) : known.value;
  }

  /** The same, of what is made in steps. */
  *getInSteps(made: SpecDocument | Section, key: Key, make: () => Steps<Value>): Steps<Value> {
    const known = this.known(made, key);
    return known === undefined ? this.keep(made, key, yield* make()) : known.value;
  }

  /** For what is asked of hundreds of thousands of sections, with `keep`: `get` needs a function that is made for each. */
  known(made: SpecDocument | Section, key: Key): { readonly value: Value } | undefined {
    const last = workedOutOf(holderOf(made), this);
    return last?.key === key ? (last as { readonly value: Value }) : undefined;
  }

  keep(made: SpecDocument | Section, key: Key, value: Value): Value {
    keep(holderOf(made), this, key, value);
    return value;
  }
}

/** Finds the sections whose own words hold something; what is known of a branch is not looked for again. */
export class Search<Key extends object> {
  readonly #holds: (document: SpecDocument, section: Section, key: Key) => boolean;
  readonly #own = new Kept<Key, boolean>();
  readonly #below = new Kept<Key, boolean>();

  /** `holds` must go by the section's heading and body alone. */
  constructor(holds: (document: SpecDocument, section: Section, key: Key) => boolean) {
    this.#holds = holds;
  }

  /** In document order, the root first where it is one. */
  sections(document: SpecDocument, key: Key): readonly Section[] {
    return atOnce(this.sectionsInSteps(document, key));
  }

  /** The same, and stops behind some hundreds of sections. */
  *sectionsInSteps(document: SpecDocument, key: Key): Steps<readonly Section[]> {
    const found: Section[] = [];
    const open: Opened[] = [{ section: document.root, inIt: [document.root], next: 0, before: 0 }];
    for (let at = 0; ; at++) {
      if (isPause(at)) yield;
      const last = open.at(-1);
      if (last === undefined) return found;
      const section = last.inIt[last.next++];
      if (section === undefined) {
        open.pop();
        this.#below.keep(last.section, key, last.before < found.length);
        continue;
      }
      const before = found.length;
      if (this.#isOne(document, section, key)) found.push(section);
      const { children } = section;
      // Most sections have nothing under them: to keep that twice takes longer than to look.
      if (children.length === 0 || this.#below.known(section, key)?.value === false) continue;
      open.push({ section, inIt: children, next: 0, before });
    }
  }

  #isOne(document: SpecDocument, section: Section, key: Key): boolean {
    const known = this.#own.known(section, key);
    return known?.value ?? this.#own.keep(section, key, this.#holds(document, section, key));
  }
}

/** A section whose children are being looked at. */
interface Opened {
  readonly section: Section;
  readonly inIt: readonly Section[];
  /** Which of them comes next. */
  next: number;
  /** How many had been found before it. */
  readonly before: number;
}
