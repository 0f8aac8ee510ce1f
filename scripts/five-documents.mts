/** Five documents, from nothing to finished, and what each view shows of them: for the page that says so, and for the test that looks. */
import * as core from '../server/src/core/index.ts';

export interface NamedDocument {
  readonly name: 'empty' | 'untouched' | 'half-written' | 'finished' | 'broken';
  readonly text: string;
}

/** What is seen of a document in VS Code while it is a draft. */
export interface Views {
  /** Empty where there is no such entry. */
  readonly statusBar: string;
  /** “Summary, answered”: as it is read aloud. Empty for what is no spec. */
  readonly outline: readonly string[];
  readonly problems: { readonly error: number; readonly warning: number; readonly information: number };
  readonly hints: readonly string[];
  /** Where they are turned on. */
  readonly lenses: readonly string[];
}

/** `half` and `finished` are the texts of the examples. */
export function fiveDocuments(half: string, finished: string): readonly NamedDocument[] {
  const template = core.parseTemplate(core.builtinTemplate);
  return [
    { name: 'empty', text: '' },
    { name: 'untouched', text: core.scaffold(template, { title: 'Night trains', instructions: 'keep' }).text },
    { name: 'half-written', text: half },
    { name: 'finished', text: finished },
    { name: 'broken', text: broken },
  ];
}

/** Its front matter cannot be read, its last section is swallowed by code that does not end. */
const broken = `---
name: Technical Specification
title: "Tech spec: Night trains
labels: [tech spec
---

## Summary:

Trains run at night.

## Scope:

\`\`\`
In scope: beds.

## Data model:

One table.
`;

export function viewsOf({ text }: NamedDocument): Views {
  const template = core.parseTemplate(core.builtinTemplate);
  const document = core.parseDocument(text);
  const nothing = {
    statusBar: '',
    outline: [],
    problems: { error: 0, warning: 0, information: 0 },
    hints: [],
    lenses: [],
  };
  if (!core.looksLikeSpec(document, template, 'plan.tech-spec.md')) return nothing;
  const context = core.contextOf(template, document);
  const findings = core.check(context, core.rules, { stage: 'draft' });
  const count = (severity: core.Severity) => findings.filter((finding) => finding.severity === severity).length;
  const { done, of } = core.progress(context.binding);
  return {
    statusBar: `${done}/${of}`,
    outline: core.outline(context).map(({ name, status }) => `${name}, ${states[status]}`),
    problems: { error: count('error'), warning: count('warning'), information: count('information') },
    hints: core.inlays(context).map(({ text: words }) => words),
    lenses: core.lenses(context).map(({ title }) => title),
  };
}

/** As the client words them. */
const states: Record<core.SectionStatus, string> = {
  done: 'answered',
  'not-applicable': 'not applicable',
  empty: 'empty',
  guidance: 'template’s words',
  unfinished: 'unfinished',
  overlong: 'outside its limit',
  missing: 'missing',
};

/** The table of docs/views.md. */
export function viewsTable(documents: readonly NamedDocument[]): string {
  const all = documents.map(viewsOf);
  const row = (view: string, show: (views: Views) => string) => [view, ...all.map((views) => show(views) || '–')];
  return core.table(
    ['', ...documents.map(({ name }) => name)],
    [
      row('Status bar', ({ statusBar }) => (statusBar === '' ? '' : `\`${statusBar}\``)),
      row('_Spec Outline_', ({ outline }) => (outline.length === 0 ? 'what to do instead' : counted(outline))),
      row('_Specs_', ({ statusBar }) => statusBar && `\`${statusBar}\`, under its template`),
      row('Problems', ({ problems, statusBar }) => statusBar && loud(problems)),
      row('Hints in the text', ({ hints }) => hints.map(inShort).join(', ')),
      row('Lenses, where they are on', ({ lenses }) => lenses.map((lens) => `\`${lens}\``).join(' ')),
    ],
  );
}

/** “4 answered, 2 missing”. */
function counted(outline: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const entry of outline) {
    const state = entry.slice(entry.lastIndexOf(', ') + 2);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return Array.from(counts, ([state, count]) => `${count} ${state}`).join(', ');
}

function loud(problems: Views['problems']): string {
  const { error, warning, information } = problems;
  const parts = [
    error === 0 ? '' : plural(error, 'error'),
    warning === 0 ? '' : plural(warning, 'warning'),
    information === 0 ? '' : `${information} for information`,
  ];
  return parts.filter((part) => part !== '').join(', ') || 'none';
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function inShort(words: string): string {
  return words.length <= 24 ? `\`${words}\`` : `“${words.slice(0, words.lastIndexOf(' ', 24))} …”`;
}
