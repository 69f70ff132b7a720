/**
 * What was planned by a clock that has been set back since would wait until that clock's time comes again: an hour after
 * an hour, ten years after a moment in 2036. See `Store.turnBack`.
 */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { settleChannels } from './channel-turn.ts';
import type { Work } from './traits.ts';

const hour = 60 * 60_000;
/** No feed is left alone for longer (`watch/schedule.ts`): a day, and up to a tenth of it by chance. */
const longestPollMs = 26.4 * hour;
/** No platform that asks to be left alone is heeded for longer (`retry-after.ts`). */
const longestRestMs = 24 * hour;
/** `deliver/advance.ts`: what is paused is tried again by then. */
const longestPauseMs = 6 * hour;
/** `deliver/send.ts` */
const longestLeaseMs = 60_000;
/** Processes on one database have clocks that differ a little. */
const leastMs = 1000;
/**
 * Nobody knows when a message was first tried, if the clock told nothing then. So long ago no platform recognises it, it
 * is looked for in what was written since, and it has half of its day left.
 */
const unknownAgeMs = 12 * hour;

/** The present, and by how much less it is than what the clock has shown before; 0 = it is not, as far as anybody knows. */
interface Clock {
  readonly now: number;
  readonly setBackMs: number;
}

export async function turnBack(work: Work, now: number, knownMs: number): Promise<number> {
  const newestMs = (await newestNoted(work)) - now;
  const setBackMs = knownMs > 0 ? knownMs : newestMs > leastMs ? newestMs : 0;
  const clock = { now, setBackMs };
  const sources = await turnSources(work, clock);
  // In the order in which everybody holds them: workspaces, channels, messages.
  const channels = await turnChannels(work, clock);
  const messages = await turnMessages(work, clock, knownMs);
  const alerts = await turnAlerts(work, clock);
  if (setBackMs > 0 || channels + messages > 0) await settleLate(work, now);
  return sources + channels + messages + alerts;
}

/** The latest time that was noted as present where something was planned: all plans were made until then. */
async function newestNoted({ trx }: Work): Promise<number> {
  const step = await trx
    .selectFrom('delivery_log')
    .select('at')
    .where('seq', '=', newestStep(trx))
    .executeTakeFirst();
  const poll = await trx
    .selectFrom('source')
    .select((eb) => eb.fn.max('last_ok_at').as('at'))
    .where('kind', '=', 'feed')
    .where('removed', '=', 0)
    .executeTakeFirst();
  return Math.max(step?.at ?? 0, poll?.at ?? 0);
}

function newestStep(trx: Work['trx']) {
  return trx.selectFrom('delivery_log').select((eb) => eb.fn.max('seq').as('seq'));
}

async function turnSources({ trx }: Work, clock: Clock): Promise<number> {
  const turned = await trx
    .updateTable('source')
    .set({ next_poll_at: earlier('next_poll_at', longestPollMs, clock) })
    .where('kind', '=', 'feed')
    .where('removed', '=', 0)
    .where(isAhead('next_poll_at', longestPollMs, clock))
    .executeTakeFirst();
  for (const column of ['last_ok_at', 'last_new_at'] as const) {
    await trx
      .updateTable('source')
      .set({ [column]: clock.now })
      .where('kind', '=', 'feed')
      .where('removed', '=', 0)
      .where(column, '>', clock.now)
      .execute();
  }
  await trx
    .updateTable('source')
    .set({ read_at: clock.now })
    .where('kind', 'in', ['feed', 'inbox'])
    .where('read_at', '>', clock.now)
    .execute();
  return Number(turned.numUpdatedRows);
}

