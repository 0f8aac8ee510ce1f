/** What is generated is current, and our own pages follow their template. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { bars } from '../../bench/bars.mts';
import { growths } from '../../bench/growth.mts';
import { plots } from '../../bench/plot.mts';
import { runs } from '../../bench/rows.mts';
import { generated } from '../../scripts/generate.mts';
import { rules } from '../src/core/index.ts';
import { contextOf, find } from './check.ts';
import { home } from './sources.ts';

describe('what is generated', () => {
  it('is current', async () => {
    const stale = (await generated()).filter(({ path, text }) => readFileSync(home + path, 'utf8') !== text);
    if (0 < stale.length)
      fail(`Run \`npm run generate\`, and commit what it writes: ${stale.map(({ path }) => path).join(', ')}`);
  });

  it('leaves no page of a rule that is gone', () => {
    const pages = readdirSync(`${home}docs/rules`).sort();
    deepEqual(pages, [...rules.map(({ id }) => `${id}.md`), 'README.md'].sort());
  });
});

describe('the bench', () => {
  const page = readFileSync(`${home}bench/README.md`, 'utf8');

  for (const { id, what, bar } of bars) {
    it(`measures ${id}, and has a row for it`, () => {
      ok(id in runs);
      const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\` `)) ?? '';
      ok(row.includes(what) && row.includes(bar === undefined ? ' – ' : ` ≤ ${bar} `), row);
    });
  }

  it('measures what it plots', () =>
    deepEqual(
      Object.keys(growths),
      plots.map(({ id }) => id),
    ));
});

describe('our own pages', () => {
  const template = readFileSync(`${home}docs/rule-template.md`, 'utf8');

  for (const { id } of rules) {
    it(`docs/rules/${id}.md has nothing left to say`, () => {
      const page = readFileSync(`${home}docs/rules/${id}.md`, 'utf8');
      const found = find(contextOf(template, page)).map(({ rule, message }) => `${rule}: ${message}`);
      deepEqual(found, []);
    });
  }
});
