/** Which of a template's words call a section optional or required, in every form that templates have, and which do not. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseTemplate } from '../../src/core/index.ts';

/** What is said of section B, which stands behind A: `optional`, `required` or nothing. */
function said(text: string): string {
  const { sections } = parseTemplate(text);
  const b = sections.find(({ name }) => name.startsWith('B'));
  if (b === undefined) return 'no section B';
  return b.requiredBy === '' ? '' : `${b.required ? 'required' : 'optional'}: ${b.requiredBy}`;
}

function table(rows: Readonly<Record<string, string>>, toText: (words: string) => string): void {
  for (const [words, expected] of Object.entries(rows)) it(words, () => equal(said(toText(words)), expected));
}

describe('marks in the heading', () => {
  table(
    {
      'B (optional)': 'optional: (optional)',
      'B [Optional]': 'optional: [Optional]',
      'B（可选）': 'optional: （可选）',
      'B (任意)': 'optional: (任意)',
      'B (if applicable)': 'optional: (if applicable)',
      'B *(include if it has data)*': 'optional: (include if it has data)',
      'B *(mandatory)*': 'required: (mandatory)',
      'B *(必須)*': 'required: (必須)',
      'B of optional parameters': '',
    },
    (heading) => `## A\n\n## ${heading}\n`,
  );
});

describe('marks in a comment right above the heading', () => {
  table(
    {
      '<!-- This is an optional element. Feel free to remove. -->':
        'optional: This is an optional element. Feel free to remove.',
      '<!--\nOptional\n-->': 'optional: Optional',
      '<!-- Remove this section if nothing is stored. -->': 'optional: Remove this section if nothing is stored.',
      '[//]: # (This section is optional.)': 'optional: This section is optional.',
      '<!-- Required -->': 'required: Required',
      '<!-- This one is not optional. -->': '',
      '<!-- numbers can vary -->': '',
    },
    (comment) => `## A\n\nSay a.\n\n${comment}\n## B\n\nSay b.\n`,
  );

  it('a blank line between them makes no difference behind other words', () =>
    equal(
      said('## A\n\nSay a.\n\n<!-- This is an optional element. -->\n\n## B\n'),
      'optional: This is an optional element.',
    ));
  it('one that says “this section” below a blank line is about the section above', () => {
    equal(
      said('## B\n\nSay b.\n\n<!-- This section is optional. -->\n\n## C\n'),
      'optional: This section is optional.',
    );
    equal(said('## A\n\nSay a.\n\n<!-- This section is optional. -->\n\n## B\n'), '');
  });
});

describe('marks in the guidance', () => {
  table(
    {
      'This section is optional.': 'optional: This section is optional.',
      'Say b. This subsection is optional for small changes.':
        'optional: This subsection is optional for small changes.',
      'Skip this section if nothing\nchanges.': 'optional: Skip this section if nothing changes.',
      'You may leave out this section when nothing changes.':
        'optional: You may leave out this section when nothing changes.',
      'This section can be left empty.': 'optional: This section can be left empty.',
      'This section is only required for new formats.': 'optional: This section is only required for new formats.',
      'Only include this section if data is stored.': 'optional: Only include this section if data is stored.',
      '<!-- Optional. -->': 'optional: Optional.',
      '_Optional:_ what else there is.': 'optional: Optional:_ what else there is.',
      'Optional section.': 'optional: Optional section.',
      'If applicable, add pictures.': 'optional: If applicable, add pictures.',
      'Remove if not applicable.': 'optional: Remove if not applicable.',
      'Please delete this if it is not relevant.': 'optional: Please delete this if it is not relevant.',
      'Skip all of this section if nothing changes.': 'optional: Skip all of this section if nothing changes.',
      '可选。': 'optional: 可选。',
      '本节可选。': 'optional: 本节可选。',
      'このセクションは任意です。': 'optional: このセクションは任意です。',
      '<!-- Required -->': 'required: Required',
      '_Required._': 'required: Required.',
      'Optional services are named here.': '',
      'Name external or optional services.': '',
      '[Optional] Aggregation method: …': '',
      'If applicable, how is it upgraded?': '',
      'This section is required for all proposals.': '',
      'This section is not optional.': '',
      'The headings below are guidelines, not rules.': '',
      'Not every section requires a response.': '',
    },
    (guidance) => `## A\n\nSay a.\n\n## B\n\n${guidance}\n\nSay b.\n\n## C\n`,
  );
});

