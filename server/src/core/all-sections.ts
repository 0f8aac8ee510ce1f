/** From section to section, as they stand in a document. */
interface Parted<Section> {
  readonly children: readonly Section[];
}

/** Every section in document order, without the root. */
export function allSections<Section extends Parted<Section>>({ children }: Parted<Section>): Iterable<Section> {
  return { [Symbol.iterator]: () => new Walk(children) };
}

/** From section to section. Each answer is the walk itself: a generator makes an object for each of what may be hundreds of thousands. */
class Walk<Section extends Parted<Section>> {
  value: Section | undefined;
  readonly #open: { readonly sections: readonly Section[]; next: number }[];

  constructor(sections: readonly Section[]) {
    this.#open = [{ sections, next: 0 }];
  }

  get done(): boolean {
    return this.value === undefined;
  }

  next(): IteratorResult<Section, undefined> {
    this.value = this.#nextSection();
    if (this.value !== undefined && 0 < this.value.children.length)
      this.#open.push({ sections: this.value.children, next: 0 });
    return this as IteratorResult<Section, undefined>;
  }

  #nextSection(): Section | undefined {
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      const section = last.sections[last.next++];
      if (section !== undefined) return section;
      this.#open.pop();
    }
    return undefined;
  }
}
