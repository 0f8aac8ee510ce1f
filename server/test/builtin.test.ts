/** The built-in template is data: it is read as any other, and nothing in the code knows its sections. */
import { deepEqual } from 'node:assert/strict';
import { allSpecs, builtinTemplate, parseTemplate } from '../src/core/index.ts';
import { codeOf, linesWith, sourcesIn } from './sources.ts';

describe('the built-in template', () => {
  it('has no section whose title is written in the code', () => {
    const names = Array.from(allSpecs(parseTemplate(builtinTemplate).sections), ({ name }) => name).join('|');
    const quoted = new RegExp(`['"\`](?:#+ )?(?:${names}):?(?:['"\`]|\\\\n)`, 'g');
    const files = sourcesIn('server/src', 'client/src').filter(({ path }) => path !== 'server/src/core/builtin.ts');
    deepEqual(
      files.flatMap((file) => linesWith({ ...file, text: codeOf(file) }, quoted)),
      [],
    );
  });
});
