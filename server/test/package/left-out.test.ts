/** What the build puts in the place of modules: all that a library calls of one is there, or it would be missed when it is called. */
import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home } from '../sources.ts';

interface Replaced {
  readonly what: RegExp;
  readonly library: string;
  readonly contents: string;
}

const { replaced }: { readonly replaced: readonly Replaced[] } = await import(`${home}scripts/left-out.mjs`);

/** The files of a library, in each version of it that is installed. */
function* filesOf(library: string): Iterable<string> {
  for (const folder of ['', 'node_modules/vscode-languageserver/', 'node_modules/vscode-languageclient/']) {
    // A library's files are in `lib`, unless the folder is named.
    const lib = join(home, folder, 'node_modules', library, library.includes('/dist') ? '' : 'lib');
    if (!existsSync(lib)) continue;
    for (const name of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
      if (/\.m?js$/.test(name)) yield readFileSync(join(lib, name), 'utf8');
    }
  }
}

/** What is called of a module in one file. */
function* calledIn(text: string, module: string): Iterable<string> {
  for (const [, names = ''] of text.matchAll(new RegExp(`import \\{([^}]*)\\} from '${module}'`, 'g')))
    yield* names.split(',').map((name) => name.trim().replace(/ as .*/, ''));
  for (const [, imported, required = imported] of text.matchAll(
    new RegExp(`import \\* as (\\w+) from '${module}'|(\\w+) = require\\("${module}"\\)`, 'g'),
  ))
    for (const [, name = ''] of text.matchAll(new RegExp(`\\b${required}\\.(\\w+)`, 'g'))) yield name;
}

describe('a module that is loaded late', () => {
  for (const { what, library, contents } of replaced) {
    const there = Array.from(contents.matchAll(/export const (\w+)/g), ([, name = '']) => name);
    if (there.length === 0) continue;
    const module = what.source.replace(/[\^$\\]/g, '');
    it(`has what ${library} calls of ${module}`, () => {
      const called = Array.from(filesOf(library), (text) => Array.from(calledIn(text, module))).flat();
      deepEqual(Array.from(new Set(called)).sort(), there.toSorted());
    });
  }
});

describe('what is punctuation, or a sign', () => {
  it('is so for the engine, too, which knows more of them', async () => {
    const library: Readonly<Record<'P' | 'S', RegExp>> = await import(`${home}node_modules/uc.micro/index.mjs`);
    const { contents = '' } = replaced.find(({ what }) => what.test('uc.micro')) ?? {};
    const own: typeof library = await import(`data:text/javascript,${encodeURIComponent(contents)}`);
    for (let code = 0; code < 0x110000; code++) {
      const sign = String.fromCodePoint(code);
      for (const kind of ['P', 'S'] as const) if (library[kind].test(sign)) ok(own[kind].test(sign), code.toString(16));
      // Of what everybody writes both know the same.
      if (code < 0x500) deepEqual([own.P.test(sign), own.S.test(sign)], [library.P.test(sign), library.S.test(sign)]);
    }
  });
});
