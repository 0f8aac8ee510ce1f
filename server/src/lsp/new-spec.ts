/** Answers to what *New Tech Spec* asks: which templates there are, and the text of a document that is recognised as following one. */
import type * as lsp from 'vscode-languageserver';
import { toNewSpec, toNewSpecTemplate } from './convert/new-spec.ts';
import { answering } from './isolate.ts';
import type { Request } from './protocol.ts';
import * as protocol from './protocol-new-spec.ts';
import type { SettingsCache } from './settings.ts';
import { startSpec } from './started-spec.ts';
import type { Templates } from './templates.ts';

export interface NewSpecOptions {
  readonly connection: lsp.Connection;
  readonly templates: Templates;
  readonly settings: SettingsCache;
  readonly folders: () => readonly string[];
}

export function startNewSpec({ connection, templates, settings, folders }: NewSpecOptions): void {
  answer(protocol.newSpecTemplates, [], async ({ near }) => {
    const found = await templates.startingTemplates(near, await settings.of(near));
    return found.map((each) => toNewSpecTemplate(each, folders()));
  });

  answer(protocol.newSpec, null, async (wishes) => {
    const started = await startSpec(wishes, templates, (uri) => settings.of(uri));
    return started === undefined ? null : toNewSpec(started);
  });

  function answer<Params, Result>(
    { method }: Request<Params, Result>,
    failed: Result,
    handler: (params: Params) => Promise<Result>,
  ): void {
    const handle: lsp.GenericRequestHandler<unknown, never> = answering(connection, method, failed, handler);
    connection.onRequest(method, handle);
  }
}
