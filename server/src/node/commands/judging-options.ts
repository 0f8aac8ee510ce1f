/** Options of every command that judges documents: by which template, how strictly, and compared with what. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { closest, type Rule, type Severity, type Stage, severities } from '../../core/index.ts';
import type { SourceArguments } from './sources.ts';

export interface JudgingArguments {
  readonly template?: string;
  readonly stage?: Stage;
  readonly config?: string;
  readonly configLookup?: boolean;
  readonly rule?: ReadonlyMap<string, Severity | 'off'>;
  readonly since?: string;
  readonly asOfCreation?: boolean;
}

/** `rules` are those that `--rule` may name. */
export function addJudgingOptions(command: Command, rules: readonly Rule[]): Command {
  return command
    .option('-t, --template <file>', 'every document named is a spec of this template, or of builtin:NAME')
    .addOption(
      oneOf(
        ['draft', 'ready'],
        '-s, --stage <stage>',
        'a draft is told softly what is still to come (default: as .tech-spec.json says, else ready)',
      ),
    )
    .option('-c, --config <file>', 'the configuration, in place of the nearest .tech-spec.json')
    .option('--no-config-lookup', 'no .tech-spec.json counts')
    .option(
      '--rule <id=severity>',
      'how loud a rule is: error, warning, information, hint or off; once for each rule',
      ruleReader(rules),
    )
    .option('--since <revision>', 'changed documents only, and of these what they did not lack at that revision')
    .option('--as-of-creation', 'judge each document by its template as it read when the document was added');
}

/** `verb` is what is done with a text on standard input. */
export function addSourceOptions(command: Command, verb: string): Command {
  return command
    .option('--stdin', `${verb} the text on standard input`)
    .option('--stdin-filename <path>', 'the name that text would have')
    .option('--no-error-on-unmatched', 'names and globs that match no file are no failure')
    .option('--only-specs', 'leave alone what is a template or no spec, though it was named: for hooks, which name all')
    .option('--color', 'colours, also where the output is no terminal')
    .option('--no-color', 'no colours');
}

/** An option that takes one of some words; of others the nearest is suggested. */
export function oneOf(words: readonly string[], flags: string, description: string): Option {
  return new Option(flags, description).choices(words).argParser((said) => {
    if (words.includes(said)) return said;
    throw new InvalidArgumentError(`It is one of ${words.join(', ')}.${suggestion(said, words)}`);
  });
}

/** What names the documents, for every command that takes some. */
export const filesArgument =
  'files, folders (all documents below, but for those that .gitignore leaves out) or globs, !GLOB to leave out (default: the current folder)';

export const howTemplatesAreFound =
  'Documents that are no specs are left alone.\n\n' +
  'The template is the one that --template names; else the one that the document names itself; else the ' +
  'one that .tech-spec.json, the nearest up the folders, has for its path; else the ' +
  "repository's own, .github/ISSUE_TEMPLATE/*tech*spec*.md or .yml; else the built-in one.";

/** What one option rules out of another. */
export function clashOf(
  names: readonly string[],
  { stdin, stdinFilename, since, asOfCreation, config, template }: JudgingArguments & SourceArguments,
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
