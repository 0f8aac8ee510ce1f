/** The JSON Schema of `.tech-spec.json`: what editors find by it is what we find, and what they show. */
import { deepEqual, equal } from 'node:assert/strict';
import { Ajv } from 'ajv';
import { configSchema, parseConfig } from '../../src/core/index.ts';

/** In an entry. */
const right = [
  '"template": "a.md"',
  '"template": ["a.md", "b.md"]',
  '"sections": { "Goals": { "required": false, "aliases": "Aims", "keep": true } }',
  '"sections": { "Goals": { "maxWords": 1, "maxSentences": false } }',
  '"ready": { "status": ["Final", 2, true] }',
  '"rules": { "section-order": "off" }',
  '"since": "2026-11-23"',
];
const wrong = [
  '"templates": "a.md"',
  '"template": " "',
  '"template": []',
  '"template": 7',
  '"sections": { "Goals": { "wanted": false } }',
  '"sections": { "Goals": { "required": "yes" } }',
  '"sections": { "Goals": { "maxWords": 0 } }',
  '"sections": { "Goals": { "maxWords": 1.5 } }',
  '"sections": { "Goals": { "maxWords": true } }',
  '"sections": ["Goals"]',
  '"ready": { "status": null }',
  '"ready": { "status": [] }',
  '"rules": { "no-such-rule": "off" }',
  '"rules": { "section-order": "loud" }',
  '"since": "23.11.2026"',
];

describe('the schema of a configuration', () => {
  const texts = [
    '{}',
    '{ "$schema": "https://example.com/schema.json" }',
    '{ "specs": [] }',
    ...right.map((words) => `{ "specs": [{ "files": "a.md", ${words} }] }`),
  ];
  for (const text of texts) it(`takes ${text}`, () => deepEqual([bySchema(text), byUs(text)], [true, true]));

  const refused = [
    '[]',
    '{ "spec": [] }',
    '{ "specs": {} }',
    '{ "specs": [{}] }',
    ...wrong.map((words) => `{ "specs": [{ "files": "a.md", ${words} }] }`),
  ];
  for (const text of refused) it(`refuses ${text}`, () => deepEqual([bySchema(text), byUs(text)], [false, false]));
});

function bySchema(text: string): boolean {
  return new Ajv({ strict: false, validateFormats: false }).validate(configSchema(), JSON.parse(text));
}

function byUs(text: string): boolean {
  return parseConfig(text).problems.length === 0;
}

describe('the schema shows', () => {
  const whole = () => configSchema() as unknown as Shown;
  const entry = () => whole().properties?.specs?.items as Shown;

  it('what the file is, and one entry to start with', () => {
    const { $schema, title, description, defaultSnippets } = whole();
    deepEqual(
      [$schema, title, description],
      [
        'http://json-schema.org/draft-07/schema#',
        'Tech Spec: .tech-spec.json',
        'Which documents are specifications, and which template each follows.',
      ],
    );
    deepEqual(defaultSnippets, [
      {
        label: 'specs',
        description: 'A folder of documents and their template',
        body: { specs: [{ files: '$1', template: '$2' }] },
      },
    ]);
  });

  it('what a key is for, also to readers that know no Markdown', () => {
    const { since } = entry().properties ?? {};
    equal(
      since?.markdownDescription,
      'Documents that were added before this day, `YYYY-MM-DD`, are asked for nothing that the template did not ask for on the day they were added. Git’s whole history tells that day (`fetch-depth: 0` in CI; the GitHub action gets it), so it counts for `tech-spec`, while editors go by today’s template.',
    );
    equal(since?.description, since?.markdownDescription?.replaceAll('`', ''));
    deepEqual([since?.type, since?.format], ['string', 'date']);
  });

  it('what holds without a key: a value where it is one, else words', () => {
    const { keep, required, aliases } = sections().properties ?? {};
    deepEqual([keep?.default, required?.default, aliases?.default], [false, undefined, undefined]);
    equal(required?.description, 'Whether documents owe the section. Without it: as the template says.');
    equal(aliases?.description, 'Other headings that count as this one.');
  });

  it('which keys are owed, and says so of no object without any', () => {
    deepEqual(entry().required, ['files']);
    equal('required' in whole(), false);
  });

  it('each rule with what it finds, and each severity with what it does', () => {
    const rule = whole().properties?.rules?.properties?.['empty-section'];
    equal(rule?.description, 'A heading has nothing under it.');
    deepEqual(rule?.enum, ['error', 'warning', 'information', 'info', 'hint', 'off']);
    equal(rule?.markdownEnumDescriptions?.[3], 'The same as `information`.');
    equal(whole().properties?.rules?.$comment, 'One rule each.');
  });

  it('no name of a section that is empty', () => {
    deepEqual(entry().properties?.sections?.propertyNames, { minLength: 1 });
  });

  function sections(): Shown {
    return entry().properties?.sections?.additionalProperties as Shown;
  }
});

/** What is looked at in a schema. */
type Shown = { readonly [key in (typeof words)[number]]?: string } & {
  readonly properties?: Readonly<Record<string, Shown>>;
  readonly items?: Shown;
  readonly additionalProperties?: Shown | false;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly propertyNames?: unknown;
  readonly default?: unknown;
  readonly defaultSnippets?: unknown;
};
const words = ['$schema', '$comment', 'title', 'description', 'markdownDescription', 'type', 'format'] as const;
