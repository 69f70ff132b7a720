/**
 * Virtual days of a whole bot, from its feeds to what people see on two platforms, from one seed: articles arrive and are
 * corrected, people come and go, requests are lost, late and refused, channels are closed and opened, the disk is full,
 * and the bot is killed between any two things it does. One seed is one run, to the byte of its trace.
 */
import Sqlite from 'better-sqlite3';
import type { Channel } from '../../src/domain.ts';
import { reasonOf } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import { parseQuery } from '../../src/match/query.ts';
import { createPipeline, type Pipeline } from '../../src/pipeline.ts';
import type { Store } from '../../src/store/store.ts';
import { readFeed } from '../../src/watch/read-feed.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { manualWorld, mondayMorning, seededRandom } from '../fakes/world.ts';
import { leaveCutOffEdits } from './cut-off.ts';
import { type Life, liveIn } from './life.ts';
import { mortalPlatform } from './mortal-platform.ts';
import { type Disk, dropUncommitted, mortalStore } from './mortal-store.ts';
import { someFault, usualAnswer } from './network.ts';
import { feedUrls, newsFrom, ownFeedUrl, topics, unshowable } from './news.ts';
import { judge, type Verdict } from './verdict.ts';

export interface Run extends Verdict {
  readonly seed: number;
  readonly crashes: number;
  /** Places where it could have been killed while things went wrong. */
  readonly awaits: number;
  /** Requests of the platforms. */
  readonly requests: number;
  /** What happened, a line for each event. */
  readonly trace: readonly string[];
}

export interface Harm {
  /** Of being killed, at each await of the bot. */
  readonly death: number;
  /** Of a full disk, at each statement. */
  readonly fullDisk: number;
  /** Of something else than an answer, at each request. */
  readonly fault: number;
}

const minute = 60_000;
const hour = 60 * minute;

export const usualHarm: Harm = { death: 1 / 400, fullDisk: 1 / 8000, fault: 0.2 };

export interface Scenario {
  readonly days?: number;
  readonly harm?: Harm;
  /** Killed not by chance but at these awaits, counted from 1 over the whole run. */
  readonly dieAt?: readonly number[];
}

