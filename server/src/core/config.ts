/** `.tech-spec.json`: which files follow which template, what is otherwise than it says, how loud the rules are. */
import { misshapen } from './config-check.ts';
import { configShape } from './config-shape.ts';
import { type JsonMember, type JsonNode, parseJson } from './json.ts';
import type { Severity } from './rules/rule.ts';
import { LineIndex } from './text/line-index.ts';
import { patternProblem } from './text/patterns.ts';
import { quoted } from './text/quoted.ts';
import type { Note, Span } from './text/span.ts';

export interface Config {
  readonly text: string;
  readonly lines: LineIndex;
  /** In the order written; undefined where the file says nothing of which documents are specs. */
  readonly entries: readonly ConfigEntry[] | undefined;
  /** Of the whole file, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** In the order of the text. */
  readonly problems: readonly ConfigProblem[];
}

export interface ConfigEntry {
  /** From its brace to its brace. */
  readonly span: Span;
  /** Documents have to match one of these, … */
  readonly files: readonly Words[];
  /** … and none of these, which are without their `!`. */
  readonly except: readonly Words[];
  /** As written: relative to the configuration. Empty: the one in force without a configuration. */
  readonly templates: readonly Words[];
  readonly sections: readonly SectionOverride[];
  /** The entry's own and the whole file's, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  /** Values of the front matter by key, one of which makes a document ready. */
  readonly ready: ReadonlyMap<string, readonly string[]>;
  /** The same with the place of each. */
  readonly readyWords: readonly { readonly key: Words; readonly values: readonly Words[] }[];
  /** `YYYY-MM-DD`: what was added before that day is judged by the template of its day. */
  readonly since: string | undefined;
}

/** A text of the configuration and its place, quotes included. */
export interface Words {
  readonly value: string;
  readonly span: Span;
}

/** What is not as the template says; undefined leaves it to the template. */
export interface SectionOverride {
  readonly heading: Words;
  readonly required: boolean | undefined;
  readonly aliases: readonly string[];
  /** False: no limit. */
  readonly maxSentences: number | false | undefined;
  readonly maxWords: number | false | undefined;
  readonly keep: boolean | undefined;
  readonly reason: boolean | undefined;
}

/** An error: what the file says is not known, and nothing is to be found by guessing. A warning: part of it has no effect. */
export interface ConfigProblem extends Note {
  readonly severity: 'error' | 'warning';
}

