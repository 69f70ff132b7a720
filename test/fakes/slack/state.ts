/** Everything the fake knows: workspaces, tokens, what is open. */
import { openBuckets, type Buckets } from './buckets.ts';
import { usualEvents } from './events.ts';
import { usualLimits, type Limits } from './limits.ts';
import type { Channel, Code, Hook, Id, Json, Team, Token, Trigger, Ts, User, View } from './shapes.ts';

export interface Clock {
  /** Milliseconds since the epoch; must not go back. */
  readonly now: () => number;
  /** Runs a task once, later; returns what cancels it. */
  readonly after: (delayMs: number, task: () => void) => () => void;
}

export interface Options {
  /** Default: the real one. */
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  /** What the app asks for when it is installed. */
  readonly scopes?: readonly string[];
  /** The events to which the app subscribes; by default all but what people say in channels. */
  readonly events?: readonly string[];
  /** The app's slash commands; "/news" by default. */
  readonly commands?: readonly string[];
  /** `unlisted`: sold outside Slack's Marketplace, and so read histories once a minute, 15 messages at a time. */
  readonly distribution?: 'internal' | 'marketplace' | 'unlisted';
  /** Whether blocks are compared with the schema made of Slack's types, where that is at hand; true by default. */
  readonly checkSchema?: boolean;
}

/** What a bot like ours asks for; leave scopes out to see what is missed. */
export const usualScopes: readonly string[] = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
];

export interface App {
  readonly id: Id;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  /** For Socket Mode. */
  readonly appToken: string;
  readonly scopes: readonly string[];
  /** What the app subscribes to: "app_mention", "message.im". */
  readonly events: readonly string[];
  /** Its slash commands: "/news". */
  readonly commands: readonly string[];
  /** Where Slack sends people back to whom it has asked; an address in the link must begin with it. */
  redirectUrl: string | undefined;
  /** Whether names in the text of commands come as ids ("Escape channels, users, and links"). */
  escapesNames: boolean;
  /** What the settings of an app can switch off. */
  homeTab: boolean;
  messagesTab: boolean;
}

/** Something happened in a workspace of which the app may want to know. */
export interface Happening {
  readonly team: Team;
  /** The inner event: `{ type: 'app_mention', … }`. */
  readonly event: Json;
}

export interface State {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly buckets: Buckets;
  readonly distribution: NonNullable<Options['distribution']>;
  readonly checkSchema: boolean;
  /** Whether Slack gets the picture behind an address. */
  fetchesImage: (url: string) => boolean;
  readonly app: App;
  readonly teams: Map<Id, Team>;
  readonly tokens: Map<string, Token>;
  readonly views: Map<Id, View>;
  /** The App Home of each person: the last view published, by user. */
  readonly homes: Map<Id, View>;
  readonly triggers: Map<string, Trigger>;
  readonly hooks: Map<string, Hook>;
  /** What people have put into fields, by view, block and action. */
  readonly filled: Map<string, Json>;
  /** What the app offered last in a menu, by the same. */
  readonly offered: Map<string, readonly Json[]>;
  /** Of people who said yes to the app. */
  readonly codes: Map<string, Code>;
  /** Where the fake is reached: "http://127.0.0.1:port". */
  url: string;
  /** The address for a new connection in Socket Mode. */
  socketUrl: () => string;
  readonly nextTs: () => Ts;
  readonly nextId: (prefix: string) => Id;
  readonly emit: (team: Team, event: Json) => void;
  readonly listen: (listener: (happening: Happening) => void) => void;
}

export function openState(options: Options): State {
  const clock = options.clock ?? realClock;
  const nextId = openIds();
  const listeners: ((happening: Happening) => void)[] = [];
  const app: App = {
    id: nextId('A'),
    name: 'bellwire',
    clientId: '1111.2222',
    clientSecret: 'fake-client-secret-of-nobody',
    signingSecret: 'fake-signing-secret-of-nobody',
    verificationToken: 'fake-verification-token',
    appToken: 'xapp-1-A0FAKE-1-not-a-secret-of-anybody',
    scopes: options.scopes ?? usualScopes,
    events: options.events ?? usualEvents,
    commands: options.commands ?? ['/news'],
    redirectUrl: undefined,
    escapesNames: false,
    homeTab: true,
    messagesTab: true,
  };
  return {
    clock,
    limits: { ...usualLimits, ...options.limits },
    buckets: openBuckets(),
    distribution: options.distribution ?? 'internal',
    checkSchema: options.checkSchema ?? true,
    fetchesImage: isPublic,
    app,
    teams: new Map(),
    tokens: new Map([
      [
        app.appToken,
        { kind: 'app', teamId: undefined, scopes: new Set(['connections:write']), state: 'good' },
      ],
    ]),
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    filled: new Map(),
    offered: new Map(),
    codes: new Map(),
    url: 'https://slack.test',
    socketUrl: () => 'wss://slack.test/link',
    nextTs: openTimestamps(clock.now),
    nextId,
    emit(team, event) {
      for (const listener of listeners) listener({ team, event });
    },
    listen: (listener) => void listeners.push(listener),
  };
}

/** What Slack's servers can reach. */
function isPublic(url: string): boolean {
  const { hostname } = new URL(url);
  return !/^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|\[)|\.(?:local|internal|localhost)$/.test(hostname);
}

const realClock: Clock = {
  now: Date.now,
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

/** No two are the same, also where time stands still. */
function openTimestamps(now: () => number): () => Ts {
  let last = 0;
  return () => {
    last = Math.max(Math.floor(now()) * 1000, last + 1);
    return tsOf(last);
  };
}

export function tsOf(micros: number): Ts {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros - seconds * 1_000_000).padStart(6, '0')}`;
}

/** In the form of real ones: a letter that says of what, and ten more. */
function openIds(): (prefix: string) => Id {
  let last = 0;
  return (prefix) => `${prefix}${(last += 1).toString(36).toUpperCase().padStart(10, '0')}`;
}

export function teamOf(state: State, id: Id): Team {
  const team = state.teams.get(id);
  if (team === undefined) throw new Error(`there is no workspace ${id}`);
  return team;
}

/** The conversation of two people; made when first asked for. */
export function directChannel(state: State, team: Team, one: Id, other: Id): Channel {
  for (const channel of team.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(one) && channel.members.has(other)) return channel;
  }
  return addChannel(state, team, { kind: 'im', name: '', creator: one, members: [one, other] });
}

export interface NewChannel {
  readonly kind: Channel['kind'];
  readonly name: string;
  readonly creator: Id;
  readonly members: readonly Id[];
  readonly isGeneral?: boolean;
}

export function addChannel(state: State, team: Team, wanted: NewChannel): Channel {
  const channel: Channel = {
    id: state.nextId(wanted.kind === 'im' ? 'D' : 'C'),
    teamId: team.id,
    kind: wanted.kind,
    name: wanted.name,
    createdAt: state.clock.now(),
    creator: wanted.creator,
    isGeneral: wanted.isGeneral ?? false,
    members: new Set(wanted.members),
    archived: false,
    posting: 'everybody',
    messages: [],
    byTs: new Map(),
    threads: new Map(),
  };
  team.channels.set(channel.id, channel);
  return channel;
}

export function addUser(
  state: State,
  team: Team,
  name: string,
  more: Partial<Pick<User, 'kind' | 'locale' | 'zone'>> = {},
): User {
  const user: User = {
    id: state.nextId('U'),
    name,
    teamId: team.id,
    kind: 'member',
    locale: 'en-US',
    zone: 'America/Los_Angeles',
    deleted: false,
    ...more,
  };
  team.users.set(user.id, user);
  return user;
}
