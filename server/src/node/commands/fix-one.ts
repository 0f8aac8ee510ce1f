/** One document, fixed: its text before and after, and what is left to be mended by hand. */
import { Buffer } from 'node:buffer';
import { resolve } from 'node:path';
import { type Finding, type FixWishes, fixed, type SpecDocument } from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import type { FixedDocument } from '../report/fixed.ts';
import { type Checking, examinationOf, fixesFrom, isNewSince, wordsOf } from './examination.ts';
import type { Source } from './sources.ts';

export interface Fixing {
  readonly checking: Checking;
  /** The current folder, absolute. */
  readonly folder: string;
  readonly wishes: Pick<FixWishes, 'insertMissing' | 'unsafe'>;
}

/** Undefined for what is no spec, has not changed, or is in trouble, which is told. Rejects with `GitTrouble` where git cannot help. */
export async function fixOne(source: Source, { checking, folder, wishes }: Fixing): Promise<FixedDocument | undefined> {
  const { file, path } = source;
  const { complain } = checking;
  try {
    const examination = await examinationOf(source, checking);
    if (examination === 'unchanged' || examination === undefined || 'problems' in examination.known) return undefined;
    const { document, bytes, known, before } = examination;
    // A template is not mended by itself: it is to have its guidance.
    if (known.file !== undefined && resolve(folder, known.file) === path) return undefined;
    const judge = (each: SpecDocument) => {
      const { template = known.template, findings } = examination.examine(each);
      return { template, findings };
    };
    const fixesOf = (finding: Finding) => fixesFrom(finding, file, complain);
    const {
      document: after,
      done,
      left,
    } = fixed(document, judge, { ...wishes, isWanted: isNewSince(before), fixesOf });
    const mark = startsWithMark(bytes) ? '\ufeff' : '';
    const result = {
      file,
      path,
      before: `${mark}${document.text}`,
      after: `${mark}${after.text}`,
      done,
      left: left.map(({ severity }) => severity),
    };
    if (!Buffer.from(result.before).equals(bytes)) {
      complain(`“${file}” is not UTF-8, and is left as it is`);
      return undefined;
    }
    return result;
  } catch (error) {
    if (error instanceof GitTrouble) throw error;
    complain(`“${file}” could not be fixed: ${wordsOf(error)}`);
    return undefined;
  }
}

/** What reading leaves out is written again. */
function startsWithMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}
