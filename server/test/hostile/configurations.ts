/** What breaks readers of JSON, and what breaks those who believe it. */

const deep = (open: string, close: string) => `${open.repeat(100_000)}${close.repeat(100_000)}`;
const specs = (entry: unknown) => JSON.stringify({ specs: [{ files: '**/*.md', ...(entry as object) }] });
const sections = (count: number, rules: unknown) =>
  specs({ sections: Object.fromEntries(Array.from({ length: count }, (_, at) => [`Section ${at}`, rules])) });

export const configurations: Readonly<Record<string, string>> = {
  'nested lists': deep('[', ']'),
  'nested objects': `${'{"specs":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  'what is never closed': '[{"specs":['.repeat(20_000),
  'a text that is never closed': `{"specs": "${'\\u0000'.repeat(40_000)}`,
  'a number without end': `{"specs": ${'9'.repeat(200_000)}}`,
  'prototypes as keys': `{"__proto__": {"specs": []}, "constructor": 1, ${specs({}).slice(1, -1)}, "rules": {"__proto__": "off", "constructor": "error", "toString": "hint"}}`,
  'prototypes as sections': `{"specs": [{"files": "*.md", "sections": {"__proto__": {"required": false}, "constructor": {"aliases": ["__proto__"]}, "hasOwnProperty": {"maxWords": 1}}, "ready": {"__proto__": "x"}}]}`,
  'the same key again and again': `{${'"specs": [], '.repeat(15_000)}"rules": {}}`,
  'thousands of sections': sections(3000, { aliases: ['Summary', 'Scope'], maxWords: 1, required: true }),
  'thousands of names for one': specs({
    sections: { Summary: { aliases: Array.from({ length: 9000 }, (_, at) => `n${at}`) } },
  }),
  'thousands of entries': JSON.stringify({
    specs: Array.from({ length: 4000 }, () => ({ files: '**/*.md', template: 'a.md' })),
  }),
  'a pattern of stars': specs({ files: `${'**/'.repeat(20_000)}a` }),
  'a pattern of braces': specs({ files: `${'{a,b,'.repeat(10_000)}${'}'.repeat(10_000)}` }),
  'a pattern of brackets': specs({ files: `${'[!a-'.repeat(10_000)}` }),
  'a pattern of choices': specs({ files: `${'@(a|b'.repeat(10_000)}${')'.repeat(10_000)}` }),
  'numbers beyond all': specs({ sections: { Summary: { maxWords: 1e308, maxSentences: -1e308 } } }),
  'marks of every kind': specs({ files: '\u202e\ufeff\ud800*.md', sections: { '\0': {}, '\ud83d': {}, '': {} } }),
  'a byte order mark, twice': `\ufeff\ufeff${specs({})}`,
}; // prettier-ignore
