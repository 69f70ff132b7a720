import { describe, expect, test } from 'vitest';
import { paraphrase } from '../../src/invoke/paraphrase.ts';
import { parseQuery } from '../../src/match/query.ts';
import { english } from '../../src/messages/en.ts';
import { conversation, day, hour } from '../invoke/conversation.ts';

const aws = 'rings for AWS, also written Amazon Web Services, in 17 languages';
const layoffs = paraphrase(parseQuery('layoffs'), english);

describe('/subscribe', () => {
  test('makes a subscription, and says that nothing came of it lately', async () => {
    const { hear, subscriptions } = await conversation();
    expect(await hear('/subscribe AWS')).toEqual([
      'This channel now rings for:',
      `  AWS — ${aws} · no news of it in the last 7 days`,
    ]);
    expect(await subscriptions()).toEqual(['AWS']);
  });

  test('a comma makes two, and each says what it would have rung for', async () => {
    const { comes, hear, subscriptions } = await conversation();
    await comes({ title: 'AWS opens a region in Spain', agoMs: 2 * hour });
    await comes({ title: 'Layoffs at a bank', agoMs: 3 * day });
    await comes({ title: 'More layoffs at the bank', agoMs: 5 * hour });
    expect(await hear('/subscribe AWS, layoffs')).toEqual([
      'This channel now rings for each of these:',
      `  AWS — ${aws} · would have rung once in the last 7 days`,
      `  layoffs — ${layoffs} · would have rung 2 times in the last 7 days`,
      'The latest they would have rung for:',
      '[1] AWS opens a region in Spain',
      '    Le Monde · today 15:30',
      '[3] More layoffs at the bank',
      '    Le Monde · today 12:30',
    ]);
    expect(await subscriptions()).toEqual(['AWS', 'layoffs']);
  });

  test('one article for two subscriptions is shown once', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS layoffs hit Seattle' });
    const lines = await hear('/subscribe AWS, layoffs');
    expect(lines.filter((line) => line.includes('Seattle'))).toHaveLength(1);
  });

  test('a thing is followed in every language', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'Siemens kündigt Stellenabbau an', language: 'de' });
    expect((await hear('/subscribe layoffs'))[1]).toBe(
      `  layoffs — ${layoffs} · would have rung once in the last 7 days`,
    );
  });

  test('what is followed already is said, and stays one', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe AWS');
    expect(await hear('/subscribe aws')).toEqual([
      'Nothing to change: this channel already rings for that.',
      '  AWS — rings here already',
    ]);
    expect(await hear('/subscribe AWS, layoffs')).toEqual([
      'This channel now rings for:',
      '  AWS — rings here already',
      `  layoffs — ${layoffs} · no news of it in the last 7 days`,
    ]);
    expect(await subscriptions()).toEqual(['AWS', 'layoffs']);
  });

  test('two spellings of the same in one line are one', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe AWS, aws, Amazon Web Services');
    expect(await subscriptions()).toEqual(['AWS']);
  });

  test('all or nothing: a mistake in the last part leaves the first unmade', async () => {
    const { say, subscriptions } = await conversation();
    expect(await say('/subscribe AWS, (layoffs')).toMatchObject({ mistake: true, audience: 'caller' });
    expect(await subscriptions()).toEqual([]);
  });

  test('the channel hears of what it will receive', async () => {
    const { say } = await conversation();
    expect(await say('/subscribe AWS')).toMatchObject({ mistake: false, audience: 'channel' });
  });

  test('who may not manage the channel is told so, and nothing is made', async () => {
    const { hear, say, subscriptions } = await conversation();
    expect(await hear('/subscribe AWS', { manages: false })).toEqual([
      'Only those who manage this channel can change what it rings for. Ask one of them, or use a direct message.',
    ]);
    expect(await say('/subscribe AWS', { manages: false })).toMatchObject({ mistake: true });
    expect(await subscriptions()).toEqual([]);
  });
});

describe('the forecast', () => {
  test('counts stories, not articles: a story rings once', async () => {
    const { comes, hear } = await conversation();
    const first = await comes({ title: 'AWS goes down', outlet: 'BBC', url: 'https://bbc.example/aws' });
    await comes({ title: 'AWS outage', outlet: 'AFP', url: 'https://afp.example/aws', with: first });
    expect((await hear('/subscribe AWS'))[1]).toBe(
      `  AWS — ${aws} · would have rung once in the last 7 days`,
    );
  });

  test('looks back 7 days', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS a week ago', agoMs: 7 * day + hour });
    expect((await hear('/subscribe AWS'))[1]).toBe(`  AWS — ${aws} · no news of it in the last 7 days`);
  });

  test('what was dropped in today rang today, however old it is', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS in 2024', agoMs: 700 * day, acceptedAgoMs: hour });
    expect((await hear('/subscribe AWS'))[1]).toBe(
      `  AWS — ${aws} · would have rung once in the last 7 days`,
    );
  });

  test('what a feed showed at first sight counts by its own date', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS in 2024', agoMs: 700 * day, acceptedAgoMs: hour, alertable: false });
    await comes({ title: 'AWS on Sunday', agoMs: 2 * day, acceptedAgoMs: hour, alertable: false });
    expect((await hear('/subscribe AWS'))[1]).toBe(
      `  AWS — ${aws} · would have rung once in the last 7 days`,
    );
  });

  test('does not see what belongs to another workspace', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS contract of our rival', audience: 99 });
    expect((await hear('/subscribe AWS'))[1]).toBe(`  AWS — ${aws} · no news of it in the last 7 days`);
  });
});
