/** Answers to the Specs view. */
import * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { SpecSummary } from '../protocol-specs.ts';
import type { Context } from '../workspace.ts';
import { templateUriOf } from './places.ts';

export function toSpecSummary(context: Context, capabilities: Capabilities): SpecSummary {
  const { uri, stage, source, binding, findings } = context;
  const count = (severity: core.Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    uri,
    title: core.titleOf(context) ?? null,
    template: { name: source.name, uri: templateUriOf(context, capabilities) ?? null },
    stage,
    progress: core.progress(binding),
    counts: { error: count('error'), warning: count('warning'), information: count('information') },
  };
}
