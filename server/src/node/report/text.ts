/** Findings for people: a block a document, a line a finding, what is where in columns. */
import { createColors } from 'picocolors';
import { type Finding, lineOf, type Severity } from '../../core/index.ts';
import { type CheckedDocument, type NamedTemplate, plural, type ReportFormat, type Summary } from './checked.ts';

export interface TextOptions {
  readonly color: boolean;
  /** Only documents with findings, and no closing words. */
  readonly quiet: boolean;
}

/** Longer messages do not push the template's lines of all others to the right. */
const messageColumn = 92;

type Colors = ReturnType<typeof createColors>;

export function textFormat({ color, quiet }: TextOptions): ReportFormat {
  const colors = createColors(color);
  return {
    document: (checked) => {
      if (checked.template === undefined && checked.findings.length === 0) return '';
      if (quiet && checked.findings.length === 0) return '';
      return `${blockOf(checked, colors)}\n\n`;
    },
    end: (summary) => (quiet ? '' : closingWords(summary, colors)),
  };
}

function blockOf(checked: CheckedDocument, colors: Colors): string {
  const { file, progress } = checked;
  const lines = [colors.underline(file), ...findingLines(checked, colors)];
  if (progress !== undefined) {
    const { done, of } = progress;
    const words = `${done} of ${of} ${of === 1 ? 'section' : 'sections'} answered`;
    lines.push(`  ${done === of ? colors.green(words) : words}`);
  }
  return lines.join('\n');
}

function findingLines({ findings, lines, template }: CheckedDocument, colors: Colors): readonly string[] {
  const rows = findings.map((finding) => {
    const { line, character } = lines.positionAt(finding.span.start);
    return { ...finding, place: `${line + 1}:${character + 1}`, asked: templateLine(finding, template) };
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
function templateLine({ spec }: Finding, named: NamedTemplate | undefined): string {
  if (spec === undefined || named === undefined) return '';
  const line = lineOf(named.template, spec) + 1;
  return named.file === undefined ? `built-in template, line ${line}` : `${named.file}:${line}`;
}

function closingWords({ documents, specs, counts }: Summary, colors: Colors): string {
  if (specs === 0) {
    return [
      `${plural(0, 'spec')} among ${plural(documents, 'document')}\n`,
      colors.dim(
        'A document is a spec when its headings answer to the template, or when it lies in tech-specs/ or is named *.tech-spec.md.\n' +
          'To check it in any case, name its template: --template FILE\n',
      ),
    ].join('');
  }
  if (documents === 1) return '';
  const found = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => counts.has(severity))
    .map((severity) => paint(colors, severity)(countOf(severity, counts.get(severity) ?? 0)));
  const among = specs === documents ? '' : ` among ${plural(documents, 'document')}`;
  return `${plural(specs, 'spec')}${among}: ${found.join(', ') || colors.green('nothing to mend')}\n`;
}

function paint(colors: Colors, severity: Severity): (words: string) => string {
  return { error: colors.red, warning: colors.yellow, information: colors.cyan, hint: colors.dim }[severity];
}

function countOf(severity: Severity, count: number): string {
  return severity === 'information' ? `${count} for information` : plural(count, severity);
}
