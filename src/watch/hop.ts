/** One request on the way through redirects: where to, and what may be sent along there. */
import { shownUrl } from './shown-url.ts';

export interface Hop {
  readonly kind: 'hop';
  /** http or https, without name and password. */
  readonly url: URL;
  /** Names and passwords of the URL as an `Authorization` field. */
  readonly authorization?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Every redirect so far was a permanent one. */
  readonly permanent: boolean;
  /** Where the permanent redirects have led, with name and password if they still hold there. */
  readonly movedTo?: string | undefined;
}

export type NextHop = Hop | { readonly kind: 'broken'; readonly reason: string };

export function firstHop(
  address: string,
  validators: { readonly etag?: string | undefined; readonly lastModified?: string | undefined },
): NextHop {
  const url = URL.parse(address);
  if (url === null) return { kind: 'broken', reason: 'That is no web address; one begins with "https://".' };
  if (!isHttp(url)) return { kind: 'broken', reason: notHttp(url) };
  const authorization = authorizationOf(url);
  return {
    kind: 'hop',
    url: withoutUserinfo(url),
    authorization,
    permanent: true,
    etag: validators.etag,
    lastModified: validators.lastModified,
  };
}

/** Credentials and validators belong to the origin they came from (RFC 9110 §15.4): they are not taken to another. */
export function nextHop(from: Hop, location: string, status: number): NextHop {
  const url = URL.parse(location, from.url);
  if (url === null)
    return { kind: 'broken', reason: `${shownUrl(from.url.href)} sends on to no proper address.` };
  if (!isHttp(url)) return { kind: 'broken', reason: notHttp(url) };
  const sameOrigin = url.origin === from.url.origin;
  const authorization = authorizationOf(url) ?? (sameOrigin ? from.authorization : undefined);
  const permanent = from.permanent && (status === 301 || status === 308);
  return {
    kind: 'hop',
    url: withoutUserinfo(url),
    authorization,
    // Another resource of the same origin has validators of its own: theirs might even be equal by chance ("1").
    permanent,
    movedTo: permanent ? withUserinfo(url, authorization) : from.movedTo,
  };
}

/** Where what a page names is asked for: as with a redirect, its name and password hold at its own origin alone. */
export function namedBy(page: string, named: string): string {
  const [from, url] = [new URL(page), new URL(named)];
  if (url.origin === from.origin && url.username === '' && url.password === '') {
    url.username = from.username;
    url.password = from.password;
  }
  return url.href;
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function notHttp(url: URL): string {
  return `Only http and https addresses are fetched, not "${url.protocol}".`;
}

function withoutUserinfo(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare;
}

/** RFC 7617, in UTF-8. */
function authorizationOf(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function withUserinfo(url: URL, authorization: string | undefined): string {
  const whole = withoutUserinfo(url);
  if (authorization !== undefined) {
    const [, name = '', password = ''] =
      /^([^:]*):(.*)$/s.exec(Buffer.from(authorization.slice(6), 'base64').toString()) ?? [];
    whole.username = encodeURIComponent(name);
    whole.password = encodeURIComponent(password);
  }
  return whole.href;
}

/** As it stands if it is not percent-encoded properly. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
