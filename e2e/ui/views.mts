// What a person sees around the text: problems, messages, the status bar, the views of the side bar.

import type { Locator } from 'playwright-core';
import type { Severity } from './editor.mts';
import { eventually, leaveText, press, runCommand, type Workbench, wordsOf } from './workbench.mts';

export interface Problem {
  /** Its name, without the folder. */
  readonly file: string;
  readonly severity: Severity;
  readonly message: string;
  /** Who found it. */
  readonly source: string;
  /** The rule's id. */
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

export interface TreeRow {
  readonly label: string;
  readonly description: string;
  /** From 1. */
  readonly level: number;
  /** As a screen reader says it. */
  readonly spoken: string;
}

/** A message, whether as a toast or in the list of messages. */
const message = '.notification-list-item:visible';

const tooltip = '.workbench-hover-container:visible';

/** The problems in view in the Problems panel, in its order; opens it where it is not open yet. */
export async function problems(workbench: Workbench): Promise<Problem[]> {
  const { page } = workbench;
  const panel = page.locator('.markers-panel:visible');
  if (!(await panel.isVisible())) {
    await leaveText(workbench);
    await page.keyboard.press('Control+Shift+M');
  }
  await panel.waitFor();
  return await panel.locator('.monaco-list-row').evaluateAll((rows) => {
    let file = '';
    const fromTop = rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    return fromTop.flatMap((row) => {
      const read = (part: string) => (row.querySelector(part)?.textContent ?? '').replaceAll('\u00a0', ' ');
      const place = /Ln (\d+), Col (\d+)/.exec(read('.marker-line'));
      if (row.getAttribute('aria-level') === '1') file = read('.label-name');
      // The row of a file, or of a place that a problem refers to.
      if (place === null || row.getAttribute('aria-level') !== '2') return [];
      const icon = row.querySelector('.marker-icon .codicon')?.classList;
      const severity: Severity = icon?.contains('codicon-error')
        ? 'error'
        : icon?.contains('codicon-warning')
          ? 'warning'
          : 'info';
      const [line, column] = [Number(place[1]), Number(place[2])];
      const [message, source, code] = [read('.marker-message'), read('.marker-source'), read('.marker-code')];
      return [{ file, severity, message, source, code, line, column }];
    });
  });
}

/** Waits until the problems in view are as wished, and gives them. */
export async function problemsBecome(
  workbench: Workbench,
  wish: string,
  holds: (problems: readonly Problem[]) => boolean,
): Promise<Problem[]> {
  return await eventually(workbench, `Problems: ${wish}`, () => problems(workbench), holds);
}

/** As `problemsBecome`, of all problems: the panel takes the whole height for as long as they are read. */
export async function allProblems(
  workbench: Workbench,
  wish: string,
  holds: (problems: readonly Problem[]) => boolean,
): Promise<Problem[]> {
  await problems(workbench);
  await runCommand(workbench, 'View: Toggle Maximized Panel');
  const found = await problemsBecome(workbench, wish, holds);
  await runCommand(workbench, 'View: Toggle Maximized Panel');
  await closePanel(workbench);
  return found;
}

/** Closes the panel with the Problems, where it is open. */
export async function closePanel({ page }: Workbench): Promise<void> {
  const panel = page.locator('.part.panel:visible');
  if (!(await panel.isVisible())) return;
  await page.keyboard.press('Control+J');
  await panel.waitFor({ state: 'hidden' });
}

/** Waits for a message that contains the words, and gives it whole, with its buttons. */
export async function notification(workbench: Workbench, words: string): Promise<string> {
  const patience = Date.now() + 3000;
  const read = async () => {
    const messages = await wordsOf(workbench.page.locator(message));
    const found = messages.find((each) => each.includes(words));
    // A toast goes by itself; the list keeps it.
    if (found === undefined && patience < Date.now()) await showNotifications(workbench);
    return found;
  };
  const found = await eventually(workbench, `message ${words}`, read, (each) => each !== undefined);
  return found!;
}

/** Every message there is, newest first; opens their list where it is not open yet. */
export async function notifications(workbench: Workbench): Promise<string[]> {
  await showNotifications(workbench);
  return await wordsOf(workbench.page.locator('.notifications-center .notification-list-item'));
}

/** Waits for an entry of the status bar that contains the words, and gives it: `click()` it, or read its words. */
export async function statusBarItem({ page }: Workbench, words: string): Promise<Locator> {
  const item = page.locator('.statusbar-item:visible', { hasText: words }).first();
  await item.waitFor();
  return item;
}

/** The rows of a view of the side bar, by its title, in reading order; opens the view where it is closed. */
export async function treeRows(workbench: Workbench, view: string): Promise<TreeRow[]> {
  const pane = await openView(workbench, view);
  return await pane.locator('.monaco-list-row').evaluateAll((rows) =>
    rows
      .map((row) => ({
        at: row.getBoundingClientRect().top,
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        level: Number(row.getAttribute('aria-level')),
        spoken: row.getAttribute('aria-label') ?? '',
      }))
      .sort((a, b) => a.at - b.at)
      .map(({ at: _, ...row }) => row),
  );
}

/** Waits until the rows of a view are as wished, and gives them. */
export async function treeBecomes(
  workbench: Workbench,
  view: string,
  wish: string,
  holds: (rows: readonly TreeRow[]) => boolean,
): Promise<TreeRow[]> {
  return await eventually(workbench, `${view}: ${wish}`, () => treeRows(workbench, view), holds);
}

export async function clickTreeRow(workbench: Workbench, view: string, label: string): Promise<void> {
  const pane = await openView(workbench, view);
  await pane.locator('.monaco-list-row', { hasText: label }).first().click();
}

/** Opens what is folded in a row, or folds it where it is open, and gives the focus back to the text. */
export async function foldTreeRow(workbench: Workbench, view: string, label: string): Promise<void> {
  const pane = await openView(workbench, view);
  const row = pane.locator('.monaco-list-row', { hasText: label }).first();
  const isUnfolded = () => row.getAttribute('aria-expanded');
  const before = await isUnfolded();
  await row.locator('.monaco-tl-twistie').click();
  // What stands under it comes a moment later, and takes the focus with it.
  await eventually(workbench, `${label} folded or unfolded`, isUnfolded, (now) => now !== before);
  await backToText(workbench);
}

/** An action in the title of a view, which shows while the mouse is over the view. A row’s tooltip may lie on it, and goes when the mouse does. */
export async function clickViewAction(workbench: Workbench, view: string, title: string): Promise<void> {
  const pane = await openView(workbench, view);
  await leaveText(workbench);
  await workbench.page.locator(tooltip).first().waitFor({ state: 'hidden' });
  await pane.locator('.pane-header').hover();
  await pane.locator(`.pane-header .action-label[aria-label^="${title}"]`).click();
  await backToText(workbench);
}

/** Opens the list of *New File…* by its key, since in the palette the explorer has a command of that name, too; gives one of its rows. */
export async function newFileRow(workbench: Workbench, words: string): Promise<Locator> {
  await press(workbench, 'Control+Alt+Meta+N');
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  await row.waitFor();
  return row;
}

/** Waits for the number that the explorer shows behind a file: its errors and warnings. */
export async function fileBadge(workbench: Workbench, file: string, number: string): Promise<void> {
  const row = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file });
  const badge = () =>
    row
      .locator('.monaco-icon-label')
      .evaluate((label) => getComputedStyle(label, '::after').content.replaceAll('"', ''));
  await eventually(workbench, `${number} behind ${file}`, badge, (shown) => shown === number);
}

