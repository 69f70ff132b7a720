import type { Platform } from '../platform/platform.ts';
import type { Lease } from '../store/port/deliveries.ts';

/** A channel that is being served. */
export interface Service {
  readonly lease: Lease;
  readonly platform: Platform;
  /** By `World.elapsedMs`: no message is begun any more, so that the last one has its answer while the lease holds. */
  readonly until: number;
  /** The platform takes its time: it holds up no other channel. */
  slow: boolean;
}
