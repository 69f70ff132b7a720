/** What is old and stands by itself. */
import { sql } from 'kysely';
import { holdChannels } from './channel-turn.ts';
import type { Limits, PruneCursor, Pruned } from './port/retention.ts';
import { dropMessages } from './prune-stories.ts';
import { oneOf, oneOfNumbers, type Work } from './traits.ts';

/** One transaction's. */
const atOnce = 200;

/** What an article said before: a source that says it again after so long says something new. */
export async function pruneRevisions({ trx }: Work, { before }: Limits): Promise<Pruned> {
  const old = await trx
    .selectFrom('article_revision')
    .select(['article_id', 'revision'])
    .where('at', '<', before)
    .orderBy('at')
    .limit(atOnce)
    .execute();
  for (const { article_id: articleId, revision } of old)
    await trx
      .deleteFrom('article_revision')
      .where('article_id', '=', articleId)
      .where('revision', '=', revision)
      .execute();
  return { gone: {}, ...(old.length === atOnce && { next: [] }) };
}

/** Messages that belong to no alert, once nothing is to be done about them. */
export async function pruneNotices(work: Work, { before }: Limits, after: PruneCursor = []): Promise<Pruned> {
  const { trx, traits } = work;
  const [createdAt, seq = 0] = after;
  const old = await trx
    .selectFrom('message')
    .select(['id', 'seq', 'created_at', 'turn', 'channel_id'])
    // Word for word as in the index, which is for these alone.
    .where('kind', '=', sql.lit('notice'))
    .where('created_at', '<', before)
    .$if(createdAt !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('created_at', 'seq'), '>', eb.tuple(eb.val(createdAt ?? 0), eb.val(seq))),
      ),
    )
    .orderBy('created_at')
    .orderBy('seq')
    .limit(atOnce)
    .execute();
  await holdChannels(
    work,
    old.map(({ channel_id }) => channel_id),
  );
  const settled = await trx
    .selectFrom('message')
    .select('id')
    .where(
      'id',
      'in',
      oneOf(
        traits,
        old.map(({ id }) => id),
      ),
    )
    .where('turn', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery_log')
            .select('delivery_log.seq')
            .whereRef('message_id', '=', 'message.id')
            .where('at', '>=', before),
        ),
      ),
    )
    .execute();
  if (settled.length > 0)
    await dropMessages(
      work,
      oneOf(
        traits,
        settled.map(({ id }) => id),
      ),
    );
  const last = old.at(-1);
  return {
    gone: { notices: settled.length },
    ...(old.length === atOnce && last !== undefined && { next: [last.created_at, last.seq] }),
  };
}

/** Of local channels. One that shows a message stays as long as that: it is looked for and edited there. */
export async function prunePosts(
  { trx, traits }: Work,
  { before }: Limits,
  [afterSeq = 0]: PruneCursor = [],
): Promise<Pruned> {
  const posts = await trx
    .selectFrom('local_post')
    .leftJoin('message', 'message.id', 'marker')
    .select(['local_post.seq', 'at', 'message.id as message_id'])
    .where('local_post.seq', '>', afterSeq)
    .orderBy('local_post.seq')
    .limit(atOnce)
    .execute();
  const old = posts.filter(({ at }) => at < before);
  const going = old.filter(({ message_id }) => message_id === null).map(({ seq }) => seq);
  if (going.length > 0)
    await trx.deleteFrom('local_post').where('seq', 'in', oneOfNumbers(traits, going)).execute();
  const last = posts.at(-1);
  // They come in the order of time, but for a clock that was set.
  const isLast = posts.length < atOnce || old.length === 0 || last === undefined;
  return { gone: { posts: going.length }, ...(!isLast && { next: [last.seq] }) };
}

/** What an announcement channel did not publish by now is not published. */
export async function pruneCrossposts({ trx }: Work, { before }: Limits): Promise<Pruned> {
  await trx.deleteFrom('crosspost').where('asked_at', '<', before).execute();
  return { gone: {} };
}

/** They go when others come (`received.ts`); from a platform that is used no more none comes. */
export async function pruneEvents({ trx }: Work, { before }: Limits): Promise<Pruned> {
  await trx.deleteFrom('received').where('at', '<', before).execute();
  return { gone: {} };
}
