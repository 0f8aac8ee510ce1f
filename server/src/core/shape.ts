/** What a common shape of answers is: a user story, an endpoint. */
import type { Part } from './text/holes.ts';

export interface Shape {
  readonly name: string;
  /** In a few words, without a full stop. */
  readonly description: string;
  /** Markdown, line ends as LF; an example stands in each place to be filled in. A line to go on with follows. */
  readonly parts: readonly Part[];
}
