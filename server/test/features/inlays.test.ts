/** Inlays: guidance where nothing is written, and how long an answer is. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { atOnce } from '../../src/core/steps.ts';
import { contextOf } from '../check.ts';

const template =
  '## Summary:\n\nSay in 1-2 sentences what it is *for*. Then stop.\n\n## Risks\n\nSay what `could` go wrong.\n\n## Notes\n';

describe('an inlay', () => {
  it('says in an empty section what the template asks for, on the line where one would type', () => {
    shows(
      template,
      `## Summary

|Say in 1-2 sentences what it is for.|

## Risks

None.
`,
    );
  });

  it('is gone with the first letter', () => shows(template, '## Risks\n\nA\n'));

  it('is not shown where a dash or dots were typed', () => shows(template, '## Risks\n\n-\n\n## Notes\n\n...\n'));

  it('stands behind the heading where no line is free', () => {
    shows(template, '## Risks| Say what could go wrong.|\n## Notes\n\nNone.\n');
    shows(template, '## Risks| Say what could go wrong.|');
  });

  it('stands below a comment of the author’s', () => {
    shows(template, '## Risks\n\n<!-- soon -->\n\n|Say what could go wrong.|\n');
  });

  it('is not there where the template says nothing', () => shows(template, '## Notes\n\n'));

  it('is not there over a subsection that is filled', () => {
    shows('## Plan\n\nSay how.\n\n### Steps\n\nSay which.\n', '## Plan\n\n### Steps\n\nOne.\n');
  });

  it('says what a comment of the template asks for, unless the document has it', () => {
    const commented = '## Goals\n\n<!-- Say why. Be brief. -->\n\n## Costs\n';
    shows(commented, '## Goals\n\n|Say why.|\n');
    shows(commented, '## Goals\n\n<!-- Say why. Be brief. -->\n');
  });

  it('says what the comment of its own section asks for, the first that says anything, where no words do', () => {
    const commented = '## Goals\n\n<!-- Say why. -->\n\n## Costs\n\n<!-- -->\n\n<!-- Say how much. -->\n';
    shows(commented, '## Costs\n\n|Say how much.|\n');
    shows('## Goals\n\n<!-- Be brief. -->\n\n&nbsp;\n\nSay why.\n', '## Goals\n\n|Say why.|\n');
  });

  it('says no cell of a table, but the words around it', () => {
    const table = '| Risk | Who |\n| --- | --- |\n| {risk} | {name} |\n';
    shows(`## Risks\n\n${table}`, '## Risks\n\n');
    shows(`## Risks\n\n${table}\nName the worst.\n`, '## Risks\n\n|Name the worst.|\n');
  });

  it('says what a form’s field asks for', () => {
    const form =
      'name: Spec\ndescription: d\nbody:\n  - type: textarea\n    attributes:\n      label: Goals\n      description: Say why.\n';
    shows(form, '### Goals\n\n|Say why.|\n', 'form.yml');
  });

  it('ends a long sentence at a word, and parts no character', () => {
    const words = `Say ${'how it is to be done '.repeat(8)}.`;
    const [found] = core.inlays(contextOf(`## Goals\n\n${words}\n`, '## Goals\n'));
    deepEqual(found?.text, `${words.slice(0, 100).replace(/ \w*$/, '')}…`);
    const [emoji] = core.inlays(contextOf(`## Goals\n\n${'😀'.repeat(80)}a.\n`, '## Goals\n'));
    deepEqual(emoji?.text, `${'😀'.repeat(50)}…`);
  });

  it('counts what the template limits, behind the heading', () => {
    shows(template, '## Summary| 2/2 sentences|\n\nReaders save. Nobody asks.\n');
    shows(template, '## Summary| 3/2 sentences|\n\nOne. Two. Three.\n');
    shows('## Goals\n\nAt most 200 words.\n', '## Goals| 3/200 words|\n\nSave every text.\n');
    shows('## Goals\n\nOne sentence.\n', '## Goals| 1/1 sentence|\n\nSave every text.\n');
  });

  it('counts nothing in a section that says all under headings of its own', () => {
    shows('## Plan\n\nAt most 20 words.\n\n### Steps\n\nSay which.\n', '## Plan\n\n### Steps\n\nOne.\n');
  });

  it('is of one of two kinds, and found from the beginning of what is seen to its end', () => {
    const text = '## Summary\n\nOne.\n\n## Risks\n\n';
    const within = (start: number, end: number) =>
      atOnce(core.inlaysInSteps(contextOf(template, text), { start, end })).map(({ kind }) => kind);
    const { length } = text;
    deepEqual(within(0, length), ['limit', 'guidance']);
    deepEqual(within(10, length), ['limit', 'guidance']);
    deepEqual(within(11, length), ['guidance']);
    deepEqual(within(length, length), ['guidance']);
    deepEqual(within(10, length - 1), ['limit']);
  });

  it('comes in the order of the document, whatever that of the template is', () => {
    shows(template, '## Risks\n\n|Say what could go wrong.|\n\n## Summary| 1/2 sentences|\n\nOne.\n');
  });

  it('counts against a minimum in words', () => {
    shows('## Goals\n\nAt least two paragraphs.\n', '## Goals| 1 of at least 2 paragraphs|\n\nSave every text.\n');
  });

  it('counts nothing that is no answer of the author’s', () => {
    shows(template, `## Summary\n\nSay in 1-2 sentences what it is *for*. Then stop.\n`);
    shows(template, '## Summary\n\nTBD\n');
    shows('## Plan\n\n## Goals\n\nAt most 20 words.\n', '## Plan\n\nOne.\n\n## Goals\n\nN/A\n');
  });

  it('shows in a CRLF document where it belongs', () => {
    shows(template, '## Risks\r\n\r\n|Say what could go wrong.|\r\n');
  });

  it('has all of the guidance, or the words of the limit, as its tooltip', () => {
    const texts = core.inlays(contextOf(template, '## Summary\n\nOne.\n\n## Risks\n')).map(({ tooltip }) => tooltip);
    deepEqual(texts, ['1-2 sentences', 'Say what `could` go wrong.']);
  });
});

/** Between bars stands what is shown, with a blank before it where it is set off from what is before it. */
function shows(template: string, picture: string, path = ''): void {
  const text = picture.replaceAll(/\|[^|]*\|/g, '');
  const context = core.contextOf(core.readTemplate(template, path), core.parseDocument(text));
  let drawn = '';
  let at = 0;
  for (const inlay of core.inlays(context)) {
    drawn += `${text.slice(at, inlay.at)}|${inlay.isBehind ? ' ' : ''}${inlay.text}|`;
    at = inlay.at;
  }
  deepEqual(drawn + text.slice(at), picture);
}
