import type { Kysely } from 'kysely';
import type { DeliveryOptions, Subscription } from '../domain.ts';
import { holdCounter, takeNumber } from './counter.ts';
import { fromJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { Subscriptions } from './store.ts';
import { transact, type Database, type Work } from './traits.ts';
import { dropUnwanted } from './withdraw.ts';

type SubscriptionRow = Awaited<ReturnType<ReturnType<typeof selectSubscriptions>['executeTakeFirstOrThrow']>>;

export function subscriptions(database: Database): Subscriptions {
  const { db } = database;
  return {
    add: (asked) => transact(database, (work) => add(work, asked)),
    remove: (id, now) => transact(database, (work) => remove(work, id, now)),

    async ofChannel(channelId) {
      const rows = await standing(db)
        .where('channel_id', '=', channelId)
        .orderBy('subscription.id')
        .execute();
      return rows.map(subscriptionOf);
    },

    changes: (since) => changes(db, since),
  };
}

async function add(
  work: Work,
  { channelId, queries, createdBy, delivery, now }: Parameters<Subscriptions['add']>[0],
): ReturnType<Subscriptions['add']> {
  const { trx } = work;
  // Undefined: nobody has said; null: as every other.
  const asked = delivery && (Object.keys(delivery).length === 0 ? null : JSON.stringify(delivery));
  // First of all: of two that add the same, the second one waits here and then finds what the first one made.
  await holdCounter(work, 'subscription');
  // No article is accepted until this is committed: every later one finds the subscriptions when it is matched.
  const newestArticle = await holdCounter(work, 'article');
  const added = [];
  for (const { query, typed } of queries) {
    const there = await standingFor(query);
    const kind = there === undefined ? 'added' : isChange(there) ? 'changed' : 'already';
    if (kind === 'added') await insert(query, typed);
    if (kind === 'changed') await change(there?.id ?? 0);
    const row = kind === 'already' ? there : await standingFor(query);
    if (row === undefined) throw new Error(`subscription to ${query} was made, but is not there`);
    added.push({ kind, subscription: subscriptionOf(row) } as const);
  }
  return added;

  function isChange(there: SubscriptionRow): boolean {
    return asked !== undefined && asked !== there.delivery;
  }

  async function change(id: number): Promise<void> {
    const change_no = await takeNumber(work, 'subscription');
    await trx
      .updateTable('subscription')
      .set({ delivery: asked ?? null, change_no })
      .where('id', '=', id)
      .execute();
  }

  function standingFor(query: string): Promise<SubscriptionRow | undefined> {
    return standing(trx).where('channel_id', '=', channelId).where('query', '=', query).executeTakeFirst();
  }

  async function insert(query: string, typed: string): Promise<void> {
    await trx
      .insertInto('subscription')
      .values({
        channel_id: channelId,
        query,
        typed,
        created_by: createdBy,
        created_at: now,
        since_article_id: newestArticle,
        delivery: asked ?? null,
        change_no: await takeNumber(work, 'subscription'),
      })
      .execute();
  }
}

async function remove(work: Work, id: number, now: number): Promise<boolean> {
  await holdCounter(work, 'subscription');
  const there = await standing(work.trx).where('subscription.id', '=', id).executeTakeFirst();
  if (there === undefined) return false;
  const change_no = await takeNumber(work, 'subscription');
  await work.trx
    .updateTable('subscription')
    .set({ removed_at: now, change_no })
    .where('id', '=', id)
    .execute();
  await dropUnwanted(work, there.channel_id, now);
  return true;
}

/** So many come from the database at once: some 10 ms of the main loop. */
const pageSize = 2000;

/** A page, so that neither the main loop nor the one connection stands still for long, nor all of them are there twice. */
async function changes(db: Kysely<Tables>, since: number): ReturnType<Subscriptions['changes']> {
  const page = await selectSubscriptions(db)
    .where('change_no', '>', since)
    .orderBy('change_no')
    .limit(pageSize)
    .execute();
  const added: Subscription[] = [];
  const removed: number[] = [];
  for (const row of page) {
    if (row.removed_at === null) added.push(subscriptionOf(row));
    else removed.push(row.id);
  }
  // Who starts from nothing has nothing to remove.
  return { changeNo: page.at(-1)?.change_no ?? since, added, removed: since === 0 ? [] : removed };
}

function selectSubscriptions(db: Kysely<Tables>) {
  return db
    .selectFrom('subscription')
    .innerJoin('channel', 'channel.id', 'subscription.channel_id')
    .innerJoin('workspace', 'workspace.id', 'channel.workspace_id')
    .select([
      'subscription.id',
      'channel_id',
      'workspace_id',
      'workspace.platform',
      'workspace.external_id as workspace_key',
      'channel.external_id as channel_key',
      'query',
      'typed',
      'created_by',
      'since_article_id',
      'change_no',
      'removed_at',
      'delivery',
    ]);
}

function standing(db: Kysely<Tables>) {
  return selectSubscriptions(db).where('removed_at', 'is', null);
}

function subscriptionOf(row: SubscriptionRow): Subscription {
  const { id, query, typed } = row;
  return {
    id,
    channelId: row.channel_id,
    workspaceId: row.workspace_id,
    channelKey: `${row.platform}/${row.workspace_key}/${row.channel_key}`,
    query,
    typed,
    createdBy: row.created_by,
    ...(row.delivery !== null && { delivery: fromJson<DeliveryOptions>(row.delivery) }),
    sinceArticleId: row.since_article_id,
  };
}
