/** Which of several templates a document follows: the one that its front matter names, else the one that answers to most of its headings. */
import { bind } from './binding.ts';
import type { SpecDocument } from './document.ts';
import { entryOf, type FrontMatter, frontMatterOf, textOf } from './front-matter.ts';
import { keysOwed } from './front-matter-schema.ts';
import { isAnswer } from './front-matter-words.ts';
import { frontMatterNames } from './recognise.ts';
import type { SpecTemplate } from './template.ts';

export interface Choice {
  /** Of the templates, in the order given. */
  readonly index: number;
  /** `only`: there is no other. */
  readonly by: 'only' | 'front-matter' | 'sections';
  /** How many of its sections are there, likenesses left out. */
  readonly matched: number;
}

/** Of those that answer alike the one that misses least, and of equals the first. Never throws. */
export function chooseTemplate(document: SpecDocument, templates: readonly SpecTemplate[]): Choice {
  const answers = templates.map((template) => answersTo(template, document));
  if (templates.length < 2) return { index: 0, by: 'only', matched: answers[0]?.matched ?? 0 };
  const named = namedIn(document, templates);
  const index = named ?? bestOf(answers);
  return { index, by: named === undefined ? 'sections' : 'front-matter', matched: answers[index]?.matched ?? 0 };
}

interface Answers {
  readonly matched: number;
  /** Of the sections that are owed. */
  readonly missing: number;
}

function answersTo(template: SpecTemplate, document: SpecDocument): Answers {
  let matched = 0;
  let missing = 0;
  for (const { spec, matches } of bind(template, document).all) {
    if (matches.some(({ by }) => by !== 'likeness')) matched++;
    else if (spec.required && matches.length === 0) missing++;
  }
  return { matched, missing };
}

function bestOf(answers: readonly Answers[]): number {
  let best = 0;
  for (const [index, { matched, missing }] of answers.entries()) {
    const before = answers[best] ?? { matched: -1, missing: 0 };
    if (before.matched < matched || (before.matched === matched && missing < before.missing)) best = index;
  }
  return best;
}

/** Undefined where the front matter fits none, or several alike. */
function namedIn(document: SpecDocument, templates: readonly SpecTemplate[]): number | undefined {
  const frontMatter = frontMatterOf(document);
  if (frontMatter === undefined) return undefined;
  const issues = templates.map(({ issue }) => issue !== undefined && frontMatterNames(document, issue));
  const only = issues.indexOf(true);
  if (only !== -1 && issues.lastIndexOf(true) === only) return only;
  const scores = templates.map((template) => agreement(frontMatter, template, templates));
  const best = Math.max(...scores);
  const first = scores.indexOf(best);
  return 0 < best && scores.lastIndexOf(best) === first ? first : undefined;
}

/** How many keys have the value, or one of the choices, that this template has and another has not. */
function agreement(frontMatter: FrontMatter, template: SpecTemplate, templates: readonly SpecTemplate[]): number {
  let agreed = 0;
  for (const key of keysOwed(template).map((each) => each.key)) {
    if (CHANGING.test(key)) continue;
    const own = folded(textOf(entryOf(frontMatter, key)));
    if (own === '' || !valuesOf(template, key).includes(own)) continue;
    if (templates.some((other) => !valuesOf(other, key).includes(own))) agreed++;
  }
  return agreed;
}

/** What a document's life changes says nothing of its kind. */
const CHANGING = /^(?:status|state|stage|phase|version|title|date|created|updated|author|authors|owner|owners)$/i;

/** What the template has there, or lets choose from; nothing where it only shows what to fill in. */
function valuesOf(template: SpecTemplate, key: string): readonly string[] {
  const owed = keysOwed(template).find((each) => each.key === key);
  if (owed === undefined || owed.date) return [];
  if (0 < owed.choices.length) return owed.choices.map(folded);
  const frontMatter = frontMatterOf(template.document);
  const value = folded(textOf(frontMatter && entryOf(frontMatter, key)));
  return isAnswer(value) ? [value] : [];
}

function folded(value: string): string {
  return value.trim().toLowerCase();
}
