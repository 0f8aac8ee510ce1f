/** A heading's words, held against the parser: it is asked for none that is a line of its own. */
import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseDocument } from '../../src/core/document.ts';

const markdown = new MarkdownIt({ html: true });

/** What the parser makes of the line; undefined where it is no heading. */
function asParsed(line: string): string | undefined {
  const [opening, inline] = markdown.parse(line, {});
  if (opening?.type !== 'heading_open') return undefined;
  const words = (inline?.children ?? []).map(({ type, content }) => (/^text/.test(type) ? content : ''));
  return words.join('').replace(/\s+/g, ' ').trim();
}

describe('the words of a heading', () => {
  const pieces = ['#', '##', ' #', '# ', ' ', '\t', '\u00a0', '\u3000', '\v', '\f', '\\', '&amp;', '-', 'a', 'Bc', 'é'];
  const lines = fc
    .tuple(fc.constantFrom('', ' ', '   '), fc.integer({ min: 1, max: 7 }), fc.array(fc.constantFrom(...pieces)))
    .map(([indent, level, parts]) => `${indent}${'#'.repeat(level)}${parts.join('')}`);

  it('are those that the parser finds', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const [section] = parseDocument(line).root.children;
        equal(section?.title, asParsed(line));
      }),
      { numRuns: 3_000 },
    );
  });

  it('are those that the parser finds beside links, wherever these lead', () => {
    const address = fc
      .array(
        fc.constantFrom(
          ...[
            'javascript:',
            'DATA:',
            'data:image/png;',
            'file:',
            'vbscript:',
            'https://é.example',
            '//',
            'mailto:',
            '%6a',
          ],
          ...['&#106;avascript:', ' ', '\u00a0', '\u0001', '\\', '?', '#', '[', '漢', '\ud800', 'a@b.c', ''],
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(address, (leads) => {
        for (const line of [`# [a](<${leads}>) b`, `# a <${leads}> b`, `# ![a](${leads}) b`]) {
          const [section] = parseDocument(line).root.children;
          equal(section?.title, asParsed(line), line);
        }
        const definition = `[a]: <${leads}>\n`;
        equal(parseDocument(definition).root.blocks.length === 0, markdown.parse(definition, {}).length === 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
