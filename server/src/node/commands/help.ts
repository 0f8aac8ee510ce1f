/** What each command says of itself behind its options: examples to copy, and exit codes. */

export const programExamples = `
Examples:
  tech-spec new "Dark mode"   start a document from the template
  tech-spec check             what the specs of this folder lack
  tech-spec check plan.md     what this one lacks
  tech-spec fix plan.md       mend in it what has one right answer
  tech-spec explain plan.md   which template it follows and why, and what that asks for
  tech-spec init              write a configuration for the templates of this folder
  tech-spec help check        all that check can do

Exit status:
  0  all is well
  1  errors, or more warnings than --max-warnings
  2  wrong usage, or something could not be read or written
`;

export const newExamples = `
Examples:
  tech-spec new "Offline drafts"                              from the template in force
  tech-spec new "Offline drafts" --out docs/specs             into this folder
  tech-spec new "Use SQLite" -t builtin:architecture-decision-record --out docs/adr/0007-use-sqlite.md
  tech-spec new "Offline drafts" --no-instructions --dry-run  only to look at it
  code "$(tech-spec new "Offline drafts")"                    and open it

Exit status:
  0  written
  2  wrong usage, a template in trouble, or a file that is there already
`;

export const initExamples = `
Examples:
  tech-spec init --dry-run                                 what would be written
  tech-spec init                                           find templates, try them, write .tech-spec.json
  tech-spec init -t 0000-template.md --files 'text/*.md'   this template, for these documents
  tech-spec init --builtin                                 the built-in template, for tech-specs/**/*.md

Exit status:
  0  written, or with --dry-run to be written
  2  wrong usage, no template was found, or a configuration that is there already
`;

export const explainExamples = `
Examples:
  tech-spec explain docs/plan.md             which template, why, and what it asks for
  tech-spec explain rfcs/0000-template.md    what documents of this template will owe
  tech-spec explain missing-section          the page of a rule
  tech-spec explain -t docs/notes.md         what this file would ask for if it were a template

Exit status:
  0  explained, also why a document is no spec
  2  wrong usage, or there is nothing of that name
`;

export const lspExamples = `
Example, Neovim:
  vim.lsp.config('tech_spec', { cmd = { 'tech-spec', 'lsp', '--stdio' }, filetypes = { 'markdown' } })
  vim.lsp.enable('tech_spec')

Exit status:
  0  told to end by the editor
  1  its streams were closed before
`;
