/** Where a rule is explained. */
const pages = 'https://github.com/tech-spec/tech-spec/blob/main/docs/rules/';

/** For the id of a rule; ids that are reserved have no page. */
export function rulePage(rule: string): string {
  return `${pages}${rule}.md`;
}
