/** What GitHub is asked, in GraphQL. A test holds it against the schema that GitHub publishes. */

/** The place, with each label and person that is asked for as `label0`, `assignee0` and so on. */
export function placeQuery(labels: number, assignees: number): string {
  const names = [...numbered('label', labels), ...numbered('assignee', assignees)];
  const marks = [
    ...numbered('label', labels).map((name) => `${name}: label(name: $${name}) { id }`),
    ...numbered('assignee', assignees).map(
      (name) => `${name}: assignableUsers(first: 10, query: $${name}) { nodes { id login } }`,
    ),
  ];
  return `query Place($owner: String!, $name: String!${names.map((name) => `, $${name}: String!`).join('')}) {
    repository(owner: $owner, name: $name) {
      id nameWithOwner isArchived hasIssuesEnabled hasDiscussionsEnabled viewerPermission
      discussionCategories(first: 25, filterByAssignable: true) { nodes { id name slug description } }
      ${marks.join('\n      ')}
    }
  }`;
}

export const issueMutation =
  'mutation Issue($input: CreateIssueInput!) { createIssue(input: $input) { issue { id number url } } }';

export const discussionMutation =
  'mutation Discussion($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { id number url } } }';

export const labelMutation =
  'mutation Labels($input: AddLabelsToLabelableInput!) { addLabelsToLabelable(input: $input) { clientMutationId } }';

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}${at}`);
}
