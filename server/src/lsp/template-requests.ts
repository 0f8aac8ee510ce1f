/** Requests about templates themselves: explained, proposed, exchanged. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { addressWithin, folderOf, isSameAddress, liesIn, parentOf, pathIn } from './addresses.ts';
import { builtinAddress, builtinAt, builtinName, builtinText } from './builtin.ts';
import { type Configuration, configurationName } from './configurations.ts';
import { toTextEdit } from './convert/edits.ts';
import { toRange } from './convert/places.ts';
import { explainedTemplate, explanationOf, shownIn } from './explanation.ts';
import type { Host } from './host.ts';
import { answer } from './isolate.ts';
import { lastByName, proposalLine, propose, type Repository, type TriedTemplate } from './proposal.ts';
import * as protocol from './protocol.ts';
import type { Templates } from './templates.ts';
import type { Workspace } from './workspace.ts';

export interface TemplateRequestsOptions {
  readonly connection: lsp.Connection;
  readonly workspace: Workspace;
  readonly templates: Templates;
  readonly host: Host;
  readonly folders: () => readonly string[];
}

export function startTemplateRequests(options: TemplateRequestsOptions): void {
  const { connection, workspace, templates, host, folders } = options;
  answer(connection, protocol.explain, null, async ({ uri, as }) => {
    const shown = shownIn(folders());
    const document = as === 'document' ? workspace.markdownOf(uri) : undefined;
    if (document !== undefined) {
      const settings = await workspace.settingsOf(uri);
      // Why it was recognised says more than that it was, where it still would be.
      const fresh = { uri, document, recognised: new Set<string>() };
      const decided = await templates.decide(fresh, settings);
      const isLost = decided.kind === 'none' && decided.why.by === 'headings';
      const recognised = workspace.documents.get(uri)?.recognised ?? fresh.recognised;
      const candidate = isLost ? { uri, document, recognised } : fresh;
      const decision = isLost ? await templates.decide(candidate, settings) : decided;
      return markdownOf(explanationOf(candidate, decision, { settings, shown }));
    }
    const text = await textOf(uri);
    if (text === undefined) return null;
    return markdownOf(
      explainedTemplate({ uri, builtin: builtinAt(uri), schema: core.readTemplate(text, uri) }, { shown }),
    );
  });

  answer(connection, protocol.proposeTemplate, null, async ({ uri, files }) => {
    const folder = folderOf(uri, folders());
    if (folder === undefined || (await textOf(uri)) === undefined) return null;
    // What is written next is made of what is on disk now: word of a change may still be on its way.
    templates.forgetAll();
    const known = await templates.configurationAround(parentOf(uri) ?? folder);
    const base = known?.folder ?? folder;
    const path = pathIn(uri, base);
    const repository = await repositoryIn(folder, base);
    const found = await propose(repository, { templates: [path], files: files ?? undefined });
    const [tried] = found.templates;
    const entry = found.entries[0];
    const summary = tried === undefined ? `${path} ${found.unused[0]?.why ?? ''}` : proposalLine(tried, 'name');
    const address = known?.uri ?? `${base.replace(/\/$/, '')}/${configurationName}`;
    const line = known && lineNaming(known, uri);
    const configuration = await written(address, entry, line);
    return {
      summary,
      files: entry?.files ?? [],
      findings: tried === undefined ? [] : tried.findings.slice(0, mostFindings).map((each) => placeOf(each, base)),
      ...configuration,
    };
  });

  answer(connection, protocol.templateChoices, null, async ({ uri }) => {
    const folder = folderOf(uri, folders()) ?? folders()[0];
    if (folder === undefined) return null;
    const configuration = await templates.configurationAround(uri);
    const named = (configuration?.config.entries ?? []).flatMap((entry) =>
      entry.templates.map(({ value }) => addressWithin(value, configuration?.folder ?? folder, folder)),
    );
    const { paths } = await repositoryIn(folder, folder);
    const likely = core.likelyTemplates(paths).filter((path) => !core.mayBeDocument(path));
    const all = [...named, ...likely.slice(0, mostChoices).map((path) => addressWithin(path, folder, folder))];
    const distinct = all.filter((each) => each !== undefined).filter((each, at, rest) => at === rest.indexOf(each));
    const builtin = Array.from(core.builtinTemplates.keys(), (name) => ({
      uri: builtinAddress(name),
      path: builtinName(name),
    }));
    const entry = configuration?.entryFor(uri);
    const span = entry !== undefined && 'entry' in entry ? entry.entry.span : { start: 0, end: 0 };
    return {
      templates: [
        ...distinct
          .filter((each) => !isSameAddress(each, uri))
          .map((each) => ({ uri: each, path: pathIn(each, folder) })),
        ...builtin,
      ],
      configuration:
        configuration === undefined
          ? null
          : { uri: configuration.uri, line: configuration.config.lines.lineAt(span.start) },
    };
  });

  answer(connection, protocol.useTemplate, null, async ({ uri, template }) => {
    const open = workspace.documents.get(uri);
    const document = workspace.markdownOf(uri);
    if (open === undefined || document === undefined) return null;
    const path = template === null ? undefined : templates.nameIn(uri, template);
    if (template !== null && path === undefined) return null;
    const edit = path === undefined ? core.notASpec(document) : core.followsTemplate(document, path);
    return edit === undefined ? null : { version: open.version, edits: [toTextEdit(document, edit)] };
  });

  /** As it is in the editor, else as it lies there. */
  async function textOf(uri: string): Promise<string | undefined> {
    const builtin = builtinAt(uri);
    if (builtin !== undefined) return builtinText(builtin);
    const open = workspace.documents.get(uri);
    return open?.text ?? host.readText(uri, folderOf(uri, folders())).catch(() => undefined);
  }

  /** What is below `base`; nobody knows how old it is. */
  async function repositoryIn(folder: string, base: string): Promise<Repository> {
    const globs = ['**/*.{md,markdown}', '.github/ISSUE_TEMPLATE/*.{md,yml,yaml}'];
    const found = (await Promise.all(globs.map((glob) => host.list(folder, glob).catch(() => [])))).flat();
    const paths = found.filter((uri) => liesIn(uri, base)).map((uri) => pathIn(uri, base));
    return {
      paths: Array.from(new Set(paths)).filter(isVisible).sort(),
      read: async (path) => {
        const uri = addressWithin(path, base, folder);
        return uri === undefined ? undefined : textOf(uri);
      },
      newestFirst: async (all) => all.toSorted(lastByName),
    };
  }

  /** `line`: where the template is named already. */
  async function written(uri: string, entry: core.ProposedEntry | undefined, line: number | undefined) {
    const text = await textOf(uri);
    const none = { configuration: { uri, edit: null, text: text ?? '' } };
    if (line !== undefined) return { ...none, problem: `${configurationName} names it already, on line ${line + 1}` };
    if (entry === undefined) return { ...none, problem: 'No document answers to it: say which are to follow it' };
    if (text === undefined) {
      return { configuration: { uri, edit: null, text: core.configurationText([entry]) }, problem: null };
    }
    const lines = new core.LineIndex(text);
    const edit = core.entryAdded(text, entry);
    if (edit === undefined) return { ...none, problem: `${configurationName} is there, and has to be mended first` };
    const changed = core.applyEdits(text, [edit]);
    return { configuration: { uri, edit: toTextEdit({ lines }, edit), text: changed }, problem: null };
  }
}

function lineNaming({ config, folder, within }: Configuration, uri: string): number | undefined {
  const named = (config.entries ?? []).flatMap((entry) => entry.templates);
  const found = named.find(({ value }) => {
    const address = addressWithin(value, folder, within);
    return address !== undefined && isSameAddress(address, uri);
  });
  return found && config.lines.lineAt(found.span.start);
}

const mostFindings = 5;
const mostChoices = 30;

/** Hidden folders hold nobody's documents, but GitHub's templates. */
function isVisible(path: string): boolean {
  return !/(?:^|\/)(?:\.(?!github\/)|node_modules\/)/.test(path);
}

function markdownOf({ title, reasons, parts }: ReturnType<typeof explanationOf>): protocol.Explained {
  return { title, markdown: core.explainedMarkdown(title, reasons, parts) };
}

function placeOf({ path, lines, finding }: TriedTemplate['findings'][number], base: string) {
  const uri = addressWithin(path, base, base) ?? base;
  return { uri, path, range: toRange({ lines }, finding.span), message: finding.message };
}
