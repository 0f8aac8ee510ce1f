/** Likely templates, the patterns of documents that follow one, and the configuration's text. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';

describe('likely templates', () => {
  it('are told by their names and folders, the likeliest first', () =>
    deepEqual(
      core.likelyTemplates([
        '.github/ISSUE_TEMPLATE/bug.yml',
        'docs/templates/plan.md',
        'keps/NNNN-kep-template/README.md',
        'rfcs/0000-first.md',
        'docs/adr/adr-template.md',
        '0000-template.md',
      ]),
      [
        '0000-template.md',
        'docs/adr/adr-template.md',
        'rfcs/0000-first.md',
        'keps/NNNN-kep-template/README.md',
        'docs/templates/plan.md',
        '.github/ISSUE_TEMPLATE/bug.yml',
      ],
    ));

  for (const path of [
    '.github/pull_request_template.md',
    '.github/ISSUE_TEMPLATE/config.yml',
    'node_modules/a/template.md',
    'docs/templates/README.md',
    'docs/templating.txt',
    'rfcs/0001-first.md',
    'config/template.yml',
    'a-template.md/plan.txt',
  ]) {
    it(`${path} is none`, () => deepEqual(core.likelyTemplates([path]), []));
  }

  it('are told however often a name has the word', () => {
    const [parted, whole] = ['a-template.', 'template'].map((words) => words.repeat(20_000));
    const likely = [`${parted}a.md`, `${whole}.md`];
    deepEqual(core.likelyTemplates([`${parted}txt`, `${whole}.txt`, ...likely]), likely);
    deepEqual(
      likely.map((name) => core.mayBeDocument(`b/${name}`, 'template.md')),
      [true, false],
    );
  });
});

describe('a likely template', () => {
  it('is the first by the alphabet among equals', () =>
    deepEqual(core.likelyTemplates(['b/template.md', 'a/template.md', 'c/template.md']), [
      'a/template.md',
      'b/template.md',
      'c/template.md',
    ]));

  it('is called one apart from other words, or else comes later', () =>
    deepEqual(
      core.likelyTemplates([
        'templated.md',
        'a_template-b.md',
        'mytemplate.md',
        'template.v2.Markdown',
        'my template.md',
      ]),
      ['a_template-b.md', 'my template.md', 'template.v2.Markdown', 'mytemplate.md', 'templated.md'],
    ));

  it('may be a document where it is numbered like the first one, and not called a template', () =>
    deepEqual(
      ['rfcs/0000-first.md', 'rfcs/NNN-first.md', '0000-template.md', 'docs/templates/a.md', 'rfcs/0001-a.md'].map(
        (path) => core.mayBeDocument(path),
      ),
      [true, true, false, false, false],
    ));

  it('may be one where it is numbered like a document, or has the word in the middle of its name and lies elsewhere', () => {
    const paths = ['docs/0006-template-engine.md', 'docs/mail-template-editor.md', 'docs/0006-template.md'];
    const others = ['small-template-b.md', 'templates/1-template-a.md', '0000-template-a.md', 'a/template-a.md'];
    deepEqual(
      [...paths, ...others].map((path) => core.mayBeDocument(path, 'template.md')),
      [true, true, false, false, false, false, false],
    );
  });
});

describe('a document agrees with a template', () => {
  const schema = '## A\n\n## B\n\n### Inner\n\n## C\n\n## D (optional)\n\n## E\n\n## F\n\n## G\n\n## H\n';
  for (const [what, template, text, expected] of [
    ['not where a single section is there', schema, '## A\n', undefined],
    ['not where fewer than a third are there', schema, '## A\n\n## B\n', undefined],
    ['with a third of them', schema, '## A\n\n## B\n\n## C\n', { share: 3 / 7, matched: 3 }],
    ['with optional ones', schema, '## A\n\n## B\n\n## D\n', { share: 2 / 7, matched: 3 }],
    ['with inner ones', schema, '## A\n\n## B\n\n### Inner\n\n## C\n', { share: 3 / 7, matched: 4 }],
    ['not by inner ones alone', schema, '## A\n\n## B\n\n### Inner\n', undefined],
    ['not by headings that are only alike', '## Goals\n\n## Risks\n', '## Goal\n\n## Risk\n', undefined],
    ['where all are optional', '## A (optional)\n\n## B (optional)\n', '## A\n\n## B\n', { share: 0, matched: 2 }],
    ['not with a template without sections', 'Words.\n', '## A\n\n## B\n', undefined],
  ] as const) {
    it(what, () => deepEqual(core.agreementOf(core.parseDocument(text), core.parseTemplate(template)), expected));
  }
});

describe('files proposed for a template', () => {
  it('are those of the folder where documents answer', () =>
    deepEqual(proposed(['rfcs/1.md', 'rfcs/2.md', 'rfcs/3.md'], ['docs/a.md', 'docs/b.md']), ['rfcs/*.md']));

  it('may have some among them that do not answer', () =>
    deepEqual(proposed(['rfcs/1.md', 'rfcs/2.md', 'rfcs/3.md'], ['rfcs/old.md']), ['rfcs/*.md']));

  it('are none where most do not answer', () =>
    deepEqual(proposed(['docs/1.md'], ['docs/a.md', 'docs/b.md', 'docs/c.md']), []));

  it('lie at every depth where they do', () =>
    deepEqual(proposed(['rfcs/2025/a.md', 'rfcs/2026/b.md', 'rfcs/2026/c.md'], ['docs/a.md', 'docs/b.md']), [
      'rfcs/**/*.md',
    ]));

  it('are READMEs where each document has a folder of its own', () =>
    deepEqual(
      proposed(
        ['keps/sig-a/1/README.md', 'keps/sig-a/2/README.md', 'keps/sig-b/3/README.md'],
        ['keps/sig-a/1/notes.md'],
      ),
      ['keps/**/README.md'],
    ));

  it('are of several folders where these have nothing in common', () =>
    deepEqual(
      proposed(
        ['a/rfcs/1.md', 'a/rfcs/2.md', 'a/rfcs/3.md', 'b/specs/1.md', 'b/specs/2.md'],
        ['a/x.md', 'a/y.md', 'a/z.md', 'b/x.md', 'b/y.md', 'c/x.md'],
      ),
      ['a/rfcs/*.md', 'b/specs/*.md'],
    ));

  it('have no wildcard that their folder’s name has', () =>
    deepEqual(proposed(['a[1]/1.md', 'a[1]/2.md'], ['b/1.md']), ['a?1?/*.md']));

  it('are none where nothing answers', () => deepEqual(proposed([], ['a.md']), []));
});

