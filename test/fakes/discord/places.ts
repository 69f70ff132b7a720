/** Guilds and channels, as a test makes and changes them. Whatever is named for the first time is made. */
import { ledgerOf, threadsOf, type Line } from './ledger.ts';
import { personIn, type Person } from './people.ts';
import { bitsOf, type Permission } from './permissions.ts';
import { removeBot, removeChannel } from './removal.ts';
import type { Channel, ChannelKind, Guild, Id, Member, Overwrite, User } from './shapes.ts';
import { addChannel, directChannel, type State } from './state.ts';
import { wireChannel, wireMember, wireRole, wireWholeGuild } from './wire.ts';

export interface GuildPlace {
  readonly id: Id;
  /** @param kind 'text' unless said otherwise; of a channel that is there already it is not looked at */
  readonly channel: (name: string, kind?: ChannelKind, forum?: ForumRules) => ChannelPlace;
  /** Makes somebody a member. @param may permissions that a role of their own gives them */
  readonly member: (name: string, ...may: readonly Permission[]) => Id;
  readonly role: (name: string, more?: { readonly mentionable?: boolean }) => Id;
  /** The bot's permissions in this guild, from now on, besides those of everybody. */
  readonly grantBot: (...may: readonly Permission[]) => void;
  readonly kickBot: () => void;
  readonly addBot: () => void;
  /** Discord's servers lose the guild for a while: the bot is still in it. */
  readonly outage: () => void;
  readonly outageOver: () => void;
}

export interface ForumRules {
  /** Names of tags; "name!" is one for moderators. */
  readonly tags?: readonly string[];
  readonly tagRequired?: boolean;
}

export interface ChannelPlace {
  readonly id: Id;
  /** Somebody of the guild, here. They join it if they are not there. */
  readonly member: (name: string) => Person;
  readonly ledger: () => readonly Line[];
  /** Threads and forum posts, oldest first. */
  readonly threads: () => readonly ChannelPlace[];
  readonly name: string;
  /** Ids of a forum's tags by their names. */
  readonly tags: Readonly<Record<string, Id>>;
  /** Takes permissions away here: from the bot, or from whom is named ("everyone", a member, a role). */
  readonly deny: (permissions: Permission | readonly Permission[], whom?: string) => void;
  /** Gives permissions here, or takes back a denial. */
  readonly allow: (permissions: Permission | readonly Permission[], whom?: string) => void;
  readonly archive: (locked?: boolean) => void;
  readonly remove: () => void;
}

const everybodyMay = bitsOf([
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'READ_MESSAGE_HISTORY',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'ADD_REACTIONS',
  'USE_APPLICATION_COMMANDS',
]);

export function guildPlace(state: State, name: string): GuildPlace {
  const guild = [...state.guilds.values()].find((one) => one.name === name) ?? addGuild(state, name);
  return {
    id: guild.id,
    channel(channelName, kind = 'text', forum = {}) {
      const known = [...guild.channels.values()].find((one) => one.name === channelName);
      return channelPlace(state, known ?? newChannel(state, guild, channelName, kind, forum));
    },
    member(who, ...may) {
      const member = memberOf(state, guild, who);
      if (may.length > 0) member.roles.add(addRole(state, guild, `${who}'s`, bitsOf(may), false));
      return member.user.id;
    },
    role: (roleName, more = {}) =>
      [...guild.roles.values()].find((role) => role.name === roleName)?.id ??
      addRole(state, guild, roleName, 0n, more.mentionable ?? false),
    grantBot(...may) {
      const member = guild.members.get(state.bot.id);
      member?.roles.add(addRole(state, guild, state.bot.name, bitsOf(may), false));
      if (member !== undefined) tellMember(state, guild, member);
    },
    kickBot: () => removeBot(state, guild),
    addBot() {
      guild.members.set(state.bot.id, newMember(state.bot));
      state.emit({ name: 'GUILD_CREATE', data: wireWholeGuild(state, guild) });
    },
    outage: () => state.emit({ name: 'GUILD_DELETE', data: { id: guild.id, unavailable: true } }),
    outageOver: () => state.emit({ name: 'GUILD_CREATE', data: wireWholeGuild(state, guild) }),
  };
}

function addGuild(state: State, name: string): Guild {
  const owner = userNamed(state, `owner of ${name}`);
  const id = state.nextId();
  const guild: Guild = {
    id,
    name,
    ownerId: owner.id,
    locale: 'en-US',
    roles: new Map([[id, { id, name: '@everyone', permissions: everybodyMay, mentionable: false }]]),
    members: new Map([owner, state.bot].map((user) => [user.id, newMember(user)])),
    channels: new Map(),
  };
  state.guilds.set(id, guild);
  state.emit({ name: 'GUILD_CREATE', data: wireWholeGuild(state, guild) });
  return guild;
}

