/** One request to a platform's API and its answer, whatever it is. */
import { Agent, type Dispatcher, request } from 'undici';

export interface ApiAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly header: (name: string) => string | undefined;
  /** The whole body; undefined if it broke off. */
  readonly text: string | undefined;
}

interface Asking {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/**
 * Straight to the socket, one request for each call: the platforms' own clients repeat what they think was lost.
 * @param apiUrl what stands before the path, with or without a slash at its end
 * @returns rejects if no status came
 */
export function askingOnce(apiUrl: string, dispatcher: Dispatcher = new Agent()) {
  const base = apiUrl.replace(/\/+$/, '');
  return async (path: string, asking: Asking, signal: AbortSignal): Promise<ApiAnswer> => {
    const { method, headers: sent, body: written = null } = asking;
    const options = { method, headers: sent, body: written, signal, dispatcher };
    const { statusCode, headers, body } = await request(base + path, options);
    return {
      status: statusCode,
      header: (name) => headers[name]?.toString(),
      // Half a body is no reason to forget the status, which may have said that nothing was done.
      text: await body.text().catch(() => undefined),
    };
  };
}
