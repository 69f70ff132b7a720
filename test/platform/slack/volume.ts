/** One alert to many channels through the real sender, the real store and the platform, in virtual time. */
import { createSender } from '../../../src/deliver/send.ts';
import { silentLog } from '../../../src/log.ts';
import { silentMeter } from '../../../src/meter.ts';
import { slackPlatform } from '../../../src/platform/slack/slack.ts';
import type { Transport } from '../../../src/platform/slack/transport.ts';
import { acceptTitle } from '../../deliver/harness.ts';
import { fakeSlack } from '../../fakes/slack/fake-slack.ts';
import { manualWorld } from '../../fakes/world.ts';
import { inThreadStore } from '../../simulate/mortal-store.ts';
import { ring } from '../../store/given.ts';
import { alert } from '../sample-post.ts';
import { withoutSockets } from './without-sockets.ts';

export interface Delivered {
  readonly visible: number;
  readonly doubled: number;
  /** Answers of 429. */
  readonly limited: number;
  /** Seconds of virtual time until the last message was visible, and when each channel's was. */
  readonly overAfterS: number;
  readonly at: readonly number[];
}

/** Fine enough for some messages a second in each of many workspaces. */
const stepMs = 50;

/** @param firstIsLimited the first channel is turned away for so many seconds when it is first asked for */
export async function deliverToAll(
  teams: number,
  channelsEach: number,
  firstIsLimited?: number,
): Promise<Delivered> {
  const world = manualWorld();
  const begin = world.now();
  const slack = fakeSlack({ clock: world, checkSchema: false });
  const places = Array.from({ length: teams }, (_, t) => {
    const team = slack.team(`team-${t}`);
    return { team, channels: Array.from({ length: channelsEach }, (__, c) => team.channel(`news-${c}`)) };
  });
  const tokens = new Map<number, string>();
  const into = withoutSockets(slack);
  const limitedChannel = firstIsLimited === undefined ? undefined : places[0]?.channels[0]?.id;
  let limit = firstIsLimited;
  const transport: Transport = async (request, signal) => {
    if (limit !== undefined && request.body.includes(String(limitedChannel))) {
      slack.fail('chat.postMessage', {
        error: 'ratelimited',
        status: 429,
        headers: { 'retry-after': String(limit) },
      });
      limit = undefined;
    }
    return into(request, signal);
  };
  const store = await inThreadStore();
  const { deliveries } = store;
  const sender = createSender({
    deliveries,
    platforms: new Map([
      ['slack', slackPlatform({ tokenOf: async (one) => tokens.get(one.workspaceId), world, transport })],
    ]),
    world,
    log: silentLog,
    meter: silentMeter,
    owner: 'one',
    onFree() {},
  });

  await oweAll();
  const all = places.flatMap(({ channels }) => channels);
  const posted = (): number => slack.asked.filter(({ status, error }) => status === 200 && !error).length;
  while (posted() < all.length && world.now() - begin < 600_000) {
    await sender.serveDue();
    await world.advance(stepMs);
  }
  const lines = all.map((place) => place.lines());
  const at = lines.map((seen) => ((seen[0]?.at ?? Infinity) - begin) / 1000);
  return {
    visible: lines.filter(({ length }) => length > 0).length,
    doubled: lines.filter(({ length }) => length > 1).length,
    limited: slack.rateLimited().length,
    overAfterS: Math.max(...at),
    at,
  };

  async function oweAll(): Promise<void> {
    const feed = {
      audience: 0,
      kind: 'feed',
      url: 'https://wire.example/',
      title: 'Wire',
      intervalMs: 0,
    } as const;
    const source = await store.sources.open(feed);
    const { id: articleId, revision, storyId } = await acceptTitle(store, source, 'News', begin);
    const channels: Array<{ channelId: number; workspaceId: number }> = [];
    for (const { team, channels: own } of places) {
      const { id: workspaceId } = await store.workspaces.open({
        platform: 'slack',
        externalId: team.id,
        name: team.name,
        language: 'en',
        zone: 'UTC',
      });
      tokens.set(workspaceId, team.token());
      for (const { id } of own)
        channels.push({ channelId: (await store.workspaces.openChannel(workspaceId, id)).id, workspaceId });
    }
    const alerts = channels.map(({ channelId }) => ({ id: `c${channelId}`, channelId, reasons: [] }));
    await ring(store, { articleId, revision, storyId, alerts, now: begin });
    const placing = channels.map(({ channelId, workspaceId }) => ({
      due: {
        alert: { id: `c${channelId}`, channelId, storyId, n: 0, articleId, reasons: [] },
        dueNo: 1,
        platform: 'slack' as const,
        workspaceId,
      },
      messageId: `c${channelId}`,
      content: alert(`c${channelId}`, 'News').content,
      now: begin,
      editDelayMs: 0,
    }));
    for (let from = 0; from < placing.length; from += 200)
      await deliveries.place(placing.slice(from, from + 200));
  }
}
