/** The platform is asked, and answers in time or not. */
import type { Message } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import type { Post, PostOutcome, ReadBack, Sought } from '../platform/platform.ts';
import type { Deliveries } from '../store/port/deliveries.ts';
import type { World } from '../world.ts';
import type { Service } from './service.ts';

export interface Asking {
  /** Makes it visible, or edits what is. */
  readonly post: (message: Message, service: Service) => Promise<PostOutcome>;
  /** Looks for it in the channel's history. */
  readonly lookBack: (message: Message, service: Service) => Promise<ReadBack>;
}

interface AskingParts {
  readonly deliveries: Pick<Deliveries, 'message' | 'transitions'>;
  readonly world: Pick<World, 'now' | 'after'>;
  /** Nobody waits for an answer any more. */
  readonly enough: Promise<void>;
  readonly onSlow: (service: Service) => void;
  /** A platform has thrown, which is a mistake of ours. */
  readonly onFault: (fault: unknown, messageId: string) => void;
}

/**
 * A platform that has not answered by then is given up on: it may have needed several requests, each with a shorter
 * time-out of its own. It sends no further one.
 */
export const answerMs = 20_000;
/** What takes longer holds up other channels no more. */
const slowMs = 500;

export function createAsking({ deliveries, world, enough, onSlow, onFault }: AskingParts): Asking {
  /** Those who wait for an answer. A promise would remember for ever whoever has waited for it. */
  const waiting = new Set<() => void>();
  let isEnough = false;
  void enough.then(giveUpAll);
  return { post, lookBack };

  function giveUpAll(): void {
    isEnough = true;
    for (const giveUp of waiting) giveUp();
  }

  async function post(message: Message, service: Service): Promise<PostOutcome> {
    const { lease, platform } = service;
    const { id: marker, sendingRev: revision, content, externalId } = message;
    const said: Post = { marker, revision, content, replyTo: await parentOf(message) };
    return answered<PostOutcome>(
      message,
      service,
      (signal) =>
        externalId === undefined
          ? platform.post(lease.channel, { ...said, signal })
          : platform.edit(lease.channel, externalId, { ...said, signal }),
      (reason) => ({ kind: 'unknown', reason }),
    );
  }

  async function parentOf({ parentId }: Message): Promise<string | undefined> {
    return parentId === undefined ? undefined : (await deliveries.message(parentId))?.externalId;
  }

  async function lookBack(message: Message, service: Service): Promise<ReadBack> {
    const sought = await soughtOf(message, service);
    return answered<ReadBack>(
      message,
      service,
      () => service.platform.readBack(service.lease.channel, message.id, sought),
      (reason) => ({ kind: 'busy', reason }),
    );
  }

  async function soughtOf(message: Message, { platform }: Service): Promise<Sought> {
    const { id, firstTryAt = Infinity } = message;
    // A try may be several requests: nothing more was sent once it was over, however that was.
    const lastTry = (await deliveries.transitions(id)).findLast(({ from }) => from === 'sending');
    const until = (lastTry?.at ?? Infinity) + platform.effectWithinMs;
    const now = world.now();
    return {
      replyTo: await parentOf(message),
      // A clock that was set back since tells nothing of when that was.
      since: firstTryAt <= now ? firstTryAt : undefined,
      until: until <= now ? until : undefined,
    };
  }

  /** What the platform answers; what stands for it if it does not, or throws, which is a mistake of ours. */
  function answered<T>(
    { id }: Message,
    service: Service,
    request: (signal: AbortSignal) => Promise<T>,
    instead: (reason: string) => T,
  ): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const slow = world.after(slowMs, () => onSlow(service));
    const patience = new AbortController();
    const end = (reason: string): void => {
      patience.abort();
      resolve(instead(reason));
    };
    const cancel = world.after(answerMs, () => end(`no answer within ${answerMs / 1000} s`));
    const giveUp = (): void => end('stopped before the answer came');
    if (isEnough) giveUp();
    waiting.add(giveUp);
    const asked = request(patience.signal).catch((fault: unknown) => {
      onFault(fault, id);
      return instead(reasonOf(fault));
    });
    void asked.then(resolve).finally(() => {
      slow();
      cancel();
      waiting.delete(giveUp);
    });
    return promise;
  }
}
