/** The table of what may stand in `.tech-spec.json`, from the shape that also checks it. */
import { configShape, type Shape, table } from '../server/src/core/index.ts';

/** One row a key, each under the keys it belongs to. */
export function keysTable(): string {
  return table(['Key', 'Takes', 'What it says', 'Without it'], rowsIn(configShape, ''));
}

function rowsIn(shape: Shape, under: string): string[][] {
  switch (shape.kind) {
    case 'object':
      return shape.keys.flatMap(({ key, shape: inner, docs, default: value, required }) => {
        const name = under + key;
        const without =
          value === undefined ? (required ? 'a problem' : '') : typeof value === 'boolean' ? `\`${value}\`` : value;
        return [[`\`${name}\``, takenBy(inner), docs, without], ...rowsIn(inner, `${name}.`)];
      });
    case 'list':
    case 'some':
      return rowsIn(shape.item, under);
    case 'map':
      return rowsIn(shape.value, `${under}${shape.what.toUpperCase()}.`);
    default:
      return [];
  }
}

function takenBy(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return { any: 'text', pattern: 'pattern', path: 'path', date: 'day', address: 'address' }[shape.of];
    case 'flag':
      return '`true`, `false`';
    case 'scalar':
      return 'value';
    case 'limit':
      return 'number, `false`';
    case 'word':
      return shape.what;
    case 'list':
      return 'list';
    case 'some':
      return `${takenBy(shape.item)}, or several`;
    case 'map':
      return `by ${shape.what}: ${shape.value.kind === 'object' ? 'object' : takenBy(shape.value)}`;
    case 'object':
      return 'object';
  }
}
