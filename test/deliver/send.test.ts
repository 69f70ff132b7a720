import { afterEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../fakes/world.ts';
import type { Fault } from '../fakes/fault.ts';
import type { ReadFault, Visible } from '../fakes/platform.ts';
import { delivery, inShort, titlesOf } from './harness.ts';

const opened: Array<{ close: () => Promise<void> }> = [];
const open: typeof delivery = async (options) => {
  const made = await delivery(options);
  opened.push(made.store);
  return made;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

test('an alert that is due becomes one visible message, in its words', async () => {
  const { oweAlert, send, platform, stateOf, store } = await open();
  const id = await oweAlert('Cloud prices fall');
  await send();
  expect(platform.ledger).toMatchObject([
    {
      channel: 'news',
      marker: id,
      revision: 1,
      content: { title: 'Cloud prices fall', outlet: 'Wire', summary: inShort('Cloud prices fall') },
    },
  ]);
  expect(await stateOf(id)).toBe('sent');
  expect((await store.deliveries.transitions(id)).map(({ from, to }) => `${from} → ${to}`)).toEqual([
    expect.stringContaining('pending'),
    'pending → sending',
    'sending → sent',
  ]);
});

test('placing and sending again changes nothing', async () => {
  const { oweAlert, send, platform } = await open();
  await oweAlert('Once');
  await send();
  await oweAlert('Once');
  await send();
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['Once']);
  expect(platform.requests()).toBe(1);
});

describe('whatever the platform answers, exactly one message is visible in the end', () => {
  const answers: ReadonlyArray<[name: string, faults: readonly Fault[], state: string]> = [
    ['no answer, the request never arrived', ['lost before'], 'sent'],
    ['no answer, but it had arrived', ['lost after'], 'sent'],
    ['lost both ways, again and again', ['lost before', 'lost before', 'lost after'], 'sent'],
    ['busy, says for how long', [{ kind: 'busy', retryAfterMs: 90_000 }], 'sent'],
    ['busy, does not say for how long', [{ kind: 'busy' }, { kind: 'busy' }], 'sent'],
    ['never an answer, and it never arrived', [{ kind: 'hang' }], 'sent'],
    ['never an answer, but it had arrived', [{ kind: 'hang', effectAfterMs: 1 }], 'sent'],
    ['our own code throws', ['thrown', 'thrown'], 'sent'],
    ['busy, then lost after it had arrived', [{ kind: 'busy', retryAfterMs: 5 }, 'lost after'], 'sent'],
  ];
  test.each(answers)('%s', async (_name, faults, state) => {
    const { oweAlert, send, platform, stateOf } = await open();
    const id = await oweAlert('News');
    platform.misbehave(...faults);
    await send();
    expect(titlesOf(platform.ledger)).toEqual(['News']);
    expect(await stateOf(id)).toBe(state);
  });
});

test('busy is waited out as long as the platform asks', async () => {
  const { oweAlert, send, platform, world } = await open();
  await oweAlert('News');
  const from = world.now();
  platform.misbehave({ kind: 'busy', retryAfterMs: 90_000 });
  await send();
  expect(platform.ledger[0]?.at).toBeGreaterThanOrEqual(from + 90_000);
});

test('a message that can never be shown is dead with its reason, and holds up nobody', async () => {
  const { oweAlert, send, platform, stateOf, store, errors } = await open();
  const bad = await oweAlert('Bad');
  const good = await oweAlert('Good');
  platform.misbehave({ kind: 'refused' });
  await send();
  expect(await stateOf(bad)).toBe('dead');
  expect(await store.deliveries.message(bad)).toMatchObject({ reason: 'refused' });
  expect(errors).toEqual([`a message is not shown: refused. "bellwire resend ${bad}" tries it once more`]);
  expect(await stateOf(good)).toBe('sent');
});

test('what was refused is shown once it says something that is not', async () => {
  const { oweAlert, tellMore, send, platform, stateOf, store } = await open();
  const id = await oweAlert('News');
  platform.misbehave({ kind: 'refused' }, { kind: 'refused' });
  await send();
  await tellMore('News');
  await send();
  expect(await stateOf(id)).toBe('dead');
  await tellMore('News', 2);
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['News']);
  expect(await store.deliveries.message(id)).toMatchObject({
    state: 'sent',
    postedRev: 3,
    reason: undefined,
  });
});

