/** By which token each workspace is spoken to: the one of the settings, or the one of its own installation. */
import type { Channel } from '../../domain.ts';
import type { Log } from '../../log.ts';
import type { Installation, Installations, Workspaces } from '../../store/store.ts';
import type { Answer, Api, Arguments } from './api.ts';
import type { Seal } from './seal.ts';

/** Undefined where the app is not installed (any more). */
export type TokenOf = (channel: Pick<Channel, 'workspaceId'>) => Promise<string | undefined>;

/** The app as a member of a workspace. */
export interface Bot {
  readonly token: string;
  /** "U…"; not known of the settings' token until Slack was asked once. */
  readonly botId: string | undefined;
}

export interface Tokens {
  readonly of: TokenOf;
  /** @param team Slack's id of the workspace */
  readonly ofTeam: (team: string) => Promise<Bot | undefined>;
  /** One request by the token of that workspace. */
  readonly ask: (team: string, method: string, args?: Arguments) => Promise<Answer>;
  readonly install: (installation: Omit<Installation, 'sealedToken'>, token: string) => Promise<void>;
  readonly uninstall: (team: string) => Promise<void>;
  /** Whose the token of the settings is. @returns undefined if there is none, or nobody can tell now */
  readonly identify: () => Promise<Identity | undefined>;
  /** There is such a token, and it makes sense to ask again whose it is. */
  readonly waitsForIdentity: () => boolean;
  /** Slack did not accept it when it was asked last. */
  readonly isRefused: () => boolean;
}

export interface Identity {
  readonly team: string;
  readonly name: string;
  readonly botId: string;
}

export interface TokensParts {
  readonly api: Api;
  /** Of the settings. */
  readonly token: string | undefined;
  readonly seal: Seal | undefined;
  readonly installations: Installations;
  readonly workspaces: Pick<Workspaces, 'ofPlatform'>;
  readonly log: Log;
}

export function createTokens(parts: TokensParts): Tokens {
  const { api, token: ownToken, seal, installations, workspaces, log } = parts;
  /** What was looked up, until it changes; `null`: not installed. */
  const known = new Map<string, Bot | null>();
  const teams = new Map<number, string>();
  let identity: Identity | undefined;
  let refused = false;

  return {
    of: async ({ workspaceId }) => {
      const team = await teamOf(workspaceId);
      return team === undefined ? undefined : (await ofTeam(team))?.token;
    },
    ofTeam,
    async ask(team, method, args) {
      const bot = await ofTeam(team);
      if (bot === undefined)
        return { outcome: { kind: 'refused', reason: 'not installed' }, error: 'not_installed' };
      return api.ask(bot.token, method, args);
    },
    async install(installation, token) {
      if (seal === undefined) throw new Error('there is no key to encrypt tokens with');
      const sealedToken = seal.close(token, installation.externalId);
      await installations.save({ ...installation, sealedToken });
      known.delete(installation.externalId);
    },
    async uninstall(team) {
      await installations.remove('slack', team);
      known.delete(team);
    },
    async identify() {
      if (ownToken === undefined || identity !== undefined) return identity;
      const { outcome, said, error } = await api.ask(ownToken, 'auth.test');
      if (outcome.kind === 'unauthorized' && !refused)
        log.error({ error }, 'Slack does not accept SLACK_BOT_TOKEN: copy it anew (OAuth & Permissions)');
      refused = outcome.kind === 'unauthorized';
      const { team_id: team, team: name, user_id: botId } = said ?? {};
      if (outcome.kind !== 'done' || typeof team !== 'string' || typeof botId !== 'string') return undefined;
      identity = { team, name: typeof name === 'string' ? name : team, botId };
      known.clear();
      return identity;
    },
    waitsForIdentity: () => ownToken !== undefined && identity === undefined,
    isRefused: () => refused,
  };

  async function teamOf(workspaceId: number): Promise<string | undefined> {
    if (!teams.has(workspaceId)) {
      for (const { id, externalId } of await workspaces.ofPlatform('slack')) teams.set(id, externalId);
    }
    return teams.get(workspaceId);
  }

  async function ofTeam(team: string): Promise<Bot | undefined> {
    const before = known.get(team);
    if (before !== undefined) return before ?? undefined;
    const installation = await installations.find('slack', team);
    const bot = (installation && opened(installation)) ?? ownBot(team);
    known.set(team, bot ?? null);
    return bot;
  }

  function opened({ externalId, sealedToken, botId }: Installation): Bot | undefined {
    const token = seal?.open(sealedToken, externalId);
    if (token !== undefined) return { token, botId };
    log.error({ team: externalId }, 'Slack: a token cannot be decrypted: is SLACK_TOKEN_KEY another one?');
    return undefined;
  }

  /** Until Slack has said whose the token is, it is everybody's. */
  function ownBot(team: string): Bot | undefined {
    if (ownToken === undefined || (identity !== undefined && identity.team !== team)) return undefined;
    return { token: ownToken, botId: identity?.botId };
  }
}
