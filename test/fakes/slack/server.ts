/**
 * The fake Slack on loopback for an unmodified Bolt, behind whatever a network does to requests (`test/fakes/http/`).
 *
 * ```ts
 * const slack = await openFakeSlack({ clock: world });
 * const web = new WebClient(slack.team('acme').token(), { slackApiUrl: slack.apiUrl });
 * slack.network.misbehave('reset after'); // the next call that changes something
 * slack.network.misbehaveAt('conversations.history', 'cut body'); // the next call of this method
 * ```
 */
import type { HttpFault } from '../http/http-fault.ts';
import { faultyServer, type FaultyServer } from '../http/faulty-server.ts';
import { fakeSlack, type FakeSlack } from './fake-slack.ts';
import type { Options } from './state.ts';
import { methodOf, methods } from './web-api.ts';

export interface RunningOptions extends Options {
  /** Which requests meet faults of the network; calls of methods that change something by default. */
  readonly meets?: (request: Request) => boolean;
}

export interface RunningSlack extends FakeSlack, AsyncDisposable {
  readonly port: number;
  /** Resets, cut bodies, silence, pages instead of JSON: the next requests meet them, in this order. */
  readonly network: Pick<FaultyServer, 'misbehave' | 'unmet' | 'held' | 'server'> & {
    /** The same for the next calls of one method. */
    readonly misbehaveAt: (method: string, ...faults: readonly HttpFault[]) => void;
  };
  readonly close: () => Promise<void>;
}

export async function openFakeSlack(options: RunningOptions = {}): Promise<RunningSlack> {
  const slack = fakeSlack(options);
  const { state } = slack;
  const { meets = changesSomething } = options;
  const http = await faultyServer(slack.handle, { after: state.clock.after, meets });
  state.url = http.origin;
  return {
    ...slack,
    url: http.origin,
    apiUrl: `${http.origin}/api/`,
    port: http.port,
    network: {
      ...http,
      misbehaveAt: (method, ...faults) =>
        http.misbehaveAt((request) => methodOf(request) === method, ...faults),
    },
    close: http.close,
    [Symbol.asyncDispose]: http.close,
  };
}

/** Every call is a POST: what changes something is told by its method. */
function changesSomething(request: Request): boolean {
  return methods.get(methodOf(request) ?? '')?.writes === true;
}
