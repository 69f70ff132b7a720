/**
 * From what a source said to an article, or why not. Pure but for asking which language it is: the same entry gives
 * the same draft on any machine and at any time, but for dates that only `now` can judge.
 */
import type { Draft, Entry, Language } from '../domain.ts';
import { cleanAuthor } from './byline.ts';
import { canonicalUrl } from './canonical-url.ts';
import { readDate } from './dates.ts';
import type { DateContext } from './dates.ts';
import { decodeEntities } from './entities.ts';
import { feedText } from './feed-text.ts';
import { contentHash, keysOf } from './identity.ts';
import { readLayout } from './layout.ts';
import type { Layout } from './layout.ts';
import { capText, collapseSpace, firstSentence, visibleText } from './plain-text.ts';
import { tagsOf } from './tags.ts';
import { cleanTitle } from './title.ts';
import { wellFormed } from './well-formed.ts';

export interface Origin {
  readonly now: number;
  readonly sourceTitle: string;
  readonly sourceLanguage?: Language | undefined;
  readonly sourceZone?: string | undefined;
  /** What the entry's relative URLs are relative to, if it names nothing nearer. */
  readonly sourceUrl?: string | undefined;
  /** Stands in for the source's title where the entry names no outlet. */
  readonly defaultOutlet?: string | undefined;
}

export type Judged =
  | { readonly kind: 'accepted'; readonly draft: Draft }
  /** One sentence for the log and for whoever dropped the file. */
  | { readonly kind: 'rejected'; readonly reason: string };

/** In characters. No article is longer; what is, is a book or a log file. */
const longestText = 200_000;
/** What is read of an entry at all: furniture comes on top of the text. */
const longestRaw = 2 * longestText;
const longestMadeTitle = 200;
/** A language shows in the first paragraphs. */
const languageSample = 4000;

/**
 * @param identify tells a text's language, a declared one (BCP 47, or nonsense) being a hint
 */
export async function draftOf(
  entry: Entry,
  from: Origin,
  identify: (text: string, declared?: string) => Promise<Language>,
): Promise<Judged> {
  const declared = entry.language ?? from.sourceLanguage;
  const context: DateContext = { now: from.now, zone: from.sourceZone, language: declared };
  const url = entry.url === undefined ? undefined : canonicalUrl(entry.url, entry.baseUrl ?? from.sourceUrl);

  const raw = visibleText(entry.text.slice(0, longestRaw));
  const layout = entry.raw ? readLayout(raw, context, ownTitle(entry)) : undefined;
  const outlet = wellFormed(outletOf(entry, from, layout, url));
  const title = titleOf(entry, layout, [outlet, from.sourceTitle, hostOf(url) ?? '']);
  const text = wellFormed(capText(layout?.text ?? feedText(raw, title ?? ''), longestText));
  const name = title ?? wellFormed(firstSentence(text, longestMadeTitle));
  if (name === '') return { kind: 'rejected', reason: whyNothing(entry) };

  const publishedAt =
    (entry.published === undefined ? undefined : readDate(entry.published, context)) ??
    layout?.publishedAt ??
    from.now;
  const draft: Draft = {
    keys: keysOf({
      entryKeys: entry.keys,
      url,
      title: name,
      text,
      outlet,
      publishedAt,
      shared: entry.shared,
    }),
    namedBy: entry.namedBy,
    url,
    title: name,
    text,
    author: authorOf(entry, layout),
    tags: tagsOf(entry),
    outlet,
    language: await identify(`${name}\n\n${text}`.slice(0, languageSample), declared),
    image: imageOf(entry, from),
    publishedAt,
    contentHash: contentHash(name, text),
  };
  return { kind: 'accepted', draft };
}

function whyNothing(entry: Entry): string {
  return entry.text.trim() === ''
    ? 'it has neither a title nor a text'
    : 'it has no text of an article, only what stands around one (menus, links, prices, notices)';
}

/** As shown by the page itself; a title of nothing but white space is none. */
function ownTitle(entry: Entry): string | undefined {
  const title = cleanTitle(entry.title ?? '', []);
  return title === '' ? undefined : title;
}

function titleOf(entry: Entry, layout: Layout | undefined, siteNames: readonly string[]): string | undefined {
  // From what was written, not from `ownTitle`: entities are decoded once.
  const title = cleanTitle((ownTitle(entry) === undefined ? layout?.title : entry.title) ?? '', siteNames);
  return title === '' ? undefined : wellFormed(title);
}

function outletOf(entry: Entry, from: Origin, layout: Layout | undefined, url: string | undefined): string {
  const named = collapseSpace(visibleText(entry.outlet ?? layout?.outlet ?? from.defaultOutlet ?? ''));
  if (named !== '') return named;
  const source = collapseSpace(visibleText(from.sourceTitle));
  // A dropped page is from where its address says, not from the folder it lay in; a feed's entries are the feed's.
  const host = hostOf(url);
  return (entry.raw ? (host ?? source) : source) || (host ?? 'unknown');
}

function authorOf(entry: Entry, layout: Layout | undefined): string | undefined {
  const own = entry.author === undefined ? undefined : cleanAuthor(visibleText(decodeEntities(entry.author)));
  const author = own ?? (layout?.author === undefined ? undefined : cleanAuthor(layout.author));
  return author === undefined ? undefined : wellFormed(author);
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.hostname.replace(/^www\./, '');
}

/** Kept as it is: image servers often put the whole picture into parameters. */
function imageOf(entry: Entry, from: Origin): string | undefined {
  if (entry.image === undefined) return undefined;
  const image = URL.parse(entry.image.trim(), entry.baseUrl ?? from.sourceUrl);
  return image !== null && /^https?:$/.test(image.protocol) ? image.href : undefined;
}
