import { expect, onTestFinished, test } from 'vitest';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocket } from 'ws';
import { manualWorld, type ManualWorld } from '../world.ts';
import { until } from './bolt-app.ts';
import { openFakeSlack, type RunningOptions, type RunningSlack } from './server.ts';
import type { Json } from './shapes.ts';
import { silent, webClient } from './web-client.ts';

test('a connection begins with hello, and its ticket is good once', async () => {
  const { slack } = await opened();
  const url = await addressOf(slack);
  const { received } = await connected(url);
  expect(received).toMatchObject([
    { type: 'hello', num_connections: 1, connection_info: { app_id: slack.app.id } },
  ]);
  const again = new WebSocket(url);
  await until(() => again.readyState === WebSocket.CLOSED);
  expect(slack.socketMode.connections()).toBe(1);
});

test('an address for connections needs the app-level token', async () => {
  const { slack } = await opened();
  const web = webClient(slack, slack.team('acme').token());
  await expect(web.apps.connections.open({})).rejects.toThrow('not_allowed_token_type');
});

test('an event that is acknowledged comes once', async () => {
  const { slack, world, news } = await opened();
  const line = await connected(await addressOf(slack));
  news.archive();
  await until(() => line.received.length === 2);
  const [, envelope] = line.received;
  expect(envelope).toMatchObject({
    type: 'events_api',
    accepts_response_payload: false,
    retry_attempt: 0,
    payload: { type: 'event_callback', event: { type: 'channel_archive', channel: news.id } },
  });
  line.acknowledge(envelope!);
  await slack.deliveries.settled();
  await world.advance(3_600_000);
  expect(line.received).toHaveLength(2);
});

test('an event that is not acknowledged comes four times, each time 3 s are waited for', async () => {
  const { slack, world, news } = await opened();
  const line = await connected(await addressOf(slack));
  news.archive();
  for (const [pause, count] of [
    [3000, 3],
    [63_000, 4],
    [303_000, 5],
    [3_600_000, 5],
  ] as const) {
    await world.advance(pause);
    await until(() => line.received.length === count);
  }
  expect(line.received.slice(1).map((one) => [one['retry_attempt'], one['retry_reason']])).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
    [3, 'timeout'],
  ]);
  const [delivery] = slack.deliveries.all;
  expect(delivery!.attempts.map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 4 }, () => 'missing'),
  );
  expect(new Set(line.received.slice(1).map((one) => (one['payload'] as Json)['event_id'])).size).toBe(1);
});

test('what is not acknowledged when its connection breaks comes over another', async () => {
  const { slack, news } = await opened();
  const first = await connected(await addressOf(slack));
  news.archive();
  await until(() => first.received.length === 2);
  const second = await connected(await addressOf(slack));
  first.socket.terminate();
  await until(() => second.received.length === 2);
  expect(second.received[1]).toMatchObject({ retry_attempt: 1, retry_reason: 'connection_failed' });
});

test('several connections take turns', async () => {
  const { slack, news } = await opened();
  const lines = [await connected(await addressOf(slack)), await connected(await addressOf(slack))];
  expect(lines.map(({ received }) => received[0]!['num_connections'])).toEqual([1, 2]);
  for (let n = 0; n < 4; n += 1) news.archive();
  await until(() => lines.every(({ received }) => received.length === 3));
});

test('more than ten connections are too many', async () => {
  const { slack } = await opened();
  for (let n = 0; n < 10; n += 1) await connected(await addressOf(slack));
  const eleventh = await connected(await addressOf(slack));
  expect(eleventh.received).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  await until(() => eleventh.socket.readyState === WebSocket.CLOSED);
  expect(slack.socketMode.connections()).toBe(10);
});

test('where Socket Mode is switched off connections end, and none begins', async () => {
  const { slack } = await opened();
  const line = await connected(await addressOf(slack));
  slack.socketMode.disable();
  await until(() => line.socket.readyState === WebSocket.CLOSED);
  expect(line.received[1]).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
  const another = await connected(await addressOf(slack));
  expect(another.received).toMatchObject([{ type: 'disconnect', reason: 'link_disabled' }]);
});

const interruptions: ReadonlyArray<[about: string, interrupt: (slack: RunningSlack) => void]> = [
  ['a warning', ({ socketMode }) => socketMode.warn()],
  ['a request to refresh', ({ socketMode }) => socketMode.refresh()],
  ['a break', ({ socketMode }) => socketMode.drop()],
];

test.each(interruptions)(
  "Slack's own client connects again after %s, and hears what it missed",
  async (_, interrupt) => {
    const { slack, world, news } = await opened();
    const { heard, connected: times } = await listening(slack);
    interrupt(slack);
    await until(() => slack.socketMode.connections() === 0);
    news.archive();
    // To be ended while it connects makes it throw where nobody can catch it (slackapi/node-slack-sdk#2656).
    await until(() => times() === 2);
    await world.advance(60_000);
    await until(() => heard.length === 1);
    expect(heard).toEqual([2]);
  },
);

test("where TCP stays open after a refresh, Slack's own client comes back all the same", async () => {
  const { slack } = await opened({ leavesTcpOpen: true });
  const { connected: times } = await listening(slack);
  slack.socketMode.refresh();
  await until(() => times() === 2);
  expect(slack.socketMode.connections()).toBe(1);
});

test("Slack's own client leaves a connection that has gone silent, and hears over a new one", async () => {
  const { slack, world, news } = await opened();
  const { heard, connected: times } = await listening(slack);
  slack.socketMode.freeze();
  await until(() => times() === 2);
  // What goes over the silent one is told again over the other, three seconds later.
  news.archive();
  news.unarchive();
  await until(() => heard.length === 1);
  await world.advance(3000);
  await until(() => heard.length === 2);
  expect(new Set(heard)).toEqual(new Set([0, 1]));
});

/** Slack's own client. @returns of each event it hears the number of the try, and how often it was connected */
async function listening(
  slack: RunningSlack,
): Promise<{ heard: readonly number[]; connected: () => number }> {
  const heard: number[] = [];
  let times = 0;
  const client = new SocketModeClient({
    appToken: slack.app.appToken,
    logger: silent,
    clientPingTimeout: 50,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  client.on('connected', () => (times += 1));
  client.on('slack_event', ({ ack, retry_num: retry }: { ack: () => Promise<void>; retry_num: number }) => {
    heard.push(retry);
    void ack();
  });
  await client.start();
  onTestFinished(async () => client.disconnect());
  return { heard, connected: () => times };
}

async function opened(options: RunningOptions = {}): Promise<Opened> {
  const world = manualWorld();
  const slack = await openFakeSlack({ clock: world, ...options });
  onTestFinished(slack.close);
  return { slack, world, news: slack.team('acme').channel('news') };
}

interface Opened {
  readonly slack: RunningSlack;
  readonly world: ManualWorld;
  readonly news: ReturnType<ReturnType<RunningSlack['team']>['channel']>;
}

async function addressOf(slack: RunningSlack): Promise<string> {
  const { url } = await webClient(slack, slack.app.appToken).apps.connections.open({});
  return url!;
}

async function connected(url: string) {
  const socket = new WebSocket(url);
  const received: Json[] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString()) as Json));
  await until(() => received.length > 0);
  return {
    socket,
    received: received as readonly Json[],
    acknowledge: ({ envelope_id: id }: Json) => socket.send(JSON.stringify({ envelope_id: id })),
  };
}
