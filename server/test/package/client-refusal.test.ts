/** The built extension and a server that does not start: what people are told of it, how soon, and that nothing is left. */
import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { build, type Extension, type Kind, places, withExtension } from './built-extension.ts';

const refused = 'Tech Spec has not started: no memory';
const silent = 'Tech Spec has not started, because its server does not answer.';
const setAside = '“plan.md” is not checked any more, because the server failed over it twice.';
const gaveUp = 'Tech Spec has stopped, because its server failed several times.';

for (const place of Object.keys(places) as (keyof typeof places)[]) {
  describe(`a server in a ${place}`, () => {
    const unmade = place === 'worker' ? refused : 'Tech Spec has not started: spawn no-such-program ENOENT';
    const withServers = (kinds: readonly [Kind, ...Kind[]], run: (extension: Extension) => Promise<void>) => {
      return withExtension(place, kinds, run);
    };

    before('is built', () => build('client'));

    it('that refuses is told of at once, and once', () =>
      withServers(['refusing'], async (extension) => {
        await rejects(extension.settled(), { message: refused });
        await nothingMore(extension, [refused], 1);
      }));

    it('that refuses when it is started anew behind a failure is told of at once, and once', () =>
      withServers(['polite', 'refusing'], async (extension) => {
        await extension.settled();
        extension.fail();
        await extension.until(() => extension.lives.length === 2);
        await rejects(extension.settled(), { message: refused });
        await nothingMore(extension, [refused], 2);
      }));

    it('that refuses when it is restarted is told of at once, and once', () =>
      withServers(['polite', 'refusing'], async (extension) => {
        await extension.settled();
        await extension.restart();
        await nothingMore(extension, [refused], 2);
      }));

    it('that ends while it starts is started anew', () =>
      withServers(['mortal', 'polite'], async (extension) => {
        await extension.settled();
        deepEqual(extension.told, []);
        deepEqual(extension.lives, ['ended', 'runs']);
      }));

    it('that refuses behind one that ended while it started is told of at once, and once', () =>
      withServers(['mortal', 'refusing'], async (extension) => {
        await rejects(extension.settled(), { message: refused });
        await nothingMore(extension, [refused], 2);
      }));

    it('that always ends while it starts is given up', () =>
      withServers(['mortal'], async (extension) => {
        await rejects(extension.settled(), { message: gaveUp });
        await nothingMore(extension, [gaveUp], 5);
      }));

    it('that ends while it is started anew is given up, too', () =>
      withServers(['polite', 'mortal'], async (extension) => {
        await extension.settled();
        extension.fail();
        await extension.until(() => 0 < extension.told.length);
        await nothingMore(extension, [gaveUp], 5);
      }));

    it('that is not reached any more is started anew, however much it is told meanwhile', () =>
      withServers(['polite'], async (extension) => {
        await extension.settled();
        extension.cut();
        await Promise.all(Array.from({ length: 5 }, () => extension.run('checkReadiness')));
        await extension.settled();
        deepEqual(extension.lives, ['ended', 'runs']);
        // What was asked was not answered; but nobody is told that it has stopped.
        for (const told of extension.told) match(told, /^Tech Spec could not do that: /);
      }));

    it('that does not answer is waited for twenty seconds', () =>
      withServers(['silent'], async (extension) => {
        await extension.until(() => extension.lives.length === 1);
        for (let seconds = 0; seconds < 19; seconds++) extension.beat();
        deepEqual(extension.told, []);
        extension.beat();
        deepEqual(extension.told, [silent]);
        await rejects(extension.settled(), { message: silent });
        equal(extension.timers.size, 0);
      }));

    it('that cannot be made is told of at once, with the reason', () =>
      withServers(['unmade'], async (extension) => {
        await rejects(extension.settled(), { message: unmade });
        await nothingMore(extension, [unmade], 1);
      }));

    it('that cannot be made anew behind a failure is told of at once, with the reason', () =>
      withServers(['polite', 'unmade'], async (extension) => {
        await extension.settled();
        extension.fail();
        await extension.until(() => 0 < extension.told.length);
        await nothingMore(extension, [unmade], 2);
      }));

    it('that owes an answer owes it no more where it is restarted, and the next one is asked', () =>
      withServers(['deaf', 'polite'], async (extension) => {
        const settled = extension.settled();
        await extension.until(() => extension.sent.includes('techSpec/outline'));
        await extension.restart();
        await settled;
        equal(extension.timers.size, 0);
      }));

    it('that is being restarted is told of to nobody where the extension is disposed of', () =>
      withServers(['polite'], async (extension) => {
        await extension.settled();
        const restarted = extension.restart();
        extension.dispose();
        await restarted;
        await nothingMore(extension, [], 1);
      }));

    it('that runs is asked to end where the extension is disposed of, and its log with it', () =>
      withServers(['polite'], async (extension) => {
        await extension.settled();
        extension.dispose();
        await nothingMore(extension, [], 1);
        deepEqual(extension.sent.slice(-2), ['shutdown', 'exit']);
      }));

    for (const button of ['Try Again', 'Show Output'])
      it(`that failed over a document twice is told of, and “${button}” asks no log that is gone`, () =>
        withServers(['deaf', 'deaf', 'polite'], async (extension) => {
          const asked = () => extension.sent.filter((method) => method === 'techSpec/outline').length;
          const settled = extension.settled();
          for (const failures of [1, 2]) {
            await extension.until(() => asked() === failures);
            extension.fail();
          }
          await settled;
          extension.dispose();
          extension.click(button);
          await nothingMore(extension, [setAside], 3);
        }));

    it('that a command cannot work with is told of, and “Show Output” asks no log that is gone', () =>
      withServers(['polite'], async (extension) => {
        await extension.settled();
        await extension.run('checkReadiness');
        extension.dispose();
        extension.click('Show Output');
        const [told = '', ...more] = extension.told;
        match(told, /^Tech Spec could not do that: Cannot read /);
        deepEqual(more, []);
        await nothingMore(extension, [told], 1);
      }));

    for (const button of ['Restart Server', 'Show Output'])
      it(`that refuses is told of, and “${button}” asks for no command that is gone`, () =>
        withServers(['refusing'], async (extension) => {
          await rejects(extension.settled(), { message: refused });
          extension.dispose();
          extension.click(button);
          await nothingMore(extension, [refused], 1);
        }));

    it('that starts is not waited for any more where the extension is disposed of', () =>
      withServers(['silent'], async (extension) => {
        const settled = rejects(extension.settled());
        await extension.until(() => extension.lives.length === 1);
        extension.dispose();
        await settled;
        await nothingMore(extension, [], 1);
      }));
  });
}

/** Nobody is told anything else, no server is left or still to come, and no timer. */
async function nothingMore(extension: Extension, told: readonly string[], made: number): Promise<void> {
  await extension.until(() => extension.lives.every((life) => life === 'ended'));
  // Whatever would be done then is begun.
  await setImmediate();
  deepEqual(extension.told, told);
  equal(extension.lives.length, made);
  equal(extension.timers.size, 0);
}
