/** The template as it read on the day a document was added. */
import { dirname, extname, resolve } from 'node:path';
import { readTemplate, type SpecTemplate } from '../../core/index.ts';
import type { Environment } from '../git/git.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import type { History } from '../git/history.ts';
import { nearestWith } from '../paths.ts';
import { textOf } from '../read.ts';
import type { Terminal } from '../terminal.ts';
import type { NamedTemplate } from './templates.ts';

export interface EarlierTemplate {
  readonly template: SpecTemplate;
  /** When the document was added: YYYY-MM-DD. */
  readonly date: string;
}

export interface EarlierTemplates {
  /**
   * Undefined where today's is the document's own: it was never committed, or the template has no history or reads as it
   * did. Rejects with `GitTrouble`.
   */
  of(path: string, named: NamedTemplate): Promise<EarlierTemplate | undefined>;
  /** To be called at the end. */
  close(): void;
}

export interface EarlierOptions {
  /** Also where the configuration does not ask for it. */
  readonly always: boolean;
  /** All documents that may be asked about, absolute. */
  readonly paths: readonly string[];
}

/** History is read when the first document needs it. */
export function earlierTemplates(
  { folder, environment }: Pick<Terminal, 'folder' | 'environment'>,
  { always, paths }: EarlierOptions,
): EarlierTemplates {
  /** By the folder that has the repository. */
  const histories = new Map<string, Promise<History>>();
  /** By today's template and the text. */
  const parsed = new WeakMap<SpecTemplate, Map<string, SpecTemplate>>();

  const historyFor = (path: string, template: string) => {
    const root = nearestWith('.git', dirname(path)) ?? folder;
    const endings = new Set([...paths, template, '.md'].map(endingOf));
    const known = histories.get(root) ?? readHistory(root, environment, endings);
    histories.set(root, known);
    return known;
  };

  const parseAs = (text: string, file: string, { template, parse }: NamedTemplate) => {
    const texts = parsed.get(template) ?? new Map<string, SpecTemplate>();
    parsed.set(template, texts);
    const known = texts.get(text) ?? parse?.(text) ?? readTemplate(text, file);
    texts.set(text, known);
    return known;
  };

  const earlierOf = async (path: string, file: string, named: NamedTemplate) => {
    const history = await historyFor(path, file);
    const added = history.addedOf(path);
    if (added === undefined || (!always && named.since !== undefined && named.since <= added.date)) return undefined;
    const bytes = await history.textAt(resolve(folder, file), added.commit);
    const read = bytes && textOf(bytes);
    if (read?.kind !== 'text' || read.text === named.template.document.text) return undefined;
    return { template: parseAs(read.text, file, named), date: added.date };
  };

  return {
    async of(path, named) {
      if (named.file === undefined || (!always && named.since === undefined)) return undefined;
      try {
        return await earlierOf(path, named.file, named);
      } catch (error) {
        if (!(error instanceof GitTrouble)) throw error;
        throw new GitTrouble(`${always ? '--as-of-creation' : '“since” in the configuration'}: ${error.message}`);
      }
    },

    close: () => {
      for (const history of histories.values()) history.then(({ close }) => close()).catch(() => {});
    },
  };
}

async function readHistory(folder: string, environment: Environment, endings: ReadonlySet<string>): Promise<History> {
  const [{ openRepository }, { historyOf }] = await Promise.all([
    import('../git/repository.ts'),
    import('../git/history.ts'),
  ]);
  return historyOf(await openRepository(folder, environment), endings);
}

/** With its dot; empty where it says nothing, and so matches all. */
function endingOf(path: string): string {
  const ending = /^\.\w+$/.exec(path) === null ? extname(path) : path;
  return /^\.\w+$/.test(ending) ? ending.toLowerCase() : '';
}
