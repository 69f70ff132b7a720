/** How requests reach Slack: over HTTP, or in tests into a server without sockets. */
import { Agent, type Dispatcher, request } from 'undici';

export interface ApiRequest {
  /** "chat.postMessage" */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As a form; structures as JSON texts, which every method takes. */
  readonly body: string;
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
 * Straight to the socket, one request for each call: Slack's own client repeats what it thinks was lost, and stands still
 * as a whole when one method is asked too often.
 * @param apiUrl "https://slack.com/api"
 */
export function overHttp(apiUrl: string, dispatcher: Dispatcher = new Agent()): Transport {
  const base = apiUrl.replace(/\/+$/, '');
  return async ({ method, headers: sent, body: written }, signal) => {
    const { statusCode, headers, body } = await request(`${base}/${method}`, {
      method: 'POST',
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
