/**
 * A story that is over, and of which nothing waits, lets go of its alerts with their messages, then of its texts. Alerts
 * come first: while they are there they may want their article's words. Their ids stay for ever, so that whatever brings
 * the story back does not ring again.
 */
import { sql } from 'kysely';
import { allOf, asOneWith } from './as-one.ts';
import { holdChannels } from './channel-turn.ts';
import type { Limits, PruneCursor, Pruned } from './port/retention.ts';
import { dropForgotten } from './prune-keys.ts';
import { oneOf, oneOfNumbers, type Work } from './traits.ts';

/** One transaction's. */
const articlesAtOnce = 25;
const alertsAtOnce = 150;

interface Place {
  readonly textAt: number;
  readonly articleId: number;
  /** Of this article's story: the channels up to this one are done; absent: the whole story is. */
  readonly channelId?: number | undefined;
}

export async function pruneStories(work: Work, { before }: Limits, after: PruneCursor = []): Promise<Pruned> {
  const [textAt = -Infinity, articleId = 0, channelId] = after;
  const old = await oldArticles(work, before, { textAt, articleId, channelId });
  const stay = await storiesThatStay(work, [...new Set(old.map(({ story_id }) => story_id))], before);
  const gone = { texts: 0, alerts: 0, articles: 0, stories: 0 };
  const over: number[] = [];
  const seen = new Set<number>();
  let next: PruneCursor | undefined = old.length < articlesAtOnce ? undefined : placeBehind(old.at(-1));
  let left = alertsAtOnce;
  for (const [at, { id, text_at, story_id: storyId }] of old.entries()) {
    if (stay.has(storyId) || seen.has(storyId)) continue;
    if (left <= 0) {
      next = [text_at ?? 0, id, 0];
      break;
    }
    seen.add(storyId);
    const page = await dropAlerts(work, storyId, before, at === 0 ? channelId : undefined, left);
    gone.alerts += page.dropped;
    left -= page.looked;
    if (page.upTo !== undefined) {
      next = [text_at ?? 0, id, page.upTo];
      break;
    }
    over.push(storyId);
  }
  const dropped = await dropTexts(work, over);
  return { gone: { ...gone, ...dropped }, next };
}

function placeBehind(
  last: { readonly id: number; readonly text_at: number | null } | undefined,
): PruneCursor {
  return last === undefined ? [] : [last.text_at ?? 0, last.id];
}

function oldArticles({ trx }: Work, before: number, { textAt, articleId, channelId }: Place) {
  return trx
    .selectFrom('article')
    .select(['id', 'text_at', 'story_id'])
    .where('text_at', '<', before)
    .$if(articleId > 0, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('text_at', 'id'),
          channelId === undefined ? '>' : '>=',
          eb.tuple(eb.val(textAt), eb.val(articleId)),
        ),
      ),
    )
    .orderBy('text_at')
    .orderBy('id')
    .limit(articlesAtOnce)
    .execute();
}

/** Something in them is young or waits to be matched or fanned out, or a story that follows them is still told. */
async function storiesThatStay(
  { trx, traits }: Work,
  storyIds: readonly number[],
  before: number,
): Promise<ReadonlySet<number>> {
  const kin = new Map<number, readonly number[]>();
  for (const id of storyIds) kin.set(id, allOf(id, await asOneWith({ trx, traits }, id)));
  const these = oneOfNumbers(traits, [...new Set([...kin.values()].flat())]);
  // Whoever matches or fans out one of its articles holds it.
  await traits.hold(trx.selectFrom('story').select('id').where('id', 'in', these).orderBy('id')).execute();
  const lively = await trx
    .selectFrom('article')
    .select('story_id')
    .where('story_id', 'in', these)
    .where((eb) =>
      eb.or([
        eb('text_at', '>=', before),
        eb('matched_rev', '<', eb.ref('revision')),
        eb.exists(
          eb.selectFrom('fan_out').select('no').whereRef('fan_out.article_id', '=', 'article.id').limit(1),
        ),
      ]),
    )
    .execute();
  const followed = await trx
    .selectFrom('story')
    .innerJoin('article', 'article.story_id', 'story.id')
    .select('follows as story_id')
    .where('follows', 'in', these)
    .where('text_at', 'is not', null)
    .execute();
  const living = new Set([...lively, ...followed].map(({ story_id }) => story_id ?? 0));
  return new Set(storyIds.filter((id) => kin.get(id)?.some((one) => living.has(one))));
}

