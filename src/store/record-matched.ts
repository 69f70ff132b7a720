/** Matched: the alerts become due in the transaction that notes the article as done. */
import type { Insertable, Kysely } from 'kysely';
import type { Reason, Ring } from '../domain.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { dropped } from './dropped.ts';
import { insertMany } from './insert-many.ts';
import { type KeptMatched, withFurther } from './kept-alerts.ts';
import { toldAlready } from './told-already.ts';
import { oneOf, oneOfNumbers, type Work } from './traits.ts';
import { mutedIn } from './withdraw.ts';
import { fromJson } from './json.ts';

/** An alert that is to be made due, or its reasons added to the one that is there. */
interface Rung {
  readonly id: string;
  readonly channelId: number;
  /** JSON: `Reason[]`. */
  readonly reasons: string;
}

const whole = { first: true, last: true };

export async function recordMatched(work: Work, matched: KeptMatched): Promise<void> {
  const { trx, traits } = work;
  const { articleId, revision, storyId, part = whole, asOf = 0 } = matched;
  // The story is held first: two of its articles may be matched at the same time.
  await traits.hold(trx.selectFrom('story').select('id').where('id', '=', storyId)).execute();
  const article = await trx
    .selectFrom('article')
    .select(['audience', 'keys', 'matched_rev', 'rings'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (article === undefined || article.matched_rev >= revision) return;
  if (part.last)
    await trx.updateTable('article').set({ matched_rev: revision }).where('id', '=', articleId).execute();
  if (part.first) {
    await keepSummary(work, matched, article.audience);
    await ringAgain(work, matched, article.audience);
  }
  const standing = await onlyStanding(work, rungOf(matched), asOf);
  const alerts = await onlyRinging(work, fromJson<Ring[]>(article.rings), standing);
  await ring(work, matched, alerts, article);
}

function rungOf({ ids, channelIds, reasons }: KeptMatched): readonly Rung[] {
  return ids.map((id, at) => ({ id, channelId: channelIds[at] ?? 0, reasons: reasons[at] ?? '[]' }));
}

async function keepSummary(
  { trx }: Work,
  { storyId, articleId, summary }: KeptMatched,
  audience: number,
): Promise<void> {
  if (summary === undefined) return;
  await trx
    .insertInto('summary')
    .values({ story_id: storyId, audience, article_id: articleId, ...summary })
    // The story keeps its summary, until the very article it was made from says something else.
    .onConflict((conflict) =>
      conflict
        .columns(['story_id', 'audience'])
        .doUpdateSet(summary)
        .where('summary.article_id', '=', articleId),
    )
    .execute();
}

/** The story has changed: every channel that was alerted of it, and may see the article, gets to know. */
async function ringAgain({ trx }: Work, { storyId, now }: KeptMatched, audience: number): Promise<void> {
  await trx
    .updateTable('alert')
    .set((eb) => ({ due_no: eb('due_no', '+', 1), due_at: eb.fn.coalesce('due_at', eb.val(now)) }))
    .where('story_id', '=', storyId)
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

/** Somebody may have unsubscribed since it was matched. */
async function onlyStanding({ trx }: Work, alerts: readonly Rung[], asOf: number): Promise<readonly Rung[]> {
  if (alerts.length === 0) return alerts;
  const rows = await trx
    .selectFrom('subscription')
    .select('id')
    .where('change_no', '>', asOf)
    .where('removed_at', 'is not', null)
    .execute();
  if (rows.length === 0) return alerts;
  const ended = new Set(rows.map(({ id }) => id));
  return alerts.flatMap((alert) => {
    const reasons = fromJson<Reason[]>(alert.reasons);
    const left = reasons.filter(({ subscriptionId }) => !ended.has(subscriptionId));
    if (left.length === reasons.length) return [alert];
    return left.length === 0 ? [] : [{ ...alert, reasons: JSON.stringify(left) }];
  });
}

/** What is private, or was brought privately, rings in its own workspace, whoever asks for more. */
async function onlyRinging(
  { trx, traits }: Work,
  rings: readonly Ring[],
  alerts: readonly Rung[],
): Promise<readonly Rung[]> {
  const audiences = rings.map(({ audience }) => audience);
  if (alerts.length === 0 || audiences.includes(0)) return alerts;
  if (audiences.length === 0) return [];
  const channelIds = oneOfNumbers(
    traits,
    alerts.map(({ channelId }) => channelId),
  );
  const rows = await trx
    .selectFrom('channel')
    .select('id')
    .where('id', 'in', channelIds)
    .where('workspace_id', 'in', audiences)
    .execute();
  const ringing = new Set(rows.map(({ id }) => id));
  return alerts.filter(({ channelId }) => ringing.has(channelId));
}

/**
 * A channel has one alert for a story: the first to ring makes it, what rings later adds its reasons. So does what
 * rings under the id of an alert of another story: to anybody outside of this database it is the same one.
 */
async function ring(
  work: Work,
  { storyId, articleId, now }: KeptMatched,
  alerts: readonly Rung[],
  article: Pick<ArticleRow, 'audience' | 'keys'>,
): Promise<void> {
  if (alerts.length === 0) return;
  const there = await alertsOf(
    work,
    storyId,
    alerts.map(({ channelId }) => channelId),
  );
  const muted = await mutedIn(work.trx, storyId);
  for (const { channelId, reasons } of alerts) {
    const alert = there.get(channelId);
    if (alert === undefined) continue;
    if (alert.dropped !== dropped.unsubscribed) await addReasons(work, alert, reasons);
    else if (!muted.has(channelId)) await wantAgain(work, alert, reasons, now);
  }
  const first = alerts.filter(({ channelId }) => !there.has(channelId));
  const told =
    article.audience === 0 ? await toldAlready(work, fromJson<string[]>(article.keys)) : new Set<number>();
  const rows = first.map(({ id, channelId, reasons }) => ({
    id,
    channel_id: channelId,
    story_id: storyId,
    n: 0,
    article_id: articleId,
    reasons,
    due_no: 1,
    placed_no: 0,
    ...dueUnless(
      muted.has(channelId) ? dropped.muted : told.has(channelId) ? dropped.ownCopy : undefined,
      now,
    ),
  }));
  const inserted = await insertMany(work.trx, rows, newAlerts);
  if (inserted < rows.length) await ringNamesakes(work, storyId, first, now);
}

/** Those of another story are passed over. */
function newAlerts(trx: Kysely<Tables>, rows: Array<Insertable<Tables['alert']>>) {
  return trx
    .insertInto('alert')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing());
}

async function ringNamesakes(
  work: Work,
  storyId: number,
  alerts: readonly Rung[],
  now: number,
): Promise<void> {
  const namesakes = await alertsNamed(
    work,
    storyId,
    alerts.map(({ id }) => id),
  );
  for (const { id, reasons } of alerts) {
    const alert = namesakes.get(id);
    if (alert !== undefined && (await addReasons(work, alert, reasons))) await makeDue(work, id, now);
  }
}

function dueUnless(why: string | undefined, now: number) {
  return why === undefined ? { due_at: now, dropped: null } : { due_at: null, dropped: why };
}

/** Those who had it dropped have ended their subscriptions; somebody has begun another one. */
async function wantAgain({ trx }: Work, { id }: AlertThere, reasons: string, now: number): Promise<void> {
  await trx
    .updateTable('alert')
    .set((eb) => ({ reasons, dropped: null, due_no: eb('due_no', '+', 1), due_at: now }))
    .where('id', '=', id)
    .execute();
}

interface AlertThere {
  readonly id: string;
  readonly reasons: string;
  readonly dropped: string | null;
}

/** By channel. */
async function alertsOf(
  { trx, traits }: Work,
  storyId: number,
  channelIds: readonly number[],
): Promise<ReadonlyMap<number, AlertThere>> {
  const rows = await trx
    .selectFrom('alert')
    .select(['id', 'channel_id', 'reasons', 'dropped'])
    .where('story_id', '=', storyId)
    .where('channel_id', 'in', oneOfNumbers(traits, channelIds))
    .where('n', '=', 0)
    .execute();
  return new Map(rows.map((row) => [row.channel_id, row]));
}

/** By id, of other stories. */
async function alertsNamed(
  { trx, traits }: Work,
  storyId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AlertThere>> {
  const rows = await trx
    .selectFrom('alert')
    .select(['id', 'reasons', 'dropped'])
    .where('id', 'in', oneOf(traits, ids))
    .where('story_id', '<>', storyId)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** @returns whether there was something new among them. */
async function addReasons({ trx }: Work, alert: AlertThere, further: string): Promise<boolean> {
  const all = withFurther(fromJson<Reason[]>(alert.reasons), fromJson<Reason[]>(further));
  const reasons = JSON.stringify(all);
  if (reasons === alert.reasons) return false;
  await trx.updateTable('alert').set({ reasons }).where('id', '=', alert.id).execute();
  return true;
}

async function makeDue({ trx }: Work, id: string, now: number): Promise<void> {
  await trx
    .updateTable('alert')
    .set((eb) => ({ due_no: eb('due_no', '+', 1), due_at: eb.fn.coalesce('due_at', eb.val(now)) }))
    .where('id', '=', id)
    .where('dropped', 'is', null)
    .execute();
}
