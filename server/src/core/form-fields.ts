/** The fields of a GitHub issue form, each as the Markdown that stands for it. */
import { allSections, parseDocument } from './document.ts';
import type { Note, Span } from './text/span.ts';
import { applyEdits } from './text/span.ts';
import type { YamlNode } from './yaml.ts';

export interface FormField {
  /** On one line. */
  readonly label: string;
  /** In the form. */
  readonly labelSpan: Span;
  readonly required: boolean;
  /** Its description, where limits are looked for. */
  readonly said: string;
  /** Description, placeholder and choices. */
  readonly guidance: string;
  /** What it is filled with from the start: value, default choice, check boxes. */
  readonly preset: string;
  /** What a `dropdown` lets choose from; empty for all others. */
  readonly choices: readonly string[];
}

export interface FormFields {
  readonly fields: readonly FormField[];
  /** Markdown that is shown to who fills in the form, and never reaches the issue. */
  readonly notes: readonly string[];
  readonly problems: readonly Note[];
}

/** Never throws: what is no field is a problem. */
export function fieldsOf(root: YamlNode, text: string): FormFields {
  const fields: FormField[] = [];
  const notes: string[] = [];
  const problems: Note[] = [];
  const body = nodeIn(root, 'body');
  const place = (span: Span) => firstLine(text, span);
  if (body === undefined || body.kind !== 'list') {
    const message = 'This is no issue form: it has no list of fields under “body”';
    problems.push({ span: place(body?.span ?? root.span), message });
  }
  for (const item of body?.items ?? []) {
    const attributes = nodeIn(item, 'attributes');
    const type = textIn(item, 'type');
    const label = oneLine(textIn(attributes, 'label'));
    if (item.kind !== 'map' || type === '') {
      problems.push({ span: place(item.span), message: 'This field of the form has no type' });
    } else if (type === 'markdown') notes.push(textIn(attributes, 'value').trim());
    else if (label === '') problems.push({ span: place(item.span), message: 'This field of the form has no label' });
    else {
      const labelSpan = nodeIn(attributes, 'label')?.span ?? item.span;
      fields.push({ label, labelSpan, required: isRequired(item), ...wordsOf(type, attributes) });
    }
  }
  return { fields, notes: notes.filter((note) => note !== ''), problems };
}

/** A text as it is; empty where there is none. */
export function textIn(map: YamlNode | undefined, key: string): string {
  return String(nodeIn(map, key)?.scalar ?? '');
}

/** A list's texts, or one text split at commas. */
export function listIn(map: YamlNode, key: string): readonly string[] {
  const node = nodeIn(map, key);
  const items =
    node?.kind === 'list' ? node.items.map(({ scalar }) => String(scalar ?? '')) : textIn(map, key).split(',');
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** Markdown that takes in nothing of what is put behind it: what would, an open fence or comment, is quoted. */
export function contained(markdown: string): string {
  const probe = Array.from(allSections(parseDocument(`\n${markdown}\n\n### x\n`).root)).at(-1);
  if (probe?.title === 'x' && probe.level === 3) return markdown;
  return markdown.replace(/^/gm, '> ');
}

function nodeIn(map: YamlNode | undefined, key: string): YamlNode | undefined {
  return map?.fields.find((field) => field.key === key)?.node;
}

function isRequired(item: YamlNode): boolean {
  return /^true$/i.test(textIn(nodeIn(item, 'validations'), 'required'));
}

function wordsOf(
  type: string,
  attributes: YamlNode | undefined,
): Pick<FormField, 'said' | 'guidance' | 'preset' | 'choices'> {
  const said = withoutHeadings(textIn(attributes, 'description').trim());
  const placeholder = withoutHeadings(withoutBlankEnds(textIn(attributes, 'placeholder')));
  const choices = type === 'dropdown' ? optionsOf(attributes) : [];
  const guidance = [said, placeholder, choiceLine(choices, attributes)].filter((part) => part !== '').map(contained);
  return { said, guidance: guidance.join('\n\n'), preset: presetOf(type, attributes), choices };
}

/** On one line: a list of choices would be read as words of the template where one of them is the answer. */
function choiceLine(choices: readonly string[], attributes: YamlNode | undefined): string {
  if (choices.length === 0) return '';
  const isMany = textIn(attributes, 'multiple') === 'true';
  return `${isMany ? 'Any' : 'One'} of: ${choices.join(' | ')}`;
}

function presetOf(type: string, attributes: YamlNode | undefined): string {
  const options = optionsOf(attributes);
  if (type === 'checkboxes') return options.map((option) => `- [ ] ${option}`).join('\n');
  if (type === 'dropdown') return options[Number(textIn(attributes, 'default') || Number.NaN)] ?? '';
  const value = withoutBlankEnds(textIn(attributes, 'value'));
  const language = oneLine(textIn(attributes, 'render'));
  return language === '' ? contained(value) : fenced(value, language);
}

function fenced(value: string, language: string): string {
  const longest = Math.max(2, ...Array.from(value.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${value}\n${fence}`;
}

/** Texts, or maps with a label. */
function optionsOf(attributes: YamlNode | undefined): readonly string[] {
  const options = nodeIn(attributes, 'options')?.items ?? [];
  const words = options.map((option) =>
    option.kind === 'map' ? textIn(option, 'label') : String(option.scalar ?? ''),
  );
  return words.map(oneLine).filter((option) => option !== '');
}

/** A heading in a description would be a section of its own: it is written in bold. */
function withoutHeadings(markdown: string): string {
  const text = `\n${markdown}`;
  const edits = Array.from(allSections(parseDocument(text).root), ({ heading, title }) => {
    return { span: heading, newText: title === '' ? '' : `**${title}**` };
  });
  return applyEdits(text, edits).slice(1);
}

/** The first line keeps its indentation. */
function withoutBlankEnds(words: string): string {
  return words.trimEnd().replace(/^\s*\n/, '');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function firstLine(text: string, { start, end }: Span): Span {
  const length = text.slice(start, Math.max(start, end)).search(/[\r\n]/);
  return { start, end: length === -1 ? end : start + length };
}
