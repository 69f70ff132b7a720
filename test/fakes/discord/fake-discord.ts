/**
 * A Discord of our own, without sockets: requests in, answers out, in whatever time `now` says.
 * `server.ts` puts it on loopback for an unmodified discord.js. Where it differs from Discord: DIFFERENCES.md.
 */
import type { RESTOptions } from 'discord.js';
import { fetchOf } from './fetch.ts';
import { openFaults, type Order } from './faults.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { openGatewayFaults, type GatewayFaults } from './gateway-faults.ts';
import { openRest } from './handle.ts';
import { ledgerOf, type Line } from './ledger.ts';
import type { Person } from './people.ts';
import {
  channelPlace,
  directPlace,
  guildPlace,
  userNamed,
  type ChannelPlace,
  type GuildPlace,
} from './places.ts';
import type { Answer, Event, Id, Request } from './shapes.ts';
import { openState, type Options, type State } from './state.ts';

/** One request and what became of it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface FakeDiscord {
  readonly botId: Id;
  readonly applicationId: Id;
  /** The token that is good now. */
  readonly token: () => string;
  /** REST, as a function. */
  readonly handle: (request: Request) => Answer;
  /** The same for the web's requests. */
  readonly fetch: (request: globalThis.Request) => Promise<Response>;
  /** The same for discord.js's REST client: `new REST({ makeRequest })` needs no socket. */
  readonly makeRequest: RESTOptions['makeRequest'];
  /** Every request so far, oldest first. */
  readonly asked: readonly Asked[];
  /** A guild with the bot in it; made when first named. */
  readonly guild: (name: string) => GuildPlace;
  /** Somebody's direct conversation with the bot. */
  readonly direct: (name: string) => Person;
  /** Whether somebody lets direct messages in. */
  readonly takesDirectMessages: (name: string, takes: boolean) => void;
  /** "en-US", "fr", …: the language of somebody's client. */
  readonly speaks: (name: string, locale: string) => void;
  /** What people see in a channel. */
  readonly ledger: (channel: ChannelPlace | Id) => readonly Line[];
  /** Every channel there is: of guilds, threads and forum posts, direct ones. */
  readonly channels: () => readonly ChannelPlace[];
  /** The next requests that fit meet this fault. */
  readonly misbehave: (order: Order) => void;
  readonly behave: () => void;
  /** Answers of 401, 403 and 429 in the last 10 minutes; at 10,000 the address is banned. */
  readonly invalidRequests: () => number;
  readonly gateway: GatewayFaults & Pick<Gateway, 'connect' | 'identified' | 'resumed' | 'heartbeats'>;
  /** Everything that happens, also without a gateway; for tests without sockets. */
  readonly listen: (listener: (event: Event) => void) => void;
  readonly state: State;
}

export function fakeDiscord(options: Options = {}): FakeDiscord {
  const state = openState(options);
  const faults = openFaults();
  const rest = openRest(state, faults, options.checkSchema ?? true);
  const gateway = openGateway(state);
  const asked: Asked[] = [];
  const handle: FakeDiscord['handle'] = (request) => {
    const answer = rest.handle(request);
    const { method, path, body } = request;
    asked.push({ method, path, body, status: answer.status, at: state.now() });
    return answer;
  };
  const fetch = fetchOf(state, handle);
  return {
    botId: state.bot.id,
    applicationId: state.applicationId,
    token: () => state.token,
    handle,
    fetch,
    // discord.js's types are of a fetch of its own; what is used of it is the web's.
    makeRequest: (url, init) => fetch(new Request(url, init as unknown as RequestInit)),
    asked,
    guild: (name) => guildPlace(state, name),
    direct: (name) => directPlace(state, name),
    takesDirectMessages: (name, takes) => void (userNamed(state, name).takesDirectMessages = takes),
    speaks: (name, locale) => void (userNamed(state, name).locale = locale),
    ledger(which) {
      const id = typeof which === 'string' ? which : which.id;
      const channel = state.channels.get(id);
      if (channel === undefined) throw new Error(`there is no channel ${id}`);
      return ledgerOf(state, channel);
    },
    channels: () => [...state.channels.values()].map((channel) => channelPlace(state, channel)),
    misbehave: faults.order,
    behave: faults.forget,
    invalidRequests: rest.ban.invalid,
    gateway: { ...gateway, ...openGatewayFaults(state, gateway) },
    listen: state.listen,
    state,
  };
}
