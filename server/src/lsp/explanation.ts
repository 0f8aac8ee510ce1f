/** Why a document follows the template it follows, or none, in sentences; and what was understood of the template. */
import * as core from '../core/index.ts';
import { pathIn } from './addresses.ts';
import { builtinName } from './builtin.ts';
import { type Configuration, configurationName } from './configurations.ts';
import type { Candidate, Decision, Spec, Why, WhyNone } from './decision.ts';
import type { CheckSettings } from './settings.ts';
import type { Template } from './template-files.ts';

export interface Explanation {
  /** What it is, on one line. */
  readonly title: string;
  /** Why, a sentence each. */
  readonly reasons: readonly string[];
  /** What its template says, or that of a template itself; empty where there is none to speak of. */
  readonly parts: readonly core.ExplainedPart[];
}

export interface ExplainOptions {
  readonly settings: CheckSettings;
  /** How a file is shown: its path from where the reader stands. */
  readonly shown: (uri: string) => string;
}

/** Never throws. */
export function explanationOf(candidate: Candidate, decision: Decision, options: ExplainOptions): Explanation {
  const { uri, document } = candidate;
  const file = options.shown(uri);
  switch (decision.kind) {
    case 'spec': {
      const name = nameOf(decision.template, options);
      return {
        title: `${file} is a spec of ${name}`,
        reasons: [...whyOf(decision, document, options), ...stageOf(decision), ...loudnessOf(decision, options)],
        parts: core.explainTemplate(decision.template.schema, overriddenIn(decision, options)),
      };
    }
    case 'template':
      return explainedTemplate({ uri, schema: core.readTemplate(document.text, uri) }, options);
    case 'none':
      if (decision.why.by !== 'headings' && core.isTemplatePath(pathIn(uri, undefined))) {
        const explained = explainedTemplate({ uri, schema: core.readTemplate(document.text, uri) }, options);
        return { ...explained, reasons: ['No document here follows it.', ...explained.reasons] };
      }
      return { title: `${file} is no spec`, reasons: whyNot(decision.why, document, options), parts: [] };
    case 'trouble':
      return { title: `${file} cannot be checked`, reasons: [sentence(decision.trouble.what)], parts: [] };
  }
}

/** Of a template itself, whoever follows it. */
export function explainedTemplate(
  { uri = '', builtin, schema }: Partial<Pick<Template, 'uri' | 'builtin'>> & Pick<Template, 'schema'>,
  { shown }: Pick<ExplainOptions, 'shown'>,
): Explanation {
  const title = builtin === undefined ? `${shown(uri)} as a template` : `The built-in template ${builtinName(builtin)}`;
  const reasons = schema.sections.length === 0 ? [sentence(`It ${core.lackOfSections(schema)}`)] : [];
  return { title, reasons, parts: core.explainTemplate(schema) };
}

function nameOf({ uri, name }: Template, { shown }: Pick<ExplainOptions, 'shown'>): string {
  return uri === undefined ? `the built-in template “${name}”` : shown(uri);
}

function whyOf({ why, template }: Spec, document: core.SpecDocument, options: ExplainOptions): readonly string[] {
  switch (why.by) {
    case 'directive':
      return [`The document names its template itself, on line ${lineIn(document, why.span)}.`];
    case 'configuration':
      return configuredWhy(why, options);
    case 'setting':
      return ['The setting techSpec.template names the template.', recognisedBy(why.recognition, template)];
    case 'issue-template':
      return [
        'The template is the workspace’s own issue template for technical specifications.',
        recognisedBy(why.recognition, template),
      ];
    case 'built-in':
      return [
        'No .tech-spec.json, setting or issue template of the workspace names another template.',
        recognisedBy(why.recognition, template),
      ];
  }
}

function configuredWhy(why: Why & { by: 'configuration' }, options: ExplainOptions): readonly string[] {
  const { configuration, entry, pattern, named, choice } = why;
  const place = (span: core.Span) => placeIn(configuration, span, options);
  const matched =
    pattern === undefined
      ? `It has no place yet, and looks like a document of ${place(entry.span)}.`
      : `Its path fits “${pattern.value}”, ${place(pattern.span)}.`;
  const template =
    named === undefined
      ? 'The entry names no template: it is the one in force without a configuration.'
      : `The template is named there: “${named.value}”, ${place(named.span)}.`;
  return [matched, template, ...choiceOf(choice, entry.templates.length), ...daysOf(entry)];
}