test('what was given up after a day is not, whatever is told of it', async () => {
  const { oweAlert, tellMore, send, platform, stateOf } = await open();
  const id = await oweAlert('News');
  platform.misbehave(
    ...Array.from({ length: 30 }, () => ({ kind: 'busy', retryAfterMs: 7_200_000 }) as const),
  );
  await send();
  expect(await stateOf(id)).toBe('dead');
  platform.mend();
  await tellMore('News');
  await send();
  expect(titlesOf(platform.ledger)).toEqual([]);
});

test('a channel that takes no messages is paused with the reason; they wait and go out in order when it is resumed', async () => {
  const { oweAlert, send, platform, store, channel, world } = await open();
  await oweAlert('First');
  await oweAlert('Second');
  platform.shut(channel.externalId);
  await send();
  expect(platform.ledger).toEqual([]);
  const reason = 'not in the channel';
  expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'paused', reason });
  platform.open(channel.externalId);
  expect(await store.deliveries.resumeChannel(channel.id, world.now())).toBe(2);
  await send(0);
  expect(titlesOf(platform.ledger)).toEqual(['First', 'Second', 'resumed']);
});

test('a channel that takes messages again is found out by itself, and told for how long it could not be reached', async () => {
  const { oweAlert, send, platform, store, channel, world } = await open();
  const since = world.now();
  await oweAlert('First');
  await oweAlert('Second');
  platform.shut(channel.externalId);
  await send(3);
  expect(platform.requests(), 'it is tried ever more rarely').toBeLessThan(9);
  platform.open(channel.externalId);
  await send(4);
  expect(titlesOf(platform.ledger)).toEqual(['First', 'Second', 'resumed']);
  expect(platform.ledger.at(-1)?.content).toEqual({
    kind: 'notice',
    notice: { kind: 'resumed', since, reason: 'not in the channel', waiting: 2 },
  });
  expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'ok', reason: undefined });
});

test('whoever looks after the bot is told once that a channel takes no messages', async () => {
  const { oweAlert, send, platform, store, channel, workspace } = await open();
  const operators = await store.workspaces.openChannel(workspace.id, 'operators');
  await oweAlert('First');
  platform.shut(channel.externalId);
  await send(12);
  const told = platform.ledger.filter((one) => one.channel === operators.externalId);
  expect(told.map(({ content }) => content)).toEqual([
    {
      kind: 'notice',
      notice: { kind: 'paused', scope: 'channel', name: 'local/Local/news', reason: 'not in the channel' },
    },
  ]);
});

test('a workspace that takes no messages is asked by one channel now and then, not by all', async () => {
  const { oweAlert, send, platform, store, workspace, world } = await open();
  const channels = [];
  for (let n = 0; n < 40; n += 1) channels.push(await store.workspaces.openChannel(workspace.id, `c${n}`));
  for (const { id } of channels) await oweAlert(`News for ${id}`, id);
  const revoked: Fault = { kind: 'closed', scope: 'workspace' };
  platform.misbehave(...Array.from({ length: 200 }, () => revoked));
  await send(2);
  expect(platform.ledger).toEqual([]);
  // Those that were on their way together, and one or a few at each try.
  expect(platform.requests()).toBeLessThan(16 + 5 * 16);
  expect(await store.workspaces.channel(channels[7]!.id)).toMatchObject({
    status: 'paused',
    reason: 'closed',
  });
  expect(await store.deliveries.resumeWorkspace(workspace.id, world.now())).toBe(40);
  platform.mend();
  await send();
  expect(platform.ledger.filter(({ content }) => content.kind === 'alert')).toHaveLength(40);
});

