import { describe, expect, test } from 'vitest';
import { conversation, now, type Conversation } from '../invoke/conversation.ts';
import { content, lease, ring, subscribe } from '../store/given.ts';

const cuts = { title: 'Amazon cuts jobs in Seattle', url: 'https://wire.example/cuts' };

describe('/mute', () => {
  test('silences the story of the newest alert, says so to the channel, and once', async () => {
    const talk = await conversation();
    const article = await rings(talk, cuts.title);
    expect(await talk.say('/mute')).toMatchObject({ audience: 'channel', mistake: false });
    expect(await talk.store.deliveries.isMuted(talk.channel.id, article.storyId)).toBe(true);
    expect(await talk.hear('/mute')).toEqual([`“${cuts.title}” is muted here already.`]);
  });

  test('takes a number, a link or words of the title; French too', async () => {
    const { hear, comes } = await conversation();
    await comes(cuts);
    for (const [n, what] of ['1', cuts.url, 'amazon jobs'].entries()) {
      const [said] = await hear(`/mute ${what}`);
      expect(said).toMatch(n === 0 ? /hears no more of “Amazon cuts/ : /already/);
      expect(await hear('/mute 99')).toEqual([expect.stringMatching(/^No article found for 99/)]);
    }
    expect(await hear('/sourdine 1', { language: 'fr' })).toEqual([expect.stringContaining('déjà ignoré')]);
  });

  test('says what to type where nothing has rung', async () => {
    const { say, hear } = await conversation();
    expect((await say('/mute')).mistake).toBe(false);
    expect(await hear('/mute')).toEqual([expect.stringContaining('/mute and its number')]);
  });

  test('is for those who manage the channel', async () => {
    const talk = await conversation();
    const article = await rings(talk, cuts.title);
    for (const line of ['/mute', '/unmute', '/pause', '/resume'])
      expect(await talk.say(line, { manages: false })).toMatchObject({ audience: 'caller', mistake: true });
    expect(await talk.store.deliveries.isMuted(talk.channel.id, article.storyId)).toBe(false);
    expect((await talk.store.workspaces.channel(talk.channel.id))?.status).toBe('ok');
  });

  test('is told in /why, and /unmute takes it back', async () => {
    const talk = await conversation();
    await rings(talk, cuts.title);
    await talk.say('/mute');
    expect((await talk.hear('/why')).join('\n')).toContain('This story is muted here');
    expect(await talk.hear('/unmute')).toEqual([expect.stringContaining('is told here again')]);
    expect(await talk.hear('/unmute')).toEqual([expect.stringContaining('is not muted here')]);
    expect((await talk.hear('/why')).join('\n')).not.toContain('muted');
  });
});

describe('/pause and /resume', () => {
  test('alerts wait, and come when they are resumed', async () => {
    const talk = await conversation();
    const { store, hear } = talk;
    expect(await hear('/pause')).toEqual([expect.stringMatching(/^This channel is paused/)]);
    await rings(talk, cuts.title);
    await rings(talk, 'Intel opens a plant');
    expect(await store.deliveries.nextDueAt(['local'])).toBeUndefined();
    expect(await hear('/pause')).toEqual([expect.stringContaining('paused already')]);
    expect((await hear('/subscriptions'))[0]).toContain('ada has paused this channel');
    expect(await hear('/resume')).toEqual(['This channel rings again. The 2 alerts that waited come now.']);
    expect((await lease(store, now)).channel.id).toBe(talk.channel.id);
    expect(await hear('/resume')).toEqual(['This channel is not paused.']);
  });

  test('a person can end what the platform had begun', async () => {
    const talk = await conversation();
    const { store, channel, hear } = talk;
    await rings(talk, cuts.title);
    await store.deliveries.pauseChannel(channel.id, { now, reason: 'Missing Access', retryAt: now + 999 });
    expect((await hear('/subscriptions'))[0]).toContain('Missing Access');
    expect(await hear('/reprendre', { language: 'fr' })).toEqual([
      expect.stringContaining('Celle qui attendait arrive.'),
    ]);
    expect((await lease(store, now)).channel.id).toBe(channel.id);
  });
});

/** An article comes and stands in a message of the channel. */
async function rings({ store, channel, comes }: Conversation, title: string) {
  const article = await comes({ title });
  const { subscription } = await subscribe(store, channel, 'jobs');
  const reasons = [{ subscription: 'jobs', subscriptionId: subscription.id, term: 'jobs', words: ['jobs'] }];
  const { id: articleId, revision, storyId } = article;
  const alerts = [{ id: `alert-${articleId}`, channelId: channel.id, reasons }];
  await ring(store, { articleId, revision, storyId, alerts, now });
  for (const due of await store.deliveries.dueAlerts(now, 10)) {
    const says = content(title, { articleId });
    await store.deliveries.place([{ due, messageId: due.alert.id, content: says, now, editDelayMs: 0 }]);
  }
  return article;
}
