/** How requests reach Discord: over HTTP, or in tests into a server without sockets. */
import { Agent, type Dispatcher, request } from 'undici';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the API's address: "/channels/1/messages?limit=100". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly header: (name: string) => string | undefined;
  /** The whole body; undefined if it broke off. */
  readonly text: string | undefined;
}

/** Rejects if no status came. */
export type Transport = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/**
 * Straight to the socket, one request for each call: discord.js's own client repeats what it thinks was lost.
 * @param apiUrl as discord.js takes it, without the version: "https://discord.com/api"
 */
export function overHttp(apiUrl: string, dispatcher: Dispatcher = new Agent()): Transport {
  const base = `${apiUrl.replace(/\/+$/, '')}/v10`;
  return async ({ path, method, headers: sent, body: written = null }, signal) => {
    const { statusCode, headers, body } = await request(base + path, {
      method,
      headers: sent,
      body: written,
      signal,
      dispatcher,
    });
    return {
      status: statusCode,
      header: (name) => headers[name]?.toString(),
      // Half a body is no reason to forget the status, which may have said that nothing was done.
      text: await body.text().catch(() => undefined),
    };
  };
}
