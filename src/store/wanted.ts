/** Whether anybody still wants an alert that is in a message already. */
import type { Reason } from '../domain.ts';
import { fromJson } from './json.ts';
import type { Tables } from './schema.ts';
import { oneOfNumbers, type Work } from './traits.ts';
import type { Selectable } from 'kysely';

/**
 * A channel may have tens of thousands of them: they are asked when there is more of their story, rather than all of
 * them when a subscription ends. One that has ended never comes back; who subscribes again has another.
 * @returns the ids of those that rang for nothing but subscriptions which have ended
 */
export async function wantedByNobody(
  { trx, traits }: Work,
  alerts: ReadonlyArray<Pick<Selectable<Tables['alert']>, 'id' | 'reasons'>>,
): Promise<ReadonlySet<string>> {
  if (alerts.length === 0) return new Set();
  const rangFor = alerts.map(({ id, reasons }) => {
    return { id, ids: fromJson<Reason[]>(reasons).map(({ subscriptionId }) => subscriptionId) };
  });
  const rows = await trx
    .selectFrom('subscription')
    .select('id')
    .where('id', 'in', oneOfNumbers(traits, [...new Set(rangFor.flatMap(({ ids }) => ids))]))
    .where('removed_at', 'is not', null)
    .execute();
  const ended = new Set(rows.map(({ id }) => id));
  const unwanted = rangFor.filter(({ ids }) => ids.length > 0 && ids.every((id) => ended.has(id)));
  return new Set(unwanted.map(({ id }) => id));
}
