/** A platform with its own network, at which the requests themselves meet every fault. */
import { describe, expect, test } from 'vitest';
import { networkFaults } from './network-faults.ts';
import type { OpenPlatform } from './open-platform.ts';
import { sendThrough } from './send-through.ts';

const sends = 20;

export function standsTheNetworkMatrix(name: string, opened: () => Promise<OpenPlatform>): void {
  describe('over its own network', () => {
    test.for(networkFaults)(
      'each message is visible once, in order and in its newest words, whatever happens to it: %s',
      async (fault, { skip }) => {
        const open = await opened();
        skip(open.network === undefined, `${name} has no network`);
        skip(open.network?.faults[fault] === undefined, `${name} cannot bring about: ${fault}`);
        expect(await sendThrough(open, fault, sends)).toEqual({
          sent: sends,
          met: sends + sends / 2,
          visible: sends,
          doubled: 0,
          lost: 0,
          stale: 0,
          outOfOrder: 0,
        });
      },
    );
  });
}
