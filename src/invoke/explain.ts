import type { Article, Subscription } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { explain as explainTerms, meets } from '../match/matcher.ts';
import { parseQuery } from '../match/query.ts';
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
  const verdicts = subscriptions
    .map((subscription) => verdictOn(subscription, article, analysis))
    .toSorted((a, b) => Number(b.met) - Number(a.met));
  // Whether it rings for others is not this workspace's to know.
  const alertable = ringsFrom(article, scope.channel.workspaceId) !== undefined;
  return { article: { ...article, alertable }, card: await cardOf(article, scope), verdicts };
}

function verdictOn(subscription: Subscription, article: Article, analysis: Analysis): Verdict {
  // As typed, not in its canonical form: whoever follows "licenciements" is told of licenciements, not of layoffs.
  const query = parseQuery(subscription.typed);
  const met = meets(query, analysis);
  return {
    subscription,
    terms: explainTerms(query, analysis),
    met,
    tooEarly:
      met && (ringsFrom(article, subscription.workspaceId) ?? article.id) <= subscription.sinceArticleId,
  };
}
