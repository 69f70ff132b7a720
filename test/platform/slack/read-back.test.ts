import { describe, expect, onTestFinished, test } from 'vitest';
import { behindTheNetwork } from '../behind-the-network.ts';
import { alert } from '../sample-post.ts';
import { openSlack, type OpenSlackOptions } from './open-slack.ts';

describe('a history is believed only if it can be read', () => {
  test.each([
    ['the scope is missing', 'missing_scope', 'unreadable'],
    ['the bot is not in it', 'not_in_channel', 'closed'],
    ['it is read too often', 'ratelimited', 'busy'],
    ['Slack falls over', 'internal_error', 'busy'],
    ['the token is doubted', 'invalid_auth', 'busy'],
  ])('%s', async (_, error, kind) => {
    const { platform, channel, slack } = await opened();
    slack.fail('conversations.history', error);
    expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind });
  });

  test.each(['internal', 'unlisted'] as const)('it is read page by page (%s app)', async (distribution) => {
    const limits = { tiers: { 1: many, 2: many, 3: many, 4: many } };
    const { platform, channel, place, team, network } = await opened({ distribution, limits });
    await platform.post(channel, alert('m0', 'The one'));
    const since = network.world.now();
    const ada = team.person('ada');
    for (let n = 1; n <= 40; n += 1) ada.says(place, `talk ${n}`);
    expect(await platform.readBack(channel, 'm0', { since })).toMatchObject({ kind: 'found' });
    await network.world.advance(3_600_000);
    expect(await platform.readBack(channel, 'm0', { since: network.world.now() })).toEqual({
      kind: 'absent',
    });
  });

  test('what was written long after it cannot be it, and is not read', async () => {
    const { platform, channel, place, team, slack, network } = await opened();
    const since = network.world.now();
    const { externalId } = Object(await platform.post(channel, alert('m0', 'The one')));
    const until = since + platform.effectWithinMs;
    await network.world.advance(1_800_000);
    for (let n = 1; n <= 1200; n += 1) team.person('ada').says(place, `talk ${n}`);
    const before = slack.asked.length;
    const found = { kind: 'found', externalId, revision: 1 };
    expect(await platform.readBack(channel, 'm0', { since, until })).toEqual(found);
    expect(slack.asked.length - before).toBe(1);
  });

  test('a clock that was behind when it was asked for, and is set right, hides nothing', async () => {
    const { platform, channel, slack, network } = await opened();
    const { world } = network;
    world.setClock(-3_600_000);
    slack.network.misbehave('reset after');
    const since = world.now();
    expect(await platform.post(channel, alert('m0', 'The one'))).toMatchObject({ kind: 'unknown' });
    const until = since + platform.effectWithinMs;
    world.setClock(3_600_000);
    await world.advance(60_000);
    slack.fail('conversations.history', 'internal_error');
    expect(await platform.readBack(channel, 'm0', { since, until })).toMatchObject({ kind: 'busy' });
    expect(await platform.readBack(channel, 'm0', { since, until })).toMatchObject({ kind: 'found' });
  });

  describe('an app that is given few messages a minute', () => {
    test('goes on where it was cut short, and holds up its channel for minutes', async () => {
      const open = await opened({ distribution: 'unlisted' });
      const { place, team, slack } = open;
      const { owe, send, misbehave, afterFirstTry, titles, states, world } = await behindTheNetwork(open);
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', 'lost after');
      afterFirstTry(async () => {
        for (let n = 1; n <= 40; n += 1) team.person('ada').says(place, `talk ${n}`);
      });
      const from = world.now();
      await send(0.1);
      expect(await titles()).toEqual(['First', 'Second']);
      expect(await states('m1', 'm2')).toEqual(['sent', 'sent']);
      const looks = slack.asked.filter(({ method }) => method === 'conversations.history');
      expect(looks.filter(({ status }) => status === 200)).toHaveLength(3);
      expect(looks.length).toBeLessThan(6);
      const second = slack.asked.findLast(({ method }) => method === 'chat.postMessage');
      expect(second?.at).toBeLessThan(from + 4 * 60_000);
    });

    test('begins anew where its place is lost, and after another try', async () => {
      const { platform, channel, place, team, slack, network } = await opened({ distribution: 'unlisted' });
      const { world } = network;
      const since = world.now();
      await platform.post(channel, alert('m0', 'The one'));
      for (let n = 1; n <= 20; n += 1) team.person('ada').says(place, `talk ${n}`);
      const look = (until: number) => platform.readBack(channel, 'm0', { since, until });
      const cursors = () =>
        slack.asked
          .filter(({ method, status }) => method === 'conversations.history' && status === 200)
          .map(({ args }) => args['cursor'] !== undefined);
      expect(await look(since + 30_000)).toMatchObject({ kind: 'busy', retryAfterMs: 60_000 });
      await world.advance(60_000);
      expect(await look(since + 60_000), 'after another try').toMatchObject({ kind: 'busy' });
      expect(cursors()).toEqual([false, false]);
      await world.advance(60_000);
      slack.fail('conversations.history', 'invalid_cursor');
      expect(await look(since + 60_000)).toMatchObject({ kind: 'busy' });
      expect(await look(since + 60_000)).toMatchObject({ kind: 'busy' });
      await world.advance(60_000);
      expect(await look(since + 60_000)).toMatchObject({ kind: 'found' });
      expect(cursors()).toEqual([false, false, true, false, true]);
    });
  });

  test('a notice is found too', async () => {
    const { platform, channel } = await opened();
    const notice = { kind: 'resumed', since: 1_767_600_000_000, waiting: 2 } as const;
    const post = { marker: 'n1', revision: 1, content: { kind: 'notice', notice } } as const;
    const { externalId } = Object(await platform.post(channel, post));
    expect(await platform.readBack(channel, 'n1')).toEqual({ kind: 'found', externalId, revision: 1 });
  });
});

const many = { perMinute: 6000, burst: 6000 };

async function opened(options?: OpenSlackOptions) {
  const slack = await openSlack(options);
  onTestFinished(slack.close);
  return slack;
}
