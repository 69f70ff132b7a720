/** A whole bot on an unmodified discord.js, the fake Discord on loopback, and a feed that everybody may see. */
import { onTestFinished, vi } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { type RunningOptions, startFakeDiscord } from '../../fakes/discord/server.ts';
import { walk } from '../../journey/bot.ts';
import { publicFeed } from '../../journey/public-feed.ts';
import { until } from '../until.ts';

// A bot with a client, a parser in a thread and two servers: on a busy machine it takes its time.
vi.setConfig({ testTimeout: 120_000 });

/** Ours is the manual clock's; the fake keeps Discord's by the real one. */
const manyIdentifies = { limits: { identifyAtOnce: { limit: 1000, perMs: 5000 } } };

export async function discordWalk(
  options: RunningOptions & {
    readonly harm?: (store: Store) => Store;
    readonly settings?: Readonly<Record<string, string>>;
  } = {},
) {
  const discord = await startFakeDiscord({ ...manyIdentifies, ...options });
  onTestFinished(discord.close);
  const bot = await walk(
    {
      DISCORD_TOKEN: discord.token(),
      DISCORD_API_URL: discord.apiUrl,
      ...options.settings,
    },
    options.harm,
  );
  await connected();
  await until(() => (discord.state.commands.get('everywhere') ?? []).length > 0);

  return { ...bot, discord, connected, publish: await publicFeed(bot) };

  async function connected(): Promise<void> {
    await until(() => bot.bot.links()['discord']?.says.startsWith('connected') === true);
  }
}