export async function simulate(
  seed: number,
  { days = 1, harm = usualHarm, dieAt }: Scenario = {},
): Promise<Run> {
  const world = manualWorld(mondayMorning, seed);
  // Streams of their own: a change in one part of a run does not turn all the others around.
  const [fate, chance, network] = [1, 2, 3].map((part) => seededRandom(seed * 7919 + part));
  if (fate === undefined || chance === undefined || network === undefined) throw new Error('three streams');
  const news = newsFrom(seededRandom(seed * 7919 + 4));
  const whim = seededRandom(seed * 7919 + 5);
  const trace: string[] = [];
  const note = (line: string): void => void trace.push(`${world.now() - mondayMorning} ${line}`);
  let now: Harm = harm;
  let crashes = 0;
  let awaits = 0;
  let moment = { at: 0, awaits: 0 };

  const disk: Disk = {
    database: new Sqlite(':memory:'),
    statements: new Map(),
    isFull: () => fate() < now.fullDisk,
  };
  const platforms = [
    // Slack recognises nothing, its history can be read; Discord knows a nonce for two minutes.
    platformLike('slack', { paceMs: 1000, editDelayMs: 10 * minute, effectWithinMs: 15_000 }),
    platformLike('discord', { paceMs: 250, sameMarkerMs: 2 * minute, effectWithinMs: 15_000 }),
  ];
  let bot: { readonly life: Life; readonly store: Store; readonly pipeline: Pipeline } | undefined;
  let channels: readonly Channel[] = [];

  // Not awaited: a bot that dies while it starts never says so.
  void start();
  every(3 * minute, 3 * minute, () => bot?.pipeline.watchSources());
  every(minute, 20 * minute, () => now === calmHarm || note(news.happen(world.now())));
  every(5 * minute, 40 * minute, () => now === calmHarm || somebodyChangesTheirMind());
  every(hour, 6 * hour, () => now === calmHarm || somebodyClosesAChannel());
  every(hour, 5 * hour, () => now === calmHarm || somebodyMutesAStory());
  every(2 * hour, 9 * hour, () => now === calmHarm || somebodyPausesAChannel());
  await world.advance(days * 24 * hour);
  await calm();

  const verdict = judge(
    disk.database,
    platforms.flatMap(({ ledger }) => ledger),
  );
  const requests = platforms.reduce((sum, platform) => sum + platform.requests(), 0);
  disk.database.close();
  return { seed, crashes, awaits, requests, trace, ...verdict };

  // ── the bot ──────────────────────────────────────────────────────────────────────────────────

  async function start(): Promise<void> {
    const life = liveIn(world, { strikes, onDeath: die });
    try {
      const store = await mortalStore(disk, life);
      if (channels.length === 0) channels = await furnish(store);
      const pipeline = createPipeline({
        store,
        world: life.world,
        log: silentLog,
        meter: silentMeter,
        fetcher: {
          async fetch(url, validators) {
            await life.survive('before fetching');
            return news.fetch(url, validators);
          },
          close: async () => {},
        },
        parser: {
          feed: async (bytes, source) => readFeed(bytes, source),
          page: () => Promise.reject(new Error('there are no pages')),
          close: async () => {},
        },
        identify: async () => 'en',
        platforms: new Map(
          platforms.map((platform) => [platform.name, mortalPlatform(platform, life, note)]),
        ),
        owner: 'bot',
      });
      await pipeline.start();
      bot = { life, store, pipeline };
      if (now !== calmHarm) leaveCutOffEdits(disk.database, store, { random: whim, now: world.now(), note });
      pipeline.watchSources();
    } catch (fault) {
      // A start that fails is tried again, as an orchestrator would.
      note(`start failed: ${reasonOf(fault)}`);
      world.after(10_000, () => void start());
    }
  }

  function strikes(): boolean {
    if (world.now() !== moment.at) moment = { at: world.now(), awaits: 0 };
    moment.awaits += 1;
    if (moment.awaits > mostAwaits) throw new Error('it does the same again and again, and no time passes');
    if (now === calmHarm) return false;
    awaits += 1;
    return dieAt === undefined ? fate!() < now.death : dieAt.includes(awaits);
  }

  function die(place: string): void {
    crashes += 1;
    bot = undefined;
    dropUncommitted(disk);
    note(`killed ${place}`);
    world.after(1000 + upTo(30_000), () => void start());
  }

  async function furnish(store: Store): Promise<readonly Channel[]> {
    const watch = (url: string, audience: number) =>
      store.sources.open({ audience, kind: 'feed', url, title: url, intervalMs: 10 * minute });
    for (const url of feedUrls) await watch(url, 0);
    const opened: Channel[] = [];
    for (const { name } of platforms) {
      const workspace = await store.workspaces.open({
        platform: name,
        externalId: `${name} team`,
        name,
        language: 'en',
        zone: 'UTC',
      });
      await watch(ownFeedUrl(name), workspace.id);
      for (const channel of ['news', 'cloud', 'chips']) {
        opened.push(await store.workspaces.openChannel(workspace.id, `${name}-${channel}`));
      }
    }
    return opened;
  }

  // ── people ───────────────────────────────────────────────────────────────────────────────────

  async function somebodyChangesTheirMind(): Promise<void> {
    const channel = pick(channels);
    const topic = pick(topics);
    if (bot === undefined || channel === undefined || topic === undefined) return;
    const { subscriptions } = bot.store;
    const there = (await subscriptions.ofChannel(channel.id)).find(({ typed }) => typed === topic);
    note(`${channel.externalId} ${there ? 'unsubscribes from' : 'subscribes to'} ${topic}`);
    if (there !== undefined) return void (await subscriptions.remove(there.id, world.now()));
    const query = parseQuery(topic).canonical;
    const queries = [{ query, typed: topic }];
    await subscriptions.add({ channelId: channel.id, queries, createdBy: 'somebody', now: world.now() });
  }

  function somebodyClosesAChannel(): void {
    const channel = pick(channels);
    const platform = platforms.find(({ name }) => name === channel?.platform);
    if (channel === undefined || platform === undefined) return;
    note(`${channel.externalId} is closed`);
    platform.shut(channel.externalId);
    world.after(upTo(4 * hour), () => {
      platform.open(channel.externalId);
      // Otherwise it is found out by trying.
      if (upTo(2) === 0) resume(channel);
    });
  }

  async function somebodyMutesAStory(): Promise<void> {
    const channel = pick(channels);
    if (bot === undefined || channel === undefined) return;
    const { deliveries } = bot.store;
    const [newest] = await deliveries.latestAlerts(channel.id, 1);
    if (newest === undefined) return;
    const { storyId } = newest.content;
    note(`${channel.externalId} mutes story ${storyId}`);
    await deliveries.muteStory({ channelId: channel.id, storyId, by: 'somebody', now: world.now() });
  }

  async function somebodyPausesAChannel(): Promise<void> {
    const channel = pick(channels);
    if (bot === undefined || channel === undefined) return;
    note(`${channel.externalId} is paused by somebody`);
    world.after(upTo(2 * hour), () => resume(channel));
    await bot.store.deliveries.pauseChannel(channel.id, { now: world.now(), by: 'somebody' });
  }

  /** An operator, who looks after a minute whether it was done, and tries again. */
  function resume(channel: Channel): void {
    const asked = bot;
    let isDone = false;
    const ask = async (): Promise<void> => {
      await asked?.store.deliveries.resumeChannel(channel.id, world.now());
      asked?.pipeline.deliver();
      isDone = asked !== undefined;
    };
    ask().catch((fault: unknown) => note(reasonOf(fault)));
    world.after(minute, () => (isDone ? note(`${channel.externalId} is resumed`) : resume(channel)));
  }

  /** Nothing goes wrong any more, and all that was owed has the time it needs. */
  async function calm(): Promise<void> {
    now = calmHarm;
    await world.advance(5 * hour);
    for (const channel of channels) resume(channel);
    await world.advance(2 * hour);
  }

  /** Again and again, after so long a time each. */
  function every(leastMs: number, mostMs: number, task: () => unknown): void {
    world.after(leastMs + upTo(mostMs - leastMs), () => {
      Promise.try(task).catch((fault: unknown) => note(reasonOf(fault)));
      every(leastMs, mostMs, task);
    });
  }

  function upTo(ms: number): number {
    return Math.floor(chance!() * ms);
  }

  // ── the network ──────────────────────────────────────────────────────────────────────────────

  function platformLike(
    name: 'slack' | 'discord',
    figures: Parameters<typeof fakePlatform>[1],
  ): FakePlatform {
    return fakePlatform(world, {
      name,
      ...figures,
      refuses: (content) => content.kind === 'alert' && content.title.includes(unshowable),
      someFault: () => (network!() < now.fault ? someFault(network!) : usualAnswer(network!)),
      someReadFault: () => (network!() < now.fault ? (network!() < 0.8 ? 'busy' : 'hang') : 'none'),
    });
  }

  function pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(chance!() * from.length)];
  }
}

/** Far more than anything that is to be done at one time takes. */
const mostAwaits = 50_000;

const calmHarm: Harm = { death: 0, fullDisk: 0, fault: 0 };
