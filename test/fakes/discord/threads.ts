/** Routes of threads and forum posts. Rules: Discord's "Threads" and "Start Thread …" of its "Channel" resource. */
import { isArchived } from './archive.ts';
import { bodyIn, messageOf, placeOf, type Call, type Place, type Reply, type Route } from './call.ts';
import { oneMistake, openForm, record, textOf, type Form } from './form.ts';
import { checkMessage, mustSaySomething } from './message-rules.ts';
import { has, mustHave } from './permissions.ts';
import { Refusal } from './refusal.ts';
import type { Channel, ChannelKind, Id, Json } from './shapes.ts';
import { addChannel, type State } from './state.ts';
import { wireChannel, wireMessage } from './wire.ts';
import { writeMessage } from './write-message.ts';

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel}/messages/{message}/threads',
    needsBot: true,
    run: startFromMessage,
    schemaPath: '/channels/{channel_id}/messages/{message_id}/threads',
  },
  {
    method: 'POST',
    path: '/channels/{channel}/threads',
    needsBot: true,
    run: start,
    schemaPath: '/channels/{channel_id}/threads',
  },
  { method: 'GET', path: '/channels/{channel}/threads/archived/public', needsBot: true, run: listArchived },
  { method: 'GET', path: '/channels/{channel}/threads/search', needsBot: true, run: search },
  { method: 'PUT', path: '/channels/{channel}/thread-members/@me', needsBot: true, run: join },
  { method: 'DELETE', path: '/channels/{channel}/thread-members/@me', needsBot: true, run: join },
];

const archiveMinutes: readonly unknown[] = [60, 1440, 4320, 10_080];

/** The thread has the id of its message. */
function startFromMessage(call: Call): Reply {
  const { state } = call;
  const { channel, bits } = placeOf(call);
  const message = messageOf(call, channel);
  if (channel.kind !== 'text' && channel.kind !== 'announcement') throw new Refusal(50024);
  mustHave(bits, 'CREATE_PUBLIC_THREADS', 'READ_MESSAGE_HISTORY');
  if (state.channels.has(message.id)) throw new Refusal(160004);
  const form = openForm();
  checkThread(form, bodyIn(call));
  form.close();
  const kind = channel.kind === 'announcement' ? 'announcementThread' : 'thread';
  const thread = addThread(state, channel, kind, bodyIn(call), { id: message.id });
  announce(state, thread);
  return { status: 201, body: wireChannel(state, thread) };
}

function start(call: Call): Reply {
  const place = placeOf(call);
  if (place.channel.kind === 'forum') return startPost(call, place);
  if (place.channel.kind !== 'text' && place.channel.kind !== 'announcement') throw new Refusal(50024);
  const body = bodyIn(call);
  const kind = { 10: 'announcementThread', 11: 'thread' }[Number(body['type'])] ?? 'privateThread';
  mustHave(place.bits, kind === 'privateThread' ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS');
  const form = openForm();
  checkThread(form, body);
  form.close();
  const thread = addThread(call.state, place.channel, kind as ChannelKind, body, {});
  announce(call.state, thread);
  return { status: 201, body: wireChannel(call.state, thread) };
}

/** Needs only SEND_MESSAGES. Its first message has the id of the thread; `nonce` is not looked at. */
function startPost(call: Call, { channel, bits }: Place): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const first = record(body['message']);
  mustHave(bits, 'SEND_MESSAGES');
  const form = openForm();
  checkThread(form, body);
  checkMessage(form, first, state.limits.componentBytes);
  form.close();
  const appliedTags = tagsFor(channel, body['applied_tags'], has(bits, 'MANAGE_THREADS'));
  mustSaySomething(textOf(first['content']), list(first['embeds']), list(first['components']));

  const thread = addThread(state, channel, 'thread', body, { appliedTags });
  announce(state, thread);
  const message = writeMessage(state, thread, first, { author: state.bot, id: thread.id });
  return {
    status: 201,
    body: { ...wireChannel(state, thread), message: wireMessage(state, thread, message) },
  };
}

