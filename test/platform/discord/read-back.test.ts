import { describe, expect, test } from 'vitest';
import { alert } from '../sample-post.ts';
import { opened } from './opened.ts';

describe('a history is believed to be empty only if it can be read', () => {
  test('one that is hidden is not', async () => {
    const { platform, channel, place } = await opened();
    expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'absent' });
    await platform.post(channel, alert('m1', 'AWS'));
    place.deny('READ_MESSAGE_HISTORY');
    expect(await platform.readBack(channel, 'm1')).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringMatching(/./),
    });
  });

  test.each(['text', 'forum'] as const)(
    'a %s channel that takes messages is not closed for it',
    async (kind) => {
      const { platform, channel, place } = await opened({ kind });
      await platform.post(channel, alert('m1', 'AWS'));
      place.deny('READ_MESSAGE_HISTORY');
      expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'unreadable' });
      place.deny('VIEW_CHANNEL');
      expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'closed' });
    },
  );

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
