/** The house in order: who imports whom, how files open, what they are called. Its messages say what to do. */
import { deepEqual, fail, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { rules } from '../src/core/index.ts';
import { codeOf, cyclesIn, home, type Import, importsOf, linesWith, opensWithSentence, sourcesIn } from './sources.ts';

/** No import goes from a line to one further down; `*` is all else in the core. */
const layers = [
  ['text/*'],
  ['steps', 'yaml', 'answers', 'limits', 'align', 'requirement', 'front-matter-words', 'block-items', 'top-blocks'],
  ['markup', 'surroundings', 'passage-blocks'],
  ['blocks', 'worked-out', 'yaml-plain', 'label-rows', 'all-sections'],
  ['conflicts', 'paragraph', 'passages', 'quoted-lines', 'settled'],
  ['parse', 'placed-block', 'places', 'seams'],
  ['window'],
  ['in-block'],
  ['reparse'],
  ['document'],
  ['kept', 'link-definitions'],
  ['front-matter', 'instructions', 'place', 'bold-lines', 'marks', 'moved', 'unclosed', 'reorder'],
  ['template', 'bare-headings'],
  ['guidance', 'section-text', 'front-matter-schema', 'front-matter-block', 'form-fields', 'spec-keys', 'title-keys'],
  ['title-ways', 'candidates', 'section-answer', 'leftover-comments'],
  ['length'],
  ['status', 'matching-titles', 'not-asked'],
  ['matching'],
  ['bold-reading', 'rematch', 'new-place', 'passed-by', 'laid-sections'],
  ['binding'],
  ['placeholders', 'leftover-instructions'],
  ['preamble'],
  ['rules/*'],
  ['*'],
  ['features/*'],
  ['index'],
];

/** Which folder may import what: files of ours by folder or name, packages by name. */
const privileges: Readonly<Record<string, readonly string[]>> = {
  'server/src/core': ['server/src/core/', 'markdown-it', 'yaml'],
  'server/src/lsp': ['server/src/lsp/', 'server/src/core/index.ts', 'vscode-languageserver', 'vscode-uri', 'picomatch'],
  'server/src/browser': [
    'server/src/browser/',
    'server/src/lsp/',
    'server/src/core/index.ts',
    'vscode-languageserver/browser',
    'vscode-languageserver/browser.js',
  ],
};

const server = sourcesIn('server/src');
const client = sourcesIn('client/src');
const tests = sourcesIn('client/test', 'server/test');
const scripts = sourcesIn('scripts');
const e2e = sourcesIn('e2e');
const core = server.filter(({ path }) => path.startsWith('server/src/core/'));
const imports = [...server, ...client].flatMap(importsOf);
const generated = 'server/src/core/builtin.ts';

describe('who imports whom', () => {
  for (const [folder, allowed] of Object.entries(privileges)) {
    it(`${folder} imports nothing but ${allowed.join(', ')}`, () => {
      const foreign = imports
        .filter(({ from }) => from.startsWith(`${folder}/`))
        .filter(({ to }) => !allowed.some((each) => to === each || (each.endsWith('/') && to.startsWith(each))));
      none(foreign.map(shown), 'Move what needs this to a folder that has the privilege, and hand its result over');
    });
  }

  it('only blocks.ts sees markdown-it, and only yaml.ts sees yaml', () => {
    const keepers: Record<string, string> = { 'markdown-it': 'blocks.ts', yaml: 'yaml.ts' };
    const others = imports.filter(({ from, to }) => to in keepers && from !== `server/src/core/${keepers[to]}`);
    none(others.map(shown), 'Ask blocks.ts or yaml.ts for what you need; nobody else knows the parsers');
  });

  it('no import in the core goes up the layers', () => {
    const upward = imports.filter(({ from, to }) => isCore(from) && isCore(to) && layerOf(from) < layerOf(to));
    none(upward.map(shown), 'Move what is needed down, or name the file in the list of layers at the top of this test');
  });

  it('no two files of the core need each other', () => {
    none(
      cyclesIn(imports.filter(({ from, to }) => isCore(from) && isCore(to))),
      'Move what both need to a file below them',
    );
  });

  it('a layer names files that are there', () => {
    const names = new Set(core.map(({ path }) => path.slice('server/src/core/'.length, -'.ts'.length)));
    none(
      layers.flat().filter((name) => !name.endsWith('*') && !names.has(name)),
      'Take it from the list of layers in this test',
    );
  });

  it('docs/architecture.md draws the layers as they are', () => {
    const drawn = layers.map((layer) => layer.join(', ').replace('/*', '/').replace(/^\*$/, 'all else')).join(' → ');
    const page = readFileSync(`${home}docs/architecture.md`, 'utf8').replaceAll(/\s+/g, ' ');
    ok(page.includes(drawn), `Draw them in docs/architecture.md: ${drawn}`);
  });

  it('everyone else enters the core by core/index.ts', () => {
    const burglars = imports.filter(({ from, to }) => !isCore(from) && isCore(to) && to !== 'server/src/core/index.ts');
    none(burglars.map(shown), 'Export it from core/index.ts and import it from there');
  });

  it('in lsp/ the core is always `core.` and the protocol always `lsp.`', () => {
    const names = new Map([
      ['server/src/core/index.ts', 'core'],
      ['vscode-languageserver', 'lsp'],
    ]);
    const others = imports
      .filter(({ from, to }) => from.startsWith('server/src/lsp/') && names.has(to))
      .filter(({ to, statement }) => !new RegExp(`^import (type )?\\* as ${names.get(to)} from`).test(statement));
    none(others.map(shown), 'Write `import * as core` or `import * as lsp`, so that the layer shows at each use');
  });

  it('only lsp/convert/ turns our types into the protocol’s and back', () => {
    const converters = server
      .filter(({ path }) => path.startsWith('server/src/lsp/') && !path.startsWith('server/src/lsp/convert/'))
      .flatMap((source) =>
        Array.from(
          codeOf(source).matchAll(/^(?:export )?function (to[A-Z]\w*)/gm),
          ([, name]) => `${source.path}: ${name}`,
        ),
      );
    none(converters, 'Move it to lsp/convert/');
  });

  it('the client imports nothing of the server but lsp/protocol*.ts', () => {
    const nosy = imports.filter(
      ({ from, to }) =>
        from.startsWith('client/') &&
        to.startsWith('server/') &&
        !/^server\/src\/lsp\/protocol(-[\w-]+)?\.ts$/.test(to),
    );
    none(nosy.map(shown), 'Ask the server by a request of lsp/protocol*.ts');
  });

  it('the client names no rule', () => {
    const named = client.flatMap(({ path, text }) =>
      rules.filter(({ id }) => text.includes(id)).map(({ id }) => `${path}: ${id}`),
    );
    none(named, 'What a rule means is the server’s business: let it answer a request');
  });

  it('the client does the same in a workspace that nobody trusts', () => {
    none(
      client.flatMap((source) => linesWith(source, /workspace\.isTrusted|WorkspaceTrust/g)),
      'The manifest says that nothing here needs trust: do it always, or not at all',
    );
  });

  it('files of ours are imported with their ending', () => {
    const bare = imports.filter(
      ({ to, statement }) => /^(server|client)\//.test(to) && !/\.(m?[jt]s|json)'/.test(statement),
    );
    none(bare.map(shown), 'Add .ts');
  });
});

describe('the core', () => {
  it('knows no clock, no chance, no world, and nothing asynchronous', () => {
    const worldly =
      /\b(new Date|Date\.now|Math\.random|performance\.|setTimeout|setInterval|async |await |Promise|process\.|globalThis|fetch\()/g;
    none(
      core.filter(({ path }) => path !== generated).flatMap((source) => linesWith(source, worldly)),
      'Take it as an argument, or do it in lsp/ or node/',
    );
  });

  it('and the protocol print nothing', () => {
    const talkers = server.filter(({ path }) => /^server\/src\/(core|lsp)\//.test(path));
    none(
      talkers.flatMap((source) => linesWith(source, /(?<!\.)\bconsole\.\w+/g)),
      'Return it as a value, or use the connection’s log',
    );
  });
});

describe('rules', () => {
  const files = core.filter(
    ({ path }) => dirname(path) === 'server/src/core/rules' && !['rule.ts', 'index.ts'].includes(basename(path)),
  );
  const ids = rules.map(({ id }) => id);

  it('are listed once in rules/index.ts, each under its file’s name', () => {
    deepEqual(Array.from(ids).sort(), files.map(({ path }) => basename(path, '.ts')).sort());
  });

  it('are one object a file, made by defineRule', () => {
    none(
      files.filter(({ text }) => text.split(/defineRule(?:<.*>)?\(/).length !== 2).map(({ path }) => path),
      'Export exactly one rule, made by defineRule',
    );
    none(
      files.filter(({ path, text }) => !text.includes(`id: '${basename(path, '.ts')}'`)).map(({ path }) => path),
      'Give the rule its file’s name as id',
    );
  });

  it('know no other rule', () => {
    const others = imports.filter(
      ({ from, to }) =>
        from !== 'server/src/core/rules/index.ts' && ids.some((id) => to === `server/src/core/rules/${id}.ts`),
    );
    none(others.map(shown), 'Move what both need below the rules: binding.ts, status.ts, guidance.ts');
  });

  it('keep no state', () => {
    none(
      files.flatMap((source) => linesWith(source, /^(let|var) \w+/gm)),
      'Work it out from the context on each check',
    );
  });
});

describe('versions', () => {
  it('are one, for extension, client and server', () => {
    const versions = ['', 'client/', 'server/'].map(
      (folder) => JSON.parse(readFileSync(new URL(`../../${folder}package.json`, import.meta.url), 'utf8')).version,
    );
    deepEqual(new Set(versions).size, 1);
  });
});

describe('files', () => {
  const all = [...server, ...client, ...tests, ...scripts, ...e2e];

  it('open with a comment that is a sentence', () => {
    none(
      all.filter((source) => !opensWithSentence(source)).map(({ path }) => path),
      'Say in one sentence what the file is for: /** … . */ or // … .',
    );
  });

  it('stay under 300 lines', () => {
    const long = all.filter(({ path, text }) => path !== generated && 300 < text.split('\n').length);
    none(
      long.map(({ path, text }) => `${path}: ${text.split('\n').length} lines`),
      'Find its second subject, and give that a file of its own',
    );
  });

  it('are named for what is in them', () => {
    const vague = /(^|\/)(utils?|helpers?|common|shared|types|misc|managers?|providers?|constants)(\.\w+)*(\/|$)/;
    const named = all.filter(({ path }) => vague.test(path) || /(manager|provider|helper|utils?)\.\w+$/.test(path));
    none(
      named.map(({ path }) => path),
      'What has no better name is not yet understood: name it for its subject',
    );
  });

  it('are in kebab-case', () => {
    none(
      all.filter(({ path }) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(basename(path))).map(({ path }) => path),
      'Write it in small letters with hyphens',
    );
  });
});

describe('tests', () => {
  it('are all run', () => {
    const skipped = [...tests, ...e2e].flatMap((source) =>
      linesWith(source, /\b(it|describe|test)\.(skip|only)\(|\bx(it|describe)\(/g),
    );
    none(skipped, 'Mend the test or take it away');
  });

  it('of the server sleep never', () => {
    none(
      tests.flatMap((source) => linesWith(source, /\bsetTimeout\(|\bsleep\(|timers\/promises/g)),
      'Await the event or the condition itself',
    );
  });

  it('see what they guard', () => {
    ok(0 < rules.length && 20 < core.length && 0 < client.length && 20 < imports.length);
  });
});

function none(offenders: readonly string[], advice: string): void {
  if (0 < offenders.length) fail(`${advice}:\n  ${offenders.join('\n  ')}`);
}

function shown({ from, to, statement }: Import): string {
  return `${from} imports ${to}  (${statement})`;
}

function isCore(path: string): boolean {
  return path.startsWith('server/src/core/');
}

function layerOf(path: string): number {
  const name = path.slice('server/src/core/'.length).replace(/\.ts$/, '');
  const folder = `${dirname(name)}/*`;
  const exact = layers.findIndex((layer) => layer.includes(name) || layer.includes(folder));
  return exact === -1 ? layers.findIndex((layer) => layer.includes('*')) : exact;
}
