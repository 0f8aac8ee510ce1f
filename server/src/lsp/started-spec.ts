/** The document that a template starts, made such that it is recognised as following it. The program makes the same, without a protocol. */
import * as core from '../core/index.ts';
import type { NewSpecParams } from './protocol-new-spec.ts';
import type { CheckSettings } from './settings.ts';
import { addressOf, identityOf, type Templates } from './templates.ts';

/** The text that a template starts; where it would not be taken for one of that template, it names it itself. Undefined where the template is in trouble, which is told. */
export async function startSpec(
  { title, instructions, guidance = 'text', template: chosen, near, target }: NewSpecParams,
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
