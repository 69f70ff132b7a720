import { expect, onTestFinished, test } from 'vitest';
import { type FeedServer, startFeedServer } from '../fakes/feed-server.ts';
import { walk } from './bot.ts';

const pollMs = 12 * 60_000;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly tag?: string;
  readonly link?: string;
  readonly image?: string;
  readonly published?: string;
}

const old: Item = { id: 'a', title: 'Hollowgate hit by ransomware' };
const fresh: Item = { id: 'b', title: 'Tramline recovers from ransomware attack' };

test('the first look is silent; what comes afterwards rings once, however often the feed shows it', async () => {
  const { server, say, settle, alerts } = await watching(feed(old), feed(fresh, old), feed(fresh, old));
  await say('/subscribe ransomware');
  await settle();
  expect(await alerts()).toEqual([]);
  expect(await say('/latest')).toContain('Hollowgate');

  await settle(pollMs);
  await settle(pollMs);
  expect(server.asked.length).toBeGreaterThanOrEqual(3);
  expect((await alerts()).map(({ title, outlet, url }) => ({ title, outlet, url }))).toEqual([
    { title: fresh.title, outlet: 'Wire', url: 'https://wire.example/b' },
  ]);
});

test('what a feed brings that was old when it was last looked at is kept in silence', async () => {
  const archive = { ...fresh, published: 'Mon, 04 Aug 2025 08:00:00 GMT' };
  const late: Item = {
    id: 'c',
    title: 'Harbour hit by ransomware',
    published: 'Thu, 01 Jan 2026 08:00:00 GMT',
  };
  const { say, settle, alerts } = await watching(feed(), feed(archive, late));
  await say('/subscribe ransomware');
  await settle();
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([late.title]);
  expect(await say('/latest')).toContain('Tramline');
});

test('a clock that runs eight days ahead for a while silences no news', async () => {
  const nowByServer = { date: 'Mon, 05 Jan 2026 09:24:00 GMT' };
  const answers = [feed(), feed(), feed(fresh)].map(({ headers, body }) => ({
    headers: { ...headers, ...nowByServer },
    body,
  }));
  const { world, say, settle, alerts } = await watching(...answers);
  await settle();
  await say('/subscribe ransomware');
  world.setClock(8 * 24 * 60 * 60_000);
  await settle(pollMs); // notes that the feed was looked at in eight days
  await settle(pollMs);
  world.setClock(-8 * 24 * 60 * 60_000);
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title]);
});

test('an entry that is known is neither understood nor written again', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.answer('/feed', feed(old), feed(fresh, old), feed(fresh, old));
  const accepted: string[] = [];
  const { settle } = await walk({ FEEDS: `${server.origin}/feed` }, (store) => ({
    ...store,
    articles: {
      ...store.articles,
      accept(entry) {
        accepted.push(entry.draft.title);
        return store.articles.accept(entry);
      },
    },
  }));
  await settle();
  // The second look knows the feed by its own name, which is part of a key.
  await settle(pollMs);
  expect(accepted).toEqual([old.title, old.title, fresh.title]);
  await settle(pollMs);
  expect(server.asked.length).toBeGreaterThanOrEqual(3);
  expect(accepted).toHaveLength(3);
});

test('what is only about where an article is from rings for all that comes from there', async () => {
  const filed = { ...fresh, tag: 'Incident response' };
  const { say, settle, alerts } = await watching(feed(old), feed(filed, old));
  await say('/subscribe source:wire.example, tag:incident, lang:fr, author:Doe');
  await settle(pollMs);
  await settle(pollMs);
  const rung = (await alerts()).map(({ title, reasons }) => [title, reasons.map(({ term }) => term)]);
  expect(rung).toEqual([[fresh.title, ['source:wire.example', 'tag:incident']]]);
  expect(await say('/latest tag:incident')).toContain('Tramline');
  expect(await say('/latest tag:deals')).not.toContain('Tramline');
});

test('a feed is asked whether it has changed, with the validators it gave', async () => {
  const headers = {
    'content-type': 'application/rss+xml',
    etag: '"v1"',
    'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT',
  };
  const { server, say, settle } = await watching({ headers, body: rss(old) }, { status: 304 });
  await settle();
  await settle(pollMs);
  expect(server.asked[1]?.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Mon, 02 Nov 2026 10:00:00 GMT',
  });
  expect(await say('/sources')).toContain('Wire');
});

