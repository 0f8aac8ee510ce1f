/** Completion of what stands behind the keys of front matter. */
import { deepEqual } from 'node:assert/strict';
import { keysOffered } from '../../src/core/features/front-matter-keys.ts';
import * as core from '../../src/core/index.ts';
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

describe('completion of front-matter values', () => {
  it('offers the choices, and puts one in place of the whole value', () => {
    offers(template, '---\nstatus: $0\n---\n', ['draft', 'final']);
    completes(
      template,
      '---\nstatus: $0draft # for now\n---\n',
      'final',
      '---\nstatus: final # for now\n             ^0 selected\n---\n',
    );
  });

  it('puts the template’s own choice first where it fills in a key', () => {
    completes(
      '---\nstatus: review # one of: draft, review, final\n---\n\n## Goals\n',
      '---\n$0\n---\n',
      'status',
      '---\nstatus: review\n        ^^^^^^ filled in: review | draft | final\n              ^0 selected\n---\n',
    );
  });

  it('says where a value comes from', () => {
    const details = (line: string) =>
      offersAt(template, `---\n${line}\n---\n`, today).map(({ label, detail }) => `${label}: ${detail}`);
    deepEqual(details('status: $0'), ['draft: status', 'final: status']);
    deepEqual(details('date: $0'), ['2026-11-23: today']);
    deepEqual(details('title: $0'), ['RFC: as in the template']);
    deepEqual(details('tags: $0'), ['[backend, frontend]: as in the template']);
  });

  it('puts a blank behind the colon', () =>
    completes(template, '---\nstatus:$0\n---\n', 'draft', '---\nstatus: draft\n             ^0 selected\n---\n'));

  it('keeps the quotes that are there, and closes those that are open', () => {
    for (const typed of [`'$0'`, `'$0`, `'dra$0'`, `'dra$0`])
      completes(
        template,
        `---\nstatus: ${typed}\n---\n`,
        'draft',
        `---\nstatus: 'draft'\n               ^0 selected\n---\n`,
      );
    completes(template, '---\nstatus: "$0\n---\n', 'draft', '---\nstatus: "draft"\n               ^0 selected\n---\n');
  });

  it('is compared with what is begun, and with nothing where something else stands there', () => {
    const filters = (typed: string) => offersAt(template, `---\nstatus: ${typed}\n---\n`).map(({ filter }) => filter);
    deepEqual(filters('f$0'), ['draft', 'final']);
    deepEqual(filters('"f$0"'), ['"draft', '"final']);
    deepEqual(filters('draft$0'), ['draft', 'draft']);
    deepEqual(filters('draft|final$0'), ['draft|final', 'draft|final']);
    deepEqual(filters('other$0'), ['other', 'other']);
  });

  it('offers the day that it is for a date', () => {
    offers(template, '---\ndate: $0\n---\n', ['2026-11-23'], today);
    completes(
      template,
      '---\ndate:$0\n---\n',
      '2026-11-23',
      '---\ndate: 2026-11-23\n                ^0 selected\n---\n',
      today,
    );
    offers(template, '---\ndate: $0\n---\n', []);
  });

  it('offers the template’s value, but no placeholder', () => {
    completes(template, '---\ntitle: $0\n---\n', 'RFC', '---\ntitle: "RFC"\n            ^0 selected\n---\n');
    offers(template, '---\nowner: $0\n---\n', []);
  });

  it('keeps the line breaks', () =>
    completes(
      template,
      '---\r\nstatus: dr$0\r\n---\r\n',
      'draft',
      '---\r\nstatus: draft\r\n             ^0 selected\r\n---\r\n',
    ));

  it('offers them in front matter that cannot be read', () =>
    offers(template, '---\ntitle: "RFC\nstatus: $0\n---\n', ['draft', 'final']));

  it('offers nothing in comments, and behind keys that the template does not know', () => {
    offers(template, '---\nstatus: draft # d$0\n---\n', []);
    offers(template, '---\nstatus: # d$0\n---\n', []);
    offers(template, '---\nstate: $0\n---\n', []);
    offers(template, '---\nstatus: |$0\n---\n', []);
  });

  it('offers them before a comment, and keeps it', () =>
    completes(
      template,
      '---\nstatus: $0 # draft or final\n---\n',
      'draft',
      '---\nstatus: draft # draft or final\n             ^0 selected\n---\n',
    ));

  it('is called by a colon only directly behind the key', () => {
    const trigger = { trigger: ':' };
    offers(template, '---\nstatus:$0\n---\n', ['draft', 'final'], trigger);
    offers(template, '---\ntitle: a:$0\n---\n', [], trigger);
    offers(template, '---\n$0\n---\n', [], trigger);
    offers(template, '---\nstatus: #$0\n---\n', [], { trigger: '#' });
  });
});

describe('completion of lists in front matter', () => {
  it('offers one each in a block list, those not there yet', () => {
    offers(template, '---\ntags:\n  - $0\n---\n', ['backend', 'frontend']);
    offers(template, '---\ntags:\n- frontend\n- $0\n- other\n---\n', ['backend']);
    offers(template, '---\ntags:\n  - back$0\n  # and more\n  - "frontend"\n---\n', ['backend']);
    completes(
      template,
      '---\ntags:\n  - ba$0\n---\n',
      'backend',
      '---\ntags:\n  - backend\n           ^0 selected\n---\n',
    );
  });

  it('offers one each in brackets', () => {
    offers(template, '---\ntags: [$0]\n---\n', ['backend', 'frontend']);
    offers(template, '---\ntags: [backend, $0\n---\n', ['frontend']);
    completes(
      template,
      '---\ntags: [backend,$0]\n---\n',
      'frontend',
      '---\ntags: [backend, frontend]\n                        ^0 selected\n---\n',
    );
    completes(
      template,
      `---\ntags: ['a, b', "fr$0", c]\n---\n`,
      'frontend',
      `---\ntags: ['a, b', "frontend", c]\n                         ^0 selected\n---\n`,
    );
  });

  it('offers the whole list behind the key', () => offers(template, '---\ntags: $0\n---\n', ['[backend, frontend]']));

  it('fills in each of a block list, however far its words are set in', () => {
    const list = core.parseTemplate('---\ntags:\n- a - b\n-\t  c # d\n-    e\n---\n\n## Goals\n');
    deepEqual(
      keysOffered(list, undefined).map(({ parts }) => parts),
      [['\n- ', ['a - b'], '\n-\t  ', ['c # d'], '\n-    ', ['e'], '']],
    );
  });

  it('leaves alone lists of keys that are indented, or that the template does not know', () => {
    offers(template, '---\nother:\n  tags:\n    - $0\n---\n', []);
    offers(template, '---\nother:\n  - $0\n---\n', []);
    offers(template, '---\ntags: some\n  - $0\n---\n', []);
    offers(template, '---\ntags:\n  -$0\n---\n', []);
  });
});
