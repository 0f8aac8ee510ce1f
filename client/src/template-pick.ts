/** The question for a new spec's template: moving through the list shows each. */
import * as vscode from 'vscode';
import type { NewSpecTemplate } from '../../server/src/lsp/protocol-new-spec.ts';
import type { TemplatePreview } from './template-preview.ts';

interface Item extends vscode.QuickPickItem {
  readonly template?: NewSpecTemplate;
}

/** Undefined where the question was cancelled. `current` is the address of the one to begin at. */
export function pickTemplate(
  templates: readonly NewSpecTemplate[],
  current: string | undefined,
  preview: TemplatePreview,
): Promise<NewSpecTemplate | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = vscode.l10n.t('New Tech Spec');
  pick.placeholder = vscode.l10n.t('The template to start from');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  // What is shown may be read, and scrolled.
  pick.ignoreFocusOut = true;
  pick.items = itemsOf(templates);
  const start = pick.items.find(({ template }) => template !== undefined && template.uri === current) ?? pick.items[0];
  const show = (item: Item | undefined) => item?.template !== undefined && preview.show(item.template.uri);
  if (start !== undefined) pick.activeItems = [start];
  show(start);
  return new Promise((resolve) => {
    pick.onDidChangeActive(([item]) => show(item));
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.template);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The team's own first. */
function itemsOf(templates: readonly NewSpecTemplate[]): readonly Item[] {
  const own = templates.filter(({ path }) => path !== null);
  const builtin = templates.filter(({ path }) => path === null);
  const separator = { label: vscode.l10n.t('built in'), kind: vscode.QuickPickItemKind.Separator };
  return [...own.map(itemOf), ...(own.length === 0 ? [] : [separator]), ...builtin.map(itemOf)];
}

/** Names are often all “template.md”: then the path says which. */
function itemOf(template: NewSpecTemplate): Item {
  const { name, path, sections, isInForce } = template;
  const isNamed = path === null || !path.endsWith(name);
  const described = [isNamed ? (path ?? '') : '', isInForce ? vscode.l10n.t('in force') : ''];
  return {
    label: withoutIcons(isNamed ? name : path),
    description: described.filter((words) => words !== '').join(' · '),
    detail: withoutIcons(sections),
    iconPath: new vscode.ThemeIcon('file'),
    template,
  };
}

/** A template's own words are not to become icons. */
function withoutIcons(words: string): string {
  return words.replaceAll('$(', '\\$(');
}
