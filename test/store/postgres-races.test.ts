/** Two processes on one PostgreSQL, one of them stopped in the middle of what it does. */
import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { postgresStore } from '../../src/store/postgres.ts';
import { until } from '../platform/until.ts';
import {
  acceptance,
  emptyPlace,
  lease,
  matched,
  messageAt,
  openSource,
  openWorkspace,
  pendingMessage,
  reason,
  sketchOfText,
  subscribe,
  type Town,
} from './given.ts';

const url = process.env['TEST_DATABASE_URL'] ?? '';
if (url === '')
  console.log('Skipped: two processes on PostgreSQL. Set TEST_DATABASE_URL=postgres://… to run them too.');

describe.runIf(url !== '')('a workspace is resumed while one of its channels gets its first work', () => {
  test('an alert that is being placed is due at once', async () => {
    const { town, second, admin } = await twoProcesses();
    const { store, channel, workspace } = town;
    await store.deliveries.pauseWorkspace(workspace.id, { now: 10, reason: 'revoked', retryAt: 99_000 });

    const gate = await stopBefore(admin, 'update', 'channel');
    const placing = pendingMessage(town, channel, 20);
    await until(() => gate.isReached());
    const resuming = second.deliveries.resumeWorkspace(workspace.id, 30);
    await until(async () => (await isOver(resuming)) || (await gate.waiting()) > 1);
    await gate.open();

    const id = await placing;
    await resuming;
    const { channel: leased } = await lease(store, 40);
    expect(leased).toMatchObject({ id: channel.id, status: 'ok' });
    expect(await store.deliveries.nextMessage(channel.id, 40)).toMatchObject({ id });
  });

  test('so is a dead message that somebody wants after all', async () => {
    const { town, second, admin } = await twoProcesses();
    const { store, channel, workspace } = town;
    const id = await pendingMessage(town, channel, 0);
    const { fence } = await lease(store, 1);
    await store.deliveries.startSending(id, fence, 1);
    await store.deliveries.record(id, fence, { kind: 'dead', reason: 'too strange' }, 2);
    await store.deliveries.releaseChannel(channel.id, fence, 2);
    await store.deliveries.pauseWorkspace(workspace.id, { now: 10, reason: 'revoked' });

    const gate = await stopBefore(admin, 'update', 'channel');
    const wanting = store.deliveries.resend(id, 20);
    await until(() => gate.isReached());
    const resuming = second.deliveries.resumeWorkspace(workspace.id, 30);
    await until(async () => (await isOver(resuming)) || (await gate.waiting()) > 1);
    await gate.open();

    await Promise.all([wanting, resuming]);
    expect((await lease(store, 40)).channel.id).toBe(channel.id);
    expect(await messageAt(store, id)).toMatchObject({ state: 'unknown' });
  });
});

