/** The report that was asked for; the code of the others is not loaded. */
import type { Rule } from '../../core/index.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import type { ReportFormat } from './checked.ts';
import { textFormat } from './text.ts';

export const formats = ['text', 'json', 'github', 'sarif'] as const;

export interface FormatOptions {
  readonly format: (typeof formats)[number];
  /** Whether colours are wished for; undefined leaves it to the terminal. */
  readonly color: boolean | undefined;
  readonly quiet: boolean;
  readonly rules: readonly Rule[];
  /** Told what a report could not do. */
  complain(trouble: string): void;
}

export async function reportFormat(
  { format, color, quiet, rules, complain }: FormatOptions,
  terminal: Terminal,
): Promise<ReportFormat> {
  const looks = { color: wantsColor(terminal, color), quiet };
  switch (format) {
    case 'text':
      return textFormat(looks);
    case 'json':
      return (await import('./json.ts')).jsonFormat();
    case 'github':
      return (await import('./github.ts')).githubFormat(terminal, looks, complain);
    case 'sarif':
      return (await import('./sarif.ts')).sarifFormat(terminal, rules, complain);
  }
}
