/** `tech-spec fix`: what becomes of files, what is said of it, and the exit codes. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/core/index.ts';
import { inRepository } from './repository.ts';
import { type Files, type Ran, runIn, type Surroundings, withFolder } from './terminal.ts';

const template =
  'These instructions are for the author alone.\n\n_Delete the text above._\n\n## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what may go wrong.\n';
const instructions = template.slice(0, template.indexOf('## Goals'));
const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n';
const deep = whole.replace('## Risks', '### Risks');
const half = '## Goals\n\nWarm hands.\n';
const withTemplate = ['fix', '--template', 'template.md'];

interface Fixed extends Ran {
  /** Afterwards, by path. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Runs the program and reads the files again. */
function fix(files: Files, argv: readonly string[], surroundings: Surroundings = {}): Promise<Fixed> {
  return withFolder({ 'template.md': template, ...files }, async (folder) => {
    surroundings.prepare?.(folder);
    const ran = await runIn(folder, argv, surroundings);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const paths = names.map(({ parentPath, name }) => join(parentPath, name));
    return {
      ...ran,
      texts: Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])),
    };
  });
}

describe('tech-spec fix', () => {
  it('writes what is safe to fix, and says what it was and what is left', async () => {
    const files = { 'plan.md': `${instructions}${deep}`, 'other.md': half };
    const { code, out, errors, texts } = await fix(files, [...withTemplate, 'plan.md', 'other.md']);
    equal(
      out,
      `other.md: nothing fixed, 1 left
plan.md: 2 fixed
  leftover-guidance  Delete the instructions
  section-level      Make it a heading of level 2
2 specs: 2 fixed, left: 1 error
tech-spec check says what is left
`,
    );
    deepEqual({ code, errors }, { code: 1, errors: '' });
    deepEqual(texts, { 'template.md': template, 'plan.md': whole, 'other.md': half });
  });

  it('changes nothing the second time', async () => {
    const { code, out, texts } = await fix({ 'plan.md': whole }, [...withTemplate, '--unsafe', 'plan.md']);
    deepEqual({ code, out }, { code: 0, out: '1 spec: nothing fixed, left: nothing\n' });
    equal(texts['plan.md'], whole);
  });

  it('puts in what is missing where that is wished for', async () => {
    const { code, out, texts } = await fix({ 'plan.md': half }, [...withTemplate, '--insert-missing', 'plan.md']);
    equal(texts['plan.md'], `${half}\n## Risks\n\nSay what may go wrong.\n`);
    match(out, /^plan\.md: 1 fixed, 1 left\n {2}missing-section {2}Insert section “Risks”\n/);
    equal(code, 1);
  });

  it('renames where that is wished for', async () => {
    const { code, texts } = await fix({ 'plan.md': whole.replace('## Risks', '## Risk') }, [
      ...withTemplate,
      '--unsafe',
      'plan.md',
    ]);
    deepEqual([code, texts['plan.md']], [0, whole]);
  });

  it('is as loud as the stage has it', async () => {
    equal((await fix({ 'plan.md': half }, [...withTemplate, '--stage', 'draft', 'plan.md'])).code, 0);
  });

  it('fixes nothing of a rule that is off', async () => {
    const argv = [...withTemplate, '--rule', 'section-level=off', 'plan.md'];
    equal((await fix({ 'plan.md': deep }, argv)).texts['plan.md'], deep);
  });

  it('goes by the configuration', async () => {
    const files = {
      '.tech-spec.json': '{ "specs": [{ "files": "specs/*.md", "template": "template.md" }] }',
      'specs/plan.md': deep,
      'notes/plan.md': deep,
    };
    const { texts } = await fix(files, ['fix']);
    deepEqual([texts['specs/plan.md'], texts['notes/plan.md']], [whole, deep]);
  });

  it('says nothing where it is to be quiet', async () => {
    const { out, errors } = await fix({ 'plan.md': deep }, [...withTemplate, '--quiet', 'plan.md']);
    equal(`${out}${errors}`, '');
  });

  it('passes by what is no spec, though it was named', async () => {
    const { code, out, errors } = await fix({ 'note.md': '# Note\n\nBuy tea.\n' }, ['fix', 'note.md']);
    deepEqual({ code, out, errors }, { code: 0, out: '', errors: '' });
  });

  it('keeps line ends and a byte order mark', async () => {
    const text = `\ufeff${deep.replaceAll('\n', '\r\n')}`;
    const { texts } = await fix({ 'plan.md': text }, [...withTemplate, 'plan.md']);
    equal(texts['plan.md'], text.replace('### Risks', '## Risks'));
  });

  it('refuses --stdin with files, and an option that it does not know', async () => {
    equal((await fix({}, ['fix', '--stdin', 'plan.md'])).code, 2);
    match((await fix({}, ['fix', '--insert-mising'])).errors, /Did you mean --insert-missing\?/);
  });
});

