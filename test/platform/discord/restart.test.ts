/** The server behind the address ends, and comes back: an update of it, a cable, a night. */
import { expect, test } from 'vitest';
import { until } from '../until.ts';
import { discordWalk } from './walk.ts';

test('what happens while Discord is gone is said once when it is back, and people are answered again', async () => {
  const { discord, connected, publish, settle, world, bot, store } = await discordWalk();
  const guild = discord.guild('g');
  const channel = guild.channel('news');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = channel.member('ada');
  await ada.slash('/subscribe', { keywords: 'layoffs' });
  const title = 'Cirrovia announces layoffs in three countries';
  const alerts = () => channel.ledger().filter(({ text }) => text.includes(title));

  await discord.goDown();
  await until(() => bot.links()['discord']?.says.startsWith('connected') === false);
  await publish(title);
  expect((await store.backlog(world.now())).messages).toMatchObject({ sending: 0 });
  await world.advance(10 * 60_000);
  await discord.comeBack();

  await until(async () => {
    await world.advance(5000);
    return bot.links()['discord']?.says.startsWith('connected') === true;
  });
  await connected();
  await settle(15 * 60_000);
  expect(alerts()).toHaveLength(1);
  expect(discord.gateway.identified()).toBe(2);
  const before = discord.asked.length;
  expect(await ada.slash('/help')).toMatchObject({ kind: 'message', private: true });
  // By one connection: a second one that nobody sees would act on everything people do as well.
  const answers = discord.asked.slice(before).filter(({ path }) => path.endsWith('/callback'));
  expect(answers).toHaveLength(1);
});
