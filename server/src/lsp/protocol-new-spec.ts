/** What *New Tech Spec* asks for: the templates to choose from, the text that one starts, and how its file is called. Only types are imported, so the client can read it whole. */
import type { Range, Request } from './protocol.ts';

/** Client to server: the templates that a new spec could start from, each once. */
export const newSpecTemplates: Request<NewSpecTemplatesParams, readonly NewSpecTemplate[]> = {
  method: 'techSpec/newSpecTemplates',
};

export interface NewSpecTemplatesParams {
  /** A document or folder where it is to lie; without one, the first workspace folder. */
  readonly near?: string;
}

export interface NewSpecTemplate {
  /** Names it in `newSpec`, and can be opened. */
  readonly uri: string;
  readonly name: string;
  /** In the workspace; null for a built-in one. */
  readonly path: string | null;
  /** The names of its sections: “Summary · Scope · Data model”. */
  readonly sections: string;
  /** A new spec starts from it where nobody chooses; it comes first. */
  readonly isInForce: boolean;
}

/** Client to server: the text that a template starts; null where the template is in trouble. */
export const newSpec: Request<NewSpecParams, NewSpec | null> = { method: 'techSpec/newSpec' };

export interface NewSpecParams {
  readonly title: string;
  readonly instructions: 'keep' | 'omit';
  /** `text` unless said. */
  readonly guidance?: 'text' | 'ghost';
  /** An address, or a name as settings have it: a path in the workspace folder, `builtin:tech-spec`. Null means the template in force. */
  readonly template: string | null;
  /** A document or folder: where no template is named, the one in force there. Else that of the first workspace folder. */
  readonly near?: string;
  /** The document that the text is for, whether or not it is there yet. Where it would not be taken for one of that template, the text says that it is. */
  readonly target?: string;
}

export interface NewSpec {
  readonly text: string;
  /** The first section's guidance, to be typed over; without it the place to type at. */
  readonly selection: Range;
}

/**
 * How a new spec's file is called; `number` counts up from one until the name is free. The ending keeps the document a
 * spec even after most of its headings are gone.
 */
export function newSpecName(title: string, number: number): string {
  const slug = slugOf(title);
  return `${number === 1 ? slug : `${slug}-${number}`}.tech-spec.md`;
}

/** Letters and digits of any script, at most 60, in lower case, with hyphens between. */
function slugOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = Array.from(words.join('-')).slice(0, 60).join('').replace(/-$/, '');
  return slug === '' ? 'new' : slug;
}
