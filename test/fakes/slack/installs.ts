/** The app comes into a workspace, loses its token, goes away. */
import type { Id, Install, Team, Token } from './shapes.ts';
import { addUser, type State } from './state.ts';

/**
 * @param scopes what the person grants: they come to those that the token has already. A token that is good stays the
 *   same; after a revocation or an uninstallation there is a new one, with these scopes and no others.
 */
export function install(
  state: State,
  team: Team,
  by: Id,
  scopes: readonly string[] = state.app.scopes,
): Install {
  const held = team.install ?? newcomer(state, team, by);
  team.install = held;
  const token = state.tokens.get(held.token);
  if (token?.state === 'good') for (const scope of scopes) token.scopes.add(scope);
  else {
    held.token = `xoxb-${team.id}-${state.nextId('B')}-not-a-secret-of-anybody`;
    state.tokens.set(held.token, { kind: 'bot', teamId: team.id, scopes: new Set(scopes), state: 'good' });
  }
  return Object.assign(held, { installedBy: by, active: true });
}

function newcomer(state: State, team: Team, by: Id): Install {
  const bot = addUser(state, team, state.app.name, { kind: 'bot' });
  return { botUserId: bot.id, botId: state.nextId('B'), token: '', installedBy: by, active: true };
}

/** The app goes: its bot leaves every channel, its token is worth nothing, and it is told so. */
export function uninstall(state: State, team: Team): void {
  const gone = team.install;
  if (gone?.active !== true) return;
  // Told while somebody listens: the last events of an app are these.
  state.emit(team, { type: 'tokens_revoked', tokens: { oauth: [], bot: [gone.botUserId] } });
  state.emit(team, { type: 'app_uninstalled' });
  gone.active = false;
  retire(state, gone.token, 'inactive');
  for (const channel of team.channels.values()) {
    if (channel.kind !== 'im') channel.members.delete(gone.botUserId);
  }
}

/** Its token alone goes, by `auth.revoke` or by hand. */
export function revoke(state: State, team: Team): void {
  const { install: held } = team;
  if (held === undefined) return;
  state.emit(team, { type: 'tokens_revoked', tokens: { oauth: [], bot: [held.botUserId] } });
  retire(state, held.token, 'revoked');
}

function retire(state: State, token: string, how: Token['state']): void {
  const held = state.tokens.get(token);
  if (held !== undefined) held.state = how;
}
