/** A post that takes several requests, at a platform that takes its time for each. */
import { expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../src/domain.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { slackPlatform } from '../../src/platform/slack/slack.ts';
import type { Transport } from '../../src/platform/slack/transport.ts';
import type { World } from '../../src/world.ts';
import { delivery } from './harness.ts';

const minute = 60_000;

test('a follow-up at a Slack that is slow for half a minute is posted once', async () => {
  const bench = await delivery();
  onTestFinished(() => bench.store.close());
  const { world, oweAlert, oweFollowUp, send } = bench;
  const slack = slowSlack(world);
  postTo(bench.platform, slackPlatform({ tokenOf: async () => 'xoxb-1', world, transport: slack.transport }));
  await oweAlert('First');
  await send(0);
  await world.advance(minute);
  await oweFollowUp('First', 'Second');
  slack.beSlow();
  await send(1);
  await world.advance(2 * minute);
  expect(slack.shown()).toBe(2);
});

test('what was sent shortly before its sender was killed is waited for as long', async () => {
  const bench = await delivery({ effectWithinMs: minute / 2 });
  onTestFinished(() => bench.store.close());
  const { world, store, platform, oweAlert, place, send } = bench;
  const { deliveries } = store;
  const id = await oweAlert('News');
  await place();
  const asked = { platforms: ['local'], owner: 'killed', now: world.now(), leaseMs: minute } as const;
  const { channel, fence } = (await deliveries.leaseChannel(asked))!;
  const { content } = (await deliveries.startSending(id, fence, world.now()))!;
  await world.advance(19_000);
  world.after(29_000, () => void platform.post(channel, { marker: id, revision: 1, content }));
  await deliveries.takeOver(world.now());
  await send(1);
  await world.advance(minute);
  expect(platform.ledger).toHaveLength(1);
});

/** The bench's platform does as this one does. */
function postTo(bench: Platform, slack: Platform): void {
  const there = (channel: Channel): Channel => ({ ...channel, externalId: 'C1' });
  Object.assign(bench, {
    effectWithinMs: slack.effectWithinMs,
    sameMarkerMs: 0,
    post: (channel, post) => slack.post(there(channel), post),
    edit: (channel, externalId, post) => slack.edit(there(channel), externalId, post),
    readBack: (channel, marker, sought) => slack.readBack(there(channel), marker, sought),
  } satisfies Partial<Platform>);
}

interface Line {
  readonly ts: string;
  readonly metadata: unknown;
  readonly thread: string | undefined;
}

/** Slow, it leaves the look for a thread and the next message unanswered; the message appears after 25 seconds. */
function slowSlack({ now, after }: Pick<World, 'now' | 'after'>) {
  const lines: Line[] = [];
  let isSlow = false;
  const transport: Transport = async ({ method, body }, signal) => {
    const form = new URLSearchParams(body);
    const unanswered = isSlow && ['conversations.replies', 'chat.postMessage'].includes(method);
    if (method === 'chat.postMessage') {
      isSlow = false;
      if (!unanswered) return answerWith(show(form));
      after(25_000, () => void show(form));
    }
    if (unanswered) return aborted(signal);
    const root = form.get('ts');
    return answerWith({
      messages: lines
        .filter(({ ts, thread }) => root === null || ts === root || thread === root)
        .filter(({ ts }) => Number(ts) >= Number(form.get('oldest'))),
    });
  };
  return { transport, beSlow: () => (isSlow = true), shown: () => lines.length };

  function show(form: URLSearchParams): { readonly ts: string } {
    const ts = `${now() / 1000}`;
    const thread = form.get('thread_ts') ?? undefined;
    lines.push({ ts, metadata: JSON.parse(form.get('metadata') ?? '{}'), thread });
    return { ts };
  }
}

function answerWith(said: object): Awaited<ReturnType<Transport>> {
  return { status: 200, header: () => undefined, text: JSON.stringify({ ok: true, ...said }) };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}
