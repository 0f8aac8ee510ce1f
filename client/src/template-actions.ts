/** What can be done about the template in force: a click in the status bar asks. */
import * as vscode from 'vscode';
import { type TemplateChoices, templateChoices, useTemplate } from '../../server/src/lsp/protocol.ts';
import { editorOf, toRange } from './editing.ts';
import type { Parts } from './parts.ts';
import { openDocument, openFolder, ours, tell, tellNoSpec } from './tell.ts';

interface Choice extends vscode.QuickPickItem {
  readonly go?: () => unknown;
}

/** Of the document that the status bar speaks of. */
export async function showTemplateActions(parts: Parts): Promise<void> {
  const { current } = parts;
  await current.settled();
  const { outline } = current;
  if (outline === undefined) return tellNoSpec();
  const { template, stage, progress } = outline;
  const chosen = await vscode.window.showQuickPick<Choice>(
    [
      command('arrow-down', vscode.l10n.t('Next Open Section'), 'techSpec.nextOpenSection'),
      ...(template.uri === null
        ? []
        : [command('go-to-file', vscode.l10n.t('Go to Template'), 'techSpec.goToTemplate')]),
      command('info', vscode.l10n.t('Explain This Template'), 'techSpec.explainTemplate'),
      // Without a folder there is none, nor in the palette.
      ...(vscode.workspace.workspaceFolders === undefined
        ? []
        : [command('replace', vscode.l10n.t('Use Another Template …'), 'techSpec.useAnotherTemplate')]),
      stage === 'draft'
        ? command('checklist', vscode.l10n.t('Check Readiness'), 'techSpec.checkReadiness')
        : command('discard', vscode.l10n.t('Back to Draft'), 'techSpec.backToDraft'),
    ],
    {
      title: vscode.l10n.t('{0} of {1} sections answered', progress.done, progress.of),
      placeHolder: vscode.l10n.t('Template: {0}', templateName(template)),
    },
  );
  await chosen?.go?.();
}

/** Its path in the workspace, where it has one: names are often all “template.md”. */
export function templateName({ name, uri }: { readonly name: string; readonly uri: string | null }): string {
  const parsed = uri === null ? undefined : vscode.Uri.parse(uri);
  const isOurs = parsed !== undefined && vscode.workspace.getWorkspaceFolder(parsed) !== undefined;
  const path = isOurs ? vscode.workspace.asRelativePath(parsed) : '';
  return path === '' || path === name ? name : `${name} (${path})`;
}

/** The one in force, and nowhere else: `argument`, a zero-based line of it, may come from a link in a hover. */
export async function goToTemplate({ current }: Parts, argument: unknown): Promise<void> {
  await current.settled();
  const uri = current.outline?.template.uri;
  if (uri === undefined || uri === null) return tellNoSpec();
  const line = typeof argument === 'number' && Number.isSafeInteger(argument) && 0 <= argument ? argument : undefined;
  const selection = line === undefined ? undefined : new vscode.Range(line, 0, line, 0);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), { ...(selection && { selection }) });
}

/** By a comment in the document, or in the file that speaks of all documents. */
export async function useAnotherTemplate(parts: Parts): Promise<void> {
  const { server, current } = parts;
  const { document } = current;
  const found = document && (await server.ask(templateChoices, { uri: document.uri.toString() }));
  if (document === undefined || !found) {
    tell('information', vscode.l10n.t('Open a Markdown document of a folder first.'), {
      ...openFolder(),
      ...openDocument(),
    });
    return;
  }
  const chosen = await vscode.window.showQuickPick(choicesOf(parts, document, found), {
    title: vscode.l10n.t('Use Another Template'),
    placeHolder: vscode.l10n.t('The document says in a comment at its top which one it follows'),
  });
  await chosen?.go?.();
}

function choicesOf(
  parts: Parts,
  document: vscode.TextDocument,
  { templates, configuration }: TemplateChoices,
): Choice[] {
  const inForce = parts.current.outline?.template.uri;
  return [
    ...templates.map(({ uri, path }) => ({
      label: path,
      description: uri === inForce ? vscode.l10n.t('in force') : '',
      iconPath: new vscode.ThemeIcon('file'),
      go: () => follow(parts, document, uri),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('No Template: Not a Tech Spec'),
      iconPath: new vscode.ThemeIcon('circle-slash'),
      go: () => follow(parts, document, null),
    },
    ...(configuration === null ? [] : [openConfiguration(configuration)]),
  ];
}

function openConfiguration({ uri, line }: { readonly uri: string; readonly line: number }): Choice {
  const parsed = vscode.Uri.parse(uri);
  return {
    label: vscode.l10n.t('Open {0}', vscode.workspace.asRelativePath(parsed)),
    detail: vscode.l10n.t('Which template all documents of a folder follow is said there'),
    iconPath: new vscode.ThemeIcon('settings'),
    go: () => vscode.window.showTextDocument(parsed, { selection: new vscode.Range(line, 0, line, 0) }),
  };
}

async function follow({ server }: Parts, document: vscode.TextDocument, template: string | null): Promise<void> {
  const found = await server.ask(useTemplate, { uri: document.uri.toString(), template });
  const editor = await editorOf(document);
  const isCurrent = found !== null && document.version === found.version;
  const isDone =
    isCurrent &&
    (await editor.edit((builder) => {
      for (const { range, newText } of found.edits) builder.replace(toRange(range), newText);
    }));
  if (isDone) return;
  tell('information', vscode.l10n.t('The document cannot name that template.'), {
    [vscode.l10n.t('Use Another Template')]: ours('useAnotherTemplate'),
  });
}

function command(icon: string, label: string, name: string): Choice {
  return { label, iconPath: new vscode.ThemeIcon(icon), go: () => vscode.commands.executeCommand(name) };
}
