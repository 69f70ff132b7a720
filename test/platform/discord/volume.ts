/** Many messages through the real sender, the real store and the platform, into the fake Discord, in virtual time. */
import { createSender } from '../../../src/deliver/send.ts';
import { silentLog } from '../../../src/log.ts';
import { silentMeter } from '../../../src/meter.ts';
import { discordPlatform } from '../../../src/platform/discord/discord.ts';
import type { Transport } from '../../../src/platform/discord/transport.ts';
import { acceptTitle } from '../../deliver/harness.ts';
import { fakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { Limits } from '../../fakes/discord/limits.ts';
import { manualWorld } from '../../fakes/world.ts';
import { inThreadStore } from '../../simulate/mortal-store.ts';
import { ring } from '../../store/given.ts';
import { alert } from '../sample-post.ts';
import { withoutSockets } from './without-sockets.ts';

export interface Volume {
  readonly channels: number;
  /** Owed to each channel at once, at the beginning. */
  readonly each: number;
  readonly limits?: Partial<Limits>;
  /** One more channel, with as many messages, whose requests are never answered; it is not counted. */
  readonly stuck?: boolean;
}

export interface Delivered {
  readonly sends: number;
  readonly visible: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  readonly requests: number;
  /** Answers of 429. */
  readonly limited: number;
  /** Seconds of virtual time until the last message was visible; the stuck channel's aside. */
  readonly overAfterS: number;
}

/** Fine enough for 50 requests a second. */
const stepMs = 20;

export async function deliverMany({
  channels,
  each,
  limits = {},
  stuck = false,
}: Volume): Promise<Delivered> {
  const world = manualWorld();
  const begin = world.now();
  const discord = fakeDiscord({ now: world.now, after: world.after, limits, checkSchema: false });
  const guild = discord.guild('Team');
  const places = Array.from({ length: channels }, (_, n) => guild.channel(`news-${n}`));
  const silent = stuck ? guild.channel('stuck').id : 'none';
  const counted = { requests: 0, limited: 0, posted: 0, lastAt: begin };
  const into = withoutSockets(discord, (path) => path.includes(`/channels/${silent}/`));
  const transport: Transport = async (request, signal) => {
    const answer = await into(request, signal);
    counted.requests += 1;
    if (answer.status === 429) counted.limited += 1;
    if (answer.status === 200) {
      counted.posted += 1;
      counted.lastAt = world.now();
    }
    // The fake writes down every request; of so many only their number is of use.
    (discord.asked as unknown[]).length = 0;
    return answer;
  };
  const platform = discordPlatform({
    token: discord.token(),
    world,
    transport,
    facts: () => ({ kind: 'text' }),
  });
  const store = await inThreadStore();
  const { deliveries } = store;
  const sender = createSender({
    deliveries,
    platforms: new Map([['discord', platform]]),
    world,
    log: silentLog,
    meter: silentMeter,
    owner: 'one',
    onFree() {},
  });

  await oweAll();
  while (counted.posted < channels * each) {
    await sender.serveDue();
    await world.advance(stepMs);
    if (world.now() - begin > 24 * 3_600_000) break;
  }
  const lines = places.map(({ id }) => titlesIn(id));
  return {
    sends: channels * each,
    visible: visible(),
    doubled: lines.reduce((sum, titles) => sum + titles.length - new Set(titles).size, 0),
    outOfOrder: lines.filter((titles) => titles.some((n, at) => n < (titles[at - 1] ?? 0))).length,
    requests: counted.requests,
    limited: counted.limited,
    overAfterS: (counted.lastAt - begin) / 1000,
  };

  function visible(): number {
    return places.reduce((sum, { id }) => sum + (discord.state.channels.get(id)?.messages.length ?? 0), 0);
  }

  function titlesIn(id: string): readonly number[] {
    const messages = discord.state.channels.get(id)?.messages ?? [];
    return messages.map(({ versions }) =>
      Number(/News (\d+)/.exec(JSON.stringify(versions[0]?.components))?.[1]),
    );
  }

  async function oweAll(): Promise<void> {
    const workspace = await store.workspaces.open({
      platform: 'discord',
      externalId: guild.id,
      name: 'Team',
      language: 'en',
      zone: 'UTC',
    });
    const ids = [...places.map(({ id }) => id), ...(stuck ? [silent] : [])];
    const channelIds: number[] = [];
    for (const id of ids) channelIds.push((await store.workspaces.openChannel(workspace.id, id)).id);
    const source = await store.sources.open({
      audience: 0,
      kind: 'feed',
      url: 'https://wire.example/',
      title: 'Wire',
      intervalMs: 0,
    });
    for (let n = 1; n <= each; n += 1) {
      const { id: articleId, revision, storyId } = await acceptTitle(store, source, `News ${n}`, begin);
      const alerts = channelIds.map((channelId) => ({ id: `n${n}c${channelId}`, channelId, reasons: [] }));
      await ring(store, { articleId, revision, storyId, alerts, now: begin });
      const placing = alerts.map(({ id, channelId }) => ({
        due: {
          alert: { id, channelId, storyId, n: 0, articleId, reasons: [] },
          dueNo: 1,
          platform: 'discord' as const,
          workspaceId: workspace.id,
        },
        messageId: id,
        content: alert(id, `News ${n}`).content,
        now: begin,
        editDelayMs: 0,
      }));
      // As many at a time as the pipeline places.
      for (let at = 0; at < placing.length; at += 200) await deliveries.place(placing.slice(at, at + 200));
    }
  }
}
