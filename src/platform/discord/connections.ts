/**
 * Before each connection of a client: whether it may be made, and when. discord.js alone connects again half a second
 * after every break, for hours. And it cannot be told to stop while it waits to do so: a client that is over would come
 * back, act a second time on whatever people do, and keep the process alive.
 */
import { GatewayCloseCodes, SimpleShardingStrategy } from 'discord.js';
import { fullJitterMs } from '../../backoff.ts';
import { reasonOf } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { ShardManager } from './dispatches.ts';

export interface Connections {
  /** For discord.js: how a client runs its shards. */
  readonly buildStrategy: (manager: ShardManager) => SimpleShardingStrategy;
  /** No connection is made any more. */
  readonly end: () => void;
}

/** What it says of its shards, by names that discord.js does not hand on. */
interface SaysOfShards {
  on(event: 'closed', listener: (of: { readonly code: number; readonly shardId: number }) => void): void;
  on(event: 'error', listener: (of: { readonly error: Error; readonly shardId: number }) => void): void;
  on(event: 'ready' | 'resumed', listener: (of: { readonly shardId: number }) => void): void;
}

export interface Waiting {
  readonly shard: number;
  readonly waitMs: number;
  /** How many broke since one was ready. */
  readonly times: number;
  /** Why the last one broke, or did not come about. */
  readonly reason: string;
}

/** Most breaks are healed by the first of them. */
const atOnce = 2;
const backOff = { baseMs: 1000, capMs: 30_000 };

export function createConnections(
  { random, after }: Pick<World, 'random' | 'after'>,
  onWait: (waiting: Waiting) => void,
): Connections {
  /** Connections that broke since the shard was last ready; absent: none, or the next one is under way. */
  const broken = new Map<number, { times: number; reason: string; asked: boolean }>();
  let isOver = false;
  return {
    buildStrategy,
    end() {
      isOver = true;
    },
  };

  function buildStrategy(manager: ShardManager): SimpleShardingStrategy {
    const of = (shard: number) =>
      broken.getOrInsertComputed(shard, () => ({ times: 0, reason: '', asked: true }));
    const shards = manager as unknown as SaysOfShards;
    shards.on('error', ({ error, shardId }) => void (of(shardId).reason = reasonOf(error)));
    shards.on('closed', ({ code, shardId }) => {
      const breaks = of(shardId);
      breaks.times += 1;
      breaks.asked = false;
      // Where there was no connection at all the error says more.
      if (code !== noConnection || breaks.reason === '') breaks.reason = closedWith(code);
    });
    shards.on('ready', ({ shardId }) => void broken.delete(shardId));
    shards.on('resumed', ({ shardId }) => void broken.delete(shardId));

    // discord.js asks what it may resume before each connection, and now and then while one stands.
    const { options } = manager;
    const toResume = options.retrieveSessionInfo.bind(options);
    options.retrieveSessionInfo = async (shard) => {
      await turn(shard);
      return toResume(shard);
    };
    return new SimpleShardingStrategy(manager);
  }

  async function turn(shard: number): Promise<void> {
    const breaks = broken.get(shard);
    if (breaks?.asked === false) {
      breaks.asked = true;
      const waitMs = breaks.times <= atOnce ? 0 : fullJitterMs(breaks.times - atOnce, random, backOff);
      if (waitMs > 0 && !isOver) {
        onWait({ shard, waitMs, times: breaks.times, reason: breaks.reason });
        await new Promise<void>((passed) => void after(waitMs, passed));
      }
    }
    if (isOver) await new Promise<never>(() => {});
  }
}

const noConnection = 1006;

export function closedWith(code: number): string {
  return `closed with ${code} (${GatewayCloseCodes[code] ?? 'unknown'})`;
}
