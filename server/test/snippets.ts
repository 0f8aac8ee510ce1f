/** The snippets as they are shipped, and as VS Code inserts them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
}

export const snippets = ['sections', 'shapes'].flatMap((name) => Object.values(read(name)));

function read(name: string): Readonly<Record<string, Snippet>> {
  return JSON.parse(readFileSync(new URL(`../../snippets/${name}.json`, import.meta.url), 'utf8'));
}

/** Nothing is typed over: each placeholder is its example, each choice its first word. */
export function filled({ body }: Snippet): string {
  const text = body.join('\n');
  const placeholder = /\$\{\d+\|([^,|]*)[^}]*\}|\$\{\d+:((?:\\.|[^\\}])*)\}|\$\d+/g;
  const inserted = text.replace(placeholder, (_, choice?: string, example?: string) => choice ?? example ?? '');
  assert.doesNotMatch(inserted.replaceAll(/\\./g, ''), /\$/);
  return inserted.replaceAll(/\\([$}\\])/g, '$1');
}
