/** What checks one document after another, as the arguments want it: there is one in every thread that takes part. */
import type { Rule } from '../../core/index.ts';
import type { Changes } from '../git/changes.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import type { CheckedDocument } from '../report/checked.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckArguments } from './check.ts';
import { checkOne } from './check-one.ts';
import { earlierTemplates } from './earlier.ts';
import type { Checking } from './examination.ts';
import type { Source } from './sources.ts';
import { alwaysOf, lookupOf, type Recogniser, readTemplate, recognisedIn, type Trouble } from './templates.ts';

/** What came of one document: plain data. */
export interface Outcome {
  /** Undefined for one that has not changed. */
  readonly document: CheckedDocument | undefined;
  /** What went wrong with it, a sentence each. */
  readonly complaints: readonly string[];
}

export interface Checker {
  /** One at a time. Rejects with `GitTrouble` where git cannot help. */
  check(source: Source): Promise<Outcome>;
  /** To be called at the end. */
  close(): void;
}

export interface CheckerOptions {
  readonly recogniser: Recogniser;
  readonly complaints: Complaints;
  readonly wishes: Pick<CheckArguments, 'stage' | 'rule' | 'asOfCreation'>;
  readonly terminal: Pick<Terminal, 'folder' | 'environment'>;
  readonly rules: readonly Rule[];
  /** All documents that may be asked about, absolute. */
  readonly paths: readonly string[];
  readonly changes: Changes | undefined;
}

export function checkerOf(options: CheckerOptions & { readonly wishes: Pick<CheckArguments, 'format'> }): Checker {
  const { checking, close } = checkingOf(options);
  const withFixes = formatsWithFixes.has(options.wishes.format);
  return {
    check: async (source) => {
      const told = options.complaints.collect();
      const document = await checkOne(source, checking, { withFixes });
      return { document, complaints: told() };
    },
    close,
  };
}

const formatsWithFixes: ReadonlySet<CheckArguments['format']> = new Set(['json', 'sarif']);

/** What a document is examined with, to be closed at the end. */
export function checkingOf(options: CheckerOptions): { readonly checking: Checking; close(): void } {
  const { recogniser, complaints, wishes, terminal, rules, paths, changes } = options;
  const earlier = earlierTemplates(terminal, { always: wishes.asOfCreation === true, paths });
  const severities = wishes.rule ?? new Map();
  return {
    checking: { recogniser, rules, stage: wishes.stage, severities, earlier, changes, complain: complaints.tell },
    close: () => {
      earlier.close();
      changes?.close();
    },
  };
}

/** Undefined where documents are compared with no revision. Rejects with `GitTrouble`. */
export async function changesOf(
  { since }: Pick<CheckArguments, 'since'>,
  { folder, environment }: Pick<Terminal, 'folder' | 'environment'>,
): Promise<Changes | undefined> {
  if (since === undefined) return undefined;
  const [{ changesSince }, { openRepository }] = await Promise.all([
    import('../git/changes.ts'),
    import('../git/repository.ts'),
  ]);
  try {
    return await changesSince(await openRepository(folder, environment), since);
  } catch (error) {
    throw error instanceof GitTrouble ? new GitTrouble(`--since: ${error.message}`) : error;
  }
}

/** Trouble where the template or the configuration that was named is of no use. */
export function recogniserOf(
  wishes: Pick<CheckArguments, 'template' | 'config' | 'configLookup'>,
  folder: string,
  tell: (trouble: string) => void,
): Recogniser | Trouble {
  if (wishes.template !== undefined) {
    const given = readTemplate(wishes.template, folder);
    return 'trouble' in given ? given : alwaysOf(given);
  }
  const lookup = lookupOf(wishes, folder);
  return typeof lookup === 'object' && 'trouble' in lookup ? lookup : recognisedIn(folder, lookup, tell);
}

/** Tells of trouble at once, but for what belongs to a document: that is told in its turn. */
export interface Complaints {
  tell(trouble: string): void;
  /** From now on they are kept; what is given hands them over, and ends that. */
  collect(): () => readonly string[];
}

export function complaintsTo(tell: (trouble: string) => void): Complaints {
  let kept: string[] | undefined;
  return {
    tell: (trouble) => (kept === undefined ? tell(trouble) : void kept.push(trouble)),
    collect: () => {
      const these: string[] = [];
      kept = these;
      return () => {
        kept = undefined;
        return these;
      };
    },
  };
}
