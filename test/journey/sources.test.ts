/** Sources that are added, watched twice over, removed and brought back. */
import { expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../fakes/feed-server.ts';
import { walk } from './bot.ts';

const pollMs = 12 * 60_000;

interface Item {
  readonly id: string;
  readonly title: string;
}

const old: Item = { id: 'a', title: 'Hollowgate hit by ransomware' };
const fresh: Item = { id: 'b', title: 'Tramline recovers from ransomware attack' };
const later: Item = { id: 'c', title: 'Harbour board pays off ransomware gang' };

test('a feed that is private and public at once rings on: what has one guid in both rings once and stops nothing', async () => {
  const { server, bot, store, say, settle, alerts } = await walkBeside();
  const url = `${server.origin}/feed?token=t0p`;
  server.answer('/feed', feed(old), feed(old), feed(fresh, old), feed(fresh, old), feed(later, fresh, old));
  await say('/subscribe ransomware');
  await say(`/sources add ${url}`);
  await settle();
  await store.sources.open({ audience: 0, kind: 'feed', url, title: 'Wire', intervalMs: 600_000 });
  bot.tick();
  await settle();
  for (let look = 0; look < 3; look++) await settle(pollMs);
  expect(await store.articles.due(10)).toEqual([]);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title, later.title]);
});

test('a feed that comes back rings for nothing it published while nobody watched, and for all that follows', async () => {
  const { server, say, settle, alerts } = await walkBeside();
  const url = `${server.origin}/feed`;
  server.answer('/feed', feed(old), feed(fresh, old), feed(later, fresh, old));
  await say('/subscribe ransomware');
  await say(`/sources add ${url}`);
  await settle();
  await say(`/sources remove ${url}`);
  await settle(pollMs);
  await say(`/sources add ${url}`);
  await settle();
  expect(server.asked).toHaveLength(2);
  expect(await say('/latest')).toContain(fresh.title);
  expect(await alerts()).toEqual([]);
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([later.title]);
});

test('a feed that is removed while it is being read rings no more', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.answer('/feed', feed(old), feed(later, fresh, old));
  const { say, settle, alerts } = await walk({}, (store) => ({
    ...store,
    articles: {
      ...store.articles,
      async accept(entry) {
        if (entry.draft.title === fresh.title) await store.sources.remove(entry.sourceId);
        return store.articles.accept(entry);
      },
    },
  }));
  await say('/subscribe ransomware');
  await say(`/sources add ${server.origin}/feed`);
  await settle();
  await settle(pollMs);
  expect(server.asked).toHaveLength(2);
  expect(await alerts()).toEqual([]);
  expect(await say('/latest')).toContain(later.title);
});

test('a page that somebody dropped does not ring again when a feed for everybody brings it', async () => {
  const { server, say, drop, settle, alerts } = await walkBeside();
  server.answer('/feed', feed(old), feed(later, fresh, old));
  await say('/subscribe ransomware');
  await say(`/sources add ${server.origin}/feed`);
  await settle();
  const link = `<link rel="canonical" href="https://wire.example/${fresh.id}">`;
  const body = `<h1>${fresh.title}</h1><p>The tram company of Tallinn runs to its timetable again, a week late.</p>`;
  await drop(
    'tram.html',
    `<!doctype html><html lang="en"><head><title>${fresh.title}</title>${link}</head><body><article>${body}</article></body></html>`,
  );
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title]);
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title, later.title]);
});

test('whoever adds a feed is told what it shows, or what is wrong with it', async () => {
  const { server, say } = await walkBeside();
  server.answer('/feed', feed(fresh, old));
  server.answer('/page', {
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><link rel=alternate type=application/rss+xml href=/feed2>',
  });
  server.answer('/feed2', feed(old));
  const { origin } = server;
  expect(await say(`/sources add ${origin}/feed`)).toMatch(/^Wire is watched from now on: 2 entries\. What/);
  expect(await say(`/sources add ${origin}/page`)).toMatch(
    /^127\.0\.0\.1:\d+\/page names a feed: 127\.0\.0\.1:\d+\/feed2\. That is what is watched\.\nWire is watched from now on: 1 entry\./,
  );
  expect(await say(`/sources add ${origin}/none`)).toMatch(
    /^127\.0\.0\.1:\d+ is watched from now on, but the first look failed: 127\.0\.0\.1:\d+\/none does not exist \(404\)\. .* \/sources remove 4 gives up\.$/,
  );
  expect(await say('/sources add 127.0.0.2:9/feed')).toContain('FETCH_ALLOW');
});

test('a server that takes its time keeps nobody waiting for more than 8 seconds, and nobody else at all', async () => {
  const { server, world, say } = await walkBeside();
  server.answer('/slow', { neverAnswers: true });
  const adding = say(`/sources add ${server.origin}/slow`);
  let isAnswered = false;
  void adding.then(() => (isAnswered = true));
  while (server.asked.length === 0) await world.settle();
  expect(await say('/latest')).not.toBe('');
  await world.advance(7999);
  expect(isAnswered).toBe(false);
  await world.advance(1);
  expect(await adding).toContain('In a minute, /sources tells whether it can be read.');
});

test('who waits for a first look when the bot ends is answered', async () => {
  const { server, bot, world, say } = await walkBeside();
  server.answer('/slow', { neverAnswers: true });
  const adding = say(`/sources add ${server.origin}/slow`);
  while (server.asked.length === 0) await world.settle();
  await bot.stop();
  expect(await adding).toContain('In a minute, /sources tells whether it can be read.');
});

/** A bot beside a server of feeds. */
async function walkBeside() {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  return { server, ...(await walk()) };
}

function feed(...items: readonly Item[]) {
  const entries = items.map(
    ({ id, title }) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://wire.example/${id}</link><title>${title}</title>` +
      `<description>${title}. Staff were told on Monday that systems are coming back one by one.</description></item>`,
  );
  return {
    headers: { 'content-type': 'application/rss+xml' },
    body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link><description>News</description><language>en</language>${entries.join('')}</channel></rss>`,
  };
}
