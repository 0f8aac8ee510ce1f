/** Addresses (URIs) of documents, folders and templates: compared, and followed no further than a folder. */
import { URI, Utils } from 'vscode-uri';

/** One spelling for each place: clients differ in what they escape. */
export function normalAddress(uri: string): string {
  return partsOf(uri).toString();
}

export function isSameAddress(one: string, other: string): boolean {
  return one === other || normalAddress(one) === normalAddress(other);
}

/** Whether an address is the folder's or lies in it. */
export function liesIn(uri: string, folder: string): boolean {
  const address = normalAddress(uri);
  const root = withoutSlash(normalAddress(folder));
  return address === root || address.startsWith(`${root}/`);
}

/** The innermost of the folders that a document lies in. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  const around = folders.filter((folder) => liesIn(uri, folder));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** The folder that a document lies in directly; undefined where it has no place yet. */
export function parentOf(uri: string): string | undefined {
  const parsed = partsOf(uri);
  return isPlaceless(parsed) ? undefined : Utils.dirname(parsed).toString();
}

/** Below the folder where it lies in it, with forward slashes; empty for a document that has no place yet. */
export function pathIn(uri: string, folder: string | undefined): string {
  const parsed = partsOf(uri);
  if (isPlaceless(parsed)) return '';
  const path = parsed.path.replace(/^\//, '');
  if (folder === undefined || !liesIn(uri, folder)) return path;
  const root = withoutSlash(partsOf(folder).path).replace(/^\//, '');
  return path.slice(root.length).replace(/^\//, '');
}

/** The same with the name of the folder itself, where it lies in it. */
export function namedPathIn(uri: string, folder: string | undefined): string {
  const path = pathIn(uri, folder);
  return folder !== undefined && liesIn(uri, folder) ? `${nameOf(folder)}/${path}` : path;
}

/** The last part of an address, for messages. */
export function nameOf(uri: string): string {
  return Utils.basename(partsOf(uri)) || uri;
}

/**
 * A relative path that a document or setting names, followed from `base`; undefined where it leads out of `within`.
 * Absolute paths, `~`, shares, drives and addresses are no way into a folder.
 */
export function addressWithin(path: string, base: string, within: string): string | undefined {
  const slashed = path.trim().replaceAll('\\', '/');
  if (/^(?:\/|~|[a-z][a-z0-9+.-]*:)/i.test(slashed)) return undefined;
  const address = Utils.joinPath(partsOf(base), slashed).toString();
  return liesIn(address, within) && !isSameAddress(address, within) ? address : undefined;
}

/** The way from a folder to a file, as `addressWithin` follows it; undefined where they have no common root. */
export function wayTo(uri: string, base: string): string | undefined {
  const [one, other] = [partsOf(base), partsOf(uri)];
  if (one.scheme !== other.scheme || one.authority !== other.authority) return undefined;
  const from = one.path.split('/').filter((step) => step !== '');
  const to = other.path.split('/').filter((step) => step !== '');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** An `untitled:` document's path is a name at most. */
function isPlaceless({ scheme }: URI): boolean {
  return scheme === 'untitled';
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

/** With each key that is typed the same few addresses are taken apart and compared. More are not kept: of many files each is asked about once. */
function partsOf(uri: string): URI {
  const known = knownParts.get(uri);
  if (known !== undefined) return known;
  if (mostKnown <= knownParts.size) knownParts.clear();
  const parts = URI.parse(uri);
  knownParts.set(uri, parts);
  return parts;
}

const knownParts = new Map<string, URI>();
const mostKnown = 16;
