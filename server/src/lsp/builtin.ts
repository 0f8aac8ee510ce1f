/** The built-in templates, which have no files: what they are called where a template is named, and where they can be opened. */
import * as core from '../core/index.ts';
import { isSameAddress } from './addresses.ts';

/** The one that documents follow where nothing names another. */
export const defaultBuiltin = 'tech-spec';

const prefix = 'builtin:';

/** What follows `builtin:`, whether or not there is such a template; undefined where the words are no name of one. */
export function builtinIn(words: string): string | undefined {
  const said = words.trim();
  return said.startsWith(prefix) ? said.slice(prefix.length) : undefined;
}

/** `builtin:tech-spec`: how directives, configurations, settings and command lines name it. */
export function builtinName(name: string): string {
  return `${prefix}${name}`;
}

/** The text of one; undefined where there is none of that name. */
export function builtinText(name: string): string | undefined {
  return core.builtinTemplates.get(name);
}

/** Those that there are, in words that follow one that there is not. */
export function noSuchBuiltin(): string {
  return `is none of the built-in ones: ${Array.from(core.builtinTemplates.keys(), builtinName).join(', ')}`;
}

/** Where a client can open it. */
export function builtinAddress(name: string): string {
  return `tech-spec:/${name}.md`;
}

/** The name of the one at an address; undefined for all other addresses. */
export function builtinAt(uri: string): string | undefined {
  return Array.from(core.builtinTemplates.keys()).find((name) => isSameAddress(builtinAddress(name), uri));
}
