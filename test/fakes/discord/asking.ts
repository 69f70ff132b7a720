/** discord.js's own REST client against the fake, with answers as plain values; for tests of the fake itself. */
import { DiscordAPIError, HTTPError, REST, type InternalRequest } from 'discord.js';
import { onTestFinished } from 'vitest';
import { usualLimits, type Limits } from './limits.ts';
import { startFakeDiscord, type RunningDiscord, type RunningOptions } from './server.ts';

/** What came back: a body, or Discord's code with the places of mistakes. */
export interface Came {
  readonly status: number;
  /** Discord's; 0 where there is none. */
  readonly code: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** "content", "components.0.label": what was wrong in a form. */
  readonly wrong: readonly string[];
}

export interface Asking {
  readonly discord: RunningDiscord;
  readonly rest: REST;
  readonly ask: (method: string, path: string, body?: unknown, auth?: boolean) => Promise<Came>;
}

/** Limits that no test of something else runs into. */
export const roomy: Partial<Limits> = {
  global: { limit: 100_000, perMs: 1000 },
  otherRoutes: { limit: 100_000, perMs: 1000 },
  routes: {},
};

export async function asking(options: RunningOptions = {}): Promise<Asking> {
  const limits: Limits = { ...usualLimits, ...roomy, ...options.limits };
  const discord = await startFakeDiscord({ ...options, limits });
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token());
  onTestFinished(async () => {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
    await discord.close();
  });
  return {
    discord,
    rest,
    async ask(method, path, body, auth = true) {
      // A refused token is forgotten by the client; here every request is on its own.
      rest.setToken(discord.token());
      const [route, search] = path.split('?');
      try {
        const answer: unknown = await rest.request({
          method: method as InternalRequest['method'],
          fullRoute: route as `/${string}`,
          query: new URLSearchParams(search),
          auth,
          ...(body === undefined ? {} : { body }),
        });
        return { status: 200, code: 0, body: answer as Came['body'], wrong: [] };
      } catch (error) {
        if (error instanceof HTTPError) return { status: error.status, code: 0, body: {}, wrong: [] };
        if (!(error instanceof DiscordAPIError)) throw error;
        const { errors } = error.rawError as { errors?: object };
        return { status: error.status, code: Number(error.code), body: {}, wrong: placesIn(errors) };
      }
    },
  };
}

function placesIn(errors: object | undefined, place = ''): readonly string[] {
  return Object.entries(errors ?? {}).flatMap(([step, below]) =>
    step === '_errors' ? [place] : placesIn(below as object, place === '' ? step : `${place}.${step}`),
  );
}
