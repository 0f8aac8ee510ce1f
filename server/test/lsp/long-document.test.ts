/** What takes long is done in slices, between which others are heard. */
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import type { Rule } from '../../src/core/index.ts';
import { missingSection } from '../../src/core/rules/missing-section.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { post } from '../../src/lsp/protocol-post.ts';
import { slice } from '../../src/lsp/slices.ts';
import { type ClientOptions, folder, planUri, withClient } from './client.ts';
import { withClock } from './clock.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n';
const plan = '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\nNone.\n';
const options = () => ({
  files: new Map([[`${folder}/docs/shape.md`, template]]),
  settings: { template: 'docs/shape.md' },
});
const { method } = lsp.DocumentDiagnosticRequest;

/** Rules that take longer than a slice each, and say when they ran. `meanwhile` is called by the first of them, once. */
function slowRules(ran: string[], meanwhile: () => void): readonly Rule[] {
  let begin: (() => void) | undefined = meanwhile;
  return Array.from({ length: 15 }, (_, at) => ({
    ...missingSection,
    id: `rule-${at}`,
    check() {
      ran.push(`rule-${at}`);
      begin?.();
      begin = undefined;
      for (const end = Date.now() + 12; Date.now() < end; );
      return [];
    },
  }));
}

/** A rule that says when a check begins, once it is told to. */
function watchingRule(order: string[]) {
  let isWatched = false;
  const rule: Rule = {
    ...missingSection,
    check() {
      if (isWatched) order.push('rule');
      return [];
    },
  };
  const begin = () => {
    isWatched = true;
  };
  return { rule, begin };
}

describe('a check that takes long', () => {
  it('is in nobody’s way: what is asked meanwhile is answered first', async () => {
    const ran: string[] = [];
    let ask = () => {};
    await withClient({ ...options(), rules: slowRules(ran, () => ask()) }, async (client) => {
      await client.open(plan);
      const hover = { textDocument: { uri: planUri }, position: { line: 2, character: 4 } };
      ask = () =>
        client.ask('textDocument/hover', hover).then((found) => ran.push(found === null ? 'nothing' : 'hover'));
      await client.pull();
      ok(ran.includes('hover'), ran.join(', '));
      equal(ran.at(-1), 'rule-14');
    });
  });

  for (const [what, method, more] of [
    [
      'fixes',
      'textDocument/codeAction',
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, context: { diagnostics: [] } },
    ],
    ['a post', post.method, undefined],
    ['what is left until it is ready', protocol.readiness.method, { stage: 'ready' }],
  ] as const) {
    it(`is in nobody’s way where ${what} need it`, async () => {
      const ran: string[] = [];
      let ask = () => {};
      await withClient({ ...options(), rules: slowRules(ran, () => ask()) }, async (client) => {
        await client.open(plan);
        const hover = { textDocument: { uri: planUri }, position: { line: 2, character: 4 } };
        ask = () => client.ask('textDocument/hover', hover).then(() => ran.push('hover'));
        await client.ask(method, { uri: planUri, textDocument: { uri: planUri }, ...more });
        const last = ran.lastIndexOf('rule-14');
        ok(ran.includes('hover') && ran.indexOf('hover') < last, ran.join(', '));
        // And is done once.
        equal(ran.filter((rule) => rule === 'rule-14').length, 1);
      });
    });
  }

  it('ends with the rule at work when it is cancelled', async () => {
    const ran: string[] = [];
    const stop = new lsp.CancellationTokenSource();
    await withClient({ ...options(), rules: slowRules(ran, () => stop.cancel()) }, async (client) => {
      await client.open(plan);
      const check = client.request({ method }, { textDocument: { uri: planUri } }, stop.token);
      await rejects(check, { code: lsp.LSPErrorCodes.RequestCancelled });
      ok(ran.length < 15, ran.join(', '));
    });
  });

  it('ends with the rule at work when something is typed, and begins anew', async () => {
    const ran: string[] = [];
    let type = () => {};
    await withClient({ ...options(), rules: slowRules(ran, () => type()) }, async (client) => {
      await client.open(plan);
      type = () => client.change(2, `${plan}More.\n`);
      await client.pull();
      ok(15 < ran.length && ran.length < 30, ran.join(', '));
      deepEqual([ran.at(-15), ran.at(-1)], ['rule-0', 'rule-14']);
    });
  });
});

describe('a text that takes long to read', () => {
  const long = `# Plan\n\n## Summary\n\n${'Words, and more of them.\n\n'.repeat(240_000)}## Scope\n\nAll of it.\n`;
  const short = `${folder}/tech-spec-short.md`;
  // Such a client is asked nothing: no wait of another kind lets others in between.
  const bare: ClientOptions = { capabilities: { textDocument: { diagnostic: {} } } };

  it('is in nobody’s way either', () =>
    withClient(bare, async (client) => {
      await client.open(plan, short);
      await client.pull(short);
      await client.open(long);
      const order: string[] = [];
      const check = client.pull().then(() => order.push('long'));
      await client.pull(short).then(() => order.push('short'));
      await check;
      deepEqual(order, ['short', 'long']);
    }));

  it('nor is it where it is read again as a whole', async () => {
    const order: string[] = [];
    const watching = watchingRule(order);
    await withClient({ ...bare, rules: [watching.rule] }, async (client) => {
      await client.open(plan, short);
      await client.pull(short);
      await client.open(long);
      await client.pull();
      watching.begin();
      const start = { line: 4, character: 0 };
      await client.change(2, '[a]: https://a.example\n\n', { start, end: start });
      const check = client.pull();
      await client.pull(short).then(() => order.push('short'));
      await check;
      deepEqual(order, ['short', 'rule']);
    });
  });

  it('has what was typed meanwhile taken in', () =>
    withClient(bare, async (client) => {
      await client.open(plan, short);
      await client.open(long);
      const check = client.pull();
      await client.pull(short);
      const start = { line: 4, character: 0 };
      await client.change(2, '', { start, end: { line: 480_004, character: 0 } });
      await client.change(3, 'TBD\n\n', { start, end: start });
      const last = (await check).items.find(({ code }) => code === 'unfinished-section');
      equal(last?.range.start.line, 2);
      deepEqual(await client.pull(), await check);
    }));
});

