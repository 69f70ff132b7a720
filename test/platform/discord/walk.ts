/** A whole bot on an unmodified discord.js, the fake Discord on loopback, and a feed that everybody may see. */
import { onTestFinished, vi } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { type RunningOptions, startFakeDiscord } from '../../fakes/discord/server.ts';
import { startFeedServer } from '../../fakes/feed-server.ts';
import { walk } from '../../journey/bot.ts';

// A bot with a client, a parser in a thread and two servers: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 });

const pollMs = 12 * 60_000;
/** Ours is the manual clock's; the fake keeps Discord's by the real one. */
const manyIdentifies = { limits: { identifyAtOnce: { limit: 1000, perMs: 5000 } } };

export async function discordWalk(
  options: RunningOptions & { readonly harm?: (store: Store) => Store } = {},
) {
  const discord = await startFakeDiscord({ ...manyIdentifies, ...options });
  onTestFinished(discord.close);
  const feed = await startFeedServer();
  onTestFinished(feed.close);
  const bot = await walk(
    {
      DISCORD_TOKEN: discord.token(),
      DISCORD_API_URL: discord.apiUrl,
    },
    options.harm,
  );
  await connected();
  await until(() => (discord.state.commands.get('everywhere') ?? []).length > 0);
  const titles: string[] = [];

  return { ...bot, discord, connected, publish };

  async function connected(): Promise<void> {
    await until(() => bot.bot.links()['discord']?.says.startsWith('connected') === true);
  }

  /** An article that everybody may see; resolves when whatever comes of it has come. */
  async function publish(title: string): Promise<void> {
    if (titles.length === 0) await watchFeed();
    titles.unshift(title);
    feed.answer('/rss', { body: rss(titles) });
    await bot.settle(pollMs);
  }

  /** Its first look is silent. */
  async function watchFeed(): Promise<void> {
    feed.answer('/rss', { body: rss([]) });
    const url = `${feed.origin}/rss`;
    await bot.store.sources.open({ audience: 0, kind: 'feed', url, title: 'Wire', intervalMs: 600_000 });
    await bot.settle();
  }
}

/** Waits until that is so. */
export async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await is())) throw new Error('it is not so yet');
    },
    { timeout: 40_000, interval: 10 },
  );
}

function rss(titles: readonly string[]): string {
  const items = titles.map(
    (title) =>
      `<item><title>${title}</title><link>https://wire.example/${encodeURIComponent(title)}</link><guid>${title}</guid></item>`,
  );
  return `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
}
