/**
 * When things break on Discord, and when they heal: what takes no messages is paused with a reason, and whoever
 * subscribed there is told; it is resumed as soon as Discord says that it can be. Nothing is ever deleted on that account:
 * a bot that is invited again finds everything as it was.
 */
import {
  type Channel as DiscordChannel,
  type Client,
  DiscordAPIError,
  GatewayDispatchEvents,
  type Guild,
  type GatewayReadyDispatchData,
  ShardClientUtil,
} from 'discord.js';
import type { Channel, Workspace } from '../../domain.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Store } from '../../store/store.ts';
import { type Hindrance, hindranceIn, reasonFor } from './hindrance.ts';
import { isDirect } from './people.ts';
import { createTellSubscribers } from './tell-subscribers.ts';

export interface Healing {
  /** Listens to a new client. */
  readonly attach: (client: Client) => void;
  /** Pauses or resumes the channel as things are now. @returns why nothing can be posted there, in its language */
  readonly look: (client: Client, channel: Channel) => Promise<string | undefined>;
  /** The token is void: nothing can be posted anywhere. */
  readonly refused: () => Promise<void>;
  /** Resolves when everything that Discord said was acted upon. */
  readonly idle: () => Promise<void>;
}

export interface HealingParts {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
  /** There may be something to send again. */
  readonly deliver: () => void;
  /** Where whoever looks after the bot is told. */
  readonly operatorChannel: () => Promise<number>;
}

