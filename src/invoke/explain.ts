import type { Article, Query, Subscription } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { explain as explainTerms, meets } from '../match/matcher.ts';
import { parseQuery } from '../match/query.ts';
import { QueryError } from '../match/query-error.ts';
import { ringsFrom } from '../match/rings.ts';
import { cardOf } from './card.ts';
import type { Explanation } from './context.ts';
import { findArticle } from './find-article.ts';
import type { Scope } from './scope.ts';
import { analysisOf } from './search.ts';

type Verdict = Explanation['verdicts'][number];

/** Recomputed from the article as it is now: nothing about a match is kept but what its alert says. */
export async function explain(what: string, scope: Scope): Promise<Explanation | undefined> {
  const article = await findArticle(what.trim(), scope);
  if (article === undefined) return undefined;
  const analysis = analysisOf(article);
  const subscriptions = await scope.store.subscriptions.ofChannel(scope.channel.id);
  const asked = subscriptions.map((subscription, index) => {
    return { number: index + 1, subscription, query: queryOf(subscription) };
  });
  const verdicts = asked
    .flatMap(({ subscription, query }) => (query ? [verdictOn(subscription, query, article, analysis)] : []))
    .toSorted((a, b) => Number(b.met) - Number(a.met));
  // Whether it rings for others is not this workspace's to know.
  const alertable = ringsFrom(article, scope.channel.workspaceId) !== undefined;
  return {
    article: { ...article, alertable },
    card: await cardOf(article, scope),
    verdicts,
    story: await storyOf(article, scope),
    muted: await scope.store.deliveries.isMuted(scope.channel.id, article.storyId),
    unreadable: asked.filter(({ query }) => query === undefined),
  };
}

/** Why it is not told by itself. */
async function storyOf(
  { id, storyId, storyReason }: Article,
  { store }: Scope,
): Promise<Explanation['story']> {
  const { first, follows } = await store.articles.story(storyId);
  if (first.articleId !== id) return { kind: 'joins', title: first.title, reason: storyReason };
  return follows && { kind: 'follows', title: follows.title, reason: storyReason };
}

/**
 * As typed, not in its canonical form: whoever follows "licenciements" is told of licenciements, not of layoffs.
 * @returns undefined for what an earlier version understood and this one does not
 */
function queryOf({ typed }: Subscription): Query | undefined {
  try {
    return parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function verdictOn(subscription: Subscription, query: Query, article: Article, analysis: Analysis): Verdict {
  const met = meets(query, analysis);
  return {
    subscription,
    terms: explainTerms(query, analysis),
    met,
    tooEarly:
      met && (ringsFrom(article, subscription.workspaceId) ?? article.id) <= subscription.sinceArticleId,
  };
}