/** Never throws: what cannot be read is a problem, and the rest is there. */
export function parseConfig(text: string): Config {
  const lines = new LineIndex(text);
  const { root, problem } = parseJson(text);
  if (root === undefined) return { text, lines, entries: undefined, rules: new Map(), problems: [asError(problem)] };
  const rules = severitiesIn(memberOf(root, 'rules'));
  const specs = memberOf(root, 'specs');
  const entries = specs?.kind === 'list' ? specs.items.map((item) => entryIn(item, rules)) : undefined;
  const errors = [
    ...misshapen(root, configShape),
    ...(entries ?? []).flatMap((entry) => [...patternProblems(entry), ...tooMany(entry)]),
  ].map(asError);
  const problems = [...errors, ...fights(entries ?? [], lines)];
  return { text, lines, entries, rules, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** One that is there and whose text cannot be had; `why` continues “cannot be read: ”. */
export function unreadableConfig(why: string): Config {
  const problem = asError({ span: { start: 0, end: 0 }, message: `The file cannot be read: ${why}` });
  return { text: '', lines: new LineIndex(''), entries: undefined, rules: new Map(), problems: [problem] };
}

/** Whether nothing is to be found by it until it is mended. */
export function isBroken({ problems }: Config): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function entryIn(node: JsonNode, common: Config['rules']): ConfigEntry {
  const files = textsOf(memberOf(node, 'files'));
  const since = memberOf(node, 'since');
  const ready = membersOf(memberOf(node, 'ready')).map(({ key, keySpan, value }) => {
    return { key: { value: key, span: keySpan }, values: scalarsOf(value) };
  });
  return {
    span: node.span,
    files: files.filter(({ value }) => !value.startsWith('!')),
    except: files.filter(({ value }) => value.startsWith('!')).map((each) => ({ ...each, value: each.value.slice(1) })),
    templates: textsOf(memberOf(node, 'template')),
    sections: membersOf(memberOf(node, 'sections')).map(overrideIn),
    rules: new Map([...common, ...severitiesIn(memberOf(node, 'rules'))]),
    ready: new Map(ready.map(({ key, values }) => [key.value, values.map(({ value }) => value)])),
    readyWords: ready,
    since: since?.kind === 'text' ? since.value : undefined,
  };
}

function overrideIn({ key, keySpan, value }: JsonMember): SectionOverride {
  return {
    heading: { value: key, span: keySpan },
    required: flagOf(memberOf(value, 'required')),
    aliases: textsOf(memberOf(value, 'aliases')).map((alias) => alias.value),
    maxSentences: limitOf(memberOf(value, 'maxSentences')),
    maxWords: limitOf(memberOf(value, 'maxWords')),
    keep: flagOf(memberOf(value, 'keep')),
    reason: flagOf(memberOf(value, 'reason')),
  };
}

function* patternProblems({ files, except, span }: ConfigEntry): Iterable<Note> {
  for (const { value, span: place } of [...files, ...except]) {
    const why = value.trim() === '' ? undefined : patternProblem(value);
    if (why !== undefined) yield { span: place, message: `${quoted(value)} ${why}` };
  }
  if (files.length === 0 && 0 < except.length) {
    yield {
      span: except[0]?.span ?? span,
      message: 'The entry only takes documents out: a pattern without “!” is missing',
    };
  }
}

/** Each document is laid under all of them at each keystroke. */
function* tooMany({ templates }: ConfigEntry): Iterable<Note> {
  const first = templates[mostTemplates];
  if (first !== undefined) yield { span: first.span, message: `An entry has at most ${mostTemplates} templates` };
}

const mostTemplates = 20;

/** A pattern that an entry before has too never comes to its turn, unless that one lets some documents through. */
function* fights(entries: readonly ConfigEntry[], lines: LineIndex): Iterable<ConfigProblem> {
  for (const [at, { files, except }] of entries.entries()) {
    const taken = new Set(except.map(({ value }) => value));
    for (const { value, span } of files) {
      const before = entries
        .slice(0, at)
        .find(
          (each) => each.files.some((one) => one.value === value) && each.except.every((one) => taken.has(one.value)),
        );
      if (before === undefined) continue;
      const line = lines.lineAt(before.span.start) + 1;
      const message = `${quoted(value)} has no effect: the entry on line ${line} has it too, and the first one wins`;
      yield { span, message, severity: 'warning' };
    }
  }
}

function asError(note: Note): ConfigProblem {
  return { ...note, severity: 'error' };
}

function* severitiesFrom(members: readonly JsonMember[]): Iterable<[string, Severity | 'off']> {
  for (const { key, value } of members) {
    const severity = value.kind === 'text' ? severityNamed.get(value.value) : undefined;
    if (severity !== undefined) yield [key, severity];
  }
}

function severitiesIn(node: JsonNode | undefined): Config['rules'] {
  return new Map(severitiesFrom(membersOf(node)));
}

const severityNamed: ReadonlyMap<string, Severity | 'off'> = new Map([
  ['error', 'error'],
  ['warning', 'warning'],
  ['information', 'information'],
  ['info', 'information'],
  ['hint', 'hint'],
  ['off', 'off'],
]);

function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : [];
}

/** The last of that name, as `JSON.parse` has it. */
function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return membersOf(node).findLast((member) => member.key === key)?.value;
}

function flagOf(node: JsonNode | undefined): boolean | undefined {
  return node?.kind === 'flag' ? node.value : undefined;
}

function limitOf(node: JsonNode | undefined): number | false | undefined {
  if (node?.kind === 'flag') return node.value ? undefined : false;
  return node?.kind === 'number' ? node.value : undefined;
}

/** Of one text or a list of them. */
function textsOf(node: JsonNode | undefined): readonly Words[] {
  if (node?.kind === 'list') return node.items.flatMap(textsOf);
  return node?.kind === 'text' ? [{ value: node.value, span: node.span }] : [];
}

function scalarsOf(node: JsonNode): readonly Words[] {
  if (node.kind === 'list') return node.items.flatMap(scalarsOf);
  const isScalar = node.kind === 'text' || node.kind === 'number' || node.kind === 'flag';
  return isScalar ? [{ value: String(node.value), span: node.span }] : [];
}
