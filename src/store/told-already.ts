/** The same article twice in one channel: first as the workspace's own, then as everybody's. */
import { dropped } from './dropped.ts';
import { copiedWithinMs } from '../accept/same-article.ts';
import { meansOneArticle } from '../accept/identity.ts';
import { formerlyTold } from './former-alerts.ts';
import { oneOf, type Work } from './traits.ts';

/**
 * A public article is accepted without a look at private ones: whether it is new to others must not depend on them.
 * @returns the channels that have (or had) an alert, or want to have none, for the story of their workspace's own copy, by a key that means one
 *   article wherever it appears (address, content, file)
 */
export async function toldAlready(
  work: Work,
  keys: readonly string[],
  now: number,
): Promise<ReadonlySet<number>> {
  const { trx, traits } = work;
  const anywhere = keys.filter((key) => meansOneArticle(key, keys));
  const rows = await trx
    .selectFrom('entry_key')
    .innerJoin('article', 'article.id', 'entry_key.article_id')
    .innerJoin('alert', 'alert.story_id', 'article.story_id')
    .innerJoin('channel', 'channel.id', 'alert.channel_id')
    .select('channel_id')
    .where('entry_key.key', 'in', oneOf(traits, anywhere))
    .where('article.audience', '<>', 0)
    .where((eb) =>
      // The same words later are of another day.
      eb.or([eb('key', 'not like', 'content:%'), eb('article.accepted_at', '>=', now - copiedWithinMs)]),
    )
    .whereRef('channel.workspace_id', '=', 'article.audience')
    .where((eb) => eb.or([eb('alert.dropped', 'is', null), eb('alert.dropped', '=', dropped.muted)]))
    .execute();
  const lasting = anywhere.filter((key) => !key.startsWith('content:'));
  return new Set([...rows.map((row) => row.channel_id), ...(await formerlyTold(work, lasting))]);
}
