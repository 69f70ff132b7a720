/** Routes of channels, guilds and people: what a library reads, and changes of threads. */
import { isArchived } from './archive.ts';
import { bodyIn, guildIn, placeOf, type Call, type Place, type Reply, type Route } from './call.ts';
import { openForm } from './form.ts';
import { has } from './permissions.ts';
import { Refusal } from './refusal.ts';
import { removeChannel, removeBot } from './removal.ts';
import type { Channel, Json } from './shapes.ts';
import { checkThread, tagsFor } from './threads.ts';
import { wireChannel, wireDirectChannel, wireGuild, wireMember, wireRole, wireUser } from './wire.ts';

export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/{channel}', needsBot: true, run: readChannel },
  {
    method: 'PATCH',
    path: '/channels/{channel}',
    needsBot: true,
    run: changeChannel,
    schemaPath: '/channels/{channel_id}',
  },
  { method: 'DELETE', path: '/channels/{channel}', needsBot: true, run: deleteChannel },
  { method: 'GET', path: '/guilds/{guild}', needsBot: true, run: readGuild },
  { method: 'GET', path: '/guilds/{guild}/channels', needsBot: true, run: listChannels },
  { method: 'GET', path: '/guilds/{guild}/roles', needsBot: true, run: listRoles },
  { method: 'GET', path: '/guilds/{guild}/threads/active', needsBot: true, run: listThreads },
  { method: 'GET', path: '/guilds/{guild}/members/{user}', needsBot: true, run: readMember },
  { method: 'GET', path: '/users/@me', needsBot: true, run: ({ state }) => ({ body: wireUser(state.bot) }) },
  { method: 'GET', path: '/users/@me/guilds', needsBot: true, run: listGuilds },
  { method: 'DELETE', path: '/users/@me/guilds/{guild}', needsBot: true, run: leave },
  {
    method: 'POST',
    path: '/users/@me/channels',
    needsBot: true,
    run: openDirect,
    schemaPath: '/users/@me/channels',
  },
  { method: 'GET', path: '/users/{user}', needsBot: true, run: readUser },
  { method: 'GET', path: '/applications/@me', needsBot: true, run: readApplication },
  { method: 'GET', path: '/oauth2/applications/@me', needsBot: true, run: readApplication },
];

function readChannel(call: Call): Reply {
  return { body: wireChannel(call.state, placeOf(call).channel) };
}

/** Of a thread: name, archive, lock, tags. Of another channel: only its name. */
function changeChannel(call: Call): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const place = placeOf(call);
  const { channel, bits } = place;
  const form = openForm();
  checkThread(form, body, true);
  form.close();
  if (channel.thread === undefined) {
    if (!has(bits, 'MANAGE_CHANNELS')) throw new Refusal(50013);
  } else changeThread(call, place, channel.thread, body);
  if (typeof body['name'] === 'string') channel.name = body['name'];
  const name = channel.thread === undefined ? 'CHANNEL_UPDATE' : 'THREAD_UPDATE';
  state.emit({ name, channel, data: wireChannel(state, channel) });
  return { body: wireChannel(state, channel) };
}

/** Its creator or who manages threads; a locked one only the latter; an archived one is opened before anything else. */
function changeThread(
  { state }: Call,
  { channel, bits }: Place,
  thread: NonNullable<Channel['thread']>,
  body: Json,
): void {
  const manages = has(bits, 'MANAGE_THREADS');
  if (!manages && thread.ownerId !== state.bot.id) throw new Refusal(50013);
  if (!manages && (thread.locked || body['locked'] !== undefined)) throw new Refusal(50013);
  if (isArchived(channel, state.now()) && body['archived'] !== false) throw new Refusal(50083);
  if (body['applied_tags'] !== undefined) {
    const forum = state.channels.get(channel.parentId ?? '');
    if (forum !== undefined) thread.appliedTags = tagsFor(forum, body['applied_tags'], manages);
  }
  if (typeof body['locked'] === 'boolean') thread.locked = body['locked'];
  if (typeof body['auto_archive_duration'] === 'number') {
    thread.archiveAfterMinutes = body['auto_archive_duration'];
  }
  if (typeof body['archived'] === 'boolean') {
    thread.archived = body['archived'];
    thread.lastActiveAt = state.now();
  }
}

function deleteChannel(call: Call): Reply {
  const { channel, bits } = placeOf(call);
  if (!has(bits, channel.thread === undefined ? 'MANAGE_CHANNELS' : 'MANAGE_THREADS'))
    throw new Refusal(50013);
  const body = wireChannel(call.state, channel);
  removeChannel(call.state, channel);
  return { body };
}

function readGuild(call: Call): Reply {
  return { body: wireGuild(guildIn(call)) };
}

function listChannels(call: Call): Reply {
  const channels = [...guildIn(call).channels.values()].filter(({ thread }) => thread === undefined);
  return { body: channels.map((channel) => wireChannel(call.state, channel)) };
}

function listRoles(call: Call): Reply {
  return { body: [...guildIn(call).roles.values()].map((role) => wireRole(role)) };
}

function listThreads(call: Call): Reply {
  if (!call.state.threadsAreListed) throw new Refusal(0);
  const now = call.state.now();
  const threads = [...guildIn(call).channels.values()].filter(
    (channel) => channel.thread !== undefined && !isArchived(channel, now),
  );
  return { body: { threads: threads.map((thread) => wireChannel(call.state, thread)), members: [] } };
}

function readMember(call: Call): Reply {
  const member = guildIn(call).members.get(call.params['user'] ?? '');
  if (member === undefined) throw new Refusal(10007);
  return { body: wireMember(member) };
}

function listGuilds({ state }: Call): Reply {
  const mine = [...state.guilds.values()].filter((guild) => guild.members.has(state.bot.id));
  return { body: mine.map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] })) };
}

function leave(call: Call): Reply {
  removeBot(call.state, guildIn(call));
  return { status: 204 };
}

/** Opening succeeds even with somebody who takes no messages; sending then fails. */
function openDirect(call: Call): Reply {
  const user = call.state.users.get(String(bodyIn(call)['recipient_id']));
  if (user === undefined || user.bot) throw new Refusal(50033);
  return { body: wireDirectChannel(call.state, user) };
}

function readUser({ state, params }: Call): Reply {
  const user = state.users.get(params['user'] ?? '');
  if (user === undefined) throw new Refusal(10013);
  return { body: wireUser(user) };
}

function readApplication({ state }: Call): Reply {
  return {
    body: {
      id: state.applicationId,
      name: state.bot.name,
      icon: null,
      description: '',
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: 0,
      bot: wireUser(state.bot),
    },
  };
}
