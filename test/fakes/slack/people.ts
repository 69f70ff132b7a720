/** users.*, team.info, bots.info, usergroups.list, auth.test: who is there, and who asks. */
import { flagIn, limitIn, needed, textIn } from './arguments.ts';
import { page, type Call, type Method } from './call.ts';
import { Refusal } from './refusal.ts';
import type { Json } from './shapes.ts';
import { wireUser } from './wire.ts';

const bot = { json: false, token: 'bot' } as const;

export const peopleMethods: readonly Method[] = [
  { ...bot, name: 'auth.test', json: true, rate: 'special', run: who },
  { ...bot, name: 'users.info', scopes: ['users:read'], rate: 4, run: info },
  { ...bot, name: 'users.list', scopes: ['users:read'], rate: 2, run: list },
  { ...bot, name: 'bots.info', scopes: ['users:read'], rate: 3, run: botInfo },
  { ...bot, name: 'team.info', json: true, scopes: ['team:read'], rate: 3, run: team },
  { ...bot, name: 'usergroups.list', scopes: ['usergroups:read'], rate: 2, run: groups },
];

function who({ state, team: { id, name }, install }: Call): Json {
  return {
    url: `https://${name}.slack.com/`,
    team: name,
    user: state.app.name,
    team_id: id,
    user_id: install.botUserId,
    bot_id: install.botId,
    is_enterprise_install: false,
  };
}

function info({ state, team: { users }, args }: Call): Json {
  // Asked in JSON, Slack sees no argument and says the same (kortix-ai/suna#6616).
  const user = users.get(textIn(args, 'user') ?? '');
  if (user === undefined) throw new Refusal('user_not_found');
  return { user: wireUser(user, state.clock.now(), flagIn(args, 'include_locale')) };
}

function list({ state, team: { users }, args }: Call): Json {
  const { items, next } = page([...users.values()], textIn(args, 'cursor'), limitIn(args, 1000, 1000));
  return {
    members: items.map((user) => wireUser(user, state.clock.now(), flagIn(args, 'include_locale'))),
    cache_ts: Math.floor(state.clock.now() / 1000),
    response_metadata: { next_cursor: next },
  };
}

function botInfo({ state, install, args }: Call): Json {
  if (needed(args, 'bot') !== install.botId) throw new Refusal('bot_not_found');
  return {
    bot: {
      id: install.botId,
      deleted: false,
      name: state.app.name,
      app_id: state.app.id,
      user_id: install.botUserId,
      icons: {},
    },
  };
}

function team({ team: { id, name }, args }: Call): Json {
  if ((textIn(args, 'team') ?? id) !== id) throw new Refusal('team_not_found');
  return {
    team: {
      id,
      name,
      url: `https://${name}.slack.com/`,
      domain: name,
      email_domain: '',
      icon: { image_default: true },
      avatar_base_url: 'https://ca.slack-edge.com/',
      is_verified: false,
    },
  };
}

function groups({ team: { id: teamId, groups: all } }: Call): Json {
  return {
    usergroups: [...all.values()].map(({ id, handle, members }) => ({
      id,
      team_id: teamId,
      is_usergroup: true,
      name: handle,
      handle,
      user_count: members.size,
      users: [...members],
    })),
  };
}
