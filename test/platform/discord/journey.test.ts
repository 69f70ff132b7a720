import { describe, expect, test } from 'vitest';
import { discordWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';

test('subscribe → article → alert → why → mute → unsubscribe, by a manager of the channel', async () => {
  const { discord, publish } = await discordWalk();
  const news = discord.guild('g').channel('news');
  discord.guild('g').member('ada', 'MANAGE_CHANNELS');
  const ada = news.member('ada');

  const subscribed = await ada.slash('/subscribe', { keywords: 'AWS, layoffs' });
  expect(subscribed).toMatchObject({ kind: 'message', private: false });
  expect(subscribed.text).toContain('AWS');

  await publish(cuts);
  const [alert] = news.ledger().filter(({ text }) => text.includes(cuts));
  expect(alert?.controls).toEqual(['Why?', 'Mute story', 'Unsubscribe']);

  const why = await ada.press(alert!, 'Why?');
  expect(why).toMatchObject({ kind: 'message', private: true });
  expect(why.text).toContain('layoffs');

  const muted = await ada.press(alert!, 'Mute story');
  expect(muted).toMatchObject({ private: true });
  expect(muted.text).toContain(cuts);

  const stopped = await ada.press(alert!, 'Unsubscribe');
  expect(stopped).toMatchObject({ private: true });
  expect((await ada.slash('/subscriptions')).text).not.toContain('layoffs');
});
