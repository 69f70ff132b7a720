import { describe, expect, test } from 'vitest';
import { manualWorld, type ManualWorld } from '../world.ts';
import { fakeDiscord } from './fake-discord.ts';
import { usualLimits } from './limits.ts';
import type { Json } from './shapes.ts';
import type { Options } from './state.ts';

const intents = 1 | (1 << 9);

/** A connection as the gateway sees it, and a client that writes down what it is told. */
function connected(options: Options = {}, world: ManualWorld = manualWorld(), query = 'v=10&encoding=json') {
  const discord = fakeDiscord({ ...options, now: world.now, after: world.after });
  const news = discord.guild('g').channel('news');
  const connect = (address = query) => {
    const got: Json[] = [];
    const closed: number[] = [];
    const wire = {
      send: (payload: Json) => void got.push(payload),
      close: (code: number) => void closed.push(code),
      drop: () => connection.closed(1006),
    };
    const connection = discord.gateway.connect(wire, address);
    const send = (op: number, d: unknown): void => connection.receive(JSON.stringify({ op, d }));
    return {
      got,
      closed,
      send,
      receive: connection.receive,
      leave: connection.closed,
      identify: (more: object = {}) => send(2, { token: discord.token(), intents, properties: {}, ...more }),
      resume: (session_id: unknown, seq: number) => send(6, { token: discord.token(), session_id, seq }),
      heard: () => got.filter(({ op }) => op === 0).map(({ t }) => t),
    };
  };
  return { discord, world, news, connect, client: connect() };
}

test('a client is greeted, identifies, and learns of itself and its guilds', () => {
  const { discord, client } = connected();
  client.identify();
  expect(client.got).toMatchObject([
    { op: 10, d: { heartbeat_interval: 41_250 } },
    { op: 0, t: 'READY', s: 1, d: { v: 10, user: { id: discord.botId }, guilds: [{ unavailable: true }] } },
    { op: 0, t: 'GUILD_CREATE', s: 2, d: { name: 'g', channels: [{ name: 'news' }] } },
  ]);
});

type Client = ReturnType<typeof connected>['client'];
const mistakes: ReadonlyArray<[about: string, does: (client: Client) => void, code: number]> = [
  ['something that is no JSON', ({ receive }) => receive('{'), 4002],
  ['4,097 bytes', ({ receive }) => receive(JSON.stringify({ op: 1, d: 'x'.repeat(4097) })), 4002],
  ['an op that is not there', ({ send }) => send(99, null), 4001],
  ['a presence before it identified', ({ send }) => send(3, {}), 4003],
  ['a wrong token', ({ identify }) => identify({ token: 'wrong' }), 4004],
  ['a wrong token when resuming', ({ send }) => send(6, { token: 'wrong', session_id: 's', seq: 0 }), 4004],
  ['a second identify', ({ identify }) => [identify(), identify()], 4005],
  ['a shard beyond the last', ({ identify }) => identify({ shard: [1, 1] }), 4010],
  ['intents that are not there', ({ identify }) => identify({ intents: 1 << 30 }), 4013],
  ['a privileged intent', ({ identify }) => identify({ intents: intents | (1 << 15) }), 4014],
  ['121 payloads in a minute', ({ send }) => Array.from({ length: 121 }, () => send(1, null)), 4008],
];

test.each(mistakes)('a connection is closed for %s', (_, does, code) => {
  const { client } = connected();
  does(client);
  expect(client.closed).toEqual([code]);
});

test('another version of the gateway is not spoken', () => {
  expect(connected({}, manualWorld(), 'v=9&encoding=json').client.closed).toEqual([4012]);
});

test('a privileged intent that was switched on is granted', () => {
  const { client } = connected({ privilegedIntents: ['MESSAGE_CONTENT'] });
  client.identify({ intents: intents | (1 << 15) });
  expect([client.closed, client.heard()]).toEqual([[], ['READY', 'GUILD_CREATE']]);
});

describe('heartbeats', () => {
  test('are acknowledged; a client without them is cut off after one and a half intervals', async () => {
    const { world, client } = connected();
    const interval = usualLimits.heartbeatMs;
    client.identify();
    for (let n = 0; n < 5; n += 1) {
      await world.advance(interval);
      client.send(1, null);
    }
    expect(client.got.filter(({ op }) => op === 11)).toHaveLength(5);
    await world.advance(1.5 * interval - 1);
    expect(client.closed).toEqual([]);
    await world.advance(1);
    expect(client.closed).toEqual([4000]);
  });

  test('are not acknowledged while the gateway is deaf, and can be asked for', () => {
    const { discord, client } = connected();
    client.identify();
    discord.gateway.deaf(true);
    client.send(1, null);
    discord.gateway.askHeartbeat();
    expect(client.got.map(({ op }) => op)).not.toContain(11);
    expect(client.got.at(-1)).toMatchObject({ op: 1 });
  });
});

