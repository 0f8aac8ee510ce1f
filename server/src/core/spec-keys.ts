/** The ways in which documents may name a section of the template. */
import type { SectionSpec } from './template.ts';
import { bareKey, halvesOf, placeholderPattern, titleKey } from './text/titles.ts';

/** As they are compared: see `titleKey`. */
export interface SpecKeys {
  readonly title: readonly string[];
  readonly halves: readonly string[];
  readonly aliases: readonly string[];
  readonly names: readonly string[];
  /** The names without numbering in words. */
  readonly bare: readonly string[];
  /** Whether a title is of the shape that its own is a placeholder for. */
  readonly fits: ((title: string) => boolean) | undefined;
}

/** Worked out once for all documents. */
const knownSpecs = new WeakMap<SectionSpec, SpecKeys>();

export function keysOfSpec(spec: SectionSpec): SpecKeys {
  const known = knownSpecs.get(spec);
  if (known !== undefined) return known;
  const title = [titleKey(spec.title)];
  const aliases = spec.aliases.map(titleKey);
  const made = {
    title,
    halves: [...title, ...halvesOf(spec.title).map(titleKey)],
    aliases,
    names: [...title, ...aliases],
    bare: [spec.title, ...spec.aliases].map(bareKey),
    fits: placeholderPattern(spec.title),
  };
  knownSpecs.set(spec, made);
  return made;
}
