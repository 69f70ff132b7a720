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
  RESTJSONErrorCodes,
  Routes,
  ShardClientUtil,
} from 'discord.js';
import type { Channel, Workspace } from '../../domain.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Pause } from '../../store/port/deliveries.ts';
import type { Store } from '../../store/store.ts';
import { type Hindrance, hindranceIn, reasonFor } from './hindrance.ts';
import { isDirect } from './people.ts';
import { createTellSubscribers } from './tell-subscribers.ts';
import { createTurns } from '../turns.ts';

export interface Healing {
  /** Listens to a new client. */
  readonly attach: (client: Client) => void;
  /** Pauses or resumes the channel as things are now. @returns why nothing can be posted there, in its language */
  readonly look: (client: Client, channel: Channel) => Promise<string | undefined>;
  /** A channel was paused because of what came of posting there: whoever subscribed is told. */
  readonly paused: (client: Client, channel: Channel, reason: string) => Promise<void>;
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

/** A channel was paused that nobody has heard of yet. */
interface Surprise {
  readonly channel: Channel;
  readonly reason: string;
  /** "#news (Team)", where that is known */
  readonly place?: string | undefined;
}

/** Of channels in one message. */
const mostNamed = 5;
/** Should Discord's word be missed, or wrong, a message is tried after all; the sender then waits longer each time. */
const retryMs = 60 * 60_000;

export function createHealing({ store, now, log, deliver, operatorChannel }: HealingParts): Healing {
  const { workspaces, deliveries } = store;
  const tell = createTellSubscribers(store.subscriptions, now, log);
  const turns = createTurns(log);
  /** Channels that do not come back: Discord has said so, and need not be asked with every event. */
  const deletedIds = new Set<string>();
  /** Turned away for a reason that we do not see: no event can tell that it is mended, only trying again in time. */
  const turnedAway = new Set<number>();

  return {
    attach,
    async look(client, channel) {
      // Whoever asks may just have resumed it.
      const asItIs = (await workspaces.channel(channel.id)) ?? channel;
      // They read in the answer what is in the way.
      return lookAt(client, asItIs, () => {});
    },
    paused(client, channel, reason) {
      const there = client.channels.cache.get(channel.externalId);
      if (there !== undefined && hindranceIn(there) === undefined) turnedAway.add(channel.id);
      return turns.add('all', () => tellOf(client, [{ channel, reason }]));
    },
    refused: () => turns.add('all', pauseAll),
    idle: turns.idle,
  };

  function attach(client: Client): void {
    const again = (guild: Guild): void => turns.addLook(guild.id, () => lookAtServer(guild));
    client.on('guildAvailable', again);
    client.on('guildCreate', again);
    client.on('channelUpdate', (_, channel) => channel.isDMBased() || again(channel.guild));
    client.on('threadUpdate', (_, thread) => again(thread.guild));
    client.on('roleUpdate', (_, role) => again(role.guild));
    client.on('roleDelete', (role) => again(role.guild));
    // Without a privileged intent this is told of ourselves alone.
    client.on('guildMemberUpdate', (_, member) => again(member.guild));
    client.on('guildDelete', (guild) => void turns.add(guild.id, () => kicked(client, guild.id)));
    client.on(
      'channelDelete',
      (channel) => channel.isDMBased() || void turns.add(channel.guildId, () => deleted(client, channel)),
    );
    // Of a thread that discord.js has not seen it says nothing.
    client.ws.on(
      GatewayDispatchEvents.ThreadDelete,
      ({ id, guild_id: guildId }: { id: string; guild_id: string }) =>
        void turns.add(guildId, () => deleted(client, { id, guildId, name: undefined })),
    );
    client.ws.on(
      GatewayDispatchEvents.Ready,
      (ready: GatewayReadyDispatchData) => void turns.add('all', () => lookForKicks(client, ready)),
    );
  }

  /**
   * A server that is not named there may have removed us while we were away, or is named later. Direct messages are
   * always there.
   */
  async function lookForKicks(
    client: Client,
    { guilds, shard = [0, 1] }: GatewayReadyDispatchData,
  ): Promise<void> {
    const ours = new Set(guilds.map(({ id }) => id));
    for (const workspace of await workspaces.ofPlatform('discord')) {
      if (isDirect(workspace)) await deliveries.resumeWorkspace(workspace.id, now());
      else if (ShardClientUtil.shardIdForGuildId(workspace.externalId, shard[1]) !== shard[0]) continue;
      else if (!ours.has(workspace.externalId)) {
        // In its own turn: what is said of the server meanwhile is acted upon in order.
        void turns.add(workspace.externalId, async () => {
          if (await isGone(client, workspace.externalId)) await kicked(client, workspace.externalId);
        });
      }
    }
    deliver();
  }

  async function lookAtServer(guild: Guild): Promise<void> {
    const workspace = await workspaces.find('discord', guild.id);
    if (workspace === undefined || !guild.available) return;
    await deliveries.resumeWorkspace(workspace.id, now());
    const surprises: Surprise[] = [];
    for (const channel of await workspaces.channels(workspace.id)) {
      await lookAt(guild.client, channel, (surprise) => void surprises.push(surprise));
    }
    await tellOf(guild.client, surprises);
    deliver();
  }

  async function lookAt(
    client: Client,
    channel: Channel,
    surprised: (surprise: Surprise) => void,
  ): Promise<string | undefined> {
    const texts = textsFor(channel.language).discord;
    if (channel.status === 'paused' && deletedIds.has(channel.externalId)) return texts.because.deleted;
    const there =
      client.channels.cache.get(channel.externalId) ?? (await fetched(client, channel.externalId));
    if (there === undefined) return undefined;
    const hindrance = 'kind' in there ? there : hindranceIn(there);
    if (hindrance !== undefined || channel.status === 'ok') turnedAway.delete(channel.id);
    if (hindrance !== undefined) {
      const place = 'kind' in there ? undefined : nameOf(there);
      const reason = await pause(channel, hindrance);
      if (channel.status === 'ok') surprised({ channel, reason, place });
      return reason;
    }
    // Somebody wants it to rest: that is not ours to end.
    if (channel.status === 'paused' && channel.pausedBy === undefined && !turnedAway.has(channel.id)) {
      await deliveries.resumeChannel(channel.id, now());
      deliver();
    }
    return undefined;
  }

  async function pause(channel: Channel, hindrance: Hindrance): Promise<string> {
    const reason = reasonFor(hindrance, textsFor(channel.language).discord);
    if (hindrance.kind === 'deleted') deletedIds.add(channel.externalId);
    if (channel.pausedBy !== undefined || channel.reason === reason) return reason;
    await deliveries.pauseChannel(channel.id, await pauseFor(reason));
    log.warn({ channel: channel.externalId, reason: hindrance.kind }, 'Discord: a channel is paused');
    return reason;
  }

  /** Whoever subscribed in several of them is told once. */
  async function tellOf(client: Client, surprises: readonly Surprise[]): Promise<void> {
    for (const [reason, all] of Map.groupBy(surprises, (surprise) => surprise.reason)) {
      const places = new Map(
        all.map(({ channel, place }) => [channel.id, place ?? placeOf(client, channel)]),
      );
      // A reason is worded in one language, so they all speak it.
      const texts = textsFor(all[0]?.channel.language ?? 'en').discord;
      const channels = all.map(({ channel }) => channel);
      await tell(client, channels, (theirs) => {
        const names = theirs.map(({ id }) => places.get(id) ?? '');
        const named = texts.places(names.slice(0, mostNamed), names.length - mostNamed);
        // What is gone for good is not mended.
        return reason === texts.because.deleted
          ? texts.channelDeleted(named)
          : texts.channelPaused(named, reason);
      });
    }
  }

  async function deleted(
    client: Client,
    gone: { readonly id: string; readonly guildId: string; readonly name: string | undefined },
  ): Promise<void> {
    const workspace = await workspaces.find('discord', gone.guildId);
    const channel = workspace && (await workspaces.findChannel(workspace.id, gone.id));
    if (workspace === undefined || channel === undefined) return;
    const place = gone.name === undefined ? workspace.name : `#${gone.name} (${workspace.name})`;
    const reason = await pause(channel, { kind: 'deleted' });
    if (channel.status === 'ok') await tellOf(client, [{ channel, reason, place }]);
  }

  async function kicked(client: Client, guildId: string): Promise<void> {
    const workspace = await workspaces.find('discord', guildId);
    if (workspace === undefined) return;
    const texts = textsFor(workspace.language).discord;
    const channels = await workspaces.channels(workspace.id);
    const reason = texts.because.kicked;
    await pauseWhole(workspace, { kind: 'kicked' });
    // Who was told of a pause already, perhaps in an earlier life, need not hear of it again.
    const surprised = channels.filter(({ status }) => status === 'ok');
    await tell(client, surprised, () => texts.serverPaused(workspace.name, reason));
  }

  async function pauseWhole(workspace: Workspace, hindrance: Hindrance): Promise<void> {
    const reason = reasonFor(hindrance, textsFor(workspace.language).discord);
    await deliveries.pauseWorkspace(workspace.id, await pauseFor(reason));
    log.warn({ server: workspace.externalId, reason: hindrance.kind }, 'Discord: a server is paused');
  }

  async function pauseFor(reason: string): Promise<Pause> {
    const at = now();
    return { now: at, reason, retryAt: at + retryMs, noticeTo: await operatorChannel() };
  }

  async function pauseAll(): Promise<void> {
    for (const workspace of await workspaces.ofPlatform('discord')) {
      await pauseWhole(workspace, { kind: 'tokenRefused' });
    }
  }
}

/** Whether Discord says that we are not in the server. Whatever stands before it may say anything. */
async function isGone({ rest, token }: Client, guildId: string): Promise<boolean> {
  try {
    // One 401 makes discord.js forget it for good.
    rest.setToken(token ?? '');
    await rest.get(Routes.guild(guildId));
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && notOurs.includes(error.code);
  }
}

const notOurs: readonly unknown[] = [RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess];

/**
 * Archived threads are not told of, only asked about. Only Discord's own codes are believed: whatever stands before it may
 * say 404 or 403 as well.
 * @returns undefined if nobody can tell now
 */
async function fetched(client: Client, id: string): Promise<DiscordChannel | Hindrance | undefined> {
  try {
    // One 401 makes discord.js forget it for good.
    client.rest.setToken(client.token ?? '');
    return (await client.channels.fetch(id)) ?? undefined;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) return undefined;
    if (error.code === RESTJSONErrorCodes.UnknownChannel) return { kind: 'deleted' };
    return error.code === RESTJSONErrorCodes.MissingAccess ? { kind: 'hidden' } : undefined;
  }
}

function placeOf({ channels }: Client, { externalId }: Channel): string {
  const known = channels.cache.get(externalId);
  return (known && nameOf(known)) ?? externalId;
}

function nameOf(channel: DiscordChannel): string | undefined {
  return channel.isDMBased() ? undefined : `#${channel.name} (${channel.guild.name})`;
}
