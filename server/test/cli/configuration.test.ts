/** `.tech-spec.json` on the command line: the same as in the editor, and what is wrong in it with file, line and column. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, type Files, foundIn, inFolder, type Surroundings } from './terminal.ts';

const goals = '## Goals\n\nSay why.\n';
const risks = '## Risks\n\nSay what may go wrong.\n';
const specs = [{ files: 'rfcs/*.md', template: 'rfc.md' }];

function withConfig(config: unknown, more: Files = {}): Files {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return { '.git/HEAD': 'ref: refs/heads/main\n', '.tech-spec.json': text, 'rfc.md': goals, 'adr.md': risks, ...more };
}

/** Each document as `file: template`. */
async function templatesOf(files: Files, names: readonly string[] = [], surroundings?: Surroundings) {
  const ran = await inFolder(files, ['check', '-f', 'json', ...names], surroundings);
  return documentsOf(ran).map(({ file, template }) => `${file}: ${template}`);
}

const tree: Files = {
  'rfcs/1.md': 'Tea.\n',
  'rfcs/README.md': '# RFCs\n',
  'notes.md': '## Summary\n\n## Scope\n\n## APIs\n\n## Testing\n\n## Deployment\n',
};

describe('by the configuration', () => {
  it('documents follow the template of their entry, and others are no specs', async () => {
    deepEqual(await templatesOf(withConfig({ specs }, tree)), [
      'adr.md: null',
      'notes.md: null',
      'rfc.md: null',
      'rfcs/1.md: rfc.md',
      'rfcs/README.md: null',
    ]);
  });

  it('they do so whatever the folder that the program stands in', async () => {
    deepEqual(await templatesOf(withConfig({ specs }, tree), ['1.md'], { folder: 'rfcs' }), ['1.md: ../rfc.md']);
  });

  it('without a repository around it, too', async () => {
    const { '.git/HEAD': _, ...files } = withConfig({ specs }, tree);
    deepEqual(await templatesOf(files, ['1.md'], { folder: 'rfcs' }), ['1.md: ../rfc.md']);
  });

  it('rules are as loud as it says, and sections are owed as it says', async () => {
    const config = {
      specs: [
        {
          ...specs[0],
          template: 'both.md',
          sections: { Goals: { required: false } },
          rules: { 'empty-section': 'off' },
        },
      ],
    };
    const ran = await inFolder(withConfig(config, { 'rfcs/1.md': '## Goals\n', 'both.md': goals + risks }), [
      'check',
      '-f',
      'json',
      'rfcs/1.md',
    ]);
    deepEqual(foundIn(ran), ['1:1 missing-section']);
  });

  it('--rule wins over it', async () => {
    const config = { specs, rules: { 'missing-section': 'off' } };
    const argv = ['check', '-f', 'json', '--rule', 'missing-section=warning', 'rfcs/1.md'];
    deepEqual(foundIn(await inFolder(withConfig(config, tree), argv)), ['1:1 missing-section']);
  });

  it('a document is as ready as its front matter says, unless --stage says more', async () => {
    const config = { specs: [{ ...specs[0], ready: { status: ['Final'] } }] };
    const codeOf = async (status: string, ...more: readonly string[]) => {
      const files = withConfig(config, { 'rfcs/1.md': `---\nstatus: ${status}\n---\n` });
      return (await inFolder(files, ['check', ...more, 'rfcs/1.md'])).code;
    };
    deepEqual(
      [
        await codeOf('Draft'),
        await codeOf('final'),
        await codeOf('Draft', '-s', 'ready'),
        await codeOf('Final', '-s', 'draft'),
      ],
      [0, 1, 1, 0],
    );
  });

  it('a text from standard input has the entry of its name', async () => {
    const ran = await inFolder(
      withConfig({ specs }),
      ['check', '-f', 'json', '--stdin', '--stdin-filename', 'rfcs/2.md'],
      {
        input: 'Tea.\n',
      },
    );
    equal(documentsOf(ran)[0]?.template, 'rfc.md');
  });

  it('documents are checked that a folder does not show', async () => {
    const config = { specs: [{ files: ['.plans/*.md', 'old/*.mdown'], template: 'rfc.md' }] };
    const files = withConfig(config, { '.plans/a.md': 'Tea.\n', 'old/b.mdown': 'Tea.\n', 'old/c.txt': 'Tea.\n' });
    deepEqual(
      (await templatesOf(files)).filter((each) => each.endsWith('rfc.md') && !each.startsWith('rfc.md')),
      ['.plans/a.md: rfc.md', 'old/b.mdown: rfc.md'],
    );
  });

  it('nothing is checked outside of the current folder', async () => {
    const config = { specs: [{ files: '.plans/*.md', template: 'rfc.md' }] };
    const files = withConfig(config, { '.plans/a.md': 'Tea.\n', 'docs/b.md': 'Tea.\n' });
    deepEqual(await templatesOf(files, [], { folder: 'docs' }), ['b.md: null']);
  });
});

