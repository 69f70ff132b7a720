/** What a page says about itself, in the ways publishers say it. Only for the parser's worker. */
import type { parseHTML } from 'linkedom';
import { lineOfMixed } from './plain-text.ts';

export type Document = ReturnType<typeof parseHTML>['document'];

export interface Metadata {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly tags: readonly string[];
  /** As written. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** The page's own address, absolute. */
  readonly url?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly outlet?: string | undefined;
  readonly image?: string | undefined;
}

/** @param url where the page was found, if it was. */
export function readMetadata(document: Document, html: string, url: string | undefined): Metadata {
  const meta = (...names: readonly string[]) => metaContent(document, names);
  const attribute = (selector: string, name: string) =>
    filled(document.querySelector(selector)?.getAttribute(name));
  const news = newsArticle(document);
  const outlet =
    meta('og:site_name') ??
    nameIn(news?.['publisher']) ??
    meta('application-name', 'publisher', 'dc.publisher');
  const home = url ?? savedFrom(html);
  const own = attribute('link[rel="canonical"]', 'href') ?? meta('og:url') ?? home;
  const image = meta('og:image', 'og:image:url', 'twitter:image') ?? urlIn(news?.['image']);
  const absolute = (link: string | undefined) => (link === undefined ? undefined : httpUrl(link, home));
  return {
    title: titleOf(
      document,
      meta('og:title') ?? textIn(news?.['headline']) ?? meta('twitter:title', 'dc.title'),
      outlet,
    ),
    author:
      nameIn(news?.['author']) ??
      personIn(meta('author', 'article:author', 'dc.creator', 'parsely-author')) ??
      shownAuthor(document),
    tags: tagsOf(document, news?.['keywords']),
    published:
      meta('article:published_time', 'og:article:published_time') ??
      textIn(news?.['datePublished']) ??
      meta(
        'datepublished',
        'date',
        'pubdate',
        'publishdate',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'parsely-pub-date',
      ) ??
      attribute('time[pubdate][datetime], time[itemprop="datePublished"][datetime]', 'datetime') ??
      attribute('article time[datetime], main time[datetime], time[datetime]', 'datetime'),
    language:
      attribute('html', 'lang') ??
      attribute('html', 'xml:lang') ??
      meta('content-language', 'og:locale') ??
      textIn(news?.['inLanguage']),
    url: absolute(own),
    baseUrl: home,
    outlet,
    image: absolute(image),
  };
}

/** The content of the first of these names that has one, whichever attribute carries the name. */
function metaContent(document: Document, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const meta of document.querySelectorAll('meta')) {
      const own =
        meta.getAttribute('property') ??
        meta.getAttribute('name') ??
        meta.getAttribute('itemprop') ??
        meta.getAttribute('http-equiv');
      const content = own?.toLowerCase() === name ? filled(meta.getAttribute('content')) : undefined;
      if (content !== undefined) return content;
    }
  }
  return undefined;
}

/** One each in Open Graph; in JSON-LD a list, or a text with commas. */
function tagsOf(document: Document, keywords: unknown): readonly string[] {
  const tagged = [...document.querySelectorAll('meta[property="article:tag"]')].map((meta) =>
    meta.getAttribute('content'),
  );
  const listed = [keywords].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : []));
  return [...tagged, ...listed].slice(0, mostTags).flatMap((tag) => filled(tag) ?? []);
}

const mostTags = 100;

/** The heading if there is one only; else the window's title without the outlet's name behind it. */
function titleOf(
  document: Document,
  declared: string | undefined,
  outlet: string | undefined,
): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map((heading) => filled(heading.textContent));
  const title =
    declared ??
    (headings.length === 1 ? headings[0] : undefined) ??
    filled(document.querySelector('title')?.textContent) ??
    headings[0];
  if (title === undefined) return undefined;
  const line = lineOfMixed(title);
  const end = outlet === undefined ? -1 : line.lastIndexOf(outlet);
  const before = end > 0 && end + (outlet?.length ?? 0) === line.length ? line.slice(0, end) : line;
  return filled(before === line ? line : before.replace(/\s*[|\-–—·•:»]\s*$/, ''));
}

type Json = Readonly<Record<string, unknown>>;

/** The first JSON-LD object that describes an article (schema.org: NewsArticle, BlogPosting, Report, …). */
function newsArticle(document: Document): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parsed(script.textContent ?? ''), 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function articleIn(json: unknown, depth: number): Json | undefined {
  if (depth > 4) return undefined;
  if (Array.isArray(json)) return firstDefined(json.slice(0, 100), (each) => articleIn(each, depth + 1));
  if (!isObject(json)) return undefined;
  const types = [json['@type']].flat();
  if (types.some((type) => typeof type === 'string' && /Article$|Posting$|^Report$/.test(type))) return json;
  return articleIn(json['@graph'] ?? json['mainEntity'], depth + 1);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // one of several ways to say the same: the others are asked
  }
}

function nameIn(json: unknown): string | undefined {
  if (Array.isArray(json))
    return filled(
      json
        .slice(0, 10)
        .flatMap((each) => nameIn(each) ?? [])
        .join(', '),
    );
  return isObject(json) ? nameIn(json['name']) : textIn(json);
}

function urlIn(json: unknown): string | undefined {
  if (Array.isArray(json)) return urlIn(json[0]);
  return isObject(json) ? textIn(json['url']) : textIn(json);
}

function textIn(json: unknown): string | undefined {
  return typeof json === 'string' ? filled(lineOfMixed(json)) : undefined;
}

/** "article:author" is often the address of a profile. */
function personIn(text: string | undefined): string | undefined {
  return text === undefined || /^https?:/i.test(text) ? undefined : text;
}

/** Longer ones are texts about the author, or lists of all who ever wrote here. */
function shownAuthor(document: Document): string | undefined {
  const shown = filled(document.querySelector('[rel="author"], [itemprop="author"]')?.textContent);
  return shown === undefined || shown.length > 80 ? undefined : shown;
}

/** Browsers write where a page was saved from into its first lines. */
function savedFrom(html: string): string | undefined {
  return /<!-- saved from url=\(\d+\)(https?:\S+) -->/.exec(html.slice(0, 2000))?.[1];
}

function httpUrl(link: string, base: string | undefined): string | undefined {
  const url = URL.parse(link, base);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function firstDefined<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function filled(text: string | null | undefined): string | undefined {
  const trimmed = text?.replaceAll(/\s+/g, ' ').trim();
  return trimmed === '' ? undefined : trimmed;
}
