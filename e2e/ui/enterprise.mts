// A GitHub Enterprise on this machine, as a person and VS Code’s own sign-in see it: what signs in, pages for the browser, and an account.

import type { RequestListener } from 'node:http';
import { type Answer, type StartedGitHub, startGitHub } from '../../client/test/pretended-github.ts';

export interface Enterprise extends StartedGitHub {
  /** What each sign-in asked for, as GitHub is told it: `public_repo`. Its token is called for it, too: `gho_public_repo`. */
  readonly scopes: readonly string[];
}

/** What its page wants of who signs in. */
export const oneTimeCode = 'ADA-1815';

/** `answers` by the names of queries; each is looked up anew, so they may change. */
export async function startEnterprise(answers: Readonly<Record<string, Answer>>): Promise<Enterprise> {
  const scopes: string[] = [];
  let isConfirmed = false;
  const others: RequestListener = ({ url = '', headers: { host, authorization } }, response) => {
    const { pathname, searchParams } = new URL(url, `http://${host}`);
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (pathname) {
      case '/login/device/code':
        scopes.push(searchParams.get('scope') ?? '');
        isConfirmed = false;
        return json({
          device_code: 'ada',
          user_code: oneTimeCode,
          verification_uri: `http://${host}/login/device`,
          interval: 1,
        });
      case '/login/oauth/access_token':
        return json(isConfirmed ? { access_token: `gho_${scopes.at(-1)}` } : { error: 'authorization_pending' });
      case '/api/v3/user':
        return json(
          { id: 7, login: 'ada', avatar_url: '' },
          authorization === `token gho_${scopes.at(-1)}` ? 200 : 401,
        );
      case '/login/device':
        // Who comes here types the code, and agrees.
        isConfirmed = true;
    }
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>${pathname}</title>`);
  };
  return { ...(await startGitHub(answers, others)), scopes };
}