/** Rests the mouse on a row, and gives its tooltip. */
export async function hoverTreeRow(workbench: Workbench, view: string, label: string): Promise<string> {
  const pane = await openView(workbench, view);
  await pane.locator('.monaco-list-row', { hasText: label }).first().hover();
  const hover = workbench.page.locator(tooltip).last();
  await hover.waitFor();
  return (await wordsOf(hover)).join(' ');
}

/** Waits for words in a view that has no rows. */
export async function viewSays(workbench: Workbench, view: string, words: string): Promise<void> {
  const pane = await openView(workbench, view);
  await pane.locator('.welcome-view-content', { hasText: words }).waitFor();
}

/** Opens a view and makes it as high as its rows, then puts the mouse away and gives the focus back to the text. */
export async function unfoldView(workbench: Workbench, view: string): Promise<void> {
  const { page } = workbench;
  const pane = await openView(workbench, view);
  await eventually(
    workbench,
    `rows in ${view}`,
    async () => await (await openView(workbench, view)).locator('.monaco-list-row').first().isVisible(),
    (visible) => visible,
  );
  const lacking = () =>
    pane.evaluate((element) => {
      const [list, rows] = ['.monaco-list', '.monaco-list-rows'].map((part) =>
        element.querySelector(part)!.getBoundingClientRect(),
      );
      return rows!.height - list!.height;
    });
  // A view that is still being laid out is not where it was a moment ago: then the border is taken hold of again.
  const drag = async () => {
    const pixels = await lacking();
    if (pixels <= 0) return pixels;
    const { x, y } = (await pane.boundingBox())!;
    await page.mouse.move(x + 100, y);
    await page.mouse.down();
    await page.mouse.move(x + 100, y - pixels, { steps: 4 });
    await page.mouse.up();
    return await lacking();
  };
  await eventually(workbench, `${view} unfolded`, drag, (pixels) => pixels <= 0);
  await backToText(workbench);
}

/** Opens a view and drags its upper border upwards, then puts the mouse away. */
export async function heightenView(workbench: Workbench, view: string, pixels: number): Promise<void> {
  const { page } = workbench;
  const { x, y } = (await (await openView(workbench, view)).boundingBox())!;
  await page.mouse.move(x + 100, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y - pixels, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(1, 1);
}

/** Whatever has the focus. */
export async function backToText(workbench: Workbench): Promise<void> {
  await leaveText(workbench);
  await press(workbench, 'Control+1');
  await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** The view, by its title, opened where it was closed. The first new spec opens the outline by itself, so a click at that moment folds it again. */
export async function openView(workbench: Workbench, view: string): Promise<Locator> {
  const { page } = workbench;
  const header = page.locator('.pane-header').filter({ has: page.locator('h3.title', { hasText: view }) });
  const pane = page.locator('.pane').filter({ has: header });
  await header.waitFor();
  const shown = async () => {
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    return (await header.getAttribute('aria-expanded')) === 'true' && (await pane.locator('.pane-body').isVisible());
  };
  await eventually(workbench, `${view} open`, shown, (open) => open);
  return pane;
}

async function showNotifications({ page }: Workbench): Promise<void> {
  const center = page.locator('.notifications-center.visible');
  if (await center.isVisible()) return;
  await page.locator('.statusbar-item[id="status.notifications"]').click();
  await center.waitFor();
  // Where it is, a tooltip would cover the last of them.
  await page.mouse.move(0, 0);
}
