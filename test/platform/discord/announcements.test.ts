import { describe, expect, test } from 'vitest';
import { alert } from '../sample-post.ts';
import { opened, until } from './opened.ts';

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
