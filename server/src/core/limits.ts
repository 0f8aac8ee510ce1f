/** Limits read from the template's prose: “1-2 sentences”, “~200 words”, “at least a paragraph”. */

export type LimitUnit = 'characters' | 'words' | 'sentences' | 'paragraphs';

export interface Limit {
  readonly unit: LimitUnit;
  /** 0 where there is none. */
  readonly min: number;
  /** `Infinity` where there is none. Room for “about” is already in it. */
  readonly max: number;
  /** In the template's words. */
  readonly said: string;
}

export function limitsOf(guidance: string): readonly Limit[] {
  throw new Error(`not yet ${guidance}`);
}
