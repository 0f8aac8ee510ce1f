/** The labels that a long text defines: there may be hundreds of thousands. */

/**
 * To be written to and asked as an object of what each label leads to, of which nobody reads more than whether it is there.
 * Engines copy an object, or a set, whenever it outgrows itself, which takes a tenth of a second where it has so many: these
 * are kept in many small ones.
 */
export function manyLabels(): Record<string, unknown> {
  const sets = Array.from({ length: setCount }, () => new Set<string>());
  const setOf = (label: string) => sets[hashOf(label) % setCount] as Set<string>;
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, label) => (typeof label === 'string' && setOf(label).has(label) ? DEFINED : undefined),
      set: (_, label) => typeof label === 'string' && setOf(label).add(label) !== undefined,
    },
  );
}

const setCount = 256;
const DEFINED = { href: '', title: '' };

/** By its end: most labels of one text begin alike. */
function hashOf(label: string): number {
  let hash = label.length;
  for (let at = Math.max(0, label.length - 8); at < label.length; at++) hash = (31 * hash + label.charCodeAt(at)) >>> 0;
  return hash;
}
