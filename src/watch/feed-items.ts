/** The four feed formats, as one. Only for the parser's worker. */
import type { AnyFeed } from 'feedsmith';

/** Words with a note on what they are: of "mixed" nobody knows. */
export interface Words {
  readonly kind: 'plain' | 'html' | 'mixed';
  readonly words: string;
}

/** One entry of a feed of any format, as it stands there. */
export interface FeedItem {
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly base?: string | undefined;
  readonly title?: Words | undefined;
  /** Fullest first. */
  readonly texts: readonly (Words | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly tags: readonly (string | undefined)[];
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** Best first. */
  readonly images: readonly (string | undefined)[];
  readonly outlet?: string | undefined;
}

export interface FeedHead {
  readonly title?: Words | undefined;
  readonly language?: string | undefined;
  /** The page the feed belongs to. */
  readonly link?: string | undefined;
  readonly base?: string | undefined;
  readonly items: readonly FeedItem[];
}

export function headOf(any: AnyFeed): FeedHead {
  switch (any.format) {
    case 'rss':
      return rssHead(any.feed);
    case 'rdf':
      return rdfHead(any.feed);
    case 'atom':
      return atomHead(any.feed);
    case 'json':
      return jsonHead(any.feed);
  }
}

type RssFeed = Extract<AnyFeed, { format: 'rss' }>['feed'];
type RdfFeed = Extract<AnyFeed, { format: 'rdf' }>['feed'];
type AtomFeed = Extract<AnyFeed, { format: 'atom' }>['feed'];
type JsonFeed = Extract<AnyFeed, { format: 'json' }>['feed'];
type RssItem = NonNullable<RssFeed['items']>[number];
type RdfItem = NonNullable<RdfFeed['items']>[number];
type AtomEntry = NonNullable<AtomFeed['entries']>[number];

function rssHead(feed: RssFeed): FeedHead {
  return {
    title: mixed(feed.title),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    link: feed.link,
    base: feed.xml?.base,
    items: (feed.items ?? []).map(rssItem),
  };
}

function rssItem(item: RssItem): FeedItem {
  const guid = item.guid?.value;
  // RSS 2.0: a guid is the article's address unless it says that it is not.
  const permalink = item.guid?.isPermaLink !== false && /^https?:/i.test(guid ?? '') ? guid : undefined;
  const pictures = item.enclosures?.filter(({ type }) => type?.startsWith('image/'));
  return {
    id: guid,
    link: item.link ?? alternateOf(item.atom?.links) ?? permalink,
    base: item.xml?.base,
    title: mixed(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
    texts: [html(item.content?.encoded), mixed(item.description), mixed(item.media?.description?.value)],
    authors: item.dc?.creators ?? item.authors?.map(({ name }) => name) ?? [item.itunes?.author],
    tags: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0] ?? item.atom?.published,
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    images: [...mediaImages(item.media), ...(pictures ?? []).map(({ url }) => url), item.itunes?.image],
    outlet: item.source?.title,
  };
}

function rdfHead(feed: RdfFeed): FeedHead {
  return {
    title: mixed(feed.title),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    link: feed.link,
    base: feed.xml?.base,
    items: (feed.items ?? []).map(rdfItem),
  };
}

function rdfItem(item: RdfItem): FeedItem {
  return {
    id: item.rdf?.about,
    link: item.link,
    base: item.xml?.base,
    title: mixed(item.title ?? item.dc?.titles?.[0]),
    texts: [html(item.content?.encoded), mixed(item.description), mixed(item.dc?.descriptions?.[0])],
    authors: item.dc?.creators ?? [],
    tags: item.dc?.subjects ?? [],
    published: item.dc?.dates?.[0],
    language: item.dc?.languages?.[0] ?? item.xml?.lang,
    images: mediaImages(item.media),
    outlet: item.dc?.publishers?.[0],
  };
}

function atomHead(feed: AtomFeed): FeedHead {
  const authors = feed.authors?.map(({ name }) => name) ?? [];
  return {
    title: atomWords(feed.title),
    language: feed.xml?.lang,
    link: alternateOf(feed.links),
    base: feed.xml?.base,
    items: (feed.entries ?? []).map((entry) => atomItem(entry, authors)),
  };
}

function atomItem(entry: AtomEntry, feedAuthors: readonly (string | undefined)[]): FeedItem {
  const pictures = entry.links?.filter(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'));
  return {
    id: entry.id,
    link: alternateOf(entry.links),
    base: entry.xml?.base,
    title: atomWords(entry.title),
    texts: [
      atomWords(entry.content),
      atomWords(entry.summary),
      mixed(entry.media?.groups?.[0]?.description?.value),
    ],
    // RFC 4287 §4.2.1: an entry without an author is by its source's, or else by the feed's.
    authors: (entry.authors ?? entry.source?.authors)?.map(({ name }) => name) ?? feedAuthors,
    // RFC 4287 §4.2.2: the label is what people are shown; the term may be an address or a number.
    tags: (entry.categories ?? []).map(({ term, label }) => label ?? term),
    published: entry.published ?? entry.updated,
    language: entry.xml?.lang,
    images: [...mediaImages(entry.media), ...(pictures ?? []).map(({ href }) => href)],
    outlet: entry.source?.title?.value,
  };
}

function jsonHead(feed: JsonFeed): FeedHead {
  return {
    title: plain(feed.title),
    language: feed.language,
    link: feed.home_page_url,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      link: item.url ?? item.external_url ?? (/^https?:/i.test(item.id ?? '') ? item.id : undefined),
      title: plain(item.title),
      texts: [html(item.content_html), plain(item.content_text), plain(item.summary)],
      authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
      tags: item.tags ?? [],
      published: item.date_published ?? item.date_modified,
      language: item.language,
      images: [item.image, item.banner_image],
    })),
  };
}

