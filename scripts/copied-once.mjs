/** Where many files import all of a CommonJS module, esbuild has each copy all its names: a tenth of a start of the server. */

/** For whoever resolves an import: what makes a copy that all files share. */
export const namespace = 'copied-once';

/**
 * The protocol's library has seven hundred names, and half of the server imports it.
 * @returns {import('esbuild').Plugin}
 */
export function copiedOnce() {
  return {
    name: namespace,
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^vscode-languageserver$/ }, ({ path, resolveDir, ...from }) =>
        from.namespace === namespace ? undefined : { path, namespace, pluginData: resolveDir },
      );
      onLoad({ filter: /.*/, namespace }, ({ path, pluginData }) => ({
        contents: `export * from ${JSON.stringify(path)};`,
        resolveDir: pluginData,
      }));
    },
  };
}
