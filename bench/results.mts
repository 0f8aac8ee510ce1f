/** What was measured last, row by row: kept in results.json, from which the table and the plots are made. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Figure, Pair } from './measure.mts';

export interface Results {
  /** By the bar’s id. */
  readonly rows: Readonly<Record<string, Measured>>;
  /** By the plot’s id. */
  readonly growth: Readonly<Record<string, Growth>>;
}

export interface Measured extends Pair, Circumstances {
  readonly pairs: number;
  /** What was measured, where that depends on the machine. */
  readonly note?: string;
}

export interface Growth extends Circumstances {
  readonly points: readonly Point[];
}

export interface Point {
  readonly size: number;
  /** Milliseconds, by series. */
  readonly times: Readonly<Record<string, Figure>>;
}

export interface Circumstances {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly machine: string;
  readonly versions: string;
}

const path = new URL('results.json', import.meta.url);

export function readResults(): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

export function writeResults(results: Results): void {
  writeFileSync(path, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Three digits are more than anyone can measure again. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;
}

export function circumstances(): Circumstances {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const peers = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores of ${model}, ${process.platform} ${process.arch}`,
    versions: [`Node ${process.versions.node}`, ...peers].join(', '),
  };
}
