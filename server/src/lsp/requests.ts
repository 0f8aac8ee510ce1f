/** Our own requests beyond LSP: what views and commands of a client of ours ask for. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Capabilities } from './capabilities.ts';
import { toOffset } from './convert/places.ts';
import { toPost } from './convert/post.ts';
import { toInsertion, toOpenSection, toOutline, toOutlineSections, toReadiness } from './convert/requests.ts';
import { answer } from './isolate.ts';
import * as protocol from './protocol.ts';
import { post } from './protocol-post.ts';
import type { SettingsCache } from './settings.ts';
import { sliced, wanting } from './slices.ts';
import type { Templates } from './templates.ts';
import type { Context, Workspace } from './workspace.ts';

export interface RequestsOptions {
  readonly connection: lsp.Connection;
  readonly workspace: Workspace;
  readonly templates: Templates;
  readonly settings: SettingsCache;
  readonly capabilities: Capabilities;
  /** A document's stage changed. */
  readonly staged: (uri: string) => void;
}

export function startRequests({
  connection,
  workspace,
  templates,
  settings,
  capabilities,
  staged,
}: RequestsOptions): void {
  connection.onRequest(protocol.signOfLife.method, () => null);

  answer(connection, protocol.outline, null, async ({ uri }, token) => {
    const context = await workspace.contextOf(uri);
    if (context === undefined) return null;
    const items = await sliced(core.outlineInSteps(context), wanting(token));
    const sections = items && (await sliced(toOutlineSections(context, items), wanting(token)));
    return sections === undefined ? null : toOutline(context, sections, capabilities);
  });

  answer(connection, protocol.insertSections, null, async ({ uri, paths, body, force }) => {
    const context = (await workspace.contextOf(uri)) ?? (force ? await contextInForce(uri) : undefined);
    if (context === undefined) return null;
    return toInsertion(context, core.insertion(context, wantedBy(paths, force), body));
  });

  answer(connection, protocol.markNotApplicable, null, async ({ uri, at }) => {
    const context = await workspace.contextOf(uri);
    if (context === undefined) return null;
    const marked = core.markNotApplicable(context, 'path' in at ? at.path : toOffset(context.document, at));
    return 'refused' in marked ? marked : toInsertion(context, marked);
  });

  answer(connection, protocol.openSection, null, async ({ uri, position, direction }) => {
    const context = await workspace.contextOf(uri);
    if (context === undefined) return null;
    const found = core.openSection(context, toOffset(context.document, position), direction);
    return found === undefined ? null : toOpenSection(context, found);
  });

  answer(connection, protocol.readiness, null, async ({ uri, stage }, token) => {
    const document = workspace.documents.get(uri);
    if (document === undefined || (await workspace.contextOf(uri)) === undefined) return null;
    document.stage = stage;
    // The user asks now: that is as good as a save.
    document.savedVersion = document.version;
    document.reading = undefined;
    staged(uri);
    const context = await workspace.checkedContextOf(uri, wanting(token));
    return context === undefined ? null : toReadiness(context);
  });

  answer(connection, post, null, async ({ uri }, token) => {
    const context = await workspace.contextOf(uri);
    if (context === undefined) return null;
    const isWanted = wanting(token);
    const [made, left] = [await sliced(core.postInSteps(context), isWanted), await context.whenReady(isWanted)];
    return made === undefined || left === undefined ? null : toPost(context, made, left);
  });

  async function contextInForce(uri: string): Promise<Context | undefined> {
    const found = await settings.of(uri);
    const template = await templates.templateInForce(uri, found);
    const document = workspace.documents.get(uri);
    return template && document && workspace.contextAs(document, template, found);
  }
}

/** Without names: what is owed, or all of the template where it is put in by force. */
function wantedBy(paths: readonly string[] | null, force: boolean): core.Wanted {
  if (paths === null) return force ? () => true : core.isOwed;
  const wanted = new Set(paths);
  return ({ path }) => wanted.has(path);
}
