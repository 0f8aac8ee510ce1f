/** Answers to what *New Tech Spec* asks: which templates there are, and the text of a document that is recognised as following one. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { toNewSpec, toNewSpecTemplate } from './convert/new-spec.ts';
import { answering } from './isolate.ts';
import type { Request } from './protocol.ts';
import * as protocol from './protocol-new-spec.ts';
import type { CheckSettings, SettingsCache } from './settings.ts';
import { addressOf, identityOf, type Templates } from './templates.ts';

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

/** The text that a template starts; where it would not be taken for one of that template, it names it itself. Undefined where the template is in trouble, which is told. */
export async function startSpec(
  { title, instructions, guidance = 'text', template: chosen, near, target }: protocol.NewSpecParams,
  templates: Templates,
  settingsOf: (uri: string | undefined) => Promise<CheckSettings>,
): Promise<core.Scaffold | undefined> {
  const place = near ?? target;
  const inForce = async () => templates.templateInForce(place, await settingsOf(place));
  const template = chosen === null ? await inForce() : await templates.templateChosen(chosen, place);
  if (template === undefined) return undefined;
  const started = core.scaffold(template.schema, { title, instructions, guidance });
  if (target === undefined) return started;
  const candidate = { uri: target, document: core.parseDocument(started.text), recognised: new Set<string>() };
  const decision = await templates.decide(candidate, await settingsOf(target));
  if (decision.kind === 'spec' && identityOf(decision.template) === identityOf(template)) return started;
  const name = templates.nameIn(target, addressOf(template));
  return (name === undefined ? undefined : core.namingTemplate(started, name)) ?? started;
}
