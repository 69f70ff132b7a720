import { describe, expect, test } from 'vitest';
import { composeContent } from '../../src/deliver/compose.ts';
import type { Article } from '../../src/domain.ts';
import { type Conversation, conversation, day, hour, now } from '../invoke/conversation.ts';
import { following, ring } from '../store/given.ts';

const cuts = {
  title: 'AWS supprime des postes',
  text: 'Le groupe a annoncé la nouvelle mercredi. Amazon Web Services supprime des centaines de postes dans le cloud.',
  language: 'fr',
  url: 'https://lemonde.example/aws',
};

describe('/why', () => {
  test('shows which subscriptions an article meets, by which words, and which it does not', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe Azure, AWS, layoffs');
    await comes(cuts);
    expect(await hear('/why 1')).toEqual([
      '[1] AWS supprime des postes',
      '    Le Monde · today 16:30',
      '    Le groupe a annoncé la nouvelle mercredi. Amazon Web Services supprime des centaines de postes dans le cloud.',
      '    https://lemonde.example/aws',
      'It meets what this channel rings for:',
      '  AWS — “AWS”, in the title.',
      '  layoffs — “supprime des postes”, in the title.',
      'It does not meet:',
      '  Azure — Not in it: Azure.',
    ]);
  });

  test('names a term as it was typed, and the meaning that joined it to the words', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe licenciements');
    await comes({ title: 'Siemens kündigt Stellenabbau an', language: 'de' });
    expect(await hear('/why 1')).toContain(
      '  licenciements — “Stellenabbau” (which means layoffs), in the title.',
    );
  });

  test('quotes the sentence where it was met, if that is not the title', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe Oracle');
    await comes({
      title: 'A deal in the cloud',
      text: 'It was a quiet week. Oracle buys a small database firm in Oslo.',
    });
    expect((await hear('/why 1')).at(-1)).toBe(
      '  Oracle — “Oracle”, at the beginning. It says: “Oracle buys a small database firm in Oslo.”',
    );
  });

  const missed: ReadonlyArray<[subscription: string, reason: string]> = [
    ['AWS Azure', 'Not in it: Azure.'],
    ['Azure OR Oracle', 'Not in it: Azure, Oracle.'],
    ['AWS -layoffs', 'Ruled out, but in it: layoffs.'],
    ['Azure -layoffs', 'Not in it: Azure. Ruled out, but in it: layoffs.'],
    [
      '"job cuts"',
      'It says “supprime des postes” and “supprime des centaines de postes”, which means layoffs: without quotes, job cuts would ring.',
    ],
    ['"centaine de postes"', 'It says “centaines de postes”: without quotes, centaine de postes would ring.'],
    ['"supprime AWS"', '“supprime” and “AWS” are there, but not next to each other in this order.'],
    ['title:nouvelle', '“nouvelle” is in its text, not in its title.'],
    ['loud', 'loud is there only inside “cloud”.'],
    ['Amazom', 'Not in it: Amazom, but “Amazon”.'],
    ['lang:de', 'lang:de: it is in French.'],
    ['source:bbc.com', 'source:bbc.com: it is from lemonde.example.'],
    ['author:Doe', 'author:Doe: it names no author.'],
    ['tag:cloud', 'tag:cloud: its source gives it no tags.'],
  ];
  test.each(missed)('%s: %s', async (subscription, reason) => {
    const { comes, hear } = await conversation();
    await hear(`/subscribe ${subscription}`);
    await comes(cuts);
    expect((await hear('/why 1')).slice(4)).toEqual([
      'It meets nothing this channel rings for:',
      `  ${subscription} — ${reason}`,
    ]);
  });

  test('a term that is ruled out and absent is no reason to ring', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe AWS -Azure');
    await comes(cuts);
    expect((await hear('/why 1')).at(-1)).toBe('  AWS -Azure — AWS: “AWS”, in the title.');
  });

  test('an article that came before the subscription met it, but did not ring', async () => {
    const { comes, hear } = await conversation();
    await comes(cuts);
    await hear('/subscribe AWS');
    expect((await hear('/why 1')).at(-1)).toMatch(
      /It came before this subscription was made, so it did not ring\.$/,
    );
  });

  test('an article of a source’s first look was kept without ringing', async () => {
    const { comes, hear } = await conversation();
    await hear('/subscribe AWS');
    await comes({ ...cuts, alertable: false });
    expect((await hear('/why 1')).at(-1)).toBe(
      'It was there before its source was watched, so it was kept without ringing.',
    );
  });

  test('a subscription that cannot be read any more is told as such, and hides no other', async () => {
    const { comes, hear, store, channel, subscriptions } = await conversation();
    await hear('/subscribe Azure');
    await store.subscriptions.add({
      channelId: channel.id,
      queries: [{ query: 'from an earlier version', typed: '(AWS OR' }],
      createdBy: 'ada',
      now,
    });
    await comes(cuts);
    expect((await hear('/why 1')).slice(4)).toEqual([
      'It meets nothing this channel rings for:',
      '  Azure — Not in it: Azure.',
      'These cannot be read any more and ring for nothing:',
      '  (AWS OR — stop it with /unsubscribe 2, then say it in other words',
    ]);
    await hear('/unsubscribe 2');
    expect(await subscriptions()).toEqual(['Azure']);
  });

  test('a channel that rings for nothing is told how to begin', async () => {
    const { comes, hear } = await conversation();
    await comes(cuts);
    expect((await hear('/why 1')).at(-1)).toBe(
      'This channel rings for nothing yet. Try /subscribe AWS, layoffs',
    );
  });
});

