/** The commands by name: each asks what it must, hands over to the server, and puts the cursor where work goes on. */
import * as vscode from 'vscode';
import { editorOf, select, toRange } from './editing.ts';
import { explainTemplate } from './explanation.ts';
import { insertSection, insertTemplate } from './insert-template.ts';
import { newSpec } from './new-spec.ts';
import { markNotApplicable } from './not-applicable.ts';
import { goToOpenSection } from './open-section.ts';
import type { Parts } from './parts.ts';
import { postSpec } from './post.ts';
import { backToDraft, checkReadiness } from './readiness.ts';
import type { Server } from './server.ts';
import { tellFailure } from './tell.ts';
import { goToTemplate, showTemplateActions, useAnotherTemplate } from './template-actions.ts';
import { useAsTemplate } from './use-as-template.ts';

export function registerCommands(parts: Parts): vscode.Disposable {
  const { server, specs, log } = parts;
  const commands: Readonly<Record<string, (argument: unknown) => unknown>> = {
    'techSpec.newSpec': (argument) => newSpec(parts, argument),
    'techSpec.newSpecInFolder': (folder) => newSpec(parts, folder),
    'techSpec.insertTemplate': () => insertTemplate(parts),
    'techSpec.nextOpenSection': () => goToOpenSection(parts, 'next'),
    'techSpec.previousOpenSection': () => goToOpenSection(parts, 'previous'),
    'techSpec.checkReadiness': () => checkReadiness(parts),
    'techSpec.backToDraft': () => backToDraft(parts),
    'techSpec.postToDiscussionBoard': () => postSpec(parts, 'discussion'),
    'techSpec.createIssue': () => postSpec(parts, 'issue'),
    'techSpec.useAsTemplate': (argument) => useAsTemplate(parts, argument),
    'techSpec.explainTemplate': (argument) => explainTemplate(parts, argument),
    'techSpec.useAnotherTemplate': () => useAnotherTemplate(parts),
    'techSpec.goToTemplate': (argument) => goToTemplate(parts, argument),
    'techSpec.showTemplateActions': () => showTemplateActions(parts),
    'techSpec.restartServer': () => restart(server),
    'techSpec.showOutput': () => log.show(),
    'techSpec.markNotApplicable': (id) => markNotApplicable(parts, id),
    'techSpec.outline.open': (id) => openSection(parts, String(id)),
    'techSpec.outline.insert': (id) => openSection(parts, String(id)),
    'techSpec.outline.showOpen': () => parts.view.show('open'),
    'techSpec.outline.showAll': () => parts.view.show('all'),
    'techSpec.specs.refresh': () => specs.refresh(),
    'techSpec.specs.stop': () => specs.stop(),
  };
  const registered = Object.entries(commands).map(([name, run]) => {
    return vscode.commands.registerCommand(name, async (argument: unknown) => {
      try {
        await run(argument);
      } catch (error) {
        tellFailure(log, error);
      }
    });
  });
  return vscode.Disposable.from(...registered);
}

async function restart(server: Server): Promise<void> {
  const title = vscode.l10n.t('Restarting the Tech Spec server');
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => server.restart());
}

/** A click in the outline: goes to the section, or puts it in. */
async function openSection(parts: Parts, id: string): Promise<void> {
  const { current, view } = parts;
  const { document } = current;
  // What was clicked may have moved since it was drawn.
  await current.settled();
  const entry = view.entry(id);
  if (document === undefined || document !== current.document || entry === undefined) return;
  const { place, section } = entry;
  if (place === null) return section && (await insertSection(parts, document, section.path));
  const { start } = toRange(place);
  select(await editorOf(document), new vscode.Range(start, start));
}
