/**
 * One life of a bot that is kept busy: it takes up what the life before left, takes in report after report, and sends
 * their alerts to a platform outside. It ends when it has done its share, or is ended.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readSettings } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openBot } from '../../src/main.ts';
import { parseQuery } from '../../src/match/query.ts';
import { lockData } from '../../src/store/lock.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { realDisk } from '../../src/watch/disk.ts';
import { type CrashPoint, realWorld } from '../../src/world.ts';
import { openOutside, type Outside } from './outside.ts';
import { outsidePlatform } from './outside-platform.ts';
import { asked, reportNumbered } from './reports.ts';

export interface Order {
  /** Of the data. */
  readonly data: string;
  /** The file of what is known outside. */
  readonly outside: string;
  /** It ends when so many reports are accepted and all their alerts are sent; absent: never. */
  readonly reports?: number | undefined;
  /** Dies by SIGKILL when it gets to this point for the so manieth time. */
  readonly killAt?: { readonly point: CrashPoint; readonly time: number } | undefined;
}

const burst = 5;

/** @param onStart is told when the start is over */
export async function live(
  { data, outside: path, reports = Infinity, killAt }: Order,
  onStart?: () => void,
): Promise<void> {
  const outside = openOutside(path);
  const release = await lockData(data);
  const store = tellingStore(await sqliteStore(join(data, 'bellwire.db')), outside);
  let left = killAt?.time ?? 0;
  const bot = await openBot({
    settings: readSettings({ INBOX_DIR: join(data, 'inbox'), TIME_ZONE: 'UTC' }),
    store,
    disk: realDisk,
    log: silentLog,
    world: {
      ...realWorld,
      reach(point) {
        if (point === killAt?.point && (left -= 1) === 0) process.kill(process.pid, 'SIGKILL');
      },
    },
    platform: outsidePlatform(outside, () => setImmediate()),
  });
  await subscribeAll(store, outside);
  await bot.start();
  onStart?.();
  const first = 1 + outside.all.filter(({ kind }) => kind === 'accepted').length;
  for (let report = first; report <= reports; report += 1) {
    const { name, content } = reportNumbered(report);
    const bytes = Buffer.from(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const accepted = await bot.accept({ path: join(data, 'inbox', name), name, bytes, sha256 });
    if (accepted.kind === 'rejected') throw new Error(`${name}: ${accepted.reason}`);
    outside.tell({ kind: 'accepted', report });
    // In bursts: some reports wait side by side, others find the message they belong to already sent.
    if (report % burst === 0) await bot.settle();
  }
  await bot.settle();
  await bot.stop();
  await store.close();
  await release();
  outside.close();
}

/** What the store has promised to keep is told outside. */
function tellingStore(store: Store, outside: Outside): Store {
  return {
    ...store,
    deliveries: {
      ...store.deliveries,
      async record(marker, fence, recorded, now) {
        const ours = await store.deliveries.record(marker, fence, recorded, now);
        if (ours && recorded.kind === 'sent') outside.tell({ kind: 'sent', marker });
        return ours;
      },
    },
  };
}

/** Before anything comes in; in the workspace that every bot opens. */
async function subscribeAll({ workspaces, subscriptions }: Store, outside: Outside): Promise<void> {
  const workspace = await workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Bellwire',
    language: 'en',
    zone: 'UTC',
  });
  for (const [channel, topics] of asked) {
    if (outside.all.some((known) => known.kind === 'subscribed' && known.channel === channel)) continue;
    const { id: channelId } = await workspaces.openChannel(workspace.id, channel);
    const queries = topics.map((typed) => ({ query: parseQuery(typed).canonical, typed }));
    await subscriptions.add({ channelId, queries, createdBy: 'somebody', now: realWorld.now() });
    outside.tell({ kind: 'subscribed', channel });
  }
}
