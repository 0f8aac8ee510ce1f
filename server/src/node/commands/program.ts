/** The program's commands and options, and what it says of itself. */
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { rules as allRules, closest, type Rule } from '../../core/index.ts';
import { kindOf } from '../paths.ts';
import { reasonOf } from '../read.ts';
import { printableLines } from '../report/checked.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckArguments } from './check.ts';
import { addCheck } from './check-options.ts';
import type { ExplainArguments } from './explain.ts';
import type { FixArguments } from './fix.ts';
import { addFix } from './fix-options.ts';
import { explainExamples, initExamples, lspExamples, newExamples, programExamples } from './help.ts';
import type { InitArguments } from './init.ts';
import type { NewArguments } from './new.ts';

/** Runs one command; `argv` is without Node and script. Gives the exit code, and never throws. */
export async function run(
  argv: readonly string[],
  given: Terminal,
  rules: readonly Rule[] = allRules,
): Promise<number> {
  let exitCode = 0;
  // Complaints quote names and words that others wrote.
  const terminal: Terminal = { ...given, complain: (text) => given.complain(printableLines(text)) };
  // What a command needs is loaded when it runs: to read all of it would take longer than to check a document.
  const program = programOf(terminal, rules, {
    check: async (names, wishes) => {
      const { checkCommand } = await import('./check.ts');
      // In other threads there are no rules but our own.
      const threads = rules === allRules ? terminal.threads : undefined;
      exitCode = await checkCommand(names, wishes, { ...terminal, threads }, rules);
    },
    fix: async (names, wishes) => {
      const { fixCommand } = await import('./fix.ts');
      exitCode = await fixCommand(names, wishes, terminal, rules);
    },
    explain: async (target, wishes) => {
      const { explainCommand } = await import('./explain.ts');
      exitCode = await explainCommand(target, wishes, terminal, rules);
    },
    start: async (title, wishes) => {
      const { newCommand } = await import('./new.ts');
      exitCode = await newCommand(title, wishes, terminal);
    },
    init: async (wishes) => {
      const { initCommand } = await import('./init.ts');
      exitCode = await initCommand(wishes, terminal);
    },
  });
  try {
    refuseUnknownHelp(argv, program);
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong, or was asked for help or the version.
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownCommand') suggestCheck(argv, terminal);
      return error.exitCode === 0 ? 0 : 2;
    }
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code !== undefined && syscall === 'write') {
      terminal.complain(`tech-spec: standard output cannot be written: ${reasonOf(error)}\n`);
      return 2;
    }
    terminal.complain(`tech-spec: ${error instanceof Error ? error.stack : error}\n`);
    return 2;
  }
}

/** Whoever names a file without a command wants it checked. */
function suggestCheck([name = '']: readonly string[], terminal: Terminal): void {
  if (kindOf(resolve(terminal.folder, name)) !== undefined) terminal.complain(`To check it: tech-spec check ${name}\n`);
}

interface Commands {
  check(names: readonly string[], wishes: CheckArguments): Promise<void>;
  fix(names: readonly string[], wishes: FixArguments): Promise<void>;
  explain(target: string | undefined, wishes: ExplainArguments): Promise<void>;
  start(title: string, wishes: NewArguments): Promise<void>;
  init(wishes: InitArguments): Promise<void>;
}

function programOf(terminal: Terminal, rules: readonly Rule[], commands: Commands): Command {
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

  addCheck(program, rules, commands.check);
  addFix(program, rules, commands.fix);

  program
    .command('new')
    .summary('start a document from a template')
    .description(
      'Writes the document that a template starts, with the title in its place, and prints where. It is named by the ' +
        'title and lies where .tech-spec.json has its documents, else in the current folder. No file is ever written over.',
    )
    .argument('<TITLE...>', 'what it is about, in a few words')
    .option('-t, --template <file>', 'the template, or builtin:NAME, in place of the one in force here')
    .option('-o, --out <path>', 'the file to write, or the folder to write it into')
    .option('-c, --config <file>', 'the configuration, in place of the nearest .tech-spec.json')
    .option('--no-config-lookup', 'no .tech-spec.json counts')
    .option('--no-instructions', 'without the block above the template’s delete marker')
    .option('--no-guidance', 'without what the template says under each heading')
    .option('-n, --dry-run', 'print the text, write nothing')
    .addHelpText('after', newExamples)
    .action((words: string[], wishes: NewArguments) => commands.start(words.join(' '), wishes));

  program
    .command('explain')
    .summary('say which template a document follows, and what was understood of it')
    .description(
      'Prints which template a document follows and why, or why it is no spec; the sections that were understood, ' +
        'which are optional, their limits, and from which words of the template each was read. ' +
        'Of a template it prints what documents will owe; of a rule its page.',
    )
    .argument('[TARGET]', 'a document, a template or the id of a rule')
    .option('-t, --template <file>', 'a file to be read as a template, whatever it is, or builtin:NAME')
    .option('-c, --config <file>', 'the configuration, in place of the nearest .tech-spec.json')
    .option('--no-config-lookup', 'no .tech-spec.json counts')
    .addHelpText('after', explainExamples)
    .action((target: string | undefined, wishes: ExplainArguments, command: Command) => {
      if (target !== undefined && wishes.template !== undefined)
        command.error('error: name either a document or, by --template, what is to be read as a template');
      if (target === undefined && wishes.template === undefined)
        command.error('error: name a document, a template or a rule');
      return commands.explain(target, wishes);
    });

  program
    .command('init')
    .summary('write .tech-spec.json for the templates of this folder')
    .description(
      'Looks for templates below the current folder and for the documents that follow them, checks the ten newest of ' +
        'each, says what was found, and then writes .tech-spec.json. Nothing else is changed.',
    )
    .option('-t, --template <file...>', 'this template, or builtin:NAME, in place of those that are likely')
    .option('--files <glob...>', 'documents that are to follow it, in place of those that answer to it')
    .option('--builtin', `the built-in template, for tech-specs/**/*.md or what --files says`)
    .option('-n, --dry-run', 'print the configuration, write nothing')
    .option('--force', 'also in place of a .tech-spec.json that is there')
    .addHelpText('after', initExamples)
    .action((wishes: InitArguments, command: Command) => {
      const { template, files, builtin } = wishes;
      if (builtin && template !== undefined) command.error('error: --builtin takes no --template');
      if (files !== undefined && template === undefined && !builtin) command.error('error: --files needs --template');
      return commands.init(wishes);
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
    .action(async () => {
      const { lspCommand } = await import('./lsp.ts');
      return lspCommand();
    });

  for (const command of program.commands) {
    command.showHelpAfterError(`(tech-spec help ${command.name()} explains it)`);
  }
  return program;
}

/** Commander would print all that there is. */
function refuseUnknownHelp([word, name]: readonly string[], program: Command): void {
  const names = program.commands.map((command) => command.name());
  if (word !== 'help' || name === undefined || name.startsWith('-') || [...names, 'help'].includes(name)) return;
  const meant = closest(name, names);
  program.error(`error: unknown command '${name}'${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`);
}
