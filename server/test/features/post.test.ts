/** What a document is as a post: text in, text out. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const plain = '## Goals\n\nSay why the project exists.\n';
const issue = `---
name: Plan
about: A plan
title: "Plan: "
labels: plan, needs review
assignees:
  - ada
---

# How to use it

Write less than you would like to, and then cut it by half.

**Delete the text above before submitting**

${plain}`;
const form = `name: Plan
description: A plan
title: "[Plan] "
labels: [plan]
assignees: ada
body:
  - type: textarea
    attributes:
      label: Goals
`;

describe('the text of a post', () => {
  it('is without front matter', () => posted('---\nstatus: draft\n---\n\n## Goals\n\nSleep.\n', '## Goals\n\nSleep.'));

  it('is without the template’s instructions', () =>
    posted(
      '# How to use it\n\nWrite less than you would like to, and then cut it by half.\n\n**Delete the text above before submitting**\n\n## Goals\n\nSleep.\n',
      '## Goals\n\nSleep.',
      issue,
    ));

  it('is without comments, and without the blank lines around them', () => {
    posted('<!-- one -->\n\n## Goals\n\n<!-- two\nlines -->\n\nSleep.\n', '## Goals\n\nSleep.');
    posted('## Goals <!-- mandatory -->\n\nSleep <!-- well --> at night.\n', '## Goals\n\nSleep at night.');
    posted('## Goals\n\nSleep.\n\n<!-- one -->\n\n<!-- two -->\n', '## Goals\n\nSleep.');
    posted('## Goals\n\n- <!-- of all -->sleep\n  <!-- later -->\n- eat\n', '## Goals\n\n- sleep\n- eat');
    posted('## Goals\n\n[//]: # (Say why.)\n\nSleep.\n', '## Goals\n\nSleep.');
  });

  it('keeps apart what only the blank lines behind a comment do', () => {
    posted('## Goals\n\nSleep.\n<!-- one -->\n\nEat.\n', '## Goals\n\nSleep.\n\nEat.');
    posted('## Goals\n\nSleep.\n[//]: # (one)\n\nEat.\n', '## Goals\n\nSleep.\n\nEat.');
    posted('## Goals\n\nSleep.\n<!-- one -->\nEat.\n', '## Goals\n\nSleep.\n\nEat.');
    posted('## Goals\n\nSleep.\n<!-- one -->\n- Eat.\n', '## Goals\n\nSleep.\n\n- Eat.');
  });

  it('keeps a heading out of the list that stands above a comment', () =>
    posted('## Goals\n\n- Sleep.\n\n<!-- one -->\n\n  ## Risks\n', '## Goals\n\n- Sleep.\n\n## Risks'));

  it('is without link definitions that are comments, wherever they stand but in code', () => {
    posted('[//]: # (one)\n\n## Goals\n\nSleep.\n', '## Goals\n\nSleep.');
    posted('## Goals\n\n- sleep\n\n  [//]: # (one)\n- eat\n', '## Goals\n\n- sleep\n\n- eat');
    posted('## Goals\n\n<div>\n[//]: # (one)\n</div>\n', '## Goals\n\n<div>\n</div>');
    posted('## Goals\n\nSee [a].\n\n[a]: #b\n[//]: # (one)', '## Goals\n\nSee [a].\n\n[a]: #b');
    const code = '## Goals\n\n    [//]: # (shown)\n\n```\n[//]: # (shown)\n```';
    posted(`${code}\n\n[//]: # (one)\n`, code);
    posted(`${code}\n\n<b>\n[//]: # (one)\n</b>\n\n~~~\na\n~~~\n`, `${code}\n\n<b>\n</b>\n\n~~~\na\n~~~`);
  });

  it('keeps what a list item or a line of a quote begins with, and not the blanks before a comment', () => {
    posted('## Goals\n\nSleep. \t<!-- one -->\nEat.\n', '## Goals\n\nSleep.\nEat.');
    posted('## Goals\n\n12. <!-- one -->sleep\n13) <!-- two -->eat\n', '## Goals\n\n12. sleep\n13) eat');
    posted('## Goals\n\n> <!-- one -->sleep\n> - <!-- two -->eat\n', '## Goals\n\n> sleep\n> - eat');
    posted('## Goals\n\n* sleep\n  <!-- one -->', '## Goals\n\n* sleep');
    posted('## Goals\n\n1 <!-- one --> sleep\n', '## Goals\n\n1 sleep');
    posted('## Goals\n\nSleep <!-- one -->well, <!-- two -->eat.\n', '## Goals\n\nSleep well, eat.');
  });

  it('keeps below a list item what stands below a comment that it begins with', () => {
    posted('- <!-- one --> sleep\n\n  well\n', '- sleep\n\n  well');
    posted('10.   <!-- one --> sleep\n\n      well\n', '10.   sleep\n\n      well');
    posted('> - * <!-- one -->\t sleep\n>\n>     well\n', '> - * sleep\n>\n>     well');
    posted('- sleep\n\n  <!-- one --> well\n', '- sleep\n\n  well');
    posted('*sleep* <!-- one --> well, <!-- two -->', '*sleep* well,');
  });

  it('keeps comments that its code shows', () => {
    const code = '## Goals\n\n```html\n<!-- shown -->\n[//]: # (shown)\n```\n\nWrite `<!-- shown -->` there.';
    posted(code, code);
    const listed = '## Goals\n\n- as here:\n\n  ~~~html\n  <!-- shown -->\n  ~~~\n- and ``a ` <!-- shown -->``';
    posted(listed, listed);
  });

  it('keeps a comment that does not end within a line', () =>
    posted('## Goals\n\nFrom <!-- to -- >.\n', '## Goals\n\nFrom <!-- to -- >.'));

  it('is without the heading that is its title', () => {
    posted('# Night trains\n\n## Goals\n\nSleep.\n', '## Goals\n\nSleep.');
    posted('<!-- a spec -->\n# Night trains\n\n## Goals\n', '## Goals');
    posted('# Night trains <!-- a -->\n\n## Goals\n\nSleep.\n', '## Goals\n\nSleep.');
    posted('# <!-- a -->Night trains\n\n## Goals\n\nSleep.\n', '## Goals\n\nSleep.');
    posted('## Goals\n\nSleep.\n\n# Night trains\n', '## Goals\n\nSleep.\n\n# Night trains');
    posted('##\n\n## Goals\n', '##\n\n## Goals');
    posted('See also trams.\n\n# Night trains\n\n## Goals\n', 'See also trams.\n\n# Night trains\n\n## Goals');
    posted('---\ntitle: Trains\n---\n# By night\n\n## Goals\n', '# By night\n\n## Goals');
    posted('---\ntitle: Trains by Night\n---\n# by night\n\n## Goals\n', '## Goals');
    posted('# By night\n# Trains\n\n## Goals\n', '# Trains\n\n## Goals');
  });

  it('has line ends of one kind, whatever the document has', () => {
    posted('\ufeff## Goals\r\rSleep.\r', '## Goals\n\nSleep.');
    posted('\r\n \t\n## Goals\n\nSleep \ufeff.\n\n\nEat.\n', '## Goals\n\nSleep \ufeff.\n\n\nEat.');
    posted('\ufeff---\r\na: b\r\n---\r\n\r\n## Goals\r\n\r\n<!-- a -->\r\n\r\nSleep.\r\n', '## Goals\n\nSleep.');
  });

  it('is what the author wrote, with its own guidance left in place', () =>
    posted('## Goals\n\nSay why the project exists.\n', '## Goals\n\nSay why the project exists.'));
});

describe('the title of a post', () => {
  it('is the document’s, with the prefix of the template', () => {
    equal(postOf(issue, '---\ntitle: "Plan: Night trains"\n---\n').title, 'Plan: Night trains');
    equal(postOf(issue, '# Night trains\n').title, 'Plan: Night trains');
    equal(postOf(plain, '# Night trains\n').title, 'Night trains');
  });

  it('is the prefix alone where the document has none, or nothing', () => {
    equal(postOf(issue, '## Goals\n').title, 'Plan:');
    equal(postOf(plain, '## Goals\n').title, '');
  });

  it('has the prefix of a form', () => equal(postOf(form, '# Night trains\n').title, '[Plan] Night trains'));
});

describe('labels and assignees of a post', () => {
  it('are the template’s', () => marked(issue, '## Goals\n', ['plan', 'needs review'], ['ada']));

  it('are a form’s', () => marked(form, '### Goals\n', ['plan'], ['ada']));

  it('are the document’s own where its front matter names some', () =>
    marked(issue, '---\nlabels: [night]\n---\n', ['night'], ['ada']));

  it('are none where the template is none of GitHub’s, whatever a document calls a label', () =>
    marked(plain, '---\nlabels: [night]\n---\n', [], []));
});

function postOf(template: string, text: string): core.Post {
  return core.post(contextOf(template, text));
}

function posted(text: string, body: string, template = plain): void {
  equal(postOf(template, text).body, body);
}

function marked(template: string, text: string, labels: readonly string[], assignees: readonly string[]): void {
  const found = postOf(template, text);
  deepEqual([found.labels, found.assignees], [labels, assignees]);
}
