/** The built-in templates' texts. Generated from templates/ by `npm run generate`; do not edit. */

const techSpec = `---
name: Technical Specification
about: High level architecture for new systems/features
title: "Tech spec: "
labels: tech spec
assignees: ""
---

## Guidelines

A technical specification exists to guide implementation and to clear any ambiguity around what needs to be done in order to ship a project. The level of detail should be enough so that people won't be wondering _how_ something will be done from a high level, but it shouldn't be so much that the tech spec is basically doing the entire project.

When writing technical documents, err on the side of brevity. Say just enough to get your point across.

When writing tech specs, err on the side of decreasing scope instead of increasing scope if faced with the two choices.

Not every section requires a response. Just leave \`N/A\` under a section if it's not applicable.

When completed please post to discussion board.

**Delete the text above before submitting**

## Summary:

Provide a short (1-2 sentences) overview of the project, including its purpose and goals.

## Scope:

Define the scope of the project, including what is within scope and what is out of scope.

## Data model:

Define any changes to data models, including any added or removed indeces or relations.

## User Stories:

List the ways the user will interact with the project. e.g. "User will be able to edit their profile."

## Implementation Details:

Provide details around how the feature will be implemented, and justify any decisions made. For example, this may include stuff that looks like:

- We are using server-side rendering via Next.js instead of client-side rendering because XYZ.
- To get a user's information from Discord, we will use the provided code to generate an access token from Discord's OAuth API, and then use that access token to hit various endpoints to get user's profile and guild data.

Provide pseudocode/code snippets if you think they are important for understanding the implementation.

## APIs:

Define new API endpoints of the project, including the endpoints, methods, and request/response formats.

## Security/Privacy:

Call out any security or privacy concerns, and what can be done to mitigate them.

## Testing:

Describe the testing approach and strategy for the project, including unit tests, integration tests, and end-to-end tests.

## Open Questions:

Use this space to ask any questions of which you're not sure of the answer, whether it be a technical question or an implementation detail.

## Deployment:

Describe any special considerations needed when deploying the project. For example, if there are breaking schema changes, how do we migrate existing data?
`;

const architectureDecisionRecord = `---
status: proposed | accepted | rejected | superseded
date: YYYY-MM-DD
---

# {Title: what was decided}

## Context

Say in two to five sentences what called for a decision: the problem, whom it troubles, and what is settled already. Whoever joins the team next year must be able to follow.

## Criteria

List what a good answer has to do, the most important first. Numbers tell more than adjectives.

## Options

Say how the options were found, and name those that were ruled out early. Doing nothing is an option, too.

### {Option}

Say in no more than 150 words how it would work, then what speaks for it and what against.

- For: {what it does well}
- Against: {what it costs}

## Decision

Say in one to three sentences which option was chosen, and which of the criteria tipped the scales.

## Consequences

List what becomes easier, what becomes harder, and what has to be done next, by whom.

## Review (optional)

Name the day, or the sign, on which this decision is to be looked at again.

## References (optional)

Link to what was read, measured or discussed, and to the record that this one supersedes.
`;

/** By the name that follows `builtin:`. */
export const builtinTemplates: ReadonlyMap<string, string> = new Map([
  ['tech-spec', techSpec],
  ['architecture-decision-record', architectureDecisionRecord],
]);

/** The one that documents follow where nothing names another. */
export const builtinTemplate = techSpec;
