/** What is said where a post did not come about. Each names the likely cause, and what was written is on the clipboard. */
import * as vscode from 'vscode';
import type { Failure } from './github-failure.ts';

/** `place` is the repository, as `owner/name`. */
export function wordsOf(failure: Failure, place: string): string {
  switch (failure.kind) {
    case 'rate-limit':
      return failure.minutes === undefined
        ? vscode.l10n.t('GitHub takes no more requests for a while')
        : vscode.l10n.t('GitHub takes no more requests for {0} min', failure.minutes);
    case 'unauthorized':
      return vscode.l10n.t('GitHub does not accept the sign-in any more: sign out of it in Accounts, and in again');
    case 'single-sign-on':
      return vscode.l10n.t('The organization of “{0}” wants its single sign-on first', place);
    case 'forbidden':
      return vscode.l10n.t('You may not post in “{0}”: {1}', place, clause(failure.words));
    case 'not-found':
      return vscode.l10n.t(
        '“{0}” was not found: it was moved, or it is private and your account does not see it',
        place,
      );
    case 'down':
      return vscode.l10n.t('GitHub has trouble of its own (status {0})', failure.status);
    case 'offline':
      return vscode.l10n.t('GitHub could not be reached');
    case 'refused':
      return vscode.l10n.t('GitHub refused: {0}', clause(failure.words));
  }
}

/** Words that go on. */
function clause(words: string): string {
  return words.trim().replace(/\.$/, '');
}
