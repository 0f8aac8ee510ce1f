/** Completion of the keys of front matter. */
import { deepEqual, equal } from 'node:assert/strict';
import { applyEdits, builtinTemplate } from '../../src/core/index.ts';
import { contextOf, find } from '../check.ts';
import { completes, offers, offersAt } from '../completing.ts';

const template = `---
status: draft|final
owner: <who answers for it> # optional while nobody is named
date: YYYY-MM-DD
title: "RFC" # 44 characters or less
tags: [backend, frontend]
---

## Goals
`;
const today = { today: '2026-11-23' };

describe('completion of front-matter keys', () => {
  it('offers those that the document lacks, in the template’s order, optional ones last', () =>
    offers(template, '---\ndate: 2026-01-01\n$0\n---\n', ['status', 'title', 'tags', 'owner']));

  it('offers them with letters typed, and replaces these', () =>
    completes(
      template,
      '---\nsta$0tu\n---\n',
      'status',
      `---
status: draft
        ^^^^^ filled in: draft | final
             ^0 selected
---
`,
    ));

  it('puts in the template’s placeholder, to be typed over', () =>
    completes(
      template,
      '---\n$0\n---\n',
      'owner',
      `---
owner: <who answers for it>
       ^^^^^^^^^^^^^^^^^^^^ selected
---
`,
    ));

  it('puts in the template’s value in its quotes', () =>
    completes(
      template,
      '---\n$0\n---\n',
      'title',
      `---
title: "RFC"
        ^^^ filled in: RFC
            ^0 selected
---
`,
    ));

  it('puts in the day that it is, and leaves a place where nobody knows', () => {
    completes(template, '---\n$0\n---\n', 'date', '---\ndate: 2026-11-23\n      ^^^^^^^^^^ selected\n---\n', today);
    completes(template, '---\n$0\n---\n', 'date', '---\ndate: \n      ^0 selected\n---\n');
  });

  it('puts in a list as the template has it', () => {
    completes(
      template,
      '---\n$0\n---\n',
      'tags',
      '---\ntags: [backend, frontend]\n      ^^^^^^^^^^^^^^^^^^^ selected\n---\n',
    );
    completes(
      '---\ntags:\n  - backend\n  - frontend\n---\n\n## Goals\n',
      '---\r\n$0\r\n---\r\n',
      'tags',
      '---\r\ntags:\r\n  - backend\r\n    ^^^^^^^ filled in: backend\r\n  - frontend\r\n    ^^^^^^^^ filled in: frontend\r\n            ^0 selected\r\n---\r\n',
    );
  });

  it('says what is required, and what may stand there', () =>
    deepEqual(
      offersAt(template, '---\n$0\n---\n').map(({ label, detail }) => `${label}: ${detail}`),
      [
        'status: required · draft | final',
        'date: required · date',
        'title: required · “RFC” · 44 characters or less',
        'tags: required',
        'owner: optional',
      ],
    ));

  it('shows the template’s line, and what it says about it', () => {
    const documentation = offersAt(template, '---\n$0\n---\n').find(({ label }) => label === 'owner')?.documentation;
    equal(documentation, 'optional while nobody is named\n\n```yaml\nowner: <who answers for it>\n```\n');
  });

  it('is compared with the letters, and with a quote before them', () => {
    const filters = (picture: string) => offersAt(template, picture).map(({ filter }) => filter);
    deepEqual(filters('---\nst$0\n---\n'), ['status', 'date', 'title', 'tags', 'owner']);
    deepEqual(filters('---\n"st$0\n---\n'), ['"status', '"date', '"title', '"tags', '"owner']);
  });

  it('does not offer what is there in quotes, in other letters, or with a remark', () =>
    offers(template, '---\n"status": draft\nDate: 2026-01-01\ntags (some): [backend]\n$0\n---\n', ['title', 'owner']));

  it('reads line by line what is no YAML', () =>
    offers(template, '---\nstatus: [draft\ntitle: "RFC\ndate: : :\n$0\n---\n', ['tags', 'owner']));

  it('offers keys where the second fence is not there yet', () => {
    offers(template, '---\nstatus: draft\n$0', ['date', 'title', 'tags', 'owner']);
    offers(template, '---\n$0\n\n# Plan\n', ['status', 'date', 'title', 'tags', 'owner']);
    offers(template, '---\n\nWords.\n\n$0\n', []);
  });

  it('offers those of a template that is no YAML', () =>
    offers('---\nstatus: draft|final\ntitle: "RFC: {title}: x"\nowner: @who\n---\n\n## Goals\n', '---\n$0\n---\n', [
      'status',
      'title',
      'owner',
    ]));

  it('follows a byte order mark', () =>
    completes(
      template,
      '\ufeff---\nda$0\n---\n',
      'date',
      '\ufeff---\ndate: 2026-11-23\n      ^^^^^^^^^^ selected\n---\n',
      today,
    ));

  it('knows keys in any language', () => {
    const japanese = '---\n状態: 下書き|確定\n担当者:\n---\n\n## 目的\n';
    offers(japanese, '---\n$0\n---\n', ['状態', '担当者']);
    offers(japanese, '---\n状$0\n---\n', ['状態', '担当者']);
    offers(japanese, '---\n状態: $0\n---\n', ['下書き', '確定']);
    completes(japanese, '---\n担$0\n---\n', '担当者', '---\n担当者: \n     ^0 selected\n---\n');
  });

  it('leaves front matter that can be read', () => {
    for (const schema of [
      template,
      builtinTemplate,
      '---\nlabels:\n  - a\ntext: |\n  one\n  two\nmap:\n  a: b\n---\n\n## Goals\n',
    ]) {
      for (const { span, newText } of offersAt(schema, '---\n$0\nother: 1\n---\n', today)) {
        const text = applyEdits('---\n\nother: 1\n---\n', [{ span, newText }]);
        const found = find(contextOf(schema, text), { only: 'front-matter' }).filter(
          ({ key }) => key === '#unreadable',
        );
        deepEqual(found, [], text);
      }
    }
  });

  it('offers nothing where no key can stand', () => {
    for (const picture of [
      '---$0\nstatus: draft\n---\n',
      '---\nstatus: draft\n---$0\n',
      '---\nstatus: draft\n---\n$0\n',
      '---\n  $0\n---\n',
      '---\n# st$0\n---\n',
      '---\nst$0: draft\n---\n',
      '+++\n$0\n+++\n',
      '# Plan\n\nst$0\n',
    ])
      offers(template, picture, []);
    offers('+++\nstatus = "draft"\n+++\n\n## Goals\n', '---\n$0\n---\n', []);
    offers('## Goals\n', '---\n$0\n---\n', []);
  });
});

