/** Whoever owes an answer is watched until it is there, here with beats so short that twenty of them are no wait. */
import { deepEqual } from 'node:assert/strict';
import { watchdog } from '../src/watchdog.ts';

type Sign = () => Promise<unknown>;

const never: Sign = () => new Promise(() => {});
const now: Sign = async () => {};

describe('a watchdog', () => {
  it('asks for a sign of life once, and tells of who gives none', async () => {
    const { happened, owe, until } = watched(never);
    const answer = owe();
    await until('stuck');
    answer();
    deepEqual(happened, ['asked', 'stuck']);
  });

  for (const [name, sign] of [
    ['gives signs of life', now],
    ['refuses to give any, for then it is there', () => Promise.reject(new Error('There is no such request'))],
  ] as const) {
    it(`tells nothing of who ${name}`, async () => {
      const { happened, owe, until } = watched(sign);
      const answer = owe();
      for (let signs = 0; signs < 3; signs++) await until('asked');
      answer();
      deepEqual(happened, ['asked', 'asked', 'asked']);
    });
  }

  it('tells nothing of who has answered, and asks nothing', async () => {
    const { happened, owe } = watched(never);
    owe()();
    await asLongAsAnyWaits();
    deepEqual(happened, []);
  });

  it('goes on where one answer of two is there', async () => {
    const { happened, owe, until } = watched(never);
    const [answerFirst, answerSecond] = [owe(), owe()];
    answerFirst();
    await until('stuck');
    answerSecond();
    deepEqual(happened, ['asked', 'stuck']);
  });

  it('tells again where that was of no use', async () => {
    const { happened, owe, until } = watched(never);
    const answer = owe();
    await until('stuck');
    await until('stuck');
    answer();
    deepEqual(happened, ['asked', 'stuck', 'asked', 'stuck']);
  });
});

/** What it asks and tells of one that gives such signs of life. */
function watched(sign: Sign) {
  const happened: ('asked' | 'stuck')[] = [];
  let wake = () => {};
  function happens(what: 'asked' | 'stuck'): void {
    happened.push(what);
    wake();
  }
  const asked = () => {
    happens('asked');
    return sign();
  };
  const dog = watchdog(asked, () => happens('stuck'), 1);
  return {
    happened,
    /** Gives what answers. */
    owe(): () => void {
      let answer = () => {};
      const owed = new Promise<void>((resolve) => {
        answer = resolve;
      });
      dog.during(() => owed);
      return answer;
    },
    /** The next time. */
    async until(what: 'asked' | 'stuck'): Promise<void> {
      do {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } while (happened.at(-1) !== what);
    },
  };
}

async function asLongAsAnyWaits(): Promise<void> {
  const { owe, until } = watched(never);
  const answer = owe();
  await until('stuck');
  answer();
}