test('where history cannot be read, a doubtful message is rather sent twice than never', async () => {
  const { oweAlert, send, platform } = await open({ history: 'forbidden' });
  await oweAlert('Lost');
  platform.misbehave('lost before');
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['Lost']);
});

test('within its window the same marker is posted again without looking back', async () => {
  const { oweAlert, send, platform } = await open({ sameMarkerMs: 120_000, history: 'forbidden' });
  await oweAlert('News');
  platform.misbehave('lost after');
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['News']);
  expect(platform.requests()).toBe(2);
});

test('words that changed while the message was in doubt are seen in the end, within that window too', async () => {
  const { oweAlert, tellMore, place, sendDue, send, platform, store } = await open({ sameMarkerMs: 120_000 });
  const id = await oweAlert('News');
  await place();
  platform.misbehave('lost after');
  await sendDue();
  await tellMore('News');
  await send();
  expect(platform.ledger.map(outletsOf)).toEqual([['News', 'News, told elsewhere']]);
  expect(await store.deliveries.message(id)).toMatchObject({ state: 'sent', postedRev: 2 });
  const way = (await store.deliveries.transitions(id)).map(({ to }) => to).join(' ');
  expect(way, 'looked for, then edited').toBe('pending sending unknown sent sending sent');
});

test('an edit that is refused leaves what is visible, with the reason, until there are other words', async () => {
  const { oweAlert, tellMore, send, platform, store } = await open();
  const id = await oweAlert('News');
  await send();
  await tellMore('News');
  platform.misbehave({ kind: 'refused' });
  await send();
  expect(await store.deliveries.message(id)).toMatchObject({
    state: 'sent',
    postedRev: 1,
    wantedRev: 2,
    reason: 'refused',
  });
  expect(platform.ledger.map(outletsOf)).toEqual([['News']]);
  await send();
  expect(platform.requests(), 'it is not asked for again').toBe(2);

  await tellMore('News, told elsewhere');
  await send();
  expect(platform.ledger).toMatchObject([{ revision: 3 }]);
  expect(await store.deliveries.message(id)).toMatchObject({ postedRev: 3, reason: undefined });
});

test('a message in doubt is settled before anything behind it goes out: order is kept', async () => {
  const { oweAlert, send, platform } = await open();
  for (const title of ['One', 'Two', 'Three']) await oweAlert(title);
  platform.misbehave('lost before', 'lost before', 'lost after');
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['One', 'Two', 'Three']);
});

test('the pace of the platform is kept between two messages of a channel', async () => {
  const { oweAlert, send, platform } = await open({ paceMs: 1000 });
  for (const title of ['One', 'Two', 'Three']) await oweAlert(title);
  await send();
  const times = platform.ledger.map(({ at }) => at);
  expect(times.slice(1).map((at, before) => at - (times[before] ?? 0) >= 1000)).toEqual([true, true]);
});

test('one channel that waits does not hold up another', async () => {
  const { oweAlert, place, sendDue, platform, store, workspace } = await open();
  const other = await store.workspaces.openChannel(workspace.id, 'cloud');
  await oweAlert('Stuck');
  await place();
  platform.misbehave({ kind: 'busy', retryAfterMs: 3_600_000 });
  await sendDue();
  await oweAlert('Free', other.id);
  await place();
  await sendDue();
  expect(titlesOf(platform.ledger)).toEqual(['Free']);
});

test('a channel whose platform does not answer holds up no other, nor what comes meanwhile', async () => {
  const { oweAlert, place, sender, platform, world, store, workspace } = await open();
  const other = await store.workspaces.openChannel(workspace.id, 'cloud');
  await oweAlert('Stuck');
  await place();
  platform.misbehave({ kind: 'hang' });
  await sender.serveDue();
  await world.settle();
  await oweAlert('Free', other.id);
  await place();
  await sender.serveDue();
  await world.settle();
  expect(titlesOf(platform.ledger)).toEqual(['Free']);
});

