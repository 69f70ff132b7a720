/**
 * A platform behind a network that misbehaves, with the real sender before it: whatever becomes of a request, people see
 * each message once, in order, in its newest words.
 */
import { describe, expect, test } from 'vitest';
import { createSender } from '../../src/deliver/send.ts';
import type { Channel } from '../../src/domain.ts';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import type { Platform, PostOutcome } from '../../src/platform/platform.ts';
import type { World } from '../../src/world.ts';
import { acceptTitle } from '../deliver/harness.ts';
import { type Fault, meet } from '../fakes/fault.ts';
import { manualWorld } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';
import type { OpenPlatform } from './contract.ts';
import { alert } from './sample-post.ts';

type Row = readonly [name: string, faults: readonly Fault[]];

const rows: readonly Row[] = [
  ['answers late', [{ kind: 'late', afterMs: 9000 }]],
  ['answers so late that nobody waits any more', [{ kind: 'late', afterMs: 40_000 }]],
  ['is reset before it arrives', ['lost before']],
  ['is reset after it took effect', ['lost after']],
  ['is reset both ways, again and again', ['lost before', 'lost after', 'lost before', 'lost after']],
  ['meets a busy platform that says for how long', [{ kind: 'busy', retryAfterMs: 90_000 }]],
  ['meets a busy platform that does not say for how long', [{ kind: 'busy' }, { kind: 'busy' }]],
  ['is busy after it was lost: the doubt remains', ['lost after', { kind: 'busy', retryAfterMs: 200_000 }]],
  ['is refused after it was lost: the doubt remains', ['lost after', { kind: 'refused' }]],
  ['is never answered, and never arrived', [{ kind: 'hang' }]],
  ['is never answered, but took effect', [{ kind: 'hang', effectAfterMs: 0 }]],
  ['fails in our own hands', ['thrown', 'thrown']],
];

export function standsTheFaultMatrix(opened: () => Promise<OpenPlatform>): void {
  describe('behind a network that misbehaves', () => {
    test.each(rows)(
      'a post that %s is visible once, and what follows it comes after it',
      async (_, faults) => {
        const { owe, send, misbehave, titles, states } = await behindTheNetwork(await opened());
        await owe('m1', 'First');
        await owe('m2', 'Second');
        misbehave(...faults);
        await send();
        expect(await titles()).toEqual(['First', 'Second']);
        expect(await states('m1', 'm2')).toEqual(['sent', 'sent']);
      },
    );

    test.each(rows)('an edit that %s is visible in the end, in place of the old words', async (_, faults) => {
      const { owe, send, misbehave, titles, message } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await send();
      await owe('m2', 'Second');
      await owe('m1', 'First, corrected');
      await send();
      await owe('m1', 'First, corrected again');
      // A refused edit is a normal day: what is visible stays, which the rows about posts alone are about.
      misbehave(...faults.filter((fault) => typeof fault === 'string' || fault.kind !== 'refused'));
      await send();
      expect(await titles()).toEqual(['First, corrected again', 'Second']);
      expect(await message('m1')).toMatchObject({ state: 'sent', postedRev: 3 });
    });

    test('a post whose effect comes long after everybody gave up is still visible once', async () => {
      const open = await opened();
      const { owe, send, misbehave, titles } = await behindTheNetwork(open);
      const { sameMarkerMs, effectWithinMs } = open.platform;
      const effectAfterMs = sameMarkerMs === Infinity ? 30_000 : Math.max(0, effectWithinMs - 1);
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs });
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });

    test('what is refused is dead with its reason, and holds up nobody', async () => {
      const { owe, send, misbehave, titles, message } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave({ kind: 'refused' });
      await send();
      expect(await titles()).toEqual(['Second']);
      expect(await message('m1')).toMatchObject({ state: 'dead', reason: 'refused' });
    });

    test('what finds the channel closed waits, and goes out in order when that is mended', async () => {
      const { owe, send, misbehave, titles, resume } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave(...Array.from({ length: 50 }, () => ({ kind: 'closed' }) as const));
      await send();
      expect(await titles()).toEqual([]);
      misbehave('mended');
      await resume();
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });

    test('what finds the channel closed for a moment goes out by itself, in order', async () => {
      const { owe, send, misbehave, titles } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave({ kind: 'closed' });
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });
  });
}

async function behindTheNetwork({ platform, channel, visible }: OpenPlatform) {
  const world = manualWorld();
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
  const network = misbehavingNetwork(platform, channel, world.after);
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
    message,
    misbehave: network.misbehave,
    titles: () => visible(channel),
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
    await store.articles.recordMatched({ articleId, revision, storyId, alerts, now: world.now() });
    const due = {
      alert: { id, channelId, storyId, n: 0, articleId, reasons: [] },
      dueNo: 1,
      platform: platform.name,
      workspaceId: workspace.id,
    };
    const { content } = alert(id, title);
    await deliveries.place({ due, messageId: id, content, now: world.now(), editDelayMs: 0 });
  }

  /** A day passes, in which all that is due is sent. */
  async function send(): Promise<void> {
    const end = world.now() + 20 * 3_600_000;
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
      await Promise.all(network.underWay);
      await world.settle();
      if (isOver) return ended;
      if (network.underWay.size === 0) await world.advance(100);
    }
  }
}

/** @param channel the one that stands for the sender's, whatever number that has */
function misbehavingNetwork(platform: Platform, channel: Channel, after: World['after']) {
  const faults: Fault[] = [];
  /** Requests that have reached the platform. */
  const underWay = new Set<Promise<unknown>>();
  const network: Platform = {
    ...platform,
    post: (_, post) => request(() => platform.post(channel, post)),
    edit: (_, externalId, post) => request(() => platform.edit(channel, externalId, post)),
    readBack: (_, marker) => arrived(() => platform.readBack(channel, marker)),
  };
  return {
    platform: network,
    underWay,
    misbehave: (...more: ReadonlyArray<Fault | 'mended'>): void => {
      for (const one of more) {
        if (one === 'mended') faults.length = 0;
        else faults.push(one);
      }
    },
  };

  function request(effect: () => Promise<PostOutcome>): Promise<PostOutcome> {
    return meet(faults.shift() ?? 'none', () => arrived(effect), after);
  }

  function arrived<T>(effect: () => Promise<T>): Promise<T> {
    const asked = effect().finally(() => underWay.delete(asked));
    underWay.add(asked);
    return asked;
  }
}
