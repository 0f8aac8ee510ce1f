/** How rules are run: stages and set severities, silence, order, keys, a rule that throws. */
import assert from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { checks, contextOf, find } from '../check.ts';

const template = '## A\n\n## B\n\n## C\n';
const comment = '<!-- Think of everybody who is not here -->';

describe('check', () => {
  it('findings are in document order', () => {
    const spans = find(contextOf(template, '## C\n\n## A\n\nTBD\n\n## A\n')).map(({ span }) => span.start);
    assert.deepEqual(
      spans,
      spans.toSorted((a, b) => a - b),
    );
  });

  it('of findings that begin at one place, what ends first is first', () => {
    const spans = [
      [3, 5],
      [0, 4],
      [0, 2],
      [0, 3],
    ] as const;
    const rule: core.Rule = {
      ...(core.rules[0] as core.Rule),
      check: () => spans.map(([start, end]) => ({ span: { start, end }, message: '', key: '', data: undefined })),
    };
    const found = core.check(contextOf('## A\n', '## A\n'), [rule], { stage: 'ready' });
    assert.deepEqual(
      found.map(({ span }) => [span.start, span.end]),
      [
        [0, 2],
        [0, 3],
        [0, 4],
        [3, 5],
      ],
    );
  });

  it('a rule may find as much as it likes', () => {
    const report = { span: { start: 0, end: 1 }, message: '', key: '', data: undefined };
    const rule: core.Rule = { ...(core.rules[0] as core.Rule), check: () => Array(200_000).fill(report) };
    assert.equal(core.check(contextOf('## A\n', '## A\n'), [rule], { stage: 'ready' }).length, 200_000);
  });

  it('keys are unique among a rule’s', () => {
    const keys = find(contextOf(template, '## A\n\na\n\n## A\n\n## A\n'), { only: 'duplicate-section' }).map(
      ({ key }) => key,
    );
    assert.deepEqual(keys, ['A', 'A (2)']);
  });

  it('a severity that is set is softened in a draft like the rule’s own', () =>
    checks(
      '## A\n\n## B\n',
      `## A
^^^^ unfinished-section (warning): Section “A” is still to be written
TBD

## B

b
`,
      { stage: 'draft', severities: new Map([['unfinished-section', 'error']]) },
    ));

  it('a rule that is off finds nothing', () =>
    checks('## A\n', '## A\n\nTBD\n', { severities: new Map([['unfinished-section', 'off']]) }));

  it('a hint stays one whatever is set, but where all of its rule are', () => {
    const set = { stage: 'ready', severities: new Map([['leftover-guidance', 'error'] as const]) } as const;
    const [finding] = find(contextOf(`## A\n\n${comment}\n`, `## A\n\n${comment}\n\na\n`), set);
    assert.equal(finding?.severity, 'hint');
    const hinting: core.Rule = {
      ...(core.rules[0] as core.Rule),
      severity: 'hint',
      check: () => [{ span: { start: 0, end: 1 }, message: '', key: '', severity: 'hint', data: undefined }],
    };
    const severities = new Map([[hinting.id, 'error']] as const);
    const [raised] = core.check(contextOf('## A\n', '## A\n'), [hinting], { stage: 'ready', severities });
    assert.equal(raised?.severity, 'error');
  });

  it('a rule that throws is told, and the others answer', () => {
    const broken: core.Rule = {
      ...(core.rules[0] as core.Rule),
      id: 'broken',
      // biome-ignore lint/correctness/useYield: it throws before
      *check() {
        throw new Error('oh');
      },
    };
    const context = contextOf('## A\n', '## A\n');
    assert.throws(() => core.check(context, [broken], { stage: 'ready' }), { message: 'oh' });
    const failed: string[] = [];
    const found = core.check(context, [broken, ...core.rules], {
      stage: 'ready',
      failed: (rule, error) => failed.push(`${rule}: ${(error as Error).message}`),
    });
    assert.deepEqual([found.map(({ rule }) => rule), failed], [['empty-section'], ['broken: oh']]);
  });

  it('can be stopped behind each section and each rule', () => {
    const asked: string[] = [];
    const [first, second] = ['first', 'second'].map(
      (id): core.Rule => ({
        ...(core.rules[0] as core.Rule),
        id,
        check() {
          asked.push(id);
          return [];
        },
      }),
    );
    const steps = core.checkInSteps(contextOf('## A\n', '## A\n'), [first!, second!], { stage: 'ready' });
    steps.next();
    assert.deepEqual(asked, []);
    steps.next();
    assert.deepEqual(asked, ['first']);
    steps.next();
    assert.deepEqual([asked, steps.next().done], [['first', 'second'], true]);
  });
});

describe('silence', () => {
  const two = '## A\n\n## B\n';

  it('the next line is silenced for the rule named', () =>
    checks(
      two,
      `<!-- tech-spec-disable-next-line empty-section -->
## A

## B
^^^^ empty-section: Section “B” is empty
`,
    ));

  it('the next line is the next one with words: formatters put a blank line between', () =>
    checks(
      two,
      `<!-- tech-spec-disable-next-line missing-section -->

<!-- tech-spec-disable-next-line empty-section -->

## A

## B
^^^^ empty-section: Section “B” is empty
`,
    ));

  it('a line above is not', () =>
    checks(
      two,
      `## A
^^^^ empty-section: Section “A” is empty

<!-- tech-spec-disable-next-line -->

## B
`,
    ));

  it('the next line is silenced under front matter, too, and none behind it', () =>
    checks(
      two,
      `---
a: b
---

## A
^^^^ empty-section: Section “A” is empty

<!-- tech-spec-disable-next-line -->

## B
`,
    ));

  it('behind words it speaks of the next line of the paragraph', () =>
    checks(
      '## A\n\nFor [whom].\n',
      `## A

For them
and others <!-- tech-spec-disable-next-line -->
and [whom]
and [whom].
    ^^^^^^ leftover-placeholder: The template’s placeholder “[whom]” is still here
`,
    ));

  it('behind the last line there is nothing to silence', () =>
    checks('## A\n', '## A\n^^^^ empty-section: Section “A” is empty\n\n<!-- tech-spec-disable-next-line -->\n\n'));

  it('a comment speaks from its own line on, wherever that is in a paragraph', () =>
    checks(
      '## A\n\nFor [whom].\n',
      `## A

For [whom]
    ^^^^^^ leftover-placeholder: The template’s placeholder “[whom]” is still here
and for all others that we know of,
who are many <!-- tech-spec-disable -->
and [whom].
`,
    ));

  it('another rule is not', () =>
    checks(
      two,
      `<!-- tech-spec-disable-next-line missing-section -->
## A
^^^^ empty-section: Section “A” is empty

## B

b
`,
    ));

  it('without a name all rules are', () => checks(two, '<!-- tech-spec-disable-next-line -->\n## A\n\n## B\n\nb\n'));

  it('several rules are separated by commas or blanks', () =>
    checks(two, '<!-- tech-spec-disable missing-section, empty-section -->\n\n## A\n'));

  it('from disable to enable', () =>
    checks(
      '## A\n\n## B\n\n## C\n',
      `<!-- tech-spec-disable empty-section -->

## A

<!-- tech-spec-enable empty-section -->

## B
^^^^ empty-section: Section “B” is empty
## C
^^^^ empty-section: Section “C” is empty
`,
    ));

  it('in code the words are quoted', () =>
    checks(
      '## A\n',
      `\`\`\`
<!-- tech-spec-disable -->
\`\`\`

## A
^^^^ empty-section: Section “A” is empty
`,
    ));
});