test('a request that nobody has heard of any more may still take effect: it is looked for when that is over', async () => {
  const { oweAlert, send, platform, world } = await open({ effectWithinMs: 15_000 });
  await oweAlert('News');
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs: 14_000 });
  await send();
  await world.advance(60_000);
  expect(titlesOf(platform.ledger)).toEqual(['News']);
});

test('who leaves the look unanswered as well may still do what was asked before: it is believed later', async () => {
  const readFaults: ReadFault[] = ['busy'];
  const { oweAlert, send, platform, world } = await open({
    effectWithinMs: 15_000,
    someReadFault: () => readFaults.shift() ?? 'none',
  });
  await oweAlert('News');
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs: 25_000 });
  await send();
  await world.advance(60_000);
  expect(titlesOf(platform.ledger)).toEqual(['News']);
});

test('an edit that is still on its way does not undo a newer one', async () => {
  const { oweAlert, tellMore, send, platform, world } = await open({ effectWithinMs: 15_000 });
  await oweAlert('News');
  await send();
  await tellMore('News');
  platform.misbehave({ kind: 'hang', givesUpAfterMs: 1000, effectAfterMs: 14_000 });
  const sent = send();
  await world.advance(2000);
  await tellMore('News, told elsewhere');
  await sent;
  await send();
  expect(platform.ledger).toMatchObject([{ revision: 3 }]);
});

test('an alert that cannot be placed yet is waited for, not asked for again and again', async () => {
  const { oweAlert, sender, world } = await open();
  await oweAlert('News');
  expect(await sender.serveDue()).toBe(world.now() + 1000);
});

test('stopping finishes what has its answer and gives back what has none, within seconds', async () => {
  const { oweAlert, place, sender, platform, world, store, stateOf, workspace } = await open();
  const other = await store.workspaces.openChannel(workspace.id, 'cloud');
  const stuck = await oweAlert('Stuck');
  const behind = await oweAlert('Behind it');
  const slow = await oweAlert('Slow', other.id);
  await place();
  platform.misbehave({ kind: 'hang' }, { kind: 'late', afterMs: 3000 });
  await sender.serveDue();
  const from = world.now();
  const stopped = sender.stop().then(() => world.now() - from);
  await world.advance(10_000);
  expect(await stopped).toBeLessThanOrEqual(8000);
  expect([await stateOf(slow), await stateOf(stuck), await stateOf(behind)]).toEqual([
    'sent',
    'unknown',
    'pending',
  ]);
  const lease = { platforms: ['local'], owner: 'next', now: world.now(), leaseMs: 1000 } as const;
  expect(await store.deliveries.leaseChannel(lease), 'the channel is free').toMatchObject({ fence: 2 });
});

test('what a killed sender was doing is read back by the next one, never blindly sent again', async () => {
  const { oweAlert, place, platform, store, world, send } = await open();
  const id = await oweAlert('News');
  await place();
  const lease = await store.deliveries.leaseChannel({
    platforms: ['local'],
    owner: 'dead',
    now: world.now(),
    leaseMs: 60_000,
  });
  const message = await store.deliveries.startSending(id, lease?.fence ?? 0, world.now());
  const post = { marker: id, revision: 1, content: message?.content as never };
  await platform.post(lease?.channel as never, post); // visible; then the process dies before writing that down
  expect(await store.deliveries.takeOver(world.now())).toBe(1);
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['News']);
  expect(await store.deliveries.message(id)).toMatchObject({ state: 'sent', postedRev: 1 });
});

