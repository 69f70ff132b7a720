/** What is the same in everything that a person does: who, where, and by which ids the app may answer. */
import { openHook } from './hooks.ts';
import { lineOf, type Line } from './ledger.ts';
import type { Channel, Id, Json, Message, Team, Ts, User, View } from './shapes.ts';
import type { State } from './state.ts';
import { wireMessage, wireView } from './wire.ts';
import { blocksIn, holderOf, stateOf, type Holder } from './view-values.ts';

/** Good for three seconds, and once. */
export function openTrigger(state: State, team: Team, user: User, view?: View): string {
  forgetOld(state);
  const id = `${state.nextId('')}.${team.id}.${state.nextId('trigger')}`;
  state.triggers.set(id, {
    id,
    teamId: team.id,
    userId: user.id,
    at: state.clock.now(),
    viewId: view?.id,
    used: false,
  });
  return id;
}

/** Those of the last minute are kept, so that old ones are told from unknown ones. */
function forgetOld({ triggers, clock }: State): void {
  for (const [id, { at }] of triggers) {
    if (clock.now() - at < 60_000) return;
    triggers.delete(id);
  }
}

export function whoAndWhere(state: State, team: Team, user: User): Json {
  return {
    team: { id: team.id, domain: team.name },
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: state.app.id,
    token: state.app.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A message or a view in which something can be used. */
export type Surface =
  | { readonly kind: 'message'; readonly channel: Channel; readonly message: Message }
  | { readonly kind: 'view'; readonly view: View };

export function blocksOf(surface: Surface): readonly Json[] {
  return surface.kind === 'view' ? blocksIn(surface.view) : surface.message.versions.at(-1)!.blocks;
}

/** What somebody has chosen in a message nobody else sees. */
export function holderIn(surface: Surface, user: User): Holder {
  if (surface.kind === 'view') return holderOf(surface.view);
  const { channel, message } = surface;
  return { id: `${channel.id}/${message.ts}/${user.id}`, blocks: blocksOf(surface) };
}

/** Of an ephemeral message the app is told where it was, not what it said: Slack keeps none. */
export function containerOf(state: State, team: Team, user: User, surface: Surface): Json {
  if (surface.kind === 'view') {
    return {
      container: { type: 'view', view_id: surface.view.id },
      view: { ...wireView(state, surface.view), state: stateOf(state, holderOf(surface.view)) },
    };
  }
  const { channel, message } = surface;
  const isEphemeral = message.privateTo !== undefined;
  const of = { teamId: team.id, channelId: channel.id, userId: user.id, ts: message.ts };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: nameOf(channel) },
    ...(!isEphemeral && { message: wireMessage(state, team, message, 'all') }),
    state: stateOf(state, holderIn(surface, user)),
    response_url: openHook(state, of, 'actions'),
  };
}

/** As commands and actions name what has no name. */
export function nameOf({ kind, name }: Channel): string {
  return kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;
}

/** The message behind a line of the ledger, as long as people see it. */
export function surfaceOf(team: Team, { ts }: Pick<Line, 'ts'>): Surface {
  for (const channel of team.channels.values()) {
    const message = channel.byTs.get(ts);
    if (message !== undefined && message.deletedAt === undefined)
      return { kind: 'message', channel, message };
  }
  throw new Error(`nobody sees a message ${ts}`);
}

export function lineAt(team: Team, channelId: Id, ts: Ts): Line | undefined {
  const channel = team.channels.get(channelId);
  const message = channel?.byTs.get(ts);
  return channel === undefined || message === undefined ? undefined : lineOf(team, channel, message);
}
