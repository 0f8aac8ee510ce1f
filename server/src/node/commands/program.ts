/** The program's commands and options, and what it says of itself. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { rules as allRules, type Rule } from '../../core/index.ts';
import { kindOf } from '../paths.ts';
import type { Terminal } from '../terminal.ts';
import { type CheckArguments, checkCommand } from './check.ts';
import { lspCommand } from './lsp.ts';

/** Runs one command; `argv` is without Node and script. Gives the exit code, and never throws. */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  let exitCode = 0;
  const program = programOf(terminal, async (names, wishes) => {
    exitCode = await checkCommand(names, wishes, terminal, rules);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong, or was asked for help or the version.
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownCommand') suggestCheck(argv, terminal);
      return error.exitCode === 0 ? 0 : 2;
    }
    terminal.complain(`tech-spec: ${error instanceof Error ? error.stack : error}\n`);
    return 2;
  }
}

/** Whoever names a file without a command wants it checked. */
function suggestCheck([name = '']: readonly string[], terminal: Terminal): void {
  if (kindOf(resolve(terminal.folder, name)) !== undefined) terminal.complain(`To check it: tech-spec check ${name}\n`);
}

function programOf(
  terminal: Terminal,
  onCheck: (names: readonly string[], wishes: CheckArguments) => Promise<void>,
): Command {
  const program = new Command('tech-spec')
    .description('Checks technical specifications written in Markdown against a template: the template is the schema.')
    .version(packageJson.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.complain(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'tech-spec: ')),
    })
    .showHelpAfterError('(tech-spec --help explains the commands)')
    .exitOverride()
    .addHelpText('after', programExamples);

  program
    .command('check')
    .summary('say what documents lack')
    .description(
      'Says what documents lack of what their template asks for. Documents that are no specs are left alone.\n\n' +
        'The template is the one that --template names; else the one that the document names itself; else the ' +
        "repository's own, .github/ISSUE_TEMPLATE/*tech*spec*.md or .yml; else the built-in one.",
    )
    .argument(
      '[FILES...]',
      'files, folders (all *.md below) or globs, !GLOB to leave out (default: the current folder)',
    )
    .addOption(
      new Option('-f, --format <format>', 'how findings are written').choices(['text', 'json']).default('text'),
    )
    .option('-t, --template <file>', 'every document named is a spec of this template')
    .addOption(
      new Option('-s, --stage <stage>', 'a draft is told softly what is still to come')
        .choices(['draft', 'ready'])
        .default('ready'),
    )
    .option('--max-warnings <n>', 'more warnings than that fail (default: no number does)', toCount)
    .option('-q, --quiet', 'errors only')
    .option('--stdin', 'check the text on standard input')
    .option('--stdin-filename <path>', 'the name that text would have')
    .option('--color', 'colours, also where the output is no terminal')
    .option('--no-color', 'no colours')
    .addHelpText('after', checkExamples)
    .action((names: string[], wishes: CheckArguments, command: Command) => {
      const clash = clashOf(names, wishes);
      if (clash !== undefined) command.error(`error: ${clash}`);
      return onCheck(names, wishes);
    });

  program
    .command('lsp')
    .summary('be the language server of an editor')
    .description('Speaks the Language Server Protocol: diagnostics, fixes, completion, hover, outline.')
    .option('--stdio', 'over standard input and output (what it does in any case)')
    // Editors add what they like, `--clientProcessId=…` among it.
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', lspExamples)
    .action(() => lspCommand());

  return program;
}

/** What one option rules out of another. */
function clashOf(names: readonly string[], { stdin, stdinFilename }: CheckArguments): string | undefined {
  if (stdin && 0 < names.length) return '--stdin takes no files';
  if (!stdin && stdinFilename !== undefined) return '--stdin-filename needs --stdin';
  return undefined;
}

function toCount(words: string): number {
  if (!/^\d+$/.test(words)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(words);
}

const programExamples = `
Examples:
  tech-spec check             what the specs of this folder lack
  tech-spec check plan.md     what this one lacks
  tech-spec help check        all that check can do
`;

const checkExamples = `
Examples:
  tech-spec check                                       the specs below the current folder
  tech-spec check docs/specs 'rfcs/*.md' '!rfcs/0000*'  a folder, and a glob with an exception
  tech-spec check -t docs/template.md docs/designs      against your own template
  tech-spec check -s draft --max-warnings 0 plan.md     softly, but no warning may remain
  git show HEAD:plan.md | tech-spec check --stdin --stdin-filename plan.md

Exit status:
  0  no errors, and warnings within --max-warnings
  1  errors, or more warnings than that
  2  wrong usage, or something could not be read
`;

const lspExamples = `
Example, Neovim:
  vim.lsp.config('tech_spec', { cmd = { 'tech-spec', 'lsp', '--stdio' }, filetypes = { 'markdown' } })
  vim.lsp.enable('tech_spec')
`;
