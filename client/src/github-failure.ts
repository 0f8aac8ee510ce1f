/** Why GitHub did not do as it was asked, told by what its library throws. Pure: an error in, plain data out. */

export type Failure =
  | { readonly kind: 'rate-limit'; readonly minutes: number | undefined }
  | { readonly kind: 'unauthorized' }
  /** The organisation wants its own sign-in; `url` is where. */
  | { readonly kind: 'single-sign-on'; readonly url: string | undefined }
  | { readonly kind: 'forbidden'; readonly words: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'down'; readonly status: number }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly words: string };

/** `now` in milliseconds. */
export function failureOf(error: unknown, now: number): Failure {
  const { status, isOffline, headers, errors, words } = read(error);
  const types = errors.map(({ type }) => type);
  if (isRateLimit(status, headers, types, words)) return { kind: 'rate-limit', minutes: minutesIn(headers, now) };
  if (0 < errors.length) {
    const said = errors.map(({ message }) => message).join(' ');
    if (types.includes('NOT_FOUND')) return { kind: 'not-found' };
    return { kind: types.some((type) => MAY_NOT.test(type)) ? 'forbidden' : 'refused', words: said };
  }
  if (status === undefined) return isOffline ? { kind: 'offline' } : { kind: 'refused', words };
  if (status === 401) return { kind: 'unauthorized' };
  const organisation = headers['x-github-sso'];
  if (status === 403 && organisation !== undefined) {
    return { kind: 'single-sign-on', url: /\burl=(https:\/\/\S+)/.exec(organisation)?.[1] };
  }
  if (status === 403) return { kind: 'forbidden', words };
  if (status === 404) return { kind: 'not-found' };
  return 500 <= status ? { kind: 'down', status } : { kind: 'refused', words };
}

const MAY_NOT = /^(?:FORBIDDEN|INSUFFICIENT_SCOPES|SAML_FAILURE)$/;

interface Read {
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  readonly isOffline: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly type: string; readonly message: string }[];
  readonly words: string;
}

/** GitHub can refuse in an answer that has arrived well: then there are errors in it. */
function read(error: unknown): Read {
  const { message = String(error), status, response, headers, errors } = (error ?? {}) as Thrown;
  if (Array.isArray(errors)) {
    const all = errors.map((each) => ({ type: each.type ?? '', message: each.message ?? '' }));
    return { status: 200, isOffline: false, headers: headers ?? {}, errors: all, words: message };
  }
  // The library gives what had no answer the status of one that failed.
  const isOffline = response === undefined && status !== undefined;
  return { status: response && status, isOffline, headers: response?.headers ?? {}, errors: [], words: message };
}

interface Thrown {
  readonly message?: string;
  readonly status?: number;
  readonly response?: { readonly headers?: Record<string, string> };
  readonly headers?: Record<string, string>;
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}

function isRateLimit(
  status: number | undefined,
  headers: Read['headers'],
  types: readonly string[],
  words: string,
): boolean {
  if (types.includes('RATE_LIMITED') || types.includes('RATE_LIMIT')) return true;
  if (status === 429) return true;
  if (status !== 403 && types.length === 0) return false;
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /\brate limit\b/i.test(words);
}

/** Rounded up; undefined where GitHub does not say. */
function minutesIn(headers: Read['headers'], now: number): number | undefined {
  const after = Number(headers['retry-after'] ?? Number.NaN);
  const reset = headers['x-ratelimit-remaining'] === '0' ? Number(headers['x-ratelimit-reset']) : Number.NaN;
  const seconds = Number.isNaN(after) ? reset - now / 1000 : after;
  return Number.isNaN(seconds) ? undefined : Math.max(1, Math.ceil(seconds / 60));
}
