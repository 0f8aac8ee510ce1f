/** The findings that an editor is sent: of very many those that somebody may look at. */
import type { Finding } from '../check.ts';
import type { SpecDocument } from '../document.ts';
import { tooMany } from '../reserved.ts';
import { type Severity, severities } from '../rules/rule.ts';

/** VS Code shows no more of a file, and says itself how many it leaves out. */
const mostShown = 1_000;

/** In document order; of more than a thousand the loudest, and what says how many there are, which is one of the thousand. */
export function shown(document: SpecDocument, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostShown) return findings;
  const byLoudness = new Map<Severity, Finding[]>(severities.map((severity) => [severity, []]));
  for (const finding of findings) byLoudness.get(finding.severity)?.push(finding);
  const kept = new Set(
    Array.from(byLoudness.values())
      .flat()
      .slice(0, mostShown - 1),
  );
  return [...findings.filter((finding) => kept.has(finding)), tooMany(document, kept.size, findings.length)];
}
