/** Workspaces, channels and people as a test names them: made when first named. */
import type { Core } from './core.ts';
import { install, revoke, uninstall } from './installs.ts';
import { personPlace, type PersonPlace } from './person.ts';
import type { Channel, Id, Install, Team, User, UserKind } from './shapes.ts';
import { addChannel, addUser, type State } from './state.ts';
import { channelPlace, type ChannelPlace } from './channel-place.ts';

export interface TeamPlace {
  readonly id: Id;
  readonly name: string;
  /** The bot's newest token, good or not. */
  readonly token: () => string;
  readonly botUserId: Id;
  readonly botId: Id;
  /** A channel with the bot in it. */
  readonly channel: (name: string, more?: ChannelOptions) => ChannelPlace;
  readonly person: (name: string, more?: PersonOptions) => PersonPlace;
  /** A group of people that can be mentioned. @returns its id */
  readonly group: (handle: string, ...members: readonly PersonPlace[]) => Id;
  /** Once more: its scopes come to those that there are; a token that is void is replaced. */
  readonly install: (scopes?: readonly string[]) => Install;
  readonly uninstall: () => void;
  readonly revokeToken: () => void;
  /** The token has these scopes from now on, as after another installation. */
  readonly grant: (...scopes: readonly string[]) => void;
  readonly deny: (...scopes: readonly string[]) => void;
  /** For how long messages may be edited: a setting of the workspace. */
  readonly editWindow: (ms: number) => void;
  readonly team: Team;
}

export interface TeamOptions {
  /** Whether the app is in it; true by default. Says nothing of a workspace that is there already. */
  readonly installed?: boolean;
}

export interface ChannelOptions {
  readonly private?: boolean;
  /** Whether the bot is in it; true by default. */
  readonly withBot?: boolean;
}

export interface PersonOptions {
  readonly kind?: UserKind;
  /** "Europe/Paris" */
  readonly zone?: string;
  /** "fr-FR" */
  readonly locale?: string;
}

export function teamPlace(core: Core, name: string, { installed = true }: TeamOptions = {}): TeamPlace {
  const { state } = core;
  const team = [...state.teams.values()].find((one) => one.name === name) ?? newTeam(state, name, installed);
  const held = (): Install => {
    if (team.install === undefined) throw new Error(`the app was never installed in ${name}`);
    return team.install;
  };
  return {
    id: team.id,
    name,
    token: () => held().token,
    get botUserId() {
      return held().botUserId;
    },
    get botId() {
      return held().botId;
    },
    channel: (called, more) => channelPlace(state, team, channelNamed(state, team, called, more)),
    person: (called, more) => personPlace(core, team, userNamed(state, team, called, more)),
    group(handle, ...members) {
      const id = state.nextId('S');
      team.groups.set(id, { id, handle, members: new Set(members.map((one) => one.id)) });
      return id;
    },
    install: (scopes) => install(state, team, ownerOf(team), scopes),
    uninstall: () => uninstall(state, team),
    revokeToken: () => revoke(state, team),
    grant(...scopes) {
      for (const scope of scopes) state.tokens.get(held().token)?.scopes.add(scope);
    },
    deny(...scopes) {
      for (const scope of scopes) state.tokens.get(held().token)?.scopes.delete(scope);
    },
    editWindow: (ms) => void (team.editWindowMs = ms),
    team,
  };
}

/** With an owner, and `#general`, which nobody leaves. */
function newTeam(state: State, name: string, installed: boolean): Team {
  const team: Team = {
    id: state.nextId('T'),
    name,
    users: new Map(),
    channels: new Map(),
    groups: new Map(),
    editWindowMs: Infinity,
    install: undefined,
  };
  state.teams.set(team.id, team);
  const owner = addUser(state, team, 'owner', { kind: 'owner' });
  if (installed) install(state, team, owner.id);
  addChannel(state, team, {
    kind: 'public',
    name: 'general',
    creator: owner.id,
    members: [owner.id],
    isGeneral: true,
  });
  return team;
}

function ownerOf(team: Team): Id {
  return [...team.users.values()].find(({ kind }) => kind === 'owner')!.id;
}

function channelNamed(state: State, team: Team, name: string, more: ChannelOptions = {}): Channel {
  const found = [...team.channels.values()].find((one) => one.kind !== 'im' && one.name === name);
  const channel =
    found ??
    addChannel(state, team, {
      kind: more.private === true ? 'private' : 'public',
      name,
      creator: ownerOf(team),
      members: [ownerOf(team)],
    });
  const bot = team.install?.botUserId;
  if (found === undefined && more.withBot !== false && bot !== undefined) channel.members.add(bot);
  return channel;
}

function userNamed(state: State, team: Team, name: string, more: PersonOptions = {}): User {
  const found = [...team.users.values()].find((one) => one.name === name);
  if (found === undefined) return addUser(state, team, name, more);
  Object.assign(found, more);
  return found;
}
