/** The comments that an author writes to us, put in: silence a rule here, this is no spec. */
import type { SpecDocument } from '../document.ts';
import type { Edit } from '../text/span.ts';

/** `<!-- tech-spec-disable-next-line RULE -->` above the line of `offset`. */
export function disableHere(document: SpecDocument, rule: string, offset: number): Edit {
  throw new Error(`not yet ${document} ${rule} ${offset}`);
}

/** `<!-- tech-spec: none -->` at the top, behind the front matter. */
export function notASpec(document: SpecDocument): Edit {
  throw new Error(`not yet ${document}`);
}
