/** What an article rang for becomes alerts: one for each channel, in the order in which articles were matched. */
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Reason, Ring } from '../domain.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { allOf, type AsOne, asOneWith, holdStories } from './as-one.ts';
import { holdChannels } from './channel-turn.ts';
import { dropped } from './dropped.ts';
import { insertMany } from './insert-many.ts';
import { alertsOfPart, withFurther } from './kept-alerts.ts';
import { formerAlerts } from './former-alerts.ts';
import { toldAlready } from './told-already.ts';
import { oneOf, oneOfNumbers, type Work } from './traits.ts';
import { wantedByNobody } from './wanted.ts';
import { mutedIn } from './withdraw.ts';
import { fromJson } from './json.ts';

/** An alert that is to be made due, or its reasons added to the one that is there. */
interface Rung {
  readonly id: string;
  readonly channelId: number;
  /** JSON: `Reason[]`. */
  readonly reasons: string;
}

type Part = Selectable<Tables['fan_out']>;

export async function fanOut(work: Work, no: number): Promise<void> {
  const { trx, traits } = work;
  const part = await traits
    .hold(trx.selectFrom('fan_out').selectAll().where('no', '=', no))
    .executeTakeFirst();
  if (part === undefined) return;
  const article = await trx
    .selectFrom('article')
    .select(['audience', 'keys', 'rings', 'story_id', 'title', 'text', 'content_hash'])
    .where('id', '=', part.article_id)
    .executeTakeFirstOrThrow(() => new Error(`there is no article ${part.article_id}`));
  // Two articles of a story, or of stories that are one for somebody, may be fanned out at the same time.
  const asOne = await asOneWith(work, article.story_id);
  await holdStories(work, allOf(article.story_id, asOne));
  const rung = rungOf(part);
  // Whoever mutes the story or unsubscribes holds the channel too: what they did before this is seen, and what they do
  // after it sees these alerts.
  await holdChannels(
    work,
    rung.map(({ channelId }) => channelId),
  );
  const standing = await onlyStanding(work, rung, part.as_of);
  const alerts = await onlyRinging(work, fromJson<Ring[]>(article.rings), standing);
  await ring(work, part, alerts, article, asOne);
  await trx.deleteFrom('fan_out').where('no', '=', no).execute();
}

function rungOf({ alerts }: Part): readonly Rung[] {
  return alertsOfPart(alerts).map(({ id, channelId, reasons }) => {
    return { id, channelId, reasons: JSON.stringify(withFurther([], reasons)) };
  });
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
 * A channel has one alert for a story, or for all that are one for its workspace: the first to ring makes it, what rings
 * later adds its reasons. So does what rings under the id of an alert of another story: to anybody outside of this
 * database it is the same one. What rang so long ago that its alert is not kept any more rings no more.
 */
async function ring(
  work: Work,
  { article_id: articleId, due_at: now }: Part,
  alerts: readonly Rung[],
  article: Pick<ArticleRow, 'audience' | 'keys' | 'story_id' | 'title' | 'text' | 'content_hash'>,
  asOne: AsOne,
): Promise<void> {
  if (alerts.length === 0) return;
  const storyId = article.story_id;
  const channelIds = alerts.map(({ channelId }) => channelId);
  const all = [
    ...(await alertsOf(work, storyId, channelIds)),
    ...(await alertsOfOthers(work, storyId, asOne, channelIds)),
  ];
  const muted = await mutedIn(work, storyId);
  const ended = await wantedByNobody(
    work,
    all.filter((alert) => alert.dropped === null),
  );
  const isWanted = ({ id, dropped: why }: AlertThere) => why !== dropped.unsubscribed && !ended.has(id);
  // What rang before the stories became one may have made several: one that is told goes first, the story's own before others.
  const there = new Map(
    [...Map.groupBy(all, ({ channel_id: channelId }) => channelId)].map(([channelId, its]) => [
      channelId,
      its.find((alert) => alert.dropped === null && isWanted(alert)) ?? its.find(isWanted) ?? its[0],
    ]),
  );
  for (const { channelId, reasons } of alerts) {
    const alert = there.get(channelId);
    if (alert === undefined) continue;
    if (isWanted(alert)) await tellReasons(work, alert, reasons, now);
    else if (!muted.has(channelId)) await wantAgain(work, alert, reasons, now);
  }
  const untold = alerts.filter(({ channelId }) => !there.has(channelId));
  const former = await formerAlerts(
    work,
    untold.map(({ id }) => id),
  );
  const first = untold.filter(({ id }) => !former.has(id));
  const told = article.audience === 0 ? await toldAlready(work, article, now) : new Set<number>();
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
    if (alert !== undefined) await tellReasons(work, alert, reasons, now);
  }
}

