/** `--format sarif`: held to the standard's own schema, and to what code scanning makes of it. */
import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log, Result } from 'sarif';
import { reservedRules, rules } from '../../src/core/index.ts';
import type { PlacedFinding } from '../../src/node/report/checked.ts';
import { sarifFormat } from '../../src/node/report/sarif.ts';
import { type Files, inFolder, runIn, withFolder } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';
const argv = ['check', '--format', 'sarif', '-t', 'template.md'];
const half = '# Tea\n\n## Goals\n\nTBD\n';

async function logOf(files: Files, names: readonly string[]): Promise<Log> {
  return JSON.parse((await inFolder({ 'template.md': template, ...files }, [...argv, ...names])).out);
}

function resultsIn(log: Log): readonly Result[] {
  return log.runs[0]?.results ?? [];
}

/** The schema is written for an older draft: its name alone would be refused. */
function problemsIn(log: Log): unknown {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true });
  ajv.validate(schema, log);
  return ajv.errors ?? [];
}

describe('SARIF', () => {
  it('keeps to the schema of the standard, with findings and without', async () => {
    deepEqual(problemsIn(await logOf({ 'tea.md': half }, ['tea.md'])), []);
    deepEqual(problemsIn(await logOf({ 'tea.md': '<!-- tech-spec: none -->\n' }, ['tea.md'])), []);
    const twice = '## Goals\n\nTea.\n\n## Goals\n\nMilk.\n\n## Risks\n\nN/A\n';
    deepEqual(problemsIn(await logOf({ 'tea.md': twice }, ['tea.md'])), []);
  });

  it('would be refused by that schema if it were wrong', async () => {
    const log = await logOf({ 'tea.md': half }, ['tea.md']);
    notEqual(JSON.stringify(problemsIn({ ...log, version: '2.0.0' } as never)), '[]');
  });

  it('says rule, level, place and message', async () => {
    const [result] = resultsIn(await logOf({ 'tea.md': half }, ['tea.md']));
    const { partialFingerprints, ruleIndex, fixes, ...rest } = result as Result;
    deepEqual(rest, {
      ruleId: 'missing-section',
      level: 'error',
      message: { text: 'Section “Risks” is missing: the template asks for it after “Goals”' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'tea.md', uriBaseId: 'SRCROOT' },
            region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
          },
        },
      ],
    });
    equal(ruleIndex, 0);
    equal(fixes?.length, 2);
    match(partialFingerprints?.primaryLocationLineHash ?? '', /^[0-9a-f]{16}:1$/);
  });

  it('says how each finding can be mended: what goes, and what comes in its place', async () => {
    const text = '# Tea\r\n\r\n## Goal\r\n\r\nWarm.\r\n\r\n### Risks\r\n\r\nN/A\r\n';
    const results = resultsIn(await logOf({ 'tea.md': text }, ['tea.md']));
    deepEqual(
      results.map(({ fixes }) => fixes),
      [
        [
          {
            description: { text: 'Rename to “Goals”' },
            artifactChanges: [
              {
                artifactLocation: { uri: 'tea.md', uriBaseId: 'SRCROOT' },
                replacements: [
                  {
                    deletedRegion: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 8 },
                    insertedContent: { text: 'Goals' },
                  },
                ],
              },
            ],
          },
        ],
        [
          {
            description: { text: 'Make it a heading of level 2' },
            artifactChanges: [
              {
                artifactLocation: { uri: 'tea.md', uriBaseId: 'SRCROOT' },
                replacements: [
                  {
                    deletedRegion: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 4 },
                    insertedContent: { text: '##' },
                  },
                ],
              },
            ],
          },
        ],
      ],
    );
  });

  it('whose fixes bring line ends of the document, and keep to the schema', async () => {
    const log = await logOf({ 'tea.md': '# Tea\r\n\r\n## Goals\r\n\r\nWarm.\r\n' }, ['tea.md']);
    const [fix] = resultsIn(log)[0]?.fixes ?? [];
    match(fix?.artifactChanges[0]?.replacements[0]?.insertedContent?.text ?? '', /^\r\n## Risks\r\n\r\nSay/);
    deepEqual(problemsIn(log), []);
  });

  it('offers no fix that is as long as a document', async () => {
    const long = `${'Leaves. '.repeat(3_000)}\n`;
    const results = resultsIn(await logOf({ 'tea.md': `## Risks\n\n${long}\n## Goals\n\n${long}` }, ['tea.md']));
    deepEqual(
      results.map(({ ruleId, fixes }) => [ruleId, fixes]),
      [['section-order', undefined]],
    );
  });

  it('places a finding behind characters that take two units', async () => {
    const sentence = 'Say what may go wrong, and what is done then.';
    const files = { 'shape.md': `## Risks\n\n${sentence}\n`, 'tea.md': `## Risks\n\n🫖🫖 Hot. ${sentence}\n` };
    const [result] = resultsIn(await logOf(files, ['tea.md', '-t', 'shape.md']));
    equal(result?.locations?.[0]?.physicalLocation?.region?.startColumn, 11);
  });

  it('counts columns in UTF-16 units', async () => {
    equal((await logOf({ 'tea.md': half }, ['tea.md'])).runs[0]?.columnKind, 'utf16CodeUnits');
  });

  it('explains every rule, each with its page', async () => {
    const described = (await logOf({ 'tea.md': half }, ['tea.md'])).runs[0]?.tool.driver.rules ?? [];
    for (const { id, docs } of rules) {
      const one = described.find((each) => each.id === id);
      equal(one?.shortDescription?.text, docs.summary);
      ok(one?.helpUri?.endsWith(`/docs/rules/${id}.md`));
      ok(one?.help?.markdown?.includes(docs.why));
    }
    // Code scanning wants all three of each.
    ok(described.every((each) => each.shortDescription?.text && each.fullDescription?.text && each.help?.text));
    const reserved = described.slice(rules.length).map(({ id }) => id);
    deepEqual(
      reserved,
      reservedRules.map(({ id }) => id),
    );
  });

  it('has notes for information and hints', () => {
    const levels = (['error', 'warning', 'information', 'hint'] as const).map((severity) => {
      return resultsIn(logOfFindings([{ ...finding, severity }]))[0]?.level;
    });
    deepEqual(levels, ['error', 'warning', 'note', 'note']);
  });

  it('gives a finding the same print wherever it has moved in its document, and another in another', async () => {
    const prints = async (file: string, text: string) =>
      resultsIn(await logOf({ [file]: text }, [file])).map(({ partialFingerprints }) => partialFingerprints);
    const first = await prints('tea.md', half);
    deepEqual(await prints('tea.md', `# Tea\n\nOf leaves.\n\n${half.slice(7)}`), first);
    notEqual((await prints('pot.md', half))[0]?.primaryLocationLineHash, first[0]?.primaryLocationLineHash);
    equal(new Set(first.map((each) => each?.primaryLocationLineHash)).size, 2);
  });

  it('names files from the repository on, as addresses', () =>
    withFolder({ '.git/': '', 'template.md': template, 'docs/a b#c%.md': half }, async (folder) => {
      const { out } = await runIn(join(folder, 'docs'), ['check', '-f', 'sarif', '-t', '../template.md']);
      const [result] = resultsIn(JSON.parse(out));
      equal(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'docs/a%20b%23c%25.md');
    }));

  it('says whether all could be read', async () => {
    const files = { 'template.md': template, 'tea.md': half };
    const run = async (...names: readonly string[]) =>
      JSON.parse((await inFolder(files, [...argv, ...names])).out).runs[0].invocations[0].executionSuccessful;
    deepEqual([await run('tea.md'), await run('tea.md', 'gone.md')], [true, false]);
  });

  it('holds no path of the machine', async () => {
    const { out } = await inFolder({ 'template.md': template, 'tea.md': half }, [...argv, 'tea.md']);
    doesNotMatch(out, /tech-spec-cli-/);
  });

  it('names other places that explain a finding', async () => {
    const twice = '## Goals\n\nTea.\n\n## Goals\n\nMilk.\n\n## Risks\n\nN/A\n';
    const found = resultsIn(await logOf({ 'tea.md': twice }, ['tea.md'])).filter(
      ({ relatedLocations }) => relatedLocations,
    );
    equal(found[0]?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 1);
  });

  it('leaves out the least severe where there are too many, and says so', () => {
    const severities = (['hint', 'error', 'information'] as const).flatMap((severity) =>
      Array.from({ length: 10_000 }, () => severity),
    );
    const told: string[] = [];
    const log = logOfFindings(
      severities.map((severity) => ({ ...finding, severity })),
      told,
    );
    const results = resultsIn(log);
    equal(results.length, 25_000);
    equal(results.filter(({ level }) => level === 'error').length, 10_000);
    // Information and hints are notes both: the hints are those that went.
    equal(
      results.slice(0, 5_000).every(({ level }) => level === 'note'),
      true,
    );
    equal(results[5_000]?.level, 'error');
    const words = '5000 of 30000 findings are left out, the least severe first: code scanning takes 25000';
    deepEqual(told, [words]);
    equal(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, words);
  });
});

const start = { line: 0, character: 0 };
const finding: PlacedFinding = {
  rule: 'missing-section',
  severity: 'error',
  message: 'Gone',
  start,
  end: start,
  key: 'Goals',
  section: undefined,
  asked: undefined,
  related: [],
};

function logOfFindings(findings: readonly PlacedFinding[], told: string[] = []): Log {
  const terminal = {
    folder: '/',
    environment: {},
    isInteractive: false,
    out: () => {},
    complain: () => {},
    readInput: async () => new Uint8Array(),
  };
  const format = sarifFormat(terminal, rules, (trouble) => void told.push(trouble));
  format.document({ file: 'a.md', path: '/a.md', template: undefined, findings, progress: undefined });
  return JSON.parse(format.end({ documents: 1, specs: 1, counts: new Map(), rules: [], since: undefined }));
}
