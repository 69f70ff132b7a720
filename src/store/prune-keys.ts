/**
 * What an article is recognised by goes when none of its sources has shown it for long. A source that could not be read,
 * or whose server only says that nothing has changed, has shown nothing: time counts up to when it was last read. What
 * is left of an article without keys goes with them.
 */
import { sql } from 'kysely';
import type { Limits, PruneCursor, Pruned } from './port/retention.ts';
import { oneOfNumbers, type Work } from './traits.ts';

/** One transaction's. */
const keysAtOnce = 150;

export async function pruneKeys(
  work: Work,
  { asOf, unseenMs }: Limits,
  after: PruneCursor = [],
): Promise<Pruned> {
  const { trx, traits } = work;
  const [seenAt, articleId = 0] = after;
  const old = await trx
    .selectFrom('entry_key')
    .select(['last_seen_at', 'article_id'])
    .where('last_seen_at', '<', asOf - unseenMs)
    .$if(seenAt !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('last_seen_at', 'article_id'), '>', eb.tuple(eb.val(seenAt ?? 0), eb.val(articleId))),
      ),
    )
    .orderBy('last_seen_at')
    .orderBy('article_id')
    .limit(keysAtOnce)
    .execute();
  const ids = [...new Set(old.map(({ article_id }) => article_id))];
  if (ids.length === 0) return { gone: {} };
  // A removed feed comes back in silence, whatever it shows; a folder does not.
  const maybeShown = sql<boolean>`exists (select 1 from article_source
    join source on source.id = article_source.source_id
    where article_source.article_id = entry_key.article_id and (removed = 0 or kind = 'inbox')
      and (read_at is null or read_at - ${unseenMs} <= entry_key.last_seen_at))`;
  const { numDeletedRows } = await trx
    .deleteFrom('entry_key')
    .where('article_id', 'in', oneOfNumbers(traits, ids))
    .where('last_seen_at', '<', asOf - unseenMs)
    .where((eb) => eb.not(maybeShown))
    .executeTakeFirstOrThrow();
  const last = old.at(-1);
  return {
    gone: { keys: Number(numDeletedRows), ...(await dropForgotten(work, ids)) },
    ...(old.length === keysAtOnce && last !== undefined && { next: [last.last_seen_at, last.article_id] }),
  };
}

/** Of these articles, what is left of those that have neither text nor key, and of their stories. */
export async function dropForgotten({ trx, traits }: Work, articleIds: readonly number[]) {
  const rows = await trx
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', 'in', oneOfNumbers(traits, articleIds))
    .where('text_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('entry_key').select('key').whereRef('article_id', '=', 'article.id').limit(1),
        ),
      ),
    )
    .execute();
  if (rows.length === 0) return { articles: 0, stories: 0 };
  const ids = oneOfNumbers(
    traits,
    rows.map(({ id }) => id),
  );
  await trx.deleteFrom('article_source').where('article_id', 'in', ids).execute();
  await trx.deleteFrom('article').where('id', 'in', ids).execute();
  const storyIds = [...new Set(rows.map(({ story_id }) => story_id))];
  return { articles: rows.length, stories: await dropEmptyStories({ trx, traits }, storyIds) };
}

/** Muting one is remembered with it. Following one keeps it: what follows it is told, muted and threaded by it. */
async function dropEmptyStories(
  { trx, traits }: Pick<Work, 'trx' | 'traits'>,
  storyIds: readonly number[],
): Promise<number> {
  let dropped = 0;
  // What these follow may be empty since long ago, and was kept for them alone.
  for (let asked = storyIds; asked.length > 0;) {
    const gone = await trx
      .deleteFrom('story')
      .where('id', 'in', oneOfNumbers(traits, asked))
      .where((eb) =>
        eb.not(
          eb.or([
            eb.exists(
              eb.selectFrom('article').select('article.id').whereRef('article.story_id', '=', 'story.id'),
            ),
            eb.exists(eb.selectFrom('alert').select('alert.id').whereRef('alert.story_id', '=', 'story.id')),
            eb.exists(
              eb.selectFrom('mute').select('mute.channel_id').whereRef('mute.story_id', '=', 'story.id'),
            ),
            eb.exists(
              eb
                .selectFrom('story as follower')
                .select('follower.id')
                .whereRef('follower.follows', '=', 'story.id'),
            ),
          ]),
        ),
      )
      .returning('follows')
      .execute();
    dropped += gone.length;
    asked = [...new Set(gone.flatMap(({ follows }) => follows ?? []))];
  }
  return dropped;
}