function dueUnless(why: string | undefined, now: number) {
  return why === undefined ? { due_at: now, dropped: null } : { due_at: null, dropped: why };
}

/** Those for whom it rang have ended their subscriptions; somebody has begun another one. */
async function wantAgain({ trx }: Work, { id }: AlertThere, reasons: string, now: number): Promise<void> {
  await trx
    .updateTable('alert')
    .set((eb) => ({ reasons, dropped: null, due_no: eb('due_no', '+', 1), due_at: now }))
    .where('id', '=', id)
    .execute();
}

interface AlertThere {
  readonly id: string;
  readonly channel_id: number;
  readonly reasons: string;
  readonly dropped: string | null;
}

async function alertsOf(
  { trx, traits }: Work,
  storyId: number,
  channelIds: readonly number[],
): Promise<readonly AlertThere[]> {
  return trx
    .selectFrom('alert')
    .select(['id', 'channel_id', 'reasons', 'dropped'])
    .where('story_id', '=', storyId)
    .where('channel_id', 'in', oneOfNumbers(traits, channelIds))
    .where('n', '=', 0)
    .execute();
}

/** Of the stories that are one with it for the workspace of the channel. */
async function alertsOfOthers(
  { trx, traits }: Work,
  storyId: number,
  asOne: AsOne,
  channelIds: readonly number[],
): Promise<readonly AlertThere[]> {
  if (asOne.size === 0) return [];
  const others = allOf(storyId, asOne).filter((id) => id !== storyId);
  const rows = await trx
    .selectFrom('alert')
    .innerJoin('channel', 'channel.id', 'alert.channel_id')
    .select(['alert.id', 'article_id', 'channel_id', 'story_id', 'workspace_id', 'reasons', 'dropped'])
    .where('story_id', 'in', oneOfNumbers(traits, others))
    .where('channel_id', 'in', oneOfNumbers(traits, channelIds))
    .where('n', '=', 0)
    .execute();
  return rows
    .filter((row) => asOne.get(row.workspace_id)?.has(row.story_id))
    .toSorted((a, b) => a.article_id - b.article_id);
}

/** By id, of other stories. */
async function alertsNamed(
  { trx, traits }: Work,
  storyId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AlertThere>> {
  const rows = await trx
    .selectFrom('alert')
    .select(['id', 'channel_id', 'reasons', 'dropped'])
    .where('id', 'in', oneOf(traits, ids))
    .where('story_id', '<>', storyId)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** It is due again if there is something new among them. */
async function tellReasons({ trx }: Work, alert: AlertThere, further: string, now: number): Promise<void> {
  const all = withFurther(fromJson<Reason[]>(alert.reasons), fromJson<Reason[]>(further));
  const reasons = JSON.stringify(all);
  if (reasons === alert.reasons) return;
  await trx.updateTable('alert').set({ reasons }).where('id', '=', alert.id).execute();
  await trx
    .updateTable('alert')
    .set((eb) => ({ due_no: eb('due_no', '+', 1), due_at: eb.fn.coalesce('due_at', eb.val(now)) }))
    .where('id', '=', alert.id)
    .where('dropped', 'is', null)
    .execute();
}
