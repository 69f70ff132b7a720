/** A channel as a test names it: what people see there, and what its people do to it. */
import { everything, ledgerOf, type Line } from './ledger.ts';
import type { Channel, Id, Posting, Team } from './shapes.ts';
import type { State } from './state.ts';

export interface ChannelPlace {
  readonly id: Id;
  readonly name: string;
  /** What everybody there sees. */
  readonly lines: () => readonly Line[];
  /** Deleted, private and lost messages too. */
  readonly everything: () => readonly Line[];
  readonly archive: () => void;
  readonly unarchive: () => void;
  readonly remove: () => void;
  readonly rename: (name: string) => void;
  readonly restrict: (posting: Posting) => void;
  /** @param by the id of who invites it */
  readonly inviteBot: (by?: Id) => void;
  /** @param told Slack says of `channel_left` that it "is sometimes withheld" */
  readonly removeBot: (told?: boolean) => void;
  readonly channel: Channel;
}

export function channelPlace(state: State, team: Team, channel: Channel): ChannelPlace {
  const { id } = channel;
  const isPrivate = channel.kind === 'private';
  /** Of a private channel the bot hears only while it is in it. */
  const tell = (what: string, more: object = {}, heard = mayHear()): void => {
    if (!heard) return;
    const type = `${isPrivate ? 'group' : 'channel'}_${what}`;
    state.emit(team, { type, channel: id, actor_id: channel.creator, ...more });
  };
  const mayHear = (): boolean => !isPrivate || channel.members.has(team.install?.botUserId ?? '');
  return {
    id,
    get name() {
      return channel.name;
    },
    lines: () => ledgerOf(team, channel),
    everything: () => everything(team, channel),
    archive() {
      channel.archived = true;
      tell('archive', { user: channel.creator });
    },
    unarchive() {
      channel.archived = false;
      tell('unarchive', { user: channel.creator });
    },
    remove() {
      team.channels.delete(id);
      tell('deleted');
    },
    rename(name) {
      channel.name = name;
      const created = Math.floor(channel.createdAt / 1000);
      tell('rename', {
        channel: { id, name, name_normalized: name, created, is_channel: !isPrivate, is_mpim: false },
      });
    },
    restrict: (posting) => void (channel.posting = posting),
    inviteBot(by) {
      const user = team.install!.botUserId;
      channel.members.add(user);
      state.emit(team, {
        type: 'member_joined_channel',
        user,
        channel: id,
        channel_type: isPrivate ? 'G' : 'C',
        team: team.id,
        inviter: by ?? channel.creator,
      });
    },
    removeBot(told = true) {
      channel.members.delete(team.install!.botUserId);
      tell('left', {}, told);
    },
    channel,
  };
}
