/** What people read in VS Code can be translated, and is: the client’s words and the manifest’s, in every language there is. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Literal, literalsIn } from './literals.ts';
import { home, sourcesIn } from './sources.ts';

type Words = ReadonlyMap<string, string>;

/** Of the languages there are, what their words cannot do without: so English that was left is found. */
const scripts: ReadonlyMap<string, RegExp> = new Map([
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
]);

const client = sourcesIn('client/src');
const literals = client.flatMap(literalsIn);
const said = new Set(literals.filter(isTranslated).map(({ text }) => text));
const manifest = readFileSync(`${home}package.json`, 'utf8');
const english = wordsIn('package.nls.json');
const languages = readdirSync(`${home}l10n`).map((name) => /^bundle\.l10n\.(\w+)\.json$/.exec(name)?.[1] ?? name);

describe('words in the client', () => {
  it('are asked for by a literal, which alone can be looked up', () => {
    const other = /\bl10n\b(?!\.t\(\s*'(?:[^'\\\n]|\\.)*'\s*[,)])/g;
    const offenders = client.flatMap(({ path, text }) => Array.from(text.matchAll(other), () => path));
    none(offenders, 'Write vscode.l10n.t(‘…’), with {0} for what comes in');
  });

  it('all go through vscode.l10n.t where people read them', () => {
    const bare = literals
      .filter(isNoQuery)
      .filter((literal) => !isTranslated(literal) && !isForTheLog(literal) && isForPeople(literal));
    none(
      bare.map(({ place, text }) => `${place}: ${text}`),
      'Write vscode.l10n.t(‘…’) around it, or name it in `alike` in this test',
    );
  });

  it('are found by this test', () => ok(50 < said.size));
});

describe('words in the manifest', () => {
  const named = new Set(Array.from(manifest.matchAll(/"%([\w.-]+)%"/g), ([, key]) => key ?? ''));

  it('all stand in package.nls.json', () => {
    const lacking = Array.from(named).filter((key) => !english.has(key));
    none(lacking.map(line), 'Put these into package.nls.json');
    none(
      Array.from(english.keys()).filter((key) => !named.has(key)),
      'Take what nobody asks for from package.nls.json',
    );
  });

  it('are nowhere written into package.json itself', () => {
    const bare = /"(?:title|shortTitle|name|contents|description|markdownDescription|altText)": "(?!%)[^"]* [^"]*"/g;
    const offenders = Array.from(manifest.slice(manifest.indexOf('"contributes"')).matchAll(bare), ([each]) => each);
    none(
      offenders.filter((each) => !alike.has(each.split('"')[3] ?? '')),
      'Give it a key, and put its words into package.nls.json',
    );
  });
});

for (const language of languages) {
  const pairs = [
    { file: `l10n/bundle.l10n.${language}.json`, wanted: new Map(Array.from(said, (text) => [text, text])) },
    { file: `package.nls.${language}.json`, wanted: english },
  ] satisfies { file: string; wanted: Words }[];

  const manifestWords = wordsIn(`package.nls.${language}.json`);
  const titles = Array.from(english).filter(([key]) => /^command\..*\.title$/.test(key));
  const commands = new Map(titles.map(([key, title]) => [title, manifestWords.get(key) ?? title]));

  for (const { file, wanted } of pairs) {
    describe(file, () => {
      const words = wordsIn(file);
      const both = Array.from(wanted, ([key, text]) => ({ key, text, translated: words.get(key) ?? text }));

      it('has every word there is, and none that is no more', () => {
        const lacking = Array.from(wanted).filter(([key]) => !words.has(key));
        none(
          lacking.map(([key, text]) => (key === text ? line(key) : `${line(key)} ← ${JSON.stringify(text)}`)),
          `Put these into ${file}, with a translation behind each (a rough one is enough to land: it will be looked over)`,
        );
        none(
          Array.from(words.keys())
            .filter((key) => !wanted.has(key))
            .map(line),
          `Take these from ${file}`,
        );
      });

      it('says each in its own language', () => {
        const script = scripts.get(language);
        ok(script, `Say in this test what letters tell ${language} from English`);
        const left = both.filter(({ key, translated }) => words.has(key) && !script.test(translated));
        none(
          left.map(({ key }) => line(key)),
          `Translate these in ${file}`,
        );
      });

      it('keeps what is no word: what comes in, code, settings, commands, emphasis', () => {
        for (const { key, text, translated } of both) deepEqual(marksOf(translated), marksOf(text), `${file}: ${key}`);
      });

      it('calls a command by the name it has in the palette', () => {
        for (const { key, text, translated } of both) {
          const named = Array.from(text.matchAll(mention), ([, button, other]) => button ?? other ?? '');
          const names = [text, ...named].flatMap((name) => commands.get(name) ?? []);
          const other = names.filter((name) => !translated.includes(name));
          deepEqual(other, [], `${file}: ${key}`);
        }
      });

      it('ends a sentence where the English does', () => {
        const other = both.filter(({ text, translated }) => /\.$/m.test(text) !== /[.。]$/m.test(translated));
        none(
          other.map(({ key }) => line(key)),
          `End these in ${file} as the English ends`,
        );
      });
    });
  }
}

