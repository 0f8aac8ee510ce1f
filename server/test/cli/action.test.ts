/** The GitHub Action: its steps run by bash in real repositories, as the runner would, on pull requests and without. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, TestRepository } from './repository.ts';
import { withFolder } from './terminal.ts';
import { type JobRan, readAction, root, runAction } from './workflow.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n\n## Costs\n\nSay how much.\n';
const configuration = '{ "specs": [{ "files": "specs/*.md", "template": "template.md" }] }';
const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A – it is tea\n\n## Costs\n\nA kettle.\n';
const old = whole.replace(/## Costs[\s\S]*/, '');
const start = { '.tech-spec.json': configuration, 'template.md': template, 'specs/old.md': old, 'specs/tea.md': whole };
const worse = whole.replace('Warm hands.', 'TBD').replace(/## Risks[\s\S]*?(?=## Costs)/, '');

interface PullRequest {
  readonly workspace: TestRepository;
  readonly temporary: string;
  readonly event: { readonly pull_request: { readonly base: { readonly sha: string }; readonly draft: boolean } };
}

/**
 * A repository with a branch `ours` and a `main` that went on; and beside it what actions/checkout leaves of their merge:
 * one commit deep, as GitHub has it.
 */
async function withPullRequest(
  changes: Readonly<Record<string, string>>,
  use: (request: PullRequest) => void | Promise<void>,
  { draft = false, checkout = 'merge', ahead = 1 }: { draft?: boolean; checkout?: string; ahead?: number } = {},
): Promise<void> {
  await inRepository(async (origin) => {
    origin.commit('2026-01-01', start);
    origin.git('checkout', '--quiet', '-b', 'ours');
    origin.commit('2026-01-02', changes);
    origin.git('checkout', '--quiet', 'main');
    for (let at = 0; at < ahead; at++) origin.commit('2026-01-03', { 'other.md': `# Other ${at}\n` });
    const base = origin.git('rev-parse', 'main').trim();
    origin.git('checkout', '--quiet', '-b', 'merge');
    origin.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'ours');
    const workspace = new TestRepository(join(origin.folder, '../workspace'));
    origin.git('clone', '--quiet', '--depth=1', `--branch=${checkout}`, `file://${origin.folder}`, workspace.folder);
    const temporary = join(origin.folder, '../temporary');
    await use({ workspace, temporary, event: { pull_request: { base: { sha: base }, draft } } });
  });
}

function run({ workspace, temporary, event }: PullRequest, inputs: Readonly<Record<string, string>> = {}): JobRan {
  return runAction({ workspace: workspace.folder, temporary, event, inputs });
}

function annotations({ log }: JobRan): readonly string[] {
  const heeded = log.replaceAll(/^::stop-commands::(.*)\n[\s\S]*?^::\1::\n/gm, '');
  return heeded.split('\n').filter((line) => /^::(?:error|warning|notice) /.test(line));
}

