/** The program as a person and a CI job meet it: exit codes, both formats, what it says of itself. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import type { Rule } from '../src/core/index.ts';
import { documentsOf, type Files, foundIn, inFolder } from './cli/terminal.ts';

const template =
  '# Design\n\n## Goals\n\nSay why.\n\n## Risks:\n\nSay what may go wrong.\n\n## Costs\n\nSay what it takes.\n';
const whole = '# Tea\n\n## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n\n## Costs\n\nA kettle.\n';
const half = '# Tea\n\n## Goals\n\nTBD\n\n## Costs\n\nA kettle.\n';
const files: Files = { 'template.md': template, 'whole.md': whole, 'half.md': half };
const withTemplate = ['check', '--template', 'template.md'];

describe('tech-spec check: exit codes', () => {
  it('a spec without findings is 0', async () => {
    equal((await inFolder(files, [...withTemplate, 'whole.md'])).code, 0);
  });

  it('an error is 1', async () => {
    equal((await inFolder(files, [...withTemplate, 'half.md'])).code, 1);
  });

  it('warnings alone are 0', async () => {
    const { code, out } = await inFolder({ ...files, 'half.md': whole.replace('N/A', 'TBD') }, [
      ...withTemplate,
      'half.md',
    ]);
    deepEqual({ code, warns: out.includes('warning') }, { code: 0, warns: true });
  });

  it('as many warnings as --max-warnings allows are 0', async () => {
    const tbd = { ...files, 'tbd.md': whole.replace('N/A', 'TBD') };
    equal((await inFolder(tbd, [...withTemplate, '--max-warnings', '1', 'tbd.md'])).code, 0);
  });

  it('more warnings than --max-warnings allows are 1, and the reason is said', async () => {
    const tbd = { ...files, 'tbd.md': whole.replace('N/A', 'TBD') };
    const { code, errors } = await inFolder(tbd, [...withTemplate, '--max-warnings', '0', 'tbd.md']);
    deepEqual({ code, errors }, { code: 1, errors: 'tech-spec: 1 warning, --max-warnings allows 0\n' });
  });

  it('documents that are no specs are 0', async () => {
    equal((await inFolder({ 'note.md': '# Note\n\nBuy tea.\n' }, ['check', 'note.md'])).code, 0);
  });

  it('an unknown option is 2', async () => {
    const { code, out, errors } = await inFolder(files, ['check', '--strict']);
    deepEqual({ code, out }, { code: 2, out: '' });
    match(errors, /^tech-spec: unknown option '--strict'/);
  });

  it('an unknown format, stage or number of warnings is 2', async () => {
    const codes = [];
    for (const wrong of [
      ['--format', 'xml'],
      ['--stage', 'done'],
      ['--max-warnings', 'few'],
      ['--max-warnings', '-1'],
    ]) {
      codes.push((await inFolder(files, ['check', ...wrong, 'whole.md'])).code);
    }
    deepEqual(codes, [2, 2, 2, 2]);
  });

  it('an unknown command is 2', async () => {
    const { code, errors } = await inFolder(files, ['chek']);
    equal(code, 2);
    match(errors, /Did you mean check\?/);
  });

  it('a file without a command is 2, and the command is suggested', async () => {
    const { code, errors } = await inFolder(files, ['whole.md']);
    equal(code, 2);
    match(errors, /\nTo check it: tech-spec check whole\.md\n$/);
  });

  it('no command is 2, with the commands explained', async () => {
    const { code, errors } = await inFolder(files, []);
    equal(code, 2);
    match(errors, /Usage: tech-spec/);
  });

  it('a rule that throws is 2, by name, and the others still find', async () => {
    const broken: Rule = {
      id: 'broken-rule',
      severity: 'error',
      docs: { summary: '', why: '', examples: [] },
      check() {
        throw new Error('out of tea');
      },
    };
    const { rules } = await import('../src/core/index.ts');
    const ran = await inFolder(files, [...withTemplate, '--format', 'json', 'half.md'], { rules: [broken, ...rules] });
    equal(ran.code, 2);
    equal(ran.errors, 'tech-spec: rule broken-rule failed on “half.md”: out of tea\n');
    equal(0 < foundIn(ran).length, true);
  });
});

describe('tech-spec check: text', () => {
  it('names place, severity, rule, message and the template’s line, and ends with what is answered', async () => {
    const { out } = await inFolder(files, [...withTemplate, 'half.md']);
    match(out, /^half\.md\n/);
    match(out, /^ +3:1 +error +missing-section +.*“Risks”.* +template\.md:7$/m);
    match(out, /^ +3:1 +warning +unfinished-section +.* +template\.md:3$/m);
    match(out, /^ {2}1 of 3 sections answered\n$/m);
  });

  it('puts findings in columns', async () => {
    const { out } = await inFolder(files, [...withTemplate, 'half.md']);
    const rows = out.split('\n').filter((line) => line.includes('template.md:'));
    const columns = ['error|warning', 'missing-section|unfinished-section', 'Section', 'template\\.md'];
    for (const column of columns) equal(new Set(rows.map((row) => row.search(new RegExp(column)))).size, 1, column);
  });

  it('names the built-in template in words', async () => {
    const { out } = await inFolder({ 'a.tech-spec.md': '## Summary\n\nTea for all.\n' }, ['check']);
    match(out, /built-in template, line 27$/m);
  });

  it('says that a spec without findings is whole', async () => {
    const { out } = await inFolder(files, [...withTemplate, 'whole.md']);
    equal(out, 'whole.md\n  3 of 3 sections answered\n');
  });

  it('closes with a sum where there are several', async () => {
    const { out } = await inFolder(files, [...withTemplate, 'half.md', 'whole.md']);
    match(out, /\n2 specs: 1 error, 1 warning\n/);
  });

  it('and with the sums by rule, the loudest first', async () => {
    const { out } = await inFolder(files, [...withTemplate, 'half.md', 'whole.md']);
    match(out, /\n {2}missing-section {5}1 error\n {2}unfinished-section {2}1 warning\n4 of 6 sections answered\n$/);
  });

  it('leaves out what is no spec, and counts it', async () => {
    const { out } = await inFolder(
      { 'a.tech-spec.md': '## Summary\n\nTea.\n', 'b.tech-spec.md': '## Summary\n\nTea.\n', 'note.md': '# Note\n' },
      ['check'],
    );
    doesNotMatch(out, /note\.md/);
    match(out, /\n2 specs among 3 documents: 18 errors\n2 of 20 sections answered\n$/);
  });

  it('says so when nothing is a spec, and what to do', async () => {
    const { out } = await inFolder({ 'note.md': '# Note\n', 'other.md': '# Other\n' }, ['check']);
    match(out, /^0 specs among 2 documents\n/);
    match(out, /--template FILE/);
    match(out, /template of your own followed: tech-spec init\n/);
  });

  it('is plain where nobody looks', async () => {
    doesNotMatch((await inFolder(files, [...withTemplate, 'half.md'])).out, colorCode);
  });

  it('is coloured in a terminal', async () => {
    match((await inFolder(files, [...withTemplate, 'half.md'], { isInteractive: true })).out, colorCode);
  });

  it('is plain under NO_COLOR', async () => {
    const world = { isInteractive: true, environment: { NO_COLOR: '1' } };
    doesNotMatch((await inFolder(files, [...withTemplate, 'half.md'], world)).out, colorCode);
  });

  it('is coloured with --color, whatever NO_COLOR says', async () => {
    const world = { environment: { NO_COLOR: '1' } };
    match((await inFolder(files, [...withTemplate, '--color', 'half.md'], world)).out, colorCode);
  });

  it('is plain with --no-color', async () => {
    const world = { isInteractive: true };
    doesNotMatch((await inFolder(files, [...withTemplate, '--no-color', 'half.md'], world)).out, colorCode);
  });

  it('is errors only with --quiet', async () => {
    const { out, code } = await inFolder(files, [...withTemplate, '--quiet', 'half.md', 'whole.md']);
    doesNotMatch(out, /warning|whole\.md/);
    match(out, /error/);
    equal(code, 1);
  });
});

describe('tech-spec check: JSON', () => {
  it('has exactly the promised shape', async () => {
    const ran = await inFolder(
      { 'template.md': '## Goals\n\nSay why.\n\n## Risks:\n\nSay what.\n', 'tea.md': '## Goals\n\nWarm hands.\n' },
      [...withTemplate, '--format', 'json', 'tea.md'],
    );
    const { documents, ...rest } = JSON.parse(ran.out);
    deepEqual(rest, { version: 1 });
    deepEqual(Object.keys(documents[0]), ['file', 'template', 'findings', 'answered']);
    deepEqual(documents[0].answered, { done: 1, of: 2 });
    const [{ message, fixes, ...finding }, ...others] = documents[0].findings;
    deepEqual(others, []);
    match(message, /“Risks”/);
    deepEqual(finding, {
      rule: 'missing-section',
      severity: 'error',
      section: 'Risks',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 9,
      templateLine: 5,
    });
    const place = { line: 4, column: 1, endLine: 4, endColumn: 1 };
    deepEqual(fixes, [
      {
        title: 'Insert section “Risks”',
        safe: false,
        edits: [{ ...place, text: '\n## Risks:\n\nSay what.\n' }],
      },
      {
        title: 'Insert section “Risks” as not applicable',
        safe: false,
        edits: [{ ...place, text: '\n## Risks:\n\nN/A – \n' }],
      },
    ]);
  });

  it('lists every document matched, and null as the template of what is no spec', async () => {
    const ran = await inFolder(
      { 'a.tech-spec.md': '## Summary\n\nTea.\n', 'note.md': '# Note\n', 'README.md': '# Read\n' },
      ['check', '--format', 'json'],
    );
    deepEqual(
      documentsOf(ran).map(({ file, template: named, findings }) => [file, named, findings.length]),
      [
        ['README.md', null, 0],
        ['a.tech-spec.md', 'built-in', 9],
        ['note.md', null, 0],
      ],
    );
  });

  it('names a template by its file', async () => {
    const ran = await inFolder({ ...files, 'docs/tea.md': whole }, [
      'check',
      '-t',
      './template.md',
      '-f',
      'json',
      'docs/tea.md',
    ]);
    equal(documentsOf(ran)[0]?.template, 'template.md');
  });

  it('is one document, whatever goes wrong', async () => {
    const ran = await inFolder(files, [...withTemplate, '--format', 'json', 'nowhere.md']);
    deepEqual(JSON.parse(ran.out), { version: 1, documents: [] });
  });

  it('is softer for a draft', async () => {
    const severities = async (stage: string) =>
      documentsOf(await inFolder(files, [...withTemplate, '-f', 'json', '--stage', stage, 'half.md'])).flatMap(
        ({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`),
      );
    deepEqual(await severities('ready'), ['missing-section error', 'unfinished-section warning']);
    deepEqual(await severities('draft'), ['missing-section warning', 'unfinished-section information']);
  });
});

describe('tech-spec: what it says of itself', () => {
  it('--version is the version of the package, and 0', async () => {
    const { code, out } = await inFolder({}, ['--version']);
    equal(code, 0);
    match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('--help names the commands, and is 0', async () => {
    const { code, out } = await inFolder({}, ['--help']);
    equal(code, 0);
    match(out, /^ {2}check .*\n[\s\S]*^ {2}lsp /m);
  });

  it('check --help explains exit codes by example', async () => {
    const { code, out } = await inFolder({}, ['check', '--help']);
    equal(code, 0);
    match(out, /Examples:\n[\s\S]*Exit status:\n {2}0 /);
  });

  it('lsp --help shows how an editor starts it', async () => {
    match((await inFolder({}, ['lsp', '--help'])).out, /'tech-spec', 'lsp', '--stdio'/);
  });
});

const colorCode = /\u001b\[/;
