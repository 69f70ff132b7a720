import { describe, expect, test } from 'vitest';
import { conversation } from '../invoke/conversation.ts';

describe('a word that nobody knows', () => {
  const slips: ReadonlyArray<[typed: string, meant: string]> = [
    ['nvdia', 'Nvidia'],
    ['Nvidai', 'Nvidia'],
    ['googel', 'Google'],
    ['chatgtp', 'ChatGPT'],
    ['layofs', 'layoffs'],
    ['data braech', 'data breach'],
    ['Телса', 'Тесла'],
    ['삼상전자', '삼성전자'],
    ['アマソン', 'アマゾン'],
    ['фцы', 'AWS'],
  ];
  test.each(slips)('/subscribe %s is done, and asks whether %s was meant', async (typed, meant) => {
    const { hear, subscriptions } = await conversation();
    expect((await hear(`/subscribe ${typed}`)).slice(2)).toEqual([
      `${typed}: did you mean ${meant}?`,
      `  ${meant} — /subscribe ${typed} => ${meant}`,
    ]);
    expect(await subscriptions()).toEqual([typed]);
  });

  const known: ReadonlyArray<[typed: string]> = [
    ['Nvidia'],
    ['cobol'],
    ['quantum'],
    ['zorkmid'],
    ['"nvdia"'],
    ['nvdi*'],
    ['source:nvdia.com'],
    ['Apple Store'],
    ['IBM'],
    ['drone -strike'],
  ];
  test.each(known)('%s is asked nothing', async (typed) => {
    const { hear } = await conversation();
    expect(await hear(`/subscribe ${typed}`)).toHaveLength(2);
  });

  test('is no slip if articles have it', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'Nvdia is what they call it' });
    expect((await hear('/subscribe nvdia')).join('\n')).not.toContain('did you mean');
  });

  test('may be a slip for what others here follow, or for a word of the headlines', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe Hollowgate');
    expect((await hear('/subscribe Hollowgates')).join('\n')).not.toContain('did you mean');
    await comes({ title: 'Halvora cuts prices' });
    expect(await hear('/subscribe Hollowgtae')).toContain('Hollowgtae: did you mean Hollowgate?');
    expect(await hear('/subscribe Halvroa')).toContain('Halvroa: did you mean Halvora?');
  });

  test('is corrected in its place among others', async () => {
    const { hear, subscriptions } = await conversation();
    expect(await hear('/subscribe (nvdia OR amd) -games')).toContain(
      '  (Nvidia OR amd) -games — /subscribe (nvdia OR amd) -games => (Nvidia OR amd) -games',
    );
    await hear('/subscribe (nvdia OR amd) -games => (Nvidia OR amd) -games');
    expect(await subscriptions()).toEqual(['(Nvidia OR amd) -games']);
  });

  test('is asked about in French', async () => {
    const { hear } = await conversation();
    expect(await hear('/subscribe nvdia', { language: 'fr' })).toContain(
      'nvdia\u00A0: vouliez-vous dire Nvidia\u202F?',
    );
  });

  test('is asked about by /latest as well', async () => {
    const { hear } = await conversation();
    expect(await hear('/latest nvdia 3')).toEqual([
      'No article on nvdia yet. /subscribe nvdia rings when one comes.',
      'nvdia: did you mean Nvidia?',
      '  Nvidia — /latest Nvidia',
    ]);
  });
});

describe('a correction', () => {
  test('takes the place of what it corrects, and is delivered as that was', async () => {
    const { hear, store, channel } = await conversation();
    await hear('/subscribe nvdia, AWS');
    const [old] = await store.subscriptions.ofChannel(channel.id);
    await store.subscriptions.add({
      channelId: channel.id,
      queries: [{ query: old?.query ?? '', typed: 'nvdia' }],
      createdBy: 'ada',
      delivery: { silent: true },
      now: 1,
    });
    expect((await hear('/subscribe nvdia => Nvidia'))[0]).toBe('Instead of nvdia, this channel rings for:');
    const there = await store.subscriptions.ofChannel(channel.id);
    expect(there.map(({ typed, delivery }) => [typed, delivery?.silent])).toEqual([
      ['AWS', undefined],
      ['Nvidia', true],
    ]);
  });

  test('is no arrow in quotes', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe "a => b"');
    expect(await subscriptions()).toEqual(['"a => b"']);
  });

  test('of what is not there is a subscription like any other', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe nvdia → Nvidia');
    expect(await subscriptions()).toEqual(['Nvidia']);
  });

  test('to the same changes nothing', async () => {
    const { hear, subscriptions } = await conversation();
    await hear('/subscribe apple');
    expect((await hear('/subscribe apple => Apple'))[0]).toBe(
      'Nothing to change: this channel already rings for that.',
    );
    expect(await subscriptions()).toEqual(['apple']);
  });

  test('that cannot be read leaves everything as it was', async () => {
    const { say, subscriptions } = await conversation();
    await say('/subscribe nvdia');
    expect(await say('/subscribe nvdia => (Nvidia')).toMatchObject({ mistake: true });
    expect(await subscriptions()).toEqual(['nvdia']);
  });

  test('is for those who may change the channel', async () => {
    const { say, subscriptions } = await conversation();
    await say('/subscribe nvdia');
    expect(await say('/subscribe nvdia => Nvidia', { manages: false, externalId: 'bob' })).toMatchObject({
      mistake: true,
    });
    expect(await subscriptions()).toEqual(['nvdia']);
  });
});

describe('a word with several meanings', () => {
  test('rings for the likeliest at once, and asks which was meant', async () => {
    const { say, subscriptions } = await conversation();
    const { parts } = await say('/subscribe apple');
    expect(parts.at(-1)).toEqual({
      kind: 'choices',
      question: 'Which apple do you mean?',
      choices: [
        { label: 'the company', line: '/subscribe apple => Apple' },
        { label: 'the fruit', line: '/subscribe apple => "apple" -mentions:Apple' },
      ],
    });
    expect(await subscriptions()).toEqual(['apple']);
  });

  test.each(['swift', 'Go', 'META', 'python', 'amazon'])('%s is one', async (typed) => {
    const { say } = await conversation();
    const { parts } = await say(`/subscribe ${typed}`);
    const asked = parts.find((part) => part.kind === 'choices');
    expect(asked?.choices.length).toBeGreaterThan(1);
    for (const { line } of asked?.choices ?? []) {
      expect(await say(line), line).toMatchObject({ mistake: false });
    }
  });

  test.each(['apple iphone', 'title:apple', '"apple"', 'apple -fruit'])('%s says which', async (typed) => {
    const { say } = await conversation();
    const { parts } = await say(`/subscribe ${typed}`);
    expect(parts.some((part) => part.kind === 'choices')).toBe(false);
  });
});
