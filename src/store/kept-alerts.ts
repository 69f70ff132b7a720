/** Matched alerts as they are kept: in columns, for objects cost more on their way to another thread than in the database. */
import type { Reason } from '../domain.ts';
import type { Matched } from './port/articles.ts';

export interface KeptMatched extends Omit<Matched, 'alerts'> {
  readonly ids: readonly string[];
  readonly channelIds: readonly number[];
  /** JSON: `Reason[]`. */
  readonly reasons: readonly string[];
}

export function keptOf({ alerts, ...matched }: Matched): KeptMatched {
  return {
    ...matched,
    ids: alerts.map(({ id }) => id),
    channelIds: alerts.map(({ channelId }) => channelId),
    reasons: alerts.map(({ reasons }) => JSON.stringify(withFurther([], reasons))),
  };
}

/** One for each subscription and term: the same again is no news, in whatever words. */
export function withFurther(there: readonly Reason[], further: readonly Reason[]): readonly Reason[] {
  if (there.length + further.length < 2) return there.length === 0 ? further : there;
  const names = new Set(there.map(nameOf));
  const reasons = [...there];
  for (const reason of further) {
    if (names.has(nameOf(reason))) continue;
    names.add(nameOf(reason));
    reasons.push(reason);
  }
  return reasons;
}

function nameOf({ subscriptionId, term }: Reason): string {
  return `${subscriptionId} ${term}`;
}
