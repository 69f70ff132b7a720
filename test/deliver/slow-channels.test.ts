/** One sender, a thousand channels of which some are slow; all on a manual clock. */
import { expect, test } from 'vitest';
import { createSender } from '../../src/deliver/send.ts';
import { silentLog } from '../../src/log.ts';
import { createLoop } from '../../src/loop.ts';
import { silentMeter } from '../../src/meter.ts';
import type { Platform, PostOutcome } from '../../src/platform/platform.ts';
import { never } from '../fakes/fault.ts';
import type { ManualWorld } from '../fakes/world.ts';
import { acceptTitle, delivery } from './harness.ts';

const channelCount = 1000;
/** What a chat platform takes to answer on a normal day. */
const answerMs = 40;

interface Slow {
  readonly name: string;
  /** Of the thousand, those that are served first. */
  readonly channels: number;
  readonly answer: () => Promise<PostOutcome>;
}

const cases: readonly Slow[] = [
  {
    name: 'one channel is told to come back in ten minutes',
    channels: 1,
    answer: async () => ({ kind: 'busy', retryAfterMs: 600_000, reason: 'too many' }),
  },
  {
    name: 'one channel is busy and does not say for how long',
    channels: 1,
    answer: async () => ({ kind: 'busy', reason: 'too many' }),
  },
  { name: 'one channel never gets an answer', channels: 1, answer: never },
  { name: 'as many channels as are served at once never get an answer', channels: 16, answer: never },
  { name: 'twice as many never get an answer', channels: 32, answer: never },
];

test.each(cases)(
  '$name: the others wait at most a second longer than they would without it',
  async ({ channels, answer }) => {
    const beside = await delays(channels, answer);
    expect(beside.length, 'every other channel has its alert').toBe(channelCount - channels);
    expect(p99(beside) - (await alone)).toBeLessThanOrEqual(1000);
  },
  // A thousand channels, each with all its commits: it counts virtual time, and may take its own.
  120_000,
);

const alone = delays(0, never).then(p99);

/** @returns for each channel that is not slow, after how many milliseconds its alert was visible */
async function delays(slow: number, slowAnswer: Slow['answer']): Promise<readonly number[]> {
  const { store, world, workspace, source, place, platform: fake } = await delivery();
  const channels = [];
  for (let n = 0; n < channelCount; n += 1)
    channels.push(await store.workspaces.openChannel(workspace.id, `channel-${n}`));
  const { id: articleId, revision, storyId } = await acceptTitle(store, source, 'News', world.now());
  const alerts = channels.map(({ id }) => ({ id: `alert-${id}`, channelId: id, reasons: [] }));
  await store.articles.recordMatched({ articleId, revision, storyId, alerts, now: world.now() });
  await place();

  const slowOnes = new Set(channels.slice(0, slow).map(({ id }) => id));
  const start = world.now();
  const shown: number[] = [];
  const platform: Platform = {
    ...fake,
    async post({ id }) {
      if (slowOnes.has(id)) return slowAnswer();
      await new Promise<void>((resolve) => void world.after(answerMs, resolve));
      shown.push(world.now() - start);
      return { kind: 'posted', externalId: `${id}` };
    },
  };
  const sender = createSender({
    deliveries: store.deliveries,
    platforms: new Map([['local', platform]]),
    world,
    log: silentLog,
    meter: silentMeter,
    owner: 'one',
    onFree: () => sending.wake(),
  });
  const sending = createLoop(sender.serveDue, world, (fault) => {
    throw fault;
  });
  sending.wake();
  while (shown.length < channelCount - slow && world.now() - start < 30_000) await world.advance(answerMs);
  await sending.stop();
  await over(sender.stop(), world);
  await store.close();
  return shown;
}

/** Stopping waits some seconds for what hangs. */
async function over(work: Promise<void>, world: ManualWorld): Promise<void> {
  const ended = work.then(() => true);
  while (!(await Promise.race([ended, world.advance(100).then(() => false)])));
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
}
