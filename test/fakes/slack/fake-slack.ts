/**
 * A Slack of our own, without sockets: requests in, answers out, in whatever time the clock says. `server.ts` puts it on
 * loopback for an unmodified Bolt. Where it differs from Slack: DIFFERENCES.md.
 *
 * ```ts
 * const slack = fakeSlack({ clock: manualWorld() });
 * const acme = slack.team('acme'); // a workspace in which the app is installed
 * const news = acme.channel('news'); // with the bot in it
 * const web = new WebClient(acme.token(), { slackApiUrl: slack.apiUrl, fetch: slack.fetch });
 * await web.chat.postMessage({ channel: news.id, text: 'Hello' });
 * news.lines(); // what people see there
 * slack.fail('chat.update', 'edit_window_closed'); // what the next call of a method is answered
 * ```
 */
import { openDeliveries, type Deliveries } from './delivery.ts';
import { isHeard } from './events.ts';
import { openFaults, type Failure } from './faults.ts';
import { respond, type Responded } from './hooks.ts';
import { httpTransport, type HttpTransport } from './http-transport.ts';
import { oauthPage } from './oauth-page.ts';
import type { PersonPlace } from './person.ts';
import { teamPlace, type TeamOptions, type TeamPlace } from './places.ts';
import { openSocketMode, type SocketMode } from './socket-mode.ts';
import { openState, type App, type Happening, type Options, type State } from './state.ts';
import { methodOf, openWebApi, type Asked } from './web-api.ts';

export interface FakeSlack {
  /** What the app is configured with: its id, secrets and tokens. */
  readonly app: App;
  /** Where it is reached; of a fake without sockets a name that leads nowhere. */
  readonly url: string;
  /** For `new WebClient(token, { slackApiUrl })`. */
  readonly apiUrl: string;
  /** For `new WebClient(token, { fetch })`: needs no socket. */
  readonly fetch: typeof globalThis.fetch;
  readonly handle: (request: Request) => Promise<Response>;
  /** A workspace with the app installed; made when first named. */
  readonly team: (name: string, more?: TeamOptions) => TeamPlace;
  /** Somebody in a workspace; both are made when first named. */
  readonly asPerson: (team: string, person: string) => PersonPlace;
  /** The next calls of this method are answered with these errors. */
  readonly fail: (method: string, ...failures: readonly Failure[]) => void;
  /** How many of those are still to be met. */
  readonly unmet: () => number;
  /** Pictures behind these addresses Slack cannot get: no message with one is taken. */
  readonly cannotFetch: (which: (url: string) => boolean) => void;
  /** Every call of the Web API so far, oldest first. */
  readonly asked: readonly Asked[];
  /** The calls that were told to come again later. */
  readonly rateLimited: () => readonly Asked[];
  /** What came to `response_url`s. */
  readonly responded: readonly Responded[];
  /** What the app was told, by which attempts, and how it took it. */
  readonly deliveries: Deliveries;
  /** What the app said in acknowledgements that Slack would not take; a good app leaves it empty. */
  readonly complaints: readonly string[];
  /** Connections of the app, and what Slack does to them. The way to the app until `http.sendTo` names another. */
  readonly socketMode: SocketMode;
  /** Requests to the app: after `sendTo(url)` everything goes that way. */
  readonly http: HttpTransport;
  /** Everything that happens in all workspaces, told or not. */
  readonly listen: (listener: (happening: Happening) => void) => void;
  readonly state: State;
}

export interface FakeOptions extends Options {
  /** How requests to the app are sent; default: over the network. */
  readonly send?: typeof fetch;
}

export function fakeSlack(options: FakeOptions = {}): FakeSlack {
  const state = openState(options);
  const socketMode = openSocketMode(state);
  const http = httpTransport(state, options.send ?? fetch);
  const deliveries = openDeliveries(state, () => (http.isOn() ? http : socketMode));
  const core = { state, deliveries, complaints: [] as string[] };
  state.listen(({ team, event }) => {
    if (isHeard(state, team, event)) deliveries.event(team, event);
  });
  state.socketUrl = () => `${state.url.replace(/^http/, 'ws')}/link/?ticket=${socketMode.ticket()}`;
  const faults = openFaults();
  const asked: Asked[] = [];
  const responded: Responded[] = [];
  const webApi = openWebApi(state, faults, (one) => void asked.push(one));

  const handle = async (request: Request): Promise<Response> => {
    const method = methodOf(request);
    if (method !== undefined) return webApi(request, method);
    if (new URL(request.url).pathname === '/oauth/v2/authorize') return oauthPage(state, request);
    const hook = /^\/(?:commands|actions)\/\w+\/(\w+)$/.exec(new URL(request.url).pathname)?.[1];
    if (hook === undefined) return new Response('not found', { status: 404 });
    const { response, told } = await respond(state, hook, request);
    if (told !== undefined) responded.push(told);
    return response;
  };

  return {
    app: state.app,
    get url() {
      return state.url;
    },
    get apiUrl() {
      return `${state.url}/api/`;
    },
    fetch: (input, init) => handle(new Request(input, init)),
    handle,
    team: (name, more) => teamPlace(core, name, more),
    asPerson: (team, person) => teamPlace(core, team).person(person),
    fail: faults.fail,
    unmet: faults.unmet,
    cannotFetch: (which) => void (state.fetchesImage = (url) => !which(url)),
    asked,
    rateLimited: () => asked.filter(({ status }) => status === 429),
    responded,
    deliveries,
    complaints: core.complaints,
    socketMode,
    http,
    listen: state.listen,
    state,
  };
}
