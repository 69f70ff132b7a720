/** Which events the app hears of: those it subscribes to, by scopes that it has. */
import type { Json, Team } from './shapes.ts';
import type { State } from './state.ts';

/** One of the scopes is enough; no scopes: none is needed ("Events API" reference, each event's page). */
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

/** What a bot like ours subscribes to: everything but what people say in channels. */
export const usualEvents: readonly string[] = Object.keys(scopesOfEvents).filter(
  (name) => name !== 'message.channels' && name !== 'message.groups',
);

export function isHeard(state: State, team: Team, event: Json): boolean {
  const name = subscriptionOf(event);
  const scopes = scopesOfEvents[name];
  if (scopes === undefined) throw new Error(`the fake knows no event ${name}`);
  if (!state.app.events.includes(name)) return false;
  const token = state.tokens.get(team.install?.token ?? '');
  return scopes.length === 0 || scopes.some((scope) => token?.scopes.has(scope) === true);
}

/** "message.im" of a message in a direct conversation. */
function subscriptionOf(event: Json): string {
  const type = String(event['type']);
  if (type !== 'message') return type;
  return { im: 'message.im', channel: 'message.channels', group: 'message.groups' }[
    event['channel_type'] as 'im' | 'channel' | 'group'
  ];
}
