import type { Article, Query, Subscription } from '../domain.ts';
import { explain as explainTerms } from '../match/explain.ts';
import { factsOf } from '../match/facts.ts';
import { meets } from '../match/matcher.ts';
import { parseEither, parseQuery } from '../match/query.ts';
import { QueryError } from '../match/query-error.ts';
import { ringsFrom } from '../match/rings.ts';
import { cardOf } from './card.ts';
import type { Explanation, Verdict } from './context.ts';
import { findArticle } from './find-article.ts';
import { numberIn } from './number-in.ts';
import { readAt } from './read-at.ts';
import type { Scope } from './scope.ts';
import { analysisOf } from './search.ts';

/** Recomputed from the article as it is now: nothing about a match is kept but what its alert says. */
export async function explain(what: string, scope: Scope): Promise<Explanation | undefined> {
  const question = readQuestion(what.trim());
  const asked = question && (await findArticle(question.article, scope));
  if (question === undefined || asked === undefined) return explainHere(what.trim(), scope);
  if (asked.forgotten) return { ...(await factsFor(asked, scope)), verdicts: [], unreadable: [] };
  const { typed, at } = question;
  // As in `/latest`, a comma is "either".
  const verdict = verdictOn(
    typed,
    readAt(at, () => parseEither(typed)),
    asked,
  );
  return { ...(await factsFor(asked, scope)), asked: verdict, verdicts: [], unreadable: [] };
}

interface Question {
  readonly article: string;
  readonly typed: string;
  /** Where the query begins. */
  readonly at: number;
}

/** "12 Amazon", "https://… Amazon", "“Words of the title” Amazon": an article, and a query that it may meet. */
function readQuestion(what: string): Question | undefined {
  const [, article = '', gap = '', typed] = articleAndQuery.exec(what) ?? [];
  if (typed === undefined) return undefined;
  const quote = /^["“«]/.test(article);
  if (!quote && numberIn(article) === undefined && !/^https?:\/\//i.test(article)) return undefined;
  const at = article.length + gap.length;
  return { article: quote ? article.slice(1, -1) : article, typed, at };
}

const articleAndQuery = /^("[^"]+"|“[^”]+”|«[^»]+»|(?:n[o°º]\.?\s+)?\S+)(\s+)(.+)$/s;

async function explainHere(what: string, scope: Scope): Promise<Explanation | undefined> {
  const article = await findArticle(what, scope);
  if (article === undefined) return undefined;
  if (article.forgotten) return { ...(await factsFor(article, scope)), verdicts: [], unreadable: [] };
  const subscriptions = await scope.store.subscriptions.ofChannel(scope.channel.id);
  const asked = subscriptions.map((subscription, index) => {
    return { number: index + 1, subscription, query: queryOf(subscription) };
  });
  const verdicts = asked
    .flatMap(({ subscription, query }) => {
      return query ? [verdictOn(subscription.typed, query, article, subscription)] : [];
    })
    .toSorted((a, b) => Number(b.met) - Number(a.met));
  return {
    ...(await factsFor(article, scope)),
    verdicts,
    unreadable: asked.filter(({ query }) => query === undefined),
  };
}

/** What is told of the article whatever is asked. */
async function factsFor(article: Article, scope: Scope) {
  // Whether it rings for others is not this workspace's to know.
  const alertable = ringsFrom(article, scope.channel.workspaceId) !== undefined;
  return {
    article: { ...article, alertable },
    card: await cardOf(article, scope),
    story: await storyOf(article, scope),
    muted: await scope.store.deliveries.isMuted(scope.channel.id, article.storyId),
  };
}

/** Why it is not told by itself. */
async function storyOf(
  { id, storyId, storyReason }: Article,
  { store, channel }: Scope,
): Promise<Explanation['story']> {
  const { first, follows, toldBefore } = await store.articles.story(storyId, channel.workspaceId);
  if (first.articleId !== id) return { kind: 'joins', title: first.title, reason: storyReason };
  if (toldBefore) return { kind: 'joins', title: toldBefore.title, reason: toldBefore.reason };
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

function verdictOn(typed: string, query: Query, article: Article, subscription?: Subscription): Verdict {
  const [analysis, facts] = [analysisOf(article), factsOf(article)];
  const met = meets(query, analysis, facts);
  const rangAt =
    subscription &&
    (ringsFrom(article, subscription.workspaceId) ?? article.id) > subscription.sinceArticleId;
  return { typed, terms: explainTerms(query, analysis, facts), met, tooEarly: met && rangAt === false };
}
