/** Whether a text is a spec, and of which template: the directive, the file's name, the front matter, the headings. */
import type { SpecDocument } from './document.ts';
import type { SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

/** `<!-- tech-spec: none -->` or `<!-- tech-spec: template=PATH -->`. */
export type SpecDirective =
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'template'; readonly path: string; readonly span: Span };

export function directiveOf(document: SpecDocument): SpecDirective | undefined {
  throw new Error(`not yet ${document}`);
}

/** Whether a document that no configuration speaks of is a spec of the template. `path` has forward slashes; pass an empty one for untitled documents. */
export function looksLikeSpec(document: SpecDocument, template: SpecTemplate, path: string): boolean {
  throw new Error(`not yet ${document} ${template} ${path}`);
}

/** README, CHANGELOG, index files, templates: never specs, unless a configuration or directive says so. */
export function isNeverSpec(path: string): boolean {
  throw new Error(`not yet ${path}`);
}
