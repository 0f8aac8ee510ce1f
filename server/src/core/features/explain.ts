/** What a template was understood to say, and from which of its words: parts with rows, to be written as text or Markdown. */
import type { SectionOverride } from '../config.ts';
import { namedBy } from '../configured.ts';
import { entryOf, frontMatterOf } from '../front-matter.ts';
import { type KeySpec, keysOwed, titleLimits } from '../front-matter-schema.ts';
import type { Limit } from '../limits.ts';
import { placeholdersOf } from '../placeholders.ts';
import { allSpecs, lineOf, type SectionSpec, type SpecTemplate } from '../template.ts';
import { quoted } from '../text/quoted.ts';
import type { Span } from '../text/span.ts';

export interface ExplainedPart {
  readonly heading: string;
  readonly rows: readonly ExplainedRow[];
}

export interface ExplainedRow {
  /** Zero-based, of the template's file; undefined where it stands nowhere. */
  readonly line: number | undefined;
  /** 0, and one more for each level of nesting. */
  readonly depth: number;
  readonly words: string;
  /** What is to be known of it, in the order of weight. */
  readonly notes: readonly string[];
}

/** What a configuration changes in a template, which is what it was before. */
export interface Overridden {
  readonly original: SpecTemplate;
  readonly overrides: readonly SectionOverride[];
  /** Where something stands in the configuration, for people: `.tech-spec.json:7`. */
  readonly placeOf: (span: Span) => string;
}

/** Parts without rows are left out. Never throws; for what is no template at all, its problems say why. */
export function explainTemplate(template: SpecTemplate, changed?: Overridden): readonly ExplainedPart[] {
  const parts = [
    { heading: 'Read as', rows: [kindRow(template), ...titleRows(template), ...issueRows(template)] },
    { heading: 'Instructions', rows: instructionRows(template) },
    {
      heading: 'Front matter',
      rows: [...keysOwed(template).map((key) => keyRow(template, key)), ...limitRows(template)],
    },
    { heading: 'Sections', rows: sectionRows(template, template.sections, 0, changed) },
    { heading: 'Placeholders', rows: placeholderRows(template) },
    { heading: 'Problems', rows: template.problems.map(({ span, message }) => row(template, span.start, message)) },
  ];
  return parts.filter(({ rows }) => 0 < rows.length);
}

function row({ document }: SpecTemplate, offset: number, words: string, notes: readonly string[] = []): ExplainedRow {
  return { line: document.lines.lineAt(offset), depth: 0, words, notes };
}

function kindRow({ kind, sections }: SpecTemplate): ExplainedRow {
  const all = Array.from(allSpecs(sections)).length;
  return { line: undefined, depth: 0, words: `${counted(all, 'section')}, from its ${kinds[kind]}`, notes: [] };
}

const kinds = { headings: 'headings', 'bold-lines': 'bold lines', form: 'fields, as a GitHub issue form' } as const;

function titleRows(template: SpecTemplate): readonly ExplainedRow[] {
  const { title } = template;
  return title === undefined ? [] : [row(template, title.heading.start, `title ${quoted(title.title)}`, ['not owed'])];
}

/** The words of GitHub's front matter are for GitHub; what they are good for here is to recognise documents. */
function issueRows({ issue }: SpecTemplate): readonly ExplainedRow[] {
  if (issue === undefined) return [];
  const { name, labels, titlePrefix } = issue;
  const notes = [
    'its front matter is not owed; a document whose front matter repeats it is recognised',
    ...(titlePrefix === '' ? [] : [`titles begin with ${quoted(titlePrefix)}`]),
    ...(labels.length === 0 ? [] : [`labels ${labels.map(quoted).join(', ')}`]),
  ];
  return [{ line: undefined, depth: 0, words: `GitHub issue template ${quoted(name)}`, notes }];
}

function instructionRows(template: SpecTemplate): readonly ExplainedRow[] {
  const { instructions, kind, document, skeleton } = template;
  if (instructions.start === instructions.end) return [];
  if (kind === 'form') return [{ line: undefined, depth: 0, words: 'blocks of type “markdown”', notes: ['not owed'] }];
  const last = skeleton.lines.lineAt(instructions.end);
  const marker =
    document.text
      .slice(instructions.start, instructions.end)
      .split(/\r\n?|\n/)
      .at(-1) ?? '';
  const words = `to line ${last + 1}`;
  return [row(template, instructions.start, words, ['not owed, and to be deleted', `from ${quoted(plain(marker))}`])];
}

function keyRow(template: SpecTemplate, key: KeySpec): ExplainedRow {
  const notes = [
    ...(key.required ? [] : [`optional, from ${quoted(key.optionalBy)}`]),
    ...(key.choices.length === 0 ? [] : [`one of ${key.choices.map(quoted).join(', ')}`]),
    ...(key.date ? ['a date, YYYY-MM-DD'] : []),
    ...key.limits.map(limitNote),
    ...(key.placeholder === '' ? [] : [`to be replaced: ${quoted(key.placeholder)}`]),
  ];
  const found = frontMatterOf(template.document);
  const place = found && entryOf(found, key.key)?.keySpan.start;
  return { ...row(template, place ?? lineStart(template, key.key), key.key, notes) };
}

/** In front matter that is no YAML. */
function lineStart({ document: { text } }: SpecTemplate, key: string): number {
  return Math.max(0, text.indexOf(`\n${key}`) + 1);
}

