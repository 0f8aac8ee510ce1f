/** The findings that an editor is sent: of very many those that somebody may look at. */
import type { Finding } from '../check.ts';
import type { SpecDocument } from '../document.ts';
import { tooMany } from '../reserved.ts';
import type { Severity } from '../rules/rule.ts';

/** VS Code shows no more of a file. */
export const mostShown = 1_000;

/** In document order; of more than `mostShown` the loudest, and what says how many there are. */
export function shown(document: SpecDocument, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostShown) return findings;
  const loudest = LOUDEST_FIRST.flatMap((loud) => findings.filter(({ severity }) => severity === loud));
  const kept = new Set(loudest.slice(0, mostShown));
  return [...findings.filter((finding) => kept.has(finding)), tooMany(document, mostShown, findings.length)];
}

const LOUDEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
