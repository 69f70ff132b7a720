/** Installing the app in a workspace, as people do it in a browser. */
import { expect } from 'vitest';
import { type Mode, slackWalk } from './walk.ts';

type Walk = Awaited<ReturnType<typeof slackWalk>>;

/** Somebody follows the link, says yes, and comes back with the same browser. */
export async function install(walk: Walk, teamName: string, change: (url: URL) => void = () => {}) {
  const { slack, http, publicUrl } = walk;
  const begun = await http.fetch(new Request(`${publicUrl}/slack/install`));
  expect(begun.status).toBe(302);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const person = slack.team(teamName).person('installer', { kind: 'admin' });
  const back = new URL(person.allows(begun.headers.get('location') ?? ''));
  change(back);
  const ask = (sent = cookie) => http.fetch(new Request(back, { headers: { cookie: sent } }));
  return { begun, cookie, ask };
}

export async function opened(mode: Mode = 'Socket Mode') {
  const walk = await slackWalk({ mode, oauth: true });
  walk.slack.app.redirectUrl = `${walk.publicUrl}/slack/oauth_redirect`;
  return walk;
}
