/** A GitHub issue form to the schema it states: its fields are sections, as GitHub writes them into the issue. */
import { allSections, parseDocument, type Section, type SpecDocument } from './document.ts';
import { contained, type FormField, fieldsOf, listIn, textIn } from './form-fields.ts';
import { limitsOf } from './limits.ts';
import { plainDocument } from './plain-document.ts';
import type { IssueTemplate, SectionSpec, SpecTemplate } from './template.ts';
import type { Note, Span } from './text/span.ts';
import { nameOf, titleKey } from './text/titles.ts';
import { parseYaml, type YamlNode } from './yaml.ts';

/** Never throws. `text` is YAML; what is no form has problems, and no sections. */
export function parseIssueForm(text: string): SpecTemplate {
  const { root, problem } = parseYaml(text);
  const { fields, notes, problems } = fieldsOf(root, text);
  const form = skeletonOf(notes, fields);
  const skeleton = parseDocument(form.text);
  const sections = toSpecs(skeleton, form.places);
  const issue = 0 < fields.length || 0 < notes.length ? issueOf(root) : undefined;
  return {
    kind: 'form',
    document: plainDocument(text),
    skeleton,
    name: issue?.name === '' ? undefined : issue?.name,
    title: undefined,
    sections,
    instructions: form.instructions,
    issue,
    problems: problemsOf(text, problem, problems, root, sections),
  };
}

/** A field with the places of its heading and guidance in the skeleton. */
interface Placed {
  readonly field: FormField;
  readonly start: number;
  readonly guidanceEnd: number;
}

interface Skeleton {
  readonly text: string;
  /** Blocks of type `markdown` stand first, wherever the form has them: no issue ever shows them. */
  readonly instructions: Span;
  readonly places: readonly Placed[];
}

function skeletonOf(notes: readonly string[], fields: readonly FormField[]): Skeleton {
  let text = notes.map(contained).join('\n\n');
  // A rule at the very top would be taken for front matter.
  if (/^(?:---|\+\+\+)/.test(text)) text = `\n${text}`;
  const instructions = { start: 0, end: text.length };
  const places: Placed[] = [];
  for (const field of fields) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += [`### ${field.label}`, field.guidance].filter((part) => part !== '').join('\n\n');
    places.push({ field, start, guidanceEnd: text.length });
    if (field.preset !== '') text += `\n\n${field.preset}`;
  }
  return { text: text === '' ? '' : `${text}\n`, instructions, places };
}

function toSpecs(skeleton: SpecDocument, places: readonly Placed[]): readonly SectionSpec[] {
  const sections = new Map(Array.from(allSections(skeleton.root), (section) => [section.heading.start, section]));
  const paths = new Set<string>();
  let led = false;
  return places.flatMap(({ field, start, guidanceEnd }) => {
    const section = sections.get(start);
    if (section === undefined) return [];
    const { required, labelSpan, said, guidance, preset, choices } = field;
    const title = section.title;
    const name = nameOf(title);
    let path = name;
    for (let number = 2; paths.has(path); number++) path = `${name} (${number})`;
    paths.add(path);
    const limits = limitsOf(`${title}\n\n${said}`);
    const lead = required && !led && 0 < limits.length;
    led ||= required;
    const spec: SectionSpec = {
      title,
      name,
      path,
      aliases: [],
      level: section.level,
      heading: labelSpan,
      required,
      repeatable: false,
      requiredBy: required ? 'required: true' : '',
      lead,
      keep: false,
      reason: false,
      limits,
      guidance,
      preset,
      choices,
      document: skeleton,
      source: onlyGuidance(section, guidanceEnd),
      children: [],
    };
    return [spec];
  });
}

/** What the field is filled with from the start is no guidance. */
function onlyGuidance(section: Section, end: number): Section {
  const { title, level, heading, blocks } = section;
  const body = { start: heading.end, end };
  const span = { start: heading.start, end };
  const kept = blocks.filter((block) => block.span.end <= end);
  return { title, level, heading, body, blocks: kept, span, children: [] };
}

function issueOf(root: YamlNode): IssueTemplate {
  return {
    name: textIn(root, 'name'),
    about: textIn(root, 'description'),
    titlePrefix: textIn(root, 'title'),
    labels: listIn(root, 'labels'),
    assignees: listIn(root, 'assignees'),
  };
}

function problemsOf(
  text: string,
  broken: Note | undefined,
  found: readonly Note[],
  root: YamlNode,
  sections: readonly SectionSpec[],
): readonly Note[] {
  const start = { start: 0, end: 0 };
  if (text.trim() === '') return [{ span: start, message: 'The template is empty' }];
  const problems: Note[] = [];
  if (broken !== undefined) problems.push({ ...broken, message: `The form cannot be read: ${broken.message}` });
  if (root.kind === 'map') problems.push(...found);
  if (sections.length === 0 && problems.length === 0) {
    problems.push({ span: start, message: 'The form asks for nothing: it needs at least one field with a label' });
  }
  const seen = new Set<string>();
  for (const { title, name, heading } of sections) {
    if (seen.has(titleKey(title))) problems.push({ span: heading, message: `The form has the label “${name}” twice` });
    seen.add(titleKey(title));
  }
  return problems;
}
