/** Nobody is told something and left there: every notification and every empty view has a way on. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeOf, home, linesWith, type Source, sourcesIn } from './sources.ts';

const client = sourcesIn('client/src');
const manifest = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));
const words = JSON.parse(readFileSync(`${home}package.nls.json`, 'utf8'));

describe('notifications', () => {
  const told = client.flatMap(callsOfTell);

  it('are shown by tell alone, which shows the same one only once', () => {
    const others = client
      .filter(({ path }) => path !== 'client/src/tell.ts')
      .flatMap((source) => linesWith(source, /\bshow(?:Information|Warning|Error)Message\b/g));
    none(others, 'Call tell, with buttons that help');
  });

  it('have a way out each', () => {
    const without = told.filter(({ ways }) => ways === undefined || /^\{\s*\}$/.test(ways));
    none(
      without.map(({ place }) => place),
      'Give tell a button that helps: the next step, a setting, the output',
    );
  });

  it('are found by this test', () => ok(10 < told.length));
});

describe('empty views', () => {
  const welcomes: readonly { readonly view: string; readonly contents: string }[] = manifest.contributes.viewsWelcome;
  const commands: readonly { readonly command: string }[] = manifest.contributes.commands;
  const views: readonly { readonly id: string }[] = Object.values<[]>(manifest.contributes.views).flat();

  it('say what to do, with a button that does it', () => {
    for (const { contents } of welcomes) {
      const said: string = words[contents.replaceAll('%', '')];
      const named = Array.from(said.matchAll(/^\[[^\]]+\]\(command:([\w.]+)[^)]*\)$/gm), ([, command]) => command);
      ok(0 < named.length, `No button in “${said}”`);
      deepEqual(
        named.filter((name) => !commands.some(({ command }) => command === name)),
        [],
        `In “${said}”`,
      );
    }
  });

  it('are said for every view', () => {
    const silent = views.filter(({ id }) => !welcomes.some(({ view }) => view === id)).map(({ id }) => id);
    none(silent, 'Add its words to viewsWelcome in package.json');
  });
});

/** Each call of `tell`, with the code of its third argument. */
function callsOfTell(source: Source): readonly { readonly place: string; readonly ways: string | undefined }[] {
  const code = codeOf(source);
  return Array.from(code.matchAll(/(?<!function )\btell\(/g), ({ 0: call, index }) => {
    const place = `${source.path}:${code.slice(0, index).split('\n').length}`;
    return { place, ways: argumentsFrom(code, index + call.length)[2] };
  });
}

/** The arguments of a call, from behind its bracket. */
function argumentsFrom(code: string, start: number): readonly string[] {
  const found = [''];
  let depth = 0;
  for (const letter of code.slice(start)) {
    if ('([{'.includes(letter)) depth += 1;
    if (')]}'.includes(letter)) depth -= 1;
    if (depth < 0) break;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((each) => each.trim()).filter((each, at) => each !== '' || at < found.length - 1);
}

function none(offenders: readonly string[], advice: string): void {
  if (0 < offenders.length) fail(`${advice}:\n  ${offenders.join('\n  ')}`);
}
