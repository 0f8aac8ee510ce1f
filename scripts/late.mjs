/** What the desktop's client loads when it is needed, by `import()`, is read no sooner: it has a file of its own. The web's client must be one file. */

/**
 * A row of the table of bundles for each, with its budget in KB.
 * @type {readonly { name: string, entry: string, outfile: string, budget: number }[]}
 */
export const lateBundles = [
  // The protocol's client: loaded behind the activation.
  late('node-client', 440),
  // GitHub's client: loaded when somebody posts.
  late('github', 30),
];

/**
 * @param {string} name
 * @param {number} budget
 */
function late(name, budget) {
  return { name: `client/${name}`, entry: `client/src/${name}.ts`, outfile: `dist/client/${name}.js`, budget };
}

/**
 * Asks for those files where the sources do.
 * @returns {import('esbuild').Plugin}
 */
export function filesOfTheirOwn() {
  return {
    name: 'files-of-their-own',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/.*\.ts$/ }, ({ path, kind }) =>
        kind === 'dynamic-import' ? { path: path.replace(/ts$/, 'js'), external: true } : undefined,
      );
    },
  };
}
