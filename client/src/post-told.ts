/** How a post ended, each with a way on. */
import * as vscode from 'vscode';
import type { Origins } from './git-remotes.ts';
import type { Posted } from './github.ts';
import type { Failure } from './github-failure.ts';
import type { PostKind } from './post-page.ts';
import { wordsOf } from './post-trouble.ts';
import { openSettings, ours, tell } from './tell.ts';

export function tellPosted(kind: PostKind, title: string, { number, url, lacksLabels }: Posted): void {
  const words =
    kind === 'issue'
      ? vscode.l10n.t('Issue #{0} is created: “{1}”', number, title)
      : vscode.l10n.t('Discussion #{0} is posted: “{1}”', number, title);
  const said = lacksLabels ? `${words} · ${vscode.l10n.t('its labels could not be set')}` : words;
  tell('information', said, {
    [vscode.l10n.t('Open in Browser')]: () => vscode.env.openExternal(vscode.Uri.parse(url)),
    [vscode.l10n.t('Copy Link')]: () => vscode.env.clipboard.writeText(url),
  });
}

export interface FailedWays {
  /** Signs in so that private repositories are seen, too. */
  readonly private?: () => unknown;
  readonly tryAgain: () => unknown;
  readonly page: () => unknown;
}

export function tellFailed(failure: Failure, place: string, ways: FailedWays): void {
  const { private: seePrivate } = ways;
  const url = failure.kind === 'single-sign-on' ? failure.url : undefined;
  tell('error', onClipboard(wordsOf(failure, place)), {
    ...(seePrivate && { [vscode.l10n.t('Sign In for Private Repositories')]: seePrivate }),
    ...(url && { [vscode.l10n.t('Open in Browser')]: () => vscode.env.openExternal(vscode.Uri.parse(url)) }),
    // What was not found is not found the next time either.
    ...(failure.kind !== 'not-found' && { [vscode.l10n.t('Try Again')]: ways.tryAgain }),
    [vscode.l10n.t('Go on in the Browser')]: ways.page,
  });
}

export function tellOff(kind: PostKind, place: string, isArchived: boolean): void {
  if (isArchived) {
    tell('warning', onClipboard(vscode.l10n.t('“{0}” is archived and takes no posts', place)), anotherWay(kind));
    return;
  }
  const words =
    kind === 'issue'
      ? vscode.l10n.t('Issues are switched off in “{0}”', place)
      : vscode.l10n.t('Discussions are switched off in “{0}”', place);
  tell('warning', onClipboard(words), anotherWay(kind));
}

export function tellNoCategory(place: string): void {
  const words = vscode.l10n.t('“{0}” has no category that you may post in', place);
  tell('warning', onClipboard(words), anotherWay('discussion'));
}

export function tellSignedOut(page: () => unknown): void {
  const words = vscode.l10n.t('Nothing was posted, because you did not sign in');
  tell('information', onClipboard(words), { [vscode.l10n.t('Go on in the Browser')]: page });
}

export function tellOpened(copy: () => unknown): void {
  tell('information', vscode.l10n.t('The page opens without the text, which is on the clipboard: paste it there'), {
    [vscode.l10n.t('Copy Again')]: copy,
  });
}

/** Nowhere to post: why, as far as it is known. */
export function tellNoRemote({ otherHosts, lacksGit }: Origins): void {
  if (lacksGit) {
    const words = vscode.l10n.t('Where to post is read from Git, and VS Code’s Git extension is off or not here');
    tell('warning', onClipboard(words), openSettings('git.enabled'));
    return;
  }
  const [host] = otherHosts;
  if (host !== undefined) {
    const words = vscode.l10n.t(
      '“{0}” is no GitHub that VS Code knows: a GitHub Enterprise is named in its settings',
      host,
    );
    tell('warning', onClipboard(words), openSettings('github-enterprise.uri'));
    return;
  }
  tell('warning', onClipboard(vscode.l10n.t('There is no remote on GitHub to post in')), {
    [vscode.l10n.t('Add Remote')]: () => vscode.commands.executeCommand('git.addRemote'),
  });
}

function anotherWay(kind: PostKind): Record<string, () => unknown> {
  return kind === 'issue'
    ? {
        [vscode.l10n.t('Post to Discussion Board')]: ours('postToDiscussionBoard'),
      }
    : { [vscode.l10n.t('Create Issue')]: ours('createIssue') };
}

function onClipboard(words: string): string {
  return vscode.l10n.t('{0}. The text is on the clipboard', words);
}
