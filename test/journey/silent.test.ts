import { expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../fakes/feed-server.ts';
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

/** A bot whose feed showed the article at its first look. */
async function watchingSilently() {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const item = `<item><guid>${address}</guid><link>${address}</link><title>${title}</title><description>${text}</description></item>`;
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link><description>News</description><language>en</language>${item}</channel></rss>`;
  server.answer('/feed', { headers: { 'content-type': 'application/rss+xml' }, body });
  const bot = await walk({ FEEDS: `${server.origin}/feed` });
  await bot.settle();
  return bot;
}
