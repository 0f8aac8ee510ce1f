/** The findings that an editor is sent: of very many those that somebody may look at. */
import type { Finding } from '../check.ts';
import type { SpecDocument } from '../document.ts';
import { tooMany } from '../reserved.ts';
import { type Severity, severities } from '../rules/rule.ts';

/** VS Code shows no more of a file, and says itself how many it leaves out. */
const mostShown = 1_000;

/**
 * In document order; of more than a thousand the loudest, and what says how many there are, which is one of the thousand. Where
 * of some rule there are `most`, no more were looked for.
 */
export function shown(document: SpecDocument, findings: readonly Finding[], most?: number): readonly Finding[] {
  if (findings.length <= mostShown) return findings;
  const byLoudness = new Map<Severity, Finding[]>(severities.map((severity) => [severity, []]));
  for (const finding of findings) byLoudness.get(finding.severity)?.push(finding);
  const kept = new Set(
    Array.from(byLoudness.values())
      .flat()
      .slice(0, mostShown - 1),
  );
  const sent = findings.filter((finding) => kept.has(finding));
  sent.push(tooMany(document, kept.size, findings.length, isAnyCut(findings, most)));
  return sent;
}

function isAnyCut(findings: readonly Finding[], most: number | undefined): boolean {
  if (most === undefined || findings.length < most) return false;
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Array.from(counts.values()).some((count) => most <= count);
}
