/** conversations.*: channels, who is in them, what was said there. */
import { flagIn, limitIn, needed, textIn } from './arguments.ts';
import {
  allKinds,
  channelIn,
  decoded,
  encoded,
  mustHave,
  mustHaveFor,
  page,
  type Call,
  type Method,
} from './call.ts';
import { invalidArguments, Refusal } from './refusal.ts';
import type { Channel, Json, Message } from './shapes.ts';
import { directChannel } from './state.ts';
import { repliesOf, wireChannel, wireMessage, wireTombstone } from './wire.ts';

const read = { json: false, token: 'bot', scopes: allKinds('read') } as const;
const history = { token: 'bot', scopes: allKinds('history'), rate: 3 } as const;

export const conversationMethods: readonly Method[] = [
  { ...history, name: 'conversations.history', json: true, run: past },
  { ...history, name: 'conversations.replies', json: false, run: replies },
  { ...read, name: 'conversations.info', rate: 3, run: info },
  { ...read, name: 'conversations.list', rate: 2, run: list },
  { ...read, name: 'conversations.members', rate: 4, run: members },
  { ...read, name: 'users.conversations', rate: 3, run: ofUser },
  {
    name: 'conversations.open',
    json: true,
    token: 'bot',
    scopes: ['channels:manage', 'groups:write', 'im:write', 'mpim:write'],
    rate: 3,
    run: open,
  },
  {
    name: 'conversations.join',
    json: true,
    token: 'bot',
    scopes: ['channels:join'],
    rate: 3,
    writes: true,
    run: join,
  },
];

/** Newest first; replies are not in it, unless they were sent to the channel too. */
function past(call: Call): Json {
  const { state, team, args } = call;
  needed(args, 'channel');
  const channel = readable(call);
  const all = channel.messages
    .filter((message) => message.privateTo === undefined)
    .filter((message) => message.threadTs === undefined || message.broadcast)
    .filter((message) => message.deletedAt === undefined || repliesOf(team, message).length > 0)
    .toReversed();
  const limit = Math.min(limitIn(args, 100, 999), state.distribution === 'unlisted' ? 15 : 999);
  return messagesOf(call, between(args, all), limit, { pin_count: 0 });
}

/** Oldest first, the message itself before its replies. */
function replies(call: Call): Json {
  const { state, team, args } = call;
  const channel = readable(call);
  const ts = textIn(args, 'ts') ?? '';
  const one = channel.byTs.get(ts);
  const root = one?.privateTo === undefined ? channel.byTs.get(one?.threadTs ?? ts) : undefined;
  const answers = root === undefined ? [] : repliesOf(team, root);
  if (root === undefined || (root.deletedAt !== undefined && answers.length === 0)) {
    throw new Refusal('thread_not_found');
  }
  const limit = Math.min(limitIn(args, 1000, 1000), state.distribution === 'unlisted' ? 15 : 1000);
  return messagesOf(call, [root, ...between(args, answers)], limit, {});
}

function messagesOf(call: Call, all: readonly Message[], limit: number, more: Json): Json {
  const { state, team, args } = call;
  const metadata = flagIn(args, 'include_all_metadata') ? 'all' : 'type';
  const from = startOf(all, textIn(args, 'cursor'));
  const next = all[from + limit];
  return {
    messages: all
      .slice(from, from + limit)
      .map((message) =>
        message.deletedAt === undefined
          ? wireMessage(state, team, message, metadata)
          : wireTombstone(team, message),
      ),
    has_more: next !== undefined,
    ...more,
    ...(next !== undefined && {
      response_metadata: { next_cursor: encoded(`next_ts:${next.ts.replace('.', '')}`) },
    }),
  };
}

/** A cursor names the message with which the next page begins. */
function startOf(all: readonly Message[], cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const ts = /^next_ts:(\d+)$/.exec(decoded(cursor))?.[1];
  if (ts === undefined) throw new Refusal('invalid_cursor');
  const at = all.findIndex((message) => message.ts.replace('.', '') === ts);
  return at < 0 ? all.length : at;
}

function between(args: Json, all: readonly Message[]): readonly Message[] {
  const inclusive = flagIn(args, 'inclusive');
  const oldest = microsIn(args, 'oldest');
  const latest = microsIn(args, 'latest');
  return all.filter(({ ts }) => {
    const at = micros(ts);
    const isAfter = oldest === undefined || at > oldest || (inclusive && at === oldest);
    const isBefore = latest === undefined || at < latest || (inclusive && at === latest);
    return isAfter && isBefore;
  });
}