describe('patterns proposed for a template', () => {
  it('are three at most, and no second one for a single document', () => {
    const four = ['a', 'b', 'c', 'd'].flatMap((folder) => [1, 2].map((at) => `${folder}/specs/${at}.md`));
    const asides = ['a', 'b', 'c', 'd'].flatMap((folder) => [1, 2, 3].map((at) => `${folder}/x${at}.md`));
    deepEqual(proposed(four, asides), ['a/specs/*.md', 'b/specs/*.md', 'c/specs/*.md']);
    deepEqual(proposed(['a/1.md', 'a/2.md', 'b/1.md'], ['b/2.md', 'b/3.md', 'c/1.md', 'c/2.md']), ['a/*.md']);
  });

  it('have the ending of those that answer', () =>
    deepEqual(proposed(['a/1.mdx', 'a/2.mdx'], ['a/1.md', 'a/2.md', 'a/3.md']), ['a/*.mdx']));

  it('lie at the top', () => deepEqual(proposed(['1.md', '2.md'], ['a/1.md', 'b/1.md', 'c/1.md']), ['*.md']));

  it('take in no README by a star', () => {
    deepEqual(proposed(['a/1.md', 'a/2.md'], ['a/README.md', 'b/README.md', 'b/1.md']), ['a/*.md']);
    deepEqual(proposed(['README.md'], ['a.md', 'b.md']), ['README.md']);
  });
});

describe('a sample of documents', () => {
  it('has some of every folder, the nearest folders first', () => {
    const far = Array.from({ length: 50 }, (_, at) => `notes/${at}.md`);
    const sample = core.sampleOf('rfcs/template.md', [...far, 'rfcs/1.md']);
    equal(sample[0], 'rfcs/1.md');
    equal(sample.length, 13);
  });

  it('has them from the whole of a folder, in order', () => {
    const many = Array.from({ length: 24 }, (_, at) => `${at}.md`);
    deepEqual(
      core.sampleOf('template.md', many),
      many.filter((_, at) => at % 2 === 0),
    );
    deepEqual(core.sampleOf('template.md', many.slice(0, 12)), many.slice(0, 12));
  });

  it('has folders that are as near by the alphabet', () =>
    deepEqual(core.sampleOf('x/template.md', ['c/1.md', 'a/b/1.md', 'b/1.md', '1.md', 'x/y/1.md', 'x/1.md']), [
      'x/1.md',
      '1.md',
      'x/y/1.md',
      'b/1.md',
      'c/1.md',
      'a/b/1.md',
    ]));

  it('is of some hundreds at most', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `${at}/README.md`);
    equal(core.sampleOf('template.md', many).length, 300);
  });
});

