/** The findings that an editor is sent: of very many those that somebody may look at. */
import type { Finding } from '../check.ts';
import type { SpecDocument } from '../document.ts';
import { tooMany } from '../reserved.ts';
import { severities } from '../rules/rule.ts';

/** VS Code shows no more of a file, and says itself how many it leaves out. */
const mostShown = 1_000;

/** In document order; of more than a thousand the loudest, and what says how many there are, which is one of the thousand. */
export function shown(document: SpecDocument, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostShown) return findings;
  const loudest = severities.flatMap((loud) => findings.filter(({ severity }) => severity === loud));
  const kept = new Set(loudest.slice(0, mostShown - 1));
  return [...findings.filter((finding) => kept.has(finding)), tooMany(document, kept.size, findings.length)];
}
