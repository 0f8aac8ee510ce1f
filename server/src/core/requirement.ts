/** Whether a template's own words call a section optional or required. */

export type Requirement = 'optional' | 'required' | undefined;

/** From a comment that stands just before a heading. */
export function requirementInComment(comment: string): Requirement {
  if (longestComment < comment.length) return undefined;
  if (
    /\b(?:optional|may be (?:omitted|removed|deleted)|feel free to (?:remove|delete|omit)|if applicable)\b/i.test(
      comment,
    )
  ) {
    return 'optional';
  }
  if (/^(?:required|mandatory|必須|필수|必填)\.?$/i.test(comment.trim())) return 'required';
  return /^(?:任意|可选|可選|선택)$/.test(comment.trim()) ? 'optional' : undefined;
}

/** What is longer explains something else. */
const longestComment = 400;

/** From the guidance, comments included: only sentences whose subject is the section. “Optional” about something else does not count. */
export function requirementInGuidance(guidance: string): Requirement {
  if (OPTIONAL_SECTION.test(guidance)) return 'optional';
  return /^\s*<!--\s*(?:required|mandatory)[\s.!]*-->/i.test(guidance) ? 'required' : undefined;
}

const OPTIONAL_SECTION =
  /\bthis (?:sub)?(?:section|heading|element|part|chapter) (?:is|are) (?:an )?optional\b|\bthis (?:sub)?(?:section|element|part) (?:may|can) be (?:omitted|left out|skipped|removed|deleted)\b|\bthis is an optional (?:sub)?(?:section|element)\b|\b(?:skip|omit|remove|delete) this section (?:if|when|unless|for)\b|^\s*(?:<!--\s*)?\(?optional\)?[.:\s]/i;
