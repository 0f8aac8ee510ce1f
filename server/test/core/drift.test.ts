/** A template that moved on: what it has gained, and how documents of its earlier days are judged. */
import { deepEqual, equal } from 'node:assert/strict';
import { check, contextOf, drift, judgedAsAdded, parseDocument, parseTemplate, rules } from '../../src/core/index.ts';

function gained(before: string, today: string): readonly string[] {
  return drift(parseTemplate(today), parseTemplate(before)).map(({ path }) => path);
}

describe('what a template has gained', () => {
  it('is nothing where it asks for the same', () =>
    deepEqual(gained('## Goals\n\n## Risks\n', '## Goals\n\n## Risks\n'), []));

  it('is nothing where it only took away, or moved', () =>
    deepEqual(gained('## Goals\n\n## Risks\n\n## Costs\n', '## Risks\n\n## Goals\n'), []));

  it('is the section that it did not ask for, in its order', () =>
    deepEqual(gained('## Goals\n', '## Risks\n\n## Goals\n\n## Costs\n'), ['Risks', 'Costs']));

  it('is not a section that was renamed', () =>
    deepEqual(gained('## Alternatives\n', '## Rationale and alternatives\n'), []));

  it('is not a section at another level', () =>
    deepEqual(gained('# Goals\n\n# Risks\n', '## Goals\n\n## Risks\n'), []));

  it('is nothing where bold lines became headings', () =>
    deepEqual(
      gained('# Title\n\n**Goals:**\n\nWhy.\n\n**Risks:**\n\nWhat.\n', '# Title\n\n## Goals\n\n## Risks\n'),
      [],
    ));

  it('is not an optional section', () => deepEqual(gained('## Goals\n', '## Goals\n\n## Costs (optional)\n'), []));

  it('is a section that was optional', () =>
    deepEqual(gained('## Goals\n\n## Costs (optional)\n', '## Goals\n\n## Costs\n'), ['Costs']));

  it('is a subsection of what was there', () =>
    deepEqual(gained('## Testing\n', '## Testing\n\n### By hand\n'), ['Testing/By hand']));

  it('is of a new section that section alone', () =>
    deepEqual(gained('## Goals\n', '## Goals\n\n## Testing\n\n### By hand\n'), ['Testing']));
});

const before = '# Title\n\n## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';
const today = `${before}\n## Costs\n\nSay how much.\n\n## Owners\n\nSay who.\n`;
const whole = '# Tea\n\n## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n';

/** Rules and messages of what is found, judged as added. */
function foundIn(text: string, templates = { before, today }): readonly string[] {
  const document = parseDocument(text);
  const judged = (source: string) => {
    const template = parseTemplate(source);
    return { template, findings: check(contextOf(template, document), rules, { stage: 'ready' }) };
  };
  const { findings } = judgedAsAdded(document, '2020-02-29', judged(templates.today), judged(templates.before));
  return findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}

