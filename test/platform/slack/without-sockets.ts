import type { Transport } from '../../../src/platform/slack/transport.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';

/** Straight into the fake, in no time at all. */
export function withoutSockets(slack: Pick<FakeSlack, 'handle' | 'apiUrl'>): Transport {
  return async ({ method, headers, body }) => {
    const answer = await slack.handle(
      new Request(`${slack.apiUrl}${method}`, { method: 'POST', headers, body }),
    );
    const text = await answer.text();
    return {
      status: answer.status,
      header: (name) => answer.headers.get(name) ?? undefined,
      text,
    };
  };
}
