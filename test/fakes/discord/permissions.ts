/**
 * Who may do what where: the roles of a member, then the overwrites of the channel.
 * Order and bits: Discord's "Permissions", "Permission Overwrites" and "Inherited Permissions (Threads)".
 */
import { Refusal } from './refusal.ts';
import type { Channel, Guild, Id, Member } from './shapes.ts';

export const permissions = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;
export type Permission = keyof typeof permissions;

const all = (1n << 53n) - 1n;
const whenTimedOut = permissions.VIEW_CHANNEL | permissions.READ_MESSAGE_HISTORY;
/** What a channel that one may not write in takes away as well ("Implicit Permissions"). */
const onlyWithSending = permissions.MENTION_EVERYONE | permissions.ATTACH_FILES | permissions.EMBED_LINKS;

export function bitsOf(names: readonly Permission[]): bigint {
  return names.reduce((bits, name) => bits | permissions[name], 0n);
}

/** In the guild as a whole, without a channel's overwrites. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (member.user.id === guild.ownerId) return all;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) bits |= guild.roles.get(id)?.permissions ?? 0n;
  return (bits & permissions.ADMINISTRATOR) === 0n ? bits : all;
}

/** A thread has those of its parent. Direct channels: everything that makes sense there. */
export function channelPermissions(
  guild: Guild | undefined,
  channel: Channel,
  userId: Id,
  now: number,
): bigint {
  if (guild === undefined) return channel.recipient === undefined ? 0n : all;
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  const base = guildPermissions(guild, member);
  if (base === all) return all;

  const home =
    channel.thread === undefined ? channel : (guild.channels.get(channel.parentId ?? '') ?? channel);
  let bits = overwritten(base, guild, home, member);
  if (now < member.timedOutUntil) bits &= whenTimedOut;
  if ((bits & permissions.VIEW_CHANNEL) === 0n) return 0n;
  const speaks =
    channel.thread === undefined ? permissions.SEND_MESSAGES : permissions.SEND_MESSAGES_IN_THREADS;
  return (bits & speaks) === 0n ? bits & ~onlyWithSending : bits;
}

function overwritten(base: bigint, guild: Guild, channel: Channel, member: Member): bigint {
  let bits = base;
  const everyone = channel.overwrites.get(guild.id);
  if (everyone !== undefined) bits = (bits & ~everyone.deny) | everyone.allow;
  let [allow, deny] = [0n, 0n];
  for (const id of member.roles) {
    const overwrite = channel.overwrites.get(id);
    allow |= overwrite?.allow ?? 0n;
    deny |= overwrite?.deny ?? 0n;
  }
  bits = (bits & ~deny) | allow;
  const own = channel.overwrites.get(member.user.id);
  return own === undefined ? bits : (bits & ~own.deny) | own.allow;
}

export function has(bits: bigint, ...names: readonly Permission[]): boolean {
  const wanted = bitsOf(names);
  return (bits & wanted) === wanted;
}

/** Throws 50001 where the channel cannot even be seen, 50013 where it can. */
export function mustHave(bits: bigint, ...names: readonly Permission[]): void {
  if (!has(bits, 'VIEW_CHANNEL')) throw new Refusal(50001);
  if (!has(bits, ...names)) throw new Refusal(50013);
}
