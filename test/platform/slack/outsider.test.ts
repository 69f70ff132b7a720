/** A guest, or somebody of another company, in a channel that others manage: everything that can be pressed there. */
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { alertIn, lineWith, seen } from './look.ts';
import { slackWalk } from './walk.ts';

const kinds = ['guest', 'single-channel guest'] as const;

test.each(kinds)('a %s presses every button and changes nothing for others', async (kind) => {
  const { slack, acme, store, publish } = await slackWalk();
  const news = acme.channel('news');
  const [ada, tom] = [acme.person('ada'), acme.person('tom', { kind })];
  tom.joins(news);
  await ada.types('/news subscribe layoffs, Hollowgate', news);
  await lineWith(news, 'Hollowgate');
  await ada.types('/news subscribe nvdia', news);
  const asked = await lineWith(news, 'did you mean Nvidia');
  await publish('Hollowgate announces layoffs of 400 people');
  const before = JSON.stringify(await kept());

  const alert = alertIn(news);
  await tom.presses(alert, 'Why?');
  expect((await seen(tom, news, 'No. 1')).privateTo).toBe(tom.id);
  await tom.presses(alert, 'Mute story');
  expect((await seen(tom, news, 'can mute a story')).privateTo).toBe(tom.id);
  await tom.presses(alert, 'Unsubscribe');
  const question = await seen(tom, news, 'Which should stop?');
  expect(question.privateTo).toBe(tom.id);
  await tom.chooses(question, 'Stop ringing for…', 'layoffs');
  expect((await seen(tom, news, 'Only whoever made it')).privateTo).toBe(tom.id);
  await tom.presses(asked, 'Nvidia');
  await until(() => tom.sees(news).some(({ text }) => text.includes('can change what it rings for')));

  await tom.types('/news', news);
  await until(() => tom.form() !== undefined);
  await tom.completes('form', 'What', 'AWS');
  const told = tom.sees(news).length;
  await tom.submits({ What: 'AWS', Where: news.id });
  await until(() => tom.sees(news).length > told);
  for (const line of [
    'pause',
    'resume',
    'mute 1',
    'sources add https://a.example/feed',
    'unsubscribe layoffs',
  ])
    await tom.types(`/news ${line}`, news);
  await until(() => tom.sees(news).length >= told + 6);

  tom.opensHome();
  await until(() => tom.home() !== undefined);
  expect(tom.home()?.text).toContain('layoffs');
  expect(tom.home()?.controls).not.toContain('Pause');
  await tom.chooses('home', 'home:subscription', 'Remove');
  await until(() => tom.home()?.text.includes('Only whoever made it') === true);
  expect(JSON.stringify(await kept())).toBe(before);
  expect(slack.complaints).toEqual([]);

  // What they follow in their own messages is theirs to end.
  await tom.types('/news subscribe quantum');
  await lineWith(tom.direct(), 'quantum');
  tom.writesToBot('unsubscribe quantum');
  await lineWith(tom.direct(), 'no longer rings');

  async function kept() {
    const workspace = await store.workspaces.find('slack', acme.id);
    const channel = await store.workspaces.findChannel(workspace!.id, news.id);
    const subscriptions = await store.subscriptions.ofChannel(channel!.id);
    return {
      channel,
      subscriptions,
      watched: (await store.sources.list(workspace!.id)).map(({ url }) => url),
    };
  }
});