/**
 * Those that nobody waits for: not due, and what became of their message has been settled for long.
 * @returns `upTo`: the channel up to which they were looked at, if not all were or one has to stay
 */
async function dropAlerts(
  work: Work,
  storyId: number,
  before: number,
  afterChannel: number = 0,
  most: number,
): Promise<{ readonly looked: number; readonly dropped: number; readonly upTo?: number | undefined }> {
  const { trx, traits } = work;
  const page = await trx
    .selectFrom('alert')
    .select(['id', 'channel_id'])
    .where('story_id', '=', storyId)
    .where('channel_id', '>', afterChannel)
    .orderBy('channel_id')
    .limit(most)
    .execute();
  await holdChannels(
    work,
    page.map(({ channel_id }) => channel_id),
  );
  const going = await trx
    .selectFrom('alert')
    .leftJoin('message', 'message.id', 'alert.id')
    .select('alert.id')
    .where(
      'alert.id',
      'in',
      oneOf(
        traits,
        page.map(({ id }) => id),
      ),
    )
    .where('alert.due_at', 'is', null)
    .where('turn', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery_log')
            .select('seq')
            .whereRef('message_id', '=', 'alert.id')
            .where('at', '>=', before),
        ),
      ),
    )
    .execute();
  const ids = oneOf(
    traits,
    going.map(({ id }) => id),
  );
  if (going.length > 0) {
    await dropMessages(work, ids);
    await sql`insert into former_alert (id) select id from alert where id in ${ids}
      on conflict do nothing`.execute(trx);
    await trx.deleteFrom('alert').where('id', 'in', ids).execute();
  }
  const last = page.at(-1)?.channel_id;
  return { looked: page.length, dropped: going.length, ...(page.length === most && { upTo: last }) };
}

export async function dropMessages({ trx }: Work, ids: ReturnType<typeof oneOf>): Promise<void> {
  await trx.deleteFrom('message_alert').where('message_id', 'in', ids).execute();
  await trx.deleteFrom('delivery_log').where('message_id', 'in', ids).execute();
  await trx.deleteFrom('message').where('id', 'in', ids).execute();
}

/** Of those of these stories that have no alert any more. */
async function dropTexts(work: Work, storyIds: readonly number[]) {
  const { trx, traits } = work;
  const forgotten = await trx
    .updateTable('article')
    .set({ text: '', text_at: null, tags: '[]', author: null, image: null, story_reason: null })
    .where('story_id', 'in', oneOfNumbers(traits, storyIds))
    .where('text_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('alert').select('id').whereRef('alert.story_id', '=', 'article.story_id').limit(1),
        ),
      ),
    )
    .returning(['article.id', 'article.story_id'])
    .execute();
  const ids = forgotten.map(({ id }) => id);
  if (ids.length === 0) return { texts: 0 };
  await traits.terms.remove(trx, ids);
  await trx.deleteFrom('article_revision').where('article_id', 'in', oneOfNumbers(traits, ids)).execute();
  await trx
    .updateTable('story')
    .set({ figures: '{"seen":[],"changes":[]}', sketch: '[]' })
    .where(
      'id',
      'in',
      oneOfNumbers(
        traits,
        forgotten.map(({ story_id }) => story_id),
      ),
    )
    .execute();
  return { texts: ids.length, ...(await dropForgotten(work, ids)) };
}
