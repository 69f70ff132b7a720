/** Tokens and connections: oauth.v2.access, auth.revoke, apps.uninstall, apps.connections.open. */
import { flagIn, textIn } from './arguments.ts';
import type { Call, Method } from './call.ts';
import { install, revoke, uninstall } from './installs.ts';
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';
import { teamOf, type State } from './state.ts';

export const appMethods: readonly Method[] = [
  { name: 'oauth.v2.access', json: false, token: 'none', rate: 'special', writes: true, run: access },
  { name: 'auth.revoke', json: false, token: 'bot', rate: 3, writes: true, run: revokeToken },
  { name: 'apps.uninstall', json: false, token: 'bot', rate: 1, writes: true, run: uninstallApp },
  {
    name: 'apps.connections.open',
    json: true,
    token: 'app',
    scopes: ['connections:write'],
    // "Tier 1" by its page of old, tier 3 by the reference of today.
    rate: 3,
    run: ({ state }) => ({ url: state.socketUrl() }),
  },
];

/** A code is good once, for its redirect address, for ten minutes. */
function access(call: Call): Json {
  const { state, args } = call;
  mustBeTheApp(call);
  const code = state.codes.get(textIn(args, 'code') ?? '');
  if (code === undefined || code.used || state.clock.now() - code.at > state.limits.codeMs) {
    throw new Refusal('invalid_code');
  }
  if ((textIn(args, 'redirect_uri') ?? code.redirectUri) !== code.redirectUri) {
    throw new Refusal('bad_redirect_uri');
  }
  code.used = true;
  const team = teamOf(state, code.teamId);
  const { token, botUserId } = install(state, team, code.userId, code.scopes);
  return {
    app_id: state.app.id,
    authed_user: { id: code.userId },
    scope: code.scopes.join(','),
    token_type: 'bot',
    access_token: token,
    bot_user_id: botUserId,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function revokeToken({ state, team, args }: Call): Json {
  if (flagIn(args, 'test')) return { revoked: false };
  revoke(state, team);
  return { revoked: true };
}

function uninstallApp(call: Call): Json {
  mustBeTheApp(call);
  uninstall(call.state, call.team);
  return {};
}

/** By HTTP Basic, or by arguments. @throws Refusal invalid_client_id, bad_client_secret */
function mustBeTheApp({ state, args, request }: Call): void {
  const basic = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const [basicId, basicSecret] =
    basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':');
  const { clientId, clientSecret }: State['app'] = state.app;
  if ((textIn(args, 'client_id') ?? basicId) !== clientId) throw new Refusal('invalid_client_id');
  if ((textIn(args, 'client_secret') ?? basicSecret) !== clientSecret) throw new Refusal('bad_client_secret');
}