describe('the configuration’s text', () => {
  const entry = { files: ['rfcs/*.md'], templates: ['0000-template.md'] };

  it('is as short as can be', () => {
    const two = { files: ['a/*.md', 'b/*.md'], templates: ['a.md', 'b.md'] };
    equal(
      core.configurationText([entry, two, { files: ['tech-specs/**/*.md'], templates: [] }]),
      `{
  "specs": [
    { "files": "rfcs/*.md", "template": "0000-template.md" },
    { "files": ["a/*.md", "b/*.md"], "template": ["a.md", "b.md"] },
    { "files": "tech-specs/**/*.md" }
  ]
}
`,
    );
  });

  it('is one that we can read', () => deepEqual(core.parseConfig(core.configurationText([entry])).problems, []));

  const added: readonly [string, string, string][] = [
    [
      'gets an entry before the others, on a line of its own',
      '{\n  "specs": [\n    { "files": "a/*.md" }\n  ]\n}\n',
      '{\n  "specs": [\n    { "files": "rfcs/*.md", "template": "0000-template.md" },\n    { "files": "a/*.md" }\n  ]\n}\n',
    ],
    [
      'gets an entry on the line where all is on one line',
      '{ "specs": [{ "files": "a/*.md" }] }',
      '{ "specs": [{ "files": "rfcs/*.md", "template": "0000-template.md" }, { "files": "a/*.md" }] }',
    ],
    [
      'gets a list of entries where it has none',
      '{\n  "rules": { "section-order": "off" }\n}\n',
      '{\n  "specs": [\n    { "files": "rfcs/*.md", "template": "0000-template.md" }\n  ],\n  "rules": { "section-order": "off" }\n}\n',
    ],
    [
      'gets one where it is empty',
      '{}\n',
      '{\n  "specs": [\n    { "files": "rfcs/*.md", "template": "0000-template.md" }\n  ]\n}\n',
    ],
  ];
  for (const [before, after] of [
    ['\ufeff{}', '\ufeff{\n  "specs": [\n    ENTRY\n  ]\n}'],
    ['{ \n }\n', '{\n  "specs": [\n    ENTRY\n  ]\n \n }\n'],
    [
      '{\r\t"specs": [\r\t\t{ "files": "a/*.md" }\r\t]\r}',
      '{\r\t"specs": [\r\t\tENTRY,\r\t\t{ "files": "a/*.md" }\r\t]\r}',
    ],
    ['{ "specs": [  { "files": "a/*.md" }] }', '{ "specs": [  ENTRY,  { "files": "a/*.md" }] }'],
  ] as const) {
    it(`gets an entry: ${JSON.stringify(before)}`, () => {
      const edit = core.entryAdded(before, { files: ['rfcs/*.md'], templates: [] });
      equal(edit && core.applyEdits(before, [edit]), after.replace('ENTRY', '{ "files": "rfcs/*.md" }'));
    });
  }

  for (const [what, before, after] of added) {
    it(what, () => {
      const edit = core.entryAdded(before, entry);
      equal(edit && core.applyEdits(before, [edit]), after);
      deepEqual(core.parseConfig(after).problems, []);
    });
  }

  it('gets an entry however many blanks stand in it', () => {
    const before = `{ "rules":${' '.repeat(100_000)}{}, "specs": [{ "files": "a/*.md" }] }`;
    const edit = core.entryAdded(before, { files: ['b/*.md'], templates: [] });
    equal(edit?.newText, '{ "files": "b/*.md" }, ');
  });

  it('gets nothing where it is broken', () => equal(core.entryAdded('{ "specs": [', entry), undefined));
});

function proposed(answering: readonly string[], others: readonly string[]): readonly string[] {
  return core.proposedFiles([...answering, ...others].sort(), new Set(answering));
}
