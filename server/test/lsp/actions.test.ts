// Code actions: offered by title, worked out when chosen, on the text as it is then.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { defineRule } from '../../src/core/rules/rule.ts';
import { slice } from '../../src/lsp/slices.ts';
import { at, folder, likeVsCode, planUri } from './client.ts';
import { withClock } from './clock.ts';
import { edited, plan, resolve, shape, titled, withPlan } from './planned.ts';

describe('code actions', () => {
  it('are each finding’s fixes, then all that is missing, the silencing, and the way out', () =>
    withPlan(plan, async (client) => {
      const actions = await client.actions(at(2));
      deepEqual(
        actions.map(({ title, kind }) => `${kind}: ${title}`),
        [
          'quickfix: Insert section “Risks”',
          'quickfix: Insert section “Risks” as not applicable',
          'quickfix: Insert section “Costs”',
          'quickfix: Insert section “Costs” as not applicable',
          'quickfix: Insert all missing sections',
          'quickfix: Disable rule here: missing-section',
          'quickfix: Not a Tech Spec',
        ],
      );
      ok(actions.every(({ edit, isPreferred }) => edit === undefined && isPreferred === undefined));
      deepEqual(actions[0]?.data, { uri: planUri, rule: 'missing-section', key: 'Risks', fix: 'insert' });
      equal(actions[0]?.diagnostics?.[0]?.code, 'missing-section');
    }));

  it('are none where nothing is found, and none in what is no spec', () =>
    withPlan(plan, async (client) => {
      deepEqual(await client.actions(at(0)), []);
      await client.open('# Milk\n', `${folder}/notes.md`);
      deepEqual(await client.actions(at(0), undefined, `${folder}/notes.md`), []);
    }));

  it('are of the kinds that were asked for', () =>
    withPlan(plan, async (client) => {
      deepEqual(await client.actions(at(2), ['refactor']), []);
      equal((await client.actions(at(2), ['quickfix'])).length, 7);
    }));

  it('get their edits when they are chosen, of the version they are for', () =>
    withPlan(plan, async (client) => {
      const action = await resolve(client, await titled(client, 'Insert section “Risks” as not applicable'));
      const [change] = action.edit?.documentChanges ?? [];
      deepEqual(lsp.TextDocumentEdit.is(change) && change.textDocument, { uri: planUri, version: 1 });
      equal(edited(plan, action), '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\nN/A – $0\n\n## Team\n\nUs.\n');
    }));

  it('leave the guidance that they put in selected, to be typed over', () =>
    withPlan(plan, async (client) => {
      const action = await resolve(client, await titled(client, 'Insert section “Risks”'));
      equal(
        edited(plan, action),
        `# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\n\${0:Say what could go wrong.}\n\n## Team\n\nUs.\n`,
      );
    }));

  it('are worked out on the text as it is when they are chosen', () =>
    withPlan(plan, async (client) => {
      const action = await titled(client, 'Insert section “Risks” as not applicable');
      const before = 'New first line.\n\n';
      await client.change(2, before, at(0));
      const resolved = await resolve(client, action);
      const [change] = resolved.edit?.documentChanges ?? [];
      equal(lsp.TextDocumentEdit.is(change) && change.textDocument.version, 2);
      equal(
        edited(before + plan, resolved),
        `${before}# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\nN/A – $0\n\n## Team\n\nUs.\n`,
      );
    }));

  it('do nothing where what they would mend is gone', () =>
    withPlan(plan, async (client) => {
      const action = await titled(client, 'Insert section “Risks”');
      await client.change(2, `${plan}\n## Risks\n\nNone.\n`);
      equal((await resolve(client, action)).edit, undefined);
      await client.close();
      equal((await resolve(client, action)).edit, undefined);
    }));

  it('come back harmless where what comes back is not what was sent', () =>
    withPlan(plan, async (client) => {
      for (const data of [undefined, null, 7, {}, { uri: planUri, rule: 'no-rule', key: 'x', fix: 'y' }, { uri: 7 }]) {
        equal((await resolve(client, { title: 'Insert', data } as lsp.CodeAction)).edit, undefined);
      }
    }));

  it('escape what a snippet would read', () => {
    const costly = `## Costs\n\nSay how much: $100, \${sum} or C:\\\\.\n`;
    return withPlan(
      '## Goals\n\nShip it.\n',
      async (client) => {
        const action = await resolve(client, await titled(client, 'Insert section “Costs”', 0));
        match(edited('## Goals\n\nShip it.\n', action), /Say how much: \\\$100, \\\$\{sum\\\} or C:\\\\\\\\\./);
      },
      { files: new Map([[shape, `## Goals\n\nSay why.\n\n${costly}`]]) },
    );
  });

  it('are plain text where the client knows no snippets', () =>
    withPlan(
      plan,
      async (client) => {
        const action = await resolve(client, await titled(client, 'Insert section “Risks” as not applicable'));
        equal(edited(plan, action), '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\nN/A – \n\n## Team\n\nUs.\n');
      },
      {
        capabilities: {
          ...likeVsCode,
          workspace: { ...likeVsCode.workspace, workspaceEdit: { documentChanges: true } },
        },
      },
    ));

  it('come with their edits to a client that cannot wait for them', () =>
    withPlan(
      plan,
      async (client) => {
        const action = await titled(client, 'Insert section “Risks” as not applicable');
        equal(edited(plan, action), '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\nN/A – $0\n\n## Team\n\nUs.\n');
      },
      { capabilities: { ...likeVsCode, textDocument: { ...likeVsCode.textDocument, codeAction: {} } } },
    ));

  it('insert all that is missing, each where it belongs', () =>
    withPlan(plan, async (client) => {
      const action = await resolve(client, await titled(client, 'Insert all missing sections'));
      equal(
        edited(plan, action),
        `# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\n\${0:Say what could go wrong.}\n\n## Costs\n\nSay how much.\n\n## Team\n\nUs.\n`,
      );
    }));

  it('keep the line ends that the document has', () =>
    withPlan(plan.replaceAll('\n', '\r\n'), async (client) => {
      const action = await resolve(client, await titled(client, 'Insert all missing sections'));
      const after = edited(plan.replaceAll('\n', '\r\n'), action);
      equal(after.replaceAll('\r\n', '').search(/[\r\n]/), -1);
      match(after, /## Risks\r\n\r\n/);
    }));

  it('silence a rule in place, and then it is silent', () =>
    withPlan('## Goals\n\n## Risks\n\nNone.\n\n## Costs\n\nNone.\n', async (client) => {
      const action = await resolve(client, await titled(client, 'Disable rule here: empty-section', 0));
      const after = edited('## Goals\n\n## Risks\n\nNone.\n\n## Costs\n\nNone.\n', action);
      equal(after.split('\n')[0], '<!-- tech-spec-disable-next-line empty-section -->');
      await client.change(2, after);
      deepEqual((await client.pull()).items, []);
    }));

  it('take a document out of the game', () =>
    withPlan(plan, async (client) => {
      const action = await resolve(client, await titled(client, 'Not a Tech Spec'));
      const after = edited(plan, action);
      equal(after.split('\n')[0], '<!-- tech-spec: none -->');
      await client.change(2, after);
      deepEqual((await client.pull()).items, []);
    }));
});

describe('source.fixAll.techSpec', () => {
  const wrong = '# Plan\n\n### Goals\n\nShip it.\n\n#### Why\n\nMoney.\n\n### Risks\n\nNone.\n\n## Costs\n\nNone.\n';
  const right = '# Plan\n\n## Goals\n\nShip it.\n\n### Why\n\nMoney.\n\n## Risks\n\nNone.\n\n## Costs\n\nNone.\n';

  it('makes every safe fix of the document at once, wherever it is asked for, and none that is not safe', () =>
    withPlan(wrong, async (client) => {
      for (const only of ['source', 'source.fixAll', 'source.fixAll.techSpec']) {
        const actions = await client.actions(at(0), [only]);
        deepEqual(
          actions.map(({ kind }) => kind),
          ['source.fixAll.techSpec'],
        );
        equal(edited(wrong, await resolve(client, actions[0] as lsp.CodeAction)), right);
      }
    }));

  it('is of the text as it is when it is answered, whatever is typed meanwhile', () =>
    withPlan(wrong, async (client) => {
      const [action] = await client.actions(at(0), ['source.fixAll']);
      await withClock(slice, async () => {
        const resolving = resolve(client, action as lsp.CodeAction);
        await client.change(2, `Above.\n\n${wrong}`);
        equal(edited(`Above.\n\n${wrong}`, await resolving), `Above.\n\n${right}`);
      });
    }));

  it('changes nothing the second time', () =>
    withPlan(wrong, async (client) => {
      await client.change(2, right);
      deepEqual(await client.actions(at(0), ['source.fixAll']), []);
    }));

  it('touches no byte outside of what it mends', () =>
    withPlan(wrong, async (client) => {
      const [action] = await client.actions(at(0), ['source.fixAll']);
      const { edit } = await resolve(client, action as lsp.CodeAction);
      const [change] = edit?.documentChanges ?? [];
      ok(lsp.TextDocumentEdit.is(change));
      deepEqual(new Set(change.edits.map(({ range }) => range.start.line)), new Set([2, 6, 10]));
      ok(change.edits.every(({ range }) => range.start.line === range.end.line));
    }));

  it('is not offered where nothing is safe to fix', () =>
    withPlan(plan, async (client) => deepEqual(await client.actions(at(0), ['source.fixAll']), [])));

  it('leaves alone what has two right answers, and what overlaps an earlier fix', () => {
    const fix = (name: string, start: number, end: number, newText: string) => ({
      name,
      title: name,
      edits: [{ span: { start, end }, newText }],
      safe: true,
    });
    const rule = defineRule({
      id: 'three-findings',
      severity: 'warning',
      docs: { summary: 'Finds three.', why: 'To see which are fixed.', examples: [] },
      *check() {
        for (const key of ['a', 'b', 'c']) yield { span: { start: 0, end: 8 }, message: key, key, data: key };
      },
      *fixes({ data }) {
        if (data === 'a') yield fix('one', 3, 8, 'Aims');
        if (data === 'b') yield fix('two', 5, 8, 'y');
        if (data === 'c') yield* [fix('either', 0, 2, '#'), fix('or', 0, 2, '###')];
      },
    });
    return withPlan(
      '## Goals\n',
      async (client) => {
        const [action] = await client.actions(at(0), ['source.fixAll']);
        equal(edited('## Goals\n', await resolve(client, action as lsp.CodeAction)), '## Aims\n');
        const quick = await client.actions(at(0), ['quickfix']);
        deepEqual(quick.map(({ title, isPreferred }) => [title, isPreferred]).slice(0, 4), [
          ['one', true],
          ['two', true],
          ['either', undefined],
          ['or', undefined],
        ]);
      },
      { rules: [rule] },
    );
  });
});
