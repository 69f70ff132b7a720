/** What a channel rings for: begun and ended. All or nothing: whatever a mistake is found in, nothing has changed. */
import type { DeliveryOptions, Query, Subscription } from '../domain.ts';
import { UserError } from '../errors.ts';
import { parseQuery, parseSubscriptions } from '../match/query.ts';
import type { Subscribed, Unsubscribed } from './context.ts';
import { forecast } from './forecast.ts';
import { numberIn } from './number-in.ts';
import { mostCandidates } from './search.ts';
import type { Scope } from './scope.ts';

/** In one command; each of them costs a forecast. */
const mostAtOnce = 50;

interface Part {
  readonly typed: string;
  readonly query: Query;
}

/** One subscription for each part between commas; parts that mean the same are one. */
export async function subscribe(
  typed: string,
  delivery: DeliveryOptions | undefined,
  scope: Scope,
): Promise<readonly Subscribed[]> {
  const { person, mistakes } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotSubscribe);
  const parts = parseSubscriptions(typed);
  if (parts.length > mostAtOnce) throw new UserError(mistakes.tooManyAtOnce(parts.length, mostAtOnce));

  const added = await scope.store.subscriptions.add({
    channelId: scope.channel.id,
    queries: parts.map(({ typed: part, query }) => ({ query: query.canonical, typed: part })),
    createdBy: scope.person.externalId,
    delivery,
    now: scope.now(),
  });
  const mostForEach = Math.floor(mostCandidates / parts.length);
  const subscribed: Subscribed[] = [];
  for (const one of added) {
    const query = parseQuery(one.subscription.query);
    subscribed.push({ ...one, forecast: await forecast(query, mostForEach, scope) });
  }
  return subscribed;
}

/** Each part is a subscription in any spelling of the same meaning, or its number in the list. */
export async function unsubscribe(typed: string, scope: Scope): Promise<readonly Unsubscribed[]> {
  const { store, channel, mistakes } = scope;
  const there = await store.subscriptions.ofChannel(channel.id);
  const parts = parseSubscriptions(typed);
  const found = new Set(parts.flatMap((part) => findIn(there, part) ?? []));

  const kept = [...found].filter((subscription) => !mayRemove(subscription, scope));
  if (kept.length > 0)
    throw new UserError(mistakes.mayNotUnsubscribe(kept.map((subscription) => subscription.typed)));

  // One that is gone by now was removed by somebody faster: gone as wished.
  for (const subscription of found) await store.subscriptions.remove(subscription.id, scope.now());
  return [
    ...[...found].map((subscription) => ({ kind: 'removed', subscription }) as const),
    ...parts
      .filter((part) => findIn(there, part) === undefined)
      .map((part) => ({ kind: 'absent', typed: part.typed }) as const),
  ];
}

/** Meaning goes before numbers: whoever follows "360" means that with "360", not the 360th of the list. */
function findIn(there: readonly Subscription[], { typed, query }: Part): Subscription | undefined {
  const meant = there.find((subscription) => subscription.query === query.canonical);
  if (meant !== undefined) return meant;
  const number = numberIn(typed);
  return number === undefined ? undefined : there[number - 1];
}

/** Whoever made it, or manages the channel. */
function mayRemove(subscription: Subscription, { person }: Scope): boolean {
  return person.manages || subscription.createdBy === person.externalId;
}