test('any run of faults, from 30 seeds: each message visible once, in order, in its newest words', async () => {
  for (let seed = 1; seed <= 30; seed++) {
    const random = seededRandom(seed);
    const { oweAlert, tellMore, place, sendDue, send, platform, store } = await delivery({
      seed,
      sameMarkerMs: random() < 0.5 ? 0 : 120_000,
    });
    const titles = Array.from({ length: 5 }, (_, at) => `News ${at}`);
    for (const title of titles) await oweAlert(title);
    platform.misbehave(...Array.from({ length: 12 }, () => someFault(random)));
    await place();
    await sendDue();
    await tellMore('News 0');
    await send();
    expect(titlesOf(platform.ledger), `seed ${seed}`).toEqual(titles);
    expect(platform.ledger.map((visible) => outletsOf(visible).length)).toEqual([2, 1, 1, 1, 1]);
    await store.close();
  }
}, 60_000);

test('a message is edited so often and no more; what changes after that is left at', async () => {
  const { oweAlert, tellMore, send, platform, store } = await open({ editsAtMost: 2 });
  const id = await oweAlert('First');
  await send();
  for (let n = 0; n < 4; n += 1) {
    await tellMore('First', n);
    await send();
  }
  expect(platform.ledger.map(({ revision }) => revision)).toEqual([3]);
  expect(platform.requests()).toBe(3);
  const { state, edits, reason } = (await store.deliveries.message(id))!;
  expect({ state, edits, reason }).toEqual({ state: 'sent', edits: 2, reason: 'edited often enough' });
});

test('where no history tells and nothing may be there twice, a doubtful message is left, with its reason', async () => {
  const { oweAlert, send, platform, store } = await open({ history: 'forbidden', whenInDoubt: 'leave' });
  const [lost, arrived] = [await oweAlert('Lost'), await oweAlert('Arrived')];
  platform.misbehave('lost before', 'lost after');
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['Arrived']);
  for (const id of [lost, arrived]) {
    const reason = expect.stringContaining('it may be there');
    expect(await store.deliveries.message(id)).toMatchObject({ state: 'dead', reason });
  }
});

test('a follow-up is posted as a reply to what it follows', async () => {
  const { oweAlert, oweFollowUp, send, platform, stateOf } = await open();
  await oweAlert('First');
  const id = await oweFollowUp('First', 'What came of it');
  await send();
  const [first, second] = platform.ledger;
  expect(second).toMatchObject({ marker: id, replyTo: first!.externalId });
  expect(second!.content).toMatchObject({ title: 'What came of it', follows: { title: 'First' } });
  expect(await stateOf(id)).toBe('sent');
});

test('a follow-up of what could not be shown is a message of its own', async () => {
  const { oweAlert, oweFollowUp, send, platform } = await open();
  await oweAlert('First');
  await oweFollowUp('First', 'What came of it');
  platform.misbehave({ kind: 'refused' });
  await send();
  expect(
    platform.ledger.map(({ replyTo, content }) => [replyTo, 'title' in content && content.title]),
  ).toEqual([[undefined, 'What came of it']]);
});

test('channels whose platform does not answer hold up no other', async () => {
  const { store, world, workspace, oweAlert, sender, place, platform } = await open({
    hangs: (channel) => channel.startsWith('stuck'),
  });
  for (let n = 0; n < 40; n += 1) {
    const { id } = await store.workspaces.openChannel(workspace.id, `stuck${n}`);
    await oweAlert(`Stuck ${n}`, id);
  }
  for (let n = 0; n < 100; n += 1) {
    const { id } = await store.workspaces.openChannel(workspace.id, `well${n}`);
    await oweAlert(`Well ${n}`, id);
  }
  await place();
  const from = world.now();
  while (world.now() < from + 3000) {
    await sender.serveDue();
    await world.settle();
    await world.advance(50);
  }
  const late = platform.ledger.map(({ at }) => at - from);
  expect(late).toHaveLength(100);
  expect(Math.max(...late)).toBeLessThanOrEqual(2000);
});

