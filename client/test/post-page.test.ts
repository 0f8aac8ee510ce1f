/** Addresses of GitHub’s pages for a new issue or discussion. */
import { equal, ok } from 'node:assert/strict';
import { filledPage, longestAddress, type PageWishes } from '../src/post-page.ts';

const wishes: PageWishes = {
  kind: 'issue',
  repository: 'https://github.com/ada/trains',
  title: 'Plan: “Night & day”',
  body: '## Goals\n\nSleep + wake #1 = 100%.',
  category: '',
  labels: ['plan', 'needs review'],
  assignees: ['ada'],
  template: null,
};

const title = 'title=Plan%3A%20%E2%80%9CNight%20%26%20day%E2%80%9D';
const body = 'body=%23%23%20Goals%0A%0ASleep%20%2B%20wake%20%231%20%3D%20100%25.';

describe('the page of a new issue', () => {
  it('has title, text, labels and assignees in its address, each encoded', () =>
    filled({}, `https://github.com/ada/trains/issues/new?labels=plan%2Cneeds%20review&assignees=ada&${title}&${body}`));

  it('is asked for a template, which sets its own labels for everyone', () =>
    filled(
      { template: 'tech spec.md' },
      `https://github.com/ada/trains/issues/new?template=tech%20spec.md&${title}&${body}`,
    ));

  it('names no labels where there are none', () =>
    filled({ labels: [], assignees: [] }, `https://github.com/ada/trains/issues/new?${title}&${body}`));

  it('is given half of a character as what it looks like', () =>
    filled(
      { labels: [], assignees: [], title: 'a\ud800', body: 'b' },
      'https://github.com/ada/trains/issues/new?title=a%EF%BF%BD&body=b',
    ));
});

describe('the page of a new discussion', () => {
  const discussion = { kind: 'discussion', category: 'ideas', template: 'tech-spec.md' } as const;

  it('has its category in its address, and no labels', () =>
    filled(discussion, `https://github.com/ada/trains/discussions/new?category=ideas&${title}&${body}`));

  it('asks for the category where none is said, and then keeps nothing of the text', () =>
    filled({ ...discussion, category: '' }, 'https://github.com/ada/trains/discussions/new/choose', false));
});

describe('a text too long for an address', () => {
  const long = 'é'.repeat(1300);

  it('is left out, and the title stays', () => {
    const bare = `https://github.com/ada/trains/issues/new?labels=plan%2Cneeds%20review&assignees=ada&${title}`;
    filled({ body: long }, bare, false);
  });

  it('is counted as encoded', () => {
    const fits = filledPage({ ...wishes, body: 'é'.repeat(1200) });
    ok(fits.hasBody && fits.address.length <= longestAddress);
  });

  it('leaves an address that GitHub takes, however long title and labels are', () => {
    const { address, hasBody } = filledPage({ ...wishes, title: long.repeat(9), labels: [long.repeat(9)] });
    ok(!hasBody && address.length <= longestAddress);
  });
});

function filled(other: Partial<PageWishes>, address: string, hasBody = true): void {
  const page = filledPage({ ...wishes, ...other });
  equal(page.address, address);
  equal(page.hasBody, hasBody);
}
