/** A platform says "closed" of a channel, and means one of its messages. */
import { expect, onTestFinished, test } from 'vitest';
import type { Post, PostOutcome } from '../../src/platform/platform.ts';
import { delivery, titlesOf } from './harness.ts';

const day = 24;
const closed: PostOutcome = { kind: 'closed', reason: 'somewhat_not_allowed' };

test('a message that alone finds its channel closed is dead after some hours, and the others go out in order', async () => {
  const { oweAlert, send, platform, store, channel, errors } = await open('Poison');
  const poison = await oweAlert('Poison');
  for (const title of ['One', 'Two', 'Three']) await oweAlert(title);
  await send(day);
  expect(titlesOf(platform.ledger)).toEqual(['One', 'Two', 'Three', 'resumed']);
  const { reason } = closed;
  expect(await store.deliveries.message(poison)).toMatchObject({ state: 'dead', reason });
  expect(errors).toEqual([expect.stringContaining('a message is not shown: somewhat_not_allowed')]);
  expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'ok' });
});

test('nor do several of them keep the others back', async () => {
  const { oweAlert, send, platform, stateOf } = await open('Poison', 'Venom');
  const ids = [await oweAlert('Poison'), await oweAlert('Venom')];
  for (const title of ['One', 'Two']) await oweAlert(title);
  await send(2 * day);
  expect(titlesOf(platform.ledger)).toEqual(['One', 'Two', 'resumed']);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['dead', 'dead']);
});

test('nor does it where somebody ends each pause, as the channel looks well', async () => {
  const { oweAlert, send, world, platform, store, channel } = await open('Poison');
  for (const title of ['Poison', 'One']) await oweAlert(title);
  for (let hour = 0; hour < 4; hour += 1) {
    await send(1);
    await store.deliveries.resumeChannel(channel.id, world.now(), { quietly: true });
  }
  expect(titlesOf(platform.ledger)).toContain('One');
});

test('nor does it close the channel again when there is more of its story', async () => {
  const { oweAlert, tellMore, send, platform, store, channel, stateOf } = await open('Poison');
  const poison = await oweAlert('Poison');
  await oweAlert('One');
  await send(day);
  await tellMore('Poison', 1);
  await send(1);
  expect(await stateOf(poison)).toBe('dead');
  expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'ok' });
  expect(titlesOf(platform.ledger)).toEqual(['One', 'resumed']);
});

test('where nothing stands behind it, it waits for what comes', async () => {
  const { oweAlert, send, world, platform, stateOf } = await open('Poison');
  const poison = await oweAlert('Poison');
  await send(2 * day);
  expect(await stateOf(poison)).toBe('pending');
  await oweAlert('One');
  await world.advance(1);
  await send(day);
  expect(titlesOf(platform.ledger)).toEqual(['One', 'resumed']);
  expect(await stateOf(poison)).toBe('dead');
});

test('a channel that is closed for days keeps all that waits, and its order', async () => {
  const { oweAlert, send, platform, channel, errors } = await open();
  for (const title of ['One', 'Two', 'Three']) await oweAlert(title);
  platform.shut(channel.externalId);
  await send(5 * day);
  expect(platform.requests(), 'it is tried ever more rarely').toBeLessThan(60);
  platform.open(channel.externalId);
  await send(day);
  expect(titlesOf(platform.ledger)).toEqual(['One', 'Two', 'Three', 'resumed']);
  expect(errors).toEqual([]);
});

test('an edit that alone finds its channel closed is left at what people see once news come through', async () => {
  const { oweAlert, tellMore, send, world, platform, store, channel } = await open();
  const id = await oweAlert('Old');
  await oweAlert('New');
  await send(0);
  await world.advance(1);
  Object.assign(platform, { edit: async () => closed });
  await tellMore('Old');
  await send(day);
  expect(titlesOf(platform.ledger)).toEqual(['Old', 'New']);
  await oweAlert('Newer');
  await send(day);
  expect(titlesOf(platform.ledger)).toEqual(['Old', 'New', 'Newer', 'resumed']);
  expect(await store.deliveries.message(id)).toMatchObject({ state: 'sent', reason: closed.reason });
  expect(await store.workspaces.channel(channel.id)).toMatchObject({ status: 'ok' });
});

/** A channel that is closed to these titles alone. */
async function open(...titles: readonly string[]) {
  const bench = await delivery();
  onTestFinished(() => bench.store.close());
  const { platform } = bench;
  const { post } = platform;
  const isClosedTo = ({ content }: Post): boolean =>
    content.kind === 'alert' && titles.includes(content.title);
  Object.assign(platform, {
    post: async (channel, asked) => (isClosedTo(asked) ? closed : post(channel, asked)),
  } satisfies Pick<typeof platform, 'post'>);
  return bench;
}
