/**
 * Publishes what is posted in announcement channels to those who follow them. Discord takes ten an hour in each channel;
 * what is above that waits its turn, over a restart too. A message is well without it: a failure is only logged.
 */
import type { World } from '../../world.ts';
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Crosspost, Crossposts } from '../../store/store.ts';
import type { Answer, Api } from './api.ts';
import type { Places } from './places.ts';

/** In one channel: hours of news, the oldest of which is given up for the newest. */
const mostWaiting = 100;
/** All of it together takes one request a second of the token's 50. */
const paceMs = 1000;
/** Where Discord does not say for how long. */
const busyMs = 60_000;
/** Of one message: what never gets an answer must not hold up for ever what waits behind it. */
const mostTries = 5;
/** Another try succeeded after all. */
const publishedAlready = 40_033;

interface Queue {
  readonly messages: string[];
  /** Of the first one. */
  tries: number;
  restsUntil: number;
}

export interface Publisher {
  /** A message appeared in a channel; where that is an announcement channel it is published. Safe to repeat. */
  readonly add: (crosspost: Crosspost) => Promise<void>;
  /** Goes on with what waited when the process before this one ended. */
  readonly takeUp: () => Promise<void>;
  readonly waiting: () => number;
}

export function createPublisher({
  api,
  places,
  world,
  log,
  kept,
}: {
  readonly api: Api;
  readonly places: Places;
  readonly world: Pick<World, 'now' | 'elapsedMs' | 'after'>;
  readonly log: Log;
  /** Where what waits outlives a restart; absent: it does not. */
  readonly kept?: Crossposts | undefined;
}): Publisher {
  const queues = new Map<string, Queue>();
  let running = false;

  return {
    async add(crosspost) {
      const kind = places.known(crosspost.channelId)?.kind;
      if (kind !== undefined && kind !== 'announcement') return;
      queueUp(crosspost);
      await keep((rows) => rows.add(crosspost, world.now()));
    },
    takeUp: () =>
      keep(async (rows) => {
        for (const crosspost of await rows.waiting()) queueUp(crosspost);
      }),
    waiting: () => [...queues.values()].reduce((sum, { messages }) => sum + messages.length, 0),
  };

  function queueUp({ channelId, messageId }: Crosspost): void {
    const queue = queues.getOrInsertComputed(channelId, () => ({ messages: [], tries: 0, restsUntil: 0 }));
    if (queue.messages.includes(messageId)) return;
    queue.messages.push(messageId);
    if (queue.messages.length > mostWaiting) dropFirst(queue);
    if (!running) wake(paceMs);
  }

  /** What cannot be kept is published all the same, unless the process ends before. */
  async function keep(write: (rows: Crossposts) => Promise<void>): Promise<void> {
    if (kept === undefined) return;
    await write(kept).catch((error: unknown) =>
      log.warn({ reason: reasonOf(error) }, 'Discord: what waits to be published cannot be kept'),
    );
  }

  function dropFirst(queue: Queue): string | undefined {
    queue.tries = 0;
    const dropped = queue.messages.shift();
    if (dropped !== undefined) void keep((rows) => rows.remove(dropped));
    return dropped;
  }

  function wake(ms: number): void {
    running = true;
    world.after(ms, () => void step());
  }

  /** One request, or a rest until the first channel takes one again. */
  async function step(): Promise<void> {
    const now = world.elapsedMs();
    const due = [...queues].find(([, { restsUntil }]) => restsUntil <= now);
    // Platforms never throw; should this one, what waits is tried again.
    if (due !== undefined) await publish(...due).catch(() => {});
    const next = Math.min(...[...queues.values()].map(({ restsUntil }) => restsUntil));
    running = false;
    if (queues.size > 0) wake(Math.max(paceMs, next - world.elapsedMs()));
  }

  async function publish(channelId: string, queue: Queue): Promise<void> {
    const looked = await places.look(channelId);
    if ('facts' in looked && looked.facts.kind !== 'announcement') return drop(channelId, queue);
    const [messageId] = queue.messages;
    if (messageId === undefined) return void queues.delete(channelId);
    const path = `/channels/${channelId}/messages/${messageId}/crosspost`;
    const answer = 'facts' in looked ? await api.ask('POST', path) : looked.answer;
    const restMs = restAfter(answer, queue);
    queue.restsUntil = world.elapsedMs() + restMs;
    if (queue.messages.length === 0 && restMs === 0) queues.delete(channelId);
  }

  /** It is no announcement channel, or not any more. */
  function drop(channelId: string, queue: Queue): void {
    while (queue.messages.length > 0) dropFirst(queue);
    queues.delete(channelId);
  }

  /** Publishing what is published already does no harm: without an answer it is tried again. */
  function restAfter({ outcome, code, nextInMs = 0 }: Answer, queue: Queue): number {
    if (outcome.kind === 'busy') return outcome.retryAfterMs ?? busyMs;
    queue.tries += 1;
    const untold = outcome.kind === 'unknown' || outcome.kind === 'unauthorized';
    if (untold && queue.tries < mostTries) return busyMs;
    const message = dropFirst(queue);
    if (outcome.kind !== 'done' && code !== publishedAlready) {
      log.warn({ message, code, reason: outcome.reason }, 'Discord: an announcement is not published');
    }
    return nextInMs;
  }
}
