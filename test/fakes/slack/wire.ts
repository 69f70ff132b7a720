/** What travels: messages, channels, people as Slack writes them in answers and events. */
import { kept } from './mrkdwn.ts';
import type { Channel, Json, Message, Team, User, Version, View } from './shapes.ts';
import { tsOf, type State } from './state.ts';

/** @param metadata `all`; without, of an app's metadata only the type is told */
export function wireMessage(
  state: State,
  team: Team,
  message: Message,
  metadata: 'all' | 'type' = 'type',
): Json {
  const version = newest(message);
  const replies = repliesOf(team, message);
  const last = replies.at(-1);
  return {
    type: 'message',
    ...(message.subtype !== undefined && { subtype: message.subtype }),
    user: message.by,
    ts: message.ts,
    ...(message.botId !== undefined && {
      bot_id: message.botId,
      app_id: state.app.id,
      bot_profile: wireBot(state, team, message),
    }),
    text: kept(version.text),
    team: team.id,
    ...(version.blocks.length > 0 && { blocks: version.blocks }),
    ...(version.attachments.length > 0 && { attachments: version.attachments }),
    ...(version.metadata !== undefined && {
      metadata: metadata === 'all' ? version.metadata : { event_type: version.metadata.event_type },
    }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(last !== undefined && {
      thread_ts: message.ts,
      reply_count: replies.length,
      reply_users_count: new Set(replies.map(({ by }) => by)).size,
      reply_users: [...new Set(replies.map(({ by }) => by))],
      latest_reply: last.ts,
      is_locked: false,
      subscribed: false,
    }),
    ...(message.versions.length > 1 && {
      edited: { user: message.botId ?? message.by, ts: tsOf(version.at * 1000) },
    }),
  };
}

/** What stays of a deleted message whose thread goes on. */
export function wireTombstone(team: Team, message: Message): Json {
  const replies = repliesOf(team, message);
  return {
    type: 'message',
    subtype: 'tombstone',
    user: 'USLACKBOT',
    ts: message.ts,
    text: 'This message was deleted.',
    hidden: true,
    thread_ts: message.ts,
    reply_count: replies.length,
  };
}

export function newest({ versions }: Pick<Message, 'versions'>): Version {
  return versions.at(-1)!;
}

export function repliesOf(team: Team, message: Message): readonly Message[] {
  if (message.threadTs !== undefined) return [];
  const replies = team.channels.get(message.channelId)?.threads.get(message.ts) ?? [];
  return replies.filter(({ deletedAt, privateTo }) => deletedAt === undefined && privateTo === undefined);
}

function wireBot(state: State, team: Team, { botId }: Message): Json {
  return {
    id: botId,
    app_id: state.app.id,
    name: state.app.name,
    icons: {},
    deleted: false,
    updated: 0,
    team_id: team.id,
  };
}

/** @param viewer whose eyes see `is_member` */
export function wireChannel(channel: Channel, viewer: string, withMembers = false): Json {
  const created = Math.floor(channel.createdAt / 1000);
  const common = {
    id: channel.id,
    created,
    is_archived: channel.archived,
    is_org_shared: false,
    context_team_id: channel.teamId,
    updated: channel.createdAt,
  };
  if (channel.kind === 'im') {
    const user = [...channel.members].find((id) => id !== viewer) ?? viewer;
    return { ...common, is_im: true, user, is_user_deleted: false, priority: 0 };
  }
  const isPrivate = channel.kind === 'private';
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: channel.isGeneral,
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    is_member: channel.members.has(viewer),
    creator: channel.creator,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    ...(withMembers && { num_members: channel.members.size }),
  };
}

export function wireUser(user: User, at: number, withLocale: boolean): Json {
  const { kind } = user;
  const isGuest = kind === 'guest' || kind === 'single-channel guest';
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.name,
    tz: user.zone,
    tz_label: user.zone,
    tz_offset: offsetSeconds(user.zone, at),
    profile: { real_name: user.name, display_name: user.name, team: user.teamId },
    is_bot: kind === 'bot',
    is_app_user: false,
    updated: 0,
    ...(!user.deleted && {
      is_admin: kind === 'admin' || kind === 'owner',
      is_owner: kind === 'owner',
      is_primary_owner: false,
      is_restricted: isGuest,
      is_ultra_restricted: kind === 'single-channel guest',
    }),
    ...(withLocale && { locale: user.locale }),
  };
}

/** "GMT+02:00" → 7200 */
function offsetSeconds(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
}

export function wireView(state: State, view: View): Json {
  const { body } = view;
  return {
    private_metadata: '',
    callback_id: '',
    clear_on_close: false,
    notify_on_close: false,
    external_id: '',
    close: null,
    submit: null,
    title: { type: 'plain_text', text: 'View Title', emoji: true },
    ...body,
    id: view.id,
    team_id: view.teamId,
    app_id: state.app.id,
    app_installed_team_id: view.teamId,
    bot_id: state.teams.get(view.teamId)?.install?.botId,
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    state: { values: {} },
  };
}
