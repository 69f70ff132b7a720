import { describe, expect, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import { discordPlatform } from '../../../src/platform/discord/discord.ts';
import { fakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { refusal } from '../../fakes/http/http-fault.ts';
import { manualWorld } from '../../fakes/world.ts';
import { alert } from '../sample-post.ts';
import { channelOf } from './open-discord.ts';
import { opened, withDelivery } from './opened.ts';
import { withoutSockets } from './without-sockets.ts';

describe('what stands in the way of a message is told apart', () => {
  const rows: ReadonlyArray<
    readonly [name: string, fault: { status: number; code?: number }, outcome: Record<string, unknown>]
  > = [
    [
      'the channel is deleted',
      { status: 404, code: 10003 },
      { kind: 'closed', reason: expect.stringContaining('deleted') },
    ],
    ['the server is gone', { status: 404, code: 10004 }, { kind: 'closed', scope: 'workspace' }],
    [
      'the channel cannot be seen',
      { status: 403, code: 50001 },
      { kind: 'closed', reason: expect.stringContaining('see the channel') },
    ],
    [
      'the bot may not write',
      { status: 403, code: 50013 },
      { kind: 'closed', reason: expect.stringContaining('Send Messages') },
    ],
    [
      'the person takes no messages',
      { status: 403, code: 50007 },
      { kind: 'closed', reason: expect.stringContaining('direct messages') },
    ],
    ['the thread is locked', { status: 403, code: 160_005 }, { kind: 'closed' }],
    [
      'a 403 of a code nobody knows',
      { status: 403, code: 99_999 },
      { kind: 'closed', reason: expect.stringContaining('99999') },
    ],
    ['the server filters the words', { status: 403, code: 200_000 }, { kind: 'refused' }],
    ['the form is wrong', { status: 400, code: 50035 }, { kind: 'refused' }],
    ['nothing is to be seen', { status: 400, code: 50006 }, { kind: 'refused' }],
    ['slow mode', { status: 400, code: 20016 }, { kind: 'busy' }],
    [
      'an address that is not of the API',
      { status: 404, code: 0 },
      { kind: 'closed', reason: expect.stringContaining('DISCORD_API_URL') },
    ],
    ['Discord falls over', { status: 500, code: 0 }, { kind: 'unknown' }],
    ['Discord falls over in known words', { status: 503, code: 50013 }, { kind: 'unknown' }],
  ];
  test.each(rows)('%s', async (_, fault, outcome) => {
    const { platform, channel, discord } = await opened();
    discord.misbehave({ fault: { kind: 'error', ...fault }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject(outcome);
  });

  const inFrench: ReadonlyArray<readonly [code: number, words: string]> = [
    [10003, 'salon a été supprimé'],
    [50013, 'Envoyer des messages'],
    [40067, 'tag'],
    [160_006, 'archivez-en'],
  ];
  test.each(inFrench)('why a channel is closed is told in its language: %i', async (code, words) => {
    const { platform, channel, discord } = await opened();
    discord.misbehave({ fault: { kind: 'error', status: 403, code }, method: 'POST' });
    expect(await platform.post({ ...channel, language: 'fr' }, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining(words),
    });
  });

  test('a 404 that does not say what is missing: the channel is asked for, and no alert is lost', async () => {
    const { platform, channel, discord, place, visible } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
    const notFound = () => discord.network.misbehave(refusal(404, { message: 'Unknown Channel' }));
    notFound();
    expect(await platform.post(channel, alert('m2', 'GPT-6'))).toMatchObject({ kind: 'busy' });
    notFound();
    expect(await platform.edit(channel, externalId, alert('m1', 'AWS', 2))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('message'),
    });
    place.remove();
    const gone = { kind: 'closed', reason: expect.stringContaining('channel was deleted') };
    notFound();
    expect(await platform.post(channel, alert('m2', 'GPT-6'))).toMatchObject(gone);
    notFound();
    expect(await platform.edit(channel, externalId, alert('m1', 'AWS', 2))).toMatchObject(gone);
    expect(await visible(channel)).toEqual([]);
  });

  test('a thread that is its own channel, archived and locked, is closed until somebody opens it', async () => {
    const { platform, channel, discord } = await opened();
    discord.misbehave({ fault: { kind: 'error', status: 400, code: 50083 }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'closed' });
  });

  test('a form that is wrong says where', async () => {
    const { platform, channel } = await opened({ checkSchema: false });
    const post = { ...alert('m1', 'AWS'), marker: 'x'.repeat(26) };
    expect(await platform.post(channel, post)).toMatchObject({
      kind: 'refused',
      reason: 'Invalid Form Body (50035: nonce: BASE_TYPE_MAX_LENGTH)',
    });
  });

  test('a token that is void closes the way for all; a single 401 does not', async () => {
    const { platform, channel, discord, visible } = await opened();
    discord.misbehave({ fault: { kind: 'error', status: 401 }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'busy' });
    discord.misbehave({ fault: { kind: 'error', status: 401 }, times: 2 });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      scope: 'workspace',
    });
    expect(await visible(channel)).toEqual([]);
  });
});

describe('the pace is what Discord says', () => {
  test('the last request of a window says when the next one may come', async () => {
    const { platform, channel } = await opened();
    for (let n = 1; n <= 4; n += 1)
      expect(await platform.post(channel, alert(`m${n}`, 'AWS'))).not.toHaveProperty('nextInMs');
    expect(await platform.post(channel, alert('m5', 'AWS'))).toMatchObject({ nextInMs: 5050 });
  });

  const limits: ReadonlyArray<readonly [scope: 'user' | 'shared' | 'global', expected: object]> = [
    ['user', { kind: 'busy', retryAfterMs: 1550, scope: undefined }],
    ['shared', { kind: 'busy', retryAfterMs: 1550, scope: undefined }],
    ['global', { kind: 'busy', retryAfterMs: 1550, scope: 'token' }],
  ];
  test.each(limits)('a 429 of scope %s', async (scope, expected) => {
    const { platform, channel, discord } = await opened();
    discord.misbehave({ fault: { kind: 'limited', retryAfterS: 1.5, scope }, method: 'POST' });
    const { retryAfterMs, kind, scope: waits } = Object(await platform.post(channel, alert('m1', 'AWS')));
    expect({ kind, retryAfterMs, scope: waits }).toEqual(expected);
  });

  test.each([20016, 20028, 20029, 40003])('a 429 that says why (%i) is waited for as long', async (code) => {
    const { platform, channel, discord } = await opened();
    const body = { message: 'too often', code, retry_after: 3600 };
    discord.network.misbehave(refusal(429, body));
    const busy = { kind: 'busy', retryAfterMs: 3_600_050 };
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject(busy);
    discord.network.misbehave(refusal(429, { ...body, global: true }));
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ ...busy, scope: 'token' });
  });

  test('a 429 in other words than Discord’s rests the whole token', async () => {
    const { platform, channel, discord } = await opened();
    discord.misbehave({ fault: { kind: 'html', status: 429 }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({
      kind: 'busy',
      scope: 'token',
      retryAfterMs: 60_000,
    });
  });

  test('a 429 that is meant for the whole token holds up whatever is asked next, and says how long', async () => {
    const { platform, channel, other, discord, network } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = { ...withDelivery(alert('m2', 'Second'), { thread: true }), replyTo: first };
    const limited = { kind: 'limited', retryAfterS: 30, scope: 'global' } as const;
    discord.misbehave({ fault: limited, path: /threads$/ });
    const busy = { kind: 'busy', scope: 'token', retryAfterMs: 30_050 };
    expect(await platform.post(channel, follow)).toMatchObject(busy);
    const before = discord.asked.length;
    await network.world.advance(50);
    expect(await platform.post(other, alert('m3', 'Third'))).toMatchObject({ ...busy, retryAfterMs: 30_000 });
    expect(await platform.readBack(channel, 'm1')).toMatchObject({
      kind: 'busy',
      scope: 'token',
      retryAfterMs: 30_000,
    });
    expect(discord.asked.length).toBe(before);
    await network.world.advance(30_000);
    expect(await platform.post(other, alert('m3', 'Third'))).toMatchObject({ kind: 'posted' });
  });

  test('long before its address is banned the bot falls silent, and speaks again', async () => {
    const world = manualWorld();
    const discord = fakeDiscord({ ...world, checkSchema: false });
    const place = discord.guild('Team').channel('news');
    const platform = discordPlatform({ token: discord.token(), world, transport: withoutSockets(discord) });
    const channel = channelOf(1, place.id);
    place.deny('SEND_MESSAGES');
    const begin = world.now();
    for (let n = 0; n < 5000; n += 1) {
      const posted = platform.post(channel, alert('m1', 'AWS'));
      // As fast as its pace lets it.
      await world.advance(25);
      await posted;
    }
    const retryAfterMs = begin + 600_000 - world.now();
    const silent = { kind: 'busy', scope: 'token', retryAfterMs };
    expect(retryAfterMs).toBeGreaterThan(300_000);
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject(silent);
    expect(discord.invalidRequests()).toBe(5000);
    await world.advance(600_001);
    place.allow('SEND_MESSAGES');
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
  });
});

describe('edits', () => {
  test('an edit of an old message that is refused for its age is a normal day', async () => {
    const { platform, channel, network } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
    await network.world.advance(2 * 3_600_000);
    const outcomes = [];
    for (let n = 2; n <= 6; n += 1)
      outcomes.push((await platform.edit(channel, externalId, alert('m1', `AWS ${n}`, n))).kind);
    expect(outcomes).toContain('refused');
  });

  test('nobody is called, and silence is no matter, when words change', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
    await platform.edit(channel, externalId, withDelivery(alert('m1', 'AWS', 2), { silent: true }));
    expect(discord.asked.at(-1)).toMatchObject({ status: 200, body: { flags: 32_768 } });
  });
});

