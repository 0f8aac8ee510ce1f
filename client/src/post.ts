/** Post to Discussion Board, Create Issue: readiness first, then where to and under which title, and nothing is sent before it was seen and confirmed. */
import * as vscode from 'vscode';
import { type Post, post as postRequest } from '../../server/src/lsp/protocol-post.ts';
import type { Category, GitHub, Place, Posted } from './github.ts';
import { type Failure, failureOf } from './github-failure.ts';
import { activeEditor, type Parts } from './parts.ts';
import { filledPage, type PostKind } from './post-page.ts';
import { askCategory, askConfirmation, askGoOn, askRepository, askSlug, askTitle, askWay } from './post-questions.ts';
import {
  tellFailed,
  tellNoCategory,
  tellNoRemote,
  tellOff,
  tellOpened,
  tellPosted,
  tellSignedOut,
} from './post-told.ts';
import type { Scope } from './post-world.ts';
import { pathOf, type Repository, webOf } from './remotes.ts';
import { tellFailure, tellNoSpec } from './tell.ts';

/** What all steps work with. */
export interface Posting {
  readonly parts: Parts;
  readonly kind: PostKind;
  readonly post: Post;
  readonly repository: Repository;
}

export async function postSpec(parts: Parts, kind: PostKind): Promise<void> {
  const { server, posting: world } = parts;
  const editor = await activeEditor(parts);
  if (editor === undefined) return;
  const { document } = editor;
  const post = await server.ask(postRequest, { uri: document.uri.toString() });
  if (post === null) return tellNoSpec();
  if (!(await askGoOn(editor, post, kind))) return;
  const origins = await world.originsOf(document);
  if (origins.repositories.length === 0) {
    await world.copy(post.body);
    return tellNoRemote(origins);
  }
  const repository = await askRepository(origins.repositories, kind);
  if (repository === undefined) return;
  const posting: Posting = { parts, kind, post, repository };
  const found = await tokenFor(posting, 'public_repo', 'silently');
  if (found !== undefined) return await postThere(posting, found);
  const way = await askWay(repository, kind);
  if (way === 'page') await openPage(posting);
  if (way === 'sign-in') await signInAndPost(posting, 'public_repo');
}

interface SignIn {
  readonly token: string;
  readonly scope: Scope;
}

async function tokenFor(
  { parts: { posting: world }, repository: { host } }: Posting,
  scope: Scope,
  how: 'silently' | 'asking',
): Promise<SignIn | undefined> {
  const token = await world.tokenFor(host, scope, how);
  return token === undefined ? undefined : { token, scope };
}

async function signInAndPost(posting: Posting, scope: Scope): Promise<void> {
  const { parts, post } = posting;
  const found = await tokenFor(posting, scope, 'asking').catch(async (error: unknown) => {
    await parts.posting.copy(post.body);
    throw error;
  });
  if (found !== undefined) return await postThere(posting, found);
  await parts.posting.copy(post.body);
  tellSignedOut(() => again(posting, () => openPage(posting)));
}

async function postThere(posting: Posting, { token, scope }: SignIn): Promise<void> {
  const { parts, kind, post, repository } = posting;
  const { owner, name, host } = repository;
  try {
    // Loaded for those who post.
    const { gitHub } = await import('./github.ts');
    const client = gitHub({ api: host.api, token, fetch: parts.posting.fetch });
    const place = await waiting(() =>
      client.place({ owner, name, labels: post.labels, assignees: kind === 'issue' ? post.assignees : [] }),
    );
    await postIn(posting, client, place);
  } catch (error) {
    const failure = failureOf(error, Date.now());
    // With the smaller scope a private repository is as good as none.
    const more = failure.kind === 'not-found' && scope === 'public_repo';
    const silent = more ? await tokenFor(posting, 'repo', 'silently') : undefined;
    if (silent !== undefined) return await postThere(posting, silent);
    parts.log.error(error instanceof Error ? error : String(error));
    await fail(posting, failure, more);
  }
}

async function fail(posting: Posting, failure: Failure, mayBePrivate: boolean): Promise<void> {
  await posting.parts.posting.copy(posting.post.body);
  tellFailed(failure, pathOf(posting.repository), {
    ...(mayBePrivate && { private: () => again(posting, () => signInAndPost(posting, 'repo')) }),
    tryAgain: () => vscode.commands.executeCommand(commandOf(posting.kind)),
    page: () => again(posting, () => openPage(posting)),
  });
}

async function postIn(posting: Posting, client: GitHub, place: Place): Promise<void> {
  const { parts, kind, post } = posting;
  const { isArchived, hasIssuesEnabled, hasDiscussionsEnabled, nameWithOwner, categories } = place;
  const isOff = isArchived || !(kind === 'issue' ? hasIssuesEnabled : hasDiscussionsEnabled);
  if (isOff || (kind === 'discussion' && categories.length === 0)) {
    await parts.posting.copy(post.body);
    return isOff ? tellOff(kind, nameWithOwner, isArchived) : tellNoCategory(nameWithOwner);
  }
  const category = kind === 'discussion' ? await askCategory(place) : undefined;
  if (kind === 'discussion' && category === undefined) return;
  const where = category === undefined ? nameWithOwner : `${nameWithOwner} · ${category.name}`;
  const title = await askTitle(kind, where, post.title);
  if (title === undefined) return;
  const shown = await parts.postTexts.show(title, post.body);
  try {
    if (!(await askConfirmation({ kind, title, where, ...marksOf(posting, place) }))) return;
  } finally {
    await shown.close();
  }
  tellPosted(kind, title, await waiting(() => send(client, place, category, { title, body: post.body })));
}

/** A discussion is nobody’s to do. */
function marksOf({ kind, post }: Posting, { left }: Place): { marks: readonly string[]; left: readonly string[] } {
  const asked = kind === 'issue' ? [...post.labels, ...post.assignees.map((login) => `@${login}`)] : post.labels;
  const isLeft = (mark: string) => left.includes(mark.replace(/^@/, ''));
  return { marks: asked.filter((mark) => !isLeft(mark)), left: asked.filter(isLeft) };
}

function send(
  client: GitHub,
  place: Place,
  category: Category | undefined,
  words: { readonly title: string; readonly body: string },
): Promise<Posted> {
  return category === undefined ? client.createIssue(place, words) : client.createDiscussion(place, category, words);
}

/** GitHub’s own page, in the browser; what has no room in its address is on the clipboard. */
async function openPage({ parts: { posting: world }, kind, post, repository }: Posting): Promise<void> {
  const where = pathOf(repository);
  const slug = kind === 'discussion' ? await askSlug(where) : '';
  if (slug === undefined) return;
  const title = await askTitle(kind, where, post.title);
  if (title === undefined) return;
  const { body, labels, assignees, issueTemplate: template } = post;
  const category = slug.trim().toLowerCase();
  const wishes = { kind, repository: webOf(repository), title, body, category, labels, assignees, template };
  const { address, hasBody } = filledPage(wishes);
  if (!hasBody) await world.copy(body);
  await world.openPage(address);
  if (!hasBody) tellOpened(() => world.copy(body));
}

function waiting<Result>(run: () => Promise<Result>): Promise<Result> {
  const title = vscode.l10n.t('Talking to GitHub');
  return Promise.resolve(vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, run));
}

/** What a button does later fails as a command does. */
function again({ parts: { log } }: Posting, run: () => Promise<void>): void {
  run().catch((error: unknown) => tellFailure(log, error));
}

function commandOf(kind: PostKind): string {
  return kind === 'issue' ? 'techSpec.createIssue' : 'techSpec.postToDiscussionBoard';
}
