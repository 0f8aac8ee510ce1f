// Whether words can be read: the contrast between them and what is behind them, wherever in the window they are.

import type { Locator } from 'playwright-core';

export interface Drawn {
  readonly words: string;
  /** By WCAG 2: 1 to 21. With what is see-through laid over what is behind it. */
  readonly contrast: number;
}

/** Of each piece of text in view inside of elements, and of each that is an icon, in the order of the page. */
export async function drawnIn(elements: Locator): Promise<Drawn[]> {
  return await elements.evaluateAll((all) => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    const colorIn = (css: string): Color => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = ([red, green, blue, alpha]: Color, behind: Color): Color => {
      const mix = (front: number, back: number) => front * alpha + back * (1 - alpha);
      return [mix(red, behind[0]), mix(green, behind[1]), mix(blue, behind[2]), 1];
    };
    const behind = (element: Element | null): Color => {
      if (element === null) return [255, 255, 255, 1];
      const own = colorIn(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const opacity = (element: Element | null): number =>
      element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement);
    const luminance = (color: Color) => {
      const [red, green, blue] = color.map((part) => {
        const value = part / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const found: { words: string; contrast: number }[] = [];
    const measure = (element: Element, words: string) => {
      const back = behind(element);
      const [red, green, blue, alpha] = colorIn(getComputedStyle(element).color);
      const front = over([red, green, blue, alpha * opacity(element)], back);
      const [darker, lighter] = [luminance(back), luminance(front)].sort((a, b) => a - b) as [number, number];
      found.push({ words, contrast: (lighter + 0.05) / (darker + 0.05) });
    };
    for (const root of all) {
      // An icon is a letter of a font, which no text node has.
      const icon = Array.from(root.classList).find((name) => name.startsWith('codicon-'));
      if (icon !== undefined) measure(root, icon);
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const words = (node.nodeValue ?? '').replaceAll('\u00a0', ' ').trim();
        const element = node.parentElement!;
        const { width, height } = element.getBoundingClientRect();
        if (words === '' || width === 0 || height === 0 || getComputedStyle(element).visibility === 'hidden') continue;
        measure(element, words);
      }
    }
    return found;
  });
}
