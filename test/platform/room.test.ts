import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { nothingRead } from '../../src/platform/local/cursor.ts';
import { readPost } from '../../src/platform/local/posted.ts';
import type { RoomEvent } from '../../src/platform/local/room.ts';
import { alert } from './sample-post.ts';
import { localWorkspace, replyOf, you } from './local-workspace.ts';

test('there is always a first channel', async () => {
  const { room } = await localWorkspace();
  expect((await room.channels()).map(({ channel }) => channel.externalId)).toEqual(['general']);
});

test('a line and its reply are in the history', async () => {
  const { room } = await localWorkspace();
  const channel = await room.open('general', you.texts);
  const { said, reply } = await room.say(channel, '/help', you);
  expect(readPost(said)).toEqual({ kind: 'said', line: '/help' });
  expect(readPost(reply)).toEqual({ kind: 'reply', reply: replyOf('/help') });
  expect(await room.recent(channel, 10)).toEqual([said, reply]);
});

test('whoever reaches the local workspace may do everything in it', async () => {
  const people: object[] = [];
  const { room, workspace } = await localWorkspace(async ({ person }) => {
    people.push(person);
    return replyOf('ok');
  });
  await room.say(await room.open('general', you.texts), '/subscribe AWS', you);
  expect(people).toEqual([
    { workspaceId: workspace.id, externalId: 'you', language: 'en', zone: 'Europe/Paris', manages: true },
  ]);
});

test('listeners hear of lines, replies, alerts, edits and new channels, in order and numbered', async () => {
  const { room, platform } = await localWorkspace();
  const heard: RoomEvent[] = [];
  room.listen((event) => heard.push(event));
  const channel = await room.open('cloud', you.texts);
  await room.say(channel, 'hello', you);
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  await platform.edit(channel, '3', alert('m1', 'AWS cuts 300 jobs', 2));

  expect(await room.caughtUp()).toBe(5);
  expect(heard.map(({ no, type, channel: { externalId } }) => [no, type, externalId])).toEqual([
    [1, 'channel', 'cloud'],
    [2, 'said', 'cloud'],
    [3, 'reply', 'cloud'],
    [4, 'alert', 'cloud'],
    [5, 'edit', 'cloud'],
  ]);
});

test('an alert posted twice rings once', async () => {
  const { room, platform } = await localWorkspace();
  const channel = await room.open('general', you.texts);
  const heard: string[] = [];
  room.listen(({ type }) => heard.push(type));
  await Promise.all([1, 2, 3].map(() => platform.post(channel, alert('m1', 'AWS cuts jobs'))));
  await room.caughtUp();
  expect(heard).toEqual(['alert']);
});

test('a listener that fails is reported and takes the news from nobody else', async () => {
  const { room, platform, faults } = await localWorkspace();
  const channel = await room.open('general', you.texts);
  room.listen(() => {
    throw new Error('listener broke');
  });
  const heard: string[] = [];
  room.listen(({ type }) => heard.push(type));
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  await platform.post(channel, alert('m2', 'GPT-6'));
  await room.caughtUp();
  expect(heard).toEqual(['alert', 'alert']);
  expect(faults).toEqual(expect.arrayContaining([expect.stringContaining('listener broke')]));
});

test('who stops listening hears nothing more', async () => {
  const { room, platform } = await localWorkspace();
  const channel = await room.open('general', you.texts);
  const heard: string[] = [];
  const stop = room.listen(({ type }) => heard.push(type));
  stop();
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  await room.caughtUp();
  expect(heard).toEqual([]);
});

test('a name that cannot be one is told, and nothing is made', async () => {
  const { room } = await localWorkspace();
  await expect(room.open('a/b', you.texts)).rejects.toThrow(UserError);
  expect(await room.channel('a/b')).toBeUndefined();
});

test('a channel is found however its name is written', async () => {
  const { room } = await localWorkspace();
  const made = await room.open('#Cloud News', you.texts);
  expect(await room.channel('cloud-news')).toEqual(made);
  expect(await room.open('cloud news', you.texts)).toEqual(made);
});

test('who comes back is told what was missed: new posts, and edits of old ones', async () => {
  let time = 1000;
  const { room, platform } = await localWorkspace(undefined, () => time);
  const channel = await room.open('general', you.texts);
  for (const title of ['one', 'two', 'three']) await platform.post(channel, alert(title, title));
  const cursor = { seq: 3, at: time };
  time = 2000;
  await platform.edit(channel, '1', alert('one', 'one, corrected', 2));
  await platform.post(channel, alert('four', 'four'));

  const { posts, whole } = await room.missed(channel, cursor);
  expect(whole).toBe(true);
  expect(posts.map(({ seq }) => seq)).toEqual([1, 4]);
});

test('who missed more than can be told one by one is shown the newest instead', async () => {
  const { room, platform } = await localWorkspace();
  const channel = await room.open('general', you.texts);
  for (let n = 1; n <= 210; n += 1) await platform.post(channel, alert(`m${n}`, `${n}`));
  const { posts, whole } = await room.missed(channel, nothingRead);
  expect(whole).toBe(false);
  expect(posts.length).toBe(200);
  expect(posts.at(-1)?.seq).toBe(210);
});
