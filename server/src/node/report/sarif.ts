/** Findings as SARIF 2.1.0, for code scanning and for viewers. */
import { createHash } from 'node:crypto';
import type { ArtifactLocation, Fix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import packageJson from '../../../package.json' with { type: 'json' };
import { type Rule, reservedRules, type Severity, severities } from '../../core/index.ts';
import { rulePage } from '../../lsp/rule-page.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckedDocument, Placed, PlacedFinding, PlacedFix, ReportFormat } from './checked.ts';
import { pathBelow, reportRoot } from './places.ts';

/** GitHub takes no more results of a run. */
const mostResults = 25_000;

/** `complain` hears what had to be left out. */
export function sarifFormat(
  terminal: Terminal,
  rules: readonly Rule[],
  complain: (trouble: string) => void,
): ReportFormat {
  const root = reportRoot(terminal);
  const descriptors = [...rules.map(describeRule), ...reservedRules.map(describeReserved)];
  const found: { readonly severity: Severity; readonly result: Result }[] = [];
  return {
    document: (checked) => {
      for (const finding of checked.findings) {
        found.push({ severity: finding.severity, result: toResult(checked, finding, root, descriptors) });
      }
      return '';
    },
    end: ({ hasTrouble = false }) => {
      const kept = cut(found);
      const left = found.length - kept.length;
      const words = `${left} of ${found.length} findings are left out, the least severe first: code scanning takes ${mostResults}`;
      if (0 < left) complain(words);
      return `${JSON.stringify(toLog(kept, descriptors, 0 < left ? words : undefined, hasTrouble), undefined, 2)}\n`;
    },
  };
}

/** The least severe go first, and of these the last. */
function cut(found: readonly { readonly severity: Severity; readonly result: Result }[]): Result[] {
  const ranked = found.map(({ severity }, at) => ({ rank: severities.indexOf(severity), at }));
  const kept = ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, mostResults);
  const places = new Set(kept.map(({ at }) => at));
  return found.filter((_, at) => places.has(at)).map(({ result }) => result);
}

function toLog(results: Result[], rules: ReportingDescriptor[], trouble: string | undefined, hasTrouble: boolean): Log {
  const notifications = trouble === undefined ? [] : [{ level: 'warning' as const, message: { text: trouble } }];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tech Spec',
            semanticVersion: packageJson.version,
            informationUri: 'https://github.com/tech-spec/tech-spec',
            rules,
          },
        },
        invocations: [{ executionSuccessful: !hasTrouble, toolExecutionNotifications: notifications }],
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository' } } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function toResult(
  checked: CheckedDocument,
  finding: PlacedFinding,
  root: string,
  descriptors: readonly ReportingDescriptor[],
): Result {
  const { rule, severity, message, key, related, fixes = [] } = finding;
  const file = pathBelow(root, checked) ?? checked.file;
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
  const locate = (at: Placed): Location => ({ physicalLocation: { artifactLocation, region: toRegion(at) } });
  return {
    ruleId: rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [locate(finding)],
    ...(0 < related.length && {
      relatedLocations: related.map((note, id) => ({ id, ...locate(note), message: { text: note.message } })),
    }),
    ...(0 < fixes.length && { fixes: fixes.map((fix) => toFix(fix, artifactLocation)) }),
    // What a line reads or where it stands is not asked: an alert survives edits around it.
    partialFingerprints: { primaryLocationLineHash: `${fingerprintOf(rule, file, key)}:1` },
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function fingerprintOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

function toFix({ title, edits }: PlacedFix, artifactLocation: ArtifactLocation): Fix {
  const replacements = edits.map((edit) => ({
    deletedRegion: toRegion(edit),
    ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** From one; the end is the first column behind. */
function toRegion({ start, end }: Pick<Placed, 'start' | 'end'>): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function describeRule({ id, severity, docs }: Rule): ReportingDescriptor {
  const configuration = severity === 'off' ? { enabled: false } : { level: levels[severity] };
  return {
    id,
    shortDescription: { text: docs.summary },
    fullDescription: { text: docs.why },
    helpUri: rulePage(id),
    help: { text: `${docs.summary}\n\n${docs.why}`, markdown: helpOf(docs) },
    defaultConfiguration: configuration,
    properties: { tags },
  };
}

const tags = ['documentation', 'specification'];

function describeReserved({ id, summary, severity }: (typeof reservedRules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: `${summary} No rule finds it: it cannot be turned off or made louder.` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags },
  };
}

function helpOf({ summary, why, examples }: Rule['docs']): string {
  const pictures = examples
    .slice(0, 1)
    .flatMap(({ template, before, after }) => [
      ...pictureOf('The template', template),
      ...pictureOf('Not kept here', before),
      ...pictureOf('Mended', after),
    ]);
  return [summary, why, ...pictures].join('\n\n');
}

/** No fence in an example is as long. */
function pictureOf(title: string, text: string): readonly string[] {
  return [`${title}:`, `~~~~~~markdown\n${text.trimEnd()}\n~~~~~~`];
}