describe.runIf(url !== '')('an article is fanned out while nobody wants it any more', () => {
  test('a story that is muted meanwhile does not ring', async () => {
    const { town, second } = await fannedOutWhile(({ second: { deliveries }, town: { channel }, storyId }) =>
      deliveries.muteStory({ channelId: channel.id, storyId, by: 'ann', now: 30 }),
    );
    expect(await town.store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
    expect(await second.deliveries.waitingFanOuts(10)).toEqual([]);
  });

  test('nor does what rang for a subscription that ends meanwhile', async () => {
    const { town, second } = await fannedOutWhile(({ second: { subscriptions }, subscriptionId }) =>
      subscriptions.remove(subscriptionId, 30),
    );
    expect(await town.store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
    expect(await second.deliveries.waitingFanOuts(10)).toEqual([]);
  });
});

describe.runIf(url !== '')('what a workspace was told privately is public', () => {
  test('two processes that alert of it at once make one alert', async () => {
    const { town, second, admin } = await twoProcesses();
    const { store, channel, source, workspace } = town;
    const own = await openSource(store, 'https://private.example/', workspace.id);
    for (const from of [own, source]) {
      const { article } = await store.articles.accept(acceptance(from, { sketched: sketchOfText(1) }));
      await store.articles.recordMatched(matched(article, [channel]));
    }
    const [first = 0, next = 0] = await store.deliveries.waitingFanOuts(2);

    const gate = await stopBefore(admin, 'insert', 'alert');
    const fanning = store.deliveries.fanOut(next);
    await until(() => gate.isReached());
    const beside = second.deliveries.fanOut(first);
    await until(async () => (await isOver(beside)) || (await gate.waiting()) > 1);
    await gate.open();
    await Promise.all([fanning, beside]);
    expect(await store.deliveries.dueAlerts(99_999, 10)).toHaveLength(1);
  });
});

type Fanned = Awaited<ReturnType<typeof twoProcesses>> & {
  readonly storyId: number;
  readonly subscriptionId: number;
};

/** The first process stops where it writes an alert, and goes on when what the second does is done, or waits for it. */
async function fannedOutWhile(act: (fanned: Fanned) => Promise<unknown>): Promise<Fanned> {
  const processes = await twoProcesses();
  const { store, channel, source } = processes.town;
  const { subscription } = await subscribe(store, channel, 'aws');
  const { article } = await store.articles.accept(acceptance(source));
  const { changeNo: asOf } = await store.subscriptions.changes(0);
  const rung = matched(article, [channel], { asOf });
  const reasons = [reason('AWS', subscription.id)];
  await store.articles.recordMatched({
    ...rung,
    alerts: rung.alerts.map((alert) => ({ ...alert, reasons })),
  });
  const [part] = await store.deliveries.waitingFanOuts(1);

  const gate = await stopBefore(processes.admin, 'insert', 'alert');
  const fanning = store.deliveries.fanOut(part ?? 0);
  await until(() => gate.isReached());
  const fanned = { ...processes, storyId: article.storyId, subscriptionId: subscription.id };
  const acting = act(fanned);
  await until(async () => (await isOver(acting)) || (await gate.waiting()) > 1);
  await gate.open();
  await Promise.all([fanning, acting]);
  return fanned;
}

/** A town in a schema of its own, a second store on it, and a connection of ours that sees both. */
async function twoProcesses(): Promise<{ town: Town; second: Town['store']; admin: Admin }> {
  const schema = `bellwire_test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(async () => {
    await client.query(`drop schema if exists ${schema} cascade`);
    await client.end();
  });
  const place = await emptyPlace(() => postgresStore(url, { schema }));
  const workspace = await openWorkspace(place.store, 'local');
  const channel = await place.store.workspaces.openChannel(workspace.id, 'news');
  const source = await openSource(place.store, 'https://a.example/feed');
  const town = { ...place, workspace, channel, source };
  return { town, second: await place.openAgain(), admin: { client, schema } };
}

interface Admin {
  readonly client: pg.Client;
  readonly schema: string;
}

/**
 * Whoever writes there waits in front of it, with everything that it has read before and holds.
 * @returns `waiting`: how many wait, for the gate or for each other
 */
async function stopBefore({ client, schema }: Admin, event: 'insert' | 'update', table: 'alert' | 'channel') {
  const lock = randomInt(1, 2 ** 31);
  await client.query(`
    create function ${schema}.stop() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock(${lock}); return new; end $$;
    create trigger stop before ${event} on ${schema}.${table}
      for each row execute function ${schema}.stop()`);
  await client.query(`select pg_advisory_lock(${lock})`);
  const count = async (query: string): Promise<number> =>
    (await client.query<{ count: string }>(query)).rows.map(({ count: found }) => Number(found))[0] ?? 0;
  const atGate = `select pid from pg_locks where locktype = 'advisory' and objid = ${lock} and not granted`;
  return {
    isReached: async () => (await count(`select count(*) from (${atGate}) as there`)) > 0,
    waiting: () =>
      count(
        `select count(*) from pg_stat_activity where pid in (${atGate}) or pg_blocking_pids(pid) && array(${atGate})`,
      ),
    async open() {
      await client.query(`select pg_advisory_unlock(${lock})`);
    },
  };
}

/** Whether it is so at this moment. */
function isOver(done: Promise<unknown>): Promise<boolean> {
  return Promise.race([done.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
}
