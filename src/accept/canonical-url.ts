/** One address for one page, however it was shared. The result is shown as the article's link, so it must open. */
import { isTrackingParameter } from './tracking-parameters.ts';
import { unwrapRedirect } from './redirect-wrappers.ts';

/** Longer addresses are data, not places; servers refuse most above 8,000 bytes (RFC 9110 §4.1 asks for that much). */
const longest = 8000;
/** A wrapper in a wrapper occurs; more steps than this are a joke. */
const maxSteps = 100;

/**
 * Absolute, http or https, without what only tells how the reader came here. Idempotent; never throws.
 * @param base what a relative URL is relative to
 * @returns undefined for what is no http(s) URL
 */
export function canonicalUrl(written: string, base?: string): string | undefined {
  let url = parse(written, base);
  // Until nothing changes: taking one thing away can lay another one bare ("m.google.com/url?q=…").
  for (let step = 0; url !== undefined && step < maxSteps; step += 1) {
    const next = unwrapped(url) ?? tidied(url);
    if (next?.href === url.href) return url.href;
    url = next;
  }
  return undefined;
}

function parse(written: string, base?: string): URL | undefined {
  if (written.trim() === '' || written.length > longest) return undefined;
  const url = URL.parse(written.trim(), base) ?? undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : undefined;
}

function unwrapped(url: URL): URL | undefined {
  const target = unwrapRedirect(url);
  return target === undefined ? undefined : parse(target);
}

function tidied(url: URL): URL | undefined {
  const host = plainHost(url.hostname);
  const port = url.port === '' ? '' : `:${url.port}`;
  const page = `${url.protocol}//${host}${port}${plainPath(url.pathname)}${plainQuery(url.search)}`;
  return parse(page + plainFragment(url.hash));
}

/**
 * Of an address that names a place on a page ("/release-notes#January_12"), the page's.
 * @param url canonical
 * @returns undefined for the address of a page, as "#/post/12" and "#!post" are where an application has but one
 */
export function pageOf(url: string): string | undefined {
  const at = url.indexOf('#');
  return at === -1 || /^[!/]/.test(url.slice(at + 1)) ? undefined : url.slice(0, at);
}

/** What is behind an article's text, and marks of sharers, are no place that an article is at. */
function plainFragment(fragment: string): string {
  if (/^#(?:comments?(?:-\d+)?|respond|disqus_thread|more-\d+|:~:.*)$/i.test(fragment)) return '';
  const parts = fragment.slice(1).split('&');
  const kept = parts.filter((part) => !part.includes('=') || !isTracking(part));
  return kept.join('') === '' ? '' : `#${kept.join('&')}`;
}

function isTracking(pair: string): boolean {
  return isTrackingParameter(nameOf(pair), valueOf(pair));
}

/** Sites answer for their mobile and AMP hosts on the plain one too: "m.", "mobile.", "amp.", "en.m.wikipedia.org". */
function plainHost(host: string): string {
  const labels = host.replace(/\.$/, '').split('.');
  const kept = labels.filter(
    (label, at) => !(at < labels.length - 2 && at < 2 && /^(?:m|mobile|amp)$/.test(label)),
  );
  return kept.join('.');
}

function plainPath(path: string): string {
  const plain = path
    .replace(/;jsessionid=[^/]*$/i, '')
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    // Never the whole path, never in capitals: "/amp" and "/wiki/AMP" are pages about AMP.
    .replace(/(?<=[^/])\/amp\/?$/, '')
    .replace(/\.amp(?=(?:\.html)?$)/i, '');
  return plain.length > 1 && plain.endsWith('/') ? plain.slice(0, -1) : plain;
}

/** Sorted by name, each value left exactly as it was written: "?showthread=12-a+b" must still open. */
function plainQuery(search: string): string {
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => ({ pair, name: nameOf(pair), value: valueOf(pair) }))
    .filter(({ name, value }) => !isTrackingParameter(name, value));
  const sorted = pairs.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return sorted.length === 0 ? '' : `?${sorted.map(({ pair }) => pair).join('&')}`;
}

function nameOf(pair: string): string {
  return decoded(pair.split('=', 1)[0] ?? '');
}

function valueOf(pair: string): string {
  const at = pair.indexOf('=');
  return at === -1 ? '' : decoded(pair.slice(at + 1));
}

function decoded(escaped: string): string {
  // URLSearchParams never throws, unlike decodeURIComponent.
  return new URLSearchParams(`x=${escaped.replaceAll('&', '%26')}`).get('x') ?? '';
}
