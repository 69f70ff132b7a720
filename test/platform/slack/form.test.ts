import { describe, expect, test } from 'vitest';
import type { PersonPlace } from '../../fakes/slack/person.ts';
import { alertIn, alertsIn, lineWith, seen } from './look.ts';
import { soon, until } from '../until.ts';
import { modes, slackWalk } from './walk.ts';

/** The menu beside each of them. */
const subscription = 'home:subscription';
const group = 'Call a group with every alert';
const cuts = 'Hollowgate announces layoffs of 400 people';

test.each(modes)('a form asks what to follow, where and how, and offers words: %s', async (mode) => {
  const { acme, publish, slack } = await slackWalk({ mode });
  const [news, cloud] = [acme.channel('news'), acme.channel('cloud')];
  const ada = acme.person('ada');
  const desk = acme.group('desk', ada);
  await ada.types('/news', news);
  const form = await soon(() => ada.form());
  expect(form).toMatchObject({ title: 'Follow the news', submit: 'Follow' });
  const offered = await ada.completes('form', 'What', 'layo');
  expect(offered.slice(0, 2)).toEqual(['layo', 'layoffs']);
  await ada.completes('form', 'What', 'AWS, layoffs');
  expect(await ada.completes('form', 'Call a group with every alert', 'de')).toEqual(['@desk']);
  const sent = await ada.submits({
    What: 'AWS, layoffs',
    Where: cloud.id,
    'Call a group with every alert': '@desk',
  });
  expect(sent).toMatchObject({ acknowledged: true, errors: {} });
  expect((await lineWith(cloud, 'layoffs')).privateTo).toBeUndefined();
  await publish(cuts);
  expect(alertIn(cloud).pings.map(({ id }) => id)).toContain(desk);
  expect(alertsIn(news)).toEqual([]);
  expect(slack.complaints).toEqual([]);
});

test('a mistake is told in the form, and nothing is changed', async () => {
  const { acme, store } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news subscribe', news);
  await soon(() => ada.form());
  await ada.completes('form', 'What', '-AWS');
  const { errors } = await ada.submits({ What: '-AWS', Where: news.id });
  expect(errors['keywords']).toContain('-AWS');
  const workspace = await store.workspaces.find('slack', acme.id);
  expect(workspace && (await store.workspaces.channels(workspace.id))).toBeFalsy();
});

test('what is wanted in private comes in private', async () => {
  const { acme, publish } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news', news);
  await soon(() => ada.form());
  await ada.completes('form', 'What', 'layoffs');
  await ada.submits({
    What: 'layoffs',
    Where: news.id,
    How: ['Send alerts to me in direct messages instead'],
  });
  await lineWith(ada.direct(), 'layoffs');
  await publish(cuts);
  expect(alertsIn(ada.direct())).toHaveLength(1);
  expect(alertsIn(news)).toEqual([]);
});

test('App Home teaches first, then shows what rings, and changes it', async () => {
  const { acme, slack, publish } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada', { zone: 'Europe/Paris' });
  ada.joins(news);
  ada.opensHome();
  const empty = await soon(() => ada.home());
  expect(empty.text).toContain('Nothing rings for you yet');
  expect(empty.text).toContain('/news subscribe AWS, layoffs');

  await ada.presses('home', 'Follow something');
  await soon(() => ada.form());
  await ada.completes('form', 'What', 'layoffs');
  await ada.submits({ What: 'layoffs', Where: news.id });
  await until(() => ada.home()?.text.includes('What rings') === true);
  expect(ada.home()?.text).toContain('layoffs');
  expect(ada.home()?.controls).toContain('Pause');
  await publish(cuts);

  await ada.chooses('home', subscription, 'Test');
  const tested = await soon(() => (ada.form()?.title === 'Test' ? ada.form() : undefined));
  expect(JSON.stringify(tested.blocks)).toContain(cuts);
  await ada.closes();

  await ada.presses('home', 'Pause');
  await until(() => ada.home()?.controls.includes('Resume') === true);
  await ada.presses('home', 'Resume');
  await until(() => ada.home()?.controls.includes('Pause') === true);

  await ada.chooses('home', 'home:language', 'Français');
  await until(() => ada.home()?.text.includes('Ce qui alerte') === true);
  await ada.chooses('home', subscription, 'Supprimer');
  await until(() => ada.home()?.text.includes('Rien ne vous alerte encore') === true);
  expect(slack.complaints).toEqual([]);
});

test('what rings is edited: what it was before ends, unless it means the same', async () => {
  const { acme, store } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news subscribe layoffs', news);
  await lineWith(news, 'layoffs');
  const typed = async () => {
    const workspace = await store.workspaces.find('slack', acme.id);
    const channel = workspace && (await store.workspaces.findChannel(workspace.id, news.id));
    return (await store.subscriptions.ofChannel(channel?.id ?? 0)).map((one) => one.typed);
  };
  for (const [words, after] of [
    ['AWS', ['AWS']],
    ['Amazon Web Services', ['AWS']],
  ] as const) {
    ada.opensHome();
    await until(async () => ada.home()?.text.includes((await typed())[0] ?? '') === true);
    await ada.chooses('home', subscription, 'Edit');
    await soon(() => ada.form());
    await ada.completes('form', 'What', words);
    await ada.submits({ What: words });
    await until(async () => (await typed()).join() === after.join());
    expect(ada.form()).toBeUndefined();
  }
});