function limitRows(template: SpecTemplate): readonly ExplainedRow[] {
  const limits = keysOwed(template).some(({ key }) => key === 'title') ? titleLimits(template) : [];
  return limits.length === 0 ? [] : [{ line: undefined, depth: 0, words: 'title', notes: limits.map(limitNote) }];
}

function sectionRows(
  template: SpecTemplate,
  specs: readonly SectionSpec[],
  depth: number,
  changed: Overridden | undefined,
): readonly ExplainedRow[] {
  return specs.flatMap((spec) => {
    const own = changed === undefined ? [] : Array.from(overrideNotes(spec, changed));
    const notes = [...sectionNotes(template, spec, changed), ...own];
    return [
      { line: lineOf(template, spec), depth, words: spec.name, notes },
      ...sectionRows(template, spec.children, depth + 1, changed),
    ];
  });
}

function sectionNotes({ kind }: SpecTemplate, spec: SectionSpec, changed: Overridden | undefined): readonly string[] {
  const before = changed && originalOf(spec, changed);
  const isChanged = before !== undefined && before.required !== spec.required;
  return [
    ...(isChanged
      ? []
      : spec.repeatable
        ? [`any number of them, from ${quoted(spec.title)}`]
        : requirementNotes(spec, kind)),
    ...(spec.lead ? ['the lead section: “N/A” is no answer here'] : []),
    ...spec.limits.filter(({ configured }) => !configured).map(limitNote),
    ...(spec.preset === '' ? [] : [`filled in from the start: ${quoted(spec.preset)}`]),
  ];
}

function requirementNotes({ required, requiredBy }: SectionSpec, kind: SpecTemplate['kind']): readonly string[] {
  const from = requiredBy === '' ? undefined : `from ${quoted(requiredBy)}`;
  if (required) return from === undefined ? [] : [`required, ${from}`];
  if (from !== undefined) return [`optional, ${from}`];
  return [kind === 'form' ? 'optional: the form does not require it' : 'optional: others are marked as required'];
}

/** What the configuration says wins; what the template had said is told, too. */
function* overrideNotes(spec: SectionSpec, changed: Overridden): Iterable<string> {
  const { original, overrides, placeOf } = changed;
  const specs = Array.from(allSpecs(original.sections));
  const before = originalOf(spec, changed);
  if (before === undefined) return;
  for (const { heading, ...said } of overrides.filter((each) => namedBy(each.heading.value, specs).includes(before))) {
    const by = `by ${placeOf(heading.span)}`;
    if (said.required !== undefined) {
      const from = before.requiredBy === '' ? '' : `, from ${quoted(before.requiredBy)}`;
      const then =
        before.required === said.required ? '' : `, where the template has it ${requirement(before.required)}${from}`;
      yield `${requirement(said.required)} ${by}${then}`;
    }
    if (0 < said.aliases.length) yield `also ${said.aliases.map(quoted).join(', ')}, ${by}`;
    for (const [unit, max] of [
      ['sentences', said.maxSentences],
      ['words', said.maxWords],
    ] as const) {
      if (max === undefined) continue;
      const own = before.limits.filter((limit) => limit.unit === unit).map((limit) => quoted(limit.said));
      const instead = own.length === 0 ? '' : `, in place of ${own.join(', ')}`;
      yield `${max === false ? `no limit in ${unit}` : `at most ${counted(max, unit.slice(0, -1))}`} ${by}${instead}`;
    }
    if (said.keep !== undefined) yield `its guidance ${said.keep ? 'may stay' : 'is to be replaced'}, ${by}`;
    if (said.reason !== undefined) yield `“N/A” needs ${said.reason ? 'a reason' : 'no reason'}, ${by}`;
  }
}

function originalOf({ path }: SectionSpec, { original }: Overridden): SectionSpec | undefined {
  return Array.from(allSpecs(original.sections)).find((spec) => spec.path === path);
}

function requirement(required: boolean): string {
  return required ? 'required' : 'optional';
}

function placeholderRows(template: SpecTemplate): readonly ExplainedRow[] {
  const { kind, skeleton } = template;
  const all = placeholdersOf(template);
  const rows = all.slice(0, mostPlaceholders).map(({ source, open }): ExplainedRow => {
    const at = skeleton.text.indexOf(source);
    const line = kind === 'form' ? undefined : skeleton.lines.lineAt(at);
    return { line, depth: 0, words: shortened(open ? `${source} …]` : source), notes: [] };
  });
  const more = all.length - rows.length;
  return more === 0 ? rows : [...rows, { line: undefined, depth: 0, words: `and ${more} more`, notes: [] }];
}

const mostPlaceholders = 30;

function shortened(words: string): string {
  return quoted(words).slice(1, -1);
}

function limitNote({ unit, min, max, said }: Limit): string {
  const one = unit.slice(0, -1);
  const most = Number.isFinite(max) ? `at most ${counted(max, one)}` : '';
  const least = 0 < min ? `at least ${Number.isFinite(max) ? min : counted(min, one)}` : '';
  return `${[least, most].filter((each) => each !== '').join(' and ')}, from ${quoted(said)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Without comment marks and emphasis around it. */
function plain(words: string): string {
  return words.replace(/<!--|-->/g, '').replace(/^[\s*_]+|(?<![\s*_])[\s*_]+$/g, '');
}
