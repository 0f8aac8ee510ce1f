/** A plot of how cost grows, as SVG: both axes by powers of ten, so that a straight line is proportion. */
import type { Growth, Point } from './results.mts';

export interface Plot {
  readonly id: string;
  readonly title: string;
  /** What stands below the axis. */
  readonly size: string;
  /** A size, in words. */
  label(size: number): string;
}

export const plots: readonly Plot[] = [
  { id: 'files', title: 'Checking many documents', size: 'documents', label: (size) => size.toLocaleString('en') },
  { id: 'sizes', title: 'Keystroke → diagnostics', size: 'size of the document', label: bytes },
];

function bytes(size: number): string {
  return size < 1e6 ? `${Math.round(size / 1e3)} KB` : `${Math.round(size / 1e6)} MB`;
}

const width = 640;
const height = 400;
const frame = { left: 70, right: 150, top: 40, bottom: 50 };
/** Told apart in light and dark, by shape also for those who see no colours. */
const looks = [
  { color: '#2f6fde', dash: '' },
  { color: '#d9622b', dash: '6 3' },
  { color: '#7a57c2', dash: '2 3' },
] as const;
const gray = '#808080';

/** Empty axes where nothing was measured. */
export function svgOf(plot: Plot, growth: Growth | undefined): string {
  const points = growth?.points ?? [];
  const names = [...new Set(points.flatMap(({ times }) => Object.keys(times)))];
  const across = scaleOf(
    points.map(({ size }) => size),
    frame.left,
    width - frame.right,
  );
  const all = points.flatMap(({ times }) => Object.values(times).map(({ median }) => median));
  const up = scaleOf(all, height - frame.bottom, frame.top);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="${gray}">`,
    `<title>${plot.title}: milliseconds by ${plot.size}</title>`,
    text(frame.left, 20, `${plot.title}: milliseconds by ${plot.size}`, 'start'),
    ...across.ticks.map((size) => gridLine(across.at(size), undefined, plot.label(size))),
    ...up.ticks.map((time) => gridLine(undefined, up.at(time), `${time.toLocaleString('en')} ms`)),
    ...names.flatMap((name, at) => seriesOf(name, points, looks[at % looks.length] ?? looks[0], across.at, up.at)),
    '</svg>',
    '',
  ].join('\n');
}

interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** From the power of ten below the least to the one above the most. */
function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const [low, high] = values.length === 0 ? [1, 10] : [Math.min(...values), Math.max(...values)];
  const least = Math.floor(Math.log10(low));
  const most = Math.max(least + 1, Math.ceil(Math.log10(high)));
  return {
    ticks: Array.from({ length: most - least + 1 }, (_, at) => 10 ** (least + at)),
    at: (value) => Math.round(from + ((Math.log10(value) - least) / (most - least)) * (to - from)),
  };
}

function gridLine(x: number | undefined, y: number | undefined, label: string): string {
  const [x1, x2] = x === undefined ? [frame.left, width - frame.right] : [x, x];
  const [y1, y2] = y === undefined ? [frame.top, height - frame.bottom] : [y, y];
  const words =
    y === undefined ? text(x1, height - frame.bottom + 18, label, 'middle') : text(x1 - 8, y1 + 4, label, 'end');
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${gray}" stroke-opacity="0.3"/>${words}`;
}

function seriesOf(
  name: string,
  points: readonly Point[],
  { color, dash }: (typeof looks)[number],
  across: (size: number) => number,
  up: (time: number) => number,
): readonly string[] {
  const places = points.flatMap(({ size, times: { [name]: time } }) => {
    return time === undefined ? [] : [{ x: across(size), y: up(time.median), low: up(time.low), high: up(time.high) }];
  });
  const way = places.map(({ x, y }) => `${x},${y}`).join(' ');
  const last = places.at(-1);
  return [
    `<polyline points="${way}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ...places.map(({ x, low, high }) => `<line x1="${x}" y1="${low}" x2="${x}" y2="${high}" stroke="${color}"/>`),
    ...places.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" fill="${color}"/>`),
    last === undefined ? '' : text(last.x + 8, last.y + 4, name, 'start', color),
  ];
}

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', fill: string = gray): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${safe}</text>`;
}