describe('a document of the template’s earlier days', () => {
  it('that satisfies its own is told once what came later', () =>
    deepEqual(foundIn(whole), [
      'template-drift information: Since 2020-02-29, when this document was added, its template has gained “Costs” and “Owners”',
    ]));

  it('that has some of what came later is told of the rest', () =>
    deepEqual(foundIn(`${whole}\n## Costs\n\nA kettle.\n`), [
      'template-drift information: Since 2020-02-29, when this document was added, its template has gained “Owners”',
    ]));

  it('that satisfies today’s is told nothing', () =>
    deepEqual(foundIn(`${whole}\n## Costs\n\nA kettle.\n\n## Owners\n\nUs.\n`), []));

  it('that lacks a section of its own is told that, and nothing of what came later', () =>
    deepEqual(
      foundIn('# Tea\n\n## Goals\n\nWarm hands.\n').map((found) => found.split(':')[0]),
      ['missing-section error'],
    ));

  it('keeps what is found against its own', () =>
    deepEqual(
      foundIn(whole.replace('N/A', 'TBD')).map((found) => found.split(':')[0]),
      ['template-drift information', 'unfinished-section warning'],
    ));

  it('is told on its first heading, in front of what is found there and behind what is found above', () => {
    const templates = { before: `---\nowner: you\n---\n\n${before}`, today: `---\nowner: you\n---\n\n${today}` };
    const text = '---\nstatus: Draft\n---\n\n## Goals\n\nTBD\n\n## Risks\n\nTBD\n';
    deepEqual(
      foundIn(text, templates).map((found) => found.split(':')[0]),
      [
        'front-matter warning',
        'template-drift information',
        'unfinished-section warning',
        'unfinished-section warning',
      ],
    );
  });

  it('is told no level that today’s does not have', () => {
    const templates = { before: '# Goals\n\nSay why.\n\n# Risks\n\nSay what.\n', today };
    deepEqual(
      foundIn(whole.replace('# Tea\n\n', ''), templates).map((found) => found.split(':')[0]),
      ['template-drift information'],
    );
  });

  it('is told the level of today’s where both have another', () => {
    const templates = { before: '# Goals\n\nSay why.\n\n# Risks\n\nSay what.\n', today };
    const found = foundIn('## Goals\n\nTea.\n\n### Risks\n\nHot.\n', templates);
    deepEqual(
      found.filter((each) => each.startsWith('section-level')),
      ['section-level warning: Section “Risks” is a heading of level 3, in the template of level 2'],
    );
  });

  it('is not asked for a section that today’s no longer asks for', () =>
    deepEqual(
      foundIn('# Tea\n\n## Goals\n\nTBD\n', { before, today: '# Title\n\n## Goals\n\nSay why.\n\n## Costs\n' }).map(
        (found) => found.split(':')[0],
      ),
      ['template-drift information', 'unfinished-section warning'],
    ));

  it('lacks a section by the name that it has today', () => {
    const templates = { before: before.replace('Risks', 'Risk'), today };
    deepEqual(
      foundIn('# Tea\n\n## Goals\n\nTea.\n', templates).map((found) => found.split(':').slice(0, 2).join()),
      ['missing-section error, Section “Risks” is missing'],
    );
  });

  it('is told of the words of the template that it began with', () =>
    deepEqual(
      foundIn(whole.replace('N/A', 'Say what may go wrong.'), {
        before,
        today: today.replace('may', 'ever could'),
      }).map((found) => found.split(':')[0]),
      ['template-drift information', 'leftover-guidance error'],
    ));

  it('is told on its first line where it has no heading', () => {
    const document = parseDocument('Tea.\n\nMilk.\n');
    const judged = (source: string) => ({ template: parseTemplate(source), findings: [] });
    const missing = {
      ...judged(today),
      findings: check(contextOf(parseTemplate(today), document), rules, { stage: 'ready' }),
    };
    const [found] = judgedAsAdded(document, '2020-02-29', missing, judged('# Title\n\n## Goals (optional)\n')).findings;
    deepEqual([found?.span, found?.key], [{ start: 0, end: 4 }, 'template']);
  });

  it('may satisfy today’s and not its own', () =>
    deepEqual(foundIn('## Goals\n\nTea.\n', { before, today: '## Goals\n\nSay why.\n' }), []));

  it('is told of a subsection by its name', () => {
    const judgedNow = {
      before: '## Goals\n\nSay why.\n\n## Costs\n',
      today: '## Goals\n\nSay why.\n\n## Costs\n\n### Hardware\n',
    };
    const [found] = foundIn('## Goals\n\nTea.\n\n## Costs\n\n### Software\n\nNone.\n', judgedNow);
    equal(
      found,
      'template-drift information: Since 2020-02-29, when this document was added, its template has gained “Hardware”',
    );
  });

  it('is told that there is a change where no section is new', () =>
    deepEqual(
      foundIn('## Goals\n\nN/A\n', { before: '## Goals\n\nSay why.\n', today: '## Goals\n\nOne sentence.\n' }),
      ['template-drift information: Since 2020-02-29, when this document was added, its template has changed'],
    ));

  it('silences the news in place', () =>
    deepEqual(foundIn(`<!-- tech-spec-disable-next-line template-drift -->\n${whole}`), []));

  it('is told of many by the first ones', () => {
    const names = ['Costs', 'Owners', 'Dates', 'Sources', 'Metrics', 'Rollout', 'Alarms'];
    const [found] = foundIn(whole, { before, today: before + names.map((name) => `\n## ${name}\n`).join('') });
    equal(found?.split('gained ')[1], '“Costs”, “Owners”, “Dates”, “Sources”, “Metrics” and 2 more sections');
  });
});
