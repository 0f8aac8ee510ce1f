/** Directives: the comments that silence a rule, or all of them, put in. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { unmark } from '../marked.ts';

const next = '<!-- tech-spec-disable-next-line empty-section -->';
const none = '<!-- tech-spec: none -->';

describe('the comment that disables a rule', () => {
  it('stands above the line', () => disabled('# Plan\n\n## Go$0als\n', `# Plan\n\n${next}\n## Goals\n`));

  it('stands at the top of the text', () => disabled('$0## Goals', `${next}\n## Goals`));

  it('keeps the indentation', () => disabled('- a\n\n  b$0\n', `- a\n\n  ${next}\n  b\n`));

  it('keeps the line breaks', () => disabled('# Plan\r\n\r\n## Goals$0\r\n', `# Plan\r\n\r\n${next}\r\n## Goals\r\n`));

  it('stands above both lines of an underlined heading', () => disabled('Goals\n--$0---\n', `${next}\nGoals\n-----\n`));

  it('tears no table apart', () => disabled('| a |\n|---|\n| b$0 |\n', `${next}\n| a |\n|---|\n| b |\n`));

  it('tears no code apart', () => disabled('```\na$0\n```\n', `${next}\n\`\`\`\na\n\`\`\`\n`));

  it('is never in the front matter', () => {
    disabled(
      '---\ntitle: $0\n---\n\n## Goals\n',
      '---\ntitle: \n---\n\n<!-- tech-spec-disable empty-section -->\n\n## Goals\n',
    );
  });

  it('leaves a byte order mark first', () => disabled('\ufeff## Goals$0\n', `\ufeff${next}\n## Goals\n`));
});

describe('the comment that says that a document is no spec', () => {
  it('stands at the top', () => notASpec('# Plan\n', `${none}\n\n# Plan\n`));

  it('stands behind the front matter', () =>
    notASpec('---\ntitle: a\n---\n# Plan\n', `---\ntitle: a\n---\n\n${none}\n\n# Plan\n`));

  it('takes the place of a comment that names a template', () => {
    notASpec('<!-- tech-spec: template=a.md -->\n\n# Plan\n', `${none}\n\n# Plan\n`);
  });

  it('stands there once', () => notASpec(`${none}\n\n# Plan\n`, `${none}\n\n# Plan\n`));

  it('keeps the line breaks', () => notASpec('# Plan\r\n', `${none}\r\n\r\n# Plan\r\n`));

  it('is all of an empty text', () => equal(core.applyEdits('', [core.notASpec(core.parseDocument(''))]).trim(), none));
});

function disabled(picture: string, expected: string): void {
  const { text, cursor } = unmark(picture);
  const edit = core.disableHere(core.parseDocument(text), 'empty-section', cursor ?? 0);
  equal(core.applyEdits(text, [edit]), expected);
}

function notASpec(text: string, expected: string): void {
  equal(core.applyEdits(text, [core.notASpec(core.parseDocument(text))]), expected);
}
