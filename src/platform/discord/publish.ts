/**
 * Publishes what is posted in announcement channels to those who follow them. Discord takes ten an hour in each channel;
 * what is above that waits its turn. A message is well without it: a failure is nobody's, and a restart forgets what waits.
 */
import type { World } from '../../world.ts';
import type { Api } from './api.ts';
import type { Places } from './places.ts';

/** In one channel: hours of news, the oldest of which is given up for the newest. */
const mostWaiting = 100;
/** All of it together takes one request a second of the token's 50. */
const paceMs = 1000;
/** Where Discord does not say for how long. */
const busyMs = 60_000;

interface Queue {
  readonly messages: string[];
  restsUntil: number;
}

export interface Publisher {
  readonly add: (channelId: string, messageId: string) => void;
  readonly waiting: () => number;
}

export function createPublisher({
  api,
  places,
  world,
}: {
  readonly api: Api;
  readonly places: Places;
  readonly world: Pick<World, 'now' | 'after'>;
}): Publisher {
  const queues = new Map<string, Queue>();
  let running = false;

  return {
    add(channelId, messageId) {
      const kind = places.known(channelId)?.kind;
      if (kind !== undefined && kind !== 'announcement') return;
      const queue = queues.getOrInsertComputed(channelId, () => ({ messages: [], restsUntil: 0 }));
      queue.messages.push(messageId);
      if (queue.messages.length > mostWaiting) queue.messages.shift();
      if (!running) wake(paceMs);
    },
    waiting: () => [...queues.values()].reduce((sum, { messages }) => sum + messages.length, 0),
  };

  function wake(ms: number): void {
    running = true;
    world.after(ms, () => void step());
  }

  /** One request, or a rest until the first channel takes one again. */
  async function step(): Promise<void> {
    const now = world.now();
    const due = [...queues].find(([, { restsUntil }]) => restsUntil <= now);
    // Platforms never throw; should this one, what waits is tried again.
    if (due !== undefined) await publish(...due).catch(() => {});
    const next = Math.min(...[...queues.values()].map(({ restsUntil }) => restsUntil));
    running = false;
    if (queues.size > 0) wake(Math.max(paceMs, next - world.now()));
  }

  async function publish(channelId: string, queue: Queue): Promise<void> {
    const looked = await places.look(channelId);
    if (!('facts' in looked) || looked.facts.kind !== 'announcement') return void queues.delete(channelId);
    const [messageId] = queue.messages;
    if (messageId === undefined) return void queues.delete(channelId);
    const { outcome, nextInMs } = await api.ask(
      'POST',
      `/channels/${channelId}/messages/${messageId}/crosspost`,
    );
    const again = outcome.kind === 'busy';
    if (!again) queue.messages.splice(0, 1);
    const restMs = again ? (outcome.retryAfterMs ?? busyMs) : (nextInMs ?? 0);
    queue.restsUntil = world.now() + restMs;
    if (queue.messages.length === 0 && restMs === 0) queues.delete(channelId);
  }
}
