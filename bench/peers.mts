/** The programs that are compared, and the folder that they work in. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const modules = join(import.meta.dirname, 'node_modules');

/** As npm installs them: a script that Node runs. */
export const ours = {
  server: { command: process.execPath, args: [join(root, 'dist', 'cli.js'), 'lsp', '--stdio'] },
  program: [process.execPath, join(root, 'dist', 'cli.js')],
};

export const rumdl = {
  server: { command: join(modules, '.bin', 'rumdl'), args: ['server', '--config', '.rumdl.toml'] },
  program: [join(modules, '.bin', 'rumdl')],
};

/** It wants a newer Node than we do; npm has Node itself as a package. */
export const markdownlint = {
  program: [
    join(modules, `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, 'bin', 'node'),
    join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
  ],
};

/** The sections of the built-in template, as rumdl's and markdownlint's MD043 wants them: other headings may stand between. */
export const headings = [
  '*',
  ...['Summary', 'Scope', 'Data model', 'User Stories', 'Implementation Details'].flatMap((title) => [
    `## ${title}:`,
    '*',
  ]),
  ...['APIs', 'Security/Privacy', 'Testing', 'Open Questions', 'Deployment'].flatMap((title) => [`## ${title}:`, '*']),
];

/** An empty folder in which rumdl checks MD043 and MD082, and markdownlint MD043: what comes nearest to what we do. */
export function workspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-bench-'));
  mkdirSync(join(folder, '.git'));
  const list = JSON.stringify(headings);
  writeFileSync(join(folder, '.rumdl.toml'), `[global]\nenable = ["MD043", "MD082"]\n\n[MD043]\nheadings = ${list}\n`);
  writeFileSync(
    join(folder, '.markdownlint.json'),
    JSON.stringify({ default: false, MD043: { headings } }, undefined, 2),
  );
  return folder;
}