function outletsOf({ content }: Visible): readonly string[] {
  return content.kind === 'alert' ? content.outlets.map(({ title }) => title) : [];
}

function someFault(random: () => number): Fault | 'none' {
  const faults: ReadonlyArray<Fault | 'none'> = [
    'none',
    'lost before',
    'lost after',
    { kind: 'busy', retryAfterMs: Math.floor(random() * 10_000) },
    { kind: 'busy' },
  ];
  return faults[Math.floor(random() * faults.length)] ?? 'none';
}

test('an edit that could not be made for a day leaves what is visible, and is no reason to call the message dead', async () => {
  const { oweAlert, tellMore, send, platform, stateOf } = await open();
  const id = await oweAlert('Visible');
  await send();
  await tellMore('Visible');
  platform.misbehave(
    ...Array.from({ length: 40 }, () => ({ kind: 'busy' as const, retryAfterMs: 3_600_000 })),
  );
  await send(96);
  expect(await stateOf(id)).toBe('sent');
  expect(titlesOf(platform.ledger)).toEqual(['Visible']);
});

test('what is in doubt while its channel is shut, history and all, is looked for when it opens', async () => {
  const { oweAlert, send, platform, world, channel, stateOf, store } = await open();
  const id = await oweAlert('News');
  await oweAlert('Behind it');
  platform.misbehave('lost after');
  world.after(1, () => platform.shut(channel.externalId));
  await send();
  expect(await stateOf(id)).toBe('unknown');
  const paused = { status: 'paused', reason: 'not in the channel' };
  expect(await store.workspaces.channel(channel.id)).toMatchObject(paused);
  platform.open(channel.externalId);
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['News', 'Behind it', 'resumed']);
});

test('the days in which its channel was shut say nothing against a message in doubt', async () => {
  const { oweAlert, send, platform, world, channel } = await open();
  await oweAlert('News');
  platform.misbehave('lost before');
  world.after(1, () => platform.shut(channel.externalId));
  await send(24 * 14);
  platform.open(channel.externalId);
  platform.misbehave({ kind: 'busy' });
  await send();
  expect(titlesOf(platform.ledger)).toEqual(['News', 'resumed']);
});

test('where a channel takes messages while its history is shut, one in doubt is sent again, and dead if refused', async () => {
  const { oweAlert, send, platform, stateOf, errors } = await open({ history: 'forbidden' });
  const id = await oweAlert('Doubtful');
  await oweAlert('Behind it');
  platform.misbehave('lost before', { kind: 'closed' }, 'lost before', { kind: 'refused' });
  await send(0);
  expect(await stateOf(id), 'a channel that is closed may be read later').toBe('unknown');
  await send();
  expect(await stateOf(id)).toBe('dead');
  expect(titlesOf(platform.ledger)).toEqual(['Behind it', 'resumed']);
  expect(errors).toHaveLength(1);
});

test.each([
  ['send again', ['Doubtful', 'Behind it', 'resumed']],
  ['leave', ['Behind it', 'resumed']],
] as const)(
  'a channel that says it is closed when it is read, and takes messages, goes on: %s',
  async (whenInDoubt, titles) => {
    const { oweAlert, send, platform } = await open({ whenInDoubt });
    const closed = { kind: 'closed', reason: 'not in the channel' } as const;
    Object.assign(platform, { readBack: async () => closed });
    await oweAlert('Doubtful');
    await oweAlert('Behind it');
    platform.misbehave('lost before');
    await send(72);
    expect(titlesOf(platform.ledger)).toEqual(titles);
  },
);

test('a history that stays shut for a day does not hold up the channel for ever', async () => {
  const { oweAlert, send, platform } = await open({ history: 'shut' });
  await oweAlert('Doubtful');
  await oweAlert('Behind it');
  platform.misbehave('lost before');
  await send(72);
  expect(titlesOf(platform.ledger)).toEqual(['Doubtful', 'Behind it']);
});
