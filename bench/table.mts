/** The table of README.md: a row for each bar, with what was measured last. */
import { table } from '../server/src/core/index.ts';
import { type Bar, bars } from './bars.mts';
import type { Figure } from './measure.mts';
import type { Circumstances, Measured, Results } from './results.mts';

const head = ['`-- ID`', 'what', 'ours', 'against', 'ratio', 'bar', 'met'];

export function barsTable({ rows, growth }: Results): string {
  const lines = bars.map((bar) => rowOf(bar, rows[bar.id]));
  const notes = bars.flatMap(({ id }) => {
    const { note } = rows[id] ?? {};
    return note === undefined ? [] : [`- \`${id}\`: ${note}.`];
  });
  const settings = new Set([...Object.values(rows), ...Object.values(growth)].map(settingOf));
  return [
    table(head, lines).trimEnd(),
    'Medians, with the quartiles in brackets; the ratio is the median of each pair’s own.',
    notes.join('\n'),
    ...settings,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function rowOf({ id, what, ours, theirs, unit, bar }: Bar, measured: Measured | undefined): readonly string[] {
  const name = `\`${id}\``;
  const limit = bar === undefined ? '–' : `≤ ${bar}`;
  if (measured === undefined) return [name, what, ours, theirs, 'not measured', limit, ''];
  const met = bar === undefined ? 'floor' : measured.ratio.median <= bar ? 'yes' : '**no**';
  return [
    name,
    what,
    `${ours}: ${shown(measured.ours, ` ${unit}`)}`,
    `${theirs}: ${shown(measured.theirs, ` ${unit}`)}`,
    shown(measured.ratio),
    limit,
    met,
  ];
}

function shown({ median, low, high }: Figure, unit = ''): string {
  const spread = low === high ? '' : ` (${digits(low)}–${digits(high)})`;
  return `${digits(median)}${unit}${spread}`;
}

function digits(value: number): string {
  return 100 <= value ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function settingOf({ date, machine, versions }: Circumstances): string {
  return `${date}, ${machine}; ${versions}.`;
}