function microsIn(args: Json, name: 'oldest' | 'latest'): number | undefined {
  const value = textIn(args, name);
  if (value === undefined || value === '0') return undefined;
  if (!/^\d+(?:\.\d*)?$/.test(value)) throw new Refusal(`invalid_ts_${name}`);
  return micros(value);
}

/** Microseconds: a `ts` has more digits than a number keeps. */
function micros(ts: string): number {
  const [seconds = '0', part = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(part.padEnd(6, '0').slice(0, 6));
}

function readable(call: Call): Channel {
  const channel = channelIn(call);
  mustHaveFor(call, channel, 'history');
  if (!channel.members.has(call.install.botUserId)) throw new Refusal('not_in_channel');
  return channel;
}

function info(call: Call): Json {
  const { args, install, team } = call;
  // Without a channel this is the answer too: methods that take no JSON see none in it.
  const channel = channelIn(call);
  mustHaveFor(call, channel, 'read');
  return {
    channel: {
      ...wireChannel(channel, install.botUserId, flagIn(args, 'include_num_members')),
      ...(flagIn(args, 'include_locale') && { locale: team.users.get(channel.creator)?.locale ?? 'en-US' }),
    },
  };
}

const kindsByType = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: undefined,
} as const;

function listed(call: Call, all: readonly Channel[], most: number): Json {
  const { args, install } = call;
  const types = (textIn(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const kinds = types.map((type) => {
    if (!(type in kindsByType)) throw new Refusal('invalid_types');
    return kindsByType[type as keyof typeof kindsByType];
  });
  for (const kind of kinds) if (kind !== undefined) mustHave(call, `${prefixes[kind]}:read`);
  const wanted = all
    .filter(({ kind }) => kinds.includes(kind))
    .filter(({ archived }) => !(archived && flagIn(args, 'exclude_archived')));
  const { items, next } = page(wanted, textIn(args, 'cursor'), limitIn(args, 100, most));
  return {
    channels: items.map((channel) => wireChannel(channel, install.botUserId, true)),
    response_metadata: { next_cursor: next },
  };
}

const prefixes = { public: 'channels', private: 'groups', im: 'im' } as const;

/** Public channels, and of others those in which the bot is. */
function list(call: Call): Json {
  const { team, install } = call;
  const visible = [...team.channels.values()].filter(
    ({ kind, members: inside }) => kind === 'public' || inside.has(install.botUserId),
  );
  return listed(call, visible, 999);
}

function ofUser(call: Call): Json {
  const { team, install, args } = call;
  const user = textIn(args, 'user') ?? install.botUserId;
  const theirs = [...team.channels.values()]
    .filter((channel) => channel.members.has(user))
    .filter(({ kind, members: inside }) => kind === 'public' || inside.has(install.botUserId));
  return listed(call, theirs, 999);
}

function members(call: Call): Json {
  const { args } = call;
  const channel = channelIn(call);
  mustHaveFor(call, channel, 'read');
  const { items, next } = page([...channel.members], textIn(args, 'cursor'), limitIn(args, 100, 999));
  return { members: items, response_metadata: { next_cursor: next } };
}

function open(call: Call): Json {
  const { state, team, install, args } = call;
  const id = textIn(args, 'channel');
  if (id !== undefined) return { channel: { id: channelIn(call).id } };
  const users = (textIn(args, 'users') ?? '').split(',').filter((one) => one !== '');
  if (users.length === 0) throw new Refusal('users_list_not_supplied');
  if (users.length > 1) throw invalidArguments('the fake opens conversations with one person only');
  mustHave(call, 'im:write');
  const user = team.users.get(users[0]!);
  if (user === undefined) throw new Refusal('user_not_found');
  if (user.deleted) throw new Refusal('user_disabled');
  if (user.kind === 'bot') throw new Refusal('cannot_dm_bot');
  const before = team.channels.size;
  const channel = directChannel(state, team, install.botUserId, user.id);
  const known = team.channels.size === before;
  return {
    ...(known && { no_op: true, already_open: true }),
    channel: flagIn(args, 'return_im') ? wireChannel(channel, install.botUserId) : { id: channel.id },
  };
}

function join(call: Call): Json {
  const { state, team, install } = call;
  const channel = channelIn(call);
  if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
  if (channel.archived) throw new Refusal('is_archived');
  const wasMember = channel.members.has(install.botUserId);
  channel.members.add(install.botUserId);
  if (!wasMember) {
    state.emit(team, {
      type: 'member_joined_channel',
      user: install.botUserId,
      channel: channel.id,
      channel_type: 'C',
      team: team.id,
    });
  }
  return {
    channel: wireChannel(channel, install.botUserId),
    ...(wasMember && {
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    }),
  };
}
