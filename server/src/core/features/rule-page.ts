/** A page for each rule, made from what the rule says of itself and from what it does to its own examples. */
import { contextOf as laid } from '../binding.ts';
import { check, type Finding } from '../check.ts';
import { parseDocument } from '../document.ts';
import type { Rule, RuleContext, RuleExample, Severity, Stage } from '../rules/rule.ts';
import { parseTemplate } from '../template.ts';
import { fenced, table } from '../text/markdown.ts';

/** The page of one rule: docs/rules/ID.md. It follows docs/rule-template.md. */
export function rulePage(rule: Rule): string {
  return [
    `# ${rule.id}\n`,
    `${rule.docs.summary}\n`,
    '## Why\n',
    `${rule.docs.why}\n`,
    '## Severity\n',
    severities(rule),
    '## Examples\n',
    rule.docs.examples.map((example) => picture(rule, example)).join('\n'),
    '## Fixes\n',
    fixes(rule),
    '## Settings\n',
    settings(rule),
    '---\n',
    `_Generated from the rule’s own words by \`npm run generate\`: edit \`server/src/core/rules/${rule.id}.ts\`._\n`,
  ].join('\n');
}

/** When ready, in a draft that passed the section by, in a draft still to come: “error or warning” where a rule is not always as loud. */
export function loudnessOf(rule: Rule): readonly [string, string, string] {
  const kinds = kindsOf(rule).map(({ severity }) => stagesOf(rule, severity));
  const column = (at: 0 | 1 | 2) => either(kinds.map((kind) => kind[at]));
  return [column(0), column(1), column(2)];
}

/** In the order given, each once: “error, warning or hint”. */
function either(words: readonly string[]): string {
  const distinct = Array.from(new Set(words));
  return [distinct.slice(0, -1).join(', '), distinct.at(-1)].filter((part) => part !== '').join(' or ');
}

function kindsOf({ docs, severity }: Rule): readonly { readonly where: string; readonly severity: Severity | 'off' }[] {
  return docs.kinds ?? [{ where: '', severity }];
}

function severities(rule: Rule): string {
  const kinds = kindsOf(rule);
  const rows = kinds.map(({ where, severity }) => [where === '' ? '' : `where ${where}`, ...stagesOf(rule, severity)]);
  const head = ['', 'Ready', 'Draft, passed by', 'Draft, still to come'];
  const plain = kinds.length === 1 && kinds[0]?.where === '';
  return plain
    ? table(
        head.slice(1),
        rows.map((row) => row.slice(1)),
      )
    : table(head, rows);
}

/** When ready, in a draft that passed the section by, in a draft still to come: as `check` softens a report of that severity. */
function stagesOf(rule: Rule, severity: Severity | 'off'): readonly [string, string, string] {
  if (rule.severity === 'off' || severity === 'off') return ['off', 'off', 'off'];
  const loudness = (stage: Stage, passedBy: boolean): string => {
    const report = { span: { start: 0, end: 1 }, message: rule.id, severity, key: rule.id, passedBy, data: undefined };
    const standIn: Rule = { ...rule, check: () => [report] };
    return check(contextOf('## Goals\n', '## Goals\n'), [standIn], { stage })[0]?.severity ?? 'off';
  };
  return [loudness('ready', false), loudness('draft', true), loudness('draft', false)];
}

function picture(rule: Rule, { template, before, after }: RuleExample): string {
  const context = contextOf(template, before);
  const said = found(rule, context).map(
    ({ span, message }) => `- line ${context.document.lines.lineAt(span.start) + 1}: ${message}\n`,
  );
  return [
    'The template:\n',
    fenced('markdown', template),
    'Not kept here:\n',
    fenced('markdown', before),
    said.join(''),
    'Mended:\n',
    fenced('markdown', after),
  ].join('\n');
}

function fixes(rule: Rule): string {
  const offered = rule.docs.examples.flatMap(({ template, before }) =>
    found(rule, contextOf(template, before)).flatMap((finding) => finding.fixes()),
  );
  const distinct = offered.filter(({ name }, index) => index === offered.findIndex((other) => other.name === name));
  if (distinct.length === 0) return 'None: what belongs there is the author’s to say.\n';
  const list = distinct
    .map(({ title, safe }) => `- ${title}${safe ? ' (safe: “Fix All” and fixing on save apply it)' : ''}\n`)
    .join('');
  return `For the examples above:\n\n${list}`;
}

function settings({ id, severity }: Rule): string {
  const instead = severity === 'off' ? 'warning' : 'off';
  return [
    'In the settings of VS Code, to `error`, `warning`, `information`, `hint` or `off`:\n',
    fenced('json', `"techSpec.rules": { "${id}": "${instead}" }`),
    'In one place of a document, above the heading or line that is reported:\n',
    fenced('markdown', `<!-- tech-spec-disable-next-line ${id} -->`),
    'From one place to another:\n',
    fenced('markdown', `<!-- tech-spec-disable ${id} -->\n\n<!-- tech-spec-enable ${id} -->`),
  ].join('\n');
}

/** A rule that is off by default is on in its own examples. */
function found(rule: Rule, context: RuleContext): readonly Finding[] {
  const severities = new Map(rule.severity === 'off' ? [[rule.id, 'warning'] as const] : []);
  return check(context, [rule], { stage: 'ready', severities });
}

function contextOf(template: string, text: string): RuleContext {
  return laid(parseTemplate(template), parseDocument(text));
}
