/** `--format github`: what the runner reads back, how much of it, and what stands on the job's page. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineIndex, type Span } from '../../src/core/index.ts';
import type { CheckedDocument, PlacedFinding } from '../../src/node/report/checked.ts';
import { githubFormat } from '../../src/node/report/github.ts';
import { stepSummary } from '../../src/node/report/step-summary.ts';
import { inRepository } from './repository.ts';
import { type Files, inFolder, runIn, withFolder } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';
const argv = ['check', '--format', 'github', '-t', 'template.md'];
const half = '# Tea\n\n## Goals\n\nTBD\n';

/** What the runner takes for commands: between the two lines that switch them off there are none. */
function commandsIn(out: string): readonly string[] {
  const heeded = out.replaceAll(/^::stop-commands::(.*)\n[\s\S]*?^::\1::\n/gm, '');
  return heeded.split('\n').filter((line) => line.includes('::') || line.includes('##['));
}

async function commandsFor(files: Files, names: readonly string[]): Promise<readonly string[]> {
  return commandsIn((await inFolder({ 'template.md': template, ...files }, [...argv, ...names])).out);
}

const ownFinding: PlacedFinding = {
  rule: 'own-rule',
  severity: 'error',
  message: '',
  key: '',
  section: undefined,
  asked: undefined,
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
  related: [],
};

/** As the report would have it of one finding, with words that no document may have. */
function commandsOf(
  finding: Partial<PlacedFinding>,
  file: string,
  span: Span = { start: 0, end: 3 },
): readonly string[] {
  const lines = new LineIndex('one\ntwo\n');
  const place = { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  const checked: CheckedDocument = {
    file,
    path: join('/work', file),
    template: undefined,
    findings: [{ ...ownFinding, ...place, ...finding }],
    progress: undefined,
  };
  const terminal = {
    folder: '/work',
    environment: {},
    isInteractive: false,
    out: () => {},
    complain: () => {},
    readInput: async () => new Uint8Array(),
  };
  const format = githubFormat(terminal, { color: false, quiet: false }, () => {});
  const out = format.document(checked);
  return commandsIn(out + format.end({ documents: 1, specs: 1, counts: new Map(), rules: [], since: undefined }));
}

describe('annotations', () => {
  it('have place, rule and message', async () => {
    deepEqual(await commandsFor({ 'tea.md': half }, ['tea.md']), [
      '::error file=tea.md,line=3,endLine=3,col=1,endColumn=9,title=missing-section::Section “Risks” is missing: the template asks for it after “Goals”',
      '::warning file=tea.md,line=3,endLine=3,col=1,endColumn=9,title=unfinished-section::Section “Goals” is still to be written',
    ]);
  });

  it('are notices for information, and none for hints', () => {
    match(commandsOf({ severity: 'information' }, 'a.md')[0] ?? '', /^::notice /);
    deepEqual(commandsOf({ severity: 'hint' }, 'a.md'), []);
  });

  it('escape what would end a message', () => {
    const [command] = commandsOf({ message: '50 % off: a, b\r\nnext' }, 'a.md');
    equal(command?.split('own-rule::')[1], '50 %25 off: a, b%0D%0Anext');
  });

  it('escape what would end a file’s name', () => {
    const [command] = commandsOf({}, 'a,b:c%d\r\n::e.md');
    match(command ?? '', /^::error file=a%2Cb%3Ac%25d%0D%0A%3A%3Ae\.md,line=1,/);
  });

  it('have columns within one line only', () => {
    match(commandsOf({}, 'a.md', { start: 0, end: 6 })[0] ?? '', /file=a\.md,line=1,endLine=2,title=own-rule::/);
  });

  it('are the first ten of each kind, and the rest is counted', async () => {
    const empty = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`docs/${at}.md`, '# Tea\n']));
    const { out } = await inFolder({ 'template.md': template, ...empty, 'docs/a.md': half }, [...argv, 'docs']);
    equal(commandsIn(out).filter((line) => line.startsWith('::error ')).length, 10);
    equal(commandsIn(out).filter((line) => line.startsWith('::warning ')).length, 1);
    match(out, /\n3 more of severity “error” are in the log above only/);
    equal(out.match(/^ +\d+:\d+ +error/gm)?.length, 13);
  });

  it('are cut where a section’s title is as long as a book', () => {
    const [command] = commandsOf({ message: `${'x'.repeat(998)}🫖 and more` }, 'a.md');
    equal(command?.split('own-rule::')[1], `${'x'.repeat(998)}…`);
  });

  it('that are left out are said to be on the page of the job, and it says so, too', () =>
    withFolder({ 'template.md': template, page: '' }, async (folder) => {
      for (let at = 0; at < 6; at++) writeFileSync(join(folder, `${at}.md`), '# Tea\n');
      const environment = { GITHUB_STEP_SUMMARY: join(folder, 'page') };
      const { out } = await runIn(folder, argv, { environment });
      match(out, /\n2 more of severity “error” are in the log above and in the summary of the job: GitHub shows 10\n/);
      const page = readFileSync(join(folder, 'page'), 'utf8');
      equal(page.match(/ \| error \| /g)?.length, 12);
      match(page, /\n\nAt their lines GitHub shows the first 10 of each severity\.\n/);
    }));

  it('name files from where the job’s repository begins', () =>
    withFolder({ 'template.md': template, 'docs/tea.md': half }, async (folder) => {
      const environment = { GITHUB_WORKSPACE: folder };
      const { out } = await runIn(join(folder, 'docs'), ['check', '-f', 'github', '-t', '../template.md'], {
        environment,
      });
      match(commandsIn(out)[0] ?? '', /^::error file=docs\/tea\.md,/);
    }));
});

