/** What a configuration could say of a repository, tried on its newest documents before anything is written. */
import * as core from '../core/index.ts';
import { configurationFrom, configurationName } from './configurations.ts';
import { globOf } from './globs.ts';

/** Paths are relative to where the configuration will lie, with forward slashes. */
export interface Repository {
  readonly paths: readonly string[];
  /** Undefined where there is no text to be had. Never rejects. */
  read(path: string): Promise<string | undefined>;
  /** The newest first. Never rejects. */
  newestFirst(paths: readonly string[]): Promise<readonly string[]>;
}

export interface Wishes {
  /** Undefined: those that are likely. */
  readonly templates: readonly string[] | undefined;
  /** Patterns of the documents; undefined: those that answer to the templates. */
  readonly files: readonly string[] | undefined;
}

export interface Proposal {
  /** In the order that they are to be written. */
  readonly entries: readonly core.ProposedEntry[];
  readonly templates: readonly TriedTemplate[];
  /** Those that nothing will follow, each with the reason. */
  readonly unused: readonly { readonly path: string; readonly why: string }[];
}

/** A template, and what is found in the newest documents that will follow it. */
export interface TriedTemplate {
  readonly path: string;
  readonly sections: number;
  readonly files: readonly string[];
  /** How many documents fit the patterns. */
  readonly documents: number;
  /** How many of them were checked: the newest. */
  readonly tried: number;
  /** The loudest first. */
  readonly findings: readonly TriedFinding[];
}

export interface TriedFinding {
  readonly path: string;
  readonly lines: core.LineIndex;
  readonly finding: core.Finding;
}

/** So many of the newest documents are checked. */
export const newest = 10;

/** Never rejects. */
export async function propose(repository: Repository, wishes: Wishes): Promise<Proposal> {
  const templates: ReadTemplate[] = [];
  const unused: { path: string; why: string }[] = [];
  for (const path of wishes.templates ?? core.likelyTemplates(repository.paths).slice(0, mostTemplates)) {
    const text = await repository.read(path);
    const schema = text === undefined ? undefined : core.readTemplate(text, path);
    const isDocumentOf = (each: ReadTemplate) =>
      core.mayBeDocument(path, each.path) && schema && core.agreementOf(schema.document, each.schema) !== undefined;
    if (wishes.templates === undefined && templates.some(isDocumentOf)) continue;
    if (schema === undefined) unused.push({ path, why: 'cannot be read' });
    else if (schema.sections.length === 0) unused.push({ path, why: core.lackOfSections(schema) });
    else templates.push({ path, schema });
  }
  const files = wishes.files === undefined ? await filesOf(repository, templates) : undefined;
  const followed = templates.flatMap((template) => {
    const { patterns: own = [], followers = 0, among = 0 } = files?.get(template) ?? {};
    const patterns = wishes.files ?? own;
    if (0 < patterns.length) return [{ template, patterns, followers }];
    const why =
      followers === 0
        ? 'has no document that answers to it'
        : `is answered to by ${followers} of ${plural(among, 'document')}: too few to go by`;
    unused.push({ path: template.path, why });
    return [];
  });
  // A new document starts from the first one, and so does what answers to none. Who named templates has them in that order.
  if (wishes.templates === undefined) followed.sort((a, b) => b.followers - a.followers);
  const entries = entriesFor(followed, repository.paths);
  return { entries, templates: await tried(repository, entries, followed), unused };
}

/** With more, a repository is about templates, and somebody has to say which of them are meant. */
const mostTemplates = 40;

interface ReadTemplate {
  readonly path: string;
  readonly schema: core.SpecTemplate;
}

interface Followed {
  readonly template: ReadTemplate;
  readonly patterns: readonly string[];
  /** Of the documents that were looked at, those that answer to it best. */
  readonly followers: number;
}

type Following = Omit<Followed, 'template'> & {
  /** How many documents were looked at. */
  readonly among: number;
};

/** A document counts for the template that it answers to best. */
async function filesOf(
  repository: Repository,
  templates: readonly ReadTemplate[],
): Promise<ReadonlyMap<ReadTemplate, Following>> {
  const own = new Set(core.likelyTemplates(repository.paths).filter((path) => !core.mayBeDocument(path)));
  for (const { path } of templates) own.add(path);
  const documents = repository.paths.filter((path) => isMarkdown(path) && !own.has(path));
  const samples = new Map(templates.map((template) => [template, core.sampleOf(template.path, documents)]));
  const followers = new Map<ReadTemplate, Set<string>>(templates.map((template) => [template, new Set()]));
  for (const path of new Set(Array.from(samples.values()).flat())) {
    const text = await repository.read(path);
    if (text === undefined || core.mostChecked < text.length) continue;
    const document = core.parseDocument(text);
    const best = bestFor(path, document, templates);
    if (best !== undefined) followers.get(best)?.add(path);
  }
  return new Map(
    templates.map((template) => {
      const own = followers.get(template) ?? new Set();
      // What follows another template says nothing against this one: they may share a folder.
      const others = new Set(
        templates.flatMap((each) => (each === template ? [] : Array.from(followers.get(each) ?? []))),
      );
      const sample = samples.get(template) ?? [];
      const patterns = core.proposedFiles(
        sample.filter((path) => !others.has(path)),
        own,
      );
      const shared = sample.filter((path) => others.has(path) && patterns.some((pattern) => globOf(pattern)(path)));
      const among = own.size + shared.length;
      return [
        template,
        { patterns: own.size < leastShare * among ? [] : patterns, followers: own.size, among: sample.length },
      ];
    }),
  );
}

