/** Who may come in. The page can do everything in its workspace, so a web site that somebody visits must not reach it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

export interface Door {
  /** What we listen on. */
  readonly host: string;
  /** Asks every visitor for it; where `host` is not loopback, the page is off without one. */
  readonly password?: string | undefined;
  /** Opens the door to a terminal that can read our data folder. */
  readonly token: string;
}

/**
 * `default-src 'none'` and no inline script or style: a title that slips through the escaping stays text.
 * Pico draws its icons from `data:` images; article images are not shown, they would tell their site who reads what.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', contentSecurityPolicy);
  c.header('X-Content-Type-Options', 'nosniff');
  // Not "no-referrer": with it browsers send `Origin: null` with our own forms.
  c.header('Referrer-Policy', 'same-origin');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
};

export function guard(door: Door): MiddlewareHandler {
  return async (c, next) => {
    if (!isOurName(c.req.header('host'), door.host)) {
      return c.text(`This is Bellwire, but not under that name: try localhost, or ${door.host}.\n`, 421);
    }
    if (isCrossSite(c)) return c.text('This request came from another site and was not carried out.\n', 403);
    const credentials = c.req.header('authorization');
    if (isSame(credentials, `Bearer ${door.token}`)) return next();
    if (isPageOff(door)) {
      return c.text(`The page is off: Bellwire listens on ${door.host}, so it needs PAGE_PASSWORD.\n`, 403);
    }
    if (door.password === undefined) return next();
    if (isSame(passwordIn(credentials), door.password)) return next();
    c.header('WWW-Authenticate', 'Basic realm="Bellwire", charset="UTF-8"');
    return c.text('The password is needed; any user name will do.\n', 401);
  };
}

/** Others can reach the port, and nothing would tell them from its owner. */
export function isPageOff({ host, password }: Pick<Door, 'host' | 'password'>): boolean {
  return password === undefined && !isLoopback(host);
}

/**
 * A site that lets its name resolve to 127.0.0.1 (DNS rebinding) sends its own name as Host. On a wildcard address any
 * name may be ours; there the password protects, which a browser never sends to a name it was not typed for.
 */
function isOurName(header: string | undefined, host: string): boolean {
  const [, name] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d+)?$/i.exec(header ?? '') ?? [];
  if (name === undefined) return false;
  return isLoopback(name) || isWildcard(host) || bare(name) === bare(host);
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(bare(host));
}

export function isWildcard(host: string): boolean {
  return ['0.0.0.0', '::'].includes(bare(host));
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
}

/** What only reads cannot be read across sites anyway: we send no CORS headers. Programs send neither header. */
function isCrossSite(c: Context): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return false;
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = c.req.header('origin');
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'));
}

/** The password of "Basic base64(name:password)" (RFC 7617). */
function passwordIn(credentials: string | undefined): string | undefined {
  const [, encoded] = /^Basic ([\w+/=-]+)$/i.exec(credentials ?? '') ?? [];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : undefined;
}

/** Takes as long for a near miss as for a wild guess: hashes have one length and are compared as a whole. */
function isSame(given: string | undefined, expected: string): boolean {
  return given !== undefined && timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
