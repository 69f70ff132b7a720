/**
 * The feed that a web page names, by the HTML Living Standard (§4.6.6.1, "alternate"). Only for the parser's worker.
 */
import { parseHTML } from 'linkedom';

/** Pages name their feed at the top; what is longer than this is looked at no further. In UTF-16 units. */
const lookedAt = 1_000_000;

/**
 * The first one in the document is the one that its publisher gives first, but for feeds of comments, which are no news.
 * @param url where the page was found
 * @returns an absolute http(s) address, without what comes after "#"; undefined if the page names none
 */
export function namedFeed(html: string, url: string): string | undefined {
  const { document } = parseHTML(html.slice(0, lookedAt));
  const elements = [...document.querySelectorAll('base, link, a, area')].map(readElement);
  const base = baseOf(elements, url);
  const feeds = elements.filter(isFeedLink).flatMap((link) => {
    const address = URL.parse(link.attributes.get('href') ?? '', base);
    if (address === null || !/^https?:$/.test(address.protocol)) return [];
    address.hash = '';
    return address.href === url ? [] : { url: address.href, title: link.attributes.get('title') ?? '' };
  });
  return (feeds.find((feed) => !isOfComments(feed)) ?? feeds[0])?.url;
}

interface Link {
  /** In lower case. */
  readonly name: string;
  /** By their names in lower case, as HTML has them; the library leaves them as written. */
  readonly attributes: ReadonlyMap<string, string>;
}

function readElement(element: {
  readonly localName: string;
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>;
}): Link {
  const attributes = Array.from(
    element.attributes,
    ({ name, value }) => [name.toLowerCase(), value] as const,
  );
  // Of two of one name the first counts.
  return { name: element.localName.toLowerCase(), attributes: new Map(attributes.toReversed()) };
}

/** §2.4.3: of the first base element with an address, unless that is none to be relative to. */
function baseOf(elements: readonly Link[], url: string): string {
  const first = elements.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const base = URL.parse(first?.attributes.get('href') ?? '', url);
  return base === null || /^(?:data|javascript):$/.test(base.protocol) ? url : base.href;
}

function isFeedLink({ name, attributes }: Link): boolean {
  const tokens = (attributes.get('rel') ?? '').toLowerCase().split(/[\t\n\f\r ]+/);
  const type = (attributes.get('type') ?? '').toLowerCase().split(';')[0]!.trim();
  // An alternative style sheet is no other form of the page.
  const isAlternate = tokens.includes('alternate') && !(name === 'link' && tokens.includes('stylesheet'));
  return name !== 'base' && isAlternate && /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/.test(type);
}

/** As blog software names them in its many languages, and where it keeps them. */
function isOfComments({ url, title }: { readonly url: string; readonly title: string }): boolean {
  const { pathname, search } = new URL(url);
  return (
    /(?:^|[/._-])comments(?:[/._-]|$)/i.test(pathname) ||
    /[?&]feed=comments/i.test(search) ||
    /\bcomments\b|commentaires|comentarios|comentários|komment?[ae]re?\b|commenti\b|reacties|komentarz|коммент|комментар|yorum|コメント|评论|評論|댓글|تعليقات/i.test(
      title,
    )
  );
}
