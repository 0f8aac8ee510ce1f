/** In a thread of its own, which can be ended from outside: asks everything of what it is sent, and says what it is at. */
import { ok } from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';
import * as core from '../../src/core/index.ts';
import { everything } from '../everything.ts';
import { inside } from '../places.ts';
import type { Input, Told } from './thread.ts';

/** Of ten thousand findings of a rule the last is mended as the first. */
const mostFixed = 30;

const tell = (told: Told) => parentPort!.postMessage(told);
const asking = (what: string) => tell({ asking: what });

parentPort!.on('message', (input: Input) => {
  try {
    ask(input);
    tell({ done: true });
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function ask({ template, text, config, endless }: Input): void {
  asking('a loop');
  while (endless);
  asking('recognition');
  const document = core.parseDocument(text);
  core.looksLikeSpec(document, core.parseTemplate(core.builtinTemplate), 'tech-spec-a.md');
  core.titleOf(core.contextOf(core.parseTemplate(template), document));
  everything(template, text, Math.floor(text.length / 2), { asking, mostFixed });
  asking('a keystroke');
  const span = { start: Math.floor(text.length / 3), end: Math.floor(text.length / 3) };
  const typed = core.parseDocument(document.lines.edited({ span, newText: '# x' }), document, [
    { span, newText: '# x' },
  ]);
  core.check(core.contextOf(core.readTemplate(template, ''), typed), core.rules, { stage: 'draft' });
  if (config !== undefined) configure(config, template, document);
}

function configure(config: string, template: string, document: core.SpecDocument): void {
  asking('the configuration');
  const { entries = [], problems } = core.parseConfig(config);
  for (const problem of problems) inside(config, problem.span, problem.message);
  const schema = core.readTemplate(template, '');
  for (const { sections, ready } of entries) {
    const made = core.configured(schema, sections);
    ok(Array.isArray(core.check(core.contextOf(made.template, document), core.rules, { stage: 'ready' })));
    core.stageOf(document, ready);
  }
}
