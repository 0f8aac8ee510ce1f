/**
 * What `npm version` leaves undone: the packages of the workspaces, the lock file, the versions that pages name, the CHANGELOG's heading.
 * npm runs it twice: with `--check`, before anything is changed, and when it has set the version of the root.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Pages that tell people to take this repository at a version. */
const pages = ['README.md', 'docs/ci.md'];
const manifests = ['client/package.json', 'server/package.json'];

/** The CHANGELOG with what was unreleased under its version. Throws where there is nothing to say. */
export function released(changelog: string, version: string, date: string): string {
  const [, heading = '', words = ''] = /^(## Unreleased\n)([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (words.trim() === '')
    throw new Error('the CHANGELOG says nothing under “Unreleased”: say what changed for those who use it');
  return changelog.replace(heading, () => `## ${version} (${date})\n`);
}

function main(args: readonly string[], root: string): void {
  const read = (path: string) => readFileSync(root + path, 'utf8');
  const changelog = read('CHANGELOG.md');
  const { version } = JSON.parse(read('package.json'));
  const text = released(changelog, version, new Date().toISOString().slice(0, 10));
  if (args.includes('--check')) return;
  writeFileSync(`${root}CHANGELOG.md`, text);
  for (const path of manifests) {
    writeFileSync(
      root + path,
      read(path).replace(/"version": "[^"]+"/, () => `"version": "${version}"`),
    );
  }
  const lock = JSON.parse(read('package-lock.json'));
  for (const path of manifests) lock.packages[path.replace('/package.json', '')].version = version;
  writeFileSync(`${root}package-lock.json`, `${JSON.stringify(lock, undefined, 2)}\n`);
  for (const path of pages) writeFileSync(root + path, named(read(path), version));
  execFileSync('git', ['add', 'CHANGELOG.md', 'package-lock.json', ...manifests, ...pages], { cwd: root });
}

/** Where a page takes this repository at a tag: as an action, or as hooks. */
function named(page: string, version: string): string {
  return page.replaceAll(
    /(tech-spec\/tech-spec@v|\brev: v)\d+\.\d+\.\d+/g,
    (_, before: string) => `${before}${version}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2), fileURLToPath(new URL('../', import.meta.url)));
  } catch (error) {
    console.error(`version: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
