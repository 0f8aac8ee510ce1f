// What a pretended server says of a spec.

import type { SpecSummary } from '../../server/src/lsp/protocol-specs.ts';

/** A draft of one section, of which nothing is written. */
export function summaryOf(uri: string): SpecSummary {
  const counts = { error: 0, warning: 0, information: 0 };
  return {
    uri,
    title: null,
    template: { name: 'Any', uri: null },
    stage: 'draft',
    progress: { done: 0, of: 1 },
    counts,
  };
}
