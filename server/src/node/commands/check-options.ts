/** What `tech-spec check` can be asked for, and how it explains itself. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { closest, type Rule, type Severity } from '../../core/index.ts';
import { severities } from '../report/checked.ts';
import { formats } from '../report/formats.ts';
import type { CheckArguments } from './check.ts';

/** Adds the command to the program. `rules` are those that `--rule` may name. */
export function addCheck(
  program: Command,
  rules: readonly Rule[],
  onCheck: (names: readonly string[], wishes: CheckArguments) => Promise<void>,
): void {
  program
    .command('check')
    .summary('say what documents lack')
    .description(
      'Says what documents lack of what their template asks for. Documents that are no specs are left alone.\n\n' +
        'The template is the one that --template names; else the one that the document names itself; else the ' +
        'one that .tech-spec.json, the nearest up the folders, has for its path; else the ' +
        "repository's own, .github/ISSUE_TEMPLATE/*tech*spec*.md or .yml; else the built-in one.",
    )
    .argument(
      '[FILES...]',
      'files, folders (all documents below, but for those that .gitignore leaves out) or globs, !GLOB to leave out (default: the current folder)',
    )
    .addOption(new Option('-f, --format <format>', 'how findings are written').choices(formats).default('text'))
    .option('-o, --output <file>', 'write them into a file instead of to standard output')
    .option('-t, --template <file>', 'every document named is a spec of this template, or of builtin:NAME')
    .addOption(
      new Option(
        '-s, --stage <stage>',
        'a draft is told softly what is still to come (default: as .tech-spec.json says, else ready)',
      ).choices(['draft', 'ready']),
    )
    .option('-c, --config <file>', 'the configuration, in place of the nearest .tech-spec.json')
    .option('--no-config-lookup', 'no .tech-spec.json counts')
    .option(
      '--rule <id=severity>',
      'how loud a rule is: error, warning, information, hint or off; once for each rule',
      ruleReader(rules),
    )
    .option('--max-warnings <n>', 'more warnings than that fail (default: no number does)', toCount)
    .option('-q, --quiet', 'errors only')
    .option('--since <revision>', 'changed documents only, and of these what they did not lack at that revision')
    .option('--as-of-creation', 'judge each document by its template as it read when the document was added')
    .option('--stdin', 'check the text on standard input')
    .option('--stdin-filename <path>', 'the name that text would have')
    .option('--no-error-on-unmatched', 'names and globs that match no file are no failure')
    .option('--color', 'colours, also where the output is no terminal')
    .option('--no-color', 'no colours')
    .addHelpText('after', examples)
    .action((names: string[], wishes: CheckArguments, command: Command) => {
      const clash = clashOf(names, wishes);
      if (clash !== undefined) command.error(`error: ${clash}`);
      return onCheck(names, wishes);
    });
}

/** What one option rules out of another. */
function clashOf(
  names: readonly string[],
  { stdin, stdinFilename, since, asOfCreation, config, template }: CheckArguments,
): string | undefined {
  if (config !== undefined && template !== undefined) return '--template leaves no configuration to be asked';
  if (stdin && 0 < names.length) return '--stdin takes no files';
  if (!stdin && stdinFilename !== undefined) return '--stdin-filename needs --stdin';
  const history = since === undefined ? asOfCreation && '--as-of-creation' : '--since';
  if (history && stdin && stdinFilename === undefined) return `${history} and --stdin need --stdin-filename`;
  return undefined;
}

/** `id=severity`, each added to those before it. */
function ruleReader(rules: readonly Rule[]) {
  const ids = rules.map(({ id }) => id);
  const words = [...severities, 'off'] as const;
  return (said: string, before: ReadonlyMap<string, Severity | 'off'> = new Map()) => {
    const [, id = '', word = ''] = /^([^=]*)=(.*)$/s.exec(said) ?? [];
    if (id === '') throw new InvalidArgumentError('Write ID=SEVERITY, as in section-order=off.');
    if (!ids.includes(id)) throw new InvalidArgumentError(`“${id}” is no rule.${suggestion(id, ids)}`);
    const severity = words.find((each) => each === word);
    if (severity !== undefined) return new Map([...before, [id, severity]]);
    throw new InvalidArgumentError(`“${word}” is none of ${words.join(', ')}.${suggestion(word, words)}`);
  };
}

function suggestion(said: string, words: readonly string[]): string {
  const meant = closest(said, words);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
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
