import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel, Message } from '../../../src/domain.ts';
import type { Recorded } from '../../../src/store/port/deliveries.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  acceptance,
  content,
  matched,
  messageAt,
  smallTown,
  tryLease,
  type OpenStore,
  type Town,
  joining,
  ring,
} from '../given.ts';

/** What may happen around one channel, in any order. */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('words' as const), story: fc.integer({ min: 0, max: 2 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('time passes' as const),
      ms: fc.integer({ min: 0, max: 5000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('lease' as const), owner: fc.constantFrom('a', 'b') }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('outcome' as const),
      outcome: fc.constantFrom('sent', 'sent', 'later', 'unknown', 'dead', 'refused'),
      waitMs: fc.integer({ min: 0, max: 5000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('release', 'restart', 'pause', 'resume', 'resend') }),
  },
);

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Where a message can go from each state; a step to the same state has another reason. */
const steps: Readonly<Record<string, readonly string[]>> = {
  due: ['pending'],
  pending: ['sending', 'pending', 'dead'],
  sending: ['sent', 'pending', 'unknown', 'dead'],
  unknown: ['sending', 'sent', 'pending', 'unknown', 'dead'],
  sent: ['sending', 'sent'],
  dead: ['unknown', 'pending'],
};

export function messageStatesContract(open: OpenStore): void {
  test('whatever happens in whatever order, a message keeps to its states and its channel to its order', async () => {
    const town = await smallTown(open);
    let runs = 0;
    const always = fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (happenings) => {
        runs += 1;
        const channel = await town.store.workspaces.openChannel(town.workspace.id, `run ${runs}`);
        await play(town, channel, happenings);
        // Nothing of this run may be left to do in the next one.
        await town.store.deliveries.pauseChannel(channel.id, { now: 0, reason: 'over' });
      }),
      { numRuns: 30 },
    );
    await expect(always).resolves.toBeUndefined();
  }, 60_000);
}

async function play(town: Town, channel: Channel, happenings: readonly Happening[]): Promise<void> {
  const { store } = town;
  const stories = new Map<number, number>();
  let now = 100_000;
  let fence = 0;
  let sending: Message | undefined;
  for (const [at, event] of happenings.entries()) {
    await happen(event, at);
    await checkChannel(store, channel, now);
  }

  async function happen(event: Happening, at: number): Promise<void> {
    switch (event.kind) {
      case 'words':
        return placeWords(event.story, `words ${at}`);
      case 'time passes':
        now += event.ms;
        return undefined;
      case 'lease': {
        const held = await tryLease(store, now, { owner: event.owner, leaseMs: 3000 });
        if (held === undefined) return undefined;
        expect(held.channel.id).toBe(channel.id);
        expect(held.fence, 'fences only grow').toBeGreaterThan(fence);
        [fence, sending] = [held.fence, undefined];
        return undefined;
      }
      case 'start':
        return start();
      case 'outcome':
        return finish(event);
      case 'release':
        return store.deliveries.releaseChannel(channel.id, fence, now);
      case 'restart':
        await store.deliveries.takeOver(now);
        return undefined;
      case 'resend':
        for (const { id, state } of await store.deliveries.latestAlerts(channel.id, 100))
          expect(await store.deliveries.resend(id, now), 'only what is dead').toBe(state === 'dead');
        return undefined;
      case 'pause':
        return store.deliveries.pauseChannel(channel.id, { now, reason: 'closed' });
      case 'resume':
        await store.deliveries.resumeChannel(channel.id, now);
        return undefined;
    }
  }

  async function placeWords(number: number, words: string): Promise<void> {
    const known = stories.get(number);
    const { article } = await store.articles.accept(acceptance(town.source, { now, choice: joining(known) }));
    stories.set(number, article.storyId);
    await ring(store, matched(article, [channel], { now }));
    for (const due of await store.deliveries.dueAlerts(now, 10)) {
      await store.deliveries.place([
        { due, messageId: due.alert.id, content: content(words), now, editDelayMs: 500 },
      ]);
    }
  }

  async function start(): Promise<void> {
    const next = await store.deliveries.nextMessage(channel.id, now);
    if (next === undefined) return;
    const started = await store.deliveries.startSending(next.id, fence, now);
    if (started === undefined) return;
    expect(started).toMatchObject({
      state: 'sending',
      sendingRev: next.wantedRev,
      attempt: next.attempt + 1,
    });
    sending = started;
  }

  async function finish({ outcome, waitMs: wait }: Extract<Happening, { kind: 'outcome' }>): Promise<void> {
    if (sending === undefined) return;
    const { id, sendingRev } = sending;
    const before = await messageAt(store, id);
    const recorded: Recorded =
      outcome === 'sent'
        ? { kind: 'sent', externalId: `x-${id}`, revision: sendingRev }
        : outcome === 'dead' || outcome === 'refused'
          ? { kind: 'dead', reason: outcome, refused: outcome === 'refused' }
          : { kind: outcome, nextTryAt: now + wait, reason: outcome };
    const ours = await store.deliveries.record(id, fence, recorded, now);
    if (!ours) expect(await messageAt(store, id), 'who lost the channel writes nothing').toEqual(before);
    if (outcome !== 'unknown') sending = undefined;
  }
}

/** What is true of a channel at any moment. */
async function checkChannel(store: Store, channel: Channel, now: number): Promise<void> {
  const messages = (await store.deliveries.latestAlerts(channel.id, 100)).toReversed();
  for (const message of messages) await checkMessage(store, message);
  expect(messages.filter(({ state }) => state === 'sending').length, 'one at a time').toBeLessThanOrEqual(1);

  const next = await store.deliveries.nextMessage(channel.id, now);
  const line = messages.filter(({ state }) => state === 'unknown' || state === 'pending');
  const head = line.find(({ state }) => state === 'unknown') ?? line[0];
  const inLine = next !== undefined && next.state !== 'sent';
  if (inLine) expect(next.id, 'nothing overtakes').toBe(head?.id);
  if (next !== undefined) expect(next.nextTryAt).toBeLessThanOrEqual(now);
  const waits = line.length > 0 || messages.some(({ state }) => state === 'sending');
  const { status } = (await store.workspaces.channel(channel.id)) ?? {};
  if (waits && status === 'ok')
    expect(await store.deliveries.nextDueAt(['local']), 'work is never forgotten').toBeDefined();
}

async function checkMessage(store: Store, message: Message): Promise<void> {
  const { id, state, wantedRev, sendingRev, postedRev, externalId } = message;
  expect(wantedRev).toBeGreaterThanOrEqual(sendingRev);
  expect(sendingRev).toBeGreaterThanOrEqual(postedRev);
  expect(postedRev > 0, 'what is visible has an id').toBe(externalId !== undefined);
  if (state === 'sent') expect(postedRev).toBeGreaterThan(0);
  if (state === 'pending') expect(postedRev).toBe(0);

  const way = await store.deliveries.transitions(id);
  for (const [at, { from, to }] of way.entries()) {
    expect(steps[from], `${from} → ${to}`).toContain(to);
    expect(from, 'no step is missing').toBe(way[at - 1]?.to ?? 'due');
  }
  expect(way.at(-1)?.to).toBe(state);
}