describe('the action', function () {
  this.timeout(120_000);

  before('has a program', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
      cwd: root,
      encoding: 'utf8',
    });
    equal(status, 0, `${stdout}${stderr}`);
  });

  it('tells of a pull request what it made worse, at its lines and on the page of the job', () =>
    withPullRequest({ 'specs/tea.md': worse, 'specs/old.md': `${old}\nA cup.\n` }, (request) => {
      const ran = run(request);
      deepEqual(annotations(ran), [
        '::error file=specs/tea.md,line=1,endLine=1,col=1,endColumn=9,title=missing-section::Section “Risks” is missing: the template asks for it after “Goals”',
        '::warning file=specs/tea.md,line=1,endLine=1,col=1,endColumn=9,title=unfinished-section::Section “Goals” is still to be written',
      ]);
      match(ran.summary, /^## Tech Spec: 1 error, 1 warning in 2 specs changed since/m);
      match(
        ran.summary,
        /^\| specs\/tea\.md \| 1 of 3, was 3 of 3 \| 1 \| 1 \| Goals: written → TBD; Risks: N\/A → missing \|$/m,
      );
      deepEqual([ran.code, ran.outputs], [1, { 'exit-code': '1' }]);
      // No more is fetched than is needed.
      equal(request.workspace.git('rev-parse', '--is-shallow-repository'), 'true\n');
    }));

  for (const [what, changes, inputs] of [
    [
      '“since” in the configuration',
      { '.tech-spec.json': configuration.replace('"template"', '"since": "2026-01-02", "template"') },
      {},
    ],
    ['--as-of-creation', {}, { arguments: '--as-of-creation' }],
  ] as const) {
    it(`has the whole history for ${what}`, () =>
      withPullRequest({ 'specs/tea.md': worse, ...changes }, (request) => {
        for (const since of ['auto', 'none']) {
          const ran = run(request, { ...inputs, since });
          deepEqual([ran.code, annotations(ran)[0]?.includes('missing-section')], [1, true], ran.log);
          equal(request.workspace.git('rev-parse', '--is-shallow-repository'), 'false\n');
        }
      }));
  }

  it('says so where the whole history cannot be fetched', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      request.workspace.git('remote', 'set-url', 'origin', 'file:///nowhere');
      const ran = run(request, { since: 'none', arguments: '--as-of-creation' });
      equal(ran.code, 2);
      match(ran.log, /::error title=Tech Spec::The history .* fetch-depth to 0/);
    }));

  it('passes a pull request that makes nothing worse', () =>
    withPullRequest({ 'specs/tea.md': whole.replace('kettle', 'pot') }, (request) => {
      const ran = run(request);
      deepEqual([ran.code, annotations(ran), ran.outputs], [0, [], { 'exit-code': '0' }]);
    }));

  it('is soft with a draft', () =>
    withPullRequest(
      { 'specs/tea.md': worse },
      (request) => {
        const ran = run(request);
        deepEqual(
          annotations(ran).map((line) => line.split(' ')[0]),
          ['::warning', '::notice'],
        );
        equal(ran.code, 0);
        equal(run(request, { stage: 'ready' }).code, 1);
      },
      { draft: true },
    ));

  it('reaches back to where both parted, however shallow the clone is, and however far main went on', () =>
    withPullRequest(
      { 'specs/tea.md': worse },
      (request) => {
        const ran = run(request);
        deepEqual([ran.code, annotations(ran).length], [1, 2], ran.log);
      },
      { checkout: 'ours', ahead: 12 },
    ));

  it('fetches the base also where the rest of the history is there', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      request.workspace.git('fetch', '--quiet', '--unshallow', 'origin', 'ours');
      request.workspace.git('checkout', '--quiet', 'FETCH_HEAD');
      const ran = run(request);
      deepEqual([ran.code, annotations(ran).length], [1, 2], ran.log);
    }));

  it('says what to do where the base cannot be fetched', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      request.workspace.git('remote', 'set-url', 'origin', 'file:///nowhere');
      const ran = run(request);
      equal(ran.code, 2);
      match(
        annotations(ran).join('\n'),
        /^::error title=Tech Spec::The base of the pull request cannot be fetched\. In /,
      );
      equal(ran.outputs['exit-code'], '');
    }));

  it('fetches nothing where it is told what to compare with, or that there is nothing', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      request.workspace.git('remote', 'set-url', 'origin', 'file:///nowhere');
      deepEqual(annotations(run(request, { since: 'HEAD' })), []);
      match(annotations(run(request, { since: 'none' })).join('\n'), /file=specs\/old\.md/);
    }));

  it('compares a merge group with its base', () =>
    withPullRequest({ 'specs/tea.md': worse }, ({ workspace, temporary, event }) => {
      const group = { merge_group: { base_sha: event.pull_request.base.sha } };
      equal(annotations(runAction({ workspace: workspace.folder, temporary, event: group })).length, 2);
    }));

  it('tells all that there is where something was pushed', () =>
    withPullRequest({ 'specs/tea.md': worse }, ({ workspace, temporary }) => {
      const ran = runAction({ workspace: workspace.folder, temporary, event: { ref: 'refs/heads/main' } });
      deepEqual(
        annotations(ran).map((line) => /file=([^,]*)/.exec(line)?.[1]),
        ['specs/old.md', 'specs/tea.md', 'specs/tea.md'],
      );
    }));

  it('hands on what it is given', () =>
    withPullRequest({ 'specs/tea.md': worse, 'notes/my plan.md': worse, 'notes/!x.md': worse }, (request) => {
      const inputs = {
        files: 'notes/*.md\n!notes/!*\n',
        template: 'template.md',
        arguments: '--rule=missing-section=off\n',
        'max-warnings': '0',
        since: 'none',
      };
      const ran = run(request, inputs);
      match(annotations(ran).join('\n'), /^::warning file=notes\/my plan\.md,[^\n]*$/);
      equal(ran.code, 1);
      const below = { files: 'my plan.md', template: '../template.md', 'working-directory': 'notes', since: 'none' };
      match(annotations(run(request, below)).join('\n'), /^::error file=notes\/my plan\.md,/);
      equal(run(request, { config: 'none.json' }).code, 2);
    }));

  it('passes where it is only to tell, but not where something could not be read', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      const ran = run(request, { fail: 'false' });
      deepEqual([ran.code, ran.outputs], [0, { 'exit-code': '1' }]);
      equal(run(request, { fail: 'false', files: 'gone.md' }).code, 2);
    }));

  it('writes SARIF of the same findings where that is wished for', () =>
    withPullRequest({ 'specs/tea.md': worse }, (request) => {
      const ran = run(request, { sarif: 'out/specs.sarif' });
      const log = JSON.parse(readFileSync(join(request.workspace.folder, 'out/specs.sarif'), 'utf8'));
      equal(log.runs[0].results.length, 2);
      equal(ran.code, 1);
    }));

  it('takes the program from npm, of its own version, and asks nothing of the workspace how', () =>
    withPullRequest({ 'specs/tea.md': worse, '.npmrc': 'registry=http://127.0.0.1:9/\n' }, (request) =>
      withFolder({ 'bin/': '', 'action/': '', 'cache/': '' }, async (folder) => {
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
        for (const file of ['action.yml', 'package.json']) cpSync(join(root, file), join(folder, 'action', file));
        pack(join(folder, 'cache'));
        // In place of the registry's package of this version.
        writeFileSync(join(folder, 'bin/npm'), standIn(join(folder, 'cache', `tech-spec-${version}.tgz`)), {
          mode: 0o755,
        });
        const ran = runAction({
          workspace: request.workspace.folder,
          temporary: request.temporary,
          event: request.event,
          action: join(folder, 'action'),
          environment: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
        });
        deepEqual([ran.code, annotations(ran).length], [1, 2], ran.log);
        match(ran.log, new RegExp(`^npm in .*/temporary/tech-spec-${version}: .* tech-spec@${version}$`, 'm'));
      }),
    ));
});

