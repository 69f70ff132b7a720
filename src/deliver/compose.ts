import type { Alert, AlertContent, Article, Match, Outlet, Reason, StoryFacts } from '../domain.ts';
import { alertIdsOf } from '../message-id.ts';
import { uniteDelivery } from './unite.ts';

/** An alert before it is kept: one for each channel in which something rang. */
export type ComposedAlert = Pick<Alert, 'id' | 'channelId' | 'reasons'>;

/** All subscriptions of a channel that an article met make one alert; each of them is among its reasons. */
export function composeAlerts(
  article: Pick<Article, 'storyKey'>,
  matches: readonly Match[],
): readonly ComposedAlert[] {
  const idOf = alertIdsOf(article.storyKey);
  const byChannel = Map.groupBy(matches, (match) => match.subscription.channelKey);
  return [...byChannel].flatMap(([channelKey, rung]) => {
    const channelId = rung[0]?.subscription.channelId;
    if (channelId === undefined) return [];
    return [{ id: idOf(channelKey, 0), channelId, reasons: rung.flatMap(reasonsOf) }];
  });
}

/** What an alert says, made anew from what is known of its story now. */
export function composeContent(
  alert: Pick<Alert, 'storyId' | 'reasons'>,
  article: Article,
  summary: string,
  outlets: readonly Outlet[],
  { changes, follows }: Pick<StoryFacts, 'changes' | 'follows'>,
): AlertContent {
  const delivery = uniteDelivery(alert.reasons);
  return {
    kind: 'alert',
    storyId: alert.storyId,
    articleId: article.id,
    title: article.title,
    url: article.url,
    outlet: article.outlet,
    publishedAt: article.publishedAt,
    language: article.language,
    summary,
    ...(article.text.trim() === '' && { withoutText: true }),
    image: article.image,
    reasons: alert.reasons.map(({ subscription, subscriptionId, term, words }) => {
      return { subscription, subscriptionId, term, words };
    }),
    outlets,
    ...(delivery && { delivery }),
    ...(changes.length > 0 && { changes }),
    ...(follows && { follows: { articleId: follows.articleId, title: follows.title } }),
  };
}

function reasonsOf({ subscription, evidence }: Match): readonly Reason[] {
  return evidence.map(({ term, words }) => ({
    subscription: subscription.typed,
    subscriptionId: subscription.id,
    term,
    words,
    ...(subscription.delivery && { delivery: subscription.delivery }),
  }));
}