describe('/why with a query behind the article', () => {
  const filler = 'The council met again to talk about the new harbour and its long walls. '.repeat(16);
  const asked: ReadonlyArray<[line: string, ...said: string[]]> = [
    ['/why 1 AWS', 'It meets AWS:', '  AWS — “AWS”, in the title.'],
    [`/why ${cuts.url} Azure`, 'It does not meet Azure:', '  Azure — Not in it: Azure.'],
    [
      '/why "supprime des postes" lang:de',
      'It does not meet lang:de:',
      '  lang:de — lang:de: it is in French.',
    ],
    [
      '/why #2 Amazon',
      'It does not meet Amazon:',
      '  Amazon — “Amazon” is there, but in another sense: it speaks of “forest”, “basin” and “Indigenous”. It says: “The Amazon river is dry.”',
    ],
    [
      '/why 3 Nintendo',
      'It does not meet Nintendo:',
      '  Nintendo — “Nintendo” is named in passing only: mentions:Nintendo would ring. It says: “Others such as Nintendo were there.”',
    ],
  ];
  test.each(asked)('%s', async (line, ...said) => {
    const { comes, hear } = await conversation();
    await comes(cuts);
    const text = 'The basin is hot. The Amazon river is dry. Indigenous people fled.';
    await comes({ title: 'Fires in the forest', text });
    await comes({ title: 'The harbour', text: `${filler}Others such as Nintendo were there.` });
    expect((await hear(line)).slice(-2)).toEqual(said);
  });

  test('what it says does ring once it is asked for', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'The harbour', text: `${filler}Others such as Nintendo were there.` });
    expect((await hear('/why 1 mentions:Nintendo')).at(-2)).toBe('It meets mentions:Nintendo:');
  });

  test('a mistake in it is told at its place', async () => {
    const { comes, hear, say } = await conversation();
    await comes(cuts);
    expect(await say('/why 1 (Azure')).toMatchObject({ mistake: true });
    expect((await hear('/why 1 (Azure'))[0]).toMatch(/begins \(Azure is not closed/);
  });

  test('words of a title that begin with a number still mean the title', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: '400 posts to go in Seattle' });
    expect((await hear('/why 400 posts'))[0]).toBe('[1] 400 posts to go in Seattle');
  });
});

