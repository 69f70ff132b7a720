/**
 * Two hundred days of a bot that deletes what is older than 30: feeds that show what they have for a day or for half a
 * year, that say for weeks that nothing has changed or do not answer at all, a channel that is closed for months, and a
 * bot that is killed between any two things it does.
 */
import Sqlite from 'better-sqlite3';
import { silentLog } from '../../src/log.ts';
import { silentMeter } from '../../src/meter.ts';
import { parseQuery } from '../../src/match/query.ts';
import { createPipeline } from '../../src/pipeline.ts';
import type { Store } from '../../src/store/store.ts';
import type { Fetched } from '../../src/watch/outcome.ts';
import { readFeed } from '../../src/watch/read-feed.ts';
import { fakePlatform } from '../fakes/platform.ts';
import { manualWorld, mondayMorning, seededRandom } from '../fakes/world.ts';
import { type Life, liveIn } from './life.ts';
import { mortalPlatform } from './mortal-platform.ts';
import { type Disk, dropUncommitted, mortalStore } from './mortal-store.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const days = 200;
const keepDays = 30;
const topic = 'Nimbuscale';
const channels = ['open', 'closed'];

interface Item {
  readonly title: string;
  readonly text: string;
  readonly isDated: boolean;
  /** Days from the start. */
  readonly from: number;
  readonly until: number;
  /** Not shown on this day and the 40 days after it. */
  readonly gapFrom: number;
}

export interface Years {
  /** Titles that are to ring in every channel, once. */
  readonly owed: number;
  /** "channel: title" */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly crashes: number;
  /** By table. */
  readonly rows: (table: string) => number;
  /** Articles that have their text. */
  readonly texts: number;
}

export async function liveForYears(seed: number): Promise<Years> {
  const world = manualWorld(mondayMorning, seed);
  const [fate, chance] = [seededRandom(seed * 31), seededRandom(seed * 37)];
  const disk: Disk = { database: new Sqlite(':memory:'), statements: new Map(), isFull: () => false };
  const platform = fakePlatform(world, { editDelayMs: 10 * 60_000 });
  const feeds = ['usual', 'silent', 'dead'].map((name) => ({
    name,
    url: `https://${name}.example/feed`,
    items: itemsOf(name, chance),
  }));
  let crashes = 0;
  let life: Life | undefined;
  await furnish(await mortalStore(disk, { survive: () => Promise.resolve() }));
  void start();
  world.after(30 * day, () => platform.shut('closed'));
  world.after(140 * day, () => platform.open('closed'));
  await world.advance(days * day);
  await world.advance(2 * day);
  const count = (sql: string) => disk.database.prepare<[], number>(sql).pluck().get() ?? 0;
  const owed = feeds.flatMap(({ name, items }) => items.filter((item) => isOwed(name, item)));
  const shown = platform.ledger.flatMap(({ channel, content }) =>
    content.kind === 'alert' ? [`${channel}: ${content.title}`] : [],
  );
  return {
    owed: owed.length,
    lost: channels
      .flatMap((name) => owed.map(({ title }) => `${name}: ${title}`))
      .filter((one) => !shown.includes(one)),
    doubled: shown.filter((one, at) => shown.indexOf(one) !== at),
    crashes,
    rows: (table) => count(`select count(*) from ${table}`),
    texts: count('select count(*) from article where text_at is not null'),
  };

  async function furnish(store: Store): Promise<void> {
    for (const { url } of feeds)
      await store.sources.open({ audience: 0, kind: 'feed', url, title: url, intervalMs: 44 * hour });
    const workspace = await store.workspaces.open({
      platform: 'local',
      externalId: 'local',
      name: 'Local',
      language: 'en',
      zone: 'UTC',
    });
    for (const name of channels) {
      const channel = await store.workspaces.openChannel(workspace.id, name);
      const queries = [{ query: parseQuery(topic).canonical, typed: topic }];
      await store.subscriptions.add({ channelId: channel.id, queries, createdBy: 'ann', now: world.now() });
    }
  }

  async function start(): Promise<void> {
    const born = liveIn(world, { strikes: () => fate() < 1 / 1500, onDeath: die });
    life = born;
    const pipeline = createPipeline({
      store: await mortalStore(disk, born),
      world: born.world,
      log: silentLog,
      meter: silentMeter,
      fetcher: {
        async fetch(url, validators) {
          await born.survive('before fetching');
          return answer(url, validators?.etag);
        },
        close: async () => {},
      },
      parser: {
        feed: async (bytes, source) => readFeed(bytes, source),
        page: () => Promise.reject(new Error('there are no pages')),
        close: async () => {},
      },
      identify: async () => 'en',
      platforms: new Map([['local', mortalPlatform(platform, born, () => {})]]),
      owner: 'bot',
      keepDays,
    });
    await pipeline.start();
    const look = (): void => {
      if (life !== born || !born.isAlive()) return;
      pipeline.tick();
      world.after(9 * hour, look);
    };
    look();
  }

  function die(): void {
    crashes += 1;
    dropUncommitted(disk);
    world.after(60_000, () => void start());
  }

  function answer(url: string, knownTag: string | undefined): Fetched {
    const feed = feeds.find((one) => one.url === url);
    const today = (world.now() - mondayMorning) / day;
    if (feed === undefined || (feed.name === 'dead' && isDead(today)))
      return { kind: 'broken', reason: 'no answer' };
    const items = feed.items.filter((item) => isShown(item, today));
    const etag = items.map(({ title }) => title).join();
    if (etag === knownTag) return { kind: 'unchanged' };
    const body = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.name,
      items: items.toReversed().map(({ title, text, isDated, from }) => ({
        id: title,
        title,
        content_text: text,
        ...(isDated && { date_published: new Date(mondayMorning + from * day).toISOString() }),
      })),
    });
    return { kind: 'fresh', bytes: new TextEncoder().encode(body), url, etag };
  }
}

/** Far longer than anything is kept. */
function isDead(today: number): boolean {
  return today > 40 && today < 165;
}

function isShown({ from, until, gapFrom }: Item, today: number): boolean {
  return from <= today && today < until && !(today >= gapFrom && today < gapFrom + 40);
}

/** What was there before the first look is no news; what comes and goes while a feed is dead nobody can see. */
function isOwed(feed: string, { from, until }: Item): boolean {
  return from > 1 && (feed !== 'dead' || !isDead(from) || (until > 168 && from > 158));
}

function itemsOf(feed: string, chance: () => number): readonly Item[] {
  // "silent": nothing is new between its 20th day and its 150th.
  const dates = Array.from({ length: days - 6 }, (_, at) => at).filter(
    (at) => (feed !== 'silent' || at < 20 || at > 150) && at % (feed === 'usual' ? 3 : 6) === 0,
  );
  return dates.map((from) => {
    const word = () =>
      Array.from({ length: 3 }, () => syllables[Math.floor(chance() * syllables.length)]).join('');
    const words = (many: number) => Array.from({ length: many }, word).join(' ');
    const shownDays = chance() < 0.3 ? 150 : 4 + chance() * 20;
    return {
      title: `${topic} ${words(5)} ${feed} ${from}`,
      text: `${topic} ${words(12)}. ${words(20)}.`,
      isDated: chance() < 0.5,
      from: from === 0 ? -1 : from + chance() / 2,
      until: from + shownDays,
      gapFrom: chance() < 0.3 ? from + 10 : Infinity,
    };
  });
}

const syllables = 'ba ko ti mu ren sol vek dra pli gno zan qui thor wex lum jas fyr hob'.split(' ');
