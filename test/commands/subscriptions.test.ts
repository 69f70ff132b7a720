import { expect, test } from 'vitest';
import { conversation } from '../invoke/conversation.ts';

const french = { language: 'fr', zone: 'Europe/Paris' };

test('/subscriptions lists what the channel rings for, with the numbers that /unsubscribe takes', async () => {
  const { hear } = await conversation();
  await hear('/subscribe AWS, "job cuts" OR layoffs');
  expect(await hear('/subscriptions')).toEqual([
    'This channel rings for 2 things:',
    '  1. AWS',
    '  2. "job cuts" OR layoffs',
    'To stop one: /unsubscribe 1, or /unsubscribe "job cuts" OR layoffs',
  ]);
});

test('an empty list says how to begin', async () => {
  const { hear } = await conversation();
  expect(await hear('/subscriptions')).toEqual([
    'This channel rings for nothing yet. Try /subscribe AWS, layoffs',
  ]);
});

test('one channel does not see what another rings for', async () => {
  const { hear, store, workspace } = await conversation();
  const other = await store.workspaces.openChannel(workspace.id, 'other');
  await store.subscriptions.add({
    channelId: other.id,
    queries: [{ query: 'aws', typed: 'AWS' }],
    createdBy: 'ada',
    now: 0,
  });
  expect(await hear('/subscriptions')).toHaveLength(1);
  expect(await hear('/unsubscribe AWS')).toHaveLength(1);
  expect(await store.subscriptions.ofChannel(other.id)).toHaveLength(1);
});

test('a paused channel says so first, and why, until it is resumed', async () => {
  const { hear, store, channel } = await conversation();
  const { pauseChannel, resumeChannel } = store.deliveries;
  await pauseChannel(channel.id, { now: 0, reason: 'the bot was removed from it' });
  expect(await hear('/subscriptions')).toEqual([
    'This channel is paused and its alerts wait: the bot was removed from it',
    'This channel rings for nothing yet. Try /subscribe AWS, layoffs',
  ]);
  await hear('/subscribe AWS');
  expect((await hear('/abonnements', french)).slice(0, 2)).toEqual([
    'Ce salon est en pause et ses alertes attendent\u00A0: the bot was removed from it',
    'Ce salon suit un sujet\u00A0:',
  ]);
  await resumeChannel(channel.id, 0);
  expect((await hear('/subscriptions'))[0]).toBe('This channel rings for one thing:');
});
