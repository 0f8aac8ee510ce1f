/** The pages for other editors: each is there, and none says that something was tried where no test tries it. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { home } from '../sources.ts';

const names = readdirSync(`${home}docs/editors`).map((name) => name.replace('.md', ''));

function page(name: string): string {
  return readFileSync(`${home}docs/editors/${name}.md`, 'utf8');
}

describe('pages for other editors', () => {
  it('are there for four', () => deepEqual(names.toSorted(), ['emacs', 'helix', 'neovim', 'zed']));

  for (const name of names) {
    it(`${name}.md starts the program by its name`, () => match(page(name), /"?'?tech-spec/));

    it(`${name}.md is named in the README`, () =>
      ok(readFileSync(`${home}README.md`, 'utf8').includes(`docs/editors/${name}.md`)));

    it(`${name}.md says truly whether it was tried`, () => {
      if (existsSync(`${home}server/test/editors/${name}.test.ts`)) match(page(name), /, by a test/);
      else match(page(name), /Nobody has tried/);
    });
  }
});
