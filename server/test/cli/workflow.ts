/** A runner of GitHub Actions in small: the steps of our action, run by bash as GitHub runs them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly id?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

export function readAction(): Action {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8'));
}

export interface Job {
  /** What was checked out. */
  readonly workspace: string;
  /** For files of the runner’s own. */
  readonly temporary: string;
  /** What happened: `{ pull_request: { … } }`. */
  readonly event: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Where the action lies; this repository unless said. */
  readonly action?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface JobRan {
  /** Of the step that failed, else 0. */
  readonly code: number;
  /** What all steps said, on both streams. */
  readonly log: string;
  /** The page of the job. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** One step after the other, until one fails. */
export function runAction({ workspace, temporary, event, inputs, action = root, environment }: Job): JobRan {
  const { inputs: known, outputs, runs } = readAction();
  mkdirSync(temporary, { recursive: true });
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_EVENT_PATH: 'event' };
  const paths = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(temporary, file)]));
  writeFileSync(join(temporary, 'event'), JSON.stringify(event));
  writeFileSync(join(temporary, 'summary'), '');
  const defaults = Object.fromEntries(Object.entries(known).map(([name, each]) => [name, each.default ?? '']));
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const context = {
    inputs: { ...defaults, ...inputs },
    github: { event, action_path: action.replace(/\/$/, '') },
    runner: { temp: temporary },
    steps,
  };
  let log = '';
  let code = 0;
  for (const step of runs.steps) {
    writeFileSync(join(temporary, 'output'), '');
    writeFileSync(join(temporary, 'script.sh'), step.run ?? '');
    const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, context)]);
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(temporary, 'script.sh')], {
      cwd: join(workspace, evaluated(step['working-directory'] ?? '.', context)),
      env: {
        ...baseEnvironment(temporary),
        ...paths,
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        ...environment,
        ...Object.fromEntries(own),
      },
      encoding: 'utf8',
    });
    log += ran.stdout + ran.stderr;
    const written = readFileSync(join(temporary, 'output'), 'utf8').matchAll(/^([^=\n]+)=(.*)$/gm);
    if (step.id !== undefined)
      steps[step.id] = { outputs: Object.fromEntries(Array.from(written, (each) => each.slice(1))) };
    code = ran.status ?? 128;
    if (code !== 0) break;
  }
  return {
    code,
    log,
    summary: readFileSync(join(temporary, 'summary'), 'utf8'),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, evaluated(value, context)])),
  };
}

/** Expressions of the kind that our action has: ways into a context, the first that is not empty. */
function evaluated(text: string, context: unknown): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const values = expression.split('||').map((way) => {
      if (!/^\s*[a-z_][\w-]*(?:\.[a-z_][\w-]*)*\s*$/i.test(way)) throw new Error(`No way into a context: ${way}`);
      return way.trim().split('.').reduce<unknown>(memberOf, context);
    });
    return String(values.find((value) => value !== undefined && value !== '') ?? '');
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** Nobody's own configuration has a say. */
function baseEnvironment(home: string): Record<string, string> {
  const { PATH = '' } = process.env;
  return { PATH, HOME: home, XDG_CONFIG_HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
}
