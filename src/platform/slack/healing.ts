/**
 * When things break on Slack, and when they heal: what takes no messages is paused with a reason, and whoever subscribed
 * there is told; it is resumed as soon as Slack says that it can be. Nothing is ever deleted on that account: an app that
 * is installed again finds everything as it was.
 */
import type { Channel, Workspace } from '../../domain.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { SlackTexts } from '../../messages/slack-texts.ts';
import type { Pause } from '../../store/port/deliveries.ts';
import type { Store } from '../../store/store.ts';
import { plain } from './blocks.ts';
import { escaped } from './escape.ts';
import { channelIn, type RawInner } from './payloads.ts';
import type { Tokens } from './tokens.ts';
import { createTurns } from '../turns.ts';

export interface Healing {
  /** Something happened to a channel, or to us. */
  readonly happened: (team: string, event: RawInner) => void;
  /** Pauses or resumes the channel as things are now. @returns why nothing can be posted there, in its language */
  readonly look: (team: string, channel: Channel) => Promise<string | undefined>;
  /** A channel was paused because of what came of posting there: whoever subscribed is told. */
  readonly paused: (channel: Channel, reason: string) => void;
  /** There may have been events that nobody heard: what is paused is looked at. */
  readonly lookAtPaused: () => void;
  /** The app is there again. */
  readonly installed: (team: string) => Promise<void>;
  readonly idle: () => Promise<void>;
}

export interface HealingParts {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly now: () => number;
  readonly log: Log;
  /** There may be something to send again. */
  readonly deliver: () => void;
  /** Where whoever looks after the bot is told. */
  readonly operatorChannel: () => Promise<number>;
}

type Because = Exclude<keyof SlackTexts['because'], 'lacksScope' | 'says'>;

/** Should Slack's word be missed, or wrong, a message is tried after all; the sender then waits longer each time. */
const retryMs = 60 * 60_000;
/** A channel that a hundred people subscribed in is looked after by some of them. */
const mostTold = 5;
/** `conversations.info` is of tier 3: 50 a minute. */
const mostLooks = 40;

/** Slack's events about a channel, and what they mean for messages there; the others are looked into. */
const hindrances: Readonly<Record<string, Because>> = {
  channel_archive: 'archived',
  group_archive: 'archived',
  channel_deleted: 'notThere',
  group_deleted: 'notThere',
  channel_left: 'notMember',
  group_left: 'notThere',
};
const mending = ['channel_unarchive', 'group_unarchive', 'group_open'];
const renames = ['channel_rename', 'group_rename'];

/** Of an answer to `conversations.info`. */
interface RawChannel {
  readonly name?: string;
  readonly is_archived?: boolean;
  readonly is_member?: boolean;
  readonly is_private?: boolean;
  readonly is_im?: boolean;
}

