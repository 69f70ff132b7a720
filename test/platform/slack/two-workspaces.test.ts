/** Two workspaces of one bot: somebody in one tries everything with what belongs to the other, and comes to nothing. */
import { expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../../fakes/feed-server.ts';
import type { Delivery } from '../../fakes/slack/delivery.ts';
import type { Json } from '../../fakes/slack/shapes.ts';
import { until } from '../until.ts';
import { alertIn, lineWith, seen } from './look.ts';
import { install, opened } from './installing.ts';
import { modes } from './walk.ts';

/** Whatever of the other workspace could be shown holds one of these, and nothing that is typed here does. */
const secrets = /zebrafish|wetlab|secret|hush/i;
const title = 'Zebrafish wetlab closes after genome review';

test.each(modes)('neither sees what is the other’s, whatever is tried with its ids: %s', async (mode) => {
  const walk = await opened(mode);
  const { slack, acme, store, settle, publish } = walk;
  for (const team of ['acme', 'globex']) await (await install(walk, team)).ask();
  const den = acme.channel('hush-den', { private: true });
  const ada = acme.person('ada', { kind: 'admin' });
  ada.joins(den);
  const feed = await privateFeed();
  acme.group('hush-group', ada);
  await ada.types('/news subscribe zebrafish', den);
  await lineWith(den, 'zebrafish');
  await ada.types(`/news sources add ${feed.url}`, den);
  await lineWith(den, 'is watched from now on');
  await settle();
  feed.tell(title);
  await settle(12 * 60_000);
  const alert = alertIn(den);
  expect(alert.text).toContain(title);
  await publish('Hollowgate announces layoffs of 400 people');
  const theirs = await ownedBy(acme.id);
  const before = JSON.stringify(theirs);

  const globex = slack.team('globex');
  const news = globex.channel('news');
  const eve = globex.person('eve', { kind: 'admin' });
  eve.joins(news);
  await eve.types('/news subscribe layoffs, nothing-else', news);
  await lineWith(news, 'nothing-else');
  await publish('Quillmark announces layoffs of 70 people');
  const own = alertIn(news);
  const begin = eve.sees(news).length;

  // Whatever can be typed, in each of the ways to say it.
  const { articleId, subscriptionId, channelId, messageId, url } = theirs;
  const lines = [
    ...['', ` ${articleId}`, ` ${url}`, ' "genome review"', ` ${articleId} review`].map(
      (what) => `why${what}`,
    ),
    ...[articleId, url].flatMap((what) => [`mute ${what}`, `unmute ${what}`]),
    'latest',
    'latest review',
    'latest source:127.0.0.1',
    'genome review',
    'subscriptions',
    'unsubscribe 2',
    'sources',
    'sources remove 2',
    `sources remove ${feed.url}`,
    'subscribe review => genome',
    'subscribe layoffs @desk',
  ];
  for (const line of lines) {
    await eve.types(`/news ${line}`, news);
    eve.writesToBot(line);
    eve.mentions(news, line);
  }
  await answered();

  // What Slack would never let them send: presses and forms of their own with ids of the others.
  await eve.presses(own, 'Why?');
  await eve.presses(own, 'Mute story');
  for (const press of presses()) {
    for (const value of [messageId, `${subscriptionId}`, `${channelId}`, String(articleId)])
      await forged(press, { value, block_id: `stop:${messageId}` });
  }
  for (const actionId of ['why', 'mute', 'unsubscribe', 'stop', 'home:pause', 'home:resume'])
    await forged(presses()[0]!, {
      action_id: actionId,
      value: actionId.startsWith('home') ? String(channelId) : messageId,
      block_id: `stop:${messageId}`,
      selected_option: { value: String(subscriptionId) },
    });
  for (const what of ['edit', 'test', 'remove'])
    await forged(presses()[0]!, {
      action_id: 'home:subscription',
      selected_option: { value: `${what}:${subscriptionId}` },
    });
  expect(eve.form()).toBeUndefined();
  await eve.types('/news', news);
  await until(() => eve.form() !== undefined);
  const offered = [
    await eve.completes('form', 'What', 'zeb'),
    await eve.completes('form', 'What', ''),
    await eve.completes('form', 'Call a group with every alert', ''),
  ].flat();
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.filter((one) => secrets.test(one))).toEqual([]);
  await eve.completes('form', 'What', 'AWS');
  await eve.submits({ What: 'AWS', Where: news.id });
  await lineWith(news, 'AWS');
  const sent = slack.deliveries.all.find(({ payload }) => payload['type'] === 'view_submission');
  const view = sent!.payload['view'] as Json;
  await slack.deliveries.once({
    ...sent!,
    payload: {
      ...sent!.payload,
      view: { ...view, private_metadata: JSON.stringify({ channel: den.id, changes: subscriptionId }) },
    },
  });
  eve.opensHome();
  await until(() => eve.home() !== undefined);
  await answered();

  const told = [
    ...eve.sees(news).slice(begin),
    ...eve.sees(eve.direct()).filter(({ by }) => by === 'bellwire'),
  ].filter(({ by }) => by === 'bellwire');
  expect(told.length).toBeGreaterThan(lines.length * 2);
  expect(told.map(({ text }) => text).filter((text) => secrets.test(text))).toEqual([]);
  expect(JSON.stringify(eve.home()?.blocks)).not.toMatch(secrets);
  expect(JSON.stringify(await ownedBy(acme.id))).toBe(before);
  expect(den.lines().filter(({ by }) => by === 'bellwire').length).toBe(3);
  expect(slack.complaints).toEqual([]);

  function presses(): readonly Delivery[] {
    return slack.deliveries.all.filter(
      ({ payload, teamId }) => teamId === globex.id && payload['type'] === 'block_actions',
    );
  }

  async function forged(press: Delivery, change: Json): Promise<void> {
    const [action] = press.payload['actions'] as readonly Json[];
    await slack.deliveries.once({
      ...press,
      payload: { ...press.payload, actions: [{ ...action, ...change }] },
    });
  }

  /** Everybody has their answer: what was said last comes last. */
  async function answered(): Promise<void> {
    await settle();
    await eve.types('/news help', news);
    await seen(eve, news, '/news subscribe');
    await settle();
  }

  async function ownedBy(team: string) {
    const workspace = await store.workspaces.find('slack', team);
    const [channel] = await store.workspaces.channels(workspace!.id);
    const subscriptions = await store.subscriptions.ofChannel(channel!.id);
    const [message] = await store.deliveries.latestAlerts(channel!.id, 1);
    const article = await store.articles.article(message!.content.articleId);
    return {
      articleId: article!.id,
      url: article!.url,
      subscriptionId: subscriptions[0]!.id,
      subscriptions,
      channelId: channel!.id,
      channel,
      messageId: message!.id,
      isMuted: await store.deliveries.isMuted(channel!.id, article!.storyId),
      sources: (await store.sources.list(workspace!.id)).map((source) => source.url),
    };
  }
});

async function privateFeed() {
  const feed = await startFeedServer();
  onTestFinished(feed.close);
  const rss = (items: string): { body: string } => ({
    body: `<rss version="2.0"><channel><title>Secret</title>${items}</channel></rss>`,
  });
  feed.answer('/feed', rss(''));
  return {
    url: `${feed.origin}/feed`,
    tell(said: string): void {
      const link = 'https://lab.example/q3';
      feed.answer(
        '/feed',
        rss(`<item><title>${said}</title><link>${link}</link><guid>${said}</guid></item>`),
      );
    },
  };
}
