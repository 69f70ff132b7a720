/** The cases every platform keeps. `test/platform/<name>.test.ts` opens one and hands it over. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../src/domain.ts';
import { type Platform, type Post, sameMarkerMsIn } from '../../src/platform/platform.ts';
import { standsTheFaultMatrix } from './fault-matrix.ts';
import { standsTheNetworkMatrix } from './network-matrix.ts';
import type { OpenPlatform } from './open-platform.ts';
import { alert } from './sample-post.ts';

export function keepsThePlatformContract(name: string, open: () => Promise<OpenPlatform>): void {
  const opened = async (): Promise<OpenPlatform> => {
    const platform = await open();
    onTestFinished(platform.close);
    return platform;
  };

  describe(`${name} keeps the platform's contract`, () => {
    test('what is posted is visible, and is found by its marker', async () => {
      const { platform, channel, visible } = await opened();
      const posted = await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      expect(posted).toEqual({ kind: 'posted', externalId: expect.stringMatching(/./) });
      expect(await visible(channel)).toEqual(['AWS cuts jobs']);
      const { externalId } = posted as { externalId: string };
      expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'found', externalId, revision: 1 });
    });

    test('posts are visible in the order in which they were posted', async () => {
      const { platform, channel, visible } = await opened();
      for (const title of ['first', 'second', 'third']) await platform.post(channel, alert(title, title));
      expect(await visible(channel)).toEqual(['first', 'second', 'third']);
    });

    test('a marker posted twice is one message', async ({ skip }) => {
      const { platform, channel, visible } = await opened();
      skip(
        sameMarkerMsIn(channel, platform) === 0,
        `${name} promises nothing about a marker that is posted twice`,
      );
      const once = await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      const again = await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      expect(again).toEqual(once);
      expect(await visible(channel)).toEqual(['AWS cuts jobs']);
    });

    test('a marker posted twice at once is one message', async ({ skip }) => {
      const { platform, channel, visible } = await opened();
      skip(
        sameMarkerMsIn(channel, platform) === 0,
        `${name} promises nothing about a marker that is posted twice`,
      );
      const post = alert('m1', 'AWS cuts jobs');
      const [once, again] = await Promise.all([platform.post(channel, post), platform.post(channel, post)]);
      expect(again).toEqual(once);
      expect(await visible(channel)).toEqual(['AWS cuts jobs']);
    });

    test('an edit takes the place of what was visible', async () => {
      const { platform, channel, visible } = await opened();
      const externalId = await postedId(platform, channel, alert('m1', 'AWS cuts jobs'));
      await platform.post(channel, alert('m2', 'GPT-6'));
      const edited = await platform.edit(channel, externalId, alert('m1', 'AWS cuts 300 jobs', 2));
      expect(edited).toEqual({ kind: 'posted', externalId });
      expect(await visible(channel)).toEqual(['AWS cuts 300 jobs', 'GPT-6']);
      expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'found', externalId, revision: 2 });
    });

    test('an edit of what is not there is refused', async () => {
      const { platform, channel, visible } = await opened();
      const edited = await platform.edit(channel, '99999', alert('m1', 'AWS cuts jobs', 2));
      expect(edited).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/./) });
      expect(await visible(channel)).toEqual([]);
    });

    test('a marker that was never posted is absent', async () => {
      const { platform, channel } = await opened();
      await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      expect(await platform.readBack(channel, 'm2')).toEqual({ kind: 'absent' });
    });

    test('a marker belongs to its channel', async () => {
      const { platform, channel, other, visible } = await opened();
      await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      expect(await platform.readBack(other, 'm1')).toEqual({ kind: 'absent' });
      await platform.post(other, alert('m1', 'AWS cuts jobs'));
      expect(await visible(other)).toEqual(['AWS cuts jobs']);
    });

    test('a channel that takes no messages is told apart from a broken one', async ({ skip }) => {
      const { platform, channel, shut } = await opened();
      if (shut === undefined) skip(`a channel of ${name} cannot be shut`);
      await shut?.(channel);
      const posted = await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      expect(posted).toMatchObject({ kind: 'closed', reason: expect.stringMatching(/./) });
      expect(await platform.readBack(channel, 'm1')).toMatchObject({
        kind: 'closed',
        reason: expect.stringMatching(/./),
      });
    });

    test('a token that is void closes the whole workspace, whatever is asked', async ({ skip }) => {
      const { platform, channel, revoke } = await opened();
      if (revoke === undefined) skip(`${name} has no token`);
      await platform.post(channel, alert('m1', 'AWS cuts jobs'));
      await revoke?.();
      const closed = { kind: 'closed', scope: 'workspace', reason: expect.stringMatching(/./) };
      expect(await platform.post(channel, alert('m2', 'GPT-6'))).toEqual(closed);
      expect(await platform.readBack(channel, 'm1')).toEqual(closed);
    });

    test('a call without an answer is unknown, and never throws', async ({ skip }) => {
      const { platform, channel, breakOff } = await opened();
      if (breakOff === undefined) skip(`${name} cannot be broken off`);
      const externalId = await postedId(platform, channel, alert('m1', 'AWS cuts jobs'));
      await breakOff?.();
      const reason = expect.stringMatching(/./);
      expect(await platform.post(channel, alert('m2', 'GPT-6'))).toMatchObject({ kind: 'unknown', reason });
      expect(await platform.edit(channel, externalId, alert('m1', 'x', 2))).toMatchObject({
        kind: 'unknown',
        reason,
      });
      expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'busy', reason });
    });

    standsTheFaultMatrix(opened);
    standsTheNetworkMatrix(name, opened);

    test('it names itself and its figures', async () => {
      const { platform, channel } = await opened();
      expect(platform.name).toBe(channel.platform);
      expect(platform.sameMarkerMs).toBeGreaterThanOrEqual(0);
      expect(platform.effectWithinMs).toBeGreaterThanOrEqual(0);
      expect(platform.effectWithinMs).toBeLessThanOrEqual(60_000);
      expect(platform.paceMs).toBeGreaterThanOrEqual(0);
      expect(platform.editDelayMs).toBeGreaterThanOrEqual(0);
    });
  });
}

async function postedId(platform: Platform, channel: Channel, post: Post): Promise<string> {
  const posted = await platform.post(channel, post);
  if (posted.kind !== 'posted') throw new Error(`expected a post, got ${posted.kind}: ${posted.reason}`);
  return posted.externalId;
}
