import { describe, expect, onTestFinished, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import type { Post } from '../../../src/platform/platform.ts';
import { discordPlatform } from '../../../src/platform/discord/discord.ts';
import { fakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { refusal } from '../../fakes/http/http-fault.ts';
import { manualWorld } from '../../fakes/world.ts';
import { alert } from '../sample-post.ts';
import { channelOf, openDiscord, type OpenDiscordOptions, titleOf } from './open-discord.ts';
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
      kind: 'unreadable',
      retry: true,
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

describe('follow-ups', () => {
  test('are replies', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first });
    expect(discord.ledger(channel.externalId)[1]).toMatchObject({ replyTo: first, pings: { users: [] } });
  });

  test('are messages of their own where a reply is not allowed, or has nothing to reply to', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('READ_MESSAGE_HISTORY');
    expect(await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first })).toMatchObject({
      kind: 'posted',
    });
    place.allow('READ_MESSAGE_HISTORY');
    expect(await platform.post(channel, { ...alert('m3', 'Third'), replyTo: '12345' })).toMatchObject({
      kind: 'posted',
    });
    expect(await visible(channel)).toEqual(['First', 'Second', 'Third']);
  });

  test('go into the story’s thread where that is wanted, are changed and found there', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = (marker: string, title: string): Post => ({
      ...withDelivery(alert(marker, title), { thread: true }),
      replyTo: first,
    });
    const second = Object(await platform.post(channel, follow('m2', 'Second')));
    const third = await platform.post(channel, { ...follow('m3', 'Third'), replyTo: second.externalId });
    expect(third).toMatchObject({ kind: 'posted' });
    const [parent, ...others] = discord.ledger(channel.externalId);
    expect(others).toEqual([]);
    expect(parent?.thread.map(titleOf)).toEqual(['Second', 'Third']);
    await platform.edit(channel, second.externalId, alert('m2', 'Second, corrected', 2));
    expect(discord.ledger(channel.externalId)[0]?.thread.map(titleOf)).toEqual([
      'Second, corrected',
      'Third',
    ]);
    const found = { kind: 'found', externalId: second.externalId, revision: 2 };
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toEqual(found);
    expect(await platform.readBack(channel, 'm9', { replyTo: first })).toEqual({ kind: 'absent' });
  });

  const shut = [
    [400, { code: 50083 }],
    [403, { code: 160_005 }],
    [404, {}],
  ] as const;
  test.each(shut)('stand in the channel where the thread is shut: %i %o', async (status, said) => {
    const { platform, channel, discord, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = { ...withDelivery(alert('m2', 'Second'), { thread: true }), replyTo: first };
    discord.network.misbehave(refusal(status, { message: 'no', ...said }));
    discord.misbehave({ fault: { kind: 'error', status: 403, code: 50013 }, path: /threads$/ });
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
  });

  test('stand in the channel where threads are not allowed, or the thread is locked', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('CREATE_PUBLIC_THREADS');
    const follow = { ...withDelivery(alert('m2', 'Second'), { thread: true }), replyTo: first };
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toMatchObject({ kind: 'found' });
  });
});