describe('marks for all that follows', () => {
  table(
    {
      '<!-- The following sections can be deleted if they are not needed -->':
        'optional: The following sections can be deleted if they are not needed',
      'All sections below are optional.': 'optional: All sections below are optional.',
      'Everything below this line is optional.': 'optional: Everything below this line is optional.',
      'The headings below are guidelines, not rules.': '',
      'The sections below are for reviewers.': '',
    },
    (words) => `## A\n\nSay a.\n\n${words}\n\n## B\n\n## C\n`,
  );

  it('what stands above stays required', () =>
    equal(parseTemplate('## A\n\nThe sections below are optional.\n\n## B\n').sections[0]?.required, true));
  it('a section that says it is required is', () =>
    equal(said('## A\n\nThe sections below are optional.\n\n## B (required)\n'), 'required: (required)'));
});

describe('where some sections are marked mandatory', () => {
  it('the others are optional', () => {
    const { sections } = parseTemplate('## A\n\n<!-- Required -->\n\n## B\n\n## C (required)\n');
    equal(sections.map(({ required }) => required).join(), 'true,false,true');
  });
});

describe('words that call all that follows optional', () => {
  const optional = (text: string) =>
    parseTemplate(text).sections.map(({ name, required, requiredBy }) => (required ? name : `${name}: ${requiredBy}`));
  for (const words of [
    'The sections below are optional.',
    '> The sections below are optional.',
    '<!-- The sections below\nare optional. -->',
    '<!-- Read on. --> <!-- The sections below are optional. -->',
    '[//]: # (The sections below are optional.)',
  ]) {
    it(JSON.stringify(words), () => {
      const named = optional(`## A\n\nSay a.\n\n${words}\n\n## B\n\n## C\n`);
      deepEqual(named, ['A', ...named.slice(1)]);
      deepEqual(
        named.slice(1).map((each) => /^[BC]: .*The sections below are optional\.$/.test(each)),
        [true, true],
      );
    });
  }

  for (const words of [
    '- The sections below are optional.',
    '```\nThe sections below are optional.\n```',
    '| The sections below are optional. |\n| --- |',
    'The sections below are not optional.',
  ]) {
    it(`not: ${JSON.stringify(words)}`, () =>
      deepEqual(optional(`## A\n\n${words}\n\n## B\n\n## C\n`), ['A', 'B', 'C']));
  }
});

describe('a list of chores behind the content', () => {
  const chores = '- [ ] Read the guide\n- [x] Sign it\n';
  const requiredIn = (text: string) =>
    parseTemplate(text).sections.map(({ name, required, requiredBy }) => (required ? name : `${name}: ${requiredBy}`));
  for (const [what, text, expected] of [
    ['is for the process', `# T\n\n## A\n\n# To do\n\n${chores}`, ['A', 'To do: - [ ] Read the guide']],
    ['of another list mark', '# T\n\n## A\n\n# To do\n\n1. [X] Read\n', ['A', 'To do: 1. [X] Read']],
    ['in lines of another kind', '# T\r\r## A\r\r# To do\r\r- [ ] Read\r- [ ] Sign\r', ['A', 'To do: - [ ] Read']],
    ['not with words beside it', `# T\n\n## A\n\n# To do\n\nFirst:\n\n${chores}`, ['A', 'To do']],
    ['not where they are no check boxes', '# T\n\n## A\n\n# To do\n\n- Read\n', ['A', 'To do']],
    ['not where it says nothing', '# T\n\n## A\n\n# To do\n', ['A', 'To do']],
    ['not with sections under it', `# T\n\n## A\n\n# To do\n\n${chores}\n## C\n`, ['A', 'To do']],
    ['not below the top', `# T\n\n## A\n\n## To do\n\n${chores}`, ['A', 'To do']],
    ['not where no title holds the content', `# A\n\nSay a.\n\n# To do\n\n${chores}`, ['A', 'To do']],
  ] as const) {
    it(what, () => deepEqual(requiredIn(text), expected));
  }
});

describe('what is said in a heading', () => {
  for (const [heading, expected] of [
    ['B: *(optional)*', 'optional: (optional)'],
    ['B – *optional*', 'optional: optional'],
    [`B${' x'.repeat(150)} (optional)`, `optional: B${' x'.repeat(150)} (optional)`],
  ] as const) {
    it(heading.slice(0, 30), () => equal(said(`## A\n\n## ${heading}\n`), expected));
  }
});
