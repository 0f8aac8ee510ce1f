/** The licences of the packages that are bundled, for what is published: they ask to be passed on with their code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Packages by their path in the lock file. */
type Lock = Readonly<Record<string, Locked>>;

/** One text, a package after the other, by name. Throws where a package has no licence. */
export function noticesOf(root: string, workspaces: readonly string[]): string {
  const locked: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const paths = Array.from(reachedFrom(workspaces, locked)).filter((path) => path.includes('node_modules/'));
  const notices = paths.map((path) => ({ name: nameOf(path), text: noticeOf(root, path, locked[path]) }));
  const sorted = notices.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text);
  return ['Tech Spec is made with the following packages.', ...new Set(sorted)].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** These packages, and what they need in turn. */
function reachedFrom(from: readonly string[], locked: Lock): ReadonlySet<string> {
  const reached = new Set(from);
  // What is added meanwhile is gone through, too.
  for (const path of reached) {
    for (const name of Object.keys(locked[path]?.dependencies ?? {})) reached.add(found(name, path, locked));
  }
  return reached;
}

/** As Node looks for a package: in the nearest `node_modules` above. */
function found(name: string, from: string, locked: Lock): string {
  for (let folder = from; ; folder = posix.dirname(folder)) {
    const path = posix.join(folder, 'node_modules', name);
    if (path in locked) return path;
    if (folder === '.') throw new Error(`${from} needs ${name}, which is not in package-lock.json`);
  }
}

function noticeOf(root: string, path: string, locked: Locked | undefined): string {
  const file = readdirSync(join(root, path)).find((name) => /^licen[cs]e/i.test(name));
  if (file === undefined) throw new Error(`${path} has no licence to pass on`);
  return `${nameOf(path)} ${locked?.version} (${locked?.license})\n\n${readFileSync(join(root, path, file), 'utf8').trim()}\n`;
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}
