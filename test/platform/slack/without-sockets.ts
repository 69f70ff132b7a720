import type { Transport } from '../../../src/platform/slack/transport.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';

/** Straight into the fake, in no time at all. */
export function withoutSockets(slack: Pick<FakeSlack, 'handle' | 'apiUrl' | 'state'>): Transport {
  return async ({ method, headers, body }) => {
    const answer = await slack.handle(
      new Request(`${slack.apiUrl}${method}`, { method: 'POST', headers, body }),
    );
    const text = await answer.text();
    const date = new Date(slack.state.clock.now()).toUTCString();
    return {
      status: answer.status,
      header: (name) => (name === 'date' ? date : (answer.headers.get(name) ?? undefined)),
      text,
    };
  };
}
