/** What libraries bring along and nobody here needs, or not at once. */
import { fileURLToPath } from 'node:url';

/** What programming languages have, and specs have not. */
const notServed = [
  'callHierarchy',
  'typeHierarchy',
  'moniker',
  'inlineValue',
  'linkedEditingRange',
  'inlineCompletion',
];

/**
 * What stands in place of a module, where a library asks for it.
 * @type {readonly { what: RegExp, library: string, contents: string }[]}
 */
export const replaced = [
  // It links nothing that is not written as a link.
  { what: /^linkify-it$/, library: 'markdown-it', contents: 'export default class LinkifyIt {}' },
  { what: /^\.\/rules_inline\/linkify\.mjs$/, library: 'markdown-it', contents: 'export default () => false;' },
  // It knows three kinds of Markdown, and is told of none.
  { what: /^\.\/presets\/(?:zero|commonmark)\.mjs$/, library: 'markdown-it', contents: 'export default {};' },
  // The addresses in it lead nowhere: hosts may be called as they are written.
  {
    what: /^punycode\.js$/,
    library: 'markdown-it',
    contents: 'const asIs = (host) => host;\nexport default { toASCII: asIs, toUnicode: asIs };',
  },
  // To make the table of all names of characters takes a tenth of a start: it is made where a text has a name.
  {
    what: /^entities$/,
    library: 'markdown-it',
    contents: late('entities/lib/decode.js', 'decodeHTML', 'decodeHTMLStrict'),
  },
  // Engines know which characters are punctuation, and which are signs.
  { what: /^uc\.micro$/, library: 'markdown-it', contents: 'export const P = /\\p{P}/u;\nexport const S = /\\p{S}/u;' },
  // Documents are read here; who draws them is somebody else.
  { what: /^\.\/renderer\.mjs$/, library: 'markdown-it', contents: 'export default class Renderer {}' },
  // Blocks, and what stands in one, are read by themselves: nothing is done with a document as a whole.
  { what: /^\.\/parser_core\.mjs$/, library: 'markdown-it', contents: 'export default class ParserCore {}' },
  // Commands that are programs of their own, which it could start: there are none.
  { what: /^(?:node:)?child_process$/, library: 'commander', contents: '' },
  // It looks for modules by starting npm and yarn, where somebody asks for them: nobody does.
  { what: /^\.\/files$/, library: 'vscode-languageserver', contents: '' },
  // A notebook is no text document, and is never checked.
  {
    what: /^\.\/notebook$/,
    library: 'vscode-languageserver',
    contents: 'export const NotebookSyncFeature = (Base) => Base;\nexport const NotebookDocuments = class {};',
  },
  ...notServed.map((feature) => ({
    what: new RegExp(`^\\./${feature}$`),
    library: 'vscode-languageserver',
    contents: `export const ${feature.replace(/^./, (first) => first.toUpperCase())}Feature = (Base) => Base;`,
  })),
  // Nor are their messages read or written; the client's own library keeps them.
  ...['notebook', ...notServed].map((feature) => ({
    what: new RegExp(`^\\./protocol\\.${feature}$`),
    library: 'vscode-languageserver/node_modules/vscode-languageserver-protocol',
    contents: '',
  })),
  // YAML is read, and never written.
  ...[
    '../../stringify/stringifyNumber.js',
    '../../stringify/stringifyString.js',
    '../stringify/stringifyCollection.js',
    '../stringify/stringifyDocument.js',
    '../stringify/stringifyPair.js',
  ].map((module) => ({
    what: new RegExp(`^${module.replaceAll('.', '\\.')}$`),
    library: 'yaml/browser/dist',
    contents: `export const ${module.replace(/.*\/|\.js$/g, '')} = () => '';`,
  })),
  {
    what: /^\.\.\/stringify\/stringify\.js$/,
    library: 'yaml/browser/dist',
    contents: 'export const createStringifyContext = () => ({});',
  },
  // All is read as YAML 1.2, and tags are not followed.
  ...['binary', 'omap', 'pairs', 'schema', 'set'].map((tag) => ({
    what: new RegExp(`^\\./yaml-1\\.1/${tag}\\.js$`),
    library: 'yaml/browser/dist',
    contents: `export const ${tag} = [];`,
  })),
  {
    what: /^\.\/yaml-1\.1\/timestamp\.js$/,
    library: 'yaml/browser/dist',
    contents: 'export const timestamp = [];\nexport const intTime = [];\nexport const floatTime = [];',
  },
  { what: /^\.\/json\/schema\.js$/, library: 'yaml/browser/dist', contents: 'export const schema = [];' },
  // For the names of pipes that it thinks of itself, and for what the client asks to be told of.
  { what: /^crypto$/, library: 'vscode-jsonrpc', contents: late('node:crypto', 'randomBytes', 'randomUUID') },
];

/**
 * Functions of a module that is loaded when one of them is called.
 * @param {string} module
 * @param {string[]} names
 */
function late(module, ...names) {
  return names.map((name) => `export const ${name} = (...all) => require('${module}').${name}(...all);`).join('\n');
}

/**
 * Beside those, markdown-it decodes entities and never encodes them, and `yaml` gives Node files from which nothing can be left out.
 * None of them says so itself.
 * @param {URL} root
 * @returns {import('esbuild').Plugin}
 */
export function unusedLeftOut(root) {
  const asked = Symbol('asked by this plugin itself');
  const namespace = 'left-out';
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
      for (const { what, library, contents } of replaced) {
        const isLibrary = new RegExp(`[\\\\/]${library.replaceAll('/', '[\\\\/]')}[\\\\/](?!node_modules)`);
        onResolve({ filter: what }, ({ path, importer, resolveDir }) =>
          isLibrary.test(importer)
            ? { path: `${library}/${path}`, namespace, pluginData: { contents, resolveDir } }
            : undefined,
        );
      }
      onLoad({ filter: /.*/, namespace }, ({ pluginData }) => pluginData);
    },
  };
}
