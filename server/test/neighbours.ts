/** What other Markdown extensions bring into VS Code, as their manifests and sources say: facts, to compare with what we bring. */

export interface Neighbour {
  readonly name: string;
  /** What was looked at. */
  readonly version: string;
  /** On Windows and Linux, with what it is on a Mac where that differs; in the text editor of a Markdown document. */
  readonly keys: readonly (string | readonly [other: string, mac: string])[];
  /** What is typed that asks it for completions. */
  readonly triggers: readonly string[];
  readonly formats: boolean;
  /** Beyond quick fixes. */
  readonly actions: readonly string[];
  readonly givesSymbols: boolean;
  /** Injected into Markdown. */
  readonly grammars: readonly string[];
  /** Beginnings of the prefixes of its snippets. */
  readonly snippets: readonly string[];
  /** Settings that it gives Markdown another default for. */
  readonly defaults: readonly string[];
}

/** Nothing of any kind; each neighbour says where it differs. */
const none = {
  keys: [],
  triggers: [],
  formats: false,
  actions: [],
  givesSymbols: false,
  grammars: [],
  snippets: [],
  defaults: [],
} satisfies Partial<Neighbour>;

export const neighbours: readonly Neighbour[] = [
  {
    ...none,
    name: 'Markdown Language Features (built in)',
    version: '1.139.1',
    keys: [
      ['ctrl+k v', 'cmd+k v'],
      ['ctrl+shift+v', 'cmd+shift+v'],
    ],
    triggers: ['.', '/', '#'],
    actions: ['source.organizeLinkDefinitions', 'refactor.extract.linkDefinition'],
    givesSymbols: true,
    defaults: ['editor.wordWrap', 'editor.quickSuggestions'],
  },
  {
    ...none,
    name: 'Markdown Language Basics (built in)',
    version: '1.139.1',
    defaults: [
      'editor.unicodeHighlight.ambiguousCharacters',
      'editor.unicodeHighlight.invisibleCharacters',
      'diffEditor.ignoreTrimWhitespace',
    ],
  },
  {
    ...none,
    name: 'Markdown Math (built in)',
    version: '1.139.1',
    grammars: ['markdown.math.block', 'markdown.math.inline', 'markdown.math.codeblock'],
  },
  {
    ...none,
    name: 'markdownlint (DavidAnson.vscode-markdownlint)',
    version: '0.49.0 (manifest), 0.59.0 (source)',
    formats: true,
    actions: ['source.fixAll.markdownlint'],
    snippets: ['markdownlint-'],
  },
  {
    ...none,
    name: 'Prettier (esbenp.prettier-vscode)',
    version: '8.0.1',
    formats: true,
  },
  {
    ...none,
    name: 'Markdown All in One (yzhang.markdown-all-in-one)',
    version: '3.5.1',
    keys: [
      ['ctrl+b', 'cmd+b'],
      ['ctrl+i', 'cmd+i'],
      'alt+s',
      'ctrl+shift+]',
      'ctrl+shift+[',
      ['ctrl+m', 'cmd+m'],
      'enter',
      ['ctrl+enter', 'cmd+enter'],
      'shift+enter',
      'tab',
      'shift+tab',
      'backspace',
      'alt+up',
      'alt+down',
      'shift+alt+up',
      'shift+alt+down',
      'ctrl+shift+alt+up',
      'ctrl+shift+alt+down',
      ['ctrl+]', 'cmd+]'],
      ['ctrl+[', 'cmd+['],
      'alt+c',
      ['ctrl+v', 'cmd+v'],
    ],
    triggers: ['(', '\\', '/', '[', '#'],
    formats: true,
  },
];
