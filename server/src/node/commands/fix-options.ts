/** What `tech-spec fix` can be asked for, and how it explains itself. */
import type { Command } from 'commander';
import type { Rule } from '../../core/index.ts';
import type { FixArguments } from './fix.ts';
import {
  addJudgingOptions,
  addSourceOptions,
  clashOf,
  filesArgument,
  howTemplatesAreFound,
} from './judging-options.ts';

/** Adds the command to the program. `rules` are those that `--rule` may name. */
export function addFix(
  program: Command,
  rules: readonly Rule[],
  onFix: (names: readonly string[], wishes: FixArguments) => Promise<void>,
): void {
  const command = program
    .command('fix')
    .summary('mend what has one right answer')
    .description(
      'Mends in documents what has one right answer, and says what is left: the same fixes as in an editor. ' +
        'Nothing that an author wrote is dropped or reworded unless --unsafe is given, and outside of a fix no byte ' +
        `changes. To fix twice changes nothing the second time. ${howTemplatesAreFound}`,
    )
    .argument('[FILES...]', filesArgument)
    .option('-n, --dry-run', 'print what would be changed as a unified diff, write nothing')
    .option('--insert-missing', 'also put in the sections that are missing, with the template’s guidance')
    .option(
      '--unsafe',
      'also rename, move and delete, wherever less is to be mended afterwards; answers nothing for you: look at it before you commit',
    );
  addJudgingOptions(command, rules).option('-q, --quiet', 'say nothing of what was fixed and what is left');
  addSourceOptions(command, 'write to standard output, fixed,')
    .addHelpText('after', examples)
    .action((names: string[], wishes: FixArguments) => {
      const clash = clashOf(names, wishes);
      if (clash !== undefined) command.error(`error: ${clash}`);
      return onFix(names, wishes);
    });
}

const examples = `
Examples:
  tech-spec fix --dry-run                       what would be changed in the specs below the current folder
  tech-spec fix                                 change it
  tech-spec fix --insert-missing plan.md        also put in the sections that this one lacks
  tech-spec fix --unsafe --dry-run > fix.patch  a patch to look at, for git apply
  tech-spec fix --since origin/main             only what this branch made worse
  tech-spec fix --stdin --stdin-filename plan.md < plan.md

Exit status:
  0  no errors are left
  1  errors are left
  2  wrong usage, or something could not be read or written
`;
