/** The client of GitHub against a pretended one, and what its failures are told as. */
import { deepEqual, equal } from 'node:assert/strict';
import { type GitHub, gitHub } from '../src/github.ts';
import { type Failure, failureOf } from '../src/github-failure.ts';
import { type Answer, type PretendedGitHub, withGitHub } from './pretended-github.ts';
import { trains } from './pretended-repository.ts';

const repository = {
  ...trains,
  discussionCategories: { nodes: [{ id: 'C_1', name: 'Ideas', slug: 'ideas', description: null }] },
};
const wishes = { owner: 'ada', name: 'trains', labels: [], assignees: [] };
const words = { title: 'Plan', body: '## Goals\n' };
const place = {
  id: 'R_1',
  nameWithOwner: 'ada/trains',
  isArchived: false,
  hasIssuesEnabled: true,
  hasDiscussionsEnabled: true,
  categories: repository.discussionCategories.nodes,
  labelIds: ['L_1'],
  assigneeIds: ['U_1'],
  left: [],
};
const made = { id: 'D_7', number: 7, url: 'https://github.com/ada/trains/discussions/7' };

describe('a place to post', () => {
  it('is asked for with the token, and has its categories', () =>
    asking({ Place: { body: { data: { repository } } } }, async (client, { asked }) => {
      deepEqual(await client.place(wishes), { ...place, labelIds: [], assigneeIds: [] });
      deepEqual(asked, [
        {
          path: '/api/graphql',
          authorization: 'bearer secret',
          name: 'Place',
          variables: { owner: 'ada', name: 'trains' },
        },
      ]);
    }));

  const marked = {
    ...repository,
    label0: { id: 'L_1' },
    label1: null,
    assignee0: {
      nodes: [
        { id: 'U_9', login: 'adam' },
        { id: 'U_1', login: 'Ada' },
      ],
    },
  };
  const marks = { ...wishes, labels: ['plan', 'gone'], assignees: ['ada'] };

  it('has the labels and people asked for, and says which are not there', () =>
    asking({ Place: { body: { data: { repository: marked } } } }, async (client, { asked }) => {
      const { labelIds, assigneeIds, left } = await client.place(marks);
      deepEqual([labelIds, assigneeIds, left], [['L_1'], ['U_1'], ['gone']]);
      deepEqual(asked[0]?.variables, {
        owner: 'ada',
        name: 'trains',
        label0: 'plan',
        label1: 'gone',
        assignee0: 'ada',
      });
    }));

  it('has none of them for who may not set any', () =>
    asking({ Place: { body: { data: { repository: { ...marked, viewerPermission: 'READ' } } } } }, async (client) => {
      const { labelIds, assigneeIds, left } = await client.place(marks);
      deepEqual([labelIds, assigneeIds, left], [[], [], ['plan', 'gone', 'ada']]);
    }));

  it('says where discussions are switched off', () => {
    const off = { ...repository, hasDiscussionsEnabled: false, discussionCategories: { nodes: [] } };
    return asking({ Place: { body: { data: { repository: off } } } }, async (client) =>
      equal((await client.place(wishes)).hasDiscussionsEnabled, false),
    );
  });
});

describe('a post', () => {
  it('is an issue with its labels and assignees', () =>
    asking({ Issue: { body: { data: { createIssue: { issue: made } } } } }, async (client, { asked }) => {
      deepEqual(await client.createIssue(place, words), { ...made, lacksLabels: false });
      const input = { repositoryId: 'R_1', ...words, labelIds: ['L_1'], assigneeIds: ['U_1'] };
      deepEqual(asked[0]?.variables, { input });
    }));

  const discussion = { body: { data: { createDiscussion: { discussion: made } } } };
  const [category] = place.categories as [(typeof place.categories)[0]];

  it('is a discussion in its category, which is given its labels afterwards', () => {
    const labelled = { body: { data: { addLabelsToLabelable: { clientMutationId: null } } } };
    return asking({ Discussion: discussion, Labels: labelled }, async (client, { asked }) => {
      deepEqual(await client.createDiscussion(place, category, words), { ...made, lacksLabels: false });
      deepEqual(
        asked.map(({ name, variables }) => [name, variables.input]),
        [
          ['Discussion', { repositoryId: 'R_1', categoryId: 'C_1', ...words }],
          ['Labels', { labelableId: 'D_7', labelIds: ['L_1'] }],
        ],
      );
    });
  });

  it('is there, although its labels could not be set', () =>
    asking({ Discussion: discussion, Labels: { status: 502 } }, async (client) =>
      equal((await client.createDiscussion(place, category, words)).lacksLabels, true),
    ));
});

/** In seconds. */
const now = 1_800_000_000;

describe('a failure', () => {
  const error = (type: string, message: string) => ({ body: { data: null, errors: [{ type, message }] } });
  const failures: Readonly<Record<string, readonly [Answer, Failure]>> = {
    'is a limit that is over at a time': [
      {
        ...error('RATE_LIMITED', 'API rate limit exceeded'),
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 601) },
      },
      { kind: 'rate-limit', minutes: 11 },
    ],
    'is a limit on what is done at once': [
      { status: 403, headers: { 'retry-after': '60' }, body: { message: 'You have exceeded a secondary rate limit' } },
      { kind: 'rate-limit', minutes: 1 },
    ],
    'is a limit that does not say for how long': [{ status: 429 }, { kind: 'rate-limit', minutes: undefined }],
    'is a right that lacks': [
      error('FORBIDDEN', 'Resource not accessible'),
      { kind: 'forbidden', words: 'Resource not accessible' },
    ],
    'is a scope that lacks': [
      error('INSUFFICIENT_SCOPES', 'Your token lacks a scope'),
      { kind: 'forbidden', words: 'Your token lacks a scope' },
    ],
    'is a repository that is not there': [error('NOT_FOUND', 'Could not resolve'), { kind: 'not-found' }],
    'is a text that GitHub does not take': [
      error('UNPROCESSABLE', 'Body is too long'),
      { kind: 'refused', words: 'Body is too long' },
    ],
    'is a token that has run out': [{ status: 401, body: { message: 'Bad credentials' } }, { kind: 'unauthorized' }],
    'is an organization’s own sign-in': [
      { status: 403, headers: { 'x-github-sso': 'required; url=https://github.com/orgs/tea/sso?a=b' } },
      { kind: 'single-sign-on', url: 'https://github.com/orgs/tea/sso?a=b' },
    ],
    'is GitHub’s own': [
      { status: 502, body: '<h1>Unicorn</h1>' },
      { kind: 'down', status: 502 },
    ],
    'is the network’s': [{ breaks: true }, { kind: 'offline' }],
    'is a network’s page of its own in place of an answer': [{ body: '<h1>Welcome</h1>' }, { kind: 'offline' }],
  };
  for (const [name, [answer, failure]] of Object.entries(failures)) {
    it(name, () =>
      asking({ Place: answer }, async (client) => {
        const thrown = await client.place(wishes).catch((error: unknown) => error);
        deepEqual(failureOf(thrown, now * 1000), failure);
      }),
    );
  }

  it('of ours is not told as the network’s', () =>
    deepEqual(failureOf(new TypeError('no such thing'), 0), { kind: 'refused', words: 'no such thing' }));
});

function asking(
  answers: Readonly<Record<string, Answer>>,
  run: (client: GitHub, github: PretendedGitHub) => Promise<void>,
): Promise<void> {
  return withGitHub(answers, (github) => run(gitHub({ api: github.api, token: 'secret', fetch }), github));
}
