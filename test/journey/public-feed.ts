/** A feed on loopback that everybody may see, for a bot of `bot.ts`. */
import { onTestFinished } from 'vitest';
import { startFeedServer } from '../fakes/feed-server.ts';
import type { walk } from './bot.ts';

/** Longer than a feed is left alone. */
const pollMs = 12 * 60_000;

/** @returns brings an article; resolves when whatever comes of it has come */
export async function publicFeed({
  store,
  settle,
}: Pick<Awaited<ReturnType<typeof walk>>, 'store' | 'settle'>): Promise<(title: string) => Promise<void>> {
  const feed = await startFeedServer();
  onTestFinished(feed.close);
  const titles: string[] = [];
  return async (title) => {
    if (titles.length === 0) await watch();
    titles.unshift(title);
    feed.answer('/rss', { body: rss(titles) });
    await settle(pollMs);
  };

  /** Its first look is silent. */
  async function watch(): Promise<void> {
    feed.answer('/rss', { body: rss([]) });
    const url = `${feed.origin}/rss`;
    await store.sources.open({ audience: 0, kind: 'feed', url, title: 'Wire', intervalMs: 600_000 });
    await settle();
  }
}

function rss(titles: readonly string[]): string {
  const items = titles.map(
    (title) =>
      `<item><title>${title}</title><link>https://wire.example/${encodeURIComponent(title)}</link><guid>${title}</guid></item>`,
  );
  return `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
}
