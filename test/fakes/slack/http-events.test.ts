import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isValidSlackRequest } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { bolted, until } from './bolt-app.ts';
import { fakeSlack } from './fake-slack.ts';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

test('a request is signed with the time, and as JSON tells of the event', async () => {
  const { slack, heard, news, world } = await listening((_, answer) => answer.end());
  news.archive();
  await slack.deliveries.settled();
  const [{ headers, body }] = heard as [Heard];
  const signed = {
    signingSecret: slack.app.signingSecret,
    body,
    headers: {
      'x-slack-signature': headers['x-slack-signature'] as string,
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
    nowMilliseconds: world.now(),
  };
  expect(isValidSlackRequest(signed)).toBe(true);
  expect(isValidSlackRequest({ ...signed, signingSecret: 'another' })).toBe(false);
  expect(JSON.parse(body)).toMatchObject({
    type: 'event_callback',
    api_app_id: slack.app.id,
    event: { type: 'channel_archive', channel: news.id },
    authorizations: [{ is_bot: true }],
  });
});

test('an event that fails is told at once again, after one minute and after five', async () => {
  const { slack, heard, news, world } = await listening((_, answer) => answer.writeHead(500).end());
  news.archive();
  for (const [pause, count] of [
    [0, 2],
    [60_000, 3],
    [300_000, 4],
    [3_600_000, 4],
  ] as const) {
    await world.advance(pause);
    await until(() => heard.length === count);
    await slack.deliveries.settled();
  }
  expect(heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual(
    [
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ],
  );
});

test('an event without an answer is told again after 3 s; a late answer ends nothing', async () => {
  const answers: ServerResponse[] = [];
  const { slack, heard, news, world } = await listening((_, answer) => answers.push(answer));
  news.archive();
  await until(() => heard.length === 1);
  await world.advance(3000);
  await until(() => heard.length === 2);
  expect(heard[1]!.headers['x-slack-retry-reason']).toBe('http_timeout');
  for (const answer of answers) answer.end();
  await slack.deliveries.settled();
  await until(() => slack.deliveries.all[0]!.attempts[0]!.outcome === 'late');
  expect(slack.deliveries.all[0]!.attempts.map(({ outcome }) => outcome)).toEqual(['late', 'acknowledged']);
});

test('whoever asks for no retries gets none', async () => {
  const { slack, heard, news, world } = await listening((_, answer) =>
    answer.writeHead(500, { 'x-slack-no-retry': '1' }).end(),
  );
  news.archive();
  await slack.deliveries.settled();
  await world.advance(3_600_000);
  expect(heard).toHaveLength(1);
});

test('a command is told once, whatever comes of it', async () => {
  const { slack, heard, world } = await listening((_, answer) => answer.writeHead(500).end());
  const done = await slack.asPerson('acme', 'ada').types('/news');
  await world.advance(3_600_000);
  expect(done.acknowledged).toBe(false);
  expect(heard).toHaveLength(1);
});

test('where nobody listens connections fail', async () => {
  const { slack, news } = await listening((_, answer) => answer.end());
  slack.http.sendTo({ events: 'http://127.0.0.1:1/slack/events' });
  news.archive();
  await slack.deliveries.settled();
  expect(slack.deliveries.all[0]!.attempts[0]).toMatchObject({
    outcome: 'failed',
    reason: 'connection_failed',
  });
});

test('an unmodified Bolt gives back the challenge, passes the SSL check, and takes no wrong signature', async () => {
  const { slack, news } = await bolted('HTTP', () => {});
  expect(await slack.http.verifyUrl()).toBe(true);
  expect(await slack.http.checkSsl()).toBe(200);
  slack.http.tamper((headers) => headers.set('x-slack-signature', 'v0=wrong'));
  news.archive();
  await slack.deliveries.settled();
  slack.http.tamper((headers) => headers.set('x-slack-request-timestamp', '1'));
  news.unarchive();
  await slack.deliveries.settled();
  expect(slack.deliveries.all.map(({ attempts }) => attempts[0]!.outcome)).toEqual(['failed', 'failed']);
});

test('what the app does not subscribe to, or has no scope for, it is not told', async () => {
  const { slack, heard, acme, news } = await listening((_, answer) => answer.end(), {
    events: ['app_mention', 'channel_archive'],
  });
  const ada = acme.person('ada');
  news.rename('noise');
  acme.deny('channels:read', 'app_mentions:read');
  news.archive();
  news.unarchive();
  ada.mentions(news, 'hello');
  acme.grant('app_mentions:read');
  ada.mentions(acme.channel('elsewhere', { withBot: false }), 'hello');
  await slack.deliveries.settled();
  expect(heard).toEqual([]);
  ada.mentions(news, 'hello');
  await slack.deliveries.settled();
  expect(heard).toHaveLength(1);
});

/** A server that hears the fake, which itself needs none. */
async function listening(answer: (heard: Heard, to: ServerResponse) => unknown, options = {}) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const hear = async (): Promise<void> => {
      const one = { headers: request.headers, body: await text(request) };
      heard.push(one);
      answer(one, response);
    };
    void hear();
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const world = manualWorld();
  const slack = fakeSlack({ clock: world, ...options });
  slack.http.sendTo({ events: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` });
  const acme = slack.team('acme');
  return { slack, heard, world, acme, news: acme.channel('news') };
}
