// Opens a VS Code as a person would see it, and gives commands to it by keyboard. Nothing here waits for a fixed time: each function waits for what would be seen.

import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { startBrowser } from '../host/browser.mts';
import { root, screenshots } from '../host/places.mts';
import { pageUrl, startServer } from '../host/server.mts';

export interface WorkbenchOptions {
  /** The folder to open. What is opened is a copy, so that nothing in it changes. */
  readonly folder: string;
  /** A file in it to open, relative. */
  readonly file?: string;
  /** Folders of the extensions to have, absolute; ours when nothing is said. */
  readonly extensions?: readonly string[];
  /** A folder of installed extensions, absolute; in place of ours. */
  readonly extensionsDir?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where extensions run: in a process of their own, or in a worker of the browser as on vscode.dev. */
  readonly host?: 'node' | 'web';
  readonly size?: { readonly width: number; readonly height: number };
  /** The display language that extensions see. The workbench itself stays English: its words would come with a language pack. */
  readonly language?: string;
  /** The system that the workbench takes itself to be on, with its keys; the one it is on when nothing is said. */
  readonly system?: 'mac';
  /** Nobody has said that the folder is trusted: Restricted Mode. */
  readonly restricted?: boolean;
}

export interface Workbench {
  readonly page: Page;
  /** The copy of the folder that is open. */
  readonly folder: string;
  /** Of the VS Code server, and of the process group that its children are in too. */
  readonly pid: number;
  close(): Promise<void>;
}

/** In milliseconds: a machine that has much else to do takes its time, and only what fails waits to the end. */
const patience = 45_000;

/** Resolves when the workbench can be used: its file is shown, or its explorer where none was named. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { file, extensions = [root], settings = {}, host = 'node', language } = options;
  const { restricted = false, extensionsDir, size = { width: 1280, height: 800 } } = options;
  const onMac = options.system === 'mac';
  const placed = host === 'web' ? { 'remote.extensionKind': { 'tech-spec.tech-spec': ['web'] } } : {};
  const temporary = await mkdtemp(join(tmpdir(), 'tech-spec-ui-'));
  const folder = join(temporary, basename(options.folder));
  await cp(options.folder, folder, { recursive: true });
  const server = await startServer({
    settings: { ...settings, ...placed },
    extensions,
    ...(extensionsDir !== undefined && { extensionsDir }),
    restricted,
    log: 'ui-server.log',
  });
  const browser = await startBrowser();
  const close = async () => {
    await browser.close();
    await server.stop();
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce', ...(onMac && { userAgent: mac }) });
    page.setDefaultTimeout(patience);
    // tsx wraps functions in calls of its `__name`, also those that Playwright sends to the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    if (language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}'`);
    await page.goto(pageUrl(server, { folder }), { timeout: 60_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    const workbench = { page, folder, pid: server.pid, close };
    if (file !== undefined) await openFile(workbench, file);
    return workbench;
  } catch (error) {
    await close();
    throw error;
  }
}

/** How a browser on a Mac introduces itself. */
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';

