/** `npm run mutate` copies the core and its tests alone: these run by themselves. */
import { deepEqual } from 'node:assert/strict';
import { sourcesIn } from './sources.ts';

it('the tests of the core import nothing else of the server', () => {
  const own = sourcesIn('server/test').filter(({ path }) => /^server\/test\/(core|features|rules)\//.test(path));
  const others = own.filter(({ text }) => /from '\.\.\/\.\.\/src\/(?!core\/)/.test(text));
  deepEqual(
    others.map(({ path }) => path),
    [],
  );
});
