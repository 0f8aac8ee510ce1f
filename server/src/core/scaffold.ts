/** The document a template starts. */
import type { SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

export interface Scaffold {
  readonly text: string;
  /** The first section's guidance, to be typed over. */
  readonly selection: Span;
}

export interface ScaffoldOptions {
  /** Empty: the front matter's title stays as the template has it. */
  readonly title: string;
  readonly instructions: 'keep' | 'omit';
}

export function scaffold(template: SpecTemplate, options: ScaffoldOptions): Scaffold {
  throw new Error(`not yet ${template} ${options}`);
}