/** Opens a file of the folder in the explorer, and waits until its text has the focus. */
export async function openFile({ page }: Workbench, file: string): Promise<void> {
  const names = file.split('/');
  for (const [at, name] of names.entries()) {
    const row = page.locator(`.explorer-folders-view .monaco-list-row[aria-level="${at + 1}"]`, {
      has: page.getByText(name, { exact: true }),
    });
    await row.waitFor();
    if (at === names.length - 1) await row.dblclick();
    else if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  }
  await page.locator('.editor-group-container.active .tab.active', { hasText: names.at(-1)! }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused .view-line').first().waitFor();
}

/** Runs a command from the palette, by the title it has there. The palette is opened again until it lists it: it knows no command that came later. */
export async function runCommand(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  const row = quickRow(page, title);
  const look = async () => {
    if (await quickInputBox(page).isVisible()) await press(workbench, 'Escape');
    await quickInputBox(page).waitFor({ state: 'hidden' });
    await press(workbench, 'F1');
    await quickInputBox(page).fill(`>${title}`);
    await quickRow(page, '').waitFor();
    return await row.isVisible();
  };
  await eventually(workbench, `command ${title}`, look, (isListed) => isListed);
  await row.click();
  await leaveText(workbench);
}

/** Takes the mouse off the text: Ctrl makes a link of the word under it, and of the last it was over before it left. So it leaves over the line numbers. */
export async function leaveText({ page }: Workbench): Promise<void> {
  const editor = page.locator('.editor-group-container.active .monaco-editor:visible').first();
  const place = (await editor.isVisible()) ? await editor.boundingBox() : null;
  if (place !== null) await page.mouse.move(place.x + 10, place.y + place.height / 2);
  await page.mouse.move(1, 1);
}

/** Answers the input box that is open, or is about to open, with a text and Enter. */
export async function quickInput({ page }: Workbench, text: string): Promise<void> {
  const input = quickInputBox(page);
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
}

/** Saves an untitled document as a file of the folder, in the dialog that Ctrl+S opens. */
export async function saveAs(workbench: Workbench, file: string): Promise<void> {
  const { page, folder } = workbench;
  const input = quickInputBox(page);
  const target = join(folder, file);
  const neighbours = await readdir(dirname(target));
  await press(workbench, 'Control+S');
  // The dialog names a file of its own first, and hears nothing while it reads a folder.
  const proposed = () => input.inputValue();
  await quickRows(workbench);
  await eventually(workbench, 'a name is proposed', proposed, (path) => path.endsWith('.md'));
  await input.fill(target);
  const isThere = (rows: readonly string[]) => neighbours.every((name) => rows.includes(name));
  await eventually(workbench, `${dirname(file)} is listed`, () => quickRows(workbench), isThere);
  const confirm = async () => {
    await page
      .getByRole('button', { name: 'OK', exact: true })
      .click({ timeout: 1000 })
      .catch(() => {});
    return await input.isVisible();
  };
  await eventually(workbench, 'the dialog closes', confirm, (isOpen) => !isOpen);
  await page.locator('.tab.active:not(.dirty)', { hasText: basename(file) }).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** The rows of the list that is open, or is about to open, each as it reads, and without the headings of groups. */
export async function quickRows({ page }: Workbench): Promise<string[]> {
  const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  return await rows.evaluateAll((elements) =>
    elements.map((row) =>
      Array.from(row.querySelectorAll('.label-name, .label-description'), (part) => part.textContent ?? '')
        .join(' ')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    ),
  );
}

/** Types into whatever has the focus, key by key. A list of suggestions that opens is closed, so that Enter ends a line. */
export async function typeText({ page }: Workbench, text: string): Promise<void> {
  for (const [at, line] of text.split('\n').entries()) {
    if (0 < at) {
      if (await page.locator('.suggest-widget.visible').isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type(line);
  }
}

/** Presses keys, one after the other: `Control+S`, `Shift+End`, `Delete`. */
export async function press({ page }: Workbench, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Waits until nothing is selected: else the words of the last selection would be taken for those of the next one. */
export async function noSelection({ page }: Workbench): Promise<void> {
  await page.locator('.statusbar-item:visible', { hasText: 'selected' }).waitFor({ state: 'hidden' });
}

/** Leaves a picture in `e2e/screenshots`, and gives its path. */
export async function screenshot({ page }: Workbench, name: string): Promise<string> {
  await mkdir(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

/** Reads again and again until what is read is as wished, and gives that. When patience ends it throws with what was read last, and leaves a picture. */
export async function eventually<Value>(
  workbench: Workbench,
  wish: string,
  read: () => Promise<Value>,
  holds: (value: Value) => boolean,
): Promise<Value> {
  let value = await read();
  for (const end = Date.now() + patience; !holds(value); value = await read()) {
    if (end < Date.now()) {
      const picture = await screenshot(workbench, `failed-${wish.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`);
      throw new Error(
        `${wish}: not so after ${patience / 1000} seconds, but ${JSON.stringify(value, undefined, 2)}; see ${picture}`,
      );
    }
    await delay(50);
  }
  return value;
}

/** What elements in view say, each on one line. */
export async function wordsOf(elements: Locator): Promise<string[]> {
  return await elements.evaluateAll((all) =>
    all.map((element) => {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const words: string[] = [];
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) words.push(node.nodeValue ?? '');
      // VS Code draws spaces as no-break spaces, and leaves the room between words to its style sheet.
      return words.join(' ').replaceAll(/\s+/gu, ' ').trim();
    }),
  );
}

function quickInputBox(page: Page): Locator {
  return page.locator('.quick-input-widget:visible input[type="text"]:visible');
}

function quickRow(page: Page, label: string): Locator {
  const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  return rows.filter({ has: page.locator('.label-name', { hasText: startOf(label) }) }).first();
}

function startOf(text: string): RegExp {
  const words = text.split(/\s+/u).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*(.+: )?${words.join('\\s+')}`, 'u');
}
