/** Hostile documents, templates and configurations, each in a thread that is ended where it does not end by itself. */
import { rejects } from 'node:assert/strict';
import { builtinTemplate } from '../src/core/index.ts';
import { configurations } from './hostile/configurations.ts';
import { texts } from './hostile/texts.ts';
import { startThread, type Thread } from './hostile/thread.ts';

/** Of a template: what is read as one is held against every heading of a document. */
const mostOfTemplate = 20_000;

let thread: Thread;
before(async () => {
  thread = await startThread();
});
after(() => thread.end());

describe('everything is answered', function () {
  this.timeout(0);

  describe('for a hostile document:', () => {
    for (const [what, text] of Object.entries(texts))
      it(what, () => thread.ask(what, { template: builtinTemplate, text }));
  });

  describe('for a hostile template:', () => {
    for (const [what, text] of Object.entries(texts)) {
      const template = text.slice(0, mostOfTemplate);
      it(what, () => thread.ask(what, { template, text: `## Summary\n\nTBD\n\n${template}` }));
    }
  });

  describe('for a hostile configuration:', () => {
    for (const [what, config] of Object.entries(configurations))
      it(what, () => thread.ask(what, { template: builtinTemplate, text: '## Summary\n\nTBD\n', config }));
  });

  it('and what does not end is ended', () =>
    rejects(
      thread.ask('it', { template: '', text: '', endless: true }, 2000),
      /it: has not ended after 2 seconds, at a loop/,
    ));
});
