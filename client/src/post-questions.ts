/** What is asked on the way to a post, one question at a time. Undefined is an answer, too: then nothing is posted. */
import * as vscode from 'vscode';
import type { Post } from '../../server/src/lsp/protocol-post.ts';
import type { Category, Place } from './github.ts';
import type { PostKind } from './post-page.ts';
import { type Choice, choicesOf, titleOf } from './readiness.ts';
import { pathOf, type Repository, webOf } from './remotes.ts';

/** Whether to go on with what is left; not asked where nothing louder than a hint is. Choosing something that is left goes there. */
export async function askGoOn(editor: vscode.TextEditor, { left, open }: Post, kind: PostKind): Promise<boolean> {
  if (left.findings.every(({ severity }) => severity === 'hint')) return true;
  let goesOn = false;
  const goOn: Choice = {
    label: kind === 'issue' ? vscode.l10n.t('Create the issue all the same') : vscode.l10n.t('Post all the same'),
    iconPath: new vscode.ThemeIcon('arrow-right'),
    go: () => {
      goesOn = true;
    },
  };
  const chosen = await vscode.window.showQuickPick([goOn, ...choicesOf(editor, left.findings)], {
    title: titleOf(left),
    placeHolder: openWords(open),
    matchOnDescription: true,
  });
  await chosen?.go?.();
  return goesOn;
}

function openWords(open: number): string {
  if (open === 0) return vscode.l10n.t('Go on, or choose what is left to go there');
  return open === 1
    ? vscode.l10n.t('1 section is open: go on, or choose what is left to go there')
    : vscode.l10n.t('{0} sections are open: go on, or choose what is left to go there', open);
}

/** Asked only where there is more than one. */
export async function askRepository(
  repositories: readonly Repository[],
  kind: PostKind,
): Promise<Repository | undefined> {
  if (repositories.length < 2) return repositories[0];
  const items = repositories.map((repository) => ({
    label: pathOf(repository),
    description: repository.remote,
    detail: webOf(repository),
    iconPath: new vscode.ThemeIcon('repo'),
    repository,
  }));
  const placeHolder = vscode.l10n.t('The repository to post in');
  return (await vscode.window.showQuickPick(items, { title: nameOf(kind), placeHolder }))?.repository;
}

export type Way = 'sign-in' | 'page';

export async function askWay(repository: Repository, kind: PostKind): Promise<Way | undefined> {
  const items: (vscode.QuickPickItem & { readonly way: Way })[] = [
    {
      label: vscode.l10n.t('Sign In to GitHub'),
      detail: vscode.l10n.t('With the account of VS Code; the text is shown before it is posted'),
      iconPath: new vscode.ThemeIcon('sign-in'),
      way: 'sign-in',
    },
    {
      label: vscode.l10n.t('Go on in the Browser'),
      detail: vscode.l10n.t('A page of {0} with the text filled in', new URL(repository.host.web).host),
      iconPath: new vscode.ThemeIcon('link-external'),
      way: 'page',
    },
  ];
  const title = nameOf(kind, pathOf(repository));
  const placeHolder = vscode.l10n.t('Tech Spec is not signed in');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.way;
}

export async function askCategory({ categories, nameWithOwner }: Place): Promise<Category | undefined> {
  const items = categories.map((category) => ({
    label: category.name.replaceAll('$(', '\\$('),
    ...(category.description !== null && { detail: category.description.replaceAll('$(', '\\$(') }),
    iconPath: new vscode.ThemeIcon('comment-discussion'),
    category,
  }));
  const title = nameOf('discussion', nameWithOwner);
  const placeHolder = vscode.l10n.t('The category to post in');
  // Sign-in, which comes before, takes the focus elsewhere and gives it back when it likes.
  const options = { title, placeHolder, matchOnDetail: true, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.category;
}

/** For the page, where nobody can be asked which there are. Empty leaves it to the page. */
export function askSlug(where: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: nameOf('discussion', where),
    prompt: vscode.l10n.t('The category as its address has it, such as “ideas”; empty lets GitHub ask'),
    value: 'general',
    validateInput: (value) =>
      /^[\w-]*$/.test(value.trim()) ? undefined : vscode.l10n.t('Letters, digits and hyphens, as in the address'),
  });
}

/** With a template’s prefix alone there is something to go on from. */
export async function askTitle(kind: PostKind, where: string, value: string): Promise<string | undefined> {
  const begun = /[:：\]]$/.test(value) ? `${value} ` : value;
  const title = await vscode.window.showInputBox({
    title: nameOf(kind, where),
    prompt: vscode.l10n.t('The title'),
    value: begun,
    valueSelection: [begun.length, begun.length],
    ignoreFocusOut: true,
    validateInput: (words) => (words.trim() === '' ? vscode.l10n.t('GitHub asks for a title') : undefined),
  });
  return title?.trim();
}

/** What is confirmed above its text, which may be scrolled and copied from meanwhile. */
export interface Confirmation {
  readonly kind: PostKind;
  readonly title: string;
  readonly where: string;
  readonly marks: readonly string[];
  /** What was asked for and will not be set. */
  readonly left: readonly string[];
}

export async function askConfirmation({ kind, title, where, marks, left }: Confirmation): Promise<boolean> {
  const notes = [
    marks.length === 0 ? '' : vscode.l10n.t('With {0}', quoted(marks)),
    left.length === 0 ? '' : vscode.l10n.t('without {0}, which is not there or not yours to set', quoted(left)),
  ];
  const post = {
    label: kind === 'issue' ? vscode.l10n.t('Create this issue') : vscode.l10n.t('Post this discussion'),
    description: title.replaceAll('$(', '\\$('),
    detail: notes.filter((words) => words !== '').join(' · '),
    iconPath: new vscode.ThemeIcon('send'),
  };
  const cancel = { label: vscode.l10n.t('Not yet'), iconPath: new vscode.ThemeIcon('discard') };
  const chosen = await vscode.window.showQuickPick([post, cancel], {
    title: nameOf(kind, where),
    placeHolder: vscode.l10n.t('The text below is what will be posted'),
    ignoreFocusOut: true,
  });
  return chosen === post;
}

function quoted(marks: readonly string[]): string {
  return marks.map((mark) => `“${mark}”`).join(', ');
}

/** What is being done, and where to as far as it is known. */
function nameOf(kind: PostKind, where?: string): string {
  const name = kind === 'issue' ? vscode.l10n.t('Create Issue') : vscode.l10n.t('Post to Discussion Board');
  return where === undefined ? name : `${name} · ${where}`;
}
