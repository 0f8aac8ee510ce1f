/** A template with guidance of every kind: instructions, sentences, a list, a comment, a question. */
export const template = `## Guidelines

Write so that somebody else can build it.

**Delete the text above before submitting**

## Goals

Say why the project exists, and for whom. Keep it
short and to the point.

- Name the users that it is for.
- Name the problem that they have today.

## Risks

<!-- Think of people who are not in the room. -->

What could go wrong?
`;

/** Answered. */
export const risks = '\n## Risks\n\nNone.\n';
