/** Puts a message where people see it, changes it, takes it away; tells the gateway. Asks no permission. */
import { isArchived } from './archive.ts';
import { record, textOf } from './form.ts';
import { pingsOf } from './mentions.ts';
import { flags } from './message-rules.ts';
import { channelPermissions } from './permissions.ts';
import type { Channel, Id, Json, Message, User } from './shapes.ts';
import { guildOf, liveMessage, type State } from './state.ts';
import { wireChannel, wireMember, wireMessage } from './wire.ts';

/** What a sender may set ("Create Message" and "Interaction Callback", the note on flags). */
const mayBeSet = flags.suppressEmbeds | flags.silent | flags.v2;

export interface Writing {
  readonly author: User;
  readonly id?: Id;
  readonly nonce?: string | number | undefined;
  readonly replyTo?: Id | undefined;
  readonly interactionId?: Id | undefined;
  readonly privateTo?: Id | undefined;
  /** Flags that are not the sender's to set. */
  readonly flags?: number;
}

export function writeMessage(state: State, channel: Channel, body: Json, writing: Writing): Message {
  const version = versionOf(state, body);
  const message: Message = {
    id: writing.id ?? state.nextId(),
    channelId: channel.id,
    author: writing.author,
    sentAt: state.now(),
    versions: [version],
    flags:
      (Number(body['flags'] ?? 0) & mayBeSet) |
      (writing.flags ?? 0) |
      (writing.privateTo === undefined ? 0 : flags.private),
    pings: pings(state, channel, body, version, writing),
    replyTo: writing.replyTo,
    interactionId: writing.interactionId,
    privateTo: writing.privateTo,
    deletedAt: undefined,
  };
  channel.messages.push(message);
  channel.messagesById.set(message.id, message);
  if (channel.thread !== undefined) stirThread(state, channel, channel.thread);
  const nonce = writing.nonce === undefined ? {} : { nonce: writing.nonce };
  tell(state, 'MESSAGE_CREATE', channel, message, nonce);
  return message;
}

/** Whoever writes in an archived thread opens it again. */
function stirThread(state: State, channel: Channel, thread: NonNullable<Channel['thread']>): void {
  const wasArchived = isArchived(channel, state.now());
  thread.archived = false;
  thread.lastActiveAt = state.now();
  if (wasArchived) state.emit({ name: 'THREAD_UPDATE', channel, data: wireChannel(state, channel) });
}

/** Nobody is called by an edit, unless it fills a message that was waiting; what is absent from the body stays. */
export function rewriteMessage(state: State, channel: Channel, message: Message, body: Json): void {
  const before = message.versions.at(-1);
  const next = versionOf(state, { ...before, ...body });
  if ((message.flags & flags.loading) !== 0) {
    message.versions.length = 0;
    message.pings = pings(state, channel, body, next, message);
  }
  message.versions.push(next);
  message.flags = (message.flags | (Number(body['flags'] ?? 0) & mayBeSet)) & ~flags.loading;
  tell(state, 'MESSAGE_UPDATE', channel, message);
}

export function removeMessage(state: State, channel: Channel, message: Message): void {
  message.deletedAt = state.now();
  if (message.privateTo !== undefined) return;
  const { id } = message;
  const data = {
    id,
    channel_id: channel.id,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
  };
  state.emit({ name: 'MESSAGE_DELETE', data, channel });
}

function versionOf(state: State, body: Json): Message['versions'][number] {
  return {
    content: textOf(body['content']),
    embeds: list(body['embeds']).map((embed) => ({ type: 'rich', ...embed })),
    components: numbered(list(body['components'])),
    at: state.now(),
  };
}

/** Discord gives every component an id, counting up, where the sender gave none. */
function numbered(components: readonly Json[]): readonly Json[] {
  let last = 0;
  const number = (component: Json): Json => {
    last += 1;
    const id = component['id'] ?? last;
    const children = component['components'];
    return {
      ...component,
      id,
      ...(Array.isArray(children) ? { components: children.map((child) => number(record(child))) } : {}),
      ...(component['accessory'] === undefined ? {} : { accessory: number(record(component['accessory'])) }),
    };
  };
  return components.map((component) => number(component));
}

function pings(
  state: State,
  channel: Channel,
  body: Json,
  version: Message['versions'][number],
  writing: Pick<Writing, 'author' | 'interactionId' | 'replyTo'>,
): Message['pings'] {
  const guild = guildOf(state, channel);
  return pingsOf({
    content: version.content,
    components: version.components,
    allowed: body['allowed_mentions'] ?? undefined,
    fromInteraction: writing.interactionId !== undefined,
    guild,
    permissions: channelPermissions(guild, channel, writing.author.id, state.now()),
    repliedTo: writing.replyTo === undefined ? undefined : liveMessage(channel, writing.replyTo)?.author.id,
  });
}

/** Private messages are told to nobody over the gateway. */
function tell(state: State, name: string, channel: Channel, message: Message, more: Json = {}): void {
  if (message.privateTo !== undefined) return;
  state.emit({
    name,
    channel,
    message,
    // Written only where somebody listens: most of 100,000 sends are heard by nobody.
    get data() {
      return { ...wireMessage(state, channel, message), ...more, ...whereOf(state, channel, message.author) };
    },
  });
}

/** Of a message in a guild: the guild, and its author as a member. */
function whereOf(state: State, channel: Channel, author: User): Json {
  const member = guildOf(state, channel)?.members.get(author.id);
  if (member === undefined) return {};
  const { user: _, ...partial } = wireMember(member);
  return { guild_id: channel.guildId, member: partial };
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map((entry) => record(entry)) : [];
}
