/** What *New Tech Spec* asks for: the templates to choose from, and the text that one starts. Only types are imported, so the client can read it whole. */
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