test('a corrected title edits the alert; the article does not ring again', async () => {
  const corrected = { ...fresh, title: 'Tramline recovers from ransomware attack, names the gang' };
  const { say, settle, alerts, told } = await watching(
    feed(old),
    feed(fresh, old),
    feed(corrected, old),
    feed(fresh, old),
  );
  await say('/subscribe ransomware');
  for (let look = 0; look < 5; look++) await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([corrected.title]);
  expect(told).toEqual(['alert', 'edit']); // and what it says when it goes back to the old words changes nothing
});

test('what is taken back is not shown on, even if the corrected article rings for nobody any more', async () => {
  const mistaken: Item = {
    id: 'c',
    title: 'AWS opens region in Chile',
    text: 'AWS opened a region in Chile on Monday and will spend $4 billion on it, the company said.',
    link: 'aws-in-chile',
    image: 'aws.png',
  };
  const corrected: Item = {
    id: 'c',
    title: 'Azure eröffnet eine Region in Chile',
    text: 'Korrektur: Es war Microsoft. Azure hat am Montag eine Region in Chile eröffnet und gibt dafür 3 Milliarden Dollar aus, teilte das Unternehmen mit.',
    link: 'azure-in-chile',
    image: 'azure.png',
  };
  const { say, settle, alerts, told } = await watching(feed(old), feed(mistaken, old), feed(corrected, old));
  await say('/subscribe AWS');
  for (let look = 0; look < 2; look++) await settle(pollMs);
  expect(await alerts()).toMatchObject([
    { title: mistaken.title, summary: expect.stringContaining('$4 billion') as string },
  ]);
  await settle(pollMs);
  expect(await alerts()).toMatchObject([
    {
      title: corrected.title,
      summary: expect.stringContaining('3 Milliarden') as string,
      language: 'de',
      url: 'https://wire.example/azure-in-chile',
      image: 'https://wire.example/azure.png',
    },
  ]);
  expect(told).toEqual(['alert', 'edit']);
});

test('an article that arrives while its feed is broken is found when the feed is whole again', async () => {
  const { say, settle, alerts } = await watching(
    feed(old),
    { status: 500 },
    { body: '<rss><channel><it' },
    feed(fresh, old),
  );
  await say('/subscribe ransomware');
  await settle();
  for (let look = 0; look < 8; look++) await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title]);
});

test('what no database takes in the title and language of a feed is left out of them', async () => {
  const feedOf = { version: 'https://jsonfeed.org/version/1.1', title: 'Wi\0re\ud83d', language: 'e\0n' };
  const body = JSON.stringify({ ...feedOf, items: [{ id: '1', title: 'News of the day' }] });
  const { store, settle } = await watching({ headers: { 'content-type': 'application/feed+json' }, body });
  await settle();
  const watched = (await store.sources.list(1)).find(({ kind }) => kind === 'feed');
  expect(watched).toMatchObject({ title: 'Wire\ufffd', language: 'en', fails: 0 });
});

const page = (href?: string) => ({
  headers: { 'content-type': 'text/html' },
  body: `<!doctype html><html><head><title>Wire</title>${href === undefined ? '' : `<link rel="alternate" type="application/rss+xml" href="${href}">`}</head><body>News</body></html>`,
});

test('a web page in place of a feed is told where people look after sources', async () => {
  const { say, settle, warnings } = await watching(page());
  await settle();
  expect(await say('/sources')).toContain('/feed is a web page, not a feed.');
  expect(warnings.join('\n')).toContain('web page');
});

test('of a web page that names its feed the feed is watched, by all the rules of one', async () => {
  const { server, store, say, settle, alerts } = await watching(page('/rss.xml'));
  const marked = (...items: readonly Item[]) => {
    const { headers, body } = feed(...items);
    return { headers: { ...headers, etag: '"1"' }, body };
  };
  server.answer('/rss.xml', marked(old), marked(fresh, old));
  await say('/subscribe ransomware');
  await settle();
  expect(await alerts()).toEqual([]);
  expect(await say('/sources')).toMatch(/Wire — 127\.0\.0\.1:\d+\/rss\.xml · fine/);
  await settle(pollMs);
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title]);
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/rss.xml', '/rss.xml', '/rss.xml']);
  // The page's address goes on meaning it.
  expect(await say(`/sources add ${server.origin}/feed`)).toContain('already');
  expect((await store.sources.list(1)).map(({ kind }) => kind)).toEqual(['inbox', 'feed']);
});

test('a page may name a feed that was removed: it is watched again', async () => {
  const { server, say, settle, alerts } = await watching();
  server.answer('/page', page('/rss.xml'));
  server.answer('/rss.xml', feed(old), feed(old), feed(fresh, old));
  await say('/subscribe ransomware');
  await say(`/sources add ${server.origin}/rss.xml`);
  await say(`/sources remove ${server.origin}/rss.xml`);
  expect(await say(`/sources add ${server.origin}/page`)).toContain('names a feed');
  await settle(pollMs);
  expect((await alerts()).map(({ title }) => title)).toEqual([fresh.title]);
  expect(await say('/sources')).toMatch(/^2 sources.*\/rss\.xml · fine/s);
});

