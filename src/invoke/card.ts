import type { Article } from '../domain.ts';
import type { Store } from '../store/store.ts';
import { summarize } from '../summarize/extract.ts';
import type { Card } from './invocation.ts';

/** An article as replies show it, with the other outlets of its story. */
export async function cardOf(article: Article, store: Store): Promise<Card> {
  const outlets = await store.articles.outlets(article.storyId);
  return {
    articleId: article.id,
    title: article.title,
    url: article.url,
    outlet: article.outlet,
    publishedAt: article.publishedAt,
    summary: summarize(article, summaryLength),
    outlets: outlets.length > 1 ? outlets : undefined,
  };
}

/** In characters; the same as in alerts. */
const summaryLength = 320;
