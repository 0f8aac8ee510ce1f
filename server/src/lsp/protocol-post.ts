/** Our own requests for posting a spec: who sends them, and why. Nothing is imported but types, so the client can read it whole. */
import type { Readiness, Request } from './protocol.ts';

/** Client to server: what *Post to Discussion Board* and *Create Issue* send, and what is left before; null where the document is no spec. */
export const post: Request<{ readonly uri: string }, Post | null> = { method: 'techSpec/post' };

export interface Post {
  /** Nothing but the prefix of the template’s titles, or empty, where the document has none of its own. */
  readonly title: string;
  /** Markdown, without front matter, instructions and comments. */
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The name of the template’s file where GitHub knows it as a template for issues: the page of a new issue can be asked for it. A form takes no text, and is none. */
  readonly issueTemplate: string | null;
  /** As Check Readiness would list it; the document’s stage stays. */
  readonly left: Readiness;
  /** How many sections are open. */
  readonly open: number;
}
