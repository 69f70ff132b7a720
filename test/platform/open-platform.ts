/** A platform with what a test must know of it. */
import type { Channel } from '../../src/domain.ts';
import type { Platform } from '../../src/platform/platform.ts';
import type { Network } from './network-faults.ts';

export interface OpenPlatform {
  readonly platform: Platform;
  readonly channel: Channel;
  /** Another channel of the same workspace. */
  readonly other: Channel;
  /** The alerts that people see in a channel, oldest first. */
  readonly visible: (channel: Channel) => Promise<readonly string[]>;
  /** Makes the channel one that takes no messages, as its people could; absent where that cannot happen. */
  readonly shut?: (channel: Channel) => Promise<void>;
  /** Mends that, with all that was in it. */
  readonly reopen?: (channel: Channel) => Promise<void>;
  /** From now on its token is not valid; absent where there is none. */
  readonly revoke?: () => Promise<void>;
  /** Lets every further call to the platform fail without an answer; absent where that cannot be brought about. */
  readonly breakOff?: () => Promise<void>;
  /** What its network can do to it; absent where there is none. */
  readonly network?: Network;
  readonly close: () => Promise<void>;
}
