/** Which entries of feeds are one article, from the feed to the alert. */
import { expect, onTestFinished, test } from 'vitest';
import { startFeedServer } from '../fakes/feed-server.ts';
import { letGo } from '../store/let-go.ts';
import { walk } from './bot.ts';

const pollMs = 12 * 60_000;
const dayMs = 24 * 3_600_000;

interface Item {
  readonly id?: string | undefined;
  readonly link: string;
  readonly title: string;
  readonly text: string;
  readonly at: number;
}

const notes = 'https://vendor.example/release-notes';
const backup = {
  title: 'Backups now detect ransomware',
  text: 'The backup service of Hollowgate finds files that ransomware has encrypted, and keeps older copies of them.',
};
const drills = {
  title: 'Ransomware drills for administrators',
  text: 'From the console of the backup service, administrators of Hollowgate can try what they do in an attack.',
};
const meeting = 'Result of Annual General Meeting';
const outage = {
  title: 'Outage of the login service',
  text: 'Investigating: we have received reports of an outage of our login service and are currently looking into it. We will give an update here as soon as we know more.',
};

test('entries that are places on one page ring each for itself, also where the first one was silent', async () => {
  const { show, say, alerts, now } = await watching('/notes', '/mirror');
  const at = (day: number, words: object) =>
    ({ id: `notes-${day}`, link: `${notes}#January_${day}`, at: now(), ...words }) as Item;
  const regions = at(12, {
    title: 'New regions',
    text: 'The backup service is offered in Norwich and Leeds.',
  });
  await show('/notes', regions);
  await say('/subscribe ransomware');
  const [first, second] = [at(14, backup), at(15, drills)];
  await show('/notes', first, regions);
  await show('/notes', second, first, regions);
  await show('/mirror', { ...at(16, { title: 'Ransomware reports', text: 'They are mailed.' }), id: 'm1' });
  const links = (await alerts()).map(({ title, url }) => [title, url]);
  expect(links).toEqual([
    [backup.title, `${notes}#January_14`],
    [drills.title, `${notes}#January_15`],
    ['Ransomware reports', `${notes}#January_16`],
  ]);
});

test.each([
  ['with guids', (id: string): string | undefined => id],
  ['without guids', () => undefined],
])('entries that are all at one address ring each for itself, %s', async (_, idOf) => {
  const { show, say, alerts, told, now } = await watching('/notes');
  await say('/subscribe ransomware');
  const first = { id: idOf('r1'), link: notes, ...backup, at: now() - 2000 };
  const second = { id: idOf('r2'), link: notes, ...drills, at: now() - 1000 };
  await show('/notes', first);
  await show('/notes', second, first);
  await show('/notes', second);
  expect((await alerts()).map(({ title }) => title)).toEqual([backup.title, drills.title]);
  expect(told.filter((event) => event === 'edit')).toEqual([]);
});

test('entries without guids at one address ring each for itself, whether seen together or alone', async () => {
  const { show, say, alerts, now } = await watching('/notes');
  await say('/subscribe ransomware');
  const places = ['Oslo', 'Ghent', 'Leeds', 'Cork'].map((place, at): Item => {
    const words = [`Printers of ${place}`, `A school in ${place}`, `Trams of ${place}`, `${place} harbour`][
      at
    ]!;
    return {
      link: notes,
      title: `${words} hit by ransomware`,
      text: `${words} stood still.`,
      at: now() + at,
    };
  });
  const [first, second, third, fourth] = places as [Item, Item, Item, Item];
  await show('/notes', first);
  await show('/notes', second, first);
  await show('/notes', third);
  await show('/notes', fourth);
  expect((await alerts()).map(({ title }) => title)).toEqual(places.map(({ title }) => title));
});

test('news at the address of an article whose text was let go rings', async () => {
  const { show, say, alerts, now, setClock, store } = await watching('/news');
  await say('/subscribe Hollowgate');
  const link = 'https://hollowgate.example/latest-news';
  const told = [
    [
      'Hollowgate appoints finance chief',
      'Maria Lindqvist joins from Quillmark, the board announced in Leeds.',
    ],
    [
      'Ransomware stops two warehouses',
      'Hollowgate says that attackers encrypted servers of its logistics arm.',
    ],
    ['Data centre opens beside Oslo fjord', 'Its cooling water heats a district of Oslo, says Hollowgate.'],
  ] as const;
  const rang: string[] = [];
  for (const [at, [title, text]] of told.entries()) {
    await show('/news', { id: `${at}`, link, title, text, at: now() });
    rang.push(...(await alerts()).map((alert) => alert.title));
    setClock(100 * dayMs);
    await letGo(store, now());
  }
  expect(rang).toEqual(told.map(([title]) => title));
});

