/** How requests reach Slack: over HTTP, or in tests into a server without sockets. */
import type { Dispatcher } from 'undici';
import { type ApiAnswer, askingOnce } from '../ask-once.ts';

export interface ApiRequest {
  /** "chat.postMessage" */
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As a form; structures as JSON texts, which every method takes. */
  readonly body: string;
}

/** Rejects if no status came. */
export type Transport = (request: ApiRequest, signal: AbortSignal) => Promise<ApiAnswer>;

/** @param apiUrl "https://slack.com/api" */
export function overHttp(apiUrl: string, dispatcher?: Dispatcher): Transport {
  const ask = askingOnce(apiUrl, dispatcher);
  return ({ method, headers, body }, signal) => ask(`/${method}`, { method: 'POST', headers, body }, signal);
}
