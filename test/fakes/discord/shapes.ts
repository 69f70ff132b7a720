/** The nouns of the fake Discord, as it keeps them; `wire.ts` turns them into what travels. */

/** A snowflake: digits, ascending with time. */
export type Id = string;
export type Json = Readonly<Record<string, unknown>>;

export interface User {
  readonly id: Id;
  readonly name: string;
  readonly bot: boolean;
  /** The language of this person's client, as Discord writes it: "en-US". */
  locale: string;
  /** Whether direct messages are let in; otherwise sending one is refused with 50007. */
  takesDirectMessages: boolean;
}

export interface Role {
  readonly id: Id;
  readonly name: string;
  permissions: bigint;
  readonly mentionable: boolean;
}

export interface Member {
  readonly user: User;
  readonly roles: Set<Id>;
  /** Milliseconds; until then a member can only look. */
  timedOutUntil: number;
}

export interface Guild {
  readonly id: Id;
  readonly name: string;
  readonly ownerId: Id;
  locale: string;
  /** @everyone among them, under the guild's own id. */
  readonly roles: Map<Id, Role>;
  readonly members: Map<Id, Member>;
  readonly channels: Map<Id, Channel>;
}

/** Discord's numbers of channel types. */
export const channelTypes = {
  text: 0,
  direct: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  thread: 11,
  privateThread: 12,
  forum: 15,
} as const;
export type ChannelKind = keyof typeof channelTypes;

export interface Overwrite {
  /** Of a role, or of one member. */
  readonly of: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Tag {
  readonly id: Id;
  readonly name: string;
  /** Only for those who may manage threads. */
  readonly moderated: boolean;
}

export interface ThreadState {
  readonly ownerId: Id;
  readonly createdAt: number;
  archived: boolean;
  locked: boolean;
  archiveAfterMinutes: number;
  /** When it was last archived, opened again or written in; an archive by silence counts from here. */
  lastActiveAt: number;
  appliedTags: readonly Id[];
}

export interface Channel {
  readonly id: Id;
  readonly kind: ChannelKind;
  name: string;
  readonly guildId: Id | undefined;
  readonly parentId: Id | undefined;
  /** By the id of the role or member they are for. */
  readonly overwrites: Map<Id, Overwrite>;
  /** Of a forum. */
  tags: readonly Tag[];
  tagRequired: boolean;
  readonly thread: ThreadState | undefined;
  /** Who it is a direct channel with. */
  readonly recipient: User | undefined;
  /** Oldest first; deleted ones stay, marked. */
  readonly messages: Message[];
  readonly messagesById: Map<Id, Message>;
}

/** Who is really called by a message: what is mentioned, allowed, and permitted. */
export interface Pings {
  readonly everyone: boolean;
  readonly roles: readonly Id[];
  readonly users: readonly Id[];
}

export interface Version {
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly Json[];
  readonly at: number;
}

export interface Message {
  readonly id: Id;
  readonly channelId: Id;
  readonly author: User;
  readonly sentAt: number;
  /** What it said, oldest first; the last one is what is seen. */
  readonly versions: Version[];
  flags: number;
  pings: Pings;
  readonly replyTo: Id | undefined;
  readonly interactionId: Id | undefined;
  /** Only this person sees it. */
  readonly privateTo: Id | undefined;
  deletedAt: number | undefined;
}

/** A request as it arrives: what a pure function needs of HTTP. */
export interface Request {
  readonly method: string;
  /** Path and query: "/api/v10/channels/1/messages?limit=5". */
  readonly path: string;
  /** "Bot …", as it was sent. */
  readonly authorization?: string | undefined;
  /** Already parsed. `malformed` stands for bytes that are no JSON. */
  readonly body?: unknown;
}

export const malformed = Symbol('a body that is no JSON');

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; a string is sent as it is, as HTML; undefined is an empty body. */
  readonly body: unknown;
  /** The answer is held back for so long. */
  readonly delayMs?: number;
}

/** Something that happened, on its way to every session that may hear of it. */
export interface Event {
  /** Discord's name: "MESSAGE_CREATE". */
  readonly name: string;
  readonly data: Json;
  /** Where it happened; who cannot see that channel is not told. */
  readonly channel?: Channel | undefined;
  /** Of a message in `data`: who wrote it, for the content that may be told. */
  readonly message?: Message | undefined;
}
