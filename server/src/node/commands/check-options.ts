/** What `tech-spec check` can be asked for, and how it explains itself. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Rule } from '../../core/index.ts';
import { formats } from '../report/formats.ts';
import type { CheckArguments } from './check.ts';
import {
  addJudgingOptions,
  addSourceOptions,
  clashOf,
  filesArgument,
  howTemplatesAreFound,
  oneOf,
} from './judging-options.ts';

/** Adds the command to the program. `rules` are those that `--rule` may name. */
export function addCheck(
  program: Command,
  rules: readonly Rule[],
  onCheck: (names: readonly string[], wishes: CheckArguments) => Promise<void>,
): void {
  const command = program
    .command('check')
    .summary('say what documents lack')
    .description(`Says what documents lack of what their template asks for. ${howTemplatesAreFound}`)
    .argument('[FILES...]', filesArgument)
    .addOption(oneOf(formats, '-f, --format <format>', 'how findings are written').default('text'))
    .option('-o, --output <file>', 'write them into a file instead of to standard output');
  addJudgingOptions(command, rules)
    .option('--max-warnings <n>', 'more warnings than that fail (default: no number does)', toCount)
    .option('-q, --quiet', 'errors only');
  addSourceOptions(command, 'check')
    .addHelpText('after', examples)
    .action((names: string[], wishes: CheckArguments) => {
      const clash = clashOf(names, wishes);
      if (clash !== undefined) command.error(`error: ${clash}`);
      return onCheck(names, wishes);
    });
}

function toCount(words: string): number {
  if (!/^\d+$/.test(words)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(words);
}

const examples = `
Examples:
  tech-spec check                                       the specs below the current folder
  tech-spec check docs/specs 'rfcs/*.md' '!rfcs/0000*'  a folder, and a glob with an exception
  tech-spec check -t docs/template.md docs/designs      against your own template
  tech-spec check -t builtin:architecture-decision-record docs/adr
  tech-spec check -s draft --max-warnings 0 plan.md     softly, but no warning may remain
  tech-spec check --rule section-order=off --rule unfinished-section=error
  git show HEAD:plan.md | tech-spec check --stdin --stdin-filename plan.md

For pull requests and old documents:
  tech-spec check --since origin/main     what this branch made worse
  tech-spec check --since HEAD            what is not committed yet made worse
  tech-spec check --as-of-creation rfcs   no document owes what its template asked for later
  tech-spec check --as-of-creation --since origin/main

For CI:
  tech-spec check --format github --since origin/main   at the lines of the pull request, and on the job's page
  tech-spec check --format sarif -o tech-spec.sarif     for code scanning

Exit status:
  0  no errors, and warnings within --max-warnings; with --since also when nothing has changed
  1  errors, or more warnings than that
  2  wrong usage, or something could not be read
`;
