/** What libraries bring along and nobody here needs, or not at once. */
import { fileURLToPath } from 'node:url';

/** To make the table of all names of characters takes a tenth of a start: it is made where a text has a name. */
const late = `
  export const decodeHTML = (text) => require('entities/lib/decode.js').decodeHTML(text);
  export const decodeHTMLStrict = (text) => require('entities/lib/decode.js').decodeHTMLStrict(text);
`;

/**
 * markdown-it decodes entities and never encodes them, and links nothing that is not written as a link; `yaml` gives Node
 * files from which nothing can be left out. None of them says so itself.
 * @param {URL} root
 * @returns {import('esbuild').Plugin}
 */
export function unusedLeftOut(root) {
  const asked = Symbol('asked by this plugin itself');
  const yaml = fileURLToPath(new URL('node_modules/yaml/browser/dist/index.js', root));
  return {
    name: 'unused-left-out',
    setup: ({ onResolve, onLoad, resolve }) => {
      onResolve({ filter: /encode-html\.js$/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === asked) return undefined;
        const found = await resolve(path, { importer, resolveDir, kind, pluginData: asked });
        return { path: found.path, sideEffects: false, errors: found.errors };
      });
      onResolve({ filter: /^yaml$/ }, () => ({ path: yaml }));
      onResolve({ filter: /^linkify-it$/ }, () => ({ path: 'linkify-it', namespace: 'left-out' }));
      // Commands that are programs of their own, which commander could start: there are none.
      onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'left-out' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default class LinkifyIt {}' }));
      onResolve({ filter: /^entities$/ }, ({ importer, resolveDir }) =>
        /[\\/]markdown-it[\\/]/.test(importer)
          ? { path: 'entities', namespace: 'late', pluginData: resolveDir }
          : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'late' }, ({ pluginData }) => ({ contents: late, resolveDir: pluginData }));
    },
  };
}