/** Of the documents in a folder: less is chance, where another template is the rule there. */
const leastShare = 0.1;

/** The one with the largest share of its required sections there, then with the most, then the nearest, then the likeliest. */
function bestFor(
  path: string,
  document: core.SpecDocument,
  templates: readonly ReadTemplate[],
): ReadTemplate | undefined {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const answered = templates.flatMap((template) => {
    const agreement = core.agreementOf(document, template.schema);
    return agreement === undefined ? [] : [{ template, ...agreement, steps: core.distance(folder, template.path) }];
  });
  answered.sort((a, b) => b.share - a.share || b.matched - a.matched || a.steps - b.steps);
  return answered[0]?.template;
}

/** Templates of the same documents share an entry. What speaks of fewer documents stands first, or it would never come to its turn. */
function entriesFor(followed: readonly Followed[], paths: readonly string[]): readonly core.ProposedEntry[] {
  const entries = new Map<string, { files: readonly string[]; templates: string[] }>();
  for (const { template, patterns } of followed) {
    const key = JSON.stringify(patterns);
    const entry = entries.get(key) ?? { files: patterns, templates: [] };
    entry.templates.push(template.path);
    entries.set(key, entry);
  }
  const count = (entry: core.ProposedEntry) => followersIn([entry], paths)[0]?.length ?? 0;
  return Array.from(entries.values()).sort((a, b) => count(a) - count(b));
}

/** Of each entry the documents that it speaks of, as the configuration will be read. */
function followersIn(entries: readonly core.ProposedEntry[], paths: readonly string[]): readonly string[][] {
  const root = 'file:///repository';
  const config = core.parseConfig(core.configurationText(entries));
  const configuration = configurationFrom(`${root}/${configurationName}`, root, config);
  const templates = new Set(entries.flatMap((entry) => entry.templates));
  const found = entries.map((): string[] => []);
  for (const path of paths.filter((each) => isMarkdown(each) && !templates.has(each))) {
    const uri = `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const matched = configuration.entryFor(uri);
    if ('entry' in matched) found[config.entries?.indexOf(matched.entry) ?? 0]?.push(path);
  }
  return found;
}

async function tried(
  repository: Repository,
  entries: readonly core.ProposedEntry[],
  followed: readonly Followed[],
): Promise<readonly TriedTemplate[]> {
  const followers = followersIn(entries, repository.paths);
  const results: TriedTemplate[] = [];
  for (const [at, { files, templates }] of entries.entries()) {
    const all = followers[at] ?? [];
    const read = followed.map(({ template }) => template).filter(({ path }) => templates.includes(path));
    const counts = new Map(read.map((template) => [template, { tried: 0, findings: [] as TriedFinding[] }]));
    for (const path of (await repository.newestFirst(all)).slice(0, newest)) {
      const text = await repository.read(path);
      const document = core.parseDocument(text ?? '');
      const chosen =
        read[
          core.chooseTemplate(
            document,
            read.map(({ schema }) => schema),
          ).index
        ];
      const count = chosen && counts.get(chosen);
      if (text === undefined || core.mostChecked < text.length || chosen === undefined || count === undefined) continue;
      if (core.directiveOf(document) !== undefined) continue;
      count.tried++;
      const findings = core.check(core.contextOf(chosen.schema, document), core.rules, { stage: 'ready' });
      const told = findings.filter(({ severity }) => severity !== 'hint');
      count.findings.push(...told.map((finding) => ({ path, lines: document.lines, finding })));
    }
    for (const [{ path, schema }, { tried: number, findings }] of counts) {
      const sections = Array.from(core.allSpecs(schema.sections)).length;
      results.push({
        path,
        sections,
        files,
        documents: all.length,
        tried: number,
        findings: findings.sort(byLoudness),
      });
    }
  }
  return results;
}

function byLoudness(a: TriedFinding, b: TriedFinding): number {
  return core.severities.indexOf(a.finding.severity) - core.severities.indexOf(b.finding.severity);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/** `0000-template.md, 9 sections; text/*.md, 612 documents; the 10 newest: 2 findings`. Where nobody knows what is new, the last by name were checked. */
export function proposalLine(
  { path, sections, files, documents, tried: number, findings }: TriedTemplate,
  by: 'age' | 'name' = 'age',
): string {
  const some = by === 'age' ? `the ${number} newest` : `the last ${number} by name`;
  const which = documents === number ? 'checked' : some;
  const what = number === 0 ? 'none checked' : `${which}: ${plural(findings.length, 'finding')}`;
  return `${path}, ${plural(sections, 'section')}; ${files.join(', ')}, ${plural(documents, 'document')}; ${what}`;
}

/** `missing-section 2, section-order 1`: the most frequent first. */
export function ruleCounts({ findings }: TriedTemplate): string {
  const counts = new Map<string, number>();
  for (const { finding } of findings) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
  return Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
}

/** Of one day, or where days are not known: documents are often numbered. */
export function lastByName(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(b, a);
}

/** To make it takes longer than to check a document, and few ask for a proposal. */
let collator: Intl.Collator | undefined;

function plural(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
