/** How requests reach Discord: over HTTP, or in tests into a server without sockets. */
import type { Dispatcher } from 'undici';
import { type ApiAnswer, askingOnce } from '../ask-once.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the API's address: "/channels/1/messages?limit=100". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Rejects if no status came. */
export type Transport = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/** @param apiUrl as discord.js takes it, without the version: "https://discord.com/api" */
export function overHttp(apiUrl: string, dispatcher?: Dispatcher): Transport {
  const ask = askingOnce(apiUrl, dispatcher);
  return ({ path, ...asking }, signal) => ask(`/v10${path}`, asking, signal);
}
