/** Matched: what an article rang for is kept in the transaction that notes the article as done. */
import type { Kysely, Insertable } from 'kysely';
import { allOf, type AsOne, asOneWith, holdStories } from './as-one.ts';
import { insertMany } from './insert-many.ts';
import type { KeptMatched } from './kept-alerts.ts';
import type { Tables } from './schema.ts';
import { oneOfNumbers, type Work } from './traits.ts';

export async function recordMatched(work: Work, matched: KeptMatched): Promise<void> {
  const { trx } = work;
  const { articleId, revision, storyId, parts, asOf = 0, now } = matched;
  // The story is held first: two of its articles may be matched at the same time.
  const asOne = await asOneWith(work, storyId);
  await holdStories(work, allOf(storyId, asOne));
  const article = await trx
    .selectFrom('article')
    .select(['audience', 'matched_rev'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (article === undefined || article.matched_rev >= revision) return;
  await trx.updateTable('article').set({ matched_rev: revision }).where('id', '=', articleId).execute();
  await ringAgain(work, matched, article.audience, asOne);
  const rows = parts.map(({ size, alerts }) => {
    return { article_id: articleId, as_of: asOf, due_at: now, size, alerts };
  });
  await insertMany(trx, rows, newParts);
}

function newParts(trx: Kysely<Tables>, rows: Array<Insertable<Tables['fan_out']>>) {
  return trx.insertInto('fan_out').values(rows);
}

/**
 * The story has changed: every channel that was alerted of it, and may see the article, gets to know. For whom it is one
 * with others, so have those.
 */
async function ringAgain(
  work: Work,
  { storyId, now }: KeptMatched,
  audience: number,
  asOne: AsOne,
): Promise<void> {
  await dueAgain(work, [storyId], audience, now);
  for (const [its, stories] of asOne) {
    const others = [...stories].filter((id) => id !== storyId);
    if (audience === 0 || its === audience) await dueAgain(work, others, its, now);
  }
}

/** @param audience 0: in all channels, else in those of this workspace */
async function dueAgain(
  { trx, traits }: Work,
  storyIds: readonly number[],
  audience: number,
  now: number,
): Promise<void> {
  await trx
    .updateTable('alert')
    .set((eb) => ({ due_no: eb('due_no', '+', 1), due_at: eb.fn.coalesce('due_at', eb.val(now)) }))
    .where('story_id', 'in', oneOfNumbers(traits, storyIds))
    .where('dropped', 'is', null)
    .$if(audience !== 0, (query) =>
      query.where((eb) =>
        // Not IN: a workspace may have tens of thousands of channels, and a story alerts in few of them.
        eb.exists(
          eb
            .selectFrom('channel')
            .select('channel.id')
            .whereRef('channel.id', '=', 'alert.channel_id')
            .where('workspace_id', '=', audience),
        ),
      ),
    )
    .execute();
}
