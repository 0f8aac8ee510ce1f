/** Random texts of the shape that people write: parts of templates and documents, with everything that trips a parser. */
import fc from 'fast-check';
import { builtinTemplates, readTemplate } from '../src/core/index.ts';

/** How many times as much is tried as on every run. */
export const times = Number(process.env.FUZZ ?? 1);

/** Any Markdown-like text, with mixed line ends, now and then a BOM or front matter. */
export function anyText(): fc.Arbitrary<string> {
  const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: anyLine() });
  const body = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n', '\r\n', '\r')), { maxLength: 14 });
  return fc
    .tuple(fc.constantFrom('', '', '', '\ufeff'), fc.constantFrom('', '', ...frontMatters), body, line)
    .map(([bom, front, parts, last]) => bom + front + parts.flat().join('') + last);
}

/** Sections of a template, some left out, doubled, moved or at another level, with answers of every kind. One kind of line end, and nothing that swallows all behind it. */
export function anySpec(template: string): fc.Arbitrary<string> {
  const pieces = [
    '## Goals\n\n',
    ...readTemplate(template, '')
      .skeleton.text.replaceAll(/\r\n?/g, '\n')
      .split(/^(?=#|\*\*|<h[1-6])/m)
      .slice(1),
  ];
  const piece = fc
    .tuple(fc.constantFrom(...pieces), fc.nat(8), fc.constantFrom('', '', '', '#'))
    .map(([text, kind, deeper]) => {
      const [heading = ''] = text.split('\n');
      return kind < 3 ? deeper + text : `${deeper}${heading}\n\n${bodies[kind % bodies.length]}\n\n`;
    });
  return fc
    .tuple(
      fc.array(
        fc.oneof({ weight: 5, arbitrary: piece }, fc.constantFrom(...closedLines.map((line) => `${line}\n\n`))),
        {
          maxLength: 12,
        },
      ),
      lineEnd(),
    )
    .map(([parts, end]) => parts.join('').replaceAll('\n', end));
}

/** The built-in templates, small ones with every feature, and random texts taken for templates. */
export function anyTemplate(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 3, arbitrary: goodTemplate() }, anyText());
}

/** A template as somebody would write it. */
export function goodTemplate(): fc.Arbitrary<string> {
  return fc.constantFrom(...builtinTemplates.values(), ...templates);
}

function lineEnd(): fc.Arbitrary<string> {
  return fc.constantFrom('\n', '\n', '\r\n', '\r');
}

/** Marks that mean something somewhere, in no order. */
function anyLine(): fc.Arbitrary<string> {
  const unit = fc.constantFrom(
    ...'#-*_`~<>![]{}()|=+.:;,/&\\"\'0123 \t\u2028\u0000aZé日本語'.split(''),
    '🙂',
    '👩‍💻',
    '\ud83d',
    '<!--',
    '-->',
    '---',
    '```',
  );
  return fc.string({ unit, maxLength: 12 });
}

const templates = [
  '# [title]\n\n## Goals\n\nSay in one sentence why.\n\n## Non-Goals (optional)\n\nSay what is left out.\n\n## Design\n\nSay how.\n\n### API\n\nList the endpoints.\n\n### Data\n\nAt most 5 words.\n\n## Risks\n\nSay what could go wrong.\n',
  '---\nstatus: draft|final\ndate: YYYY-MM-DD\nowner:\n---\n\n# Plan\n\n## Context\n\nTeam: [team name]\n\n### Option 1 - [Name]\n\nDescribe {option}.\n\n## Decision\n',
  '## __proto__\n\nSay who.\n\n## constructor\n\n~3 words\n\n## Test Plan\n\nAt least a paragraph.\n',
  '<h1>Plan</h1>\n\n<h2 id="goals">Goals</h2>\n\nSay why.\n\n<h3>API</h3>\n\nList the endpoints.\n\n<h2>\n  Risks &amp; costs\n</h2>\n\nSay what could go wrong.\n',
  '**Summary:**\nSay in one sentence why.\n\n**Steps** (optional)\n1. [first step]\n\n**Risks:**\n\nSay what could go wrong.\n',
  'name: Plan\ntitle: "Plan: "\nbody:\n- type: markdown\n  attributes: { value: "# Read\\n\\nThe rules of the house." }\n- type: textarea\n  attributes: { label: Goals, description: Say in one sentence why., placeholder: "As [who]" }\n  validations: { required: true }\n- type: dropdown\n  attributes: { label: Size, options: [Small, Large] }\n- type: textarea\n  attributes: { label: Risks, render: sh, value: "none" }\n',
  '<!-- Delete everything above this line -->\n\n## 1. 概要\n\n1~2문장\n\n## 2. Summary (要約)\n\nSay it again.\n',
];

const frontMatters = [
  '---\nname: Technical Specification\ntitle: "Tech spec: "\nlabels: tech spec\n---\n\n',
  '---\nstatus: nonsense\ndate: 2026-13-40\n---\n',
  '---\nowner: a\nstatus: draft\n---\r\n\r\n',
  '---\n: [ {\n---\n',
  '---\n__proto__: 1\n',
];

const bodies = [
  'N/A',
  'TBD',
  '',
  'None.',
  'One. Two. Three.',
  '- a\n- b',
  '<!-- a comment -->',
  'Words 🙂 of the author 日本語.',
];

/** What opens or silences something and does not close it, and a heading that no text below it can answer. */
const openLines = [
  '```',
  '~~~',
  '<!--',
  '<div>',
  '---\n',
  '## Summary: N/A',
  '<!-- tech-spec-disable -->',
  '<!-- tech-spec-enable -->',
];

const closedLines = [
  '# Plan',
  '## Goals',
  '**Goals**',
  '**Risks:** none',
  '### Goals:',
  'Goals\n=====',
  '<h2>Goals</h2>',
  '<h2 align="center">\n  Risks\n</h2>\nWords.',
  '<h3>Test plans</h3>',
  '<h2>Design</h2>\n<h3>API</h3>\n<!-- Say how. -->\n<h2>Goals</h2>',
  '<a name="testing"></a><h2>Testing</h2>',
  'Goals\n-',
  '## Non-Goals',
  '## Design',
  '#### API',
  '## Risks #',
  '## 1. Summary',
  '## Summary:',
  '## Security & Privacy',
  '## Test Plans',
  '## Testing / Deployment',
  '## __proto__',
  '## constructor',
  '##',
  '## [title]',
  '## N/A',
  'Say what could go wrong.',
  'Define the scope of the project, including what is within scope and what is out of scope.',
  '**Delete the text above before submitting**',
  'Moved to another page.',
  'N/A',
  '- N/A',
  'TBD',
  '> ## Goals',
  '- ## Goals',
  '    ## Goals',
  '```md\n## Goals\n```',
  '-->',
  '<!-- TODO -->',
  '<!-- ## Goals -->',
  '<!-- tech-spec-disable-next-line missing-section -->',
  '<!-- tech-spec: none -->',
  '<!-- tech-spec: template=a.md -->',
  '| a | b |\n|---|---|\n| [name] | 🙂 |',
  '[link]: https://example.org',
  '1. one\n   two',
  'e.g. one. Two! 三。',
  '---',
  '***',
  '<div>\n## Goals\n</div>',
  '\t',
  '🙂🙂 👩‍💻',
  'Team: [team name]',
  '{option} YYYY-MM-DD',
];

const lines = [...openLines, ...closedLines];
