/** A template as the configuration wants it: sections required or not, other names and limits, guidance that may stay. */
import type { SectionOverride } from './config.ts';
import type { Limit, LimitUnit } from './limits.ts';
import { allSpecs, type SectionSpec, type SpecTemplate } from './template.ts';
import { didYouMean, quoted } from './text/quoted.ts';
import type { Note } from './text/span.ts';
import { titleKey } from './text/titles.ts';

export interface Configured {
  readonly template: SpecTemplate;
  /** Headings that the template lacks; places are in the configuration. */
  readonly problems: readonly Note[];
}

/** A heading is named as the template has it, or under its parents' (`Testing/Unit tests`) where it stands there more than once. Never throws. */
export function configured(template: SpecTemplate, overrides: readonly SectionOverride[]): Configured {
  if (overrides.length === 0) return { template, problems: [] };
  const specs = Array.from(allSpecs(template.sections));
  const wanted = new Map<SectionSpec, SectionOverride[]>();
  const problems: Note[] = [];
  for (const override of overrides) {
    const named = namedBy(override.heading.value, specs);
    for (const spec of named) wanted.set(spec, [...(wanted.get(spec) ?? []), override]);
    if (0 < named.length) continue;
    const { value, span } = override.heading;
    const meant = didYouMean(value, new Set(specs.flatMap(({ name, path }) => [name, path])));
    problems.push({ span, message: `The template has no section ${quoted(value)}${meant}` });
  }
  const changed = template.sections.map((spec) => withOverrides(spec, wanted));
  const sections = overrides.some(movesLead) ? withLead(changed) : changed;
  return { template: { ...template, sections }, problems };
}

/** The sections that a heading of the configuration names. Never throws. */
export function namedBy(heading: string, specs: readonly SectionSpec[]): readonly SectionSpec[] {
  const key = titleKey(heading);
  const byTitle = specs.filter(({ title, name }) => titleKey(title) === key || titleKey(name) === key);
  return 0 < byTitle.length ? byTitle : specs.filter(({ path }) => titleKey(path) === key);
}

function withOverrides(spec: SectionSpec, wanted: ReadonlyMap<SectionSpec, readonly SectionOverride[]>): SectionSpec {
  const children = spec.children.map((child) => withOverrides(child, wanted));
  return (wanted.get(spec) ?? []).reduce(withOverride, { ...spec, children });
}

function withOverride(spec: SectionSpec, override: SectionOverride): SectionSpec {
  const { required, aliases, maxSentences, maxWords, keep, reason } = override;
  return {
    ...spec,
    required: required ?? spec.required,
    aliases: [...spec.aliases, ...aliases],
    limits: withLimit(withLimit(spec.limits, 'sentences', maxSentences), 'words', maxWords),
    keep: keep ?? spec.keep,
    reason: reason ?? spec.reason,
  };
}

/** In place of all that the template says of the unit. */
function withLimit(limits: readonly Limit[], unit: LimitUnit, max: number | false | undefined): readonly Limit[] {
  if (max === undefined) return limits;
  const others = limits.filter((limit) => limit.unit !== unit);
  if (max === false) return others;
  const said = `at most ${max} ${max === 1 ? unit.slice(0, -1) : unit}`;
  return [...others, { unit, min: 0, max, said, configured: true }];
}

function movesLead({ required, maxSentences, maxWords }: SectionOverride): boolean {
  return [required, maxSentences, maxWords].some((each) => each !== undefined);
}

/** The lead section is told by what is required and limited: both may have changed. */
function withLead(sections: readonly SectionSpec[]): readonly SectionSpec[] {
  const first = Array.from(allSpecs(sections)).find(({ required }) => required);
  const path = first !== undefined && 0 < first.limits.length ? first.path : undefined;
  const mark = (spec: SectionSpec): SectionSpec => ({
    ...spec,
    lead: spec.path === path,
    children: spec.children.map(mark),
  });
  return sections.map(mark);
}
