/** GitHub’s own pages for a new issue or discussion, filled in by their address. Pure: plain data in, an address out. */

export type PostKind = 'discussion' | 'issue';

export interface PageWishes {
  readonly kind: PostKind;
  /** The repository’s own page. */
  readonly repository: string;
  readonly title: string;
  readonly body: string;
  /** Of a discussion, as addresses have it: `ideas`. Empty lets the page ask. */
  readonly category: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** The name of a template’s file, whose labels and assignees GitHub itself sets. */
  readonly template: string | null;
}

export interface FilledPage {
  readonly address: string;
  /** False where the text is too long for an address, or would be lost on the way: it is to be pasted. */
  readonly hasBody: boolean;
}

/** GitHub refuses longer ones, with room for what sign-in adds. As encoded: one emoji takes twelve. */
export const longestAddress = 7500;

export function filledPage(wishes: PageWishes): FilledPage {
  const { kind, repository, title, body, category } = wishes;
  // Without a category a page comes first that keeps nothing of what it was given.
  const asksFirst = kind === 'discussion' && category === '';
  const page = `${repository}/${kind}s/new${asksFirst ? '/choose' : ''}`;
  const entries = asksFirst ? [] : entriesOf(wishes);
  const whole = addressOf(page, [...entries, ['body', body]]);
  if (!asksFirst && whole.length <= longestAddress) return { address: whole, hasBody: true };
  const bare = addressOf(page, entries);
  const address = bare.length <= longestAddress ? bare : addressOf(page, [['title', title.slice(0, 256)]]);
  return { address, hasBody: false };
}

type Entry = readonly [key: string, value: string];

/** A template sets its own labels, for everyone; to name them is a right, and GitHub calls a page missing where that lacks. */
function entriesOf({ kind, title, category, labels, assignees, template }: PageWishes): readonly Entry[] {
  const entries: Entry[] =
    kind === 'discussion'
      ? [['category', category]]
      : template !== null
        ? [['template', template]]
        : [
            ['labels', labels.join(',')],
            ['assignees', assignees.join(',')],
          ];
  return [...entries, ['title', title] as const].filter(([, value]) => value !== '');
}

function addressOf(page: string, entries: readonly Entry[]): string {
  // Words are cut where they are, surrogates too: half of a pair cannot be encoded.
  const query = entries
    .map(([key, value]) => `${key}=${encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\ufffd'))}`)
    .join('&');
  return query === '' ? page : `${page}?${query}`;
}
