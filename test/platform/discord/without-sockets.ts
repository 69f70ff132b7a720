import type { Transport } from '../../../src/platform/discord/transport.ts';
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';

/** Straight into the fake, in no time at all. @param hangs requests that are never answered */
export function withoutSockets(
  discord: Pick<FakeDiscord, 'handle' | 'state'>,
  hangs: (path: string) => boolean = () => false,
): Transport {
  return async ({ method, path, headers, body }, signal) => {
    if (hangs(path)) {
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    }
    const answer = discord.handle({
      method,
      path: `/api/v10${path}`,
      authorization: headers['authorization'],
      body: body === undefined ? undefined : (JSON.parse(body) as unknown),
    });
    const date = new Date(discord.state.now()).toUTCString();
    return {
      status: answer.status,
      header: (name) => (name === 'date' ? date : answer.headers[name]),
      text: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
    };
  };
}
