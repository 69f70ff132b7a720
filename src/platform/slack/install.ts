/**
 * The way into many workspaces: OAuth v2 (https://docs.slack.dev/authentication/installing-with-oauth). Whoever installs
 * begins at /slack/install, says yes on Slack's page, and comes back to /slack/oauth_redirect with a code.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Language } from '../../domain.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Workspaces } from '../../store/store.ts';
import type { Api } from './api.ts';
import { botScopes } from './manifest.ts';
import type { Tokens } from './tokens.ts';

export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Under which Slack sends people back: "https://bellwire.example" */
  readonly publicUrl: string;
}

export interface InstallParts extends InstallSettings {
  readonly api: Api;
  readonly apiUrl: string;
  readonly tokens: Tokens;
  readonly invoke: { readonly store: { readonly workspaces: Pick<Workspaces, 'open'> } };
  readonly language: Language;
  readonly zone: string;
  readonly world: { readonly now: () => number };
  readonly log: Log;
  readonly onInstalled: (team: string) => Promise<void>;
}

export interface Install {
  /** @returns undefined for what is not its own */
  readonly handle: (request: Request) => Promise<Response | undefined>;
}

const installPath = '/slack/install';
const redirectPath = '/slack/oauth_redirect';
/** A person needs some minutes on Slack's page. */
const stateMs = 10 * 60_000;
const cookieName = 'bellwire-slack-state';

export function createInstall(parts: InstallParts): Install {
  const { clientId, clientSecret, publicUrl, api, apiUrl, tokens, world, log } = parts;
  const base = publicUrl.replace(/\/+$/, '');
  const redirectUri = `${base}${redirectPath}`;
  /** States that came back: none is good twice. */
  const used = new Set<string>();
  const words = textsFor(parts.language);

  return {
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      if (request.method !== 'GET') return undefined;
      if (pathname === installPath) return begin();
      if (pathname !== redirectPath) return undefined;
      const state = searchParams.get('state') ?? '';
      if (!isOurs(state, request.headers.get('cookie') ?? '')) return page(words.slack.install.failed, 400);
      const code = searchParams.get('code');
      // Somebody has said no.
      if (code === null) return page(words.slack.install.failed, 400);
      return finish(code);
    },
  };

  function begin(): Response {
    const state = newState();
    const query = new URLSearchParams({
      client_id: clientId,
      scope: botScopes.join(','),
      redirect_uri: redirectUri,
      state,
    });
    const secure = base.startsWith('https:') ? '; Secure' : '';
    const location = `${apiUrl.replace(/\/api\/*$/, '')}/oauth/v2/authorize?${query.toString()}`;
    return new Response(null, {
      status: 302,
      headers: {
        location,
        'cache-control': 'no-store',
        'set-cookie': `${cookieName}=${state}; Path=/slack; Max-Age=${stateMs / 1000}; HttpOnly; SameSite=Lax${secure}`,
      },
    });
  }

  async function finish(code: string): Promise<Response> {
    try {
      const { outcome, error, said } = await api.ask(undefined, 'oauth.v2.access', {
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: redirectUri,
      });
      const grant = outcome.kind === 'done' ? grantIn(said) : undefined;
      if (grant === undefined) {
        log.warn({ error }, 'Slack: the app was not installed');
        return page(words.slack.install.failed, 502);
      }
      const { team, token, botId, scopes, by } = grant;
      const { language, zone } = parts;
      const workspace = { platform: 'slack', externalId: team.id, name: team.name } as const;
      await parts.invoke.store.workspaces.open({ ...workspace, language, zone });
      await tokens.install({ ...workspace, botId, scopes, installedBy: by, installedAt: world.now() }, token);
      await parts.onInstalled(team.id);
      log.info({ team: team.name }, 'Slack: the app is installed in a workspace');
      return page(words.slack.install.done(team.name), 200);
    } catch (error) {
      log.error({ err: error }, `Slack: the app was not installed: ${reasonOf(error)}`);
      return page(words.slack.install.failed, 500);
    }
  }

  /** "<when>.<chance>.<signature>" */
  function newState(): string {
    const said = `${world.now()}.${randomBytes(16).toString('base64url')}`;
    return `${said}.${signatureOf(said)}`;
  }

  function signatureOf(said: string): string {
    return createHmac('sha256', clientSecret).update(`state ${said}`).digest('base64url');
  }

  /** Made by us, not long ago, for this browser, and not yet used. */
  function isOurs(state: string, cookies: string): boolean {
    const [at = '', chance = '', signature = ''] = state.split('.');
    const expected = Buffer.from(signatureOf(`${at}.${chance}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const ageMs = world.now() - Number(at);
    if (!(ageMs >= 0 && ageMs <= stateMs) || used.has(state)) return false;
    const isThisBrowser = cookies.split(/;\s*/).includes(`${cookieName}=${state}`);
    if (isThisBrowser) used.add(state);
    return isThisBrowser;
  }

  function page(sentence: string, status: number): Response {
    const escaped = sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return new Response(
      `<!doctype html><html lang="${words.language}"><meta charset="utf-8"><title>Bellwire</title><p>${escaped}</p></html>`,
      {
        status,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'set-cookie': `${cookieName}=; Path=/slack; Max-Age=0`,
        },
      },
    );
  }
}

interface Grant {
  readonly team: { readonly id: string; readonly name: string };
  readonly token: string;
  readonly botId: string;
  readonly scopes: readonly string[];
  readonly by: string | undefined;
}

/** @returns undefined for an installation in a whole organisation, which has no team, or without a bot */
function grantIn(said: Readonly<Record<string, unknown>> | undefined): Grant | undefined {
  const { team, access_token: token, bot_user_id: botId, scope, authed_user: by } = said ?? {};
  const { id, name } = (team ?? {}) as { readonly id?: unknown; readonly name?: unknown };
  if (typeof id !== 'string' || typeof token !== 'string' || typeof botId !== 'string') return undefined;
  const { id: user } = (by ?? {}) as { readonly id?: unknown };
  return {
    team: { id, name: typeof name === 'string' ? name : id },
    token,
    botId,
    scopes: typeof scope === 'string' ? scope.split(',') : [],
    by: typeof user === 'string' ? user : undefined,
  };
}
