/** Answers to what *New Tech Spec* asks: which templates there are, and the text of a document that is recognised as following one. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { toNewSpec, toNewSpecTemplate } from './convert/new-spec.ts';
import { answering } from './isolate.ts';
import type { Request } from './protocol.ts';
import * as protocol from './protocol-new-spec.ts';
import type { SettingsCache } from './settings.ts';
import { addressOf, identityOf, type Template, type Templates } from './templates.ts';

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

  answer(protocol.newSpec, null, async ({ title, instructions, guidance = 'text', template: chosen, near, target }) => {
    const place = near ?? target;
    const inForce = async () => templates.templateInForce(place, await settings.of(place));
    const template = chosen === null ? await inForce() : await templates.templateChosen(chosen, place);
    if (template === undefined) return null;
    const started = core.scaffold(template.schema, { title, instructions, guidance });
    return toNewSpec(target === undefined ? started : await recognisable(started, template, target));
  });

  /** Names its template itself where nothing else would. */
  async function recognisable(started: core.Scaffold, template: Template, target: string): Promise<core.Scaffold> {
    const document = core.parseDocument(started.text);
    const candidate = { uri: target, document, recognised: new Set<string>() };
    const decision = await templates.decide(candidate, await settings.of(target));
    if (decision.kind === 'spec' && identityOf(decision.template) === identityOf(template)) return started;
    const name = templates.nameIn(target, addressOf(template));
    return (name === undefined ? undefined : core.namingTemplate(started, name)) ?? started;
  }

  function answer<Params, Result>(
    { method }: Request<Params, Result>,
    failed: Result,
    handler: (params: Params) => Promise<Result>,
  ): void {
    const handle: lsp.GenericRequestHandler<unknown, never> = answering(connection, method, failed, handler);
    connection.onRequest(method, handle);
  }
}