async function turnChannels({ trx, traits }: Work, clock: Clock): Promise<number> {
  const retry = { retry_at: earlier('retry_at', longestPauseMs, clock) };
  const workspaces = await trx
    .updateTable('workspace')
    .set(retry)
    .where(isAhead('retry_at', longestPauseMs, clock))
    .executeTakeFirst();
  const ahead = sql.join<SqlBool>(
    [
      isAhead('retry_at', longestPauseMs, clock),
      isAhead('next_send_at', longestRestMs, clock),
      isAhead('lease_until', longestLeaseMs, clock),
    ],
    sql` or `,
  );
  const held = await traits
    .hold(
      trx
        .selectFrom('channel')
        .select('id')
        .where(sql<SqlBool>`(${ahead})`)
        .orderBy('id'),
    )
    .execute();
  if (held.length === 0) return Number(workspaces.numUpdatedRows);
  const channels = await trx
    .updateTable('channel')
    .set({
      retry_at: ifAhead('retry_at', longestPauseMs, clock),
      next_send_at: ifAhead('next_send_at', longestRestMs, clock),
      lease_until: ifAhead('lease_until', longestLeaseMs, clock),
    })
    .where(sql<SqlBool>`(${ahead})`)
    .executeTakeFirst();
  return Number(workspaces.numUpdatedRows + channels.numUpdatedRows);
}

async function turnMessages({ trx }: Work, clock: Clock, knownMs: number): Promise<number> {
  const { now, setBackMs } = clock;
  const waiting = trx.selectFrom('message').select('id').where('turn', 'is not', null);
  const turned = await trx
    .updateTable('message')
    .set({ next_try_at: earlier('next_try_at', longestRestMs, clock) })
    .where('turn', 'is not', null)
    .where(isAhead('next_try_at', longestRestMs, clock))
    .executeTakeFirst();
  await trx
    .updateTable('message')
    .set({ first_try_at: knownMs > 0 ? firstTry(now, knownMs) : now - unknownAgeMs })
    .where('turn', 'is not', null)
    .where('first_try_at', '>', setBackMs > 0 ? 0 : now)
    .execute();
  // By these is known whether what was asked before may still take effect.
  await trx
    .updateTable('delivery_log')
    .set({ at: now })
    .where('message_id', 'in', waiting)
    .where('at', '>', now)
    .execute();
  await trx
    .updateTable('delivery_log')
    .set({ at: now })
    .where('seq', '=', newestStep(trx))
    .where('at', '>', now)
    .execute();
  return Number(turned.numUpdatedRows);
}

function firstTry(now: number, setBackMs: number): RawBuilder<number> {
  return sql`case when first_try_at - ${setBackMs} between ${now - longestRestMs} and ${now}
    then first_try_at - ${setBackMs} else ${now - unknownAgeMs} end`;
}

/** They are due when they are made, never later. */
async function turnAlerts({ trx }: Work, { now }: Clock): Promise<number> {
  const turned = [
    await trx.updateTable('alert').set({ due_at: now }).where('due_at', '>', now).executeTakeFirst(),
    await trx.updateTable('fan_out').set({ due_at: now }).where('due_at', '>', now).executeTakeFirst(),
  ];
  return turned.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0);
}

async function settleLate(work: Work, now: number): Promise<void> {
  const late = work.trx.selectFrom('channel').selectAll().where('due_at', '>', now).orderBy('id');
  await settleChannels(work, await work.traits.hold(late).execute());
}

type Planned = 'next_poll_at' | 'retry_at' | 'next_send_at' | 'lease_until' | 'next_try_at';

/** Whether it was planned by a clock that was set back: any plan, where it is known that it was. */
function isAhead(column: Planned, longestMs: number, { now, setBackMs }: Clock): RawBuilder<SqlBool> {
  return sql`${sql.ref(column)} > ${setBackMs > 0 ? now : now + longestMs}`;
}

/** As much earlier as the clock was set back; what would be further ahead than it may is due now. */
function earlier(column: Planned, longestMs: number, { now, setBackMs }: Clock): RawBuilder<number> {
  const at = sql`${sql.ref(column)} - ${setBackMs}`;
  return sql`case when ${at} between ${now} and ${now + longestMs} then ${at} else ${now} end`;
}

function ifAhead(column: Planned, longestMs: number, clock: Clock): RawBuilder<number> {
  return sql`case when ${isAhead(column, longestMs, clock)}
    then ${earlier(column, longestMs, clock)} else ${sql.ref(column)} end`;
}
