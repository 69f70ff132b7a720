import type { Article } from '../domain.ts';
import { summarize } from '../summarize/extract.ts';
import type { Card } from './invocation.ts';
import type { Scope } from './scope.ts';

/** An article as replies show it, with the other outlets of its story that the workspace may see. */
export async function cardOf(article: Article, { store, channel }: Scope): Promise<Card> {
  const outlets = await store.articles.outlets(article.storyId, channel.workspaceId);
  return {
    articleId: article.id,
    title: article.title,
    url: article.url,
    outlet: article.outlet,
    publishedAt: article.publishedAt,
    summary: summarize(article),
    outlets: outlets.length > 1 ? outlets : undefined,
  };
}
