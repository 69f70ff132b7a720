/** Workspaces, channels and people as a test names them: made when first named. */
import { everything, ledgerOf, seenBy, type Line } from './ledger.ts';
import { install, revoke, uninstall } from './installs.ts';
import { nothingSaid } from './said.ts';
import type { Channel, Id, Install, Posting, Team, User, UserKind } from './shapes.ts';
import { addChannel, addUser, directChannel, type State } from './state.ts';
import { writeMessage } from './write-message.ts';

export interface TeamPlace {
  readonly id: Id;
  readonly name: string;
  /** The bot's newest token, good or not. */
  readonly token: () => string;
  readonly botUserId: Id;
  readonly botId: Id;
  /** A channel with the bot in it. */
  readonly channel: (name: string, more?: ChannelOptions) => ChannelPlace;
  readonly person: (name: string, more?: PersonOptions) => PersonPlace;
  /** A group of people that can be mentioned. @returns its id */
  readonly group: (handle: string, ...members: readonly PersonPlace[]) => Id;
  /** Once more, with a new token. */
  readonly install: (scopes?: readonly string[]) => Install;
  readonly uninstall: () => void;
  readonly revokeToken: () => void;
  /** The token has these scopes from now on, as after another installation. */
  readonly grant: (...scopes: readonly string[]) => void;
  readonly deny: (...scopes: readonly string[]) => void;
  /** For how long messages may be edited: a setting of the workspace. */
  readonly editWindow: (ms: number) => void;
  readonly team: Team;
}

export interface ChannelOptions {
  readonly private?: boolean;
  /** Whether the bot is in it; true by default. */
  readonly withBot?: boolean;
}

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
  readonly inviteBot: (by?: PersonPlace) => void;
  readonly removeBot: () => void;
  readonly channel: Channel;
}

export interface PersonOptions {
  readonly kind?: UserKind;
  /** "Europe/Paris" */
  readonly zone?: string;
  /** "fr-FR" */
  readonly locale?: string;
}

export interface PersonPlace {
  readonly id: Id;
  readonly name: string;
  readonly user: User;
  /** The conversation with the bot. */
  readonly direct: () => ChannelPlace;
  readonly joins: (channel: ChannelPlace) => void;
  /** What this person sees, private messages too. */
  readonly sees: (channel: ChannelPlace) => readonly Line[];
  /** Writes a message; the bot hears of it only where it may. @returns its ts */
  readonly says: (channel: ChannelPlace, text: string) => string;
  /** The account is deactivated. */
  readonly leavesTheTeam: () => void;
}

export function teamPlace(state: State, name: string): TeamPlace {
  const team = [...state.teams.values()].find((one) => one.name === name) ?? newTeam(state, name);
  const held = (): Install => team.install!;
  return {
    id: team.id,
    name,
    token: () => held().token,
    get botUserId() {
      return held().botUserId;
    },
    get botId() {
      return held().botId;
    },
    channel: (called, more) => channelPlace(state, team, channelNamed(state, team, called, more)),
    person: (called, more) => personPlace(state, team, userNamed(state, team, called, more)),
    group(handle, ...members) {
      const id = state.nextId('S');
      team.groups.set(id, { id, handle, members: new Set(members.map((one) => one.id)) });
      return id;
    },
    install: (scopes) => install(state, team, ownerOf(team), scopes),
    uninstall: () => uninstall(state, team),
    revokeToken: () => revoke(state, team),
    grant(...scopes) {
      for (const scope of scopes) state.tokens.get(held().token)?.scopes.add(scope);
    },
    deny(...scopes) {
      for (const scope of scopes) state.tokens.get(held().token)?.scopes.delete(scope);
    },
    editWindow: (ms) => void (team.editWindowMs = ms),
    team,
  };
}

/** With an owner who has installed the app, and `#general`, which nobody leaves. */
function newTeam(state: State, name: string): Team {
  const team: Team = {
    id: state.nextId('T'),
    name,
    users: new Map(),
    channels: new Map(),
    groups: new Map(),
    editWindowMs: Infinity,
    install: undefined,
  };
  state.teams.set(team.id, team);
  const owner = addUser(state, team, 'owner', { kind: 'owner' });
  install(state, team, owner.id);
  addChannel(state, team, {
    kind: 'public',
    name: 'general',
    creator: owner.id,
    members: [owner.id],
    isGeneral: true,
  });
  return team;
}

function ownerOf(team: Team): Id {
  return [...team.users.values()].find(({ kind }) => kind === 'owner')!.id;
}

function channelNamed(state: State, team: Team, name: string, more: ChannelOptions = {}): Channel {
  const found = [...team.channels.values()].find((one) => one.kind !== 'im' && one.name === name);
  const channel =
    found ??
    addChannel(state, team, {
      kind: more.private === true ? 'private' : 'public',
      name,
      creator: ownerOf(team),
      members: [ownerOf(team)],
    });
  if (found === undefined && more.withBot !== false) channel.members.add(team.install!.botUserId);
  return channel;
}

function userNamed(state: State, team: Team, name: string, more: PersonOptions = {}): User {
  const found = [...team.users.values()].find((one) => one.name === name);
  if (found === undefined) return addUser(state, team, name, more);
  Object.assign(found, more);
  return found;
}

export function channelPlace(state: State, team: Team, channel: Channel): ChannelPlace {
  const { id } = channel;
  const mayHear = (): boolean => channel.members.has(team.install?.botUserId ?? '');
  const tell = (type: string, more: object = {}): void => {
    state.emit(team, { type, channel: id, actor_id: channel.creator, ...more });
  };
  return {
    id,
    get name() {
      return channel.name;
    },
    lines: () => ledgerOf(team, channel),
    everything: () => everything(team, channel),
    archive() {
      channel.archived = true;
      tell(channel.kind === 'private' ? 'group_archive' : 'channel_archive', { user: channel.creator });
    },
    unarchive() {
      channel.archived = false;
      tell(channel.kind === 'private' ? 'group_unarchive' : 'channel_unarchive', { user: channel.creator });
    },
    remove() {
      const heard = mayHear();
      team.channels.delete(id);
      if (heard || channel.kind === 'public')
        tell(channel.kind === 'private' ? 'group_deleted' : 'channel_deleted');
    },
    rename(name) {
      channel.name = name;
      const created = Math.floor(channel.createdAt / 1000);
      state.emit(team, {
        type: channel.kind === 'private' ? 'group_rename' : 'channel_rename',
        channel: { id, name, name_normalized: name, created, is_channel: true, is_mpim: false },
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
        channel_type: channel.kind === 'private' ? 'G' : 'C',
        team: team.id,
        inviter: by?.id ?? channel.creator,
      });
    },
    removeBot() {
      channel.members.delete(team.install!.botUserId);
      tell(channel.kind === 'private' ? 'group_left' : 'channel_left');
    },
    channel,
  };
}

export function personPlace(state: State, team: Team, user: User): PersonPlace {
  return {
    id: user.id,
    name: user.name,
    user,
    direct: () => channelPlace(state, team, directChannel(state, team, user.id, team.install!.botUserId)),
    joins({ channel }) {
      channel.members.add(user.id);
    },
    sees: ({ channel }) => seenBy(team, channel, user),
    says({ channel }, text) {
      return writeMessage(state, team, channel, { ...nothingSaid, text }, { by: user.id }).ts;
    },
    leavesTheTeam() {
      user.deleted = true;
    },
  };
}