describe('the log', () => {
  it('has all findings as text', async () => {
    const { out } = await inFolder({ 'template.md': template, 'tea.md': half }, [...argv, 'tea.md']);
    match(out, /^tea\.md\n {2}3:1 +error +missing-section/m);
  });

  it('lets no words of a document or a file’s name be commands', async () => {
    const files = { '::error ::x.md': '# ##[error]y\n\n::add-mask::z\n' };
    const commands = await commandsFor(files, ['::error ::x.md']);
    ok(commands.every((command) => command.startsWith('::error file=')));
    equal(commands.length, 2);
  });

  it('switches commands off by a word that cannot be guessed', async () => {
    const { out } = await inFolder({ 'template.md': template, 'a.md': half, 'b.md': half }, [...argv, 'a.md', 'b.md']);
    const tokens = Array.from(out.matchAll(/^::stop-commands::(.*)$/gm), ([, token]) => token);
    ok(tokens.every((token) => /^[0-9a-f-]{36}$/.test(token ?? '')));
    equal(new Set(tokens).size, tokens.length);
  });
});

describe('the page of the job', () => {
  it('has each document’s progress, and the findings, the loudest first', () =>
    withFolder({ 'template.md': template, 'tea.md': half, page: '# Before\n' }, async (folder) => {
      const environment = { GITHUB_STEP_SUMMARY: join(folder, 'page') };
      await runIn(folder, [...argv, 'tea.md'], { environment });
      equal(
        readFileSync(join(folder, 'page'), 'utf8'),
        `# Before
## Tech Spec: 1 error, 1 warning in 1 spec

| Document | Answered | Errors | Warnings |
| --- | --- | --- | --- |
| tea.md | 0 of 2 | 1 | 1 |

| Place | Severity | Rule | Finding |
| --- | --- | --- | --- |
| tea.md:3 | error | \`missing-section\` | Section “Risks” is missing: the template asks for it after “Goals” |
| tea.md:3 | warning | \`unfinished-section\` | Section “Goals” is still to be written |

`,
      );
    }));

  it('says what a change filled in, emptied, and only renamed', () =>
    inRepository(async (repository) => {
      const shape = '## Goals\n\nSay why.\n\n## Risks\n\nSay what.\n\n## Costs\n\nSay how much.\n';
      const before = '## Goals\n\nTBD\n\n## Costs\n\nA kettle.\n';
      repository.commit('2026-01-01', { 'template.md': shape, 'tea.md': before, 'cup.md': before });
      repository.write('tea.md', '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n\n## Costs\n');
      repository.write('cup.md', before.replace('A kettle', 'A cup'));
      repository.write('new.md', before);
      const environment = { GITHUB_STEP_SUMMARY: join(repository.folder, 'page') };
      await repository.run([...argv, '--since', 'HEAD', 'tea.md', 'cup.md', 'new.md'], { environment });
      const page = readFileSync(join(repository.folder, 'page'), 'utf8');
      match(page, /^\| Document \| Answered \| Errors \| Warnings \| Changed \|$/m);
      match(
        page,
        /^\| tea\.md \| 2 of 3, was 1 of 3 \| 1 \| {2}\| Goals: TBD → written; Risks: now N\/A, no reason; Costs: written → empty \|$/m,
      );
      match(page, /^\| cup\.md \| 1 of 3 \| {2}\| {2}\| {2}\|$/m);
      match(page, /^\| new\.md \| 1 of 3 \| 1 \| 1 \| new \|$/m);
    }));

  it('links to the lines of the commit', () =>
    withFolder({ 'template.md': template, 'a b(c).md': half, page: '' }, async (folder) => {
      const environment = {
        GITHUB_STEP_SUMMARY: join(folder, 'page'),
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'tea/pot',
        GITHUB_SHA: 'abc',
      };
      await runIn(folder, [...argv, 'a b(c).md'], { environment });
      const page = readFileSync(join(folder, 'page'), 'utf8');
      match(page, /\(https:\/\/github\.com\/tea\/pot\/blob\/abc\/a%20b%28c%29\.md\?plain=1#L3\)/);
    }));

  it('shows words of a document as words', () =>
    withFolder({ 'template.md': '## A | <b>@c</b> `d`\n', 'tea.md': '# Tea\n', page: '' }, async (folder) => {
      await runIn(folder, [...argv, 'tea.md'], { environment: { GITHUB_STEP_SUMMARY: join(folder, 'page') } });
      const page = readFileSync(join(folder, 'page'), 'utf8');
      doesNotMatch(page, /<b>|@c|A \|/);
      match(page, /A &#124; /);
    }));

  it('stays below what GitHub takes, and says what is cut', () => {
    const findings = Array.from({ length: 20_000 }, (_, at) => ({ ...ownFinding, message: `${at} ${'ü'.repeat(60)}` }));
    const documents = [{ file: 'a.md', path: '/a.md', template: undefined, findings, progress: undefined }];
    const summary = { documents: 1, specs: 1, counts: new Map(), rules: [], since: undefined };
    const page = stepSummary(documents, summary, '/', {});
    ok(Buffer.byteLength(page) < 1024 * 1024);
    match(page, /\n\d+ more findings: see the log\.\n\n$/);
  });

  it('that cannot be written is told, and the log is there all the same', () =>
    withFolder({ 'template.md': template, 'tea.md': half }, async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const environment = { GITHUB_STEP_SUMMARY: join(folder, 'file/page') };
      const ran = await runIn(folder, [...argv, 'tea.md'], { environment });
      equal(ran.code, 2);
      match(ran.errors, /^tech-spec: the summary of the job cannot be written: /);
      equal(commandsIn(ran.out).length, 2);
    }));
});