describe('forums', () => {
  test('a post carries the tags that are named like what rang', async () => {
    const { platform, channel, discord, place } = await opened({
      kind: 'forum',
      forum: { tags: ['aws', 'Layoffs', 'Staff!'] },
    });
    await platform.post(channel, alert('m1', 'AWS cuts jobs'));
    expect(discord.asked.at(-1)).toMatchObject({
      status: 201,
      body: { name: 'AWS cuts jobs', applied_tags: [place.tags['aws']] },
    });
  });

  test('a forum that asks for a tag gets one, or is closed until it has one for us', async () => {
    const open = await opened({ kind: 'forum', forum: { tags: ['Staff!', 'News'], tagRequired: true } });
    expect(await open.platform.post(open.channel, alert('m1', 'GPT-6'))).toMatchObject({ kind: 'posted' });
    const shut = await opened({ kind: 'forum', forum: { tags: ['Staff!'], tagRequired: true } });
    expect(await shut.platform.post(shut.channel, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining('tag'),
    });
  });

  test('a tag that is gone, or asked for since, is looked for anew: the alert is not lost for it', async () => {
    const { platform, channel, discord, guild } = await opened({ kind: 'forum', told: false });
    const forum = guild.channel('ideas', 'forum', { tags: ['AWS'] });
    const ideas = { ...channel, externalId: forum.id };
    expect(await platform.post(ideas, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    const rules = discord.state.channels.get(forum.id);
    Object.assign(rules ?? {}, { tags: [{ id: '77', name: 'aws', moderated: false }] });
    expect(await platform.post(ideas, alert('m2', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(discord.asked.at(-1)).toMatchObject({ status: 201, body: { applied_tags: ['77'] } });
    Object.assign(rules ?? {}, { tags: [{ id: '78', name: 'News', moderated: false }], tagRequired: true });
    expect(await platform.post(ideas, alert('m3', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(discord.asked.at(-1)).toMatchObject({ status: 201, body: { applied_tags: ['78'] } });
  });

  test('a tag that Discord does not know, though it has told us of it, is left out', async () => {
    const { platform, channel, discord, visible } = await opened({
      kind: 'forum',
      forum: { tags: ['AWS'] },
    });
    discord.misbehave({ fault: { kind: 'error', status: 400, code: 10087 }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    discord.misbehave({ fault: { kind: 'error', status: 400, code: 10087 }, method: 'POST', times: 2 });
    expect(await platform.post(channel, alert('m2', 'AWS'))).toMatchObject({ kind: 'busy' });
    expect(await visible(channel)).toEqual(['AWS']);
  });

  test('a follow-up goes into the post of its story, or is one of its own where that is gone', async () => {
    const { platform, channel, place, visible } = await opened({ kind: 'forum' });
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first });
    const [thread] = place.threads();
    expect(thread?.ledger().map(titleOf)).toEqual(['First', 'Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toMatchObject({ kind: 'found' });
    thread?.remove();
    expect(await platform.edit(channel, first, alert('m1', 'First', 2))).toMatchObject({ kind: 'refused' });
    await platform.post(channel, { ...alert('m3', 'Third'), replyTo: first });
    expect(await visible(channel)).toEqual(['Third']);
  });

  test('is recognised as one when nobody has told', async () => {
    const { platform, channel, visible } = await opened({ kind: 'forum', told: false });
    // It might be a forum: nothing is promised about a marker that is posted twice.
    expect(platform.sameMarkerMsIn?.(channel)).toBe(0);
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['AWS']);
    expect(platform.sameMarkerMsIn?.(channel)).toBe(0);
  });

  test('an archived post is found too', async () => {
    const { platform, channel, place } = await opened({ kind: 'forum' });
    await platform.post(channel, alert('m1', 'AWS'));
    place.threads()[0]?.archive();
    expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'found', revision: 1 });
  });
});

describe('announcements are published', () => {
  test.each([true, false])(
    'ten an hour, the others when their hour comes (told what kind it is: %s)',
    async (told) => {
      const { platform, channel, discord, network } = await opened({ kind: 'announcement', told });
      for (let n = 1; n <= 12; n += 1) {
        const { nextInMs = 0 } = Object(await platform.post(channel, alert(`m${n}`, `News ${n}`)));
        await network.world.advance(nextInMs);
      }
      const published = () =>
        discord.ledger(channel.externalId).filter(({ crossposted }) => crossposted).length;
      for (let n = 0; n < 60; n += 1) await network.world.advance(1000);
      await until(() => published() >= 10);
      expect(published()).toBe(10);
      await network.world.advance(3_600_000);
      await until(
        () => published() >= 12,
        () => network.world.advance(1000),
      );
      expect(published()).toBe(12);
      expect(discord.asked.filter(({ status }) => status === 429)).toEqual([]);
    },
  );

  test('so is one of which nobody knew that it had been posted', async () => {
    const { platform, channel, discord, network } = await opened({ kind: 'announcement' });
    network.faults['reset after commit']?.[0]?.();
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'unknown' });
    expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'found' });
    const published = () => discord.ledger(channel.externalId).filter(({ crossposted }) => crossposted);
    await until(
      () => published().length > 0,
      () => network.world.advance(1000),
    );
    expect(published()).toHaveLength(1);
  });

  test('a failure fails nothing', async () => {
    const { platform, channel, discord, network, visible } = await opened({ kind: 'announcement' });
    discord.misbehave({ fault: { kind: 'error', status: 403, code: 50013 }, path: /crosspost/ });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    await network.world.advance(5000);
    expect(await visible(channel)).toEqual(['AWS']);
  });
});

describe('a history is believed to be empty only if it can be read', () => {
  test('one that is hidden is not', async () => {
    const { platform, channel, place } = await opened();
    expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'absent' });
    await platform.post(channel, alert('m1', 'AWS'));
    place.deny('READ_MESSAGE_HISTORY');
    expect(await platform.readBack(channel, 'm1')).toMatchObject({
      kind: 'unreadable',
      retry: false,
      reason: expect.stringMatching(/./),
    });
  });

  test('it is read page by page, as far back as the message can be', async () => {
    const { platform, channel, discord, network } = await opened();
    await platform.post(channel, alert('m0', 'The one'));
    const since = network.world.now();
    for (let n = 1; n <= 250; n += 1) {
      const { nextInMs = 0 } = Object(await platform.post(channel, alert(`m${n}`, 'Others')));
      await network.world.advance(nextInMs);
    }
    const before = discord.asked.length;
    expect(await platform.readBack(channel, 'm0', { since })).toMatchObject({ kind: 'found' });
    expect(discord.asked.length - before).toBe(3);
    await network.world.advance(3_600_000);
    expect(await platform.readBack(channel, 'nobody', { since: network.world.now() })).toEqual({
      kind: 'absent',
    });
    expect(discord.asked.length - before).toBe(4);
  });

  test('a notice is found by the ids of its components', async () => {
    const { platform, channel } = await opened();
    const content = {
      kind: 'notice',
      notice: { kind: 'resumed', since: 1_767_600_000_000, waiting: 2 },
    } as const;
    const { externalId } = Object(await platform.post(channel, { marker: 'n1', revision: 1, content }));
    await platform.post(channel, { marker: 'n2', revision: 1, content });
    expect(await platform.readBack(channel, 'n1')).toEqual({ kind: 'found', externalId, revision: 1 });
    expect(await platform.readBack(channel, 'n3')).toEqual({ kind: 'absent' });
  });
});

async function opened(options?: OpenDiscordOptions) {
  const discord = await openDiscord(options);
  onTestFinished(discord.close);
  return discord;
}

function withDelivery(post: Post, delivery: NonNullable<AlertContent['delivery']>): Post {
  return { ...post, content: { ...(post.content as AlertContent), delivery } };
}

/** Sockets take turns of the event loop that no clock counts. */
async function until(isSo: () => boolean, between: () => Promise<unknown> = async () => {}): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) {
    await new Promise((resolve) => void setImmediate(resolve));
    await between();
  }
}
