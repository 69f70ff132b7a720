import type { Selectable, Updateable } from 'kysely';
import type { Source } from '../domain.ts';
import type { Tables } from './schema.ts';
import type { Poll, Sources } from './store.ts';
import { transact, type Database, type Work } from './traits.ts';

type SourceRow = Selectable<Tables['source']>;

export function sources(database: Database): Sources {
  const { db } = database;
  return {
    open: (source) => transact(database, (work) => open(work, source)),

    async list(workspaceId) {
      const rows = await db
        .selectFrom('source')
        .selectAll()
        .where('audience', 'in', [0, workspaceId])
        .where('removed', '=', 0)
        .orderBy('id')
        .execute();
      return rows.map(sourceOf);
    },

    async due(now, limit) {
      const rows = await db
        .selectFrom('source')
        .selectAll()
        .where('kind', '=', 'feed')
        .where('removed', '=', 0)
        .where('next_poll_at', '<=', now)
        .orderBy('next_poll_at')
        .limit(limit)
        .execute();
      return rows.map(sourceOf);
    },

    recordPoll: (id, poll, now, nextPollAt) =>
      transact(database, async ({ trx, traits }) => {
        const row = await traits
          .hold(trx.selectFrom('source').selectAll().where('id', '=', id))
          .executeTakeFirst();
        if (row === undefined) return;
        const changes = { ...changesBy(poll, row, now), next_poll_at: nextPollAt };
        await trx.updateTable('source').set(changes).where('id', '=', id).execute();
        await move({ trx, traits }, row, poll);
      }),

    async noteRead(id, now) {
      await db.updateTable('source').set({ read_at: now }).where('id', '=', id).execute();
    },

    async remove(id) {
      await db.updateTable('source').set({ removed: 1 }).where('id', '=', id).execute();
    },
  };
}

async function open(work: Work, asked: Parameters<Sources['open']>[0]): Promise<Source> {
  const row = (await find(work, asked)) ?? (await make(work, asked));
  const changes = {
    ...(row.interval_ms !== asked.intervalMs && { interval_ms: asked.intervalMs }),
    ...(row.removed !== 0 && asked.byPerson === true && back),
  };
  if (Object.keys(changes).length === 0) return sourceOf(row);
  await work.trx.updateTable('source').set(changes).where('id', '=', row.id).execute();
  return sourceOf({ ...row, ...changes });
}

/**
 * A source that comes back. It is looked at soon: whoever brings it wants to see it work, whatever it waited for when
 * it was removed. What it has published since is no news: all of it is asked for again, and kept in silence.
 */
const back = { removed: 0, next_poll_at: 0, baseline_at: null, etag: null, last_modified: null };

type Address = Pick<Source, 'audience' | 'kind' | 'url'>;

async function find(work: Work, { audience, kind, url }: Address): Promise<SourceRow | undefined> {
  const { trx, traits } = work;
  const there = trx
    .selectFrom('source')
    .selectAll()
    .where('audience', '=', audience)
    .where('kind', '=', kind)
    .where('url', '=', url);
  const moved = trx
    .selectFrom('source')
    .selectAll()
    .where('id', '=', (eb) =>
      eb
        .selectFrom('source_former_url')
        .select('source_id')
        .where('source_former_url.audience', '=', audience)
        .where('source_former_url.kind', '=', kind)
        .where('source_former_url.url', '=', url),
    );
  return (await traits.hold(there).executeTakeFirst()) ?? traits.hold(moved).executeTakeFirst();
}

async function make(work: Work, asked: Parameters<Sources['open']>[0]): Promise<SourceRow> {
  const { audience, kind, url, title, intervalMs } = asked;
  await work.trx
    .insertInto('source')
    .values({ audience, kind, url, title, next_poll_at: 0, interval_ms: intervalMs, fails: 0, removed: 0 })
    // Another process may have been faster.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await find(work, asked);
  if (row === undefined) throw new Error('a source that was just made is not there');
  return row;
}

function changesBy(poll: Poll, row: SourceRow, now: number): Updateable<Tables['source']> {
  switch (poll.kind) {
    case 'ok':
      return {
        title: poll.title ?? row.title,
        language: poll.language ?? row.language,
        baseline_at: row.baseline_at ?? now,
        last_new_at: poll.gaveNew ? now : row.last_new_at,
        // Of a folder each file is a look of its own: `noteRead` tells when all were seen.
        ...(row.kind === 'feed' && { read_at: now }),
        ...(poll.error === undefined
          ? { etag: poll.etag ?? null, last_modified: poll.lastModified ?? null, last_ok_at: now, fails: 0 }
          : // Its server answers: however often this is, the next look that fails is the first of its kind.
            { fails: 1 }),
        error: poll.error ?? null,
      };
    case 'unchanged':
      return { last_ok_at: now, fails: 0, error: null };
    case 'failed':
      return { fails: row.fails + 1, error: poll.error };
  }
}

/**
 * A feed that moved to where another one of ours already is stays where it was: there cannot be two of one URL. One that
 * was removed gives way, with its former URLs.
 */
async function move({ trx }: Work, row: SourceRow, poll: Poll): Promise<void> {
  if (poll.kind !== 'ok' || poll.url === undefined || poll.url === row.url) return;
  const { id, audience, kind } = row;
  const taken = await trx
    .selectFrom('source')
    .select('id')
    .where('audience', '=', audience)
    .where('kind', '=', kind)
    .where('url', '=', poll.url)
    .executeTakeFirst();
  if (taken !== undefined && !(await giveWay(trx, taken.id, poll.url, id))) return;
  await trx.updateTable('source').set({ url: poll.url }).where('id', '=', id).execute();
  const { numUpdatedRows } = await trx
    .updateTable('source_former_url')
    .set({ source_id: id })
    .where('audience', '=', audience)
    .where('kind', '=', kind)
    .where('url', '=', row.url)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await trx
    .insertInto('source_former_url')
    .values({ audience, kind, url: row.url, source_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What comes after "#" is part of no feed's address: nothing is ever looked for there. */
async function giveWay(trx: Work['trx'], removedId: number, url: string, toId: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('source')
    .set({ url: `${url}#${removedId}` })
    .where('id', '=', removedId)
    // Somebody may be bringing it back.
    .where('removed', '=', 1)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await trx
    .updateTable('source_former_url')
    .set({ source_id: toId })
    .where('source_id', '=', removedId)
    .execute();
  return true;
}

function sourceOf(row: SourceRow): Source {
  const { id, audience, kind, url, title, fails } = row;
  return {
    id,
    audience,
    kind,
    url,
    title,
    language: row.language ?? undefined,
    zone: row.zone ?? undefined,
    etag: row.etag ?? undefined,
    lastModified: row.last_modified ?? undefined,
    nextPollAt: row.next_poll_at,
    intervalMs: row.interval_ms,
    baselineAt: row.baseline_at ?? undefined,
    fails,
    error: row.error ?? undefined,
    lastOkAt: row.last_ok_at ?? undefined,
    lastNewAt: row.last_new_at ?? undefined,
    readAt: row.read_at ?? undefined,
  };
}
