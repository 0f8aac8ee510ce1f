/** Each package that we take has a reason in docs/dependencies.md, and nothing that a workspace holds is ever run. */
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { home, linesWith, sourcesIn } from './sources.ts';

const page = readFileSync(`${home}docs/dependencies.md`, 'utf8');
const [bundled = '', others = ''] = page.split('## To build and to test');

function named(part: string): readonly string[] {
  return Array.from(part.matchAll(/^\| `([^`]+)`/gm), ([, name = '']) => name).sort();
}

function taken(kind: 'dependencies' | 'devDependencies', ...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    Object.keys(JSON.parse(readFileSync(`${home}${folder}package.json`, 'utf8'))[kind] ?? {}),
  );
}

describe('dependencies', () => {
  it('that are bundled have a reason each', () => {
    deepEqual(named(bundled), taken('dependencies', '', 'client/', 'server/').toSorted());
  });

  it('of the tests have a use each', () => {
    const ofTheirOwn = taken('dependencies', 'e2e/host/', 'bench/', 'mutation/', 'release/');
    const all = new Set([...taken('devDependencies', '', 'client/', 'server/'), ...ofTheirOwn]);
    deepEqual(named(others), Array.from(all).toSorted());
  });
});

describe('nothing that a workspace holds is run', () => {
  it('because nothing is made into code', () => {
    const sources = sourcesIn('server/src', 'client/src');
    ok(100 < sources.length);
    const makers = /\beval\(|\bnew Function\b|\bFunction\(|node:vm|\bimport\(\s*[\w$]|\brequire\(|createRequire/g;
    deepEqual(
      sources.flatMap((source) => linesWith(source, makers)),
      [],
    );
  });
});
