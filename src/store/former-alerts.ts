/** Alerts of so long ago that nothing but their ids is kept. */
import { isRetitled } from '../accept/same-article.ts';
import { alertIdsOf } from '../message-id.ts';
import { oneOf, type Work } from './traits.ts';

/** @returns those of these ids that are ids of such alerts */
export async function formerAlerts(
  { trx, traits }: Work,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await trx
    .selectFrom('former_alert')
    .select('id')
    .where('id', 'in', oneOf(traits, ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * @param title of what comes now: at one address it may be another article, and of the former one no more is left
 * @returns the channels that had one for the story of their workspace's own copy, which is known by one of these keys
 */
export async function formerlyTold(
  work: Work,
  keys: readonly string[],
  title: string,
): Promise<readonly number[]> {
  const { trx, traits } = work;
  const copies = await trx
    .selectFrom('entry_key')
    .innerJoin('article', 'article.id', 'entry_key.article_id')
    .innerJoin('story', 'story.id', 'article.story_id')
    .select(['article.audience', 'article.title', 'story.key', 'entry_key.key as found_by'])
    .where('entry_key.key', 'in', oneOf(traits, keys))
    .where('article.audience', '<>', 0)
    .where('text_at', 'is', null)
    .execute();
  const told = [];
  for (const { audience, key, ...copy } of copies) {
    if (copy.found_by.startsWith('url:') && !isRetitled(title, copy.title)) continue;
    const rows = await trx
      .selectFrom('channel')
      .innerJoin('workspace', 'workspace.id', 'channel.workspace_id')
      .select(['channel.id', 'channel.platform', 'workspace.external_id as team', 'channel.external_id'])
      .where('workspace_id', '=', audience)
      .execute();
    const idOf = alertIdsOf(key);
    const channels = new Map(
      rows.map((row) => [idOf(`${row.platform}/${row.team}/${row.external_id}`, 0), row.id]),
    );
    for (const id of await formerAlerts(work, [...channels.keys()])) told.push(channels.get(id) ?? 0);
  }
  return told;
}
