/** The bot that runs already on this data, reached over its port. `http/api.ts` is the other end. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { reasonOf, UserError } from '../errors.ts';
import type { ApiEvent } from '../http/api.ts';
import type { Completion, Reply } from '../invoke/invocation.ts';
import type { Language } from '../domain.ts';
import type { World } from '../world.ts';
import { type Bot, newsOf } from './bot.ts';
import { readEventStream, type StreamEvent } from './event-stream.ts';

/** What a running bot leaves in its data folder, for this account's eyes only. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Opens the door without the page's password. */
  readonly token: string;
}

const running = z.object({ url: z.url(), pid: z.number(), token: z.string() });

export const runningFile = (dataDir: string): string => join(dataDir, 'running.json');

/** How long a bot that is there may take to say so, in milliseconds. */
const greetingMs = 3000;

/** @returns undefined if no bot answers: the file is absent, broken, or left over from a bot that was killed. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const found = running.safeParse(await readJson(runningFile(dataDir)));
  if (!found.success) return undefined;
  const answer = await fetch(`${found.data.url}/api/channels`, {
    headers: { authorization: `Bearer ${found.data.token}` },
    signal: AbortSignal.timeout(greetingMs),
  }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true ? found.data : undefined;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Asks the bot that runs to give a dead message another chance. */
export async function resendThrough({ url, token }: Running, message: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/resend`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    body: JSON.stringify({ message }),
  });
  if (!answer.ok) throw new UserError(sentenceIn(await answer.text()));
  return z.object({ found: z.boolean() }).parse(await answer.json()).found;
}

/** How long a lost event stream is left alone before it is opened again, in milliseconds. */
const reopenMs = 500;

/** @param find looks for the bot again once it is lost: started anew, it has another token and perhaps another port. */
export function joinedBot(
  found: Pick<Running, 'url' | 'token'>,
  reader: { readonly language: Language; readonly zone: string },
  world: Pick<World, 'after'>,
  find: () => Promise<Pick<Running, 'url' | 'token'> | undefined> = async () => found,
): Bot {
  let { url, token } = found;
  const headers = () => ({
    authorization: `Bearer ${token}`,
    'accept-language': reader.language,
    cookie: `zone=${reader.zone}`,
    accept: 'application/json',
  });
  const heard = countUp();

  /** Both ends are of one version: what comes back has the shape that `http/api.ts` gives it. */
  async function ask<T>(path: string, body?: object): Promise<T> {
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, { headers: headers(), ...sent }).catch((error: unknown) => {
      throw new UserError(
        `The bot at ${url} does not answer any more (${causeOf(error)}). Is it still running?`,
      );
    });
    if (answer.ok) return (await answer.json()) as T;
    throw new UserError(sentenceIn(await answer.text()));
  }

  async function openStream(lastId: string | undefined, signal: AbortSignal) {
    const resumed = lastId === undefined ? {} : { 'last-event-id': lastId };
    const answer = await fetch(`${url}/api/events`, { headers: { ...headers(), ...resumed }, signal });
    if (!answer.ok || answer.body === null) throw new UserError(sentenceIn(await answer.text()));
    return readEventStream(answer.body);
  }

  return {
    channels: async () => (await ask<Array<{ name: string }>>('/api/channels')).map(({ name }) => name),
    open: async (typed) => (await ask<{ name: string }>('/api/channels', { name: typed })).name,
    say: async (channel, line) => (await ask<{ reply: Reply }>('/api/lines', { channel, line })).reply,
    complete: (channel, line) =>
      ask<readonly Completion[]>(`/complete?${new URLSearchParams({ channel, line }).toString()}`),

    async listen(listener, connection = () => {}) {
      const closing = new AbortController();
      const { signal } = closing;
      let lastId: string | undefined;
      const greeting = Promise.withResolvers<void>();

      async function hear(stream: AsyncIterable<StreamEvent>): Promise<void> {
        for await (const { id, data } of stream) {
          lastId = id;
          const event = JSON.parse(data) as ApiEvent;
          const news = event.type === 'caught-up' ? undefined : newsOf(event, event.channel);
          if (news) listener(news);
          if (event.no !== undefined) heard.reach(event.no);
          if (event.type === 'caught-up') greeting.resolve();
        }
      }

      async function keepHearing(first: AsyncIterable<StreamEvent>): Promise<void> {
        let stream: AsyncIterable<StreamEvent> | undefined = first;
        while (stream !== undefined) {
          // However it ends: it is opened again, and tells what was missed.
          await hear(stream).catch(() => undefined);
          stream = await reopened();
        }
      }

      /** @returns undefined once nobody listens any more */
      async function reopened(): Promise<AsyncIterable<StreamEvent> | undefined> {
        for (let lost = false; ;) {
          await new Promise<void>((resolve) => void world.after(reopenMs, resolve));
          if (signal.aborted) return undefined;
          const stream = await reopen().catch(() => undefined);
          if (signal.aborted) return undefined;
          if (stream === undefined && !lost) connection('lost');
          if (stream !== undefined && lost) connection('back');
          if (stream !== undefined) return stream;
          lost = true;
          greeting.resolve();
        }
      }

      async function reopen(): Promise<AsyncIterable<StreamEvent>> {
        ({ url, token } = (await find()) ?? { url, token });
        return openStream(lastId, signal);
      }

      void keepHearing(await openStream(undefined, signal));
      await greeting.promise;
      return () => closing.abort();
    },

    async settle() {
      const { no } = await ask<{ no: number }>('/api/settle');
      await heard.atLeast(no);
    },
  };
}

/** A number that only grows, and who waits for it. */
function countUp() {
  let reached = 0;
  let waiting: Array<{ readonly no: number; readonly resolve: () => void }> = [];
  return {
    /** Set, not raised: a bot that was restarted counts from the beginning. */
    reach(no: number): void {
      reached = no;
      for (const { resolve } of waiting.filter((one) => one.no <= reached)) resolve();
      waiting = waiting.filter((one) => one.no > reached);
    },
    atLeast: (no: number): Promise<void> =>
      reached >= no ? Promise.resolve() : new Promise((resolve) => void waiting.push({ no, resolve })),
  };
}

/** Errors come as `{error}` from the API, as plain text from the door. */
function sentenceIn(body: string): string {
  try {
    return z.object({ error: z.string() }).parse(JSON.parse(body)).error;
  } catch {
    return body.trim();
  }
}

/** What `fetch` found wrong stands in the cause; the error itself says "fetch failed". */
function causeOf(error: unknown): string {
  return reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
}
