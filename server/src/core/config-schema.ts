/** The JSON Schema of `.tech-spec.json`, made from its shape: editors complete and check by it. */
import { configShape, type Key, type Shape, type Word } from './config-shape.ts';

/** As plain data, to be written as JSON. */
export type JsonSchema = { readonly [key: string]: unknown };

/** Draft 7, which VS Code reads; what only VS Code knows others leave alone. */
export function configSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from the code by `npm run generate`: do not edit.',
    title: 'Tech Spec: .tech-spec.json',
    description: 'Which documents are specifications, and which template each follows.',
    ...schemaOf(configShape),
    defaultSnippets: [
      {
        label: 'specs',
        description: 'A folder of documents and their template',
        body: { specs: [{ files: '$1', template: '$2' }] },
      },
    ],
  };
}

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return shape.of === 'date'
        ? { type: 'string', format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }
        : { type: 'string', pattern: '\\S' };
    case 'flag':
      return { type: 'boolean' };
    case 'scalar':
      return { type: ['string', 'number', 'boolean'] };
    case 'limit':
      return { anyOf: [{ type: 'integer', minimum: 1 }, { enum: [false] }] };
    case 'word':
      return { type: 'string', ...wordsOf(shape.words) };
    case 'list':
      return { type: 'array', items: schemaOf(shape.item) };
    case 'some':
      return { anyOf: [schemaOf(shape.item), { type: 'array', minItems: 1, items: schemaOf(shape.item) }] };
    case 'map':
      return mapOf(shape);
    case 'object':
      return objectOf(shape.keys);
  }
}

function wordsOf(words: readonly Word[]): JsonSchema {
  return { enum: words.map(({ word }) => word), markdownEnumDescriptions: words.map(({ docs }) => docs) };
}

function mapOf({ words, value, what }: Extract<Shape, { kind: 'map' }>): JsonSchema {
  const inner = schemaOf(value);
  if (words === undefined) return { type: 'object', propertyNames: { minLength: 1 }, additionalProperties: inner };
  const properties = Object.fromEntries(words.map(({ word, docs }) => [word, { ...described(docs), ...inner }]));
  return { type: 'object', properties, additionalProperties: false, $comment: `One ${what} each.` };
}

function objectOf(keys: readonly Key[]): JsonSchema {
  const required = keys.filter((each) => each.required).map(({ key }) => key);
  const properties = keys.map((each) => [
    each.key,
    { ...described(docsOf(each)), ...schemaOf(each.shape), ...defaultOf(each) },
  ]);
  return {
    type: 'object',
    ...(0 < required.length && { required }),
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

/** A default in words is no value: it is said. */
function docsOf(key: Key): string {
  return typeof key.default === 'string' ? `${key.docs} Without it: ${key.default}.` : key.docs;
}

function defaultOf(key: Key): JsonSchema {
  return typeof key.default === 'boolean' ? { default: key.default } : {};
}

/** `description` is for readers that know no `markdownDescription`. */
function described(docs: string): JsonSchema {
  return { description: docs.replaceAll('`', ''), markdownDescription: docs };
}