test('what is longer than an option can be is edited all the same, and not cut where it is chosen', async () => {
  const { acme, store } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  const long = Array.from({ length: 20 }, (_, n) => `"company ${n}"`).join(' OR ');
  expect(long.length).toBeGreaterThan(150);
  await ada.types(`/news subscribe ${long}`, news);
  await lineWith(news, 'company 0');
  ada.opensHome();
  await until(() => ada.home()?.text.includes('company 0') === true);
  await ada.chooses('home', subscription, 'Edit');
  const form = await soon(() => ada.form());
  expect(JSON.stringify(form.blocks)).toContain(JSON.stringify(long).slice(1, -1));
  await ada.submits({ What: `${long} OR AWS` });
  const typed = async () => {
    const workspace = await store.workspaces.find('slack', acme.id);
    const channel = workspace && (await store.workspaces.findChannel(workspace.id, news.id));
    return (await store.subscriptions.ofChannel(channel?.id ?? 0)).map((one) => one.typed);
  };
  await until(async () => (await typed()).join() === `${long} OR AWS`);

  await ada.types('/news', news);
  await until(() => ada.form()?.title === 'Follow the news');
  expect(await ada.completes('form', 'What', long)).toEqual(['Too long for this form: use a command']);
  const { errors } = await ada.submits({ What: 'Too long for this form: use a command', Where: news.id });
  expect(errors['keywords']).toContain('/news subscribe');
});

describe('whom a subscription calls is still called after its words were edited', () => {
  test('several people, of whom the form shows one', async () => {
    const { acme, publish } = await slackWalk();
    const news = acme.channel('news');
    const [ada, bob, eve] = [acme.person('ada'), acme.person('bob'), acme.person('eve')];
    await ada.types('/news subscribe AWS @bob @eve', news);
    await lineWith(news, 'AWS');
    await editsWords(ada, 'layoffs');
    await lineWith(news, 'layoffs');
    await publish(cuts);
    expect(new Set(alertIn(news).pings.map(({ id }) => id))).toEqual(new Set([bob.id, eve.id]));
  });

  test('a group', async () => {
    const { acme, publish } = await slackWalk();
    const news = acme.channel('news');
    const ada = acme.person('ada');
    const desk = acme.group('desk', ada);
    await ada.types('/news', news);
    await soon(() => ada.form());
    await ada.completes('form', 'What', 'AWS');
    await ada.completes('form', group, 'de');
    await ada.submits({ What: 'AWS', Where: news.id, [group]: '@desk' });
    await lineWith(news, 'AWS');
    await editsWords(ada, 'layoffs');
    await lineWith(news, 'layoffs');
    await publish(cuts);
    expect(alertIn(news).pings.map(({ id }) => id)).toContain(desk);
  });

  async function editsWords(person: PersonPlace, words: string): Promise<void> {
    person.opensHome();
    await until(() => person.home()?.text.includes(' · calls ') === true);
    await person.chooses('home', subscription, 'Edit');
    await soon(() => person.form());
    await person.completes('form', 'What', words);
    await person.submits({ What: words });
  }
});

test('App Home says in which channel was done what was pressed there', async () => {
  const { acme } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news subscribe AWS', news);
  await lineWith(news, 'AWS');
  ada.opensHome();
  await until(() => ada.home()?.controls.includes('Pause') === true);
  await ada.presses('home', 'Pause');
  await until(() => ada.home()?.text.includes('its alerts wait') === true);
  expect(ada.home()?.text).toContain(`In <#${news.id}>:\nThis channel is paused`);
});

test('what is in channels that somebody does not see is not shown to them', async () => {
  const { acme } = await slackWalk();
  const den = acme.channel('den', { private: true });
  const [ada, tom] = [acme.person('ada'), acme.person('tom')];
  ada.joins(den);
  await ada.types('/news subscribe secret-project', den);
  await lineWith(den, 'secret-project');
  ada.opensHome();
  await until(() => ada.home()?.text.includes('secret-project') === true);
  tom.opensHome();
  expect((await soon(() => tom.home())).text).not.toContain('secret');
  await tom.types('/news');
  await soon(() => tom.form());
  expect(await tom.completes('form', 'What', 'secret')).toEqual(['secret']);
  await tom.completes('form', 'What', 'AWS');
  await tom.submits({ What: 'AWS', Where: den.id }).catch(() => undefined);
  expect(den.lines().some(({ text }) => text.includes('AWS'))).toBe(false);
});

test('where nobody can tell which channels somebody is in, App Home shows those in which they subscribed', async () => {
  const { acme, slack } = await slackWalk();
  const news = acme.channel('news');
  const [ada, tom] = [acme.person('ada'), acme.person('tom')];
  await ada.types('/news subscribe layoffs', news);
  await lineWith(news, 'layoffs');
  slack.fail('users.conversations', 'internal_error', 'internal_error');
  ada.opensHome();
  await until(() => ada.home()?.text.includes('What rings') === true);
  tom.opensHome();
  expect((await soon(() => tom.home())).text).toContain('Nothing rings for you yet');
});

test('several subscriptions rang: which one is to stop is asked, and the answer takes the place of the question', async () => {
  const { acme, publish } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news subscribe layoffs, Hollowgate', news);
  await lineWith(news, 'layoffs');
  await publish(cuts);
  await ada.presses(alertIn(news), 'Unsubscribe');
  const question = await seen(ada, news, 'Which should stop?');
  await ada.chooses(question, 'Stop ringing for…', 'layoffs');
  expect(await seen(ada, news, 'It still rings for Hollowgate')).toMatchObject({ privateTo: ada.id });
});
