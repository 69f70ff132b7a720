/**
 * What the end of an HTTP request says about its effect: the same for every platform that is spoken to over HTTP, and
 * judged here alone. Certain is only what failed before the request was sent, and what the platform or somebody before
 * it has turned away. Everything else is `unknown`: taken for "not sent" it would double, for "sent" it would lose.
 */
import { readRetryAfter } from '../retry-after.ts';

export type HttpEnd =
  /** No status came: the error that the client gave. */
  | { readonly kind: 'failed'; readonly error: unknown }
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The header field as it came. */
      readonly retryAfter?: string | undefined;
      /** The whole body came and is what this platform speaks; a page of HTML, or half of an object, is not. */
      readonly readable: boolean;
    };

export type HttpOutcome =
  /** The platform has done something and tells what. */
  | { readonly kind: 'done' }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number | undefined; readonly reason: string }
  /** The platform's own no. Its codes may say more: a channel that is gone is `closed`. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Without effect, but whether our token is really void takes a second look (`unauthorized.ts`). */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Nobody waits for it any more, and it was not sent. */
export const tooLate: HttpOutcome = { kind: 'busy', reason: 'nobody waits for it any more' };

/** The message, its address or its header: too large for whoever says it, and tomorrow as well. */
const tooLarge = [413, 414, 431];

export function httpOutcome(end: HttpEnd, now: number): HttpOutcome {
  if (end.kind === 'failed') return failureOutcome(end.error);
  const { status, readable } = end;
  const reason = `HTTP ${status}${readable ? '' : ', unreadable'}`;
  if (status === 429 || status === 425) return { kind: 'busy', retryAfterMs: waitMs(end, now), reason };
  if (status === 401) return { kind: 'unauthorized', reason };
  if (status >= 200 && status < 300 && readable) return { kind: 'done' };
  // 408 and nginx's 499 come from a gateway that has stopped waiting for one or the other side: like 5xx, they say
  // nothing about the effect.
  const turnedAway = status >= 400 && status < 500 && status !== 408 && status !== 499;
  if (!turnedAway) return { kind: 'unknown', reason };
  // In other words than the platform's own: somebody before it lets nothing pass, which may be over tomorrow.
  const ownWords = readable || tooLarge.includes(status);
  return { kind: ownWords ? 'refused' : 'busy', reason };
}

/** "At once" from somebody who has just said "too often" is no figure: our own back-off is the better one. */
function waitMs(
  { retryAfter }: { readonly retryAfter?: string | undefined },
  now: number,
): number | undefined {
  return readRetryAfter(retryAfter, now) || undefined;
}

/** Never quotes an error: they carry URLs, and URLs carry tokens. */
function failureOutcome(error: unknown): HttpOutcome {
  const causes = causesOf(error);
  const code = causes.map(codeOf).findLast((known) => known !== '') ?? 'no code';
  return causes.some(isBeforeRequest)
    ? { kind: 'busy', reason: `no connection (${code})` }
    : { kind: 'unknown', reason: `no answer (${code})` };
}

/** The error and what it wraps, outermost first: `fetch` and the platforms' own clients wrap what the socket said. */
function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = [];
  for (let next = error; next instanceof Error && causes.length < 5; next = next.cause) causes.push(next);
  return causes;
}

/** The name of a `DOMException` ("TimeoutError") says more than its code, which is a number. */
function codeOf(error: Error): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : error instanceof DOMException ? error.name : '';
}

/** Looking up the name, connecting or the handshake failed: there was no connection on which to send anything. */
function isBeforeRequest(error: Error): boolean {
  // One connection was tried to each address of the name.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isBeforeRequest);
  const { syscall = '' } = error as NodeJS.ErrnoException;
  // The same code may come from a connection in use ("read ETIMEDOUT"); what was being done tells them apart.
  return /^(?:getaddrinfo|connect|query.+)$/.test(syscall) || beforeRequest.test(codeOf(error));
}

/**
 * Codes that no connection in use can give. A handshake that is broken off ("ECONNRESET") has none of its own and stays
 * `unknown`; so do the other codes of OpenSSL, most of which may come at any time.
 */
const beforeRequest = new RegExp(
  [
    /^ENOTFOUND$|^EAI_|^ENODATA$|^ECONNREFUSED$/,
    /^UND_ERR_CONNECT_TIMEOUT$|^ERR_TLS_HANDSHAKE_TIMEOUT$/,
    // The certificate: https://docs.openssl.org/3.5/man3/X509_STORE_CTX_get_error/, as Node names them.
    /^CERT_|^UNABLE_TO_|^DEPTH_ZERO_SELF_SIGNED_CERT$|^SELF_SIGNED_CERT_IN_CHAIN$|^INVALID_CA$|^INVALID_PURPOSE$/,
    /^ERR_TLS_CERT_ALTNAME_(?:INVALID|FORMAT)$|^HOSTNAME_MISMATCH$/,
    // No common language: an answer that is not TLS, or an alert about the hello.
    /^ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL)$/,
    /^ERR_SSL_(?:TLSV1_ALERT_PROTOCOL_VERSION|SSLV3_ALERT_HANDSHAKE_FAILURE|TLSV1_UNRECOGNIZED_NAME)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
