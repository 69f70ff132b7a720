/**
 * The sender: leases a channel, sends what it needs next, writes down what became of it, gives the channel back.
 * A message is asked of the platform only between two commits ("sending" before, the outcome after), so that whoever
 * finds it in "sending" knows that it may be visible, and asks before sending again.
 */
import type { Channel, PlatformName } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import type { Platform } from '../platform/platform.ts';
import type { Deliveries, Lease } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';
import { createAdvance } from './advance.ts';
import { createAsking } from './ask.ts';
import type { Service } from './service.ts';
import { createTokenGate } from './token-gate.ts';

export interface Sender {
  /**
   * Begins to serve the channels that wait; does not wait for their platforms, so that a slow one holds up no other.
   * @returns when there will be more, if that is known
   */
  readonly serveDue: () => Promise<number | undefined>;
  /** Resolves when no channel is being served. */
  readonly idle: () => Promise<void>;
  /**
   * Resolves when every channel is given back: after the message under way, at most some seconds later. What has no
   * answer by then is `unknown`.
   */
  readonly stop: () => Promise<void>;
}

interface SenderParts {
  readonly deliveries: Deliveries;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly world: World;
  readonly log: Log;
  readonly meter: Meter;
  /** Tells this sender from others on the same database. */
  readonly owner: string;
  /** A channel was given back, or takes its time: there may be more to serve. */
  readonly onFree: () => void;
  /** What is done about a message that may be visible where no history tells. */
  readonly whenInDoubt?: 'send again' | 'leave' | undefined;
  /** Where whoever looks after the bot is told of channels that take no messages. */
  readonly operatorChannel?: (() => Promise<number>) | undefined;
  /** A channel that took messages until now takes none any more. */
  readonly onPaused?: ((channel: Channel, reason: string) => void) | undefined;
}

const leaseMs = 60_000;
/**
 * A channel is given back well before its lease ends: its last request must be over by then, answered or not. What is begun
 * in the last moment waits for its token, is looked for or is posted: some 25 seconds (see `ask.ts`, `token-gate.ts`).
 */
const sessionMs = 30_000;
/** How long an answer may still take once we are stopping; an orchestrator waits 10 seconds before it kills. */
const lastAnswerMs = 5000;
/** When to look again for what is due but not to be had: an alert not yet placed, a channel that another holds. */
const restMs = 1000;
/** Channels served at the same time: they wait for the network, not for us. */
const parallel = 16;
/** Whose platform takes its time does not count among those; so many may be waited for in all. */
const mostSlow = 500;

export function createSender({
  deliveries,
  platforms,
  world,
  log,
  meter,
  owner,
  onFree,
  whenInDoubt = 'send again',
  operatorChannel,
  onPaused = () => {},
}: SenderParts): Sender {
  const names = [...platforms.keys()];
  const gate = createTokenGate(world);
  /** By the channel's id. */
  const serving = new Map<number, Promise<void>>();
  const enough = Promise.withResolvers<void>();
  let brisk = 0;
  let stopped = false;
  const asking = createAsking({
    deliveries,
    world,
    enough: enough.promise,
    onSlow: becomeSlow,
    onFault: (fault, message) => failed('platform', fault, { message }),
  });
  const advance = createAdvance({
    deliveries,
    asking,
    gate,
    world,
    log,
    meter,
    isStopped: () => stopped,
    whenInDoubt,
    operatorChannel,
    onPaused,
  });
  return {
    serveDue,
    idle,
    async stop() {
      stopped = true;
      const cancel = world.after(lastAnswerMs, enough.resolve);
      await idle();
      cancel();
    },
  };

  async function serveDue(): Promise<number | undefined> {
    while (brisk < parallel && serving.size < parallel + mostSlow && !stopped) {
      const until = world.elapsedMs() + sessionMs;
      const lease = await nextLease();
      if (lease === undefined) break;
      begin(lease, until);
    }
    const { platforms: resting, forMs } = gate.resting();
    const dueAt = await deliveries.nextDueAt(names.filter((name) => !resting.has(name)));
    const next = Math.min(
      dueAt === undefined ? Infinity : Math.max(dueAt, world.now() + restMs),
      world.now() + forMs,
    );
    return next === Infinity ? undefined : next;
  }

  function begin(lease: Lease, until: number): void {
    const platform = platforms.get(lease.channel.platform);
    if (platform === undefined) throw new Error(`no platform ${lease.channel.platform}`);
    const service: Service = { lease, platform, until, slow: false };
    brisk += 1;
    const turn = serve(service)
      // Nothing is lost: the lease runs out, and what was being sent is looked for.
      .catch((fault: unknown) => failed('sending', fault, { channel: lease.channel.id }))
      .finally(() => {
        serving.delete(lease.channel.id);
        if (!service.slow) brisk -= 1;
        onFree();
      });
    serving.set(lease.channel.id, turn);
  }

  function becomeSlow(service: Service): void {
    if (service.slow) return;
    service.slow = true;
    brisk -= 1;
    onFree();
  }

  function failed(what: string, fault: unknown, facts: object): void {
    meter.failed(what);
    log.error({ err: fault, ...facts }, `${what} failed: ${reasonOf(fault)}`);
  }

  async function idle(): Promise<void> {
    while (serving.size > 0) await Promise.all(serving.values());
  }

  async function nextLease(): Promise<Lease | undefined> {
    const resting = gate.resting();
    const lease = await deliveries.leaseChannel({
      platforms: names.filter((name) => !resting.platforms.has(name)),
      exceptWorkspaces: resting.workspaces,
      // A clock that leaps forward ends our own leases, too, while we go on.
      exceptChannels: [...serving.keys()],
      owner,
      now: world.now(),
      leaseMs,
    });
    if (lease !== undefined) world.reach('channel leased');
    return lease;
  }

  /** One channel's turn: message after message in its order, until nothing is due, its pace says wait, or time is up. */
  async function serve(service: Service): Promise<void> {
    const { lease } = service;
    let waitMs = 0;
    while (waitMs <= 0 && world.elapsedMs() < service.until && !stopped) {
      const message = await deliveries.nextMessage(lease.channel.id, world.now());
      if (message === undefined) break;
      const turn = await advance(message, service);
      if (turn.kind === 'lost') return;
      if (turn.kind === 'over') break;
      waitMs = turn.waitMs;
    }
    await deliveries.releaseChannel(lease.channel.id, lease.fence, world.now() + waitMs);
  }
}
