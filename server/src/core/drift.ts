/** A template that moved on after a document was written: what it has gained since, and how the document is judged. */
import { bind } from './binding.ts';
import type { Finding } from './check.ts';
import type { SpecDocument } from './document.ts';
import { reserved } from './reserved.ts';
import { silenceOf } from './silence.ts';
import { allSpecs, type SectionSpec, type SpecTemplate } from './template.ts';

/** One template's view of a document. */
export interface Judged {
  /** Whose findings they are, and whose sections a fix puts in. */
  readonly template: SpecTemplate;
  /** Whose sections the document owes, where those are fewer. */
  readonly owed?: SpecTemplate;
  readonly findings: readonly Finding[];
}

/**
 * The required sections of today's template that an earlier one did not ask for, in today's order. One that was only
 * renamed is not among them; one that was optional is. What is under a section that is new as a whole is left out.
 */
export function drift(today: SpecTemplate, then: SpecTemplate): readonly SectionSpec[] {
  const owed = new Set<number>();
  for (const { required, source } of allSpecs(then.sections)) if (required) owed.add(source.heading.start);
  const { all } = bind(today, then.skeleton);
  return all
    .filter(({ spec, matches }) => spec.required && !matches.some(({ section }) => owed.has(section.heading.start)))
    .map(({ spec }) => spec);
}

/**
 * What a document is told that was added on `date` (YYYY-MM-DD), when its template read otherwise. Where it satisfies
 * today's, that counts; else its own day's excuses what it did not ask for, and where nothing is left to be written,
 * one finding names what came later. It demands nothing itself: a team may have moved its documents to today's.
 */
export function judgedAsAdded(document: SpecDocument, date: string, today: Judged, then: Judged): Judged {
  if (satisfies(today)) return today;
  const findings = excused(today, then);
  const judged = { template: today.template, owed: then.template, findings };
  if (!satisfies(judged)) return judged;
  const finding = templateDrift(document, date, today.template, then.template);
  const { start, end } = finding.span;
  if (silenceOf(document)(finding.rule, finding.span)) return judged;
  const at = findings.findIndex(({ span }) => start < span.start || (start === span.start && end <= span.end));
  return { ...judged, findings: findings.toSpliced(at === -1 ? findings.length : at, 0, finding) };
}

/** What both find, as today's says it, with today's fixes; and of the template's own words those that the document began with. */
function excused(today: Judged, then: Judged): readonly Finding[] {
  const earlier = new Map<number, string>();
  for (const { path, source } of allSpecs(then.template.sections)) earlier.set(source.heading.start, path);
  const paths = new Map<SectionSpec, readonly string[]>();
  for (const { spec, matches } of bind(today.template, then.template.skeleton).all) {
    paths.set(
      spec,
      matches.flatMap(({ section }) => earlier.get(section.heading.start) ?? []),
    );
  }
  const unwritten = new Set(then.findings.filter(isUnwritten).map(({ spec }) => spec?.path));
  const places = new Set(then.findings.map(placeOf));
  const isFoundThen = (finding: Finding) =>
    isUnwritten(finding)
      ? finding.spec !== undefined && paths.get(finding.spec)?.some((path) => unwritten.has(path)) === true
      : places.has(placeOf(finding));
  const found = today.findings.filter((finding) => !isLeftover(finding) && isFoundThen(finding));
  return [...found, ...then.findings.filter(isLeftover)].sort((a, b) => a.span.start - b.span.start);
}

/** Sections may have been renamed meanwhile, and a finding stands on the same heading all the same. */
function placeOf({ rule, span, spec, key }: Finding): string {
  return `${rule} ${span.start}-${span.end} ${spec === undefined ? key : ''}`;
}

function isLeftover({ rule }: Finding): boolean {
  return rule === 'leftover-guidance' || rule === 'leftover-placeholder';
}

function isUnwritten({ rule }: Finding): boolean {
  return rule === 'missing-section' || rule === 'empty-section';
}

/** Every section asked for is there and holds something: how well is another matter. */
function satisfies({ findings }: Judged): boolean {
  return !findings.some(isUnwritten);
}

function templateDrift(document: SpecDocument, date: string, today: SpecTemplate, then: SpecTemplate): Finding {
  const { root, lines } = document;
  const lacking = new Set<SectionSpec>();
  for (const { spec, matches } of bind(today, document).all) if (matches.length === 0) lacking.add(spec);
  const gained = drift(today, then).filter((spec) => lacking.has(spec));
  const what = gained.length === 0 ? 'changed' : `gained ${listed(gained.map(({ name }) => `“${name}”`))}`;
  const span = root.children[0]?.heading ?? { start: 0, end: lines.endOf(0) };
  const message = `Since ${date}, when this document was added, its template has ${what}`;
  return { ...reserved('template-drift', 'information', span, message), key: 'template' };
}

/** “Goals”, “Risks” and 3 more sections. */
function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const parts = more < 2 ? names : [...names.slice(0, mostNamed), `${more} more sections`];
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const mostNamed = 5;
