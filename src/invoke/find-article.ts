import { canonicalUrl } from '../accept/canonical-url.ts';
import type { Article } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { tokenize } from '../language/tokens.ts';
import { numberIn } from './number-in.ts';
import type { Scope } from './scope.ts';
import { candidates, mostCandidates } from './search.ts';

/**
 * The article a person means: by its number, its URL, or words of its title (among the newest 2,000);
 * the channel's newest alert if nothing is said. Another workspace's article is, to this one, not there.
 */
export async function findArticle(what: string, scope: Scope): Promise<Article | undefined> {
  if (what === '') return newestAlerted(scope);
  const number = numberIn(what);
  if (number !== undefined) return articleNo(number, scope);
  return isWebAddress(what) ? articleAt(what, scope) : newestThat(isTitled(what), scope);
}

async function newestAlerted(scope: Scope): Promise<Article | undefined> {
  const [newest] = await scope.store.deliveries.latestAlerts(scope.channel.id, 1);
  return newest && articleNo(newest.content.articleId, scope);
}

async function articleNo(id: number, { store, channel }: Scope): Promise<Article | undefined> {
  const article = await store.articles.article(id);
  return article?.audience === 0 || article?.audience === channel.workspaceId ? article : undefined;
}

async function articleAt(written: string, { store, channel }: Scope): Promise<Article | undefined> {
  const url = canonicalUrl(written);
  return url === undefined ? undefined : store.articles.byUrl(channel.workspaceId, url);
}

async function newestThat(fits: (article: Article) => boolean, scope: Scope): Promise<Article | undefined> {
  let looked = 0;
  for await (const article of candidates(undefined, scope)) {
    if (fits(article)) return article;
    looked += 1;
    if (looked === mostCandidates) return undefined;
  }
  return undefined;
}

function isWebAddress(what: string): boolean {
  return /^https?:\/\/\S+$/i.test(what) && URL.canParse(what);
}

/** All the words, in any order, as whole words. */
function isTitled(what: string): (article: Article) => boolean {
  const wanted = wordsOf(what);
  return (article) => wanted.size > 0 && wanted.isSubsetOf(wordsOf(article.title));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map((token) => fold(token.surface)));
}
