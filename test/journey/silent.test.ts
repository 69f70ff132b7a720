import { expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../fakes/feed-server.ts';
import type { Store } from '../../src/store/store.ts';
import { walk } from './bot.ts';

const address = 'https://wire.example/hollowgate';
const title = 'Hollowgate hit by ransomware';
const text =
  'Hollowgate closed its shops on Monday after ransomware reached the tills. Staff were sent home.';
const dropped = `---\nurl: ${address}?utm_source=mail\n---\n# ${title}\n\n${text}\n`;

test('what a feed showed in silence rings when somebody drops it, once', async () => {
  const { say, settle, drop, alerts, told } = await watchingSilently();
  expect(await say('/latest')).toContain(title);
  await say('/subscribe ransomware');
  await settle(12 * 60_000);
  expect(await alerts()).toEqual([]);

  await drop('hollowgate.md', dropped);
  expect((await alerts()).map((alert) => [alert.title, alert.url])).toEqual([[title, address]]);
  await settle(12 * 60_000);
  await drop('again.md', `${dropped}\n`);
  expect(await alerts()).toHaveLength(1);
  expect(told).toEqual(['alert']);
});

test('it rings for those who had subscribed when it was dropped, not for later ones', async () => {
  const { say, drop, alerts } = await watchingSilently();
  await say('/subscribe ransomware', 'before');
  await drop('hollowgate.md', dropped);
  await say('/subscribe ransomware', 'after');
  await drop('again.md', `${dropped}\n`);
  expect(await alerts('before')).toHaveLength(1);
  expect(await alerts('after')).toEqual([]);
  expect(await say('/why 1', 'after')).toContain('It came before this subscription was made');
  expect(await say('/why 1', 'before')).not.toMatch(/before this subscription|without ringing/);
});

test('what waits to be matched rings in the order in which it began to, not in which it was known', async () => {
  let held = true;
  const { bot, say, settle, drop, alerts } = await watchingSilently((store) => {
    const due: Store['articles']['due'] = async (limit) => (held ? [] : store.articles.due(limit));
    return { ...store, articles: { ...store.articles, due } };
  });
  await say('/subscribe ransomware');
  const later = 'Veridale confirms a ransomware attack';
  await drop('veridale.md', `# ${later}\n\nVeridale took its network down on Sunday.\n`);
  await drop('hollowgate.md', dropped);
  held = false;
  bot.tick();
  await settle();
  expect((await alerts()).map((alert) => alert.title)).toEqual([later, title]);
});

/** A bot whose feed showed the article at its first look. */
async function watchingSilently(changed?: (store: Store) => Store) {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const item = `<item><guid>${address}</guid><link>${address}</link><title>${title}</title><description>${text}</description></item>`;
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link><description>News</description><language>en</language>${item}</channel></rss>`;
  server.answer('/feed', { headers: { 'content-type': 'application/rss+xml' }, body });
  const bot = await walk({ FEEDS: `${server.origin}/feed` }, changed);
  await bot.settle();
  return bot;
}
