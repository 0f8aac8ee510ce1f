/** The manifest's part that the rules decide, and the README's that the manifest decides. */
import { type Rule, table } from '../server/src/core/index.ts';

/** The manifest with the properties of `techSpec.rules` as the rules want them; unchanged where there is no such setting. */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const parsed = JSON.parse(manifest);
  const groups = [parsed.contributes?.configuration ?? []].flat();
  const setting = groups.map(({ properties }) => properties?.['techSpec.rules']).find((each) => each !== undefined);
  if (setting === undefined) return manifest;
  setting.properties = Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule)]));
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** The manifest's words with one sentence for each rule; those of rules that are gone are taken out. */
export function withRuleWords(words: string, rules: readonly Rule[]): string {
  const kept = Object.entries(JSON.parse(words)).filter(([key]) => !key.startsWith(prefix));
  const added = rules.map(({ id, docs }) => [prefix + id, docs.summary]);
  return `${JSON.stringify(Object.fromEntries([...kept, ...added]), undefined, 2)}\n`;
}

const prefix = 'setting.rules.';
const severities = ['error', 'warning', 'information', 'hint', 'off'];

/** The README's table of settings, in the manifest's order and words. */
export function settingsTable(manifest: string, words: string): string {
  const known = new Map<string, string>(Object.entries(JSON.parse(words)));
  const groups: readonly Group[] = [JSON.parse(manifest).contributes?.configuration ?? []].flat();
  const settings = groups.flatMap(({ properties }) => Object.entries(properties ?? {}));
  const rows = settings
    .toSorted(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([name, { markdownDescription = '', ...setting }]) => {
      const said = known.get(markdownDescription.replaceAll('%', '')) ?? '';
      // VS Code makes links of names in `#`.
      const plain = said.replaceAll('*', '_').replaceAll(/`#([^`]+)#`/g, '`$1`');
      return [`\`${name}\``, plain, valuesOf(setting).join(', ')];
    });
  return table(['Setting', 'What it says', 'Values, the default first'], rows);
}

/** The default, and what else can be chosen, where that can be told. */
function valuesOf({
  type,
  enum: choices = type === 'boolean' ? [true, false] : [],
  default: value,
}: Setting): string[] {
  return [value, ...choices.filter((each) => each !== value)].map((each) => `\`${JSON.stringify(each)}\``);
}

interface Group {
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly order?: number;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly markdownDescription?: string;
  readonly default?: unknown;
}

function settingOf({ id }: Rule): object {
  return {
    type: 'string',
    enum: severities,
    markdownEnumDescriptions: severities.map((severity) => `%severity.${severity}%`),
    markdownDescription: `%${prefix}${id}%`,
  };
}