describe('languages', () => {
  it('have both their files', () => {
    const manifests = readdirSync(home).flatMap((name) => /^package\.nls\.(\w+)\.json$/.exec(name)?.[1] ?? []);
    deepEqual(manifests.sort(), Array.from(languages).sort());
    ok(languages.includes('ja'));
  });

  it('are packed with the extension, and VS Code is told where they lie', () => {
    const { files, l10n } = JSON.parse(manifest);
    deepEqual(l10n, './l10n');
    deepEqual(
      ['l10n', 'package.nls*.json'].filter((each) => !files.includes(each)),
      [],
    );
  });
});

/** Names, and patterns for files: the same in every language. */
const alike: ReadonlySet<string> = new Set(['Tech Spec', '$(warning) Tech Spec', 'docs/specs/**/*.md']);

function isTranslated({ before }: Literal): boolean {
  return /\bl10n\.t\(\s*$/.test(before);
}

/** GraphQL is read by GitHub. */
function isNoQuery({ place }: Literal): boolean {
  return !place.startsWith('client/src/github-queries.ts:');
}

function isForTheLog({ before }: Literal): boolean {
  return /\blog\.\w+\(\s*$/.test(before);
}

/** By the words in it, or by where it goes. */
function isForPeople({ text, before }: Literal): boolean {
  if (alike.has(text) || !/\p{L}{2}/u.test(text)) return false;
  if (/^\p{Lu}\p{Ll}+[.…]?$|\p{L}{2,}[,:]? \p{L}+/u.test(text)) return true;
  const shown = /\b(?:title|label|detail|description|tooltip|prompt|placeHolder|message|words|name|text)\b\s*[:=]\s*$/;
  const spoken = /\b(?:tell\('\w+',|(?:append(?:Text|Markdown)|set\w+Message|show\w+Message|Error)\()\s*$/;
  return shown.test(before) || spoken.test(before);
}

/** A button, or a command as the palette lists it. */
const mention = /\[([^\]]+)\]\(command:|\*Tech Spec: ([^*]+)\*/g;

/** What must come out of a translation as it went in, in order of the alphabet. */
function marksOf(text: string): readonly string[] {
  const found = text.match(/\{\d+\}|`[^`]*`|#[\w.]+#|\]\([^)]*\)|\$\([\w-]+\)|\*|\n/g) ?? [];
  return Array.from(found).sort();
}

function wordsIn(file: string): Words {
  return new Map(Object.entries(JSON.parse(readFileSync(home + file, 'utf8'))));
}

/** To be pasted. */
function line(key: string): string {
  return `${JSON.stringify(key)}: "",`;
}

function none(offenders: readonly string[], advice: string): void {
  if (0 < offenders.length) fail(`${advice}:\n  ${offenders.join('\n  ')}`);
}
