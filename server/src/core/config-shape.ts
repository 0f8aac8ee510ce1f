/** What may stand in `.tech-spec.json`: its checking, its JSON Schema and its documentation are made from this description. */
import { rules } from './rules/index.ts';

export type Shape =
  /** Text; `of` says of what kind. */
  | { readonly kind: 'text'; readonly of: 'any' | 'pattern' | 'path' | 'date' | 'address' }
  | { readonly kind: 'flag' }
  /** A text, a number, true or false. */
  | { readonly kind: 'scalar' }
  /** A whole number from 1, or false: no limit. */
  | { readonly kind: 'limit' }
  /** One of some words. */
  | { readonly kind: 'word'; readonly what: string; readonly words: readonly Word[] }
  | { readonly kind: 'list'; readonly item: Shape }
  /** One, or a list of at least one. */
  | { readonly kind: 'some'; readonly item: Shape }
  | { readonly kind: 'object'; readonly keys: readonly Key[] }
  /** Keys of the author's own, or some of `words`. */
  | {
      readonly kind: 'map';
      readonly value: Shape;
      /** What a key is: “rule”. */
      readonly what: string;
      readonly words?: readonly Word[];
    };

export interface Word {
  readonly word: string;
  /** One sentence. */
  readonly docs: string;
}

export interface Key {
  readonly key: string;
  readonly shape: Shape;
  /** Markdown, a sentence or two. */
  readonly docs: string;
  readonly required?: true;
  /** What holds where it is not there. */
  readonly default?: string | boolean;
}

const severities: readonly Word[] = [
  {
    word: 'error',
    docs: 'Fails `tech-spec check`. In a draft it is a warning where the section was passed by, else information.',
  },
  { word: 'warning', docs: 'In a draft it is information.' },
  { word: 'information', docs: 'Softly underlined.' },
  { word: 'info', docs: 'The same as `information`.' },
  { word: 'hint', docs: 'Some dots at most.' },
  { word: 'off', docs: 'The rule does not speak.' },
];

const loudness: Shape = {
  kind: 'map',
  what: 'rule',
  words: rules.map(({ id, docs }) => ({ word: id, docs: docs.summary })),
  value: { kind: 'word', what: 'severity', words: severities },
};

const override: Shape = {
  kind: 'object',
  keys: [
    {
      key: 'required',
      shape: { kind: 'flag' },
      docs: 'Whether documents owe the section.',
      default: 'as the template says',
    },
    {
      key: 'aliases',
      shape: { kind: 'some', item: { kind: 'text', of: 'any' } },
      docs: 'Other headings that count as this one.',
    },
    {
      key: 'maxSentences',
      shape: { kind: 'limit' },
      docs: 'The most sentences the section may have, in place of what the template says of sentences; `false` for no limit.',
      default: 'as the template says',
    },
    {
      key: 'maxWords',
      shape: { kind: 'limit' },
      docs: 'The most words the section may have, in place of what the template says of words; `false` for no limit.',
      default: 'as the template says',
    },
    {
      key: 'keep',
      shape: { kind: 'flag' },
      docs: 'The template’s own text in this section may stay: it is no left-over guidance.',
      default: false,
    },
    {
      key: 'reason',
      shape: { kind: 'flag' },
      docs: '“N/A” is an answer only with a reason behind it: `N/A – the API does not change`.',
      default: false,
    },
  ],
};

const entry: Shape = {
  kind: 'object',
  keys: [
    {
      key: 'files',
      shape: { kind: 'some', item: { kind: 'text', of: 'pattern' } },
      required: true,
      docs: 'The documents: paths below the folder of this file, with `*`, `**`, `?`, `[0-9]` and `{a,b}`. A pattern with `!` in front takes documents out again. READMEs and templates are specs only where a pattern spells their name out.',
    },
    {
      key: 'template',
      shape: { kind: 'some', item: { kind: 'text', of: 'path' } },
      docs: 'Their template: a path below the folder of this file or elsewhere in the workspace, or `builtin:` with the name of a built-in one, such as `builtin:architecture-decision-record`. Of several, each document follows the one that its front matter names, else the one that most of its headings answer to.',
      default: 'the repository’s own issue template for tech specs, else the built-in template',
    },
    {
      key: 'sections',
      shape: { kind: 'map', what: 'heading', value: override },
      docs: 'What is otherwise than the template’s text says, by the template’s heading.',
    },
    {
      key: 'rules',
      shape: loudness,
      docs: 'How loud each rule is in these documents. Wins over `rules` of the whole file.',
    },
    {
      key: 'ready',
      shape: { kind: 'map', what: 'key', value: { kind: 'some', item: { kind: 'scalar' } } },
      docs: 'Which values of the front matter say that a document is ready, as in `{ "status": ["Review", "Final"] }`. All other documents are drafts. `tech-spec check` tells of a key or a value that no document has and that looks like a slip.',
      default: 'drafts in the editor, ready for `tech-spec check`',
    },
    {
      key: 'since',
      shape: { kind: 'text', of: 'date' },
      docs: 'Documents that were added before this day, `YYYY-MM-DD`, are asked for nothing that the template did not ask for on the day they were added. Git’s whole history tells that day (`fetch-depth: 0` in CI; the GitHub action gets it), so it counts for `tech-spec`, while editors go by today’s template.',
    },
  ],
};

/** The whole file. */
export const configShape: Extract<Shape, { kind: 'object' }> = {
  kind: 'object',
  keys: [
    {
      key: '$schema',
      shape: { kind: 'text', of: 'address' },
      docs: 'Where an editor finds the description of this file.',
    },
    {
      key: 'specs',
      shape: { kind: 'list', item: entry },
      docs: 'Which documents follow which template. The first entry that matches wins; a document that none matches is no spec.',
      default: 'documents are recognised by their names and headings',
    },
    { key: 'rules', shape: loudness, docs: 'How loud each rule is in all documents.' },
  ],
};
