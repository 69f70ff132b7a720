/** Servers that speak like Discord, but say less: no codes of its own, no list of threads, limits in other words. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import type { Post } from '../../../src/platform/platform.ts';
import { refusal } from '../../fakes/http/http-fault.ts';
import { alert } from '../sample-post.ts';
import { openDiscord, type OpenDiscordOptions, titleOf } from './open-discord.ts';

describe('where an error says its HTTP status in place of a code', () => {
  test('a channel that is gone is closed, for new messages and for old', async () => {
    const { platform, channel, place } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
    place.remove();
    const gone = { kind: 'closed', reason: 'the channel was deleted' };
    expect(await platform.post(channel, alert('m2', 'GPT-6'))).toEqual(gone);
    expect(await platform.edit(channel, externalId, alert('m1', 'AWS', 2))).toEqual(gone);
  });

  test('a message that is gone is not edited, and its channel stays open', async () => {
    const { platform, channel } = await opened();
    expect(await platform.edit(channel, '1234567890', alert('m1', 'AWS', 2))).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('message'),
    });
  });

  test('a permission that is missing closes the channel in the server’s words', async () => {
    const { platform, channel, place } = await opened();
    place.deny('SEND_MESSAGES');
    expect(await platform.post(channel, alert('m1', 'AWS'))).toEqual({
      kind: 'closed',
      reason: 'Missing Permissions (HTTP 403)',
    });
  });

  test('a follow-up that is not taken as a reply is a message of its own', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('READ_MESSAGE_HISTORY');
    const follow = { ...alert('m2', 'Second'), replyTo: externalId };
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
  });

  test('a follow-up opens the story’s thread, and is found there', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = inThread({ ...alert('m2', 'Second'), replyTo: externalId });
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(discord.ledger(channel.externalId)[0]?.thread.map(titleOf)).toEqual(['Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: externalId })).toMatchObject({ kind: 'found' });
  });

  test('a follow-up that may not be written in the thread stands in the channel', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('SEND_MESSAGES_IN_THREADS');
    const follow = inThread({ ...alert('m2', 'Second'), replyTo: externalId });
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: externalId })).toMatchObject({ kind: 'found' });
  });

  test('a channel in which nothing was written is told from one whose history is not shown', async () => {
    const { platform, channel, place } = await opened();
    expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'absent' });
    await platform.post(channel, alert('m1', 'AWS'));
    place.deny('READ_MESSAGE_HISTORY');
    expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'unreadable' });
  });
});

test('a token that is void may be told with another status than 401', async () => {
  const { platform, channel, discord } = await opened();
  const fault = { kind: 'error', status: 400, code: 40_001 } as const;
  discord.misbehave({ fault, method: 'POST' });
  expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'busy' });
  discord.misbehave({ fault, times: 2 });
  expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({
    kind: 'closed',
    scope: 'workspace',
  });
});

test('a limit that is told as a mistake of the form loses no alert', async () => {
  const { platform, channel, discord, visible } = await opened();
  const errors = { channel_id: { _errors: [{ code: 'TOO_MANY_MESSAGES', message: 'Too many.' }] } };
  discord.network.misbehave(refusal(400, { message: 'Invalid Form Body', code: 50_035, errors }));
  expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'busy' });
  expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
  expect(await visible(channel)).toEqual(['AWS']);
});

test('a forum’s posts are found where no list of threads is to be had', async () => {
  const { platform, channel, discord, network } = await opened({ kind: 'forum' });
  discord.state.threadsAreListed = false;
  const first = await platform.post(channel, alert('m0', 'The one'));
  for (let n = 1; n <= 30; n += 1) {
    const { nextInMs = 0 } = Object(await platform.post(channel, alert(`m${n}`, 'Others')));
    await network.world.advance(Math.max(1000, nextInMs));
  }
  expect(await platform.readBack(channel, 'm0')).toMatchObject({
    kind: 'found',
    externalId: Object(first).externalId,
  });
  expect(await platform.readBack(channel, 'nobody')).toEqual({ kind: 'absent' });
});

function inThread(post: Post): Post {
  return { ...post, content: { ...(post.content as AlertContent), delivery: { thread: true } } };
}

async function opened(options?: OpenDiscordOptions) {
  const discord = await openDiscord(options);
  onTestFinished(discord.close);
  discord.discord.state.errorsHaveCodes = false;
  return discord;
}
