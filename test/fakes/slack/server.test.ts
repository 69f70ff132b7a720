import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { WebAPIRequestError } from '@slack/web-api';
import { manualWorld } from '../world.ts';
import { openFakeSlack, type RunningOptions } from './server.ts';
import { webClient } from './web-client.ts';

test('over a socket the unmodified client posts, and a plain client in JSON', async () => {
  const { slack, acme, news } = await opened();
  const { ok } = await webClient(slack, acme.token()).chat.postMessage({ channel: news.id, text: 'by form' });
  expect(ok).toBe(true);
  const answer = await post(slack.apiUrl, acme.token(), { channel: news.id, text: 'by JSON' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['x-oauth-scopes']).toContain('chat:write');
  expect(await answer.body.json()).toMatchObject({ ok: true, channel: news.id });
  expect(news.lines().map(({ text }) => text)).toEqual(['by form', 'by JSON']);
});

test('a call that changes something meets what the network does to it; others do not', async () => {
  const { slack, acme, news } = await opened();
  const web = webClient(slack, acme.token());
  slack.network.misbehave('reset after');
  await web.auth.test();
  await expect(web.chat.postMessage({ channel: news.id, text: 'one' })).rejects.toThrow(WebAPIRequestError);
  expect(news.lines()).toHaveLength(1);
  expect(slack.network.unmet()).toBe(0);
});

test('the network does something to one method alone', async () => {
  const { slack, acme, news } = await opened();
  const web = webClient(slack, acme.token());
  slack.network.misbehaveAt('conversations.history', 'clean close');
  await web.chat.postMessage({ channel: news.id, text: 'one' });
  await expect(web.conversations.history({ channel: news.id })).rejects.toThrow(WebAPIRequestError);
  expect((await web.conversations.history({ channel: news.id })).messages).toHaveLength(1);
});

test.each([
  ['no token', undefined, 'not_authed'],
  ['a wrong token', 'xoxb-wrong', 'invalid_auth'],
  ['the app-level token', 'xapp', 'not_allowed_token_type'],
])('%s is refused', async (_, given, error) => {
  const { slack, news } = await opened();
  const token = given === 'xapp' ? slack.app.appToken : given;
  const answer = await post(slack.apiUrl, token, { channel: news.id, text: 'x' });
  expect(await answer.body.json()).toMatchObject({ ok: false, error });
});

test('what is no method is said to be none', async () => {
  const { slack } = await opened();
  const answer = await request(`${slack.apiUrl}chat.sing`, { method: 'POST' });
  expect(await answer.body.json()).toEqual({ ok: false, error: 'unknown_method', req_method: 'chat.sing' });
});

async function post(apiUrl: string, token: string | undefined, body: object) {
  return request(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

async function opened(options: RunningOptions = {}) {
  const slack = await openFakeSlack({ clock: manualWorld(), ...options });
  onTestFinished(slack.close);
  const acme = slack.team('acme');
  return { slack, acme, news: acme.channel('news') };
}