describe('tech-spec fix leaves alone', () => {
  it('a template, though it was named', async () => {
    const files = { '.tech-spec.json': '{ "specs": [{ "files": "specs/*.md", "template": "template.md" }] }' };
    for (const argv of [
      ['fix', '--unsafe', 'template.md'],
      [...withTemplate, '--unsafe', 'template.md'],
    ]) {
      const { code, texts } = await fix(files, argv);
      deepEqual([code, texts['template.md']], [0, template]);
    }
  });

  it('what a link leads to that was only met', async () => {
    const files = { 'specs/': '', 'elsewhere.txt': deep };
    const prepare = (folder: string) => symlinkSync(join(folder, 'elsewhere.txt'), join(folder, 'specs', 'plan.md'));
    const { texts } = await fix(files, [...withTemplate, 'specs'], { prepare });
    equal(texts['elsewhere.txt'], deep);
  });

  it('what is not UTF-8', async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(deep), 0xe9, 0x0a]);
    const { code, errors, texts } = await fix({ 'plan.md': bytes }, [...withTemplate, 'plan.md']);
    equal(errors, 'tech-spec: “plan.md” is not UTF-8, and is left as it is\n');
    deepEqual([code, texts['plan.md']?.startsWith(deep)], [2, true]);
  });

  it('what somebody else has changed meanwhile', async () => {
    const rules: Rule[] = [];
    const prepare = (folder: string) => rules.push(changing(join(folder, 'plan.md')));
    const { code, errors, texts } = await fix({ 'plan.md': 'a' }, [...withTemplate, 'plan.md'], { prepare, rules });
    equal(errors, 'tech-spec: “plan.md” was changed by somebody else meanwhile, and is left as it is\n');
    deepEqual([code, texts['plan.md']], [2, 'theirs']);
  });

  it('what has no fixes because they fail, which is told', async () => {
    const broken: Rule = {
      ...changing(undefined),
      fixes() {
        throw new Error('out of tea');
      },
    };
    const { code, errors } = await fix({ 'plan.md': 'a' }, [...withTemplate, 'plan.md'], { rules: [broken] });
    equal(errors, 'tech-spec: the fixes of rule changing failed on “plan.md”: out of tea\n');
    equal(code, 2);
  });

  /** Finds an “a” and makes a “b” of it; writes the file itself while it looks. */
  function changing(path: string | undefined): Rule {
    return {
      id: 'changing',
      severity: 'error',
      docs: { summary: '', why: '', examples: [] },
      *check({ document }) {
        if (path !== undefined) writeFileSync(path, 'theirs');
        if (document.text === 'a') yield { span: { start: 0, end: 1 }, message: 'An a', key: 'a', data: undefined };
      },
      *fixes() {
        yield { name: 'b', title: 'Make it b', edits: [{ span: { start: 0, end: 1 }, newText: 'b' }], safe: true };
      },
    };
  }
});

