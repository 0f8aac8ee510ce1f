/** A GitHub on this machine: it holds what it is asked against the schema that GitHub publishes, and answers as it is told to. */
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
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
  readonly api: string;
  readonly asked: readonly Asked[];
}

/** `answers` by the names of queries; each is asked anew. */
export async function withGitHub(
  answers: Readonly<Record<string, Answer>>,
  run: (github: PretendedGitHub) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const problems: string[] = [];
  const server = createServer(async (request, response) => {
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
  const { port } = server.address() as AddressInfo;
  try {
    await run({ api: `http://127.0.0.1:${port}/api`, asked });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  deepEqual(problems, []);
  ok(0 < asked.length);
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