describe('pictures', () => {
  test('a picture that Discord does not take is left out, and the words are seen once', async () => {
    const { platform, channel, discord, visible } = await opened();
    const refuses = { code: 50035, status: 400, message: 'Invalid Form Body' };
    discord.network.misbehave({
      kind: 'answers',
      effect: false,
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...refuses,
        errors: {
          components: {
            0: { components: { 0: { accessory: { media: { url: { _errors: [{ code: 'URL' }] } } } } } },
          },
        },
      }),
    });
    const post = alert('m1', 'AWS');
    const outcome = await platform.post(channel, {
      ...post,
      content: { ...(post.content as AlertContent), image: 'https://example.com/broken.png' },
    });
    expect(outcome).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['AWS']);
    expect(discord.ledger(channel.externalId)[0]?.links).toEqual([]);
  });
});

test('what nobody waits for any more is neither posted nor edited', async () => {
  const { platform, channel, visible } = await opened();
  const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
  const signal = AbortSignal.abort();
  const reply = { ...alert('m2', 'GPT-6'), replyTo: externalId, signal };
  expect(await platform.post(channel, reply)).toMatchObject({ kind: 'busy' });
  const corrected = { ...alert('m1', 'AWS, corrected', 2), signal };
  expect(await platform.edit(channel, externalId, corrected)).toMatchObject({ kind: 'busy' });
  expect(await visible(channel)).toEqual(['AWS']);
});