test('a page whose feed cannot be read is told with both, and looked at again', async () => {
  const { server, say, settle } = await watching(page('/rss.xml'));
  await settle();
  expect(await say('/sources')).toMatch(
    /\/feed is a web page; the feed it names cannot be read\. 127\.0\.0\.1:\d+\/rss\.xml does not exist \(404\)\./,
  );
  server.answer('/rss.xml', feed(old));
  await settle(2 * pollMs);
  expect(await say('/sources')).toMatch(/\/rss\.xml · fine/);
});

test('a page that a page names is not followed', async () => {
  const { server, say, settle } = await watching(page('/next'));
  server.answer('/next', page('/third'));
  server.answer('/third', feed(old));
  await settle();
  expect(await say('/sources')).toContain('/next is a web page, not a feed.');
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/next']);
});

test('a feed that a page names is fetched from public addresses alone', async () => {
  const { say, settle } = await watching(page('http://127.0.0.2:9/rss.xml'));
  await settle();
  expect(await say('/sources')).toContain('127.0.0.2:9 leads to a private address');
});

test('a page in place of what was a feed moves nothing', async () => {
  const { server, say, settle } = await watching(feed(old), page('/rss.xml'), feed(fresh, old));
  server.answer('/rss.xml', feed(old));
  await settle();
  await settle(pollMs);
  expect(await say('/sources')).toMatch(
    /\/feed is a web page, not a feed\. It names this feed: .*\/rss\.xml/,
  );
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/feed']);
});

test('name and password of a page are sent to its own feed, and to no other', async () => {
  const { server, say, settle } = await watching();
  const other = await startFeedServer();
  onTestFinished(() => other.close());
  const at = server.origin.replace('//', '//ada:secret@');
  server.answer('/own', page('/own.xml'));
  server.answer('/own.xml', feed(old));
  server.answer('/others', page(`${other.origin}/rss.xml`));
  other.answer('/rss.xml', feed(old));
  await say(`/sources add ${at}/own`);
  await say(`/sources add ${at}/others`);
  await settle();
  const basic = `Basic ${btoa('ada:secret')}`;
  const asked = (path: string) => server.asked.findLast((each) => each.path === path)?.headers.authorization;
  expect([asked('/own'), asked('/own.xml'), asked('/others')]).toEqual([basic, basic, basic]);
  expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test('a feed that is added by command is looked at at once, and rings from then on', async () => {
  const { server, say, settle, alerts } = await watching();
  server.answer('/added', feed(old), feed(fresh, old));
  await say('/subscribe ransomware');
  expect(await say(`/sources add ${server.origin}/added`)).not.toMatch(/cannot|wrong/i);
  await settle();
  expect(server.asked.filter(({ path }) => path === '/added')).toHaveLength(1);
  await settle(pollMs);
  expect(await alerts()).toHaveLength(1);
});

test('a private address is not fetched unless it is allowed, and the health says how to allow it', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const { say, settle } = await walk({ FEEDS: `${server.origin}/feed`, FETCH_ALLOW: '' });
  await settle();
  expect(server.asked).toEqual([]);
  expect(await say('/sources')).toContain('FETCH_ALLOW');
});

/** A bot that watches `/feed` of a server with these answers. */
async function watching(...answers: Parameters<FeedServer['answer']>[1][]) {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.answer('/feed', ...answers);
  return { server, ...(await walk(answers.length === 0 ? {} : { FEEDS: `${server.origin}/feed` })) };
}

function feed(...items: readonly Item[]) {
  return { headers: { 'content-type': 'application/rss+xml' }, body: rss(...items) };
}

function rss(...items: readonly Item[]): string {
  const entries = items.map(
    ({
      id,
      title,
      tag = 'News',
      link = id,
      image,
      published = 'Mon, 05 Jan 2026 08:00:00 GMT',
      text = `${title}. Staff were told on Monday that systems are coming back one by one.`,
    }) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://wire.example/${link}</link><title>${title}</title><category>${tag}</category>` +
      `<description>${text}</description><pubDate>${published}</pubDate>` +
      `${image === undefined ? '' : `<enclosure url="https://wire.example/${image}" type="image/png" length="1"/>`}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><link>https://wire.example</link><description>News</description><language>en</language>${entries.join('')}</channel></rss>`;
}
