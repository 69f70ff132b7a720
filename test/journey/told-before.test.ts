/** The inbox is its workspace's own; a feed is everybody's. */
import { expect, test } from 'vitest';
import { walk } from './bot.ts';
import { publicFeed } from './public-feed.ts';

const own = `Halden Systems streicht 300 Stellen

Heise-Ticker, 9. März 2026, 09:30 Uhr

Der Cloud-Anbieter Halden Systems baut in Hamburg und Graz 300 Arbeitsplätze ab. Betroffen ist vor allem der Vertrieb.
`;
const everybodys = 'Halden Systems cuts 300 jobs in Hamburg and Graz';

test('what the workspace was told before the public, in other words, is one alert that gets the outlet', async () => {
  const bot = await walk();
  const publish = await publicFeed(bot);
  await publish('Nothing of note');
  await bot.say('/subscribe layoffs');
  await bot.drop('halden.txt', own);
  await publish(everybodys);

  const alerts = await bot.alerts();
  expect(alerts.map(({ title }) => title)).toEqual(['Halden Systems streicht 300 Stellen']);
  expect(alerts[0]?.outlets.map(({ title }) => title)).toEqual([
    'Halden Systems streicht 300 Stellen',
    everybodys,
  ]);
  expect(bot.told).toEqual(['alert', 'edit']);
  const why = await bot.say(`/why "${everybodys}"`);
  expect(why).toContain('told with “Halden Systems streicht 300 Stellen” as one story');
  const latest = await bot.say('/latest layoffs');
  expect(latest.match(/^\[\d+\]/gm), 'found once').toHaveLength(1);
});

test('where the public was told first, the workspace’s own report joins it', async () => {
  const bot = await walk();
  const publish = await publicFeed(bot);
  await publish('Nothing of note');
  await bot.say('/subscribe layoffs');
  await publish(everybodys);
  await bot.drop('halden.txt', own);
  expect((await bot.alerts()).map(({ title }) => title)).toEqual([everybodys]);
});

test('who mutes what the workspace was told hears nothing of the public report', async () => {
  const bot = await walk();
  const publish = await publicFeed(bot);
  await publish('Nothing of note');
  await bot.say('/subscribe layoffs');
  await bot.drop('halden.txt', own);
  await bot.say('/mute');
  await publish(everybodys);
  expect(bot.told).toEqual(['alert']);
  expect(await bot.say(`/why "${everybodys}"`)).toContain('muted');
});
