/** The table of rules, stages and fixes in one place: how loud each is in the three states, which fixes it has, and which of them are safe. */
import assert from 'node:assert/strict';
import { contextOf, find } from '../check.ts';

interface Row {
  readonly name: string;
  readonly rule: string;
  readonly template: string;
  /** The finding with a written section of the template behind it. */
  readonly passed: string;
  /** The same with nothing written behind it. */
  readonly toCome: string;
  /** Ready; draft, passed by; draft, still to come. */
  readonly severities: readonly [string, string, string];
  /** `!` safe, `?` looked at first. */
  readonly fixes: readonly string[];
}

const two = '## A\n\nSay what it is for.\n\n## B\n\nSay how it is built.\n';
const written = '\n## B\n\nBy hand.\n';
const owed = '---\nstatus: draft | final\nauthor:\n---\n\n## A\n';

const rows: readonly Row[] = [
  row('missing-section', two, '## B\n\nBy hand.\n', 'Words.\n', 'error warning information', [
    'insert',
    'not-applicable',
  ]),
  row('empty-section', two, `## A\n${written}`, '## A\n', 'error warning information', ['guidance', 'not-applicable']),
  row(
    'leftover-guidance',
    two,
    `## A\n\nSay what it is for.\n${written}`,
    '## A\n\nSay what it is for.\n',
    'error warning information',
    ['delete'],
    'nothing but guidance',
  ),
  row(
    'leftover-guidance',
    two,
    `## A\n\nOurs. Say what it is for.\n${written}`,
    '## A\n\nOurs. Say what it is for.\n',
    'warning information information',
    ['delete'],
    'a sentence',
  ),
  row(
    'leftover-guidance',
    `Do it like this, and then do that.\n\n**Delete the text above**\n\n${two}`,
    `**Delete the text above**\n\n## A\n\na\n${written}`,
    '**Delete the text above**\n\n## A\n',
    'warning information information',
    ['delete!'],
    'the instructions',
  ),
  row(
    'leftover-guidance',
    `<!-- Think of everybody who is not here -->\n\n${two}`,
    `<!-- Think of everybody who is not here -->\n\n## A\n\na\n${written}`,
    '<!-- Think of everybody who is not here -->\n\n## A\n',
    'hint hint hint',
    ['delete'],
    'a comment',
  ),
  row('unfinished-section', two, `## A\n\nTBD\n${written}`, '## A\n\nTBD\n', 'warning information information', []),
  row(
    'overlong-section',
    '## A\n\nOne sentence.\n\n## B\n',
    `## A\n\nOne. Two.\n${written}`,
    '## A\n\nOne. Two.\n',
    'warning warning warning',
    [],
    'the lead section',
  ),
  row(
    'overlong-section',
    '## L\n\n## A\n\nOne sentence.\n\n## B\n',
    `## L\n\nl\n\n## A\n\nOne. Two.\n${written}`,
    '## A\n\nOne. Two.\n',
    'information information information',
    [],
    'another section',
  ),
  row(
    'leftover-placeholder',
    '## A\n\nFor [whom].\n\n## B\n',
    `## A\n\nFor [whom], and us.\n${written}`,
    '## A\n\nFor [whom], and us.\n',
    'warning information information',
    [],
  ),
  row(
    'misnamed-section',
    '## Risk list\n\n## B\n',
    `## Risks\n\nr\n${written}`,
    '## Risks\n\nr\n',
    'information information information',
    ['rename'],
  ),
  row(
    'section-order',
    '## A\n\n## B\n\n## C\n',
    '## B\n\nb\n\n## A\n\na\n\n## C\n\nc\n',
    '## B\n\n## A\n',
    'warning information information',
    ['move?', 'sort?'],
  ),
  row('section-level', two, `### A\n\na\n${written}`, '### A\n\na\n', 'warning information information', ['level!']),
  row(
    'duplicate-section',
    two,
    `## A\n\na\n\n## A\n\na\n${written}`,
    '## A\n\na\n\n## A\n\na\n',
    'warning warning warning',
    [],
  ),
  row(
    'front-matter',
    two,
    `---\na: [\n---\n\n## A\n\na\n${written}`,
    '---\na: [\n---\n\n## A\n',
    'error error error',
    [],
    'unreadable',
  ),
  row(
    'front-matter',
    owed,
    '---\nstatus: draft\n---\n\n## A\n\na\n',
    '---\nstatus: draft\n---\n\n## A\n',
    'warning warning warning',
    ['add'],
    'a key',
  ),
  row(
    'front-matter',
    owed,
    '---\nauthor: a\nstatus: draft\n---\n\n## A\n\na\n',
    '---\nauthor: a\nstatus: draft\n---\n\n## A\n',
    'warning warning warning',
    ['sort!'],
    'order',
  ),
];

describe('rules, stages and fixes', () => {
  for (const { name, rule, template, passed, toCome, severities, fixes } of rows) {
    it(`${name}: ${severities.join(', ')}; ${fixes.join(', ') || 'no fix'}`, () => {
      const first = (text: string, stage: 'draft' | 'ready') => {
        const [finding] = find(contextOf(template, text), { only: rule, stage });
        assert.ok(finding, `nothing is found in ${JSON.stringify(text)}`);
        return finding;
      };
      const found = first(passed, 'ready');
      assert.deepEqual(
        [found, first(passed, 'draft'), first(toCome, 'draft')].map(({ severity }) => severity),
        severities,
      );
      assert.deepEqual(
        found.fixes().map((fix) => `${fix.name}${fix.safe ? '!' : ''}${fix.preview === true ? '?' : ''}`),
        fixes,
      );
    });
  }
});

function row(
  rule: string,
  template: string,
  passed: string,
  toCome: string,
  severities: string,
  fixes: readonly string[],
  kind = '',
): Row {
  const [ready = '', draft = '', coming = ''] = severities.split(' ');
  const name = kind === '' ? rule : `${rule}, ${kind}`;
  return { name, rule, template, passed, toCome, severities: [ready, draft, coming], fixes };
}
