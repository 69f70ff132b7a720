/** Tells the app of messages: new ones, changed ones, deleted ones, its own too. */
import { kept } from './mrkdwn.ts';
import type { Channel, Json, Message, Team } from './shapes.ts';
import type { State } from './state.ts';
import { wireMessage } from './wire.ts';

const channelTypes = { im: 'im', public: 'channel', private: 'group' } as const;

/** Only where the bot is: elsewhere it hears nothing. */
function tell(state: State, team: Team, channel: Channel, event: Json): void {
  if (!channel.members.has(team.install?.botUserId ?? '')) return;
  state.emit(team, { ...event, channel: channel.id });
}

export function tellWritten(state: State, team: Team, channel: Channel, message: Message): void {
  if (message.privateTo !== undefined) return;
  tell(state, team, channel, {
    ...wireMessage(state, team, message),
    channel_type: channelTypes[channel.kind],
    event_ts: message.ts,
  });
}

export function tellMentioned(state: State, team: Team, channel: Channel, message: Message): void {
  const { text, blocks } = message.versions[0]!;
  tell(state, team, channel, {
    type: 'app_mention',
    user: message.by,
    text: kept(text),
    ts: message.ts,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(blocks.length > 0 && { blocks }),
    team: team.id,
    event_ts: message.ts,
  });
}

export function tellChanged(state: State, team: Team, channel: Channel, message: Message): void {
  const previous = { ...message, versions: message.versions.slice(0, -1) };
  tell(state, team, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ts: state.nextTs(),
    message: wireMessage(state, team, message),
    previous_message: wireMessage(state, team, previous),
    channel_type: channelTypes[channel.kind],
  });
}

export function tellDeleted(state: State, team: Team, channel: Channel, message: Message): void {
  tell(state, team, channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    ts: state.nextTs(),
    deleted_ts: message.ts,
    previous_message: wireMessage(state, team, message),
    channel_type: channelTypes[channel.kind],
  });
}