/** The server sees no history: the program knows the day. */
function daysOf({ since }: core.ConfigEntry): readonly string[] {
  if (since === undefined) return [];
  return [
    `For documents added before ${since} the template of their day counts, in the terminal and in CI: editors go by today’s.`,
  ];
}

function choiceOf({ by, matched }: core.Choice, of: number): readonly string[] {
  switch (by) {
    case 'only':
      return [];
    case 'front-matter':
      return [`Of the ${of} templates there it is the one that the document’s front matter speaks for.`];
    case 'sections':
      return [`Of the ${of} templates there it is the one with the most sections in the document: ${matched}.`];
  }
}

function recognisedBy(recognition: core.Recognition | 'before', { schema }: Template): string {
  switch (recognition) {
    case 'front-matter':
      return 'The document is recognised by its front matter, which is the template’s.';
    case 'file-name':
      return 'The document is recognised by its file’s name or folder, and a heading that is the template’s.';
    case 'headings':
      return `The document is recognised by its headings: at least half of the template’s ${schema.sections.length} sections.`;
    case 'before':
      return 'The document was recognised when it was opened, and stays a spec while it is open.';
  }
}

function whyNot(why: WhyNone, document: core.SpecDocument, options: ExplainOptions): readonly string[] {
  switch (why.by) {
    case 'directive':
      return [`The document says so itself, on line ${lineIn(document, why.span)}.`];
    case 'configuration': {
      const { configuration, except } = why;
      if (except === undefined) return [`No entry of ${options.shown(configuration.uri)} fits its path.`];
      return [`“!${except.value}” takes it out, ${placeIn(configuration, except.span, options)}.`];
    }
    case 'file-name':
      return ['READMEs, changelogs, templates and the like are none, as their names say.'];
    case 'headings': {
      const { template } = why;
      const { bound } = core.bind(template.schema, document);
      const there = bound.filter(({ spec, matches }) => spec.required && 0 < matches.length).length;
      const required = bound.filter(({ spec }) => spec.required).length;
      return [
        `Of the ${required} sections that ${nameOf(template, options)} asks for, ${there} ${there === 1 ? 'is' : 'are'} there: too few to tell.`,
        'To make it one, name its template in .tech-spec.json, or in the document: <!-- tech-spec: template=PATH -->.',
      ];
    }
  }
}

function stageOf({ stage, why }: Spec): readonly string[] {
  if (stage === undefined || why.by !== 'configuration' || why.entry.ready.size === 0) return [];
  const keys = Array.from(why.entry.ready.keys(), (key) => `“${key}”`).join(', ');
  return [`It is ${stage === 'ready' ? 'ready' : 'a draft'}, as ${keys} in its front matter says.`];
}

/** Both the configuration and the settings may speak of a rule: which of them won. */
function* loudnessOf({ severities, why }: Spec, { settings, shown }: ExplainOptions): Iterable<string> {
  const configured = why.by === 'configuration' ? why : undefined;
  for (const [rule, severity] of severities) {
    const set = settings.rules.get(rule);
    const own = configured?.entry.rules.get(rule);
    const isSet = own === undefined && set === severity;
    const by = isSet ? 'the setting techSpec.rules' : shown(configured?.configuration.uri ?? configurationName);
    const over = own !== undefined && set !== undefined && set !== own ? `, not “${set}” as the setting has it` : '';
    yield `Rule ${rule} is “${severity}” by ${by}${over}.`;
  }
}

function overriddenIn({ why, template }: Spec, options: ExplainOptions): core.Overridden | undefined {
  if (why.by !== 'configuration' || why.entry.sections.length === 0) return undefined;
  const { configuration, entry } = why;
  return {
    original: core.readTemplate(template.schema.document.text, template.uri ?? ''),
    overrides: entry.sections,
    placeOf: (span) => placeIn(configuration, span, options),
  };
}

function placeIn({ config, uri }: Configuration, { start }: core.Span, { shown }: ExplainOptions): string {
  return `${shown(uri)}:${config.lines.lineAt(start) + 1}`;
}

function lineIn({ lines }: core.SpecDocument, { start }: core.Span): number {
  return lines.lineAt(start) + 1;
}

/** For an editor: paths from the workspace folder. */
export function shownIn(folders: readonly string[]): (uri: string) => string {
  return (uri) => {
    const folder = folders.find((each) => pathIn(uri, each) !== pathIn(uri, undefined));
    return pathIn(uri, folder) || uri.replace(/^untitled:/, '');
  };
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
