/** Workspaces with a configuration, for tests of what it does in the editor. */
import { type Client, type ClientOptions, folder, withClient } from './client.ts';

export const configuration = `${folder}/.tech-spec.json`;
export const rfc = `${folder}/rfcs/0001-tea.md`;
export const trouble = 'techSpec/templateTrouble';
export const goals = '## Goals\n\nSay why.\n';
export const risks = '## Risks\n\nSay what may go wrong.\n';

export async function codesOf(client: Client, uri = rfc): Promise<readonly unknown[]> {
  return (await client.pull(uri)).items.map(({ code, severity }) => `${code} ${severity}`);
}

export async function templateOf(client: Client, uri = rfc): Promise<unknown> {
  return (await client.ask('techSpec/outline', { uri }))?.template?.uri ?? null;
}

/** A workspace with this configuration and two templates. */
export function withConfiguration(
  config: unknown,
  run: (client: Client, files: Map<string, string | Error>) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const files = new Map<string, string | Error>([
    [configuration, typeof config === 'string' ? config : JSON.stringify(config)],
    [`${folder}/rfc.md`, goals],
    [`${folder}/adr.md`, risks],
    ...(options.files ?? []),
  ]);
  const all = { initializationOptions: { files: true }, ...options, files };
  return withClient(all, (client) => run(client, files));
}

/** Written, and told of by the client. */
export async function changeConfiguration(
  client: Client,
  files: Map<string, string | Error>,
  config: unknown,
): Promise<void> {
  files.set(configuration, typeof config === 'string' ? config : JSON.stringify(config));
  await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 2 }] });
}