describe('the configuration is', () => {
  it('the nearest one', async () => {
    const near = JSON.stringify({ specs: [{ files: '*.md', template: '../adr.md' }] });
    deepEqual(await templatesOf(withConfig({ specs }, { ...tree, 'rfcs/.tech-spec.json': near }), ['rfcs/1.md']), [
      'rfcs/1.md: adr.md',
    ]);
  });

  it('the one that --config names', async () => {
    const other = JSON.stringify({ specs: [{ files: 'rfcs/*.md', template: 'adr.md' }] });
    const argv = ['--config', 'other.json', 'rfcs/1.md'];
    deepEqual(await templatesOf(withConfig({ specs }, { ...tree, 'other.json': other }), argv), ['rfcs/1.md: adr.md']);
  });

  it('none with --no-config-lookup', async () => {
    deepEqual(await templatesOf(withConfig({ specs }, tree), ['--no-config-lookup', 'rfcs/1.md', 'notes.md']), [
      'notes.md: built-in',
      'rfcs/1.md: null',
    ]);
  });

  it('not asked where --template says it all', async () => {
    deepEqual(await templatesOf(withConfig('{', tree), ['--template', 'adr.md', 'rfcs/1.md']), ['rfcs/1.md: adr.md']);
  });

  it('2 where --config names none, or --template stands beside it', async () => {
    const gone = await inFolder(withConfig({ specs }, tree), ['check', '--config', 'gone.json']);
    deepEqual(
      [gone.code, gone.errors],
      [2, 'tech-spec: configuration “gone.json” cannot be read: there is no such file\n'],
    );
    equal((await inFolder(withConfig({}), ['check', '--config', '.tech-spec.json', '-t', 'adr.md'])).code, 2);
  });

  it('no way up beyond the repository', async () => {
    const files = withConfig(
      { specs: [{ files: '**/*.md', template: 'rfc.md' }] },
      { 'inner/.git/HEAD': '', 'inner/a.md': 'Tea.\n' },
    );
    deepEqual(await templatesOf(files, ['inner/a.md']), ['inner/a.md: null']);
  });
});

