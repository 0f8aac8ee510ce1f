// A folder with many Markdown files, of which some are specs: what a large repository looks like to who looks for them.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sections } from '../extension/sections.mts';

/**
 * Of the specs five in six follow the built-in template, each of them more or less far; the others a template of their own,
 * some of them ready. All other files are notes, long enough for a look at all of them to take its time.
 */
export async function writeManyFiles(
  folder: string,
  { files, specs }: { readonly files: number; readonly specs: number },
): Promise<void> {
  const texts: Record<string, string> = { 'adr/.tech-spec.json': configuration, 'adr/template.md': template };
  for (let number = 1; number <= specs; number += 1) {
    if (number % 6 === 0) texts[`adr/${String(number).padStart(4, '0')}.md`] = decision(number);
    else texts[`team-${number % 4}/specs/tech-spec-${number}.md`] = spec(number);
  }
  const notes = files - specs - 1;
  for (let number = 1; number <= notes; number += 1) {
    texts[`notes/${number % 40}/${number}.md`] = note(number);
  }
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const configuration = JSON.stringify({
  specs: [{ files: '*.md', template: 'template.md', ready: { status: ['accepted'] } }],
});

const template =
  '---\nname: Decision record\nabout: What was decided\n---\n\n## Context\n\nSay why.\n\n## Decision\n\nSay what.\n';

function spec(number: number): string {
  const answered = number % 10 < 3 ? sections.length : number % 10 === 3 ? 0 : number % 10;
  const written = sections.map((name, at) => `## ${name}:\n\n${at < answered ? 'An answer of some words.\n' : ''}`);
  return `---\ntitle: "Tech spec: ${topicOf(number)} ${number}"\nlabels: tech spec\n---\n\n${written.join('\n')}`;
}

/** No heading of it stands in another: what is known of one is known of all that are called so. */
function note(number: number): string {
  return Array.from({ length: 250 }, (_, day) => `## Milk of day ${day} in week ${number}\n\nTwo litres.\n\n`).join('');
}

function decision(number: number): string {
  const status = number % 4 === 0 ? 'accepted' : 'proposed';
  const last = number % 8 === 0 ? '' : '\n## Decision\n\nYes.\n';
  return `---\nstatus: ${status}\n---\n\n# ${topicOf(number / 6)}\n\n## Context\n\nTrains.\n${last}`;
}

function topicOf(number: number): string {
  const topics = [
    'Night trains',
    'Offline reading',
    'Shared drafts',
    'Profile pictures',
    'Search by voice',
    'Quiet hours',
  ];
  return topics[number % topics.length] ?? '';
}
