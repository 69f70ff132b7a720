/** A whole bot on an unmodified discord.js, the fake Discord on loopback, and a feed that everybody may see. */
import { onTestFinished, vi } from 'vitest';
import type { MessageContent } from '../../../src/domain.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Store } from '../../../src/store/store.ts';
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { type RunningOptions, startFakeDiscord } from '../../fakes/discord/server.ts';
import { startFeedServer } from '../../fakes/feed-server.ts';
import { walk } from '../../journey/bot.ts';

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
  feed.answer('/rss', { body: rss([]) });
  const bot = await walk(
    {
      DISCORD_TOKEN: discord.token(),
      DISCORD_API_URL: discord.apiUrl,
      FEEDS: `${feed.origin}/rss`,
    },
    options.harm,
    posting(discord),
  );
  await connected();
  await until(() => (discord.state.commands.get('everywhere') ?? []).length > 0);
  await bot.settle();
  const titles: string[] = [];

  return { ...bot, discord, connected, publish };

  async function connected(): Promise<void> {
    await until(() => bot.bot.links()['discord']?.says.startsWith('connected') === true);
  }

  /** An article that everybody may see; resolves when whatever comes of it has come. */
  async function publish(title: string): Promise<void> {
    titles.unshift(title);
    feed.answer('/rss', { body: rss(titles) });
    await bot.settle(pollMs);
  }
}

/** Waits until that is so. */
export async function until(is: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await is())) throw new Error('it is not so yet');
    },
    { timeout: 10_000, interval: 10 },
  );
}

function rss(titles: readonly string[]): string {
  const items = titles.map(
    (title) =>
      `<item><title>${title}</title><link>https://wire.example/${encodeURIComponent(title)}</link><guid>${title}</guid></item>`,
  );
  return `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
}

/** Posts what an alert is known by: its title and its buttons. */
function posting(discord: FakeDiscord): Platform {
  const send = (method: string, path: string, body: unknown) =>
    discord.handle({ method, path: `/api/v10${path}`, authorization: `Bot ${discord.token()}`, body });
  return {
    name: 'discord',
    sameMarkerMs: 0,
    effectWithinMs: 0,
    paceMs: 0,
    editDelayMs: 0,
    async post(channel, { marker, revision, content }) {
      const message = { content: titleOf(content), components: [buttons(marker, revision)] };
      const forum = discord.state.channels.get(channel.externalId)?.kind === 'forum';
      const answer = forum
        ? send('POST', `/channels/${channel.externalId}/threads`, { name: titleOf(content), message })
        : send('POST', `/channels/${channel.externalId}/messages`, message);
      const { id = '', message: said = '' } = answer.body as { id?: string; message?: string };
      if (answer.status === 403 || answer.status === 404) return { kind: 'closed', reason: String(said) };
      return answer.status < 300
        ? { kind: 'posted', externalId: id }
        : { kind: 'refused', reason: JSON.stringify(answer.body) };
    },
    edit: async (_, externalId) => ({ kind: 'posted', externalId }),
    readBack: async () => ({ kind: 'absent' }),
  };
}

function titleOf(content: MessageContent): string {
  return content.kind === 'alert' ? content.title : content.notice.kind;
}

function buttons(id: string, revision: number) {
  const button = (label: string, customId: string) => ({ type: 2, style: 2, label, custom_id: customId });
  return {
    type: 1,
    components: [
      button('Why?', `why:${id}:${revision}`),
      button('Mute story', `mute:${id}`),
      button('Unsubscribe', `unsubscribe:${id}`),
    ],
  };
}
