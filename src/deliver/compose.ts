import { hash } from 'node:crypto';
import type { Alert, AlertContent, Article, Match, Outlet, Reason } from '../domain.ts';

/** An alert before it is kept: one for each channel in which something rang. */
export type ComposedAlert = Pick<Alert, 'id' | 'channelId' | 'reasons'>;

/** All subscriptions of a channel that an article met make one alert; each of them is among its reasons. */
export function composeAlerts(
  article: Pick<Article, 'storyKey'>,
  matches: readonly Match[],
): readonly ComposedAlert[] {
  const byChannel = Map.groupBy(matches, (match) => match.subscription.channelKey);
  return [...byChannel].flatMap(([channelKey, rung]) => {
    const channelId = rung[0]?.subscription.channelId;
    if (channelId === undefined) return [];
    return [{ id: alertId(channelKey, article.storyKey, 0), channelId, reasons: rung.flatMap(reasonsOf) }];
  });
}

/** What an alert says, made anew from what is known of its story now. */
export function composeContent(
  alert: Pick<Alert, 'storyId' | 'reasons'>,
  article: Article,
  summary: string,
  outlets: readonly Outlet[],
): AlertContent {
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
    image: article.image,
    reasons: alert.reasons,
    outlets,
  };
}

/**
 * Derived from what is true on every machine, so that a restored backup recognises what was already sent.
 * 24 characters of base64url = 144 bits; Discord takes at most 25 as a nonce
 * (https://discord.com/developers/docs/resources/message#create-message).
 */
function alertId(channelKey: string, storyKey: string, n: number): string {
  return hash('sha256', JSON.stringify([channelKey, storyKey, n]), 'base64url').slice(0, 24);
}

function reasonsOf({ subscription, evidence }: Match): readonly Reason[] {
  return evidence.map(({ term, words }) => ({
    subscription: subscription.typed,
    subscriptionId: subscription.id,
    term,
    words,
  }));
}
