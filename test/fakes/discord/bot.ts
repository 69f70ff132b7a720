/** An unmodified discord.js client that has logged in to the fake; for tests of the fake itself. */
import { Client, GatewayIntentBits, Options, type ClientOptions } from 'discord.js';
import { startFakeDiscord, type RunningDiscord } from './server.ts';
import type { Options as FakeOptions } from './state.ts';

export interface LoggedIn extends AsyncDisposable {
  readonly discord: RunningDiscord;
  readonly client: Client<true>;
}

/** With what a bot of slash commands needs, unless `client` says otherwise. */
export async function loggedIn(
  fake: FakeOptions = {},
  client: Partial<ClientOptions> = {},
): Promise<LoggedIn> {
  const discord = await startFakeDiscord(fake);
  discord.guild('g').channel('news');
  const bot = botOf(discord, client);
  const ready = new Promise<void>((done) => bot.once('clientReady', () => done()));
  await bot.login(discord.token());
  await ready;
  return {
    discord,
    client: bot as Client<true>,
    async [Symbol.asyncDispose]() {
      await bot.destroy();
      await discord.close();
    },
  };
}

export function botOf(discord: RunningDiscord, more: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    makeCache: Options.cacheEverything(),
    // The library waits 5 s between identifies, which no test needs.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...more,
    rest: { api: discord.apiUrl, retries: 0, ...more.rest },
  });
}