export function checkThread(form: Form, body: Json, partial = false): void {
  form.text(['name'], body['name'], partial ? 0 : 1, 100);
  const minutes = body['auto_archive_duration'];
  if (minutes !== undefined && minutes !== null && !archiveMinutes.includes(minutes)) {
    form.wrong(
      ['auto_archive_duration'],
      'BASE_TYPE_CHOICES',
      'Value must be one of (60, 1440, 4320, 10080).',
    );
  }
}

/** @throws Refusal 40067 without a tag where one is required; 50013 for a moderator's tag */
export function tagsFor(forum: Channel, wanted: unknown, mayManage: boolean): readonly Id[] {
  const ids = Array.isArray(wanted) ? wanted.map(String) : [];
  if (ids.length > 5)
    throw oneMistake(['applied_tags'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 5 in length.');
  const tags = ids.map((id) => forum.tags.find((tag) => tag.id === id));
  if (tags.includes(undefined)) throw new Refusal(10087);
  if (!mayManage && tags.some((tag) => tag?.moderated === true)) throw new Refusal(50013);
  if (ids.length === 0 && forum.tagRequired) throw new Refusal(40067);
  return ids;
}

export function addThread(
  state: State,
  parent: Channel,
  kind: ChannelKind,
  body: Json,
  more: { readonly id?: Id; readonly appliedTags?: readonly Id[] },
): Channel {
  const now = state.now();
  return addChannel(state, kind, textOf(body['name']), {
    ...(more.id === undefined ? {} : { id: more.id }),
    guildId: parent.guildId,
    parentId: parent.id,
    thread: {
      ownerId: state.bot.id,
      createdAt: now,
      archived: false,
      locked: false,
      archiveAfterMinutes: Number(body['auto_archive_duration'] ?? 4320),
      lastActiveAt: now,
      appliedTags: more.appliedTags ?? [],
    },
  });
}

function announce(state: State, thread: Channel): void {
  state.emit({
    name: 'THREAD_CREATE',
    channel: thread,
    data: { ...wireChannel(state, thread), newly_created: true },
  });
}

/** Newest archive first; `before` is a time. */
function listArchived(call: Call): Reply {
  const { state, query } = call;
  const { channel, bits } = placeOf(call);
  mustHave(bits, 'READ_MESSAGE_HISTORY');
  const before = Date.parse(query.get('before') ?? '') || Infinity;
  const limit = Number(query.get('limit') ?? 50);
  const all = [...state.channels.values()]
    .filter((one) => one.parentId === channel.id && isArchived(one, state.now()))
    .filter(({ kind, thread }) => kind !== 'privateThread' && (thread?.lastActiveAt ?? 0) < before)
    .toSorted((a, b) => (b.thread?.lastActiveAt ?? 0) - (a.thread?.lastActiveAt ?? 0));
  const threads = all.slice(0, limit).map((thread) => wireChannel(state, thread));
  return { body: { threads, members: [], has_more: all.length > limit } };
}

/** As Spacebar answers: 25 at most, newest first; nothing for those who may not read the history. */
function search(call: Call): Reply {
  const { state, query } = call;
  if (state.threadsAreListed) throw new Refusal(0);
  const { channel, bits } = placeOf(call);
  const all = [...state.channels.values()]
    .filter(({ parentId }) => parentId === channel.id && has(bits, 'READ_MESSAGE_HISTORY'))
    .toReversed();
  const from = Number(query.get('offset'));
  const page = all.slice(from, from + Math.min(25, Number(query.get('limit'))));
  const threads = page.map((thread) => wireChannel(state, thread));
  return { body: { threads, members: [], has_more: all.length > from + page.length } };
}

function join(call: Call): Reply {
  const { channel } = placeOf(call);
  if (channel.thread === undefined) throw new Refusal(50024);
  return { status: 204 };
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