describe('completion under a GitHub issue template', () => {
  const labelled = builtinTemplate.replace('labels: tech spec', 'labels: tech spec, planning');

  it('offers its keys with its values', () => {
    offers(builtinTemplate, '---\nname: Technical Specification\n$0\n---\n', ['about', 'title', 'labels', 'assignees']);
    completes(builtinTemplate, '---\n$0\n---\n', 'labels', '---\nlabels: tech spec\n        ^^^^^^^^^ selected\n---\n');
    completes(
      builtinTemplate,
      '---\n$0\n---\n',
      'title',
      `---
title: "Tech spec: "
                   ^0 filled in: nothing yet
                    ^0 selected
---
`,
    );
    deepEqual(
      offersAt(builtinTemplate, '---\n$0\n---\n')
        .map(({ label, detail }) => `${label}: ${detail}`)
        .slice(2),
      ['title: “Tech spec:”', 'labels: “tech spec”', 'assignees: '],
    );
  });

  it('offers the prefix of titles, the cursor behind it', () => {
    for (const typed of ['$0', 'Te$0', '"$0"', '"tech$0'])
      completes(
        builtinTemplate,
        `---\ntitle: ${typed}\n---\n`,
        'Tech spec:',
        '---\ntitle: "Tech spec: "\n                   ^0 filled in: nothing yet\n                    ^0 selected\n---\n',
      );
  });

  it('puts it before a title that is there, and not twice', () => {
    completes(
      builtinTemplate,
      '---\ntitle: Night "sleeper" trains$0\n---\n',
      'Tech spec:',
      `---
title: "Tech spec: Night \\"sleeper\\" trains"
                   ^^^^^^^^^^^^^^^^^^^^^^^^ filled in: Night \\"sleeper\\" trains
                                            ^0 selected
---
`,
    );
    offers(builtinTemplate, '---\ntitle: "Tech spec: Night$0"\n---\n', []);
  });

  it('offers its labels all together and one each', () => {
    offers(labelled, '---\nlabels: $0\n---\n', ['tech spec, planning', 'tech spec', 'planning']);
    offers(labelled, '---\nlabels:\n  - planning\n  - $0\n---\n', ['tech spec']);
    offers(labelled, '---\nlabels: ["tech spec", $0]\n---\n', ['planning']);
    offers(labelled, '---\nlabels: other, $0\n---\n', ['tech spec', 'planning']);
    completes(
      labelled,
      '---\nlabels: tech spec,$0\n---\n',
      'planning',
      '---\nlabels: tech spec, planning\n                           ^0 selected\n---\n',
    );
  });

  it('quotes a label that YAML would not read as a text', () =>
    completes(
      builtinTemplate.replace('labels: tech spec', 'labels: ["type: spec", b]'),
      '---\nlabels:\n  - $0\n---\n',
      'type: spec',
      '---\nlabels:\n  - "type: spec"\n                ^0 selected\n---\n',
    ));

  it('knows what GitHub makes of an issue form', () => {
    const form =
      'name: Plan\ndescription: A plan\ntitle: "Plan: "\nlabels: [plan, later]\nbody:\n- type: input\n  attributes: { label: Goals }\n';
    offers(form, '---\n$0\n---\n', ['name', 'about', 'title', 'labels']);
    offers(form, '---\nlabels:\n- $0\n---\n', ['plan', 'later']);
    completes(
      form,
      '---\ntitle: $0\n---\n',
      'Plan:',
      '---\ntitle: "Plan: "\n              ^0 filled in: nothing yet\n               ^0 selected\n---\n',
    );
  });
});
