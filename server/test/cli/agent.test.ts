/** An assistant that drafts: it knows the JSON report, the lines of the README for an AGENTS.md, and what it was told of the project. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonDocument, JsonEdit, JsonFinding } from '../../src/node/report/json.ts';
import { documentsOf, type Files, type Ran, runIn, withFolder } from './terminal.ts';
import { root } from './workflow.ts';

const [, lines = ''] =
  /<!-- agents -->\n+```markdown\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
/** Every command that the README names there, as arguments. */
const commands = Array.from(lines.matchAll(/`tech-spec ([^`]*)`/g), ([, words = '']) => words.split(' '));

const template = `Write for a reader who was not there.

**Delete the text above.**

## Goals

Say in 1-2 sentences why the project exists.

## Risks

Say what could go wrong, and what is done then.

### Security

Say who could do harm.

## Rollout

Say who gets it when.
`;

/** What the assistant was told: by section. */
const known = new Map([
  ['Goals', 'Nobody loses a draft any more.'],
  ['Risks', 'Two devices change the same line: the later one wins.'],
  ['Security', 'N/A – drafts stay on the device.'],
  ['Rollout', 'Everybody, at once.'],
]);

const mess = `Write for a reader who was not there.

**Delete the text above.**

## Goal 🫖

Nobody loses a draft any more. It saves. It merges. It is there.

### Rollout

TBD

## Risks

Say what could go wrong, and what is done then.
`;

const configuration = '{ "specs": [{ "files": "specs/*.md", "template": "docs/template.md" }] }';
const files: Files = { '.tech-spec.json': configuration, 'docs/template.md': template };

describe('an assistant with the JSON report alone', () => {
  it('finishes a spec that it starts itself', () =>
    withFolder(files, async (folder) => {
      const file = (await runIn(folder, [...commandOf('new').slice(0, -1), 'Offline drafts'])).out.trim();
      match(file, /^specs\//);
      match((await runIn(folder, argumentsOf('explain', file))).out, /Goals/);
      await finish(folder, file);
      const text = readFileSync(join(folder, file), 'utf8');
      for (const answer of known.values()) ok(text.includes(`\n\n${answer}\n`), text);
    }));

  it('mends a spec that is in a mess, with and without Windows line ends', async () => {
    for (const end of ['\n', '\r\n']) {
      await withFolder({ ...files, 'specs/drafts.md': mess.replaceAll('\n', end) }, async (folder) => {
        await finish(folder, 'specs/drafts.md');
        equal(
          readFileSync(join(folder, 'specs/drafts.md'), 'utf8')
            .replaceAll(/\s*\n\s*/g, '\n')
            .trim(),
          `## Goals 🫖\n${known.get('Goals')}\n## Risks\n${known.get('Risks')}\n### Security\n${known.get('Security')}\n## Rollout\n${known.get('Rollout')}`,
        );
      });
    }
  });

  it('stops where something cannot be read', () =>
    withFolder(files, async (folder) => equal((await runIn(folder, argumentsOf('check', 'gone.md'))).code, 2)));

  it('is told no command that there is not', () => {
    deepEqual(
      commands.map(([name]) => name),
      ['new', 'explain', 'fix', 'check'],
    );
  });
});

function commandOf(name: string): readonly string[] {
  return commands.find(([first]) => first === name) ?? [];
}

function argumentsOf(name: string, file: string): readonly string[] {
  return commandOf(name).map((word) => (word === 'FILE' ? file : word));
}

/** As the lines say: fix, check, mend the first finding, and that again until nothing is left. */
async function finish(folder: string, file: string): Promise<void> {
  let ran: Ran | undefined;
  for (let round = 0; round < 30; round++) {
    ok((await runIn(folder, argumentsOf('fix', file))).code <= 1);
    ran = await runIn(folder, argumentsOf('check', file));
    if (ran.code === 0) return;
    equal(ran.code, 1, ran.errors);
    const [document] = documentsOf(ran) as readonly [JsonDocument];
    const [first] = document.findings;
    ok(first !== undefined);
    const path = join(folder, file);
    writeFileSync(path, mended(readFileSync(path, 'utf8'), first));
  }
  throw new Error(`It is not finished:\n${ran?.out}`);
}

/** What has no answer, or only guidance, is answered; all else is mended as the report says. */
function mended(text: string, { rule, section, line, fixes }: JsonFinding): string {
  const answer = known.get(section ?? '');
  const isHeading = text.split('\n')[line - 1]?.startsWith('#') === true;
  if (isHeading && toBeAnswered.has(rule) && answer !== undefined) return answered(text, line, answer);
  const [fix] = fixes;
  if (fix === undefined) throw new Error(`Nobody said how to mend ${rule} of “${section}”`);
  return fix.edits.toReversed().reduce(applied, text);
}

const toBeAnswered = new Set(['empty-section', 'leftover-guidance', 'overlong-section', 'unfinished-section']);

/** Under the heading at the line, in place of what stands there. */
function answered(text: string, line: number, answer: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const all = text.split(end);
  const next = all.findIndex((each, at) => line <= at && each.startsWith('#'));
  const rest = next === -1 ? [] : all.slice(next);
  return [...all.slice(0, line), '', answer, '', ...rest].join(end);
}

function applied(text: string, { line, column, endLine, endColumn, text: words }: JsonEdit): string {
  const starts = [0, ...Array.from(text.matchAll(/\r?\n/g), (each) => each.index + each[0].length)];
  const offsetOf = (at: number, behind: number) => (starts[at - 1] ?? text.length) + behind - 1;
  return text.slice(0, offsetOf(line, column)) + words + text.slice(offsetOf(endLine, endColumn));
}
