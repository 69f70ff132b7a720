/** The real sender on a clock that tests move, and a network before the platform that does what they say. */
import { createSender } from '../../src/deliver/send.ts';
import type { Channel } from '../../src/domain.ts';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import { type Platform, type Post, type PostOutcome, sameMarkerMsIn } from '../../src/platform/platform.ts';
import type { World } from '../../src/world.ts';
import { acceptTitle } from '../deliver/harness.ts';
import { type Fault, meet } from '../fakes/fault.ts';
import { manualWorld } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';
import { ring } from '../store/given.ts';
import type { OpenPlatform } from './open-platform.ts';
import { alert } from './sample-post.ts';

export async function behindTheNetwork({ platform, channel, visible, network: real }: OpenPlatform) {
  const world = real?.world ?? manualWorld();
  const store = await inThreadStore();
  const { deliveries } = store;
  const workspace = await store.workspaces.open({
    platform: platform.name,
    externalId: 'team',
    name: 'Team',
    language: 'en',
    zone: 'UTC',
  });
  const { id: channelId } = await store.workspaces.openChannel(workspace.id, channel.externalId);
  const feed = {
    audience: 0,
    kind: 'feed',
    url: 'https://wire.example/',
    title: 'Wire',
    intervalMs: 0,
  } as const;
  const source = await store.sources.open(feed);
  const network = misbehavingNetwork(platform, channel, world.after, real?.held ?? new Set());
  const sender = createSender({
    deliveries,
    platforms: new Map([[platform.name, network.platform]]),
    world,
    log: silentLog,
    meter: silentMeter,
    owner: 'one',
    onFree() {},
  });
  const message = (id: string) => deliveries.message(id);

  return {
    world,
    message,
    misbehave: network.misbehave,
    onFirstTry: network.onFirstTry,
    /** Does this once, when the first alert has been asked of the platform, whatever came of it. */
    afterFirstTry: (task: () => Promise<void> | undefined): void =>
      network.onFirstTry(() => {
        network.onFirstTry(() => {});
        world.after(1, () => void task());
      }),
    titles: () => visible(channel),
    /** Why nothing goes out; undefined = it is not paused. */
    paused: async () => (await store.workspaces.channel(channelId))?.reason,
    states: async (...ids: readonly string[]) =>
      (await Promise.all(ids.map(message))).map((one) => one?.state),
    resume: () => deliveries.resumeChannel(channelId, world.now()),
    owe,
    send,
  };

  /** The message is to say this: a new one, or other words for one that is there. */
  async function owe(id: string, title: string): Promise<void> {
    const { id: articleId, revision, storyId } = await acceptTitle(store, source, id, world.now());
    const alerts = [{ id, channelId, reasons: [] }];
    await ring(store, { articleId, revision, storyId, alerts, now: world.now() });
    const due = {
      alert: { id, channelId, storyId, n: 0, articleId, reasons: [] },
      dueNo: 1,
      platform: platform.name,
      workspaceId: workspace.id,
    };
    const { content } = alert(id, title);
    await deliveries.place([{ due, messageId: id, content, now: world.now(), editDelayMs: 0 }]);
  }

  /** A day passes, or so many hours, in which all that is due is sent. */
  async function send(hours = 20): Promise<void> {
    const end = world.now() + hours * 3_600_000;
    for (let nextAt = await sender.serveDue(); nextAt !== undefined && nextAt < end;) {
      await over(sender.idle());
      await world.advance(Math.max(0, nextAt - world.now()));
      nextAt = await sender.serveDue();
    }
    await over(sender.idle());
  }

  /** Time moves only while nobody but the clock can bring the work any further. */
  async function over(work: Promise<void>): Promise<void> {
    let isOver = false;
    const ended = work.finally(() => {
      isOver = true;
    });
    for (;;) {
      await world.settle();
      if (isOver) return ended;
      if (network.waitsForTime()) await world.advance(100);
    }
  }
}

/**
 * @param channel the one that stands for the sender's, whatever number that has
 * @param held requests that the platform's own network keeps until time passes
 */
function misbehavingNetwork(
  platform: Platform,
  channel: Channel,
  after: World['after'],
  held: ReadonlySet<object>,
) {
  const faults = new Map<string, Fault[]>();
  const tried = new Set<string>();
  let firstTry = (): void => {};
  /** Requests that have reached the platform. */
  const underWay = new Set<Promise<unknown>>();
  /** What is held for a request on which its caller has given up. */
  let left: ReadonlySet<object> = new Set();
  const network: Platform = {
    ...platform,
    post: (_, post) => request(post, () => platform.post(channel, post)),
    edit: (_, externalId, post) => request(post, () => platform.edit(channel, externalId, post)),
    readBack: (_, marker, sought) => arrived(() => platform.readBack(channel, marker, sought)),
    sameMarkerMsIn: () => sameMarkerMsIn(channel, platform),
  };
  return {
    platform: network,
    waitsForTime: () => underWay.size === 0 || [...held].some((one) => !left.has(one)),
    /** The next requests about this message meet these, and not what was said before; after them all is well. */
    misbehave: (marker: string, ...more: readonly Fault[]) => void faults.set(marker, [...more]),
    /** Does this before every alert, and every change of one, is asked of the platform for the first time. */
    onFirstTry: (task: () => void): void => {
      firstTry = task;
    },
  };

  function request(
    { marker, revision, content }: Post,
    effect: () => Promise<PostOutcome>,
  ): Promise<PostOutcome> {
    const what = `${marker} ${revision}`;
    if (content.kind === 'alert' && !tried.has(what)) firstTry();
    tried.add(what);
    return meet(faults.get(marker)?.shift() ?? 'none', () => arrived(effect), after);
  }

  function arrived<T>(effect: () => Promise<T>): Promise<T> {
    left = new Set(held);
    const asked = effect().finally(() => underWay.delete(asked));
    underWay.add(asked);
    return asked;
  }
}
