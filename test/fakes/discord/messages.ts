/** Routes of messages in channels. Rules and codes: Discord's "Message" resource, unless a line says otherwise. */
import { mustBeOpen } from './archive.ts';
import { bodyIn, messageOf, placeOf, type Call, type Place, type Reply, type Route } from './call.ts';
import { oneMistake, openForm, record, textOf } from './form.ts';
import { checkMessage, checkNonce, flags, mustSaySomething } from './message-rules.ts';
import { mustMayEdit } from './old-edits.ts';
import { has, mustHave } from './permissions.ts';
import { Refusal } from './refusal.ts';
import type { Id, Json, Message } from './shapes.ts';
import { liveMessage } from './state.ts';
import { wireMessage } from './wire.ts';
import { removeMessage, rewriteMessage, writeMessage } from './write-message.ts';

export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel}/messages',
    needsBot: true,
    run: create,
    schemaPath: '/channels/{channel_id}/messages',
  },
  { method: 'GET', path: '/channels/{channel}/messages', needsBot: true, run: list },
  { method: 'GET', path: '/channels/{channel}/messages/{message}', needsBot: true, run: read },
  {
    method: 'PATCH',
    path: '/channels/{channel}/messages/{message}',
    needsBot: true,
    run: edit,
    schemaPath: '/channels/{channel_id}/messages/{message_id}',
  },
  { method: 'DELETE', path: '/channels/{channel}/messages/{message}', needsBot: true, run: remove },
  {
    method: 'POST',
    path: '/channels/{channel}/messages/{message}/crosspost',
    needsBot: true,
    run: crosspost,
  },
  { method: 'POST', path: '/channels/{channel}/typing', needsBot: true, run: type },
];

function create(call: Call): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const place = placeOf(call);
  const { channel } = place;
  mustTakeMessages(call, place, body);

  const form = openForm();
  checkNonce(form, body['nonce']);
  checkMessage(form, body, state.limits.componentBytes);
  form.close();
  mustSaySomething(textOf(body['content']), asList(body['embeds']), asList(body['components']));

  const nonce = body['nonce'] as string | number | undefined;
  const known = body['enforce_nonce'] === true ? rememberedMessage(call, place, nonce) : undefined;
  const message =
    known ??
    writeMessage(state, channel, body, {
      author: state.bot,
      nonce,
      replyTo: replyOf(place, body),
    });
  if (nonce !== undefined && known === undefined) nonces(call).set(`${channel.id} ${nonce}`, message);
  const sent = wireMessage(state, channel, message);
  return { body: nonce === undefined ? sent : { ...sent, nonce } };
}

/** Throws unless the bot may post here, and what it posts can be posted here. */
function mustTakeMessages({ state }: Call, place: Place, body: Json): void {
  const { channel, bits } = place;
  if (channel.kind === 'forum') throw new Refusal(40058);
  if (channel.kind === 'category') throw new Refusal(50008);
  if (channel.recipient?.takesDirectMessages === false) throw new Refusal(50007);
  if (channel.thread !== undefined) {
    mustHave(bits, 'SEND_MESSAGES_IN_THREADS');
    if (channel.thread.locked && !has(bits, 'MANAGE_THREADS')) throw new Refusal(160005);
  } else mustHave(bits, 'SEND_MESSAGES');
  if (asList(body['embeds']).length > 0) mustHave(bits, 'EMBED_LINKS');
  if (state.bot === channel.recipient) throw new Refusal(50007);
}

