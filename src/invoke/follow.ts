/** What a channel rings for: begun and ended. All or nothing: whatever a mistake is found in, nothing has changed. */
import type { DeliveryOptions, Query, Subscription } from '../domain.ts';
import { UserError } from '../errors.ts';
import { parseSubscriptions } from '../match/query.ts';
import type { Subscribed, Unsubscribed } from './context.ts';
import { forecast } from './forecast.ts';
import { numberIn } from './number-in.ts';
import { paraphrase } from './paraphrase.ts';
import { mostCandidates } from './search.ts';
import { readAt } from './read-at.ts';
import type { Scope } from './scope.ts';
import { typingHint } from './typing-help.ts';

/** In one command; each of them costs a forecast. */
const mostAtOnce = 50;

interface Part {
  readonly typed: string;
  readonly query: Query;
}

/**
 * One subscription for each part between commas; parts that mean the same are one. "nvdia => Nvidia" puts the second in
 * the place of the first.
 */
export async function subscribe(
  typed: string,
  delivery: DeliveryOptions | undefined,
  scope: Scope,
): Promise<readonly Subscribed[]> {
  const { person, mistakes } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotSubscribe);
  const { old, instead, at: begins } = readReplacement(typed);
  const parts = readAt(begins, () => parseSubscriptions(instead));
  const replaced = old === undefined ? [] : await toReplace(old, scope);
  if (parts.length > mostAtOnce) throw new UserError(mistakes.tooManyAtOnce(parts.length, mostAtOnce));

  const added = await scope.store.subscriptions.add({
    channelId: scope.channel.id,
    queries: parts.map(({ typed: part, query }) => ({ query: query.canonical, typed: part })),
    createdBy: scope.person.externalId,
    delivery: delivery ?? replaced[0]?.delivery,
    now: scope.now(),
  });
  // Only now: whatever happens between the two, nothing is lost.
  const gone = replaced.filter(({ id }) => added.every(({ subscription }) => subscription.id !== id));
  for (const { id } of gone) await scope.store.subscriptions.remove(id, scope.now());
  const mostForEach = Math.floor(mostCandidates / parts.length);
  const subscribed: Subscribed[] = [];
  for (const [at, one] of added.entries()) {
    const { typed: part, query } = parts[at] as Part;
    subscribed.push({
      ...one,
      forecast: await forecast(query, mostForEach, scope),
      paraphrase: paraphrase(query, scope.texts),
      insteadOf: gone.length > 0 ? old : undefined,
      hint: one.kind === 'added' && at < mostHints ? await typingHint(part, query, scope) : undefined,
    });
  }
  return subscribed;
}

interface Replacement {
  readonly old?: string | undefined;
  readonly instead: string;
  /** Where `instead` begins in what was typed. */
  readonly at: number;
}

function readReplacement(typed: string): Replacement {
  let quoted = false;
  for (let at = 0; at < typed.length; at++) {
    if (typed[at] === '"') quoted = !quoted;
    const arrow = quoted ? undefined : arrows.find((one) => typed.startsWith(one, at));
    if (arrow === undefined) continue;
    const instead = typed.slice(at + arrow.length).trimStart();
    return { old: typed.slice(0, at).trim(), instead, at: typed.length - instead.length };
  }
  return { instead: typed, at: 0 };
}

const arrows = ['=>', '→'];

async function toReplace(old: string, scope: Scope): Promise<readonly Subscription[]> {
  const there = await scope.store.subscriptions.ofChannel(scope.channel.id);
  const found = parseSubscriptions(old).flatMap((part) => findIn(there, part) ?? []);
  refuseToRemove(found, scope);
  return found;
}

/** Whoever pastes a list of many need not be asked about each. */
const mostHints = 5;

/** Each part is a subscription in any spelling of the same meaning, or its number in the list. */
export async function unsubscribe(typed: string, scope: Scope): Promise<readonly Unsubscribed[]> {
  const { store, channel } = scope;
  const there = await store.subscriptions.ofChannel(channel.id);
  const parts = parseSubscriptions(typed);
  const found = new Set(parts.flatMap((part) => findIn(there, part) ?? []));

  refuseToRemove([...found], scope);
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

function refuseToRemove(found: readonly Subscription[], scope: Scope): void {
  const kept = found.filter((subscription) => !mayRemove(subscription, scope));
  if (kept.length > 0) throw new UserError(scope.mistakes.mayNotUnsubscribe(kept.map(({ typed }) => typed)));
}

/** Whoever made it, or manages the channel. */
function mayRemove(subscription: Subscription, { person }: Scope): boolean {
  return person.manages || subscription.createdBy === person.externalId;
}
