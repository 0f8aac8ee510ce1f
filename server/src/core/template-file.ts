/** A template's file to the schema it states, whatever kind of file it is. */
import { parseIssueForm } from './issue-form.ts';
import { parseTemplate, type SpecTemplate, tooLong, tooManySections } from './template.ts';

/** Never throws. `fileName` may be a path or an address: its ending tells Markdown from a form, and where it tells neither, the text does. */
export function readTemplate(text: string, fileName: string): SpecTemplate {
  return isForm(text, fileName) ? parseIssueForm(text) : parseTemplate(text);
}

/** Why a template without sections has none, in words that follow its name. */
export function lackOfSections({ kind, problems }: SpecTemplate): string {
  if (problems.some(({ message }) => message === tooManySections)) return 'has more than 1,000 sections';
  if (problems.some(({ message }) => message === tooLong)) return 'is longer than 256 KB';
  const [first] = problems;
  return kind === 'form' && first !== undefined
    ? `has no sections: ${first.message}`
    : 'has no sections: no heading in it names one';
}

function isForm(text: string, fileName: string): boolean {
  if (/\.ya?ml$/i.test(fileName)) return true;
  if (/\.(?:md|mdx|markdown|mdown|mkd|txt)$/i.test(fileName)) return false;
  return (
    /^body[ \t]*:[ \t]*(?:#.*)?$/m.test(text) && /^[ \t]*- *type[ \t]*:/m.test(text) && !/^#{1,6}[ \t]/m.test(text)
  );
}
