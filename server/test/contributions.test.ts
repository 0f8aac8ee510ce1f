/** What we bring into VS Code, beside what others bring for the same documents: nobody's key, kind or setting is taken. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as core from '../src/core/index.ts';
import { capabilitiesOf, serverCapabilitiesFor } from '../src/lsp/capabilities.ts';
import { contextOf } from './check.ts';
import { neighbours } from './neighbours.ts';
import { snippets } from './snippets.ts';

interface Contributes {
  readonly keybindings: readonly { readonly key: string; readonly mac: string; readonly when: string }[];
  readonly grammars: readonly { readonly scopeName: string; readonly language?: string }[];
  readonly configurationDefaults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly languages?: unknown;
}

const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: Contributes;
};

/** As our client in VS Code introduces itself, where the built-in Markdown outline is there. */
const capabilities = serverCapabilitiesFor(
  capabilitiesOf({
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, codeAction: { dataSupport: true } } },
    initializationOptions: { symbols: 'off', files: true, tokenTypes: 'own' },
  }),
);

describe('beside other Markdown extensions', () => {
  for (const { name, keys, grammars, actions, snippets: prefixes, defaults } of neighbours) {
    it(`${name}: no key of ours is theirs, on any system`, () => {
      const pairs = keys.map((key) => (typeof key === 'string' ? ([key, key] as const) : key));
      const [others, macs] = [pairs.map(([other]) => other), pairs.map(([, mac]) => mac)];
      for (const { key, mac } of contributes.keybindings) {
        ok(!others.some((other) => overlap(other, key)), key);
        ok(!macs.some((other) => overlap(other, mac)), mac);
      }
    });

    it(`${name}: no action on saving, grammar, snippet or default of ours is theirs`, () => {
      const kinds = actionKinds().filter((kind) => kind !== 'quickfix');
      deepEqual(
        kinds.filter((kind) => actions.includes(kind)),
        [],
      );
      deepEqual(
        contributes.grammars.filter(({ scopeName }) => grammars.includes(scopeName)),
        [],
      );
      deepEqual(
        snippets.filter(({ prefix }) => prefixes.some((start) => prefix.startsWith(start) || start.startsWith(prefix))),
        [],
      );
      deepEqual(
        defaultsOfOurs().filter((setting) => defaults.includes(setting)),
        [],
      );
    });
  }

  it('our keys are ours in a spec only', () => {
    for (const { when } of contributes.keybindings) ok(/\beditorTextFocus\b.*\btechSpec\.isSpec\b/.test(when), when);
  });

  it('we bring no language, and a grammar only for what others’ grammars leave plain', () => {
    equal(contributes.languages, undefined);
    deepEqual(
      contributes.grammars.map(({ scopeName, language }) => [scopeName, language]),
      [['markdown.tech-spec.injection', undefined]],
    );
  });

  it('we format nothing, neither on demand nor while somebody types', () => {
    const { documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider } =
      capabilities;
    deepEqual(
      [documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider],
      [undefined, undefined, undefined],
    );
  });

  it('on saving we act where our own kind is asked for, or all', () => {
    deepEqual(actionKinds(), ['quickfix', 'source.fixAll.techSpec']);
  });

  it('of Markdown’s settings we change but how much of a hint is shown', () => {
    deepEqual(defaultsOfOurs(), ['editor.inlayHints.maximumLength']);
  });

  it('where the built-in outline is there we give no symbols', () => {
    ok(neighbours.some(({ givesSymbols }) => givesSymbols));
    equal(capabilities.documentSymbolProvider, undefined);
  });

  it('we are asked for completions by one sign that asks others too', () => {
    const theirs = neighbours.flatMap(({ triggers }) => triggers);
    const ours = capabilities.completionProvider?.triggerCharacters ?? [];
    deepEqual(
      ours.filter((sign) => theirs.includes(sign)),
      ['#'],
    );
  });

  it('in a link, a path and a formula, where others complete, we offer nothing', () => {
    const spec = '## Summary:\n\nTrains run at night.\n\n';
    for (const typed of [
      'See [above](#',
      'See [it](./',
      '[it]: #',
      '![a map](',
      'See [',
      '$\\',
      'A sentence: ',
      'No. #',
    ]) {
      const text = spec + typed;
      deepEqual(core.completions(contextOf(core.builtinTemplate, text), text.length), [], typed);
    }
    const text = `${spec}#`;
    ok(0 < core.completions(contextOf(core.builtinTemplate, text), text.length).length);
  });
});

function actionKinds(): readonly string[] {
  const { codeActionProvider } = capabilities;
  return typeof codeActionProvider === 'object' ? (codeActionProvider.codeActionKinds ?? []) : [];
}

function defaultsOfOurs(): readonly string[] {
  return Object.values(contributes.configurationDefaults ?? {}).flatMap((settings) => Object.keys(settings));
}

/** Whether one key is the other, or its beginning: of two keys pressed in turn, the first one is taken. */
function overlap(one: string, other: string): boolean {
  const [first, second] = [strokes(one), strokes(other)];
  const length = Math.min(first.length, second.length);
  return first.slice(0, length).join(' ') === second.slice(0, length).join(' ');
}

function strokes(key: string): readonly string[] {
  return key.split(' ').map((stroke) =>
    stroke
      .split(/\+(?!$)/)
      .sort()
      .join('+'),
  );
}