describe('tech-spec fix --dry-run', () => {
  it('prints a unified diff and writes nothing', async () => {
    const { code, out, errors, texts } = await fix({ 'plan.md': deep }, [...withTemplate, '--dry-run', 'plan.md']);
    equal(
      out,
      `--- a/plan.md
+++ b/plan.md
@@ -2,6 +2,6 @@
 
 Warm hands.
 
-### Risks
+## Risks
 
 N/A
`,
    );
    match(errors, /^plan\.md: 1 to fix\n/);
    deepEqual([code, texts['plan.md']], [0, deep]);
  });

  it('which git applies, also with line ends, names and last lines out of the ordinary', () =>
    inRepository(async (repository) => {
      const files = {
        'docs/a “plan”.md': deep.replaceAll('\n', '\r\n'),
        'docs/tab\there.md': deep.trimEnd(),
        'docs/ünïcode.md': `${deep}\n\n`,
      };
      repository.commit('2026-01-01', { 'template.md': template, ...files });
      const { out } = await repository.run([...withTemplate, '--dry-run', '--quiet', 'docs']);
      repository.write('fix.patch', out);
      repository.git('apply', 'fix.patch');
      const applied = Object.keys(files).map((path) => readFileSync(join(repository.folder, path), 'utf8'));
      deepEqual(
        applied,
        Object.values(files).map((text) => text.replace('### Risks', '## Risks')),
      );
    }));

  it('in colours where a terminal shows it, and in none where it does not', async () => {
    const argv = [...withTemplate, '--dry-run', 'plan.md'];
    match((await fix({ 'plan.md': deep }, argv, { isInteractive: true })).out, /\u001b\[32m\+## Risks\u001b\[39m\n/);
    const environment = { NO_COLOR: '1' };
    doesNotMatch((await fix({ 'plan.md': deep }, argv, { isInteractive: true, environment })).out, /\u001b/);
  });
});

describe('tech-spec fix --stdin', () => {
  const argv = [...withTemplate, '--stdin', '--stdin-filename', 'plan.md'];

  it('writes the fixed text, and what was done elsewhere', async () => {
    const { out, errors, texts } = await fix({ 'plan.md': 'kept\n' }, argv, { input: deep });
    deepEqual([out, texts['plan.md']], [whole, 'kept\n']);
    match(errors, /^plan\.md: 1 fixed\n/);
  });

  it('writes the text as it came where there is nothing to fix, or where it is no spec', async () => {
    equal((await fix({}, argv, { input: `\ufeff${whole}` })).out, `\ufeff${whole}`);
    equal((await fix({}, ['fix', '--stdin'], { input: '# Note\n' })).out, '# Note\n');
  });
});

describe('tech-spec fix of what is no text', () => {
  const argv = [...withTemplate, '--stdin', '--stdin-filename', 'plan.md'];
  const bytes = { 'UTF-16': '\xff\xfe#\0 \0P\0', 'Latin-1': '## Goals\n\nA caf\xe9.\n' };

  for (const [what, words] of Object.entries(bytes)) {
    it(`gives it back as it came, and says so: ${what}`, async () => {
      const { code, out, errors } = await fix({}, argv, { input: Uint8Array.from(Buffer.from(words, 'latin1')) });
      deepEqual({ code, out }, { code: 2, out: words });
      match(errors, /^tech-spec: “plan\.md” is not (?:text|UTF-8, and is left as it is)\n/);
    });

    it(`is trouble where it is named: ${what}`, async () => {
      const files = { 'plan.md': Uint8Array.from(Buffer.from(words, 'latin1')) };
      const { code, errors } = await fix(files, [...withTemplate, 'plan.md']);
      deepEqual([code, /“plan\.md” is not/.test(errors)], [2, true]);
    });
  }
});

describe('tech-spec fix --since', () => {
  it('fixes what was made worse, and nothing that was so before', () =>
    inRepository(async (repository) => {
      const old = deep.replace('## Goals', '### Goals');
      repository.commit('2026-01-01', { 'template.md': template, 'old.md': deep, 'both.md': old.replace('###', '##') });
      repository.write('both.md', `${instructions}${deep}`);
      const { out } = await repository.run([...withTemplate, '--since', 'HEAD', 'old.md', 'both.md']);
      match(out, /^both\.md: 1 fixed\n {2}leftover-guidance {2}Delete the instructions\n/);
      const texts = ['old.md', 'both.md'].map((path) => readFileSync(join(repository.folder, path), 'utf8'));
      deepEqual(texts, [deep, deep]);
    }));

  it('needs a revision that is there', () =>
    inRepository(async (repository) => {
      repository.commit('2026-01-01', { 'template.md': template, 'plan.md': deep });
      const { code, errors } = await repository.run([...withTemplate, '--since', 'nowhere', 'plan.md']);
      equal(code, 2);
      match(errors, /^tech-spec: --since: /);
    }));
});

describe('a document that is older than its template', () => {
  it('gets no section that its template asked for later', () =>
    inRepository(async (repository) => {
      repository.commit('2026-01-01', { 'template.md': template, 'plan.md': whole });
      repository.commit('2026-02-01', { 'template.md': `${template}\n## Costs\n\nSay what it takes.\n` });
      const argv = [...withTemplate, '--insert-missing', '--as-of-creation', 'plan.md'];
      equal((await repository.run(argv)).code, 0);
      equal(readFileSync(join(repository.folder, 'plan.md'), 'utf8'), whole);
    }));
});
