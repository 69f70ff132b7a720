import type { Article, Query } from '../domain.ts';
import { cardOf } from './card.ts';
import type { Forecast } from './context.ts';
import { findArticles } from './search.ts';
import type { Scope } from './scope.ts';

const week = 7 * 24 * 60 * 60_000;

/** What the query would have rung for in the last 7 days, looking at no more than `most` articles. */
export async function forecast(query: Query, most: number, scope: Scope): Promise<Forecast> {
  const since = scope.now() - week;
  const stories = new Set<number>();
  let newest: Article | undefined;
  let atLeast = false;
  for await (const finding of findArticles({ query, most }, scope)) {
    if (finding.kind === 'gave up') atLeast = true;
    else if (rangAt(finding.article) >= since) {
      newest ??= finding.article;
      stories.add(finding.article.storyId);
    }
  }
  return { count: stories.size, atLeast, latest: newest && (await cardOf(newest, scope)) };
}

/** What was dropped or pushed rings when it comes, however old; what a feed showed at first sight counts by its date. */
function rangAt(article: Article): number {
  return article.alertable ? article.acceptedAt : article.publishedAt;
}
