import type { DeliveryOptions, Reason } from '../domain.ts';

/** More are not called by one alert, however many subscriptions rang. */
const mostMentions = 10;

/**
 * How an alert is delivered that several subscriptions rang for: everybody they name is called, the story has a thread
 * if one of them wants it, and it is silent only if all do.
 */
export function uniteDelivery(reasons: readonly Reason[]): DeliveryOptions | undefined {
  const wanted = [
    ...new Map(reasons.map((reason) => [reason.subscriptionId, reason.delivery ?? {}])).values(),
  ];
  const mentions = new Map(
    wanted.flatMap((one) => one.mentions ?? []).map((mention) => [`${mention.kind} ${mention.id}`, mention]),
  );
  const colour = wanted.map((one) => one.colour).find((one) => one !== undefined);
  const united: DeliveryOptions = {
    ...(mentions.size > 0 && { mentions: [...mentions.values()].slice(0, mostMentions) }),
    ...(wanted.some((one) => one.thread) && { thread: true }),
    ...(wanted.length > 0 && wanted.every((one) => one.silent) && { silent: true }),
    ...(colour !== undefined && { colour }),
  };
  return Object.keys(united).length === 0 ? undefined : united;
}
