/** All rules, in the order the docs list them. */
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { frontMatter } from './front-matter.ts';
import { leftoverGuidance } from './leftover-guidance.ts';
import { leftoverPlaceholder } from './leftover-placeholder.ts';
import { misnamedSection } from './misnamed-section.ts';
import { missingSection } from './missing-section.ts';
import { overlongSection } from './overlong-section.ts';
import type { Rule } from './rule.ts';
import { sectionLevel } from './section-level.ts';
import { sectionOrder } from './section-order.ts';
import { unfinishedSection } from './unfinished-section.ts';
import { unknownSection } from './unknown-section.ts';

export const rules: readonly Rule[] = [
  missingSection,
  emptySection,
  overlongSection,
  unfinishedSection,
  leftoverGuidance,
  leftoverPlaceholder,
  misnamedSection,
  sectionOrder,
  sectionLevel,
  duplicateSection,
  unknownSection,
  frontMatter,
] as readonly Rule[];