export function createHealing({ store, now, log, deliver, operatorChannel }: HealingParts): Healing {
  const { workspaces, deliveries } = store;
  const tell = createTellSubscribers(store.subscriptions, now, log);
  const inTurn = createTurns(log);

  return { attach, look: lookAt, refused: () => inTurn.add('all', pauseAll), idle: () => inTurn.idle() };

  function attach(client: Client): void {
    const again = (guild: Guild): void => void inTurn.add(guild.id, () => lookAtServer(guild));
    client.on('guildAvailable', again);
    client.on('guildCreate', again);
    client.on('channelUpdate', (_, channel) => channel.isDMBased() || again(channel.guild));
    client.on('threadUpdate', (_, thread) => again(thread.guild));
    client.on('roleUpdate', (_, role) => again(role.guild));
    client.on('roleDelete', (role) => again(role.guild));
    // Without a privileged intent this is told of ourselves alone.
    client.on('guildMemberUpdate', (_, member) => again(member.guild));
    client.on('guildDelete', (guild) => void inTurn.add(guild.id, () => kicked(client, guild.id)));
    client.on(
      'channelDelete',
      (channel) => channel.isDMBased() || void inTurn.add(channel.guildId, () => deleted(client, channel)),
    );
    // Of a thread that discord.js has not seen it says nothing.
    client.ws.on(
      GatewayDispatchEvents.ThreadDelete,
      ({ id, guild_id: guildId }: { id: string; guild_id: string }) =>
        void inTurn.add(guildId, () => deleted(client, { id, guildId, name: undefined })),
    );
    client.ws.on(
      GatewayDispatchEvents.Ready,
      (ready: GatewayReadyDispatchData) => void inTurn.add('all', () => lookForKicks(client, ready)),
    );
  }

  /** A server that is not named there has removed us while we were away. Direct messages are always there. */
  async function lookForKicks(
    client: Client,
    { guilds, shard = [0, 1] }: GatewayReadyDispatchData,
  ): Promise<void> {
    const ours = new Set(guilds.map(({ id }) => id));
    for (const workspace of await workspaces.ofPlatform('discord')) {
      if (isDirect(workspace)) await deliveries.resumeWorkspace(workspace.id, now());
      else if (ShardClientUtil.shardIdForGuildId(workspace.externalId, shard[1]) !== shard[0]) continue;
      else if (!ours.has(workspace.externalId)) await kicked(client, workspace.externalId);
    }
    deliver();
  }

  async function lookAtServer(guild: Guild): Promise<void> {
    const workspace = await workspaces.find('discord', guild.id);
    if (workspace === undefined || !guild.available) return;
    await deliveries.resumeWorkspace(workspace.id, now());
    for (const channel of await workspaces.channels(workspace.id)) await lookAt(guild.client, channel);
    deliver();
  }

  async function lookAt(client: Client, channel: Channel): Promise<string | undefined> {
    const texts = textsFor(channel.language).discord;
    // It does not come back; asking each time would not change that.
    if (channel.reason === texts.because.deleted) return channel.reason;
    const there =
      client.channels.cache.get(channel.externalId) ?? (await fetched(client, channel.externalId));
    if (there === undefined) return undefined;
    const hindrance = 'kind' in there ? there : hindranceIn(there);
    if (hindrance !== undefined) {
      const place = 'kind' in there ? undefined : nameOf(there);
      return pause(client, channel, hindrance, place);
    }
    // Somebody wants it to rest: that is not ours to end.
    if (channel.status === 'paused' && channel.pausedBy === undefined) {
      await deliveries.resumeChannel(channel.id, now());
      deliver();
    }
    return undefined;
  }

  async function pause(
    client: Client,
    channel: Channel,
    hindrance: Hindrance,
    name: string | undefined,
  ): Promise<string> {
    const texts = textsFor(channel.language).discord;
    const reason = reasonFor(hindrance, texts);
    if (channel.pausedBy !== undefined || channel.reason === reason) return reason;
    await deliveries.pauseChannel(channel.id, { now: now(), reason, noticeTo: await operatorChannel() });
    log.warn({ channel: channel.externalId, reason: hindrance.kind }, 'Discord: a channel is paused');
    if (channel.status === 'ok') {
      await tell(client, [channel], texts.channelPaused(name ?? channel.externalId, reason));
    }
    return reason;
  }

  async function deleted(
    client: Client,
    gone: { readonly id: string; readonly guildId: string; readonly name: string | undefined },
  ): Promise<void> {
    const workspace = await workspaces.find('discord', gone.guildId);
    const channel = workspace && (await workspaces.findChannel(workspace.id, gone.id));
    if (workspace === undefined || channel === undefined) return;
    const place = gone.name === undefined ? workspace.name : `#${gone.name} (${workspace.name})`;
    await pause(client, channel, { kind: 'deleted' }, place);
  }

  async function kicked(client: Client, guildId: string): Promise<void> {
    const workspace = await workspaces.find('discord', guildId);
    if (workspace === undefined) return;
    const texts = textsFor(workspace.language).discord;
    const channels = await workspaces.channels(workspace.id);
    const reason = texts.because.kicked;
    // Said before, in an earlier life.
    if (channels.some((channel) => channel.reason === reason)) return;
    await pauseWhole(workspace, { kind: 'kicked' });
    await tell(client, channels, texts.serverPaused(workspace.name, reason));
  }

  async function pauseWhole(workspace: Workspace, hindrance: Hindrance): Promise<void> {
    const reason = reasonFor(hindrance, textsFor(workspace.language).discord);
    const noticeTo = await operatorChannel();
    await deliveries.pauseWorkspace(workspace.id, { now: now(), reason, noticeTo });
    log.warn({ server: workspace.externalId, reason: hindrance.kind }, 'Discord: a server is paused');
  }

  async function pauseAll(): Promise<void> {
    for (const workspace of await workspaces.ofPlatform('discord')) {
      await pauseWhole(workspace, { kind: 'tokenRefused' });
    }
  }
}

/** Archived threads are not told of, only asked about. @returns undefined if nobody can tell now */
async function fetched(client: Client, id: string): Promise<DiscordChannel | Hindrance | undefined> {
  try {
    return (await client.channels.fetch(id)) ?? undefined;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) return undefined;
    if (error.status === 404) return { kind: 'deleted' };
    return error.status === 403 ? { kind: 'hidden' } : undefined;
  }
}

function nameOf(channel: DiscordChannel): string | undefined {
  return channel.isDMBased() ? undefined : `#${channel.name} (${channel.guild.name})`;
}

/** One thing after the other for each server, in the order in which Discord said them. */
function createTurns(log: Log) {
  const running = new Map<string, Promise<void>>();
  return {
    add(key: string, task: () => Promise<void>): Promise<void> {
      const turn = (running.get(key) ?? Promise.resolve())
        .then(task)
        .catch((error: unknown) =>
          log.error({ err: error }, `Discord: an event was not acted upon: ${reasonOf(error)}`),
        )
        .finally(() => running.get(key) === turn && running.delete(key));
      running.set(key, turn);
      return turn;
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