describe('a session', () => {
  const interrupted = () => {
    const all = connected();
    all.client.identify();
    const ready = all.client.got.find(({ t }) => t === 'READY')!;
    const { session_id: session } = ready['d'] as Json;
    all.news.member('ada').say('before');
    all.client.leave(1006);
    all.news.member('ada').say('missed');
    return { ...all, session, seq: 3, again: all.connect() };
  };

  test('is resumed with all that was missed, in order', () => {
    const { again, session, seq, news } = interrupted();
    again.resume(session, seq);
    news.member('ada').say('after');
    expect(again.heard()).toEqual(['MESSAGE_CREATE', 'RESUMED', 'MESSAGE_CREATE']);
    expect(again.got.filter(({ op }) => op === 0).map(({ s }) => s)).toEqual([4, 5, 6]);
  });

  const lost: ReadonlyArray<
    [about: string, sent: (session: unknown) => [unknown, number], after: number, seen: object]
  > = [
    ['that nobody knows', () => ['other', 3], 0, { got: { op: 9, d: false }, closed: [] }],
    [
      'that nobody came back to for 5 minutes',
      (session) => [session, 3],
      5 * 60_000 + 1,
      { got: { op: 9, d: false }, closed: [] },
    ],
    ['at a number it never reached', (session) => [session, 99], 0, { got: { op: 10 }, closed: [4007] }],
  ];
  test.each(lost)('%s is not resumed', async (_, sent, afterMs, seen) => {
    const { world, session, connect } = interrupted();
    await world.advance(afterMs);
    const again = connect();
    again.resume(...sent(session));
    expect({ got: again.got.at(-1), closed: again.closed }).toMatchObject(seen);
  });

  test('ends when the client closes with 1000', () => {
    const { client, session, connect } = { ...connected(), session: 'session-1' };
    client.identify();
    client.leave(1000);
    const again = connect();
    again.resume(session, 2);
    expect(again.got.at(-1)).toMatchObject({ op: 9, d: false });
  });
});

describe('identifying', () => {
  test('happens once in 5 seconds', async () => {
    const { world, client, connect } = connected();
    client.identify();
    const second = connect();
    second.identify();
    expect(second.got.at(-1)).toMatchObject({ op: 9, d: false });
    await world.advance(5000);
    second.identify();
    expect(second.heard()).toContain('READY');
  });

  test('happens 1,000 times a day; then all sessions end, and the token is another', async () => {
    const { world, discord, connect } = connected();
    const token = discord.token();
    for (let n = 0; n < 1000; n += 1) {
      await world.advance(5000);
      const one = connect();
      one.identify();
      one.leave(1000);
    }
    const left = discord.handle({
      method: 'GET',
      path: '/api/v10/gateway/bot',
      authorization: `Bot ${token}`,
    });
    expect(left.body).toMatchObject({
      session_start_limit: { total: 1000, remaining: 0, max_concurrency: 1 },
    });
    await world.advance(5000);
    const last = connect();
    last.identify();
    expect(last.closed).toEqual([4004]);
    expect(discord.token()).not.toBe(token);
  });
});

describe('what a session hears', () => {
  const rows: ReadonlyArray<[about: string, intents: number, heard: readonly unknown[]]> = [
    ['with its intent', 1 | (1 << 9), ['MESSAGE_CREATE']],
    ['without it', 1, []],
  ];
  test.each(rows)('of messages, %s', (_, wanted, heard) => {
    const { client, news } = connected();
    client.identify({ intents: wanted });
    news.member('ada').say('hello');
    expect(client.heard().slice(2)).toEqual(heard);
  });

  test('of messages says what is in them only with MESSAGE_CONTENT, or where the bot is meant', () => {
    const { client, discord, news } = connected();
    client.identify({ intents: intents | (1 << 12) });
    news.member('ada').say('hello');
    news.member('ada').say(`<@${discord.botId}> hello`);
    discord.direct('ada').say('hello');
    discord.handle({
      method: 'POST',
      path: `/api/v10/channels/${news.id}/messages`,
      authorization: `Bot ${discord.token()}`,
      body: { content: 'my own' },
    });
    const contents = client.got
      .filter(({ t }) => t === 'MESSAGE_CREATE')
      .map(({ d }) => (d as Json)['content']);
    expect(contents).toEqual(['', `<@${discord.botId}> hello`, 'hello', 'my own']);
  });

  test('is nothing from channels that the bot cannot see', () => {
    const { client, news } = connected();
    client.identify();
    news.deny('VIEW_CHANNEL');
    news.member('ada').say('hello');
    expect(client.heard().slice(2)).toEqual(['CHANNEL_UPDATE']);
  });
});
