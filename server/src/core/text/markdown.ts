/** Pieces of Markdown, as the formatter would write them. */

/** A table whose columns are as wide as their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |\n`;
  return line(head) + line(widths.map((width) => '-'.repeat(width))) + rows.map(line).join('');
}

/** A fenced block, its fence longer than any in the text. */
export function fenced(language: string, text: string): string {
  const inner = Array.from(text.matchAll(/^ {0,3}(`{3,})/gm), ([, ticks]) => ticks?.length ?? 0);
  const fence = '`'.repeat(Math.max(2, ...inner) + 1);
  return `${fence}${language}\n${text.replace(/(?<!\n)\n+$/, '')}\n${fence}\n`;
}
