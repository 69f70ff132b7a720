/** What can become of a request over HTTP on its way to a server and back, and the faults most tests need. */

export type HttpFault =
  | 'none'
  | 'reset before' // RST before the server has looked at it
  | 'reset after' // it took effect, then RST
  | 'clean close' // it took effect, then FIN without a byte of an answer
  | 'cut body' // it took effect; the headers and half of the body, then FIN
  /** It takes effect at once, the answer takes its time. */
  | { readonly kind: 'late'; readonly afterMs: number }
  /** No answer, ever; the effect, if there is one, comes when it comes. */
  | { readonly kind: 'hang'; readonly effectAfterMs?: number }
  /** This answer in place of the server's own; `effect`: the server has done its work all the same. */
  | ({ readonly kind: 'answers'; readonly effect: boolean } & CannedAnswer);

export interface CannedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const html = { 'content-type': 'text/html; charset=utf-8' };

/** The server fell over, before or after it did what was asked. */
export function serverError(effect: boolean): HttpFault {
  const body = '{"message":"Internal Server Error"}';
  const headers = { 'content-type': 'application/json' };
  return { kind: 'answers', effect, status: 500, headers, body };
}

/** What a gateway says when the server behind it says nothing that it understands. */
export function badGateway(effect: boolean): HttpFault {
  const body =
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  return { kind: 'answers', effect, status: 502, headers: html, body };
}

/** All seems well, but the body is a page for people: a portal, a firewall, a maintenance notice. */
export function pageInstead(effect: boolean): HttpFault {
  const body = '<!doctype html><title>Sign in</title><form method="post"><input name="user"></form>';
  return { kind: 'answers', effect, status: 200, headers: html, body };
}

/** @param retryAfter the header field: seconds or an HTTP-date; absent if undefined */
export function tooManyRequests(
  retryAfter?: string,
  body = '{"message":"You are being rate limited."}',
): HttpFault {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  };
  return { kind: 'answers', effect: false, status: 429, headers, body };
}

/** The server refuses in its own words, and does nothing. */
export function refusal(status: number, body: object): HttpFault {
  const headers = { 'content-type': 'application/json' };
  return { kind: 'answers', effect: false, status, headers, body: JSON.stringify(body) };
}
