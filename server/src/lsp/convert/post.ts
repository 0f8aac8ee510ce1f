/** A spec as a post, for a client of ours. */
import * as core from '../../core/index.ts';
import type * as protocol from '../protocol-post.ts';
import type { Context } from '../workspace.ts';
import { toReadiness } from './requests.ts';

/** `left` is what would be found were it ready. */
export function toPost(context: Context, post: core.Post, left: readonly core.Finding[]): protocol.Post {
  const { source } = context;
  const [, issueTemplate = null] = ISSUE_TEMPLATE.exec(source.uri ?? '') ?? [];
  return {
    ...post,
    issueTemplate: issueTemplate && decodeURIComponent(issueTemplate),
    left: toReadiness({ document: context.document, binding: context.binding, findings: left }),
    open: core.openSections(context).length,
  };
}

const ISSUE_TEMPLATE = /\/\.github\/ISSUE_TEMPLATE\/([^/]+\.md)$/i;
