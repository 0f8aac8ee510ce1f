// What the stories of posting share: what is posted, and answers to what is asked on the way.

import { press, type Workbench } from './workbench.mts';

/** The folder of a repository on a GitHub of this machine, with a spec that lacks one answer. */
export const posted = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/objects/info/packs': '',
  '.git/refs/heads/.keep': '',
  '.git/config': '[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = git@127.0.0.1:ada/trains.git\n',
  '.github/ISSUE_TEMPLATE/tech-spec.md': `---
name: Tech spec
about: How a feature is built
title: "Tech spec: "
labels: tech spec, needs review
---

## Summary

Say in 1-2 sentences what it is for.

## Scope

Say what belongs to it, and what does not.

## Testing

Say how it is tested.
`,
  'night-trains.md': `---
title: "Tech spec: Night trains"
labels: tech spec, needs review
---

<!-- tech-spec: template=.github/ISSUE_TEMPLATE/tech-spec.md -->

## Summary

Who lives far away comes home **by night**.

## Scope

- sleepers from \`north\` to \`south\`
- no trams

## Testing
`,
};

/** An answer to choose, by words in it. */
export function row({ page }: Workbench, words: string) {
  return page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row', { hasText: words }).first();
}

export async function choose(workbench: Workbench, words: string): Promise<void> {
  await row(workbench, words).click();
  // Where it is, a tooltip would cover what is asked next.
  await workbench.page.mouse.move(1, 1);
}

/** Enter to the question that says these words. */
export async function answer(workbench: Workbench, words: string): Promise<void> {
  await question(workbench, words).waitFor();
  await press(workbench, 'Enter');
}

export function question({ page }: Workbench, words: string) {
  return page.locator('.quick-input-message:visible', { hasText: words });
}