describe('a configuration that is wrong', () => {
  it('is told with file, line and column of each problem, is 2, and nothing is found by it', async () => {
    const text =
      '{\n  "specs": [{ "files": "rfcs/*.md", "tempalte": "rfc.md" }],\n  "rules": { "section-ordr": "off" }\n}\n';
    const { code, out, errors } = await inFolder(withConfig(text, tree), ['check', 'rfcs/1.md']);
    deepEqual(
      { code, out, errors: errors.split('\n') },
      {
        code: 2,
        out: '',
        errors: [
          'tech-spec: .tech-spec.json:2:37: Unknown key “tempalte”. Did you mean “template”?',
          'tech-spec: .tech-spec.json:3:14: Unknown rule “section-ordr”. Did you mean “section-order”?',
          '',
        ],
      },
    );
  });

  it('is told as it is seen from the current folder', async () => {
    const { errors } = await inFolder(withConfig('[]', tree), ['check', '1.md'], { folder: 'rfcs' });
    match(errors, /^tech-spec: \.\.\/\.tech-spec\.json:1:1: /);
  });

  it('is 2 for a heading that the template lacks; documents are checked all the same', async () => {
    const config = { specs: [{ ...specs[0], sections: { Gaols: {} } }] };
    const ran = await inFolder(withConfig(config, tree), ['check', '-f', 'json', 'rfcs/1.md']);
    deepEqual([ran.code, foundIn(ran)], [2, ['1:1 missing-section']]);
    match(
      ran.errors,
      /^tech-spec: \.tech-spec\.json:1:\d+: The template has no section “Gaols”\. Did you mean “Goals”\?\n$/,
    );
  });

  for (const [path, why] of [
    ['gone.md', 'cannot be read: there is no such file'],
    ['../outside.md', 'lies outside of the workspace'],
    ['/etc/passwd', 'lies outside of the workspace'],
    ['out.md', 'cannot be read: its link leads out of the workspace'],
    ['nowhere.md', 'cannot be read: its link leads nowhere'],
    ['circle.md', 'cannot be read: its links lead in a circle'],
    ['rfcs', 'cannot be read: it is a folder'],
  ] as const) {
    it(`is told of the template ${path}`, async () => {
      const config = { specs: [{ files: 'rfcs/*.md', template: path }] };
      const { code, errors } = await inFolder(withConfig(config, tree), ['check', 'rfcs/1.md'], {
        prepare: (folder) => {
          symlinkSync('/etc/hosts', join(folder, 'out.md'));
          symlinkSync('none.md', join(folder, 'nowhere.md'));
          symlinkSync('circle.md', join(folder, 'circle.md'));
        },
      });
      deepEqual([code, errors], [2, `tech-spec: .tech-spec.json:1:43: Template “${path}” ${why}\n`]);
    });
  }

  for (const [target, why] of [
    ['/etc/hosts', 'its link leads out of the workspace'],
    ['none.json', 'its link leads nowhere'],
    ['.tech-spec.json', 'its links lead in a circle'],
  ] as const) {
    it(`is told of a link to ${target}`, async () => {
      const { '.tech-spec.json': _, ...files } = withConfig({}, tree);
      const prepare = (folder: string) => symlinkSync(target, join(folder, '.tech-spec.json'));
      const { code, errors } = await inFolder(files, ['check', 'rfcs/1.md'], { prepare });
      deepEqual([code, errors], [2, `tech-spec: .tech-spec.json:1:1: The file cannot be read: ${why}\n`]);
    });
  }

  it('is told of a pattern that matches nothing where all is checked, and that is no failure', async () => {
    const files = withConfig(
      { specs: [...specs, { files: 'adrs/*.md', template: 'adr.md' }] },
      { 'rfcs/1.md': `${goals}Tea.` },
    );
    const whole = { ...files, 'rfcs/1.md': '## Goals\n\nTea.\n' };
    const all = await inFolder(whole, ['check']);
    deepEqual([all.code, all.errors], [0, 'tech-spec: .tech-spec.json:1:62: “adrs/*.md” matches no document\n']);
    equal((await inFolder(whole, ['check', 'rfcs'])).errors, '');
  });

  it('is not told so in a folder below, where only a part of what it means is looked at', async () => {
    const files = withConfig({ specs }, { 'rfcs/1.md': '## Goals\n\nTea.\n', 'notes/1.md': '# Tea\n' });
    const { code, errors } = await inFolder(files, ['check'], { folder: 'notes' });
    deepEqual([code, errors], [0, '']);
  });

  it('has nobody fail over a link that leads nowhere and is no document of it', async () => {
    const files = withConfig({ specs }, { 'rfcs/1.md': '## Goals\n\nTea.\n' });
    const withLink = (place: string) => ({ prepare: (folder: string) => symlinkSync('none', join(folder, place)) });
    for (const more of [[], ['--only-specs']]) {
      const { code, errors } = await inFolder(files, ['check', ...more], withLink('AGENTS.md'));
      deepEqual([code, errors], [0, '']);
    }
    const own = await inFolder(files, ['check'], withLink('rfcs/2.md'));
    deepEqual([own.code, own.errors], [2, 'tech-spec: “rfcs/2.md” cannot be read: there is no such file\n']);
  });

  for (const [what, ready, said] of [
    [
      'a key',
      { stats: ['Final'] },
      '1:61: “stats” stands in the front matter of no document: none is ready by it. Did you mean “status”?',
    ],
    [
      'a value',
      { status: ['Finl'] },
      '1:71: “Finl” is the “status” of no document: none is ready by it. Did you mean “Final”?',
    ],
    ['nothing where one is ready, in whatever case', { status: ['final'] }, undefined],
    ['nothing where nobody is ready yet', { status: ['Rejected', 'Final'] }, undefined],
  ] as const) {
    it(`is told of ${what} that makes no document ready`, async () => {
      const files = withConfig(
        { specs: [{ ...specs[0], ready }] },
        { 'rfcs/1.md': '---\nstatus: Final\n---\n\n## Goals\n\nTea.\n' },
      );
      const { code, errors } = await inFolder(files, ['check']);
      deepEqual([code, errors], [0, said === undefined ? '' : `tech-spec: .tech-spec.json:${said}\n`]);
    });
  }
});
