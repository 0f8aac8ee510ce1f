/** Documents over which the server fails: one that it was at work on when it failed twice is kept from it, so that all others are still checked. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { Watchdog } from './watchdog.ts';

export interface SetAside {
  /** Follows what the server is asked, and keeps from it what is set aside. */
  readonly middleware: Middleware;
  /** The server ended by itself, just now. Gives what is set aside because of that. */
  failed(): vscode.Uri | undefined;
  /** All documents get another chance. */
  forget(): void;
}

/** As many failures over one document are chance no more. */
const enough = 2;

export function setAside(watch: Watchdog): SetAside {
  /** What is asked and not answered yet, each with the documents that it is about. */
  const asked = new Map<symbol, readonly string[]>();
  const failures = new Map<string, number>();
  const aside = new Set<string>();
  /** Once the server failed it is asked one thing at a time, until it is known over what: then there is no doubt when it fails again. */
  let isCareful = false;
  let last: Promise<unknown> = Promise.resolve();

  function follow<Answer>(about: readonly string[], ask: () => Promise<Answer>): Promise<Answer> {
    const id = Symbol('asked');
    const start = () => {
      asked.set(id, about);
      return watch.during(ask).finally(() => asked.delete(id));
    };
    if (!isCareful) return start();
    const answer = last.then(start);
    last = answer.catch(() => {});
    return answer;
  }

  const isAside = ({ uri }: vscode.TextDocument) => aside.has(uri.toString());

  return {
    middleware: {
      sendRequest(type, params, token, next) {
        const about = documentsOf(params);
        if (about.length === 0) return next(type, params, token);
        // Files that are not open are asked about many at a time.
        if (!hasMany(params)) return follow(about, () => next(type, params, token));
        const uris = about.filter((uri) => !aside.has(uri));
        return follow(uris, () => next(type, { ...params, uris }, token));
      },
      didOpen: async (document, next) => (isAside(document) ? undefined : next(document)),
      didChange: async (event, next) => (isAside(event.document) ? undefined : next(event)),
      didSave: async (document, next) => (isAside(document) ? undefined : next(document)),
      didClose: async (document, next) => {
        const uri = document.uri.toString();
        failures.delete(uri);
        // Opened again it is as good as new.
        if (!aside.delete(uri)) await next(document);
      },
    },
    failed() {
      const about = new Set(Array.from(asked.values()).flat());
      for (const uri of about) failures.set(uri, (failures.get(uri) ?? 0) + 1);
      asked.clear();
      isCareful = true;
      const [first, ...others] = Array.from(about).filter((uri) => enough <= (failures.get(uri) ?? 0));
      if (first === undefined || 0 < others.length) return undefined;
      aside.add(first);
      isCareful = false;
      return vscode.Uri.parse(first);
    },
    forget() {
      failures.clear();
      aside.clear();
      isCareful = false;
    },
  };
}

/** Documents by which a request says what it is about, in LSP’s way or in ours. */
function documentsOf(params: unknown): readonly string[] {
  if (typeof params !== 'object' || params === null) return [];
  const { textDocument, uri = textDocument?.uri, uris = uri } = params as About;
  return [uris ?? []].flat();
}

interface About {
  readonly textDocument?: { readonly uri?: string };
  readonly uri?: string;
  readonly uris?: readonly string[];
}

function hasMany(params: unknown): params is { readonly uris: readonly string[] } {
  return (params as About).uris !== undefined;
}
