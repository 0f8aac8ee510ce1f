/** The document a template starts without its guidance: what is to be filled in stays, and a line to type on. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { inside } from '../places.ts';
import { anyTemplate, goodTemplate } from '../random.ts';

describe('a new document without guidance', () => {
  it('holds headings and lines to type on, with the cursor on the first', () =>
    starts(
      '# T\n\n## Goals\n\nSay why.\n\nAnd whose.\n\n## Risks\n\n- What may go wrong\n- How likely it is\n',
      '# T\n\n## Goals\n\n|\n\n## Risks\n\n\n',
    ));

  it('keeps the space between a heading and its words as the template has it', () => {
    starts('## Goals\nSay why.\n## Risks\nSay what.\n', '## Goals\n|\n## Risks\n\n');
    starts('## Goals\n\n\nSay why.\n\n\n## Risks\n', '## Goals\n\n\n|\n\n\n## Risks\n');
  });

  it('leaves out comments', () => {
    starts('## Goals\n\n<!-- Say why. -->\n\n## Risks\n', '## Goals\n\n|\n\n## Risks\n');
    starts(
      '## Goals\n\n<!-- Why? -->\nSay why.\n<!-- Optional -->\n## Risks\n\nSay what.\n',
      '## Goals\n\n|\n## Risks\n\n\n',
    );
    starts('## Goals\n\nSay why.\n\n[//]: # (Whose are they?)\n\n## Risks\n', '## Goals\n\n|\n\n## Risks\n');
  });

  it('keeps comments that are for tools', () => {
    const toc = '<!-- toc -->\n- [Goals](#goals)\n<!-- /toc -->\n\n## Goals\n\n';
    starts(`${toc}Say why.\n`, `${toc}|\n`);
    const silent = '## Goals\n\n<!-- tech-spec-disable empty-section -->\n\n';
    starts(`${silent}Say why.\n`, `${silent}|\n`);
    starts('## Goals\n\n<!-- prettier-ignore -->\n\n## Risks\n', '## Goals\n\n<!-- prettier-ignore -->\n|\n## Risks\n');
  });

  it('keeps the template’s line breaks', () =>
    starts(
      '## Goals\r\n\r\nSay why.\r\n\r\n## Risks\r\n\r\nSay what.\r\n',
      '## Goals\r\n\r\n|\r\n\r\n## Risks\r\n\r\n\r\n',
    ));

  it('leaves out what stands above the first section, but for tables, code and lines with a label', () => {
    starts(
      '> Read this first.\n\n# T\n\nKeep it short.\n\n- Start date: today\n- RFC PR: [#0](https://example.com)\n\n**Status**: Draft\n\n| a | b |\n| - | - |\n\n```json\n{}\n```\n\nSay more below.\n\n## Goals\n\nSay why.\n',
      '# T\n\n- Start date: today\n- RFC PR: [#0](https://example.com)\n\n**Status**: Draft\n\n| a | b |\n| - | - |\n\n```json\n{}\n```\n\n## Goals\n\n|\n',
    );
    starts('---\na: b\n---\n\n<!-- Read this. -->\n\n# T\n\n## Goals\n', '---\na: b\n---\n\n# T\n\n## Goals\n|');
  });

  it('takes a label for one however far its words are set in, and no colon alone', () => {
    const labelled = '- **Owner:** you\n-   Status: draft\n*\t__Date__: today\n';
    starts(`# T\n\n${labelled}\n## Goals\n`, `# T\n\n${labelled}\n## Goals\n|`);
    starts('# T\n\n-   : you\n\n## Goals\n', '# T\n\n## Goals\n|');
    starts('## Goals\n\n1.   Who is told:\n\n## Risks\n', '## Goals\n\n⟦1.   Who is told:⟧\n\n## Risks\n');
    starts('## Goals\n\n1.   :\n\n## Risks\n', '## Goals\n\n|\n\n## Risks\n');
  });

  it('keeps lines that say a state to begin with', () =>
    starts(
      '## Goals\n\nPriority: medium\n\nSay why.\n\n## Risks\n',
      '## Goals\n\nPriority: medium\n\n|\n\n## Risks\n',
    ));

  it('leaves instructions to the option of their own', () => {
    const template = 'Keep it short.\n\n**Delete the text above**\n\nSay why here.\n\n## Goals\n\nSay why.\n';
    starts(template, '## Goals\n\n|\n');
    equal(
      core.scaffold(core.parseTemplate(template), { title: '', instructions: 'keep', guidance: 'ghost' }).text,
      'Keep it short.\n\n**Delete the text above**\n\n## Goals\n\n\n',
    );
  });
});

describe('what is to be filled in stays:', () => {
  it('tables and blank code', () => {
    const table = '| Risk | How likely |\n| ---- | ---------- |\n| Rain | often      |\n';
    starts(`## Risks\n\nName them.\n\n${table}\nAnd more.\n`, `## Risks\n\n|\n\n${table}`);
    starts('## Log\n\nPaste it.\n\n```text\n\n```\n', '## Log\n\n|\n\n```text\n\n```\n');
  });

  it('but not code that is an example', () =>
    starts('## Log\n\nFor example:\n\n```ts\nf(1);\n```\n\n## Goals\n', '## Log\n\n|\n\n## Goals\n'));

  it('check boxes, and what stands around them', () => {
    const list = '## Sign-off\n\nTick all:\n\n- [ ] Reviewed\n';
    starts(`## Goals\n\nSay why.\n\n${list}`, `## Goals\n\n|\n\n${list}`);
  });

  it('sentences and items around a placeholder, but no placeholder alone', () => {
    starts(
      '## Story\n\n[Tell it]\n\n**Why**: [its worth]\n\n1. **Given** [state], **then** [outcome]\n\nMake it short.\n',
      '## Story\n\n|\n\n**Why**: [its worth]\n\n1. **Given** [state], **then** [outcome]\n',
    );
    starts('## Story\n\nAs a [role] I come.\nSay what for.\n', '## Story\n\n⟦As a [role] I come.\nSay what for.⟧\n');
    starts('## Story\n\n[Tell it]\nSay what for.\n', '## Story\n\n|\n');
    starts('## Story\n\nRole: reader\n', '## Story\n\n⟦Role: reader⟧\n');
    starts('## Drivers\n\n- {driver 1}\n- {driver 2}\n- …\n\n## Goals\n', '## Drivers\n\n|\n\n## Goals\n');
  });

  it('labels with nothing behind them', () => {
    starts('## Team\n\n- Who decides:\n- Who is told:\n', '## Team\n\n⟦- Who decides:\n- Who is told:⟧\n');
    starts('## Team\n\n**Drafter**: <!-- Your name -->\n', '## Team\n\n⟦**Drafter**: <!-- Your name -->⟧\n');
    starts('## Steps\n\n1.\n2.\n', '## Steps\n\n⟦1.\n2.⟧\n');
    // Among them a few words with a colon are one, too; alone they lead to an example.
    const story = 'As a: [user]\n\nI want to:\nwhat it does\n';
    starts(`## Story\n\n${story}`, `## Story\n\n⟦${story.trim()}⟧\n`);
    starts('## Story\n\nFor example:\nAnn reads.\n', '## Story\n\n|\n');
  });

  it('headings that stand for any number of sections', () =>
    starts(
      '## Options\n\nName them.\n\n### {Option}\n\nSay how it works.\n\n- For: {why}\n',
      '## Options\n\n|\n\n### {Option}\n\n\n\n- For: {why}\n',
    ));

  it('what documents may keep, and answers that the template proposes', () => {
    const licence = '## Copyright\n\nThis is licensed under CC0.\n';
    starts(`## Goals\n\nSay why.\n\n${licence}`, `## Goals\n\n|\n\n${licence}`);
    starts('## Risks\n\n<!-- Which? -->\n\nNone.\n', '## Risks\n\n⟦None.⟧\n');
    starts('## Risks\n\n<!-- Which? -->\n\nTBD\n', '## Risks\n\n|\n');
  });

  it('link definitions and rules', () =>
    starts(
      '## Goals\n[goals]: #goals\n\nSay why.\n\n---\n\n## Risks\n',
      '## Goals\n[goals]: #goals\n\n|\n\n---\n\n## Risks\n',
    ));

  it('bold lines that are the sections', () => {
    starts('**Goals:**\nSay why.\n\n**Risks:**\nSay what.\n', '**Goals:**\n|\n\n**Risks:**\n\n');
    starts('**Goals:** Say why.\n\n**Risks:** Say what.\n', '**Goals:** |\n\n**Risks:** \n');
  });

  it('what a form is filled with', () =>
    starts(
      'name: Bug\nbody:\n' +
        '- type: markdown\n  attributes: { value: Thank you. }\n' +
        '- type: textarea\n  attributes: { label: Log, description: Paste it., value: "Version:" }\n  validations: { required: true }\n' +
        '- type: dropdown\n  attributes: { label: System, options: [A, B] }\n' +
        '- type: checkboxes\n  attributes: { label: Terms, description: Read them., options: [{ label: I agree }] }\n',
      '### Log\n\n|Version:\n\n### System\n\n\n\n### Terms\n\n- [ ] I agree\n',
    ));
});

describe('a document without guidance that nobody has touched', () => {
  for (const [name, text] of core.builtinTemplates) {
    it(`of ${name} has its sections empty that else hold nothing but guidance`, () => {
      const template = core.parseTemplate(text);
      const left = openIn(template, 'text').map((each) => each.replace(/ guidance$/, ' empty'));
      const kept = new Set(openIn(template, 'ghost').filter((each) => each.endsWith(' guidance')));
      deepEqual(
        openIn(template, 'ghost'),
        left.map((each) =>
          kept.has(each.replace(/ empty$/, ' guidance')) ? each.replace(/ empty$/, ' guidance') : each,
        ),
      );
      // What is to be completed is all that is left there.
      deepEqual(Array.from(kept), name === 'tech-spec' ? [] : ['Options guidance', 'Options/{Option} guidance']);
    });
  }

  it('has its cursor in no line end that was made of two', () => starts('## Design\r-->\n```', '## Design\r\n|```'));

  it('has the same sections open as with it', () => {
    fc.assert(
      fc.property(goodTemplate(), (text) => {
        const template = core.readTemplate(text, '');
        deepEqual(pathsOf(openIn(template, 'ghost')), pathsOf(openIn(template, 'text')));
      }),
    );
  });

  it('has its cursor in the text, whatever the template', () => {
    fc.assert(
      fc.property(anyTemplate(), fc.constantFrom('keep', 'omit'), (text, instructions) => {
        const template = core.readTemplate(text, '');
        const started = core.scaffold(template, { title: 'Tea', instructions, guidance: 'ghost' });
        inside(started.text, started.selection, 'the selection');
      }),
    );
  });
});

/** `|` is the cursor, `⟦⟧` stand around what is selected. */
function starts(template: string, expected: string): void {
  const read = core.readTemplate(template, '');
  const { text, selection } = core.scaffold(read, { title: '', instructions: 'omit', guidance: 'ghost' });
  const { start, end } = selection;
  const selected = start === end ? '|' : `⟦${text.slice(start, end)}⟧`;
  equal(text.slice(0, start) + selected + text.slice(end), expected);
}

/** Path and status of each section that is not answered. */
function openIn(template: core.SpecTemplate, guidance: 'text' | 'ghost'): readonly string[] {
  const { text } = core.scaffold(template, { title: '', instructions: 'omit', guidance });
  const { binding } = core.contextOf(template, core.parseDocument(text));
  const all = Array.from(binding.all, (bound) => `${bound.spec.path} ${core.statusOf(bound)}`);
  return all.filter((each) => !/ (?:done|not-applicable|overlong)$/.test(each));
}

function pathsOf(all: readonly string[]): readonly string[] {
  return all.map((each) => each.replace(/ [^ ]*$/, ''));
}
