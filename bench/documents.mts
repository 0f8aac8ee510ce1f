/** The texts that are measured: specs of the built-in template, finished but for one section, of any size. */
import { sections } from '../e2e/extension/sections.mts';
export interface Edited {
  readonly text: string;
  /** The line, zero-based, of a section with one word as its answer: taking it away makes a finding for every tool, putting it back removes it. */
  readonly line: number;
}

/** About `size` characters, in subsections such as people write: prose, lists, tables, code. */
export function spec(size: number): Edited {
  const parts = [
    '---\ntitle: "Tech spec: Offline reading"\nlabels: tech spec\n---\n\n# Offline reading\n\nA plan of this team.\n\n',
  ];
  for (const title of sections) {
    parts.push(`## ${title}:\n\n`);
    if (title === 'Summary') parts.push('Readers keep articles for journeys. This spec says how.\n\n');
    else if (title === 'Testing') parts.push('Tested\n\n');
    else parts.push(subsections(title, (size - 600) / 8));
  }
  const text = parts.join('');
  const line = text.slice(0, text.indexOf('\nTested\n') + 1).split('\n').length - 1;
  return { text, line };
}

function subsections(title: string, size: number): string {
  let text = `What is said of ${title.toLowerCase()} in short.\n\n`;
  for (let number = 1; text.length < size; number += 1) {
    text += `### Part ${number} of ${title}\n\n`;
    text += `The service answers from its *cache* first, because a network that comes and goes costs seconds; see [note ${number}](https://example.com/${number}).\n\n`;
    text += `- An item with \`code${number}\` in it\n- Another one that says more about number ${number}\n\n`;
    if (number % 3 === 0) text += `| field | type |\n| ----- | ---- |\n| id${number} | text |\n\n`;
    if (number % 4 === 0) text += `\`\`\`ts\nconst answer = ${number};\n\`\`\`\n\n`;
  }
  return text;
}
