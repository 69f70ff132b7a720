import { describe, expect, test } from 'vitest';
import { conversation } from '../invoke/conversation.ts';

describe('/unsubscribe', () => {
  const chosen: ReadonlyArray<[input: string, left: readonly string[]]> = [
    ['AWS', ['layoffs', 'data breach']],
    // Any spelling of the same meaning.
    ['aws', ['layoffs', 'data breach']],
    ['Amazon Web Services', ['layoffs', 'data breach']],
    ['job cuts', ['AWS', 'data breach']],
    ['licenciements', ['AWS', 'data breach']],
    // By number in the list, several at once, or all.
    ['2', ['AWS', 'data breach']],
    ['#3', ['AWS', 'layoffs']],
    ['1, 3', ['layoffs']],
    ['AWS, 3', ['layoffs']],
    ['AWS, 1', ['layoffs', 'data breach']],
    ['all', []],
    ['ALL', []],
  ];
  test.each(chosen)('"%s" leaves %j', async (input, left) => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe AWS, layoffs, data breach');
    await hear(`/unsubscribe ${input}`);
    expect(await subscriptions()).toEqual(left);
  });

  test('says what has gone and what still rings', async () => {
    const { hear } = await conversation();
    await hear('/subscribe AWS, layoffs, Azure');
    expect(await hear('/unsubscribe AWS')).toEqual([
      'This channel no longer rings for:',
      '  AWS',
      'It still rings for layoffs and Azure.',
    ]);
    expect(await hear('/unsubscribe all')).toEqual([
      'This channel no longer rings for these:',
      '  layoffs',
      '  Azure',
      'It rings for nothing now.',
    ]);
  });

  test('what is not there is said, with what is', async () => {
    const { hear, say } = await conversation();
    await hear('/subscribe AWS, layoffs');
    expect(await hear('/unsubscribe Azure')).toEqual([
      'There is no subscription to Azure here. It still rings for AWS and layoffs.',
    ]);
    expect(await say('/unsubscribe 9')).toMatchObject({ mistake: true });
  });

  test('of several, those that are there go and the others are named', async () => {
    const { hear } = await conversation();
    await hear('/subscribe AWS, layoffs');
    expect(await hear('/unsubscribe AWS, Azure')).toEqual([
      'This channel no longer rings for:',
      '  AWS',
      'There is no subscription to Azure here.',
      'It still rings for layoffs.',
    ]);
  });

  test('in a channel that rings for nothing there is nothing to stop', async () => {
    const { hear, say } = await conversation();
    expect(await hear('/unsubscribe AWS')).toEqual([
      'This channel rings for nothing, so there is nothing to stop.',
    ]);
    expect(await say('/unsubscribe all')).toMatchObject({ mistake: false });
  });

  test('meaning goes before numbers', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe "2", AWS');
    await hear('/unsubscribe "2"');
    expect(await subscriptions()).toEqual(['AWS']);
  });

  test('whoever made it may end it, others who do not manage the channel may not', async () => {
    const { hear, store, channel, subscriptions } = await conversation();
    const queries = [{ query: 'azure', typed: 'Azure' }];
    await hear('/subscribe AWS');
    await store.subscriptions.add({ channelId: channel.id, queries, createdBy: 'bob', now: 0 });

    const bob = { externalId: 'bob', manages: false };
    expect(await hear('/unsubscribe AWS', bob)).toEqual([
      'Only whoever made it, or those who manage this channel, can stop AWS. Nothing was changed.',
    ]);
    await hear('/unsubscribe all', bob);
    expect(await subscriptions()).toEqual(['AWS', 'Azure']);

    await hear('/unsubscribe 2', bob);
    expect(await subscriptions()).toEqual(['AWS']);
  });
});
