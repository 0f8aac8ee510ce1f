/** Offsets → positions, and back. */
import type * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import { builtinAddress } from '../builtin.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Context } from '../workspace.ts';

/** All that a conversion of places needs of a document. */
export type Lines = Pick<core.SpecDocument, 'lines'>;

export function toRange({ lines }: Lines, { start, end }: core.Span): lsp.Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toOffset({ lines }: Lines, position: lsp.Position): number {
  return lines.offsetAt(position);
}

export function toSpan({ lines }: Lines, { start, end }: lsp.Range): core.Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** Where the client can open the template that a document follows; undefined where it cannot. */
export function templateUriOf({ source }: Pick<Context, 'source'>, { showsBuiltin }: Capabilities): string | undefined {
  if (source.builtin !== undefined) return showsBuiltin ? builtinAddress(source.builtin) : undefined;
  return source.uri;
}
