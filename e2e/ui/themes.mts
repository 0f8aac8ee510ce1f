// The three kinds of theme that people work in, by the names that VS Code's own themes have.

export const themes = [
  { kind: 'light', name: 'Light 2026' },
  { kind: 'dark', name: 'Dark 2026' },
  { kind: 'contrast', name: 'Default High Contrast' },
] as const;

export type Theme = (typeof themes)[number];

/** Settings for a workbench in a theme; the minimap would only take room from pictures. */
export function inTheme({ name }: Theme): Readonly<Record<string, unknown>> {
  return { 'workbench.colorTheme': name, 'editor.minimap.enabled': false };
}
