/** A GitHub on this machine: it holds what it is asked against the schema that GitHub publishes, and answers as it is told to. */
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  buildSchema,
  type GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';

const published = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
// It has a field twice, which nothing here asks for.
const schema = buildSchema(readFileSync(published, 'utf8'), { assumeValidSDL: true });

export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  /** Of the query: `Place`. */
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; text as it is. */
  readonly body?: unknown;
  /** The connection ends without an answer. */
  readonly breaks?: boolean;
}

export interface PretendedGitHub {
  /** Without a slash at the end. */
  readonly web: string;
  readonly api: string;
  readonly asked: readonly Asked[];
}

export interface StartedGitHub extends PretendedGitHub {
  /** Throws where something was asked that GitHub does not know. */
  stop(): Promise<void>;
}

/** `answers` by the names of queries; each is asked anew. */
export async function withGitHub(
  answers: Readonly<Record<string, Answer>>,
  run: (github: PretendedGitHub) => Promise<void>,
): Promise<void> {
  const github = await startGitHub(answers);
  await run(github).finally(() => github.stop());
  ok(0 < github.asked.length);
}

/** `others` answers what is no query. */
export async function startGitHub(
  answers: Readonly<Record<string, Answer>>,
  others?: RequestListener,
): Promise<StartedGitHub> {
  const asked: Asked[] = [];
  const problems: string[] = [];
  const server = createServer(async (request, response) => {
    if (others !== undefined && request.url !== '/api/graphql') return others(request, response);
    const found = await read(request);
    problems.push(...found.problems);
    asked.push(found.asked);
    const { status = 200, headers = {}, body = {}, breaks = false } = answers[found.asked.name] ?? { status: 404 };
    if (breaks) return void response.destroy();
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    web,
    api: `${web}/api`,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      deepEqual(problems, []);
    },
  };
}

async function read(
  request: IncomingMessage,
): Promise<{ readonly asked: Asked; readonly problems: readonly string[] }> {
  const { query, variables = {} } = JSON.parse(await text(request));
  const document = parse(query);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  const given = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  const errors: readonly GraphQLError[] = [...validate(schema, document), ...(given.errors ?? [])];
  const { authorization } = request.headers;
  return {
    asked: { path: request.url ?? '', authorization, name: operation?.name?.value ?? '', variables },
    problems: errors.map(({ message }) => message),
  };
}
