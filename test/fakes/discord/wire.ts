/** The state as Discord writes it in JSON. */
import { isArchived } from './archive.ts';
import { flags } from './message-rules.ts';
import { channelPermissions } from './permissions.ts';
import {
  channelTypes,
  type Channel,
  type Guild,
  type Json,
  type Member,
  type Message,
  type Role,
  type User,
} from './shapes.ts';
import { directChannel, guildOf, liveMessage, type State } from './state.ts';

export function wireUser(user: User): Json {
  return {
    id: user.id,
    username: user.name,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.name,
    avatar: null,
    public_flags: 0,
    ...(user.bot ? { bot: true } : {}),
  };
}

export function wireMember(member: Member): Json {
  return {
    user: wireUser(member.user),
    nick: null,
    avatar: null,
    roles: [...member.roles],
    joined_at: iso(0),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: member.timedOutUntil > 0 ? iso(member.timedOutUntil) : null,
  };
}

export function wireRole(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: String(role.permissions),
    managed: false,
    mentionable: role.mentionable,
    flags: 0,
  };
}

export function wireChannel(state: State, channel: Channel): Json {
  const base = {
    id: channel.id,
    type: channelTypes[channel.kind],
    last_message_id: channel.messages.at(-1)?.id ?? null,
    flags: channel.tagRequired ? 1 << 4 : 0,
  };
  if (channel.recipient !== undefined) return { ...base, recipients: [wireUser(channel.recipient)] };
  const inGuild = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (channel.thread !== undefined) return { ...inGuild, ...wireThread(state, channel, channel.thread) };
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: false,
    permission_overwrites: [...channel.overwrites].map(([id, { of, allow, deny }]) => ({
      id,
      type: of === 'role' ? 0 : 1,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(channel.kind === 'forum' ? wireForum(channel) : {}),
  };
}

function wireThread(state: State, channel: Channel, thread: NonNullable<Channel['thread']>): Json {
  const messages = channel.messages.filter((message) => message.deletedAt === undefined).length;
  return {
    owner_id: thread.ownerId,
    message_count: messages,
    total_message_sent: channel.messages.length,
    member_count: 1,
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: isArchived(channel, state.now()),
      locked: thread.locked,
      auto_archive_duration: thread.archiveAfterMinutes,
      archive_timestamp: iso(thread.lastActiveAt),
      create_timestamp: iso(thread.createdAt),
    },
  };
}

function wireForum(channel: Channel): Json {
  return {
    available_tags: channel.tags.map(({ id, name, moderated }) => ({
      id,
      name,
      moderated,
      emoji_id: null,
      emoji_name: null,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** A guild as `GET /guilds/{guild}` gives it; the gateway adds channels, members and threads. */
export function wireGuild(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    verification_level: 0,
    mfa_level: 0,
    nsfw_level: 0,
    nsfw: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    vanity_url_code: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...guild.roles.values()].map((role) => wireRole(role)),
  };
}

/** As `GUILD_CREATE` gives it: of the members only the bot, as to everybody without GUILD_PRESENCES. */
export function wireWholeGuild(state: State, guild: Guild): Json {
  const channels = [...guild.channels.values()];
  const botSees = (channel: Channel): boolean =>
    channelPermissions(guild, channel, state.bot.id, state.now()) !== 0n;
  return {
    ...wireGuild(guild),
    joined_at: iso(0),
    large: false,
    ...(!state.eventsAreBare && { unavailable: false }),
    member_count: guild.members.size,
    members: [...guild.members.values()]
      .filter(({ user }) => user === state.bot)
      .map((member) => wireMember(member)),
    channels: channels.filter(({ thread }) => thread === undefined).map((one) => wireChannel(state, one)),
    threads: channels
      .filter((one) => one.thread !== undefined && !isArchived(one, state.now()) && botSees(one))
      .map((one) => wireChannel(state, one)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** As history shows it; `nonce` is only in the answer to whoever sent it and in the event. */
export function wireMessage(state: State, channel: Channel, message: Message): Json {
  const version = message.versions.at(-1);
  const edited = message.versions.length > 1;
  const repliedTo = message.replyTo === undefined ? undefined : liveMessage(channel, message.replyTo);
  const thread = state.channels.get(message.id);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: typeOf(message),
    author: wireUser(message.author),
    content: version?.content ?? '',
    embeds: version?.embeds ?? [],
    components: version?.components ?? [],
    attachments: [],
    timestamp: iso(message.sentAt),
    edited_timestamp: edited ? iso(version?.at ?? 0) : null,
    tts: false,
    pinned: false,
    flags: message.flags | (thread === undefined || thread === channel ? 0 : 1 << 5),
    mention_everyone: message.pings.everyone,
    mentions: message.pings.users.flatMap((id) => {
      const user = state.users.get(id);
      return user === undefined ? [] : [wireUser(user)];
    }),
    mention_roles: message.pings.roles,
    ...(message.interactionId === undefined
      ? {}
      : { application_id: state.applicationId, webhook_id: state.applicationId }),
    ...(message.replyTo === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: message.replyTo,
            channel_id: channel.id,
            guild_id: channel.guildId,
          },
          referenced_message: repliedTo === undefined ? null : wireMessage(state, channel, repliedTo),
        }),
    ...(thread === undefined || thread === channel ? {} : { thread: wireChannel(state, thread) }),
  };
}

function typeOf(message: Message): number {
  if (message.interactionId !== undefined && (message.flags & flags.loading) === 0) return 20;
  return message.replyTo === undefined ? 0 : 19;
}

/** The bot's permissions there, and the channel's place, as an interaction carries them. */
export function wirePlace(state: State, channel: Channel): Json {
  const guild = guildOf(state, channel);
  const bits = channelPermissions(guild, channel, state.bot.id, state.now());
  return {
    ...(state.interactionsName === 'channel and id' && { channel: wireChannel(state, channel) }),
    ...(state.interactionsName !== 'nothing' && { channel_id: channel.id }),
    app_permissions: String(bits),
    ...(guild === undefined
      ? { context: 1, authorizing_integration_owners: { 0: '0' } }
      : {
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_id: guild.id,
          guild_locale: guild.locale,
          context: 0,
          authorizing_integration_owners: { 0: guild.id },
        }),
  };
}

export function wireDirectChannel(state: State, user: User): Json {
  return wireChannel(state, directChannel(state, user));
}

/** Discord's form of a time: "2026-11-26T08:00:00.000000+00:00". */
export function iso(ms: number): string {
  // In virtual time many messages have the same one, and writing it is a third of the work of sending.
  if (ms !== lastWritten.ms) lastWritten = { ms, text: new Date(ms).toISOString().replace('Z', '000+00:00') };
  return lastWritten.text;
}

let lastWritten = { ms: Number.NaN, text: '' };
