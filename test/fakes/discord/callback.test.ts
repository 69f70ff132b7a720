import { describe, expect, test } from 'vitest';
import { fakeDiscord } from './fake-discord.ts';
import type { Answer, Json } from './shapes.ts';

/** Somebody used /ask, and nobody has answered yet; without sockets. */
function asked() {
  let time = Date.UTC(2026, 0, 5, 9);
  const discord = fakeDiscord({ now: () => time, after: () => () => {}, checkSchema: false });
  const news = discord.guild('g').channel('news');
  const request = (method: string, path: string, body?: unknown): Answer =>
    discord.handle({ method, path: `/api/v10${path}`, authorization: `Bot ${discord.token()}`, body });
  const application = discord.applicationId;
  request('PUT', `/applications/${application}/commands`, [
    {
      name: 'ask',
      description: 'd',
      options: [{ type: 3, name: 'what', description: 'd', autocomplete: true }],
    },
  ]);
  let last: Json = {};
  discord.listen(({ name, data }) => {
    if (name === 'INTERACTION_CREATE') last = data;
  });
  const ada = news.member('ada');
  const seen = ada.slash('/ask');
  const callback = (body: object) =>
    request(
      'POST',
      `/interactions/${String(last['id'])}/${String(last['token'])}/callback?with_response=true`,
      body,
    );
  const webhook = (method: string, below: string, body?: object) =>
    request(method, `/webhooks/${application}/${String(last['token'])}${below}`, body);
  return { discord, news, ada, seen, callback, webhook, pass: (ms: number) => void (time += ms) };
}

const field = (more: object = {}): object => ({ type: 4, custom_id: 'f', style: 1, label: 'Field', ...more });
const row = (...components: object[]): object => ({ type: 1, components });
const form = (more: object = {}): object => ({
  custom_id: 'c',
  title: 't',
  components: [row(field())],
  ...more,
});
const rows = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, n) => row(field({ custom_id: `f${n}` })));

describe('an answer', () => {
  const taken: ReadonlyArray<[about: string, body: object]> = [
    ['a message', { type: 4, data: { content: 'a' } }],
    ['a deferral', { type: 5 }],
    ['a form of 5 rows', { type: 9, data: form({ components: rows(5) }) }],
    [
      'a form with a label',
      { type: 9, data: form({ components: [{ type: 18, label: 'l', component: field() }] }) },
    ],
  ];
  test.each(taken)('is taken: %s', (_, body) => {
    const { callback } = asked();
    expect(callback(body)).toMatchObject({
      status: 200,
      body: { resource: { type: (body as { type: number }).type } },
    });
  });

  const refused: ReadonlyArray<[about: string, body: object, code: number]> = [
    ['a message that says nothing', { type: 4, data: {} }, 50006],
    ['2,001 characters', { type: 4, data: { content: 'a'.repeat(2001) } }, 50035],
    ['choices for a command', { type: 8, data: { choices: [] } }, 50035],
    ['an update of no message', { type: 7, data: { content: 'a' } }, 50035],
    ['a form of 6 rows', { type: 9, data: form({ components: rows(6) }) }, 50035],
    ['a form without rows', { type: 9, data: form({ components: [] }) }, 50035],
    ['a title of 46', { type: 9, data: form({ title: 't'.repeat(46) }) }, 50035],
    [
      'two fields in a row',
      { type: 9, data: form({ components: [row(field(), field({ custom_id: 'g' }))] }) },
      50035,
    ],
    [
      'a button in a form',
      { type: 9, data: form({ components: [{ type: 2, style: 1, custom_id: 'b', label: 'b' }] }) },
      50035,
    ],
    [
      'a field filled beyond its length',
      { type: 9, data: form({ components: [row(field({ max_length: 1, value: 'ab' }))] }) },
      50035,
    ],
    ['the same field twice', { type: 9, data: form({ components: [row(field()), row(field())] }) }, 50035],
  ];
  test.each(refused)('is refused: %s', (_, body, code) => {
    const { callback } = asked();
    expect(callback(body)).toMatchObject({ status: 400, body: { code } });
    // What was refused is no answer: there is still time for another one.
    expect(callback({ type: 4, data: { content: 'a' } })).toMatchObject({ status: 200 });
  });
});

describe('what comes after an answer', () => {
  test('needs one', () => {
    const { webhook } = asked();
    expect(webhook('POST', '', { content: 'a' })).toMatchObject({ status: 404, body: { code: 10015 } });
  });

  test('can be changed and taken away, each message by its id', async () => {
    const { callback, webhook, news, seen } = asked();
    callback({ type: 4, data: { content: 'first' } });
    const { body } = webhook('POST', '', { content: 'second' });
    const id = String((body as Json)['id']);
    webhook('PATCH', `/messages/${id}`, { content: 'second, changed' });
    expect(webhook('GET', '/messages/@original')).toMatchObject({ body: { content: 'first' } });
    expect(news.ledger().map(({ text }) => text)).toEqual(['first', 'second, changed']);
    expect(webhook('DELETE', '/messages/@original')).toMatchObject({ status: 204 });
    expect(news.ledger().map(({ text }) => text)).toEqual(['second, changed']);
    expect(webhook('PATCH', '/messages/1', { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect(await seen).toMatchObject({ text: 'first' });
  });

  test('fills the waiting message first, as private as that was', async () => {
    const { callback, webhook, news, ada, seen } = asked();
    callback({ type: 5, data: { flags: 64 } });
    expect(ada.ledger()).toMatchObject([{ loading: true, private: true }]);
    webhook('POST', '', { content: 'found' });
    expect(await seen).toMatchObject({ text: 'found', private: true, deferred: true, followUps: [] });
    expect(news.ledger()).toEqual([]);
  });

  test('calls only people, unless the bot says otherwise', () => {
    const { callback, news, ada, discord } = asked();
    const loud = discord.guild('g').role('loud', { mentionable: true });
    discord.guild('g').grantBot('MENTION_EVERYONE');
    callback({ type: 4, data: { content: `@everyone <@${ada.id}> <@&${loud}>` } });
    expect(news.ledger()[0]?.pings).toEqual({ everyone: false, users: [ada.id], roles: [] });
  });
});

describe('publishing', () => {
  test('happens 10 times an hour in a channel', () => {
    const { discord, pass } = asked();
    const { id } = discord.guild('g').channel('announcements', 'announcement');
    const send = (path: string, body?: object) =>
      discord.handle({
        method: 'POST',
        path: `/api/v10/channels/${id}/messages${path}`,
        authorization: `Bot ${discord.token()}`,
        body,
      });
    const publish = () => {
      pass(5000);
      return send(`/${String((send('', { content: 'a' }).body as Json)['id'])}/crosspost`).status;
    };
    expect(Array.from({ length: 11 }, publish)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    pass(60 * 60_000);
    expect(publish()).toBe(200);
  });
});
