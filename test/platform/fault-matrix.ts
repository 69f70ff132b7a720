/**
 * A platform behind a network that misbehaves, with the real sender before it: whatever becomes of a request, people see
 * each message once, in order, in its newest words.
 */
import { describe, expect, test } from 'vitest';
import { sameMarkerMsIn } from '../../src/platform/platform.ts';
import type { Fault } from '../fakes/fault.ts';
import { behindTheNetwork } from './behind-the-network.ts';
import type { OpenPlatform } from './open-platform.ts';

type Row = readonly [name: string, faults: readonly Fault[]];

const rows: readonly Row[] = [
  ['answers late', [{ kind: 'late', afterMs: 9000 }]],
  ['answers so late that nobody waits any more', [{ kind: 'late', afterMs: 40_000 }]],
  ['is reset before it arrives', ['lost before']],
  ['is reset after it took effect', ['lost after']],
  ['is reset both ways, again and again', ['lost before', 'lost after', 'lost before', 'lost after']],
  ['meets a busy platform that says for how long', [{ kind: 'busy', retryAfterMs: 90_000 }]],
  ['meets a busy platform that does not say for how long', [{ kind: 'busy' }, { kind: 'busy' }]],
  ['is busy after it was lost: the doubt remains', ['lost after', { kind: 'busy', retryAfterMs: 200_000 }]],
  ['is refused after it was lost: the doubt remains', ['lost after', { kind: 'refused' }]],
  ['is never answered, and never arrived', [{ kind: 'hang' }]],
  ['is never answered, but took effect', [{ kind: 'hang', effectAfterMs: 0 }]],
  ['fails in our own hands', ['thrown', 'thrown']],
];

export function standsTheFaultMatrix(opened: () => Promise<OpenPlatform>): void {
  describe('behind a network that misbehaves', () => {
    test.each(rows)(
      'a post that %s is visible once, and what follows it comes after it',
      async (_, faults) => {
        const { owe, send, misbehave, titles, states } = await behindTheNetwork(await opened());
        await owe('m1', 'First');
        await owe('m2', 'Second');
        misbehave('m1', ...faults);
        await send();
        expect(await titles()).toEqual(['First', 'Second']);
        expect(await states('m1', 'm2')).toEqual(['sent', 'sent']);
      },
    );

    test.each(rows)('an edit that %s is visible in the end, in place of the old words', async (_, faults) => {
      const { owe, send, misbehave, titles, message } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await send();
      await owe('m2', 'Second');
      await owe('m1', 'First, corrected');
      await send();
      await owe('m1', 'First, corrected again');
      // A refused edit is a normal day: what is visible stays, which the rows about posts alone are about.
      misbehave('m1', ...faults.filter((fault) => typeof fault === 'string' || fault.kind !== 'refused'));
      await send();
      expect(await titles()).toEqual(['First, corrected again', 'Second']);
      expect(await message('m1')).toMatchObject({ state: 'sent', postedRev: 3 });
    });

    test('a post whose effect comes long after everybody gave up is still visible once', async () => {
      const open = await opened();
      const { owe, send, misbehave, titles } = await behindTheNetwork(open);
      const { effectWithinMs } = open.platform;
      const effectAfterMs =
        sameMarkerMsIn(open.channel, open.platform) === Infinity ? 30_000 : Math.max(0, effectWithinMs - 1);
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', { kind: 'hang', givesUpAfterMs: 1000, effectAfterMs });
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });

    test('what is refused is dead with its reason, and holds up nobody', async () => {
      const { owe, send, misbehave, titles, message } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', { kind: 'refused' });
      await send();
      expect(await titles()).toEqual(['Second']);
      expect(await message('m1')).toMatchObject({ state: 'dead', reason: 'refused' });
    });

    test('what finds the channel closed waits, and goes out in order when that is mended', async () => {
      const { owe, send, misbehave, titles, resume } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      const closed = Array.from({ length: 50 }, () => ({ kind: 'closed' }) as const);
      for (const id of ['m1', 'm2']) misbehave(id, ...closed);
      await send();
      expect(await titles()).toEqual([]);
      for (const id of ['m1', 'm2']) misbehave(id);
      await resume();
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });

    test('what is in doubt while its channel is shut is visible once when it is open again', async ({
      skip,
    }) => {
      const open = await opened();
      const { channel, shut, reopen } = open;
      skip(shut === undefined || reopen === undefined, 'its channels cannot be shut');
      const { owe, send, misbehave, afterFirstTry, titles, states, resume } = await behindTheNetwork(open);
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', 'lost after');
      afterFirstTry(() => shut?.(channel));
      await send();
      expect(await states('m1', 'm2')).toEqual(['unknown', 'pending']);
      await reopen?.(channel);
      await resume();
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
      expect(await states('m1', 'm2')).toEqual(['sent', 'sent']);
    });

    test('a token that is void while a message is in doubt pauses the workspace with its reason', async ({
      skip,
    }) => {
      const open = await opened();
      const { revoke } = open;
      skip(revoke === undefined, 'it has no token');
      const { owe, send, misbehave, afterFirstTry, states, paused } = await behindTheNetwork(open);
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', 'lost after');
      afterFirstTry(() => revoke?.());
      await send(1);
      expect(await states('m1', 'm2')).toEqual(['unknown', 'pending']);
      expect(await paused()).toMatch(/token/);
    });

    test.each([
      ['an hour ahead', 1, 0],
      ['an hour behind', -1, 0],
      ['an hour ahead, and is set right', 1, -1],
      ['an hour behind, and is set right', -1, 1],
    ])('a post whose answer is lost while our clock is %s is visible once', async (_, hours, setBy) => {
      const open = await opened();
      const { owe, send, misbehave, afterFirstTry, world, titles } = await behindTheNetwork(open);
      world.setClock(hours * 3_600_000);
      await owe('m1', 'First');
      misbehave('m1', 'lost after');
      afterFirstTry(async () => world.setClock(setBy * 3_600_000));
      await send();
      expect(await titles()).toEqual(['First']);
    });

    test('what finds the channel closed for a moment goes out by itself, in order', async () => {
      const { owe, send, misbehave, titles } = await behindTheNetwork(await opened());
      await owe('m1', 'First');
      await owe('m2', 'Second');
      misbehave('m1', { kind: 'closed' });
      await send();
      expect(await titles()).toEqual(['First', 'Second']);
    });
  });
}
