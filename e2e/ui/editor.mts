// What a person sees and does in the text: squiggles and the words under them, hovers, quick fixes. Only the lines in view are seen.

import { eventually, leaveText, type Workbench, wordsOf } from './workbench.mts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Squiggle {
  readonly severity: Severity;
  /** The words that it underlines. */
  readonly text: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The lines in view of the active editor, from top to bottom. */
export async function visibleLines({ page }: Workbench): Promise<string[]> {
  return await page.evaluate(() => {
    const lines = document.querySelectorAll<HTMLElement>('.editor-group-container.active .view-lines .view-line');
    const fromTop = Array.from(lines).sort((a, b) => a.offsetTop - b.offsetTop);
    return fromTop.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
  });
}

/** The squiggles in view of the active editor, from top to bottom. */
export async function squiggles({ page }: Workbench): Promise<Squiggle[]> {
  return await page.evaluate(() => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor');
    if (editor === null) return [];
    const lines = Array.from(editor.querySelectorAll('.view-lines .view-line'));
    const found = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) =>
      Array.from(editor.querySelectorAll(`.squiggly-${severity}`), (mark) => ({
        severity,
        at: mark.getBoundingClientRect(),
      })),
    );
    found.sort((a, b) => a.at.top - b.at.top || a.at.left - b.at.left);
    return found.map(({ severity, at }) => {
      const middle = (at.top + at.bottom) / 2;
      const line = lines.find((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return top <= middle && middle < bottom;
      });
      const nodes = document.createTreeWalker(line ?? document.createElement('i'), NodeFilter.SHOW_TEXT);
      let text = '';
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        for (let i = 0; i < (node.nodeValue ?? '').length; i += 1) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const { left, right } = range.getBoundingClientRect();
          const center = (left + right) / 2;
          if (at.left < center && center < at.right) text += range.toString();
        }
      }
      return { severity, text: text.replaceAll('\u00a0', ' ') };
    });
  });
}

/** Waits until words are underlined, alone or among others, or no longer are where `severity` is `undefined`. */
export async function squiggleUnder(workbench: Workbench, text: string, severity: Severity | undefined): Promise<void> {
  const wish = severity === undefined ? `no squiggle under ${text}` : `${severity} under ${text}`;
  const under = (found: readonly Squiggle[]) => found.find((each) => each.text.includes(text))?.severity;
  await eventually(
    workbench,
    wish,
    () => squiggles(workbench),
    (found) => under(found) === severity,
  );
}

/** Puts the cursor at a heading, by its words, wherever in the document it is. */
export async function goToHeading(workbench: Workbench, words: string): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+O');
  const input = page.locator('.quick-input-widget:visible input[type="text"]:visible');
  await input.waitFor();
  await input.fill(`@${words}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await leaveText(workbench);
}

/** The colour of some words in view, as the style sheet has it. */
export async function colorOf(workbench: Workbench, text: string): Promise<string> {
  const words = workbench.page.locator('.editor-group-container.active .view-line span:not(:has(*))');
  return await words
    .filter({ hasText: text })
    .first()
    .evaluate((element) => getComputedStyle(element).color);
}

export interface Colour {
  /** As the style sheet has it. */
  readonly color: string;
  readonly weight: string;
  /** Between it and what is behind it, by WCAG 2: 1 to 21. */
  readonly contrast: number;
}

/** How some words in view are drawn: of each the first place where it stands. */
export async function coloursOf({ page }: Workbench, ...words: readonly string[]): Promise<Colour[]> {
  return await page.evaluate((all) => {
    const editor = document.querySelector('.editor-group-container.active .monaco-editor')!;
    const luminance = (color: string) => {
      const [red, green, blue] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const behind = luminance(getComputedStyle(editor.querySelector('.monaco-editor-background')!).backgroundColor);
    const parts = Array.from(editor.querySelectorAll<HTMLElement>('.view-line span:not(:has(*))'));
    return all.map((word) => {
      const part = parts.find((each) => (each.textContent ?? '').replaceAll('\u00a0', ' ').includes(word));
      if (part === undefined) throw new Error(`${word} is not in view`);
      const { color, fontWeight } = getComputedStyle(part);
      const [darker, lighter] = [behind, luminance(color)].sort((a, b) => a - b) as [number, number];
      return { color, weight: fontWeight, contrast: (lighter + 0.05) / (darker + 0.05) };
    });
  }, words);
}

/** Clicks before the first of some words in view: the cursor is there then. */
export async function clickText(workbench: Workbench, text: string): Promise<void> {
  const { page } = workbench;
  const { x, y } = await placeOf(workbench, text);
  await page.mouse.click(x, y);
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/**
 * Rests the mouse on the words, and gives what the hover says once it says all of `words`: VS Code fills it bit by bit. Where the
 * text moved meanwhile, no hover comes or it goes again: then the mouse comes anew.
 */
export async function hoverAt(workbench: Workbench, text: string, ...words: readonly string[]): Promise<string> {
  const { page } = workbench;
  const hover = page.locator('.monaco-editor .monaco-hover:visible').first();
  const ask = async () => {
    if (!(await hover.isVisible())) {
      const { x, y } = await placeOf(workbench, text);
      await page.mouse.move(x + 20, y + 60);
      await page.mouse.move(x + 4, y, { steps: 4 });
      await hover.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    return (await hover.isVisible()) ? (await wordsOf(hover)).join(' ') : '';
  };
  return await eventually(
    workbench,
    `a hover on ${text} saying ${words.join(' and ')}`,
    ask,
    (said) => said !== '' && said !== 'Loading...' && words.every((each) => said.includes(each)),
  );
}

/** What is offered to mend at the cursor, by the titles. It is asked for until `title` is offered: findings come after the typing. The list stays open. */
export async function quickFixes(workbench: Workbench, title = ''): Promise<string[]> {
  const { page } = workbench;
  const list = page.locator('.action-widget:visible');
  const ask = async () => {
    if (await list.isVisible()) await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+.');
    // Where nothing is offered VS Code says so in a line at the cursor. A key that came while the focus was on its way is pressed again.
    const answer = page.locator('.action-widget:visible, .monaco-editor-overlaymessage:visible').first();
    await answer.waitFor({ timeout: 5000 }).catch(() => undefined);
    return await wordsOf(list.locator('.monaco-list-row.action'));
  };
  const offered = (titles: readonly string[]) => titles.some((each) => each.includes(title));
  return await eventually(workbench, `quick fix ${title}`, ask, offered);
}

/** Chooses a quick fix from the list that is open, by its title. */
export async function takeQuickFix({ page }: Workbench, title: string): Promise<void> {
  const list = page.locator('.action-widget:visible');
  await list.locator('.monaco-list-row.action', { hasText: title }).first().click();
  await list.waitFor({ state: 'hidden' });
}

/** Where words in view begin, on the page. */
async function placeOf(workbench: Workbench, text: string): Promise<Point> {
  const read = () => workbench.page.evaluate(findText, text);
  const point = await eventually(workbench, `${text} in view`, read, (found) => found !== undefined);
  return point!;
}

/** Runs in the page. */
function findText(text: string): Point | undefined {
  for (const line of document.querySelectorAll('.editor-group-container.active .view-lines .view-line')) {
    const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
    if (at < 0) continue;
    const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const { length } = node.nodeValue ?? '';
      if (at < before + length) {
        const range = document.createRange();
        range.setStart(node, at - before);
        range.setEnd(node, at - before + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      }
      before += length;
    }
  }
  return undefined;
}