describe('which article is meant', () => {
  const meant: ReadonlyArray<[input: string]> = [
    ['1'],
    ['#1'],
    ['no. 1'],
    ['https://lemonde.example/aws'],
    ['https://lemonde.example/aws?utm_source=newsletter'],
    ['AWS supprime des postes'],
    ['supprime aws'],
    ['POSTES'],
  ];
  test.each(meant)('/why %s', async (input) => {
    const { comes, hear } = await conversation();
    await comes({ ...cuts, agoMs: 2 * day });
    await comes({ title: 'AWS opens in Spain', url: 'https://lemonde.example/spain' });
    expect((await hear(`/why ${input}`))[0]).toBe('[1] AWS supprime des postes');
  });

  test('the newest of several with those words', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS in Lyon', agoMs: hour });
    await comes({ title: 'AWS in Paris', agoMs: 2 * hour });
    expect((await hear('/why aws'))[0]).toBe('[1] AWS in Lyon');
  });

  test('nothing said: the newest alert of the channel', async () => {
    const talk = await conversation();
    expect((await talk.hear('/why'))[0]).toMatch(/^Nothing has rung here yet\./);
    expect(await talk.say('/why')).toMatchObject({ mistake: false });
    await rings(talk, 'AWS in Lyon');
    await talk.comes({ title: 'Something else' });
    expect((await talk.hear('/why'))[0]).toBe('[1] AWS in Lyon');
  });

  test('another workspace’s article is not there, by number, link or words', async () => {
    const { comes, hear } = await conversation();
    await comes({ ...cuts, audience: 99 });
    for (const input of ['1', cuts.url, cuts.title]) {
      expect(await hear(`/why ${input}`)).toEqual([expect.stringMatching(/^No article found for/)]);
    }
  });
});

describe('/why on an article that is not alone', () => {
  test('names the story it joined, and what both have', async () => {
    const { hear, comes, store } = await conversation();
    const first = await comes({ title: 'Amazon cuts 400 jobs in Seattle' });
    const draft = { ...first, keys: ['guid:other'], title: 'Seattle: 400 posts to go', contentHash: 'other' };
    const reason = {
      kind: 'same event',
      names: ['Seattle'],
      figures: ['400'],
      concepts: ['layoffs'],
    } as const;
    const joins = { kind: 'joins', storyId: first.storyId, reason } as const;
    await store.articles.accept({ ...arrival(first), draft, choice: joins });
    const said = await hear('/why Seattle posts');
    expect(said).toContain(
      'It is told with “Amazon cuts 400 jobs in Seattle” as one story: both have Seattle, 400 and “layoffs”.',
    );
    expect((await hear('/why 1')).join()).not.toContain('one story');
  });

  test('says so where the text is not kept any more, whatever is asked of the article', async () => {
    const { hear, comes, store } = await conversation();
    await hear('/subscribe AWS');
    const old = { ...cuts, agoMs: 100 * day, acceptedAgoMs: 100 * day, alertable: false };
    await comes(old);
    const limits = { asOf: now, before: now - 90 * day, unseenMs: 90 * day };
    await store.retention.prune('stories', limits);
    for (const asked of ['/why 1', '/why 1 Amazon', `/why ${cuts.url}`])
      expect(await hear(asked)).toEqual([
        '[1] AWS supprime des postes',
        expect.stringContaining('Le Monde'),
        '    https://lemonde.example/aws',
        'It came so long ago that its text is not kept any more: what rings for it cannot be told.',
      ]);
    expect((await hear('/latest AWS')).join(' ')).not.toContain('supprime');
  });

  test('names the story it follows, and what is new in it', async () => {
    const { hear, comes, store } = await conversation();
    const first = await comes({ title: 'Amazon cuts 400 jobs in Seattle' });
    const draft = { ...first, keys: ['guid:other'], title: 'Senators ask Amazon', contentHash: 'other' };
    await store.articles.accept({
      ...arrival(first),
      draft,
      choice: following(first.storyId),
    });
    expect(await hear('/why Senators')).toContain(
      'It is a later development of “Amazon cuts 400 jobs in Seattle”: both have Amazon. New in it: inquiry.',
    );
  });
});

function arrival({ sourceId, audience }: Article) {
  return {
    sourceId,
    audience,
    alertable: true,
    now,
    terms: [],
    sketched: { sketch: [], traits: [], telling: [] },
    figures: [],
  };
}

/** An article comes and is put into a message of the channel. */
async function rings({ store, channel, comes }: Conversation, title: string): Promise<void> {
  const article = await comes({ title });
  const { id: articleId, revision, storyId } = article;
  const alerts = [{ id: 'alert-1', channelId: channel.id, reasons: [] }];
  await ring(store, { articleId, revision, storyId, alerts, now });
  for (const due of await store.deliveries.dueAlerts(now, 10)) {
    const content = composeContent(due.alert, article, '', [{ name: article.outlet, title }], {
      changes: [],
    });
    await store.deliveries.place([{ due, messageId: due.alert.id, content, now, editDelayMs: 0 }]);
  }
}
