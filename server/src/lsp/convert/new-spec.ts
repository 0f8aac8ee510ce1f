/** New documents and the templates to start them from. */
import * as core from '../../core/index.ts';
import { folderOf, pathIn } from '../addresses.ts';
import type * as protocol from '../protocol-new-spec.ts';
import type { StartingTemplate } from '../starting-templates.ts';
import { addressOf } from '../templates.ts';
import { toRange } from './places.ts';

export function toNewSpec({ text, selection }: core.Scaffold): protocol.NewSpec {
  return { text, selection: toRange({ lines: new core.LineIndex(text) }, selection) };
}

export function toNewSpecTemplate(
  { template, isInForce }: StartingTemplate,
  folders: readonly string[],
): protocol.NewSpecTemplate {
  const { name, uri, schema } = template;
  return {
    uri: addressOf(template),
    name,
    path: uri === undefined ? null : pathIn(uri, folderOf(uri, folders)),
    sections: schema.sections.map((section) => section.name).join(' · '),
    isInForce,
  };
}
