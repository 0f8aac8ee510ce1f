/** VS Code, pretended for the built client: it is there, and does nothing. */

/** Whatever is asked of it, called and made of it: itself. There is nothing in it, and nothing to wait for. */
export const anything: object = new Proxy(function made() {}, {
  get: (_, name) => {
    if (name === 'then') return undefined;
    if (name === Symbol.iterator) return [][Symbol.iterator];
    return name === Symbol.toPrimitive ? () => '' : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

/** Its module. `given` is what it has of its own; `used` is told each name that is asked for, and of whoever wants to know them all. */
export function pretendedVscode(given: Readonly<Record<string, unknown>>, used: (name: string) => void): object {
  const vscode: object = new Proxy(
    {},
    {
      get: (_, name) => {
        used(String(name));
        return given[String(name)] ?? anything;
      },
      ownKeys: () => {
        used('all its names');
        return [];
      },
    },
  );
  return vscode;
}