test('two companies under one heading on one day are two articles, whether seen together or not', async () => {
  const { show, say, alerts, now } = await watching('/wire');
  await say('/subscribe Hollowgate', 'one');
  await say('/subscribe Quillmark', 'two');
  await say('/subscribe Tramline', 'three');
  const told = (id: string, text: string) =>
    ({ id, link: `https://wire.example/${id}`, title: meeting, text, at: now() }) as Item;
  const hollowgate = told('1', 'Hollowgate plc of Leeds says that all resolutions were passed on Monday.');
  const quillmark = told('2', 'Quillmark Group of Norwich announces that its pay report was voted down.');
  const tramline = told('3', 'Tramline AG hat auf ihrer Versammlung eine Dividende von 2 Euro beschlossen.');
  await show('/wire', hollowgate);
  await show('/wire', quillmark, hollowgate);
  await show('/wire', tramline);
  await show('/wire', tramline, quillmark, hollowgate);
  for (const [channel, { link, text }] of [
    ['one', hollowgate],
    ['two', quillmark],
    ['three', tramline],
  ] as const)
    expect(await alerts(channel), channel).toMatchObject([{ url: link, summary: text }]);
});

test.each([1, 10])('the same words of another incident ring again, %s days later', async (days) => {
  const { show, say, alerts, now, setClock } = await watching('/status');
  await say('/subscribe outage');
  const first = { id: 'i1', link: 'https://status.example/i1', ...outage, at: now() };
  await show('/status', first);
  setClock(days * dayMs);
  const second = { ...first, id: 'i2', link: 'https://status.example/i2', at: now() };
  await show('/status', second, first);
  await show('/status', second);
  expect((await alerts()).map(({ url }) => url)).toEqual([first.link, second.link]);
});

/** What a feed changes of its entries from look to look, though they are the same. */
const changing: ReadonlyArray<[name: string, change: (item: Item, look: number) => Item]> = [
  ['its guids', (item, look) => ({ ...item, id: `${item.id}-${look}` })],
  [
    'its guids and dates',
    (item, look) => ({ ...item, id: `${item.id}-${look}`, at: item.at + look * pollMs }),
  ],
  [
    'its guids and what follows the address',
    (item, look) => ({ ...item, id: `${item.id}-${look}`, link: `${item.link}?session=${look}` }),
  ],
  [
    'its guids and who is said to share it',
    (item, look) => ({
      ...item,
      id: `${item.id}-${look}`,
      link: `${item.link}?utm_source=${look}#xtor=RSS-${look}`,
    }),
  ],
  [
    'scheme and host, which are its guids too',
    (item, look) => ({
      ...item,
      id: undefined,
      link: item.link.replace('https://', ['http://', 'https://www.', 'http://www.'][look % 3] ?? ''),
    }),
  ],
  ['a place on the page', (item, look) => ({ ...item, id: undefined, link: `${item.link}#s${look}` })],
  [
    'between two versions with guids of their own',
    (item, look) => ({
      ...item,
      id: `${item.id}-${look % 2}`,
      text: `${item.text}${look % 2 === 0 ? ' Updated.' : ''}`,
    }),
  ],
];

test.each(changing)('a feed that changes %s rings once', async (_, change) => {
  const { show, say, alerts, now } = await watching('/feed');
  const silent = { id: 'a', link: 'https://wire.example/a', ...outage, at: now() - dayMs };
  const one = { id: 'b', link: 'https://wire.example/b', ...backup, at: now() - 3_600_000 };
  const two = { id: 'c', link: 'https://wire.example/c', ...drills, at: now() - 1_800_000 };
  await show('/feed', change(silent, 0));
  await say('/subscribe ransomware, outage');
  for (let look = 1; look < 6; look += 1)
    await show('/feed', ...[two, one, silent].map((item) => change(item, look)));
  expect((await alerts()).map(({ title }) => title)).toEqual([backup.title, drills.title]);
});

test('an article with a guid for each of its versions is corrected where it rang', async () => {
  const { show, say, alerts, now } = await watching('/feed');
  await say('/subscribe ransomware');
  const first = { id: 'b#0', link: 'https://wire.example/b', ...backup, at: now() };
  await show('/feed', first);
  const title = 'Backups detect ransomware and restore files';
  await show('/feed', { ...first, id: 'b#1', title, text: `${backup.text} It restores them too.` });
  expect((await alerts()).map((alert) => alert.title)).toEqual([title]);
});

/** A bot whose feeds have been looked at, and were empty. */
async function watching(...paths: readonly string[]) {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  for (const path of paths) server.answer(path, rss());
  const bot = await walk({ FEEDS: paths.map((path) => server.origin + path).join(' ') });
  await bot.settle();
  return {
    ...bot,
    now: bot.world.now,
    setClock: bot.world.setClock,
    show: async (path: string, ...items: readonly Item[]): Promise<void> => {
      server.answer(path, rss(...items));
      await bot.settle(pollMs);
      await bot.settle(pollMs);
    },
  };
}

function rss(...items: readonly Item[]): { readonly body: string } {
  const entries = items.map(
    ({ id, link, title, text, at }) =>
      `<item><title>${title}</title>${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}<link>${link}</link>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  return { body: `<rss version="2.0"><channel><title>Wire</title>${entries.join('')}</channel></rss>` };
}