/** The page itself, in HTML if there are several forms of it. */
function alternateOf(
  links: ReadonlyArray<{ readonly href?: string; readonly rel?: string; readonly type?: string }> | undefined,
): string | undefined {
  const alternates = links?.filter(({ rel = 'alternate' }) => rel === 'alternate');
  return (alternates?.find(({ type }) => type === 'text/html') ?? alternates?.[0])?.href;
}

interface Media {
  readonly thumbnails?: ReadonlyArray<{ readonly url?: string }>;
  readonly contents?: ReadonlyArray<{
    readonly url?: string;
    readonly type?: string;
    readonly medium?: string;
  }>;
  readonly groups?: readonly Media[];
}

function mediaImages(media: Media | undefined): readonly (string | undefined)[] {
  if (media === undefined) return [];
  const pictures = (media.contents ?? []).filter(
    ({ url, type, medium }) =>
      medium === 'image' || type?.startsWith('image/') || /\.(jpe?g|png|webp|gif|avif)\b/i.test(url ?? ''),
  );
  return [...pictures, ...(media.thumbnails ?? [])]
    .map(({ url }) => url)
    .concat((media.groups ?? []).flatMap(mediaImages));
}

/** RFC 4287 §3.1.1: "text" is the default, but so many feeds write markup there that only a declared "text" is trusted. */
function atomWords(
  construct: { readonly value?: string; readonly type?: string } | undefined,
): Words | undefined {
  if (construct?.type === 'html' || construct?.type === 'xhtml') return html(construct.value);
  if (construct?.type?.startsWith('text') === true) return plain(construct.value);
  return mixed(construct?.value);
}

function plain(words: string | undefined): Words | undefined {
  return words === undefined ? undefined : { kind: 'plain', words };
}

function html(words: string | undefined): Words | undefined {
  return words === undefined ? undefined : { kind: 'html', words };
}

function mixed(words: string | undefined): Words | undefined {
  return words === undefined ? undefined : { kind: 'mixed', words };
}