export function createHealing(parts: HealingParts): Healing {
  const { store, tokens, now, log, deliver, operatorChannel } = parts;
  const { workspaces, deliveries } = store;
  const turns = createTurns(log);

  return {
    happened(team, event) {
      void turns.add(team, () => actUpon(team, event));
    },
    look,
    paused(channel, reason) {
      void turns.add('told', async () => {
        const workspace = await workspaceOf(channel);
        if (workspace !== undefined) await tell(workspace, channel, reason);
      });
    },
    lookAtPaused: () => turns.addLook('paused', lookAtPaused),
    async installed(team) {
      const workspace = await workspaces.find('slack', team);
      if (workspace === undefined) return;
      await deliveries.resumeWorkspace(workspace.id, now());
      deliver();
      turns.addLook('paused', lookAtPaused);
    },
    idle: turns.idle,
  };

  async function actUpon(team: string, event: RawInner): Promise<void> {
    const { type } = event;
    if (type === 'app_uninstalled' || (type === 'tokens_revoked' && (event.tokens?.bot ?? []).length > 0))
      return removed(team);
    const workspace = await workspaces.find('slack', team);
    const channel = workspace && (await workspaces.findChannel(workspace.id, channelIn(event)));
    if (workspace === undefined || channel === undefined) return;
    if (renames.includes(type)) return renamed(workspace, event);
    const isUs = event.user !== undefined && event.user === (await tokens.ofTeam(team))?.botId;
    const because = type === 'member_left_channel' && isUs ? 'notMember' : hindrances[type];
    if (because !== undefined) return broken(workspace, channel, because);
    if (mending.includes(type) || (type === 'member_joined_channel' && isUs)) await look(team, channel);
  }

  async function broken(workspace: Workspace, channel: Channel, because: Because): Promise<void> {
    const reason = textsFor(channel.language).slack.because[because];
    const surprised = channel.status === 'ok';
    await pause(channel, reason);
    if (surprised) await tell(workspace, channel, reason);
  }

  async function renamed({ id }: Workspace, { channel }: RawInner): Promise<void> {
    if (typeof channel === 'object' && channel.name !== undefined)
      await workspaces.openChannel(id, channel.id, channel.name);
  }

  async function removed(team: string): Promise<void> {
    await tokens.uninstall(team);
    const workspace = await workspaces.find('slack', team);
    if (workspace === undefined) return;
    const reason = textsFor(workspace.language).slack.because.notInstalled;
    await deliveries.pauseWorkspace(workspace.id, await pauseFor(reason));
    log.warn({ team }, 'Slack: the app was removed from a workspace');
  }

  async function look(team: string, known: Channel): Promise<string | undefined> {
    // Whoever asks may just have resumed it.
    const channel = (await workspaces.channel(known.id)) ?? known;
    const because = await hindranceIn(team, channel);
    const texts = textsFor(channel.language).slack;
    if (because === 'nobody can tell') return undefined;
    // A message may come through all the same (chat:write.public): only that is told.
    if (because === 'notMember') return texts.because.notMember;
    if (because !== undefined) {
      const reason = texts.because[because];
      await pause(channel, reason);
      return reason;
    }
    // Somebody wants it to rest: that is not ours to end.
    if (channel.status === 'paused' && channel.pausedBy === undefined) {
      await deliveries.resumeChannel(channel.id, now());
      deliver();
    }
    return undefined;
  }

  /** A public channel is joined where we may: then nobody need invite us. */
  async function hindranceIn(
    team: string,
    { workspaceId, externalId }: Channel,
  ): Promise<Because | 'nobody can tell' | undefined> {
    const { outcome, error, said } = await tokens.ask(team, 'conversations.info', { channel: externalId });
    if (error === 'channel_not_found') return 'notThere';
    if (outcome.kind !== 'done') return 'nobody can tell';
    const there = (said?.['channel'] ?? {}) as RawChannel;
    if (there.name !== undefined && there.is_im !== true)
      await workspaces.openChannel(workspaceId, externalId, there.name);
    if (there.is_archived === true) return 'archived';
    // Whoever does not say that we are outside is believed to have let us in.
    if (there.is_im === true || there.is_member !== false) return undefined;
    if (there.is_private === true) return 'notThere';
    const joined = await tokens.ask(team, 'conversations.join', { channel: externalId });
    return joined.outcome.kind === 'done' ? undefined : 'notMember';
  }

  async function pause(channel: Channel, reason: string): Promise<void> {
    if (channel.pausedBy !== undefined || channel.reason === reason) return;
    await deliveries.pauseChannel(channel.id, await pauseFor(reason));
    log.warn({ channel: channel.externalId, reason }, 'Slack: a channel is paused');
  }

  async function pauseFor(reason: string): Promise<Pause> {
    const at = now();
    return { now: at, reason, retryAt: at + retryMs, noticeTo: await operatorChannel() };
  }

  async function lookAtPaused(): Promise<void> {
    let looks = 0;
    for (const { id, externalId: team } of await workspaces.ofPlatform('slack')) {
      for (const channel of await workspaces.channels(id)) {
        if (channel.status !== 'paused' || channel.pausedBy !== undefined || looks >= mostLooks) continue;
        looks += 1;
        await look(team, channel);
      }
    }
  }

  /** Where they are sure to read it: in their direct messages. Who takes none is told by `/subscriptions`. */
  async function tell(workspace: Workspace, channel: Channel, reason: string): Promise<void> {
    const all = await store.subscriptions.ofChannel(channel.id);
    const people = [...new Set(all.map(({ createdBy }) => createdBy))].slice(0, mostTold);
    const { slack } = textsFor(channel.language);
    const place = channel.name === undefined ? workspace.name : `#${channel.name}`;
    const sentence = slack.channelPaused(place, reason);
    for (const person of people) {
      await tokens.ask(workspace.externalId, 'chat.postMessage', {
        channel: person,
        text: escaped(sentence, 1500),
        blocks: [{ type: 'section', text: plain(sentence.slice(0, 1500)) }],
      });
    }
  }

  async function workspaceOf({ workspaceId }: Channel): Promise<Workspace | undefined> {
    return (await workspaces.ofPlatform('slack')).find(({ id }) => id === workspaceId);
  }
}