function newChannel(state: State, guild: Guild, name: string, kind: ChannelKind, forum: ForumRules): Channel {
  const tags = (forum.tags ?? []).map((tag) => ({
    id: state.nextId(),
    name: tag.replace(/!$/, ''),
    moderated: tag.endsWith('!'),
  }));
  const channel = addChannel(state, kind, name, {
    guildId: guild.id,
    tags,
    tagRequired: forum.tagRequired ?? false,
  });
  state.emit({ name: 'CHANNEL_CREATE', channel, data: wireChannel(state, channel) });
  return channel;
}

function addRole(state: State, guild: Guild, name: string, permissions: bigint, mentionable: boolean): Id {
  const role = { id: state.nextId(), name, permissions, mentionable };
  guild.roles.set(role.id, role);
  state.emit({ name: 'GUILD_ROLE_CREATE', data: { guild_id: guild.id, role: wireRole(role) } });
  return role.id;
}

function memberOf(state: State, guild: Guild, name: string): Member {
  const user = userNamed(state, name);
  let member = guild.members.get(user.id);
  if (member === undefined) {
    member = newMember(user);
    guild.members.set(user.id, member);
    state.emit({ name: 'GUILD_MEMBER_ADD', data: { ...wireMember(member), guild_id: guild.id } });
  }
  return member;
}

/** The bot hears of its own changes whatever its intents. */
function tellMember(state: State, guild: Guild, member: Member): void {
  state.emit({ name: 'GUILD_MEMBER_UPDATE', data: { ...wireMember(member), guild_id: guild.id } });
}

function newMember(user: User): Member {
  return { user, roles: new Set(), timedOutUntil: 0 };
}

export function userNamed(state: State, name: string): User {
  const known = [...state.users.values()].find((user) => user.name === name);
  if (known !== undefined) return known;
  const user: User = { id: state.nextId(), name, bot: false, locale: 'en-US', takesDirectMessages: true };
  state.users.set(user.id, user);
  return user;
}

export function channelPlace(state: State, channel: Channel): ChannelPlace {
  const guild = state.guilds.get(channel.guildId ?? '');
  const change = (names: Permission | readonly Permission[], whom: string, how: 'allow' | 'deny'): void => {
    const bits = bitsOf(typeof names === 'string' ? [names] : names);
    const [id, of] = whomIn(state, guild, whom);
    const before = channel.overwrites.get(id) ?? { of, allow: 0n, deny: 0n };
    channel.overwrites.set(id, {
      of,
      allow: how === 'allow' ? before.allow | bits : before.allow & ~bits,
      deny: how === 'deny' ? before.deny | bits : before.deny & ~bits,
    });
    state.emit({ name: 'CHANNEL_UPDATE', channel, data: wireChannel(state, channel) });
  };
  return {
    id: channel.id,
    name: channel.name,
    tags: Object.fromEntries(channel.tags.map((tag) => [tag.name, tag.id])),
    member(name) {
      const user = guild === undefined ? userNamed(state, name) : memberOf(state, guild, name).user;
      return personIn(state, channel, user);
    },
    ledger: () => ledgerOf(state, channel),
    threads: () => threadsOf(state, channel).map((thread) => channelPlace(state, thread)),
    deny: (names, whom = state.bot.name) => change(names, whom, 'deny'),
    allow: (names, whom = state.bot.name) => change(names, whom, 'allow'),
    archive(locked = false) {
      if (channel.thread === undefined) throw new Error(`#${channel.name} is no thread`);
      Object.assign(channel.thread, { archived: true, locked, lastActiveAt: state.now() });
      state.emit({ name: 'THREAD_UPDATE', channel, data: wireChannel(state, channel) });
    },
    remove: () => removeChannel(state, channel),
  };
}

function whomIn(state: State, guild: Guild | undefined, whom: string): [Id, Overwrite['of']] {
  if (guild === undefined) throw new Error('a direct channel has no permissions to change');
  if (whom === 'everyone') return [guild.id, 'role'];
  if (whom === state.bot.name) return [state.bot.id, 'member'];
  const role = [...guild.roles.values()].find(({ name }) => name === whom);
  return role === undefined ? [memberOf(state, guild, whom).user.id, 'member'] : [role.id, 'role'];
}

/** A direct conversation with the bot, from the person's side. */
export function directPlace(state: State, name: string): Person {
  const user = userNamed(state, name);
  return personIn(state, directChannel(state, user), user);
}
