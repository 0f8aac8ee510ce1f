/** Marks among words: which words are read for them, and what is left without them. */
import { equal } from 'node:assert/strict';
import { parseDocument } from '../../src/core/index.ts';
import { hasMarkup } from '../../src/core/markup.ts';

const deepest = '['.repeat(16);

describe('words are read for marks', () => {
  it('where there are some', () => {
    for (const mark of ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '!', '~'])
      equal(hasMarkup(`a${mark}b`), true, mark);
    equal(hasMarkup('Words, (more) and "others"; all of it: #1 + 2 = 3?'), false);
  });

  it('in a paragraph of 16 KB, and in no longer one', () => {
    equal(hasMarkup(`*a*${'a'.repeat(16 * 1024 - 3)}`), true);
    equal(hasMarkup(`*a*${'a'.repeat(16 * 1024 - 2)}`), false);
  });

  it('where brackets stand in sixteen others, and in no more', () => {
    equal(hasMarkup(deepest), true);
    equal(hasMarkup(`${deepest}[`), false);
    equal(hasMarkup(`${deepest}]]][[[`), true);
    equal(hasMarkup(`${deepest}]]][[[[`), false);
    equal(hasMarkup(`]]]${deepest}`), true);
    equal(hasMarkup(`]]]${deepest}[`), false);
    equal(hasMarkup(`${'[a]'.repeat(100)}`), true);
  });

  it('whatever stands in code or is escaped', () => {
    equal(hasMarkup(`${deepest}\\[`), true);
    equal(hasMarkup(`${deepest}\\\\[`), false);
    equal(hasMarkup(`${deepest}\`[\` \`\`[\`\``), true);
    equal(hasMarkup(`${deepest}\`[`), false);
  });
});

describe('what is left of words without marks', () => {
  for (const [source, prose] of [
    ['One\ntwo', 'One two'],
    ['One\\\ntwo', 'One two'],
    ['One  \n*two*', 'One two'],
    ['One\\*two &amp; ![image](a.png) [link](b) <b>three</b>', 'One*two &  link three'],
    ['`a b.c!` d', 'a\u00a0b\u2024c\u2024 d'],
  ] as const)
    it(JSON.stringify(source), () => equal(parseDocument(`${source}\n`).root.blocks[0]?.prose, prose));
});
