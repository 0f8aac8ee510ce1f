/** Findings for people: a block a document, a line a finding, what is where in columns. */
import { type Severity, severities } from '../../core/index.ts';
import {
  type CheckedDocument,
  type Counts,
  countOf,
  type PlacedFinding,
  plural,
  printable,
  type ReportFormat,
  type Summary,
  type TemplateName,
} from './checked.ts';
import { type Colors, colorsOf } from './colors.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Only documents with findings, and no closing words. */
  readonly quiet: boolean;
}

/** Longer messages do not push the template's lines of all others to the right. */
const messageColumn = 92;

export function textFormat({ color, quiet }: TextOptions): ReportFormat {
  const colors = colorsOf(color);
  const answered = { done: 0, of: 0 };
  let gap = '';
  return {
    document: (checked) => {
      answered.done += checked.progress?.done ?? 0;
      answered.of += checked.progress?.of ?? 0;
      if (checked.template === undefined && checked.findings.length === 0) return '';
      if (quiet && checked.findings.length === 0) return '';
      const block = `${gap}${blockOf(checked, colors)}\n`;
      gap = '\n';
      return block;
    },
    end: (summary) => {
      const words = quiet ? '' : closingWords(summary, colors);
      if (words === '') return '';
      return `${gap}${words}${answered.of === 0 ? '' : `${progressWords(answered, colors)}\n`}`;
    },
  };
}

interface Answered {
  readonly done: number;
  readonly of: number;
}

function progressWords({ done, of }: Answered, colors: Colors): string {
  const words = `${done} of ${of} ${of === 1 ? 'section' : 'sections'} answered`;
  return done === of ? colors.green(words) : words;
}

function blockOf(checked: CheckedDocument, colors: Colors): string {
  const { file, progress } = checked;
  const lines = [colors.underline(printable(file)), ...findingLines(checked, colors)];
  if (progress !== undefined) lines.push(`  ${progressWords(progress, colors)}`);
  return lines.join('\n');
}

function findingLines({ findings, template }: CheckedDocument, colors: Colors): readonly string[] {
  const rows = findings.map((finding) => {
    const { rule, severity, start } = finding;
    const message = printable(finding.message);
    const place = `${start.line + 1}:${start.character + 1}`;
    return { rule, severity, message, place, asked: templateLine(finding, template) };
  });
  const widest = (words: readonly string[]) => Math.max(0, ...words.map(({ length }) => length));
  const placeWidth = widest(rows.map(({ place }) => place));
  const severityWidth = widest(rows.map(({ severity }) => severity));
  const ruleWidth = widest(rows.map(({ rule }) => rule));
  const messageWidth = widest(rows.map(({ message }) => message).filter(({ length }) => length <= messageColumn));
  return rows.map(({ place, severity, rule, message, asked }) =>
    [
      `  ${colors.dim(place.padStart(placeWidth))}`,
      paint(colors, severity)(severity.padEnd(severityWidth)),
      colors.dim(rule.padEnd(ruleWidth)),
      asked === '' ? message : `${message.padEnd(messageWidth)}  ${colors.dim(asked)}`,
    ].join('  '),
  );
}

/** Where the template asks for it: a place that terminals make a link of, or words where there is no file. */
function templateLine({ asked }: PlacedFinding, template: TemplateName | undefined): string {
  if (asked === undefined || template === undefined) return '';
  const line = asked + 1;
  return template.file === undefined ? `built-in template, line ${line}` : `${printable(template.file)}:${line}`;
}

function closingWords({ documents, specs, counts, rules, since, configuration }: Summary, colors: Colors): string {
  if (documents === 0 && since !== undefined) return `No document has changed since ${printable(since)}\n`;
  if (specs === 0) {
    return [
      `${plural(0, 'spec')} among ${plural(documents, 'document')}\n`,
      colors.dim(
        (configuration === undefined
          ? 'A document is a spec when its headings answer to the template, or when it lies in tech-specs/ or is named *.tech-spec.md.\n'
          : `A document is a spec when “specs” in ${printable(configuration)} has a pattern for its path.\n`) +
          'To check it in any case, name its template: --template FILE\n' +
          (configuration === undefined ? 'To have a template of your own followed: tech-spec init\n' : ''),
      ),
    ].join('');
  }
  if (documents === 1) return '';
  const among = specs === documents ? '' : ` among ${plural(documents, 'document')}`;
  const changed = since === undefined ? '' : ` changed since ${printable(since)}`;
  const nothing = colors.green(since === undefined ? 'nothing to mend' : 'nothing new to mend');
  const found = `${plural(specs, 'spec')}${among}${changed}: ${paintedCounts(counts, colors) || nothing}\n`;
  if (rules.length < 2) return found;
  const width = Math.max(0, ...rules.map(({ rule }) => rule.length));
  const lines = rules.map(
    ({ rule, counts }) => `  ${colors.dim(rule.padEnd(width))}  ${paintedCounts(counts, colors)}\n`,
  );
  return `${found}${lines.join('')}`;
}

function paintedCounts(counts: Counts, colors: Colors): string {
  return severities
    .filter((severity) => counts.has(severity))
    .map((severity) => paint(colors, severity)(countOf(severity, counts.get(severity) ?? 0)))
    .join(', ');
}

function paint(colors: Colors, severity: Severity): (words: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}
