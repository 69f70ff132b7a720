/** What there is in a workspace, as the fake keeps it. `wire.ts` makes of it what travels. */

export type Json = Readonly<Record<string, unknown>>;
/** "C0000000012" */
export type Id = string;
/** Seconds and microseconds, "1767603600.000100": the id of a message in its channel, and its time. */
export type Ts = string;

export type UserKind = 'member' | 'admin' | 'owner' | 'guest' | 'single-channel guest' | 'bot';

export interface User {
  readonly id: Id;
  /** "ada" */
  readonly name: string;
  readonly teamId: Id;
  kind: UserKind;
  /** "fr-FR" */
  locale: string;
  /** "Europe/Paris" */
  zone: string;
  /** Deactivated; still named by its messages. */
  deleted: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im';

/** Who may write: Slack tells the reasons apart in its errors. */
export type Posting =
  | 'everybody'
  | 'restricted'
  | 'read only'
  | 'threads only'
  | 'no threads'
  | 'locked threads';

export interface Channel {
  readonly id: Id;
  readonly teamId: Id;
  readonly kind: ChannelKind;
  name: string;
  readonly createdAt: number;
  readonly creator: Id;
  readonly isGeneral: boolean;
  /** Ids of users; of an `im` both of its people. */
  readonly members: Set<Id>;
  archived: boolean;
  posting: Posting;
  /** Oldest first. */
  readonly messages: Message[];
  readonly byTs: Map<Ts, Message>;
  /** Replies by the message that begins their thread, whether that is there or not. */
  readonly threads: Map<Ts, Message[]>;
}

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Json;
}

/** What is said in one version of a message. */
export interface Said {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly metadata: Metadata | undefined;
}

export interface Version extends Said {
  readonly at: number;
  readonly pings: readonly Ping[];
  readonly links: readonly Link[];
}

export interface Message {
  readonly ts: Ts;
  readonly channelId: Id;
  readonly by: Id;
  /** Set where an app wrote it. */
  readonly botId: Id | undefined;
  readonly subtype: string | undefined;
  readonly threadTs: Ts | undefined;
  /** A reply that is shown in the channel too. */
  readonly broadcast: boolean;
  /** Ephemeral: only this person sees it, and no history has it. */
  readonly privateTo: Id | undefined;
  readonly unfurls: Unfurls;
  /** Oldest first. */
  readonly versions: Version[];
  deletedAt: number | undefined;
}

/** Somebody who is called by a message. */
export interface Ping {
  readonly kind: 'channel' | 'here' | 'everyone' | 'user' | 'group';
  /** Of the person or the group. */
  readonly id?: Id;
  /** "text", "blocks/2/text" */
  readonly where: string;
}

export interface Link {
  readonly url: string;
  /** What people see in its place. */
  readonly label: string;
  readonly where: string;
  /** A button's and an image's address are fetched by nobody else. */
  readonly of: 'text' | 'button' | 'image';
  /** What people see looks like the address of somebody else. */
  readonly deceptive: boolean;
}

export interface Unfurls {
  readonly links: boolean;
  readonly media: boolean;
}

export interface View {
  readonly id: Id;
  readonly teamId: Id;
  readonly userId: Id;
  /** The first of the stack in which it is. */
  readonly rootId: Id;
  readonly previousId: Id | undefined;
  hash: string;
  body: Json;
  /** A person has closed or sent it, or it was cleared away. */
  closed: boolean;
  /** What is shown below its fields, by `block_id`. */
  errors: Readonly<Record<string, string>>;
}

/** What a person did that lets the app open a view or answer: Slack's `trigger_id`. */
export interface Trigger {
  readonly id: string;
  readonly teamId: Id;
  readonly userId: Id;
  readonly at: number;
  /** The view in which it was done. */
  readonly viewId: Id | undefined;
  used: boolean;
}

/** A `response_url`. */
export interface Hook {
  readonly id: string;
  readonly teamId: Id;
  readonly channelId: Id;
  readonly userId: Id;
  readonly at: number;
  /** The message that was acted on. */
  readonly ts: Ts | undefined;
  used: number;
}

export interface UserGroup {
  readonly id: Id;
  readonly handle: string;
  readonly members: Set<Id>;
}

export interface Team {
  readonly id: Id;
  readonly name: string;
  readonly users: Map<Id, User>;
  readonly channels: Map<Id, Channel>;
  readonly groups: Map<Id, UserGroup>;
  /** For how long after a message its author may edit it, in ms; 0: never, Infinity: always. */
  editWindowMs: number;
  install: Install | undefined;
}

/** The app in a workspace; its bot stays the same through all installations. */
export interface Install {
  readonly botUserId: Id;
  readonly botId: Id;
  /** The newest one, good or not. */
  token: string;
  installedBy: Id;
  /** Whether the app is installed now. */
  active: boolean;
}

export interface Token {
  readonly kind: 'bot' | 'app';
  readonly teamId: Id | undefined;
  readonly scopes: Set<string>;
  state: 'good' | 'revoked' | 'inactive' | 'expired';
}

/** An authorization code, to be exchanged for a token. */
export interface Code {
  readonly teamId: Id;
  readonly userId: Id;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly at: number;
  used: boolean;
}
