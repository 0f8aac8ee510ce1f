/** What was fixed, for people: a line a document, and under it a line a fix. */

import { type Done, type Severity, severities } from '../../core/index.ts';
import { countOf, plural, printable } from './checked.ts';
import { type Colors, colorsOf } from './colors.ts';

export interface FixedDocument {
  /** As it was named, or relative to the current folder; forward slashes. */
  readonly file: string;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** Whole, with a byte order mark where it has one. */
  readonly before: string;
  /** The same as `before` where nothing was done. */
  readonly after: string;
  readonly done: readonly Done[];
  /** How loud each finding is that is left. */
  readonly left: readonly Severity[];
}

export interface FixesFormat {
  document(fixed: FixedDocument): string;
  /** Once, behind the last one. */
  end(): string;
}

export interface FixesOptions {
  readonly color: boolean;
  /** Nothing is written: it is said what would be. */
  readonly dryRun: boolean;
}

export function fixesFormat({ color, dryRun }: FixesOptions): FixesFormat {
  const colors = colorsOf(color);
  const verb = dryRun ? 'to fix' : 'fixed';
  const left: Severity[] = [];
  let specs = 0;
  let done = 0;
  const doneWords = (count: number) => (count === 0 ? `nothing ${verb}` : colors.green(`${count} ${verb}`));
  return {
    document: (fixed) => {
      specs++;
      done += fixed.done.length;
      left.push(...fixed.left);
      if (fixed.done.length + fixed.left.length === 0) return '';
      const rest = fixed.left.length === 0 ? '' : `, ${fixed.left.length} left`;
      const head = `${colors.underline(printable(fixed.file))}: ${doneWords(fixed.done.length)}${rest}\n`;
      return `${head}${doneLines(fixed.done, colors)}`;
    },
    end: () => {
      if (specs === 0) return '';
      const counts = severities
        .map((severity) => [severity, left.filter((each) => each === severity).length] as const)
        .filter(([, count]) => 0 < count);
      const rest = counts.map(([severity, count]) => countOf(severity, count)).join(', ') || 'nothing';
      const sum = `${plural(specs, 'spec')}: ${doneWords(done)}, left: ${rest}\n`;
      return 0 < left.length ? `${sum}${colors.dim('tech-spec check says what is left')}\n` : sum;
    },
  };
}

/** The same fix of several places is one line. */
function doneLines(done: readonly Done[], colors: Colors): string {
  const width = Math.max(0, ...done.map(({ rule }) => rule.length));
  const times = new Map<string, number>();
  for (const { rule, title } of done) {
    const line = `  ${colors.dim(rule.padEnd(width))}  ${printable(title)}`;
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return Array.from(times, ([line, count]) => `${line}${count === 1 ? '' : `, ${count} times`}\n`).join('');
}
