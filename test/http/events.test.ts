import { expect, onTestFinished, test } from 'vitest';
import { readEventStream, type StreamEvent } from '../../src/cli/event-stream.ts';
import { manualWorld } from '../fakes/world.ts';
import { alert } from '../platform/sample-post.ts';
import { localWorkspace, you } from '../platform/local-workspace.ts';
import { served, type Served } from './served.ts';

/** An open event stream, read one event at a time. */
async function heard(from: Served, path: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await from.ask(path, { headers, signal: stop.signal });
  if (!answer.body) throw new Error(`no stream: ${answer.status}`);
  const events = readEventStream(answer.body)[Symbol.asyncIterator]();
  onTestFinished(() => stop.abort());
  return {
    next: async (): Promise<StreamEvent> => {
      const { value, done } = await events.next();
      if (done === true) throw new Error('the stream ended');
      return value;
    },
    answer,
  };
}

async function withPosts(titles: readonly string[]): Promise<Served> {
  const bot = await served();
  const [general] = await bot.room.channels();
  for (const title of titles) await bot.platform.post(general!.channel, alert(title, title));
  return bot;
}

async function channelOf({ room }: Served, name: string) {
  return room.open(name, you.texts);
}

test('an alert arrives live, as the same item that the page would show', async () => {
  const bot = await withPosts(['first']);
  const stream = await heard(bot, '/events?channel=general&after=1@0');
  expect((await stream.next()).data).toContain('hx-target="#channels"');
  await bot.platform.post(await channelOf(bot, 'general'), alert('second', 'second'));
  const { id, data } = await stream.next();
  expect(data).toMatch(/^<hx-upsert hx-target="#log"><li id="post-2" class="post alert">/);
  expect(id).toMatch(/^2@\d+$/);
});

test('an edit arrives under the same number, which replaces what is shown', async () => {
  const bot = await withPosts(['first']);
  const stream = await heard(bot, '/events?channel=general&after=1@0');
  await stream.next();
  await bot.platform.edit(await channelOf(bot, 'general'), '1', alert('first', 'first, corrected', 2));
  const { data } = await stream.next();
  expect(data).toContain('id="post-1"');
  expect(data).toContain('first, corrected');
});

test('who comes back is told first what was missed', async () => {
  const bot = await withPosts(['first', 'second', 'third']);
  const stream = await heard(bot, '/events?channel=general&after=0@0', {
    'last-event-id': '1@9999999999999',
  });
  await stream.next();
  const { data, id } = await stream.next();
  expect(data.match(/id="post-\d+"/g)).toEqual(['id="post-2"', 'id="post-3"']);
  expect(id).toMatch(/^3@/);
});

test('who missed too much is shown the newest, in place of what was there', async () => {
  const bot = await withPosts(Array.from({ length: 210 }, (_, n) => `${n}`));
  const stream = await heard(bot, '/events?channel=general&after=1@9999999999999');
  await stream.next();
  const { data } = await stream.next();
  expect(data).toMatch(/^<hx-partial hx-target="#log" hx-swap="innerHTML"\s*><li id="post-11"/);
});

test('news of another channel come as its name and number, not as its posts', async () => {
  const bot = await withPosts([]);
  const cloud = await channelOf(bot, 'cloud');
  const stream = await heard(bot, '/events?channel=general&after=0@0');
  await stream.next();
  await bot.platform.post(cloud, alert('m1', 'AWS cuts jobs'));
  expect(JSON.parse((await stream.next()).data)).toEqual({ channel: 'cloud', seq: 1 });
});

test('a channel that is made elsewhere joins the list', async () => {
  const bot = await withPosts([]);
  const stream = await heard(bot, '/events?channel=general&after=0@0');
  await stream.next();
  await channelOf(bot, 'cloud');
  expect((await stream.next()).data).toContain('href="/channels/cloud"');
});

test('the terminal hears all channels, each event with its number', async () => {
  const bot = await withPosts(['before']);
  const stream = await heard(bot, '/api/events');
  expect(JSON.parse((await stream.next()).data)).toEqual({ type: 'caught-up', no: expect.any(Number) });
  await bot.platform.post(await channelOf(bot, 'cloud'), alert('m1', 'AWS cuts jobs'));
  expect(JSON.parse((await stream.next()).data)).toMatchObject({ type: 'channel', channel: 'cloud' });
  const event = JSON.parse((await stream.next()).data) as object;
  expect(event).toMatchObject({
    type: 'alert',
    channel: 'cloud',
    post: { body: { title: 'AWS cuts jobs' } },
  });
});

test('a terminal that comes back hears what it missed before it is told that this is all', async () => {
  const bot = await withPosts(['first', 'second']);
  const stream = await heard(bot, '/api/events', { 'last-event-id': '1@9999999999999' });
  expect(JSON.parse((await stream.next()).data)).toMatchObject({ type: 'alert', post: { seq: 2 } });
  const { id, data } = await stream.next();
  expect(JSON.parse(data)).toMatchObject({ type: 'caught-up' });
  // From there it goes on if the connection is lost again.
  expect(id).toBe('2@9999999999999');
});

test('a silent stream is kept alive', async () => {
  const world = manualWorld();
  const bot = await served({ world, workspace: await localWorkspace(undefined, world.now) });
  const answer = await bot.ask('/api/events');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toContain('caught-up');
  const silence = reader.read();
  await world.advance(25_000);
  expect((await silence).value).toBe(': still here\n\n');
  await reader.cancel();
});

test('who leaves is no longer listened for', async () => {
  const world = manualWorld();
  const bot = await served({ world });
  const answer = await bot.ask('/api/events');
  const reader = answer.body!.getReader();
  await reader.read();
  await world.settle();
  expect(world.waiting()).toBe(1);
  await reader.cancel();
  await world.settle();
  expect(world.waiting()).toBe(0);
});