describe('the action is safe', () => {
  const action = readAction();

  it('since no words of others are put into a script', () => {
    for (const { run: script = '' } of action.runs.steps) doesNotMatch(script, /\$\{\{/);
  });

  it('whatever is put in', () =>
    withPullRequest({ 'specs/$(touch pwned).md': worse, 'specs/`touch pwned`.md': worse }, (request) => {
      for (const name of Object.keys(action.inputs)) {
        if (name === 'working-directory') continue;
        run(request, { [name]: `"; touch pwned; $(touch pwned) \`touch pwned\` ' || touch pwned` });
      }
      run(request);
      const made = readdirSync(request.workspace.folder, { recursive: true }).map(String);
      ok(!made.some((path) => /(?:^|\/)pwned$/.test(path)), made.join('\n'));
    })).timeout(120_000);

  it('since it uses no action of others', () => {
    deepEqual(
      action.runs.steps.flatMap(({ uses }) => uses ?? []),
      [],
    );
  });
});

describe('the action is explained', () => {
  const { inputs, outputs, runs } = readAction();

  it('input by input, output by output', () => {
    for (const [name, { description }] of Object.entries({ ...inputs, ...outputs })) {
      match(description ?? '', /^[A-Z0-9a-z].*[^.]$/s, name);
    }
  });

  it('and every input has a use', () => {
    const used = runs.steps.flatMap((step) => [...Object.values(step.env ?? {}), step['working-directory'] ?? '']);
    for (const name of Object.keys(inputs)) ok(used.includes(`\${{ inputs.${name} }}`), name);
  });

  it('and every one stands on the page on CI', () => {
    const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
    for (const name of Object.keys({ ...inputs, ...outputs })) ok(page.includes(`| \`${name}\``), name);
  });
});

/** The package as it would be published, into a folder. */
function pack(folder: string): void {
  const argv = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const { status, stderr } = spawnSync('npm', argv, { cwd: root, encoding: 'utf8' });
  equal(status, 0, stderr);
}

/** An npm that has one package. */
function standIn(tarball: string): string {
  return `#!/bin/sh
echo "npm in $PWD: $*"
mkdir -p node_modules/tech-spec && tar -xzf '${tarball}' -C node_modules/tech-spec --strip-components=1
`;
}
