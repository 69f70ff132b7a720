import type { Kysely } from 'kysely';
import type { Article } from '../domain.ts';
import { articleOf, selectArticles, type ArticleInStory } from './article-row.ts';
import type { Search } from './port/articles.ts';
import type { Tables } from './schema.ts';
import type { Database } from './traits.ts';

export async function search({ db, traits }: Database, request: Search): Promise<readonly Article[]> {
  if (request.anyOf?.length === 0) return [];
  const pages = [];
  // One index range for each audience: both at once would have to be sorted.
  for (const audience of new Set([request.workspaceId, 0])) {
    pages.push(await newestOf(db, traits, audience, request));
  }
  return pages.flat().toSorted(newestFirst).slice(0, request.limit).map(articleOf);
}

function newestOf(
  db: Kysely<Tables>,
  traits: Database['traits'],
  audience: number,
  { anyOf, after, limit }: Search,
): Promise<ArticleInStory[]> {
  let query = selectArticles(db)
    .where('article.audience', '=', audience)
    .where('text_at', 'is not', null)
    .orderBy('published_at', 'desc')
    .orderBy('article.id', 'desc')
    .limit(limit);
  if (after !== undefined) {
    query = query.where((eb) =>
      eb(eb.refTuple('published_at', 'article.id'), '<', eb.tuple(after.publishedAt, after.id)),
    );
  }
  if (anyOf !== undefined) {
    query = query.where('article.id', 'in', traits.terms.havingAnyOf(anyOf));
  }
  return query.execute();
}

function newestFirst(a: ArticleInStory, b: ArticleInStory): number {
  return b.published_at - a.published_at || b.id - a.id;
}