/** A reply to what is not there is refused, or with `fail_if_not_exists: false` becomes a plain message. */
function replyOf({ channel, bits }: Place, body: Json): Id | undefined {
  const reference = record(body['message_reference']);
  const id = reference['message_id'];
  if (typeof id !== 'string') return undefined;
  if (!has(bits, 'READ_MESSAGE_HISTORY')) throw new Refusal(160002);
  if (liveMessage(channel, id) !== undefined) return id;
  if (reference['fail_if_not_exists'] === false) return undefined;
  throw oneMistake(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

/** Nonces live beside the state, by channel; deleting the message does not make it be forgotten. */
const nonceBooks = new WeakMap<Call['state'], Map<string, Message>>();

function nonces({ state }: Call): Map<string, Message> {
  let book = nonceBooks.get(state);
  if (book === undefined) nonceBooks.set(state, (book = new Map()));
  return book;
}

function rememberedMessage(call: Call, { channel }: Place, nonce: unknown): Message | undefined {
  const { state } = call;
  const message = nonces(call).get(`${channel.id} ${String(nonce)}`);
  return message !== undefined && state.now() - message.sentAt < state.limits.nonceMs ? message : undefined;
}

/** Without READ_MESSAGE_HISTORY there is no error, and nothing to read. Newest first; `after` too. */
function list(call: Call): Reply {
  const { state, query } = call;
  const { channel, bits } = placeOf(call);
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw oneMistake(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  }
  for (const field of ['after', 'before', 'around']) {
    if (!/^\d*$/.test(query.get(field) ?? '')) {
      throw oneMistake([field], 'NUMBER_TYPE_COERCE', `Value "${query.get(field)}" is not snowflake.`);
    }
  }
  if (!has(bits, 'READ_MESSAGE_HISTORY')) return { body: [] };
  const messages = chosen(channel.messages, query, limit);
  return { body: messages.map((message) => wireMessage(state, channel, message)) };
}

function chosen(all: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const [after, before, around] = [query.get('after'), query.get('before'), query.get('around')];
  const pivot = around ?? after;
  const later = pivot === null ? [] : taken(all.slice(firstAfter(all, pivot)), limit);
  if (around === null && after !== null) return later.toReversed();
  const end =
    around === null ? (before === null ? all.length : firstAfter(all, before)) : firstAfter(all, around);
  const earlier = taken(olderThan(all, end, before), around === null ? limit : Math.ceil((limit + 1) / 2));
  return around === null ? earlier : [...later.slice(0, Math.floor(limit / 2)).toReversed(), ...earlier];
}

/** Newest first, from `end` down. */
function* olderThan(all: readonly Message[], end: number, before: Id | null): Generator<Message> {
  for (let at = end - 1; at >= 0; at -= 1) if (all[at]!.id !== before) yield all[at]!;
}

function taken(messages: Iterable<Message>, limit: number): Message[] {
  const found: Message[] = [];
  for (const message of messages) {
    if (found.length === limit) break;
    if (message.deletedAt === undefined && message.privateTo === undefined) found.push(message);
  }
  return found;
}

/** Ids ascend: where the first one above `id` stands. */
function firstAfter(all: readonly Message[], id: Id): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BigInt(all[middle]!.id) > BigInt(id)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function read(call: Call): Reply {
  const { channel, bits } = placeOf(call);
  mustHave(bits, 'READ_MESSAGE_HISTORY');
  return { body: wireMessage(call.state, channel, messageOf(call, channel)) };
}

function edit(call: Call): Reply {
  const { state } = call;
  const body = bodyIn(call);
  const { channel } = placeOf(call);
  const message = messageOf(call, channel);
  mustBeOpen(state, channel);
  // Others' messages: only flags, and only for those who may manage messages; a bot of ours never does.
  if (message.author !== state.bot) throw new Refusal(50005);
  const { at: _, ...before } = message.versions.at(-1)!;
  const next: Json = { ...before, ...body };
  const form = openForm();
  checkMessage(form, next, state.limits.componentBytes, (message.flags & flags.v2) !== 0);
  form.close();
  mustMayEdit(state, message);
  mustSaySomething(textOf(next['content']), asList(next['embeds']), asList(next['components']));
  rewriteMessage(state, channel, message, body);
  return { body: wireMessage(state, channel, message) };
}

function remove(call: Call): Reply {
  const { channel, bits } = placeOf(call);
  const message = messageOf(call, channel);
  mustBeOpen(call.state, channel);
  if (message.author !== call.state.bot) mustHave(bits, 'MANAGE_MESSAGES');
  removeMessage(call.state, channel, message);
  return { status: 204 };
}

function crosspost(call: Call): Reply {
  const { state } = call;
  const { channel, bits } = placeOf(call);
  const message = messageOf(call, channel);
  if (channel.kind !== 'announcement') throw new Refusal(50024);
  mustHave(bits, 'SEND_MESSAGES');
  if (message.author !== state.bot) mustHave(bits, 'MANAGE_MESSAGES');
  if ((message.flags & flags.crossposted) !== 0) throw new Refusal(40033);
  message.flags |= flags.crossposted;
  return { body: wireMessage(state, channel, message) };
}

function type(call: Call): Reply {
  const { bits } = placeOf(call);
  mustHave(bits, 'SEND_MESSAGES');
  return { status: 204 };
}

function asList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
