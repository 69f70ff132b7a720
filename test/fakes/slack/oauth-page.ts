/** The page on which somebody lets the app into a workspace: "Installing with OAuth", version 2. */
import type { Id, Team, User } from './shapes.ts';
import type { State } from './state.ts';

export interface Wanted {
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly state: string;
}

/** What the link to the page asks for. @throws Error in the words of Slack's own page */
export function wantedIn({ app }: State, url: string): Wanted {
  const { searchParams: asked, pathname } = new URL(url);
  if (pathname !== '/oauth/v2/authorize') throw new Error(`this is no link to install an app: ${pathname}`);
  if (asked.get('client_id') !== app.clientId) throw new Error('Invalid client_id parameter');
  const scopes = (asked.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
  if (scopes.length === 0) throw new Error('No scopes requested');
  const redirectUri = asked.get('redirect_uri') ?? app.redirectUrl ?? '';
  if (!URL.canParse(redirectUri) || !redirectUri.startsWith(app.redirectUrl ?? '')) {
    throw new Error(`redirect_uri did not match any configured URIs. Passed URI: ${redirectUri}`);
  }
  return { scopes, redirectUri, state: asked.get('state') ?? '' };
}

/** @returns where the person is sent back to, with a code */
export function allow(state: State, team: Team, user: User, wanted: Wanted): string {
  const code = state.nextId('code');
  const { scopes, redirectUri } = wanted;
  const at = state.clock.now();
  state.codes.set(code, { teamId: team.id, userId: user.id, redirectUri, scopes, at, used: false });
  return backTo(wanted, { code });
}

export function decline(wanted: Wanted): string {
  return backTo(wanted, { error: 'access_denied' });
}

function backTo({ redirectUri, state }: Wanted, said: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...said, state })) url.searchParams.set(name, value);
  return url.href;
}

/** For a browser: the page, and what its links lead to. */
export function oauthPage(state: State, request: Request): Response {
  const url = new URL(request.url);
  let wanted: Wanted;
  try {
    wanted = wantedIn(state, url.href);
  } catch (error) {
    return page(`<p>${escaped((error as Error).message)}</p>`, 400);
  }
  const chosen: Id | null = url.searchParams.get('allow_in');
  if (chosen !== null) return to(chosen === '' ? decline(wanted) : allowedIn(state, chosen, wanted));
  const links = [...state.teams.values()].map(({ id, name }) => link(url, id, `Allow in ${name}`));
  return page(
    [`<p>${wanted.scopes.map(escaped).join(', ')}</p>`, ...links, link(url, '', 'Cancel')].join(''),
    200,
  );
}

function allowedIn(state: State, teamId: Id, wanted: Wanted): string {
  const team = state.teams.get(teamId);
  const owner = [...(team?.users.values() ?? [])].find(({ kind }) => kind === 'owner');
  if (team === undefined || owner === undefined) throw new Error(`there is no workspace ${teamId}`);
  return allow(state, team, owner, wanted);
}

function link(url: URL, teamId: Id, label: string): string {
  const target = new URL(url);
  target.searchParams.set('allow_in', teamId);
  return `<p><a href="${escaped(target.pathname + target.search)}">${escaped(label)}</a></p>`;
}

function to(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function page(body: string, status: number): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return new Response(`<!doctype html><title>Slack</title>${body}`, { status, headers });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
