/** The workflows of GitHub: nothing in them that moves, no right that is not needed, no words of others in a script. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { home } from '../sources.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = `${home}.github/workflows/`;
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(folder + name, 'utf8')]));
const workflows = new Map(Array.from(texts, ([name, text]) => [name, parse(text) as Workflow]));

describe('workflows', () => {
  it('are two', () => deepEqual(Array.from(workflows.keys()).sort(), ['ci.yml', 'release.yml']));

  for (const [name, { on, permissions, jobs }] of workflows) {
    const steps = Object.values(jobs).flatMap((job) => job.steps);

    it(`${name} takes each action at one commit, and says which version that is`, () => {
      const uses = (texts.get(name) ?? '').split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
      equal(uses.length, steps.filter((step) => step.uses !== undefined).length);
      for (const line of uses) match(line, /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it(`${name} puts nothing into a script but by the environment`, () => {
      const scripts = steps.flatMap(({ run }) => run ?? []);
      ok(0 < scripts.length);
      deepEqual(
        scripts.filter((script) => script.includes('${{')),
        [],
      );
    });

    it(`${name} may read, unless a job says more`, () => {
      deepEqual(
        Object.values(permissions).filter((right) => right !== 'read'),
        [],
      );
      const more = Object.values(jobs).flatMap((job) => Object.entries(job.permissions ?? {}));
      const writes = new Set(more.filter(([, right]) => right !== 'read').map(([what]) => what));
      deepEqual(Array.from(writes), name === 'release.yml' ? ['id-token'] : []);
    });

    it(`${name} is not started by what strangers say`, () =>
      ok(!('pull_request_target' in on || 'issue_comment' in on || 'workflow_run' in on)));

    it(`${name} leaves no token in a checkout, and ends in time`, () => {
      for (const { uses = '', with: inputs } of steps)
        if (uses.startsWith('actions/checkout@')) equal(inputs?.['persist-credentials'], false);
      for (const job of Object.values(jobs)) ok(0 < (job['timeout-minutes'] ?? 0));
    });
  }
});

describe('a release', () => {
  const { on, jobs } = workflows.get('release.yml')!;
  const publishing = Object.entries(jobs).filter(([name]) => name !== 'pack');

  it('is a tag', () => deepEqual(on, { push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } }));

  it('is tested before it is packed', () => {
    const scripts = (jobs.pack?.steps ?? []).flatMap(({ run }) => run ?? []);
    ok(scripts.indexOf('npm test') < scripts.indexOf('npm run package'));
    ok(scripts.includes('npm test'));
  });

  it('goes to three registries, each after somebody agreed, and with no secret', () => {
    deepEqual(
      publishing.map(([name]) => name),
      ['npm', 'marketplace', 'open-vsx'],
    );
    for (const [, { needs, environment, permissions }] of publishing) {
      deepEqual(
        { needs, environment, permissions },
        { needs: 'pack', environment: 'release', permissions: { contents: 'read', 'id-token': 'write' } },
      );
    }
    ok(!texts.get('release.yml')?.includes('secrets.'));
  });

  it('packs where no job can publish, and publishes where nothing is built', () => {
    equal(jobs.pack?.permissions?.['id-token'], undefined);
    for (const [, { steps }] of publishing)
      deepEqual(
        steps.filter(({ run }) => /npm (?:test|run)/.test(run ?? '')),
        [],
      );
  });

  it('takes nothing from a cache that a pull request can fill', () => {
    for (const { uses = '', with: inputs } of Object.values(jobs).flatMap((job) => job.steps))
      if (uses.startsWith('actions/setup-node@')) equal(inputs?.['package-manager-cache'], false);
  });
});
