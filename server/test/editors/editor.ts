/** What the tests in real editors share: which editors there are, what our pages tell to write, and the program on their path. */
import { equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Files } from '../cli/terminal.ts';
import { home } from '../sources.ts';

/** The number in what a program says to `--version`; undefined where there is no such program. */
export function versionOf(program: string, pattern: RegExp): number | undefined {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  const number = pattern.exec(stdout ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The code of a page in docs/editors/, block by block. */
export function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(`${home}docs/editors/${page}`, 'utf8');
  return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm))
    .filter(([, name]) => name === language)
    .map(([, , code = '']) => code);
}

export function buildProgram(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
    cwd: home,
    encoding: 'utf8',
  });
  equal(status, 0, `${stdout}${stderr}`);
}

/** An environment with a home of its own in the folder, and with `tech-spec` on the path. */
export function programIn(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, 'home', 'bin');
  mkdirSync(bin, { recursive: true });
  const program = join(bin, 'tech-spec');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${home}dist/cli.js" "$@"\n`);
  chmodSync(program, 0o755);
  const own = join(folder, 'home');
  const places = { HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own, XDG_CACHE_HOME: own, XDG_STATE_HOME: own };
  return { ...process.env, ...places, PATH: `${bin}${delimiter}${process.env.PATH}` };
}

/** What the editors open: a spec with a section too few and one still to write. */
export const halfWritten: Files = {
  '.tech-spec.json': '{ "specs": [{ "files": "specs/*.md", "template": "template.md" }] }',
  'template.md': '## Scope\n\nSay what is in it.\n\n## Data model\n\nSay what is kept.\n\n## Costs\n\nSay how much.\n',
  'specs/tea.tech-spec.md': '## Scope\n\nA pot for two.\n\n## Costs\n\nTBD\n',
};

/** The same with the section put in. */
export const mended = '## Scope\n\nA pot for two.\n\n## Data model\n\nSay what is kept.\n\n## Costs\n\nTBD\n';
