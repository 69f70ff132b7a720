import type { Kysely } from 'kysely';
import { turns, type Tables } from './schema.ts';
import type { Backlog } from './store.ts';

/** See `Store.backlog`. Every count walks over what waits, not over what is done. */
export async function backlog(db: Kysely<Tables>, now: number): Promise<Backlog> {
  return {
    due: { match: await toMatch(db), place: await toPlace(db), send: await toSend(db, now) },
    messages: await byTurn(db),
  };
}

function byTurn(db: Kysely<Tables>): Promise<Backlog['messages']> {
  const names = ['pending', 'sending', 'unknown', 'edit'] as const;
  return db
    .selectFrom('message')
    .select((eb) =>
      names.map((name) => eb.fn.countAll<number>().filterWhere('turn', '=', turns[name]).as(name)),
    )
    .where('turn', 'is not', null)
    .executeTakeFirstOrThrow();
}

async function toMatch(db: Kysely<Tables>) {
  const row = await db
    .selectFrom('article')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.min('accepted_at').as('oldest')])
    .whereRef('matched_rev', '<', 'revision')
    .executeTakeFirstOrThrow();
  return { rows: row.rows, oldestAt: row.oldest ?? undefined };
}

/** Alerts that wait for their message, and those that are still to be made. */
async function toPlace(db: Kysely<Tables>) {
  const made = await db
    .selectFrom('alert')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.min('due_at').as('oldest')])
    .where('due_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const toMake = await db
    .selectFrom('fan_out')
    .select((eb) => [eb.fn.sum<number | string | null>('size').as('rows'), eb.fn.min('due_at').as('oldest')])
    .executeTakeFirstOrThrow();
  const oldest = [made.oldest, toMake.oldest].filter((at) => at !== null);
  return {
    // PostgreSQL's sums are numeric, which come as strings.
    rows: made.rows + Number(toMake.rows ?? 0),
    oldestAt: oldest.length === 0 ? undefined : Math.min(...oldest),
  };
}

async function toSend(db: Kysely<Tables>, now: number) {
  const row = await db
    .selectFrom('channel')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.min('due_at').as('oldest')])
    .where('platform', 'in', ['local', 'slack', 'discord'])
    .where('due_at', '<=', now)
    .executeTakeFirstOrThrow();
  return { rows: row.rows, oldestAt: row.oldest ?? undefined };
}
