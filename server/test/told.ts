/** All that the core tells of a document, as text: two that tell the same are the same to everyone. */
import * as core from '../src/core/index.ts';
import { findAll } from './check.ts';

/** Its lines, sections and blocks. With `words` what they say, too: that takes most of the time. */
export function toldOf(document: core.SpecDocument, words: 'words' | undefined = undefined): string {
  const { text, lines, frontMatter, root } = document;
  const starts = Array.from({ length: lines.count }, (_, line) => [lines.startOf(line), lines.endOf(line)]);
  return JSON.stringify({
    text,
    starts,
    frontMatter,
    root: section(root, words),
    directive: core.directiveOf(document),
  });
}

/** What a template makes of it. */
export function toldUnder(context: core.RuleContext, stage: core.Stage): string {
  const { document } = context;
  const findings = findAll(context, stage).map(({ fixes, spec, ...finding }) => ({ ...finding, path: spec?.path }));
  return JSON.stringify({
    findings,
    binding: binding(context.binding),
    outline: core.outline(context).map(item),
    symbols: core.symbols(document, context),
    tokens: core.tokens(context),
    folds: core.folds(document),
    open: core.openSections(context).map(({ spec, ...open }) => ({ ...open, path: spec.path })),
  });
}

function section({ title, level, heading, body, span, blocks, children }: core.Section, words?: 'words'): unknown {
  const told = blocks.map((block) => [block.kind, block.span.start, block.span.end, words && block.prose]);
  return { title, level, heading, body, span, blocks: told, children: children.map((child) => section(child, words)) };
}

function binding({ bound, unknown }: core.Binding): unknown {
  return {
    bound: bound.map(({ spec, matches, after, follows, insertAt, level, passedBy }) => ({
      path: spec.path,
      after,
      follows: follows?.path,
      insertAt,
      level,
      passedBy,
      matches: matches.map(({ section: { heading }, by, opening, status, inner }) => {
        return { heading, by, opening, status, inner: binding(inner) };
      }),
    })),
    unknown: unknown.map(({ heading }) => heading),
  };
}

function item({ spec, children, ...rest }: core.OutlineItem): unknown {
  return { ...rest, path: spec.path, children: children.map(item) };
}
