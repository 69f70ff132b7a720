import { describe, expect, test } from 'vitest';
import { alertIn, lineWith, seen } from './look.ts';
import { soon } from '../until.ts';
import { modes, slackWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';

describe.each(modes)('subscribe → article → alert → why → mute → unsubscribe, in %s', (mode) => {
  test('in a channel', async () => {
    const { slack, acme, publish } = await slackWalk({ mode });
    const news = acme.channel('news');
    const ada = acme.person('ada');
    expect(await ada.types('/news subscribe AWS, layoffs', news)).toMatchObject({ acknowledged: true });
    expect((await lineWith(news, 'layoffs')).privateTo).toBeUndefined();

    await publish(cuts);
    const alert = alertIn(news);
    expect(alert.controls).toEqual(['Why?', 'Mute story', 'Unsubscribe']);
    expect(alert.pings).toEqual([]);

    await ada.presses(alert, 'Why?');
    expect((await seen(ada, news, 'No. 1')).privateTo).toBe(ada.id);
    await ada.presses(alert, 'Mute story');
    expect((await seen(ada, news, 'hears no more')).privateTo).toBe(ada.id);
    await ada.presses(alert, 'Unsubscribe');
    await seen(ada, news, 'no longer rings');
    await ada.types('/news subscriptions', news);
    const left = await seen(ada, news, '1. AWS');
    expect(left.text).not.toContain('layoffs');
    expect(slack.complaints).toEqual([]);
  });

  test('in direct messages', async () => {
    const { acme, publish } = await slackWalk({ mode });
    const tom = acme.person('tom', { kind: 'guest' });
    await tom.types('/news subscribe layoffs');
    await lineWith(tom.direct(), 'layoffs');
    await publish(cuts);
    expect(alertIn(tom.direct()).text).toContain(cuts);
  });

  test('a correction is one press away', async () => {
    const { slack, acme } = await slackWalk({ mode });
    const news = acme.channel('news');
    const ada = acme.person('ada');
    await ada.types('/news subscribe nvdia', news);
    const asked = await lineWith(news, 'did you mean Nvidia');
    expect(asked.controls).toEqual(['Nvidia']);
    await ada.presses(asked, 'Nvidia');
    await lineWith(news, 'Instead of nvdia');
    await ada.types('/news subscriptions', news);
    await seen(ada, news, '1. Nvidia');
    expect(slack.complaints).toEqual([]);
  });

  test('a question is answered below itself, and in direct messages beside it', async () => {
    const { acme, publish } = await slackWalk({ mode });
    await publish(cuts);
    const news = acme.channel('news');
    const ada = acme.person('ada', { locale: 'fr-FR' });
    const ts = ada.mentions(news, 'quoi de neuf sur licenciements ?');
    expect(await lineWith(news, cuts)).toMatchObject({ thread: ts, by: 'bellwire' });
    ada.writesToBot('what’s new on layoffs?');
    expect(await lineWith(ada.direct(), cuts)).toMatchObject({ thread: undefined });
  });
});

describe('who may do what', () => {
  test('a guest reads, and changes nothing for others', async () => {
    const { acme, publish } = await slackWalk();
    const news = acme.channel('news');
    const [ada, tom] = [acme.person('ada'), acme.person('tom', { kind: 'guest' })];
    tom.joins(news);
    await ada.types('/news subscribe layoffs', news);
    await lineWith(news, 'layoffs');
    await tom.types('/news subscribe quantum', news);
    await seen(tom, news, 'Only those who manage this channel');
    await publish(cuts);
    await tom.presses(alertIn(news), 'Why?');
    await seen(tom, news, 'No. 1');
    await tom.presses(alertIn(news), 'Unsubscribe');
    expect(await seen(tom, news, 'Only whoever made it')).toMatchObject({ privateTo: tom.id });
  });

  test('sources are changed by those who run the workspace', async () => {
    const { acme } = await slackWalk();
    const news = acme.channel('news');
    const [ada, olga] = [acme.person('ada'), acme.person('olga', { kind: 'owner' })];
    await ada.types('/news sources add https://a.example/feed', news);
    await seen(ada, news, 'can change what is watched');
    await olga.types('/news sources add https://a.example/feed', news);
    expect(await lineWith(news, 'a.example')).toMatchObject({ privateTo: undefined });
  });

  test('where only admins manage a member is told so', async () => {
    const { acme } = await slackWalk({ settings: { SLACK_MANAGERS: 'admins' } });
    const news = acme.channel('news');
    await acme.person('ada').types('/news subscribe AWS', news);
    await seen(acme.person('ada'), news, 'Only those who manage this channel');
    await acme.person('root', { kind: 'admin' }).types('/news subscribe AWS', news);
    expect(await lineWith(news, 'AWS')).toMatchObject({ privateTo: undefined });
  });
});

test('an alert calls whom it is to call, and nobody else', async () => {
  const { acme, publish } = await slackWalk();
  const news = acme.channel('news');
  const [ada, bob] = [acme.person('ada'), acme.person('bob')];
  await ada.types('/news subscribe layoffs @bob', news);
  await lineWith(news, 'layoffs');
  await publish(`${cuts}, says &lt;!channel&gt;`);
  expect([...new Set(alertIn(news).pings.map(({ id }) => id))]).toEqual([bob.id]);
});

describe('an answer that is not taken where it was asked for comes all the same', () => {
  test.each([
    ['/news subscriptions', 'rings for nothing yet', true],
    ['/news subscribe AWS', 'AWS', false],
  ])('%s', async (command, words, isPrivate) => {
    const { acme, slack } = await slackWalk({ limits: { responseUrlUses: 0 } });
    const news = acme.channel('news');
    const ada = acme.person('ada');
    await ada.types(command, news);
    expect(await seen(ada, news, words)).toMatchObject({ privateTo: isPrivate ? ada.id : undefined });
    expect(slack.responded).toMatchObject([{ error: 'used_url' }]);
  });

  test('in direct messages, where the bot is no member', async () => {
    const { acme } = await slackWalk({ limits: { responseUrlUses: 0 } });
    const den = acme.channel('den', { withBot: false, private: true });
    const ada = acme.person('ada');
    ada.joins(den);
    await ada.types('/news help', den);
    expect((await lineWith(ada.direct(), '/news subscribe')).by).toBe('bellwire');
  });
});

test('commands are offered as they are typed here', async () => {
  const { acme } = await slackWalk();
  const news = acme.channel('news');
  const ada = acme.person('ada');
  await ada.types('/news help', news);
  const help = await seen(ada, news, '/news subscribe');
  expect(help.text).not.toMatch(/(?<!news) \/latest/);
});

test('a command in a conversation of two people is meant for oneself', async () => {
  const { acme, publish } = await slackWalk();
  const ada = acme.person('ada');
  await ada.types('/news subscribe layoffs');
  await lineWith(ada.direct(), 'layoffs');
  await publish(cuts);
  expect(alertIn(ada.direct()).text).toContain(cuts);
});

test('one’s own messages with the bot are called no channel', async () => {
  const { acme } = await slackWalk();
  const [ada, bob] = [acme.person('ada'), acme.person('bob', { locale: 'fr-FR' })];
  await ada.types('/news subscribe layoffs');
  await lineWith(ada.direct(), 'This conversation now rings for');
  ada.writesToBot('pause');
  await lineWith(ada.direct(), 'This conversation is paused');
  bob.writesToBot('subscriptions');
  const told = await lineWith(bob.direct(), 'Cette conversation ne suit encore');
  expect(told.text).not.toContain('salon');
});

test('a public channel is joined by subscribing; to a private one the bot must be invited', async () => {
  const { acme, publish } = await slackWalk();
  const [open, den] = [
    acme.channel('open', { withBot: false }),
    acme.channel('den', { withBot: false, private: true }),
  ];
  const ada = acme.person('ada');
  ada.joins(den);
  await ada.types('/news subscribe layoffs', open);
  await lineWith(open, 'layoffs');
  await ada.types('/news subscribe layoffs', den);
  await seen(ada, den, '/invite');
  await publish(cuts);
  expect(alertIn(open).text).toContain(cuts);
  den.inviteBot(ada.id);
  await soon(() => den.channel.members.size > 1 || undefined);
});