describe('what is asked of a long document', () => {
  const short = `${folder}/tech-spec-short.md`;
  const long = `${plan}\n${'Words, and more of them.\n\n'.repeat(10_000)}${'### Part\n\n'.repeat(1_000)}## R`;
  const end = { line: long.split('\n').length - 1, character: '## R'.length };

  for (const [what, method, more] of [
    ['its symbols', 'textDocument/documentSymbol', {}],
    ['its folds', 'textDocument/foldingRange', {}],
    ['its colours', 'textDocument/semanticTokens/full', {}],
    ['what can be put in', 'textDocument/completion', { position: end }],
  ] as const) {
    it(`is worked out in nobody’s way: ${what}`, () =>
      withClient(options(), async (client) => {
        await client.open(plan, short);
        await client.open(long);
        await client.pull();
        await client.pull(short);
        const order: string[] = [];
        await withClock(slice, async () => {
          const answer = client
            .ask(method, { textDocument: { uri: planUri }, ...more })
            .then((found) => order.push(found === null ? 'nothing' : 'long'));
          await client.pull(short).then(() => order.push('short'));
          await answer;
        });
        deepEqual(order, ['short', 'long']);
      }));
  }
});

describe('a section with very many under it', () => {
  const short = `${folder}/tech-spec-short.md`;

  it('is looked through in nobody’s way, whoever asks first what it is', () =>
    withClient({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
      await client.open(plan, short);
      await client.pull(short);
      await client.open(`# Plan\n\n## Summary\n\n${'### Part\n\n'.repeat(3_000)}`);
      const order: string[] = [];
      // To read it is a fifth of a slice, to look through it ten.
      await withClock(slice / 500, async () => {
        const outline = client.ask(protocol.outline.method, { uri: planUri }).then(() => order.push('long'));
        await client.pull(short).then(() => order.push('short'));
        await outline;
      });
      deepEqual(order, ['short', 'long']);
    }));
});

describe('a document of many findings', () => {
  const short = `${folder}/tech-spec-short.md`;
  const many = `${plan}${'\n## Goals\n\nMore.\n'.repeat(1_200)}`;

  it('has its fixes worked out in nobody’s way', () =>
    withClient(options(), async (client) => {
      await client.open(plan, short);
      await client.open(many);
      await client.pull();
      await client.pull(short);
      const order: string[] = [];
      await withClock(slice, async () => {
        const start = { line: 0, character: 0 };
        const fixes = client.actions({ start, end: start }).then(() => order.push('long'));
        await client.pull(short).then(() => order.push('short'));
        await fixes;
      });
      deepEqual(order, ['short', 'long']);
    }));

  it('has those sent that somebody may look at', () =>
    withClient(options(), async (client) => {
      await client.open(many);
      const { items } = await client.pull();
      deepEqual([items.length, items.at(-1)?.code, items.at(-1)?.range.start.line], [1_000, 'too-many', 0]);
    }));

  it('is said to have at least so many where no more were looked for', () => {
    const files = new Map([[`${folder}/docs/shape.md`, '## Goals\n\nOwned by [team name].\n']]);
    return withClient({ ...options(), files }, async (client) => {
      await client.open(`## Goals\n\n${'- Owned by the [team name]\n'.repeat(21_000)}`);
      const { items } = await client.pull();
      equal(items.at(-1)?.message, '999 of at least 20000 findings are shown: `tech-spec check` lists all');
    });
  });
});

describe('a text of many headings', () => {
  // Short enough to be read in one, and of more headings than are laid under the template in one slice.
  const many = `${Array.from({ length: 15_000 }, (_, at) => `## Part ${at}\n\n`).join('')}## Summary\n\nShip it.\n`;
  const short = `${folder}/tech-spec-short.md`;
  const long = `${folder}/tech-spec-long.md`;
  const bare = { capabilities: { textDocument: { diagnostic: {} } } };

  it('is in nobody’s way before its check begins', async () => {
    const order: string[] = [];
    const watching = watchingRule(order);
    await withClient({ ...bare, rules: [watching.rule] }, async (client) => {
      await client.open(plan, short);
      await client.pull(short);
      await client.open(many, long);
      watching.begin();
      const check = client.pull(long);
      await client.pull(short).then(() => order.push('short'));
      await check;
      deepEqual(order, ['short', 'rule']);
    });
  });

  it('is not laid under its template at each version where it is too long to be checked', () =>
    withClient(bare, async (client) => {
      await client.open(plan, short);
      await client.pull(short);
      await client.open(`${many}${'Much to say. '.repeat(850_000)}\n`, long);
      const { items } = await client.pull(long);
      deepEqual(
        items.map(({ code }) => code),
        ['too-large'],
      );
      // Of headings that are as they were it would be known already.
      const start = { line: 0, character: 3 };
      await client.change(2, 'Another ', { start, end: start }, long);
      const order: string[] = [];
      // To read the change is half a slice, to lay it two.
      await withClock(slice / 250, async () => {
        const check = client.pull(long).then(() => order.push('long'));
        await client.pull(short).then(() => order.push('short'));
        await check;
      });
      // What is laid takes slices, between which the other is answered.
      deepEqual(order, ['long', 'short']);
    }));
});
