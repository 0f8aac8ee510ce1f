/** The bundled program, started as a shell does. */
import { equal } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './terminal.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const program = join(root, 'dist/cli.js');

export function buildProgram(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
    cwd: root,
    encoding: 'utf8',
  });
  equal(status, 0, `${stdout}${stderr}`);
}

/** Enough of them to share. */
export function manySpecs(): Files {
  return Object.fromEntries(
    Array.from({ length: 600 }, (_, at) => [`${at}.tech-spec.md`, `## Summary\n\n${'Tea. '.repeat(at % 9)}\n`]),
  );
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

export async function start(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, env: { ...process.env, ...environment } });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors += part;
  });
  const [code] = await once(child, 'close');
  return { code, out, errors };
}
