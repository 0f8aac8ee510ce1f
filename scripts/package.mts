/**
 * `npm run package [-- vsix] [npm]`: builds, then makes in packed/ what would be published: the extension, and the program.
 * Each is first laid out in a folder of its own, so that nothing slips in that nobody named.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { npm } from './install.mjs';
import { noticesOf } from './notices.mts';

export interface Packed {
  /** What was laid out. */
  readonly folder: string;
  /** What was packed of it. */
  readonly file: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly engines: { readonly node: string };
  readonly [key: string]: unknown;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const notices = 'THIRD-PARTY-NOTICES.txt';

const kinds = { vsix: packExtension, npm: packProgram };

/** Whether a version is for those who try what is coming: where its second number is odd, as VS Code's marketplaces have it. */
export function isPreRelease(version: string): boolean {
  return Number(version.split('.')[1]) % 2 === 1;
}

/** From what was built. */
export function packExtension(): Packed {
  const { private: _, bin, workspaces, scripts, devDependencies, ...manifest } = readManifest();
  const files = manifest.files.flatMap((name) => (name === 'dist' ? ['dist/client', 'dist/server'] : [name]));
  const folder = layOut('vsix', { ...manifest, files: [...files, notices] }, files, ['client', 'server']);
  const file = join(root, 'packed', `${manifest.name}-${manifest.version}.vsix`);
  const preRelease = isPreRelease(manifest.version) ? ['--pre-release'] : [];
  run([releaseTool('@vscode/vsce/vsce'), 'package', '--no-dependencies', ...preRelease, '--out', file], folder);
  return { folder, file };
}

/** From what was built. */
export function packProgram(): Packed {
  const { name, version, license, homepage, repository, bugs, keywords, bin, engines } = readManifest();
  const description =
    'Checks technical specifications in Markdown against their template: a program and a language server.';
  const files = [
    'dist/cli.js',
    'dist/cli-thread.js',
    'dist/cli',
    'dist/package.json',
    'docs/tech-spec.schema.json',
    'snippets',
    'CHANGELOG.md',
  ];
  const manifest = {
    ...{ name, version, description, license, homepage, repository, bugs, keywords, bin },
    engines: { node: engines.node },
    files: [...files, notices],
  };
  const folder = layOut('npm', manifest, [...files, 'LICENSE', 'README.md'], ['server']);
  npm(['pack', '--silent', '--ignore-scripts', '--pack-destination=..'], folder);
  return { folder, file: join(root, 'packed', `${name}-${version}.tgz`) };
}

/** `files` are from the root, and globs, too; of `workspaces` the packages are bundled. */
function layOut(
  name: string,
  manifest: Readonly<Record<string, unknown>>,
  files: readonly string[],
  workspaces: readonly string[],
): string {
  const folder = join(root, 'packed', name);
  rmSync(folder, { recursive: true, force: true });
  for (const pattern of files) {
    const found = globSync(pattern, { cwd: root });
    if (found.length === 0) throw new Error(`there is no ${pattern}`);
    for (const path of found) cpSync(join(root, path), join(folder, path));
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(folder, notices), noticesOf(root, workspaces));
  return folder;
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** A tool of release/, which nobody needs who packs nothing. */
function releaseTool(path: string): string {
  const folder = join(root, 'release');
  const tool = join(folder, 'node_modules', path);
  if (!existsSync(tool)) npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  return tool;
}

function run(args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
}

function main(names: readonly string[]): void {
  const unknown = names.filter((name) => !(name in kinds));
  if (0 < unknown.length) throw new Error(`there is no ${unknown.join(', ')} to pack, only ${Object.keys(kinds)}`);
  run(['scripts/build.mjs'], root);
  for (const [name, pack] of Object.entries(kinds)) {
    if (0 < names.length && !names.includes(name)) continue;
    const { file } = pack();
    console.log(`${(statSync(file).size / 1024).toFixed(0).padStart(5)} KB  ${file}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`package: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
