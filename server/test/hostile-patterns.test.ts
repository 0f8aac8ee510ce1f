/** Patterns of our own take a time that grows with the length of the text, and not with its square: whoever writes that text may be hostile. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { check } from 'recheck';
import { literalsIn, patternsOf } from './patterns.ts';

/** By what it does, however busy the machine: what takes longer than a second there is not slow for that. */
const inSteps = { timeout: null, attackTimeout: null, incubationTimeout: null };

/** Says where a pattern takes longer, with a text over which it does. */
async function troubleOf(source: string, flags: string): Promise<string | undefined> {
  const found = await check(source, flags, inSteps);
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return `not told: ${JSON.stringify(found.error)}`;
  return `${found.complexity.summary}: ${found.attack.pattern}`;
}

describe('patterns', () => {
  it('that take long are told', async () => {
    ok((await troubleOf('\\s+$', ''))?.startsWith('2nd degree polynomial'));
    ok((await troubleOf('^(a|aa)+$', ''))?.startsWith('exponential'));
    equal(await troubleOf('^\\s+', ''), undefined);
  });

  it('are found wherever they stand', () => {
    const text = "const is = (a: string) => a.split(/b/).some((c) => /[/]d'/iu.test(c)) ? 1 / 2 / 3 : '/e/';";
    deepEqual(
      literalsIn({ path: 'a.ts', text }).map(({ source, flags }) => `/${source}/${flags}`),
      ['/b/', "/[/]d'/iu"],
    );
  });

  it('are linear', async () => {
    const all = patternsOf('server/src', 'client/src');
    ok(500 < all.length, `${all.length} were found`);
    const slow: string[] = [];
    const left = all.values();
    const checkSome = async () => {
      for (const { from, source, flags } of left) {
        const trouble = await troubleOf(source, flags);
        if (trouble !== undefined) slow.push(`${from}: /${source}/${flags}: ${trouble}`);
      }
    };
    await Promise.all([checkSome(), checkSome()]);
    deepEqual(slow, []);
  }).timeout(600_000);
});
