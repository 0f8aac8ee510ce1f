/** Writes what is made from the code and the built-in template; with `--check` only says what is stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository, wherever it was cloned to. */
export const home = fileURLToPath(new URL('..', import.meta.url));

/** A file that is made, not written: its path in the repository and the text it ought to have. */
export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** All that is generated, in the order of its making. Reads files, writes none. */
export async function generated(): Promise<readonly Generated[]> {
  return [{ path: 'server/src/core/builtin.ts', text: builtin(await read('templates/tech-spec.md')) }];
}

/** The built-in template as a module: a browser has no file to read it from. */
function builtin(template: string): string {
  const literal = template
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll('\r', '\\r');
  return `/** The built-in template's text. Generated from templates/tech-spec.md by \`npm run generate\`; do not edit. */
export const builtinTemplate = \`${literal}\`;
`;
}

async function read(path: string): Promise<string> {
  return await readFile(join(home, path), 'utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const checkOnly = process.argv.includes('--check');
  for (const { path, text } of await generated()) {
    const current = await read(path).catch(() => undefined);
    if (current === text) continue;
    console.log(checkOnly ? `stale: ${path}` : `wrote ${path}`);
    if (checkOnly) process.exitCode = 1;
    else {
      await mkdir(dirname(join(home, path)), { recursive: true });
      await writeFile(join(home, path), text);
    }
  }
}
