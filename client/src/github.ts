/** GitHub’s own words for what is asked of it: a repository, its categories, and the two ways to post. Loaded when somebody posts. */
import { graphql } from '@octokit/graphql';
import type { RequestParameters } from '@octokit/graphql/types';
import { discussionMutation, issueMutation, labelMutation, placeQuery } from './github-queries.ts';

export interface GitHubOptions {
  /** What `/graphql` stands behind. */
  readonly api: string;
  readonly token: string;
  readonly fetch: typeof fetch;
}

/** What a post needs to know of the place it goes to. */
export interface Place {
  readonly id: string;
  readonly nameWithOwner: string;
  readonly isArchived: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly hasDiscussionsEnabled: boolean;
  /** Those that the user may post in. */
  readonly categories: readonly Category[];
  /** Of the labels and people asked for, those that are there; none where the user may not set any. */
  readonly labelIds: readonly string[];
  readonly assigneeIds: readonly string[];
  /** Names of those that will not be set. */
  readonly left: readonly string[];
}

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string | null;
}

export interface Posted {
  readonly number: number;
  readonly url: string;
  /** Labels were to be set, and were not. */
  readonly lacksLabels: boolean;
}

export interface PlaceWishes {
  readonly owner: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

export interface Words {
  readonly title: string;
  readonly body: string;
}

export interface GitHub {
  place(wishes: PlaceWishes): Promise<Place>;
  createIssue(place: Place, words: Words): Promise<Posted>;
  createDiscussion(place: Place, category: Category, words: Words): Promise<Posted>;
}

/** In milliseconds: who waits longer than this is as good as offline. */
const patience = 30_000;

export function gitHub({ api, token, fetch: send }: GitHubOptions): GitHub {
  async function ask<Answer>(query: string, variables: RequestParameters): Promise<Answer> {
    const answer = await graphql<Answer | undefined>(query, {
      ...variables,
      baseUrl: api,
      headers: { authorization: `bearer ${token}` },
      request: { fetch: unnamed(send), signal: AbortSignal.timeout(patience) },
    });
    // A network that has a page of its own to show answers everything with it: to its library that is as if nobody answered.
    if (answer === undefined) throw Object.assign(new Error(api), { status: 500 });
    return answer;
  }

  return {
    async place(wishes) {
      const { labels, assignees } = wishes;
      const { repository } = await ask<RepositoryAnswer>(placeQuery(labels.length, assignees.length), {
        owner: wishes.owner,
        name: wishes.name,
        ...Object.fromEntries(labels.map((label, at) => [`label${at}`, label])),
        ...Object.fromEntries(assignees.map((login, at) => [`assignee${at}`, login])),
      });
      return toPlace(repository, wishes);
    },
    async createIssue({ id, labelIds, assigneeIds }, { title, body }) {
      const input = { repositoryId: id, title, body, labelIds, assigneeIds };
      const { createIssue } = await ask<{ createIssue: { issue: Made } }>(issueMutation, { input });
      return { ...createIssue.issue, lacksLabels: false };
    },
    async createDiscussion({ id, labelIds }, { id: categoryId }, { title, body }) {
      const input = { repositoryId: id, categoryId, title, body };
      const { createDiscussion } = await ask<{ createDiscussion: { discussion: Made } }>(discussionMutation, { input });
      const { discussion } = createDiscussion;
      if (labelIds.length === 0) return { ...discussion, lacksLabels: false };
      // It is posted: what fails now is no reason to post it again.
      const labelled = ask(labelMutation, { input: { labelableId: discussion.id, labelIds } });
      return { ...discussion, lacksLabels: await labelled.then(() => false).catch(() => true) };
    },
  };
}

interface Made {
  readonly id: string;
  readonly number: number;
  readonly url: string;
}

interface RepositoryAnswer {
  readonly repository: {
    readonly id: string;
    readonly nameWithOwner: string;
    readonly isArchived: boolean;
    readonly hasIssuesEnabled: boolean;
    readonly hasDiscussionsEnabled: boolean;
    readonly viewerPermission: string | null;
    readonly discussionCategories: { readonly nodes: readonly Category[] };
    /** `label0`, `assignee0` … */
    readonly [alias: string]: unknown;
  };
}

function toPlace(repository: RepositoryAnswer['repository'], { labels, assignees }: PlaceWishes): Place {
  const { id, nameWithOwner, isArchived, hasIssuesEnabled, hasDiscussionsEnabled, discussionCategories } = repository;
  const mayMark = ['ADMIN', 'MAINTAIN', 'WRITE', 'TRIAGE'].includes(repository.viewerPermission ?? '');
  const found = [
    ...labels.map((name, at) => ({ name, kind: 'label', id: labelIn(repository[`label${at}`]) })),
    ...assignees.map((name, at) => ({ name, kind: 'assignee', id: userIn(repository[`assignee${at}`], name) })),
  ];
  const set = mayMark ? found : [];
  const idsOf = (kind: string) => set.flatMap((each) => (each.kind === kind ? (each.id ?? []) : []));
  return {
    id,
    nameWithOwner,
    isArchived,
    hasIssuesEnabled,
    hasDiscussionsEnabled,
    categories: discussionCategories.nodes,
    labelIds: idsOf('label'),
    assigneeIds: idsOf('assignee'),
    left: found.filter((each) => !set.includes(each) || each.id === undefined).map(({ name }) => name),
  };
}

function labelIn(answer: unknown): string | undefined {
  return (answer as { readonly id: string } | null)?.id;
}

/** A search finds names that are longer, too. */
function userIn(answer: unknown, login: string): string | undefined {
  const { nodes } = answer as { readonly nodes: readonly { readonly id: string; readonly login: string }[] };
  return nodes.find((user) => user.login.toLowerCase() === login.toLowerCase())?.id;
}

/** Browsers name themselves, and ask the server first where somebody else does it for them. */
function unnamed(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete('user-agent');
    return await send(input, { ...init, headers });
  };
}
