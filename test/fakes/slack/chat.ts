/** chat.*: what the app says, changes and takes back. */
import { flagIn, needed, textIn } from './arguments.ts';
import { channelIn, messageIn, mustHave, seen, type Call, type Method } from './call.ts';
import { tellChanged, tellDeleted, tellWritten } from './message-events.ts';
import { parsingIn } from './reading.ts';
import { Refusal } from './refusal.ts';
import { mustSaySomething, nothingSaid, saidIn } from './said.ts';
import type { Channel, Json, Message, Said, Ts } from './shapes.ts';
import { directChannel } from './state.ts';
import { newest, wireMessage } from './wire.ts';
import { removeMessage, rewriteMessage, writeMessage } from './write-message.ts';

const scopes = ['chat:write'];

export const chatMethods: readonly Method[] = [
  { name: 'chat.postMessage', json: true, token: 'bot', scopes, rate: 'posts', writes: true, run: post },
  { name: 'chat.postEphemeral', json: true, token: 'bot', scopes, rate: 4, writes: true, run: postEphemeral },
  { name: 'chat.update', json: true, token: 'bot', scopes, rate: 3, writes: true, run: update },
  { name: 'chat.delete', json: true, token: 'bot', scopes, rate: 3, writes: true, run: remove },
  { name: 'chat.getPermalink', json: false, token: 'bot', rate: 'special', run: permalink },
];

function post(call: Call): Json {
  const { state, team, install, args } = call;
  mayCustomize(call);
  const channel = destination(call);
  const threadTs = threadIn(args);
  mayPost(call, channel, threadTs);
  const said = newlySaid(call);
  const message = writeMessage(state, team, channel, said, {
    by: install.botUserId,
    botId: install.botId,
    threadTs,
    broadcast: flagIn(args, 'reply_broadcast'),
    parsing: parsingIn(args),
    unfurls: { links: flagIn(args, 'unfurl_links'), media: flagIn(args, 'unfurl_media', true) },
  });
  tellWritten(state, team, channel, message);
  return { channel: channel.id, ts: message.ts, message: wireMessage(state, team, message, 'all') };
}

/** "Can be an encoded ID, or a name"; the id of a person stands for the conversation with that person. */
export function destination(call: Call): Channel {
  const { state, team, install, args } = call;
  const given = needed(args, 'channel');
  if (/^[UW]/.test(given)) {
    const user = team.users.get(given);
    // Of a deactivated account the conversation stays, and takes messages (slackapi/python-slack-sdk#1156).
    if (user === undefined) throw new Refusal('channel_not_found');
    if (!state.app.messagesTab) throw new Refusal('messages_tab_disabled');
    return directChannel(state, team, install.botUserId, user.id);
  }
  const name = given.replace(/^#/, '');
  const named = [...team.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === name);
  return seen(call, team.channels.has(given) ? given : named?.id);
}

function mayPost(call: Call, channel: Channel, threadTs: Ts | undefined): void {
  const { state, install, token } = call;
  if (channel.archived) throw new Refusal('is_archived');
  if (channel.kind === 'im' && !state.app.messagesTab) throw new Refusal('messages_tab_disabled');
  const isMember = channel.members.has(install.botUserId);
  if (!isMember && !token.scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
  switch (channel.posting) {
    case 'everybody':
      return;
    case 'restricted':
      throw new Refusal('restricted_action');
    case 'read only':
      throw new Refusal('restricted_action_read_only_channel');
    case 'threads only':
      if (threadTs === undefined) throw new Refusal('restricted_action_thread_only_channel');
      return;
    case 'no threads':
      if (threadTs !== undefined) throw new Refusal('restricted_action_non_threadable_channel');
      return;
    case 'locked threads':
      if (threadTs !== undefined) throw new Refusal('restricted_action_thread_locked');
  }
}

/**
 * What names no message is taken all the same, and its reply is seen by nobody (slackapi/python-slack-sdk#840).
 * @throws Refusal invalid_thread_ts as told in jenkinsci/slack-plugin#584
 */
function threadIn(args: Json): Ts | undefined {
  const ts = textIn(args, 'thread_ts');
  if (ts === undefined || /^\d+\.\d{1,6}$/.test(ts)) return ts;
  throw new Refusal('invalid_thread_ts', {
    response_metadata: { messages: [`[ERROR] ${ts} is not a valid thread_ts`] },
  });
}

function newlySaid({ state, args }: Call): Said {
  const said = { ...nothingSaid, ...saidIn(state, args, state.limits.postText) };
  mustSaySomething(said);
  return said;
}

function postEphemeral(call: Call): Json {
  const { state, team, install, args } = call;
  const channel = channelIn(call);
  const user = needed(args, 'user');
  mayPost(call, channel, textIn(args, 'thread_ts'));
  if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
  const said = newlySaid(call);
  const message = writeMessage(state, team, channel, said, {
    by: install.botUserId,
    botId: install.botId,
    threadTs: threadIn(args),
    privateTo: user,
    parsing: parsingIn(args),
  });
  return { message_ts: message.ts };
}

/** What is left out stays as it was: blocks, attachments, metadata ("chat.update"). */
function update(call: Call): Json {
  const { state, team, args } = call;
  const channel = channelIn(call);
  const message = mine(call, channel, 'cant_update_message');
  if (channel.archived) throw new Refusal('is_inactive');
  const age = state.clock.now() - Number(message.ts) * 1000;
  if (team.editWindowMs === 0 || age > team.editWindowMs) throw new Refusal('edit_window_closed');
  const given = saidIn(state, args, state.limits.updateText);
  if (given.text === undefined && given.blocks === undefined && given.attachments === undefined) {
    throw new Refusal('no_text');
  }
  const { text, blocks, attachments, metadata } = newest(message);
  const said = { text, blocks, attachments, metadata, ...given };
  mustSaySomething(said);
  rewriteMessage(state, team, message, said, parsingIn(args));
  tellChanged(state, team, channel, message);
  const wire = wireMessage(state, team, message, 'all');
  return { channel: channel.id, ts: message.ts, text: wire['text'], message: wire };
}

function remove(call: Call): Json {
  const { state, team } = call;
  const channel = channelIn(call);
  const message = mine(call, channel, 'cant_delete_message');
  removeMessage(state, message);
  tellDeleted(state, team, channel, message);
  return { channel: channel.id, ts: message.ts };
}

function mine({ args, install }: Call, channel: Channel, otherwise: string): Message {
  const message = messageIn(channel, needed(args, 'ts'));
  if (message.by !== install.botUserId) throw new Refusal(otherwise);
  return message;
}

function permalink(call: Call): Json {
  const { team, args } = call;
  const channel = channelIn(call);
  const { ts, threadTs } = messageIn(channel, needed(args, 'message_ts'));
  const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
  const path = `archives/${channel.id}/p${ts.replace('.', '')}`;
  return { channel: channel.id, permalink: `https://${team.name}.slack.com/${path}${thread}` };
}

/** Names, pictures and emoji of one's own need a scope of their own. */
function mayCustomize(call: Call): void {
  const customized = ['username', 'icon_url', 'icon_emoji'].some((name) => call.args[name] !== undefined);
  if (customized) mustHave(call, 'chat:write.customize');
}
