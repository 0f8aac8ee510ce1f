/** The walkthrough: few steps, each with a button that does it, and pictures that fit every theme and language. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { home } from './sources.ts';

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const manifest = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));
const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(`${home}package.nls.json`, 'utf8'));
const walkthroughs: readonly { readonly steps: readonly Step[] }[] = manifest.contributes.walkthroughs;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const commands: readonly { readonly command: string }[] = manifest.contributes.commands;
const verbs = ['Start', 'Write', 'Check', 'Use'];

describe('the walkthrough', () => {
  it('is one, of four steps', () => deepEqual([walkthroughs.length, steps.length], [1, 4]));

  it('says in each title what to do', () => {
    for (const title of steps.map((step) => said(step.title))) {
      ok(verbs.includes(title.split(' ')[0] ?? ''), `“${title}” does not begin with a verb`);
      match(title, /[^.]$/);
    }
  });

  it('has one button a step, and the step is done when what the button does is done', () => {
    for (const { description, completionEvents } of steps) {
      const buttons = Array.from(said(description).matchAll(/^\[[^\]]+\]\(command:(?:toSide:)?([\w.]+)\)$/gm));
      equal(buttons.length, 1, description);
      deepEqual(
        completionEvents,
        buttons.map(([, command]) => `onCommand:${command}`),
      );
    }
  });

  it('names commands that there are', () => {
    const named = steps.flatMap(({ description }) =>
      Array.from(said(description).matchAll(/\(command:(?:toSide:)?([\w.]+)\)/g), ([, command]) => command),
    );
    const unknown = named.filter((each) => !commands.some(({ command }) => command === each));
    deepEqual(unknown, []);
  });

  it('says of each picture what is to be seen, for those who do not see it', () => {
    for (const { media } of steps) match(said(media.altText), /^A.{60,}\.$/);
  });
});

describe('pictures of the walkthrough', () => {
  it('are packed with the extension', () => ok(manifest.files.includes('images/walkthrough')));

  for (const { media } of steps) {
    it(`${media.svg} has the colours of the theme, and others where there is none`, () => {
      const colours = Array.from(
        picture(media.svg).matchAll(/(?:fill|stroke)="([^"]+)"/g),
        ([, colour]) => colour ?? '',
      );
      const wild = colours.filter((each) => !/^(?:none|#000000|var\(--vscode-[\w-]+, .+\))$/.test(each));
      ok(20 < colours.length);
      deepEqual(wild, []);
    });

    it(`${media.svg} holds nothing that VS Code would not show, and no words`, () => {
      const text = picture(media.svg);
      deepEqual(text.match(/<(?:style|script|image|foreignObject)|\b(?:style|class|href|on\w+)=/g), null);
      match(text.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ''), /^[\s\d/]*$/);
    });
  }
});

function said(key: string): string {
  return words[key.replaceAll('%', '')] ?? '';
}

function picture(path: string): string {
  return readFileSync(home + path, 'utf8');
}
